#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every sentence of the rooms below that a user may read has its Chinese in data/messages.zh.tsv. A sentence is a string
literal of at least two English words; `{}` in it stands for any text. What no user reads is listed with its reason."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("src/registry", "src/policy/rehearse", "src/cli", "src/base")
# Texts that stand in both languages at the call, and formats of other programs.
BOTH_AT_THE_CALL = re.compile(r"chinese|Chinese|english|English")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
COMMENT = re.compile(r"^\s*//.*$", re.M)
WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}")


def patterns():
    for line in (ROOT / "data/messages.zh.tsv").read_text().split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")[0]


def literals(text):
    """Yields (offset, literal), adjacent ones joined."""
    start, end, joined = None, None, ""
    for found in LITERAL.finditer(text):
        if start is not None and not text[end:found.start()].strip():
            joined, end = joined + found.group(1), found.end()
            continue
        if start is not None:
            yield start, joined
        start, end, joined = found.start(), found.end(), found.group(1)
    if start is not None:
        yield start, joined


def unescaped(text):
    return text.replace('\\"', '"').replace("\\\\", "\\").replace("\\n", "\n")


def known(sentence, exact, shapes):
    if sentence in exact:
        return True
    return any(shape.fullmatch(sentence) for shape in shapes)


def main():
    exact = set(patterns())
    shapes = [re.compile(".*".join(re.escape(piece) for piece in one.split("{}"))) for one in exact
              if len(one.replace("{}", "").split()) > 1 or not "{}" in one]
    wrong = []
    for room in ROOMS:
        for source in sorted((ROOT / room).rglob("*.cpp")):
            if source.name.endswith("_test.cpp"):
                continue
            text = COMMENT.sub(lambda m: " " * len(m.group(0)), source.read_text())
            for at, literal in literals(text):
                sentence = unescaped(literal).strip("\n ")
                if not WORDS.search(re.sub(r"`[^`]*`", "`x`", sentence)):
                    continue
                before = text[max(0, at - 260):at + len(literal) + 60]
                if BOTH_AT_THE_CALL.search(before):
                    continue
                sentence = sentence.split(" / ")[0] if re.search(r"[\u4e00-\u9fff]", sentence) and " / " in sentence else sentence
                if re.search(r"[\u4e00-\u9fff]", unescaped(literal)) and " / " in literal:
                    continue
                if not known(sentence, exact, shapes):
                    line = text.count("\n", 0, at) + 1
                    wrong.append(f"{source.relative_to(ROOT)}:{line}: no Chinese for: {sentence}")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
