#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files that `write_model` writes are read by dmn-moddle, the reader inside of dmn-js: `run.py REWRITE`.

Each model of tests/dmn/models is read by dmn-moddle as it is and as the program REWRITE writes it: both must hold the
same elements, types, tables and rows, without a warning, and the written one must show a shape for each element and an
edge for each requirement. Exit 77, which stands for skipped, where node or the package is missing.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
READER = ROOT / "tools/dmn"
SKIPPED = 77


def missing():
    try:
        version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "node is not there"
    if int(re.match(r"v(\d+)", version).group(1)) < 18:
        return f"node {version.strip()} is older than 18"
    if not (READER / "node_modules/dmn-moddle").is_dir():
        return "run `npm ci` in tools/dmn first"
    return ""


def read_back(path):
    ran = subprocess.run(["node", READER / "read_back.mjs", path], capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise SystemExit(f"{path}: dmn-moddle cannot read it: {ran.stderr.strip()}")
    return json.loads(ran.stdout)


def differences(original, written):
    if original["warnings"] or written["warnings"]:
        yield f"warnings: {original['warnings']} {written['warnings']}"
    for key in ("name", "namespace", "types"):
        if original[key] != written[key]:
            yield f"{key}: {original[key]!r} became {written[key]!r}"
    before = {each["id"]: each for each in original["elements"]}
    after = {each["id"]: each for each in written["elements"]}
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield f"{name}: {before.get(name)} became {after.get(name)}"
    if sorted(written["shapes"]) != sorted(before):
        yield f"shapes: {written['shapes']}"
    needed = sum(len([r for r in each["required"] if r.startswith("#")]) for each in original["elements"])
    if len({each["of"] for each in written["edges"]}) != needed or any(e["points"] != 2 for e in written["edges"]):
        yield f"edges: {written['edges']} for {needed} requirements"


def main():
    reason = missing()
    if reason:
        print(f"SKIPPED: {reason}")
        return SKIPPED
    models = sorted((ROOT / "tests/dmn/models").glob("*.dmn"))
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for model in models:
            written = pathlib.Path(folder) / model.name
            subprocess.run([sys.argv[1], model, written], check=True)
            for line in differences(read_back(model), read_back(written)):
                print(f"{model.name}: {line}")
                wrong += 1
    print(f"{len(models)} models, {wrong} differences")
    return 1 if wrong or not models else 0


sys.exit(main())
