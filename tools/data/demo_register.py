#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the demonstration register: invented subjects for the documents in policies/, the same on every run.

    tools/data/demo_register.py [FOLDER]      FOLDER is demo/register unless named
"""
import csv
import io
import json
import pathlib
import sys

sys.dont_write_bytecode = True

import demo_firms  # noqa: E402
import demo_governance  # noqa: E402
import demo_places  # noqa: E402
import demo_showcase  # noqa: E402
from demo_draws import ROOT, chance, one_of, read_divisions, years_after  # noqa: E402

REGIONS = (  # divisions, how many firms
    (("340602", "340603", "340604", "340621"), 110), (("500103", "500105", "500107", "500112", "500116"), 30),
    (("640104", "640105", "640106"), 20), (("440303", "440305", "440306", "440307"), 25), (("140105", "140106", "140109"), 20))
SHANDONG = ("370102", "370202", "370203", "370211", "370602", "370611", "370302")
BEIJING = ("110105", "110106", "110108", "110112", "110114", "110115")
CODES = {
    "active": "存续", "closed_temporarily": "歇业", "dissolved": "解散清算", "large": "大型", "medium": "中型", "small": "小型",
    "micro": "微型", "larger": "较大", "major": "重大", "safety": "安全", "environment": "环保", "quality": "质量",
    "tax": "税务", "labour": "劳动", "energy": "节能", "minor": "轻微", "serious": "严重违法", "lower": "越低越好",
    "higher": "越高越好", "rules": "制度建设", "training": "教育培训", "implementation": "实施", "assessment": "考核", "reward": "奖励",
    "declared": "自行申报", "evidenced": "有证明材料", "verified": "已核实"}
FIELD_CODES = {"level": {"ordinary": "一般"}, "gravity": {"ordinary": "一般违法"}}
FIRM_COLUMNS = (
    ("founded", "成立日期"), ("independent_legal_person", "独立法人资格"), ("registration_status", "登记状态"),
    ("registered_division", "注册地"), ("registered_capital", "注册资本（万元）"), ("industry_class", "行业代码"),
    ("enterprise_size", "企业规模"), ("above_designated_size", "规模以上工业企业"), ("revenue", "{}年主营业务收入（万元）"),
    ("output_value", "{}年工业总产值（万元）"), ("total_profit", "{}年利润总额（万元）"), ("total_assets", "{}年资产总额（万元）"),
    ("employees", "{}年从业人员"), ("energy_consumption", "{}年综合能耗（tce）"), ("water_consumption", "{}年新水用量（m³）"),
    ("accidents", "事故记录", "occurred", "level", "kind"), ("violations", "违法记录", "decided", "matter", "gravity", "corrected"),
    ("blacklist_entries", "失信企业黑名单记录", "listed", "removed", "list_name"),
    ("representative_blacklist_entries", "法定代表人黑名单记录", "listed", "removed", "list_name"),
    ("certificates", "管理体系认证证书", "standard", "issued", "expires", "third_party", "certifier"),
    ("energy_audits", "能源审计记录", "reported", "reviewed", "auditor"), ("green_office", "绿色工厂管理机构"),
    ("green_office_duties", "绿色工厂管理机构职责", "duty"), ("target_responsibility", "绿色发展目标责任制"),
    ("green_long_term_plan", "绿色工厂建设中长期规划"), ("green_annual_targets", "绿色工厂量化年度目标"),
    ("green_implementation_scheme", "绿色工厂建设实施方案"),
    ("performance_indicators", "绩效指标", "indicator", "year", "actual", "trade_average", "better_when"),
    ("report_commissioned", "评价报告委托机构编制"), ("report_agency", "编制评价报告的机构"), ("green_factory_requirements_met", "绿色工厂基本要求全部满足"), ("green_factory_must_indicators_met", "绿色工厂必选指标全部满足"),
    ("green_factory_score", "绿色工厂评价得分"), ("rd_grant_submitted_online", "研发资助网上提交时间"),
    ("rd_grant_approved", "研发资助获得立项"), ("ai_platform_fields", "人工智能平台拟选细分领域", "name"),
    ("recommended_by_science_bureau", "科技主管部门推荐"))
CITY_COLUMNS = (
    ("industrial_revenue", "全部工业主营业务收入（{}年）（亿元）"),
    ("consumer_revenue", "规上消费品工业主营业务收入（{}年）（亿元）"), ("consumer_profit", "消费品工业利润总额（{}年）（亿元）"),
    ("consumer_value_added_growth", "消费品工业增加值增速（{}年）（%）"), ("single_champions", "制造业单项冠军企业数（{}年）"),
    ("enterprise_technology_centres", "省级以上企业技术中心数（{}年）"), ("industrial_design_centres", "省级以上工业设计中心数（{}年）"),
    ("customising_enterprises", "个性化定制企业数（{}年）"), ("sampling_pass_rate", "消费品质量抽检合格率（{}年）（%）"),
    ("intelligent_manufacturing_pilots", "智能制造试点示范项目数（{}年）"),
    ("two_integrations_pilots", "两化融合管理体系贯标试点企业数（{}年）"), ("quality_benchmarks", "工业企业质量标杆数（{}年）"),
    ("known_brands", "消费品知名企业品牌数（{}年）"), ("fashion_brand_enterprises", "重点跟踪培育服装家纺自主品牌企业数（{}年）"),
    ("coordination_mechanism", "三品工作协调机制"), ("public_service_system", "行业公共服务体系"), ("support_policies", "财税金融和产业支持政策"),
    ("environmental_access_rules", "生态环境准入规定", "title", "in_published_list", "unfair_to_competition", "repealed"),
    ("permit_items", "生态环境许可事项", "item", "basis_published", "acceptance_published", "decision_published"),
    ("eia_review_fee_shifted", "向企业转嫁评估评审费用"), ("random_inspection_regular", "双随机一公开监管常态化"),
    ("enforcement_rules", "已推行的行政执法制度", "rule"), ("online_service_rate", "政务服务事项网上可办率（{}年）（%）"),
    ("reception_days", "服务企业接待日", "held"), ("complaint_channels", "举报投诉渠道", "channel"),
    ("heating_removals", "拆除取暖设施记录", "place", "removed", "converted", "supply_secured"),
    ("dispersed_polluters", "散乱污企业台账", "enterprise", "treatment", "unlawful", "heavily_polluting", "cannot_upgrade"),
    ("emergency_measures", "重污染天气减排措施", "industry", "measure", "graded", "uninterruptible"),
    ("all_air_polluters_stopped", "应急减排停到所有涉气企业"), ("stop_orders", "停产关闭决定", "issued", "extent", "finding_for_each"),
    ("rectifications", "督察整改台账", "problem", "solvable_at_once", "solved", "goal", "steps", "deadline", "unit_in_charge"))
AGENCY_COLUMNS = (
    ("founded", "成立日期"), ("independent_legal_person", "独立法人资格"), ("registered_division", "注册地"),
    ("fields_of_work", "业务范围", "field_of_work"), ("professionals", "专业技术人员"),
    ("false_reports", "弄虚作假记录", "decided", "division"))


def cell(value, column):
    """The text that an office would write; empty for what is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        fields = column[2:]
        return "；".join("|".join(cell(item.get(f), (f,)) for f in fields) for item in value) or "无"
    if column[0] in ("standard", "field_of_work"):  # codes as they are: their words mean other things elsewhere
        return value
    return FIELD_CODES.get(column[0], {}).get(value) or CODES.get(value) or str(value)


