#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every source has its test beside it, or a line `// tested by: PATH` that names the suite which covers it."""
import re

from source_tree import ROOT, finish, read, tracked

TESTED = re.compile(r"^// tested by: (\S+)$", re.MULTILINE)
findings = []
files = [p for p in tracked(".cpp", under="src/") if not p.endswith("_test.cpp")]
for path in files:
    if (ROOT / path.replace(".cpp", "_test.cpp")).is_file():
        continue
    named = TESTED.findall(read(path))
    if not named:
        findings.append(f"{path}: no {path.rsplit('/', 1)[1].replace('.cpp', '_test.cpp')} and no `// tested by:` line")
    for target in named:
        if not (ROOT / target).exists():
            findings.append(f"{path}: `tested by` names {target}, which does not exist")
finish(findings, len(files))
