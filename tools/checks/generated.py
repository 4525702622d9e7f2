#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a generator of the repository writes is what stands in it, byte for byte."""
import pathlib
import subprocess
import sys
import tempfile

from source_tree import ROOT, finish

# Generator, which takes the folder to write to, and the folder that holds what it wrote.
GENERATED = (("tools/data/demo_register.py", "demo/register"),)


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


findings, counted = [], 0
for generator, folder in GENERATED:
    with tempfile.TemporaryDirectory() as fresh:
        ran = subprocess.run([sys.executable, "-B", ROOT / generator, fresh], capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            findings.append(f"{generator}: fails: {ran.stderr.strip()}")
            continue
        made, kept = contents(pathlib.Path(fresh)), contents(ROOT / folder)
    counted += len(made)
    for name in sorted(made.keys() | kept.keys()):
        if name not in kept:
            findings.append(f"{folder}/{name}: is not there; run {generator}")
        elif name not in made:
            findings.append(f"{folder}/{name}: {generator} does not write it")
        elif made[name] != kept[name]:
            findings.append(f"{folder}/{name}: is not what {generator} writes")
finish(findings, counted)