def related(subject, relation):
    """The code of the other, `无` when it is stated that there is none, empty when nothing is stated."""
    return (subject["relations"][relation] or "无") if relation in subject["relations"] else ""


def table(subjects, columns, relations=()):
    """Rows with a heading for each year of a fact that has years."""
    def years(name):
        found = {year for s in subjects if isinstance(s["facts"].get(name), dict) for year in s["facts"][name]}
        return sorted(found) or [None]

    spread = [(column, year) for column in columns for year in years(column[0])]
    head = ["单位名称", "统一社会信用代码" if subjects[0]["kind"] != "city" else "代码", "行政区划", "核实程度", "来源"]
    rows = [head + [label for _, label in relations] + [column[1].format(year) for column, year in spread]]
    for s in subjects:
        row = [s["name"], s["code"], s["division"], CODES.get(s.get("provenance"), ""), s.get("source", "")]
        row += [related(s, name) for name, _ in relations]
        for column, year in spread:
            value = s["facts"].get(column[0])
            row.append(cell(value.get(year) if isinstance(value, dict) else value, column))
        rows.append(row)
    return rows


def text_of(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def json_object(subject):
    """With the provenance and the source of the subject on each of its facts."""
    def record(value):
        if subject["provenance"] == "declared":
            return value
        return {"value": value, "provenance": subject["provenance"], "source": subject["source"]}

    out = {k: v for k, v in subject.items() if k not in ("provenance", "source", "facts", "relations")}
    out["facts"] = {name: {y: record(v) for y, v in value.items()} if isinstance(value, dict) else record(value)
                    for name, value in subject["facts"].items()}
    if subject.get("relations"):
        out["relations"] = subject["relations"]
    return out


def json_line(subject):
    return json.dumps(json_object(subject), ensure_ascii=False, separators=(", ", ": "))


def make_firms(places, parks, agencies):
    firms, serial = [], 0
    for divisions, count in REGIONS:
        for _ in range(count):
            firm = demo_firms.base_firm(serial, one_of(divisions, "division", serial), places)
            region = firm["division"][:4] + "00"
            firm["facts"].update(demo_firms.science_facts(serial, region) if region in ("440300", "140100") else demo_firms.green_facts(serial))
            local = [p for p in parks if p["division"] == firm["division"]]
            if local and chance(0.4, "in a park", serial):
                firm["relations"]["located_in_park"] = one_of(local, "park", serial)["code"]
            elif chance(0.85, "park stated", serial):
                firm["relations"]["located_in_park"] = None
            if "green_factory_score" in firm["facts"]:
                evaluator = one_of(agencies, "evaluator", serial)["code"]
                if chance(0.92, "evaluator stated", serial):
                    firm["relations"]["evaluated_by"] = evaluator
                commissioned = not chance(0.12, "own report", serial)
                firm["facts"]["report_commissioned"] = commissioned
                if commissioned:  # some had the report written by another than the one that evaluates
                    firm["facts"]["report_agency"] = (one_of(agencies, "author", serial)["code"]
                                                      if chance(0.15, "another author", serial) else evaluator)
            demo_firms.state_parent(firm, firms[-1] if firms else None, serial)
            firms.append(demo_firms.forget(firm))
            serial += 1
    return firms


def make_shandong(places):
    firms = [demo_firms.base_firm(1000 + i, one_of(SHANDONG, "division", 1000 + i), places) for i in range(70)]
    for number, firm in enumerate(firms):
        demo_firms.state_parent(firm, firms[number - 1] if number else None, 1000 + number)
    leads, members = firms[:25], firms[25:]
    consortia, at = [], 0
    for number, lead in enumerate(leads):
        lead["facts"].update(demo_firms.service_facts(1000 + number))
        lead["facts"]["revenue"] = {y: round(v + 6 * max(lead["facts"]["integration_revenue"].values()), 1)
                                    for y, v in lead["facts"]["revenue"].items()}
        # Every firm is a member once before any is a second time.
        chosen = [members[(at + i) % len(members)] for i in range(2 + number % 3)]
        at += len(chosen)
        consortia.append(demo_places.consortium(number, lead, chosen))
    return [demo_firms.forget(s) for s in firms + consortia]


def make_beijing(places):
    firms = []
    for i in range(35):
        firm = demo_firms.base_firm(2000 + i, one_of(BEIJING, "division", 2000 + i), places)
        firm["facts"].update(demo_firms.beijing_facts(2000 + i))
        demo_firms.state_parent(firm, firms[-1] if firms else None, 2000 + i)
        firms.append(demo_firms.forget(firm))
    return firms


def make_records(firms, agencies, showcase, superiors):
    """Titles and bans of before September 2019: decided under the trial measures of 2018, which the document took over.

    A ban of three years ends on the same day of the third year, because the day of the decision does not count. The text
    of the trial measures is not in the source, so a ban stands as its decision says."""
    local = [f for f in firms if f["division"].startswith("3406")]
    policy, grant = "huaibei-green-factory", "huaibei_green_factory"
    held = local[4:40:5]
    holdings = [["代码", "名称", "文件", "称号", "编号", "授予日期", "有效期至", "暂停日期", "撤销日期"]]
    for number, firm in enumerate(held, 1):
        holdings.append([firm["code"], firm["name"], policy, grant, f"HB-2018-{number:02d}", "2018年12月20日", "", "",
                         "2019-03-19" if number in (3, 6) else ""])
    for city in superiors:
        if demo_places.is_demonstration_city(city["code"]):
            holdings.append([city["code"], city["name"], "miit-three-products-city", "three_products_city", "", "2018年11月20日",
                             "", "", ""])
    bans = [["代码", "名称", "文件", "行为", "起始日期", "截止日期", "限制种类", "依据"]]
    trial = "《淮北市绿色工厂建设评价和管理办法（试行）》（淮经信节能〔2018〕77号），"
    for firm in (held[2], held[5]):
        bans.append([firm["code"], firm["name"], policy, "application", "2019-03-19", years_after("2019-03-19", 3), "reapply_ban",
                     trial + "撤销称号"])
    for firm, begin, years in ((local[7], "2018-09-14", 1), (local[23], "2019-06-03", 3), (showcase[7], "2018-11-21", 3),
                               (agencies[4], "2019-05-21", 3), (agencies[13], "2019-05-21", 3)):
        end, cheated = years_after(begin, years), trial + ("弄虚作假" if years == 3 else "弄虚作假，决定写明一年")
        act = "evaluation" if firm["kind"] == "agency" else "application"
        sanction = "agency_ban" if firm["kind"] == "agency" else "cheating_ban"
        bans.append([firm["code"], firm["name"], policy, act, begin, end, sanction, cheated])
    return holdings, bans


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "demo/register"
    places = read_divisions()
    parks = [demo_places.park(d, n, places) for d in ("340602", "340603", "340621", "500112") for n in (0, 1)]
    agencies = [demo_firms.forget(demo_places.agency(n, places)) for n in range(20)]
    firms = make_firms(places, parks, agencies)
    huaibei = demo_showcase.huaibei([agency["code"] for agency in agencies])
    by_hand = huaibei + demo_showcase.shandong() + demo_showcase.beijing() + demo_showcase.cities(places)
    taken = {s["code"] for s in by_hand}
    cities = [demo_firms.forget(demo_places.city(c, places)) for c in demo_places.pick_divisions(places) if c not in taken]
    superiors = demo_places.superiors([c["code"] for c in cities + by_hand if c["kind"] == "city"], places)
    superiors = [c for c in superiors if c["code"] not in taken | {other["code"] for other in cities}]
    for place in cities + superiors:
        place["facts"].update(demo_firms.forget({"code": place["code"], "facts": demo_governance.facts(place["code"])}, 0.04)["facts"])
    holdings, bans = make_records(firms, agencies, huaibei, superiors)
    firm_relations = (("parent", "母公司"), ("located_in_park", "所在园区"), ("evaluated_by", "评价机构"))
    files = {
        "enterprises.csv": ("utf-8-sig", text_of(table(firms, FIRM_COLUMNS, firm_relations)), len(firms)),
        "cities.csv": ("utf-8-sig", text_of(table(cities + superiors, CITY_COLUMNS)), len(cities + superiors)),
        "agencies.csv": ("gb18030", text_of(table(agencies, AGENCY_COLUMNS)), len(agencies)),
        "parks.csv": ("utf-8", text_of([["name", "code", "division"]] + [[p["name"], p["code"], p["division"]] for p in parks]), len(parks)),
        "holdings.csv": ("utf-8", text_of(holdings), len(holdings) - 1), "bans.csv": ("utf-8", text_of(bans), len(bans) - 1)}
    for name, subjects in (("shandong.jsonl", make_shandong(places)), ("beijing.jsonl", make_beijing(places))):
        files[name] = ("utf-8", "".join(json_line(s) + "\n" for s in subjects), len(subjects))
    shown = ",\n".join(json.dumps(json_object(s), ensure_ascii=False, indent=1) for s in by_hand)
    files["showcase.json"] = ("utf-8", f"[\n{shown}\n]\n", len(by_hand))
    folder.mkdir(parents=True, exist_ok=True)
    for name, (encoding, text, count) in files.items():
        (folder / name).write_bytes(text.encode(encoding))
        print(f"{name}: {count} rows, {encoding}")


if __name__ == "__main__":
    main()
