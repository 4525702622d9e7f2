#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the command-line cases: `run.py PROGRAM [FILE…]`; with --bless what differs is written anew.

A case is a line `$ qingheng …` (shell words, run in the repository's root), followed by what both streams print, then
`[exit N]` when N is not 0. `…` at the end of an expected line stands for the rest of it, and alone on a line for any
number of lines. Lines that start with `#` before a case are its title.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def matches(expected, actual):
    if not expected:
        return not actual
    if expected[0] == "…":
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    if not actual:
        return False
    want, got = expected[0], actual[0]
    same = got.startswith(want[:-1]) if want.endswith("…") else got == want
    return same and matches(expected[1:], actual[1:])


def run(program, command):
    line = re.sub(r"(?<![\w/-])qingheng(?= )", lambda _: str(program), command)
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}, timeout=120)
    lines = [line.rstrip() for line in done.stdout.rstrip("\n").split("\n")] if done.stdout.strip("\n") else []
    return lines + ([f"[exit {done.returncode}]"] if done.returncode else [])


def untranslated(lines):
    """Lines of findings in Chinese with English words outside of backticks."""
    heads = re.compile(r"(错误|警告|提示)\[|  办法: ")
    return [line for line in lines
            if heads.match(line) and re.search(r"[a-z]{2,},? [a-z]{2,}", re.sub(r"`[^`]*`", "`", line))]


def cases(text):
    """Yields (lines before the case, command, expected lines)."""
    before, command, expected = [], None, []
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            if command is not None:
                yield before, command, expected
                before = []
                while expected and (expected[-1].startswith("#") or not expected[-1]):
                    before.insert(0, expected.pop())
            command, expected = line[2:], []
        elif command is None:
            before.append(line)
        else:
            expected.append(line)
    if command is not None:
        yield before, command, expected


def main():
    arguments = [a for a in sys.argv[1:] if a != "--bless"]
    bless = len(arguments) != len(sys.argv) - 1
    program = pathlib.Path(arguments[0]).resolve()
    files = [pathlib.Path(a) for a in arguments[1:]] or sorted(pathlib.Path(__file__).parent.glob("*.txt"))
    passed = failed = 0
    for file in files:
        written = []
        for before, command, expected in cases(file.read_text()):
            tail = []
            while expected and (expected[-1].startswith("#") or not expected[-1]):
                tail.insert(0, expected.pop())
            actual = run(program, command)
            same = matches(expected, actual)
            written += before + [f"$ {command}"] + (expected if same else actual) + tail
            english = untranslated(actual)
            if english:
                failed += 1
                print(f"FAIL {file.name}: $ {command}\n  English in a Chinese finding:\n    " + "\n    ".join(english))
            elif same:
                passed += 1
            else:
                failed += 1
                print(f"FAIL {file.name}: $ {command}\n  expected:")
                print("\n".join("    " + line for line in expected))
                print("  actual:")
                print("\n".join("    " + line for line in actual))
        if bless:
            file.write_text("\n".join(written) + "\n")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
