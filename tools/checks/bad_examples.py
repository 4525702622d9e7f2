#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every code that a policy document can earn has an example: tests/policy/bad/CODE-slug.md with the findings beside it."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "src/policy/diagnostics.hpp"
EXAMPLES = ROOT / "tests/policy/bad"
# No document of the repository may hold bytes that are not UTF-8: src/policy/text/document_test.cpp has it.
FROM_BYTES = {"P001"}


def main():
    known = set(re.findall(r'Finding\{"(P\d{3})"', TABLE.read_text())) if TABLE.exists() else set()
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
    for source in sorted((ROOT / "src/policy").rglob("*.cpp")):
        if not source.name.endswith("_test.cpp"):
            wrong += [f"{source.relative_to(ROOT)}: {code} is not in {TABLE.name}"
                      for code in sorted(set(re.findall(r'"(P\d{3})"', source.read_text())) - known)]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
