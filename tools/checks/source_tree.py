# SPDX-License-Identifier: Apache-2.0
"""What every check needs: the tracked files of the repository, and a way to say what is wrong."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = (".cpp", ".hpp")


def tracked(*suffixes, under=""):
    """Paths relative to the root of tracked or new files, with one of the suffixes, below a folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = [p for p in listed.split("\0") if p and (ROOT / p).is_file()]
    return sorted(p for p in paths if p.startswith(under) and (not suffixes or p.endswith(suffixes)))


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def finish(findings, counted):
    """Prints the findings and ends the program: 1 when there are any."""
    for finding in findings:
        print(finding)
    if counted == 0:
        print("nothing was checked: the check looks in the wrong place")
        sys.exit(1)
    sys.exit(1 if findings else 0)
