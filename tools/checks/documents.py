#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Links and paths named in Markdown exist; the handbook's map names every page."""
import re

from source_tree import ROOT, finish, read, tracked

LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:src|docs|policies|tests|tools|bench|fuzz|data|demo)/[\w./-]+)`")
findings, counted = [], 0
for path in tracked(".md"):
    if path.startswith(("tests/", "policies/", "fuzz/")):
        continue
    folder = (ROOT / path).parent
    for number, line in enumerate(read(path).splitlines(), 1):
        for target in LINK.findall(line):
            counted += 1
            if "://" not in target and not target.startswith("mailto:") and not (folder / target).exists():
                findings.append(f"{path}:{number}: link to {target}, which does not exist")
        for target in PATH.findall(line):
            counted += 1
            if not (ROOT / target).exists():
                findings.append(f"{path}:{number}: names {target}, which does not exist")
index = read("docs/README.md")
decisions = ROOT / "docs/decisions/README.md"
listed = decisions.read_text(encoding="utf-8") if decisions.exists() else ""
for page in tracked(".md", under="docs/"):
    folder, _, name = page.removeprefix("docs/").rpartition("/")
    if name == "README.md":
        continue
    if f"({name})" not in (listed if folder == "decisions" else index):
        findings.append(f"{page}: the map of the handbook does not name it")
finish(findings, counted)
