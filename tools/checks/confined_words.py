#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Clock, randomness, doubles, streams and libraries appear only in the files that rooms.toml names."""
import re
import tomllib

from source_tree import CODE, ROOT, finish, read, tracked

rules = tomllib.loads((ROOT / "tools/checks/rooms.toml").read_text())["confined"]
COMMENT = re.compile(r"//.*$")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
findings = []
files = [p for p in tracked(*CODE, under="src/") if not p.endswith("_test.cpp")]
for path in files:
    lines = read(path).splitlines()
    for rule in rules:
        if any(path == allowed or (allowed.endswith("/") and path.startswith(allowed)) for allowed in rule["files"]):
            continue
        pattern = re.compile(rule["word"])
        for number, line in enumerate(lines, 1):
            if f"// confined: {rule['name']}" in line:
                continue
            if pattern.search(STRING.sub('""', COMMENT.sub("", line))):
                findings.append(f"{path}:{number}: {rule['name']} is confined; use {rule['instead']}")
finish(findings, len(files))
