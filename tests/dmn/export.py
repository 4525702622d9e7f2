#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Policies as DMN models that other tools read and that say the same: `export.py QINGHENG`.

Every policy of policies/ and the document of tests/policy/good with tables of every hit policy is exported. `dmn check`
must find no error in the model, and dmn-moddle, the reader inside of dmn-js, must read it without a warning and find
each decision that the file has. Then models are evaluated with the facts of a subject and must give what `evaluate`
gives for it. Where node or the package is missing, the models are not read by dmn-moddle, which is said; all else runs.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
READER = ROOT / "tools/dmn"
TABLES = ROOT / "tests/policy/good/tables.md"
PROGRAM = sys.argv[1]
AS_OF = "2019-10-08"
FACTORY = json.loads((ROOT / "tests/cli/subjects/qualified.json").read_text(encoding="utf-8"))
STAFF = {"kind": "enterprise", "name": "示例企业", "code": "91340603MAX800004A", "facts": {}}
TRUTH = {"met": True, "unmet": False}


def ran(*arguments, may_fail=False):
    made = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=ROOT)
    if made.returncode != 0 and not may_fail:
        raise SystemExit(f"{' '.join(map(str, arguments))[:200]}: exit {made.returncode}\n{made.stdout}{made.stderr}")
    return made


def moddle_is_there():
    try:
        subprocess.run(["node", "--version"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return (READER / "node_modules/dmn-moddle").is_dir()


def read_back(path):
    """Faults that dmn-moddle finds in the file."""
    made = subprocess.run(["node", READER / "read_back.mjs", path], capture_output=True, text=True, check=False)
    if made.returncode != 0:
        yield f"dmn-moddle cannot read it: {made.stderr.strip()}"
        return
    read = json.loads(made.stdout)
    yield from (f"dmn-moddle warns: {warning}" for warning in read["warnings"])
    text = path.read_text(encoding="utf-8")
    for kind, tag in (("Decision", "decision"), ("InputData", "inputData"), ("KnowledgeSource", "knowledgeSource")):
        names = sorted(each["id"] for each in read["elements"] if each["kind"] == kind)
        wanted = sorted(re.findall(rf'<{tag} id="([^"]*)"', text))
        if names != wanted:
            yield f"dmn-moddle reads {len(names)} of {len(wanted)} elements {tag}"


def checked(path):
    found = json.loads(ran("dmn", "check", path, "--json", "--lang", "en", may_fail=True).stdout)["diagnostics"]
    return [f"{each['severity']}[{each['code']}]: {each['message']}" for each in found if each["severity"] == "error"]


def disagreements(policy, path, subject, folder, places):
    """Criteria for which the model says something else than the policy does, and how many were compared."""
    file = folder / "subject.json"
    file.write_text(json.dumps(subject, ensure_ascii=False), encoding="utf-8")
    told = json.loads(ran("evaluate", "--policy", policy, "--subject", file, "--as-of", AS_OF, "--json", *places).stdout)
    verdicts = {each["criterion"]: each["verdict"] for each in told["criteria"]}
    unknown = {name: {"unknown": [name]} for name in verdicts}
    given = {name: fact.get("value", {"unknown": [name]}) for name, fact in subject["facts"].items()}
    given |= {name: TRUTH.get(verdict, unknown[name]) for name, verdict in verdicts.items()}
    given["legal date"] = AS_OF
    results = json.loads(ran("dmn", "eval", path, "--input", json.dumps(given), "--json", "--lang", "en").stdout)["results"]
    compared = [each for each in results if verdicts.get(each["name"]) in TRUTH]
    wrong = [f"{each['name']} is {each['value']} in DMN and {verdicts[each['name']]} here"
             for each in compared if each["value"] is not TRUTH[verdicts[each["name"]]]]
    return wrong, len(compared)


def policies():
    for document in sorted((ROOT / "policies").glob("*/policy.md")):
        yield re.search(r"(?m)^policy: *(\S+)", document.read_text(encoding="utf-8")).group(1), []


def main():
    reads = moddle_is_there()
    if not reads:
        print("dmn-moddle is not there and reads nothing: run `npm ci` in tools/dmn first")
    faults, compared = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(ROOT / "tests/policy/world", folder / "policies")
        shutil.copy(TABLES, folder / "policies")
        tables = ("good-tables", ["--policies", folder / "policies"])
        for policy, places in [*policies(), tables]:
            path = folder / f"{policy}.dmn"
            ran("dmn", "export", policy, "--output", path, *places)
            faults += [f"{policy}: {line}" for line in checked(path)]
            if reads:
                faults += [f"{policy}: {line}" for line in read_back(path)]
        subjects = [("huaibei-green-factory", FACTORY, [])]
        for staff in (12, 60, 400):
            facts = {"staff": {"value": staff}, "grade": {"value": "green"}}
            subjects.append(("good-tables", {**STAFF, "facts": facts}, tables[1]))
        for policy, subject, places in subjects:
            wrong, count = disagreements(policy, folder / f"{policy}.dmn", subject, folder, places)
            faults += [f"{policy}: {line}" for line in wrong] + ([] if count else [f"{policy}: nothing to compare"])
            compared += count
    print(*faults, f"{compared} outcomes compared, {len(faults)} faults", sep="\n")
    return 1 if faults or compared < 20 else 0


sys.exit(main())
