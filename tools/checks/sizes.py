#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files stay under their ceiling (rooms.toml); the known large ones may only shrink (known_large.json)."""
import json
import tomllib

from source_tree import ROOT, finish, read, tracked

ceilings = tomllib.loads((ROOT / "tools/checks/rooms.toml").read_text())["sizes"]
known = json.loads((ROOT / "tools/checks/known_large.json").read_text())
findings = []
counted_folders = ("src/", "docs/", "policies/", "fuzz/", "bench/", "tests/")
files = [p for p in tracked(*ceilings) if p.startswith(counted_folders)]
for path in files:
    ceiling = next(limit for suffix, limit in ceilings.items() if path.endswith(suffix))
    lines = read(path).count("\n")
    allowed = known.pop(path, None)
    if allowed is None and lines > ceiling:
        findings.append(f"{path}: {lines} lines, the ceiling is {ceiling}: what is it hiding?")
    elif allowed is not None and lines > allowed:
        findings.append(f"{path}: grew from {allowed} to {lines} lines; it may only shrink")
    elif allowed is not None and lines <= ceiling:
        findings.append(f"{path}: fits now; strike it out of tools/checks/known_large.json")
    elif allowed is not None and lines < allowed:
        findings.append(f"{path}: shrank to {lines} lines; write that into tools/checks/known_large.json")
for path in known:
    findings.append(f"tools/checks/known_large.json: no such file {path}")
finish(findings, len(files))
