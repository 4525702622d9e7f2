#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every sentence that the rooms below say to a user has its Chinese in data/messages.zh.tsv. A sentence is a string
literal with three English words in a row outside of backticks; `{}` stands for any text. A literal that is put together
with others at run time must be part of a sentence there. No sentence stands there twice."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("src/registry", "src/policy/rehearse", "src/cli")
# The file says both languages at the call, or what it says is data: names of members of JSON.
WITHOUT = {"src/cli/report.cpp", "src/cli/assessment_json.cpp", "src/cli/usage.cpp"}
NAMES = {"special administrative region", "not yet open"}  # values of the languages, never translated
BOTH_AT_THE_CALL = re.compile(r"chinese|Chinese")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
COMMENT = re.compile(r"//.*$", re.M)
WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]+,? [a-z]{2,}")


def literals(text):
    """Yields (offset, literal); adjacent ones are joined."""
    start, end, joined = None, 0, ""
    for found in LITERAL.finditer(text):
        if start is not None and not text[end:found.start()].strip():
            joined, end = joined + found.group(1), found.end()
            continue
        if start is not None:
            yield start, joined
        start, end, joined = found.start(), found.end(), found.group(1)
    if start is not None:
        yield start, joined


def is_known(sentence, patterns, shapes):
    return any(sentence in one for one in patterns) or any(shape.fullmatch(sentence) for shape in shapes)


def main():
    table = ROOT / "data/messages.zh.tsv"
    lines = table.read_text().split("\n") if table.exists() else []
    patterns = {line.split("\t")[0] for line in lines if "\t" in line and not line.startswith("#")}
    shapes = [re.compile(".*".join(re.escape(piece) for piece in one.split("{}")))
              for one in patterns if len(one.replace("{}", "").split()) > 1]
    heads = [line.split("\t")[0] for line in lines if "\t" in line and not line.startswith("#")]
    wrong = [f"data/messages.zh.tsv: there twice: {head}" for head in sorted(set(heads)) if heads.count(head) > 1]
    for room in ROOMS:
        for source in sorted((ROOT / room).rglob("*.cpp")):
            name = str(source.relative_to(ROOT))
            if name.endswith("_test.cpp") or name in WITHOUT:
                continue
            text = COMMENT.sub(lambda found: " " * len(found.group(0)), source.read_text())
            for at, literal in literals(text):
                sentence = literal.replace('\\"', '"').replace("\\\\", "\\").replace("\\n", "\n").strip("\n ;")
                both = re.search("[\u4e00-\u9fff]", sentence) and " / " in sentence
                if both or sentence in NAMES or not WORDS.search(re.sub(r"`[^`]*`", "`", sentence)):
                    continue
                if BOTH_AT_THE_CALL.search(text[max(0, at - 260):at + 60]):
                    continue
                if not is_known(sentence, patterns, shapes):
                    wrong.append(f"{name}:{text.count(chr(10), 0, at) + 1}: no Chinese for: {sentence}")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
