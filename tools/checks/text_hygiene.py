#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""SPDX line in every source, no trailing space, no tab, UTF-8, a newline at the end, nothing unfinished, no machine paths."""
import re

from source_tree import ROOT, finish, tracked

SOURCE = (".cpp", ".hpp", ".py", ".cmake", ".mjs", ".ts", ".tsx")
TEXT = SOURCE + (".md", ".txt", ".json", ".toml", ".yaml", ".yml", ".feel")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE = re.compile(r"(?<![\w./])/(work|home|root|tmp/q)/")
findings, counted = [], 0
for path in tracked():
    if path.startswith("fuzz/corpus/") or "/bad/" in path:
        continue
    data = (ROOT / path).read_bytes()
    if b"\0" in data or (not path.endswith(TEXT) and not data.startswith(b"#!")):
        continue
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        findings.append(f"{path}: not UTF-8 at byte {error.start}")
        continue
    counted += 1
    lines = text.split("\n")
    if (path.endswith(SOURCE) or data.startswith(b"#!")) and not any("SPDX-License-Identifier" in x for x in lines[:4]):
        findings.append(f"{path}:1: no SPDX line")
    if text and not text.endswith("\n"):
        findings.append(f"{path}: no newline at the end")
    if path.startswith("tools/checks/"):
        continue
    for number, line in enumerate(lines, 1):
        if line != line.rstrip():
            findings.append(f"{path}:{number}: trailing space")
        if "\t" in line and path.endswith(SOURCE):
            findings.append(f"{path}:{number}: tab")
        if UNFINISHED.search(line):
            findings.append(f"{path}:{number}: an unfinished mark; finish it or file it")
        if MACHINE.search(line):
            findings.append(f"{path}:{number}: the path of a machine")
finish(findings, counted)
