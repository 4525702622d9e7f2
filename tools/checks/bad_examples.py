#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every code that a policy document can earn has an example, tests/policy/bad/CODE-slug.md with the findings beside it,
and a line in the manual; every code of a scenario file stands in the test of its reader and in the manual."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "src/policy/diagnostics.hpp"
EXAMPLES = ROOT / "tests/policy/bad"
MANUAL = ROOT / "docs/findings.md"
SCENARIO_TEST = ROOT / "src/policy/rehearse/rehearse_test.cpp"
# No document of the repository may hold bytes that are not UTF-8: src/policy/text/document_test.cpp has it.
FROM_BYTES = {"P001"}


def text_of(path):
    return path.read_text() if path.exists() else ""


def main():
    table = text_of(TABLE)
    known = set(re.findall(r'Finding\{"([PF]\d{3})"', table))
    of_scenarios = set(re.findall(r'Finding\{"(S\d{3})"', table))
    wrong = []
    shown = set(FROM_BYTES)
    for path in sorted(EXAMPLES.glob("*.md")):
        code = path.name[:4]
        shown.add(code)
        expected = path.with_suffix(".expected")
        if code not in known:
            wrong.append(f"{path.relative_to(ROOT)}: {code} is no code of {TABLE.relative_to(ROOT)}")
        if not expected.exists():
            wrong.append(f"{path.relative_to(ROOT)}: {expected.name} is missing")
        elif f"[{code}]" not in expected.read_text():
            wrong.append(f"{expected.relative_to(ROOT)}: does not show {code}")
    wrong += [f"{TABLE.relative_to(ROOT)}: {code} has no example in {EXAMPLES.relative_to(ROOT)}"
              for code in sorted(known - shown)]
    manual = text_of(MANUAL)
    wrong += [f"{MANUAL.relative_to(ROOT)}: {code} has no line in its list of findings"
              for code in sorted(known | of_scenarios) if f"| {code} |" not in manual]
    tested = text_of(SCENARIO_TEST)
    wrong += [f"{SCENARIO_TEST.relative_to(ROOT)}: nothing shows {code}"
              for code in sorted(of_scenarios) if code not in tested]
    for source in sorted((ROOT / "src/policy").rglob("*.cpp")):
        if not source.name.endswith("_test.cpp"):
            wrong += [f"{source.relative_to(ROOT)}: {code} is not in {TABLE.name}"
                      for code in sorted(set(re.findall(r'"([PS]\d{3})"', source.read_text())) - known - of_scenarios)]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
