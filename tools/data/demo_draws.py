# SPDX-License-Identifier: Apache-2.0
"""What the demonstration register is made from: draws that a key alone decides, codes, names and places."""
import datetime
import hashlib
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = "qingheng-demo-2019"
CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015 table 1
ORGANISATION_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # GB 11714-1997 table 1
SYLLABLES = ("禾", "砺", "沐", "衍", "澄", "朔", "岚", "棠", "予", "笃", "昉", "屿", "芷", "垚", "翎", "珩")


def draw(*key):
    """A number from 0 up to 1. The same key gives the same number on every machine and in every order of calls."""
    digest = hashlib.sha256("/".join(str(part) for part in (SEED, *key)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def whole(low, high, *key):
    return low + int(draw(*key) * (high - low + 1))


def one_of(choices, *key):
    return choices[whole(0, len(choices) - 1, *key)]


def chance(share, *key):
    return draw(*key) < share


def day(first, last, *key):
    """An ISO date between two ISO dates."""
    low, high = (datetime.date.fromisoformat(text) for text in (first, last))
    return (low + datetime.timedelta(days=whole(0, (high - low).days, *key))).isoformat()


def years_after(date, years, days=0):
    begin = datetime.date.fromisoformat(date)
    if (begin.month, begin.day) == (2, 29):
        begin = begin.replace(day=28)
    return (begin.replace(year=begin.year + years) + datetime.timedelta(days=days)).isoformat()


def credit_code(place, serial):
    """A code with both check digits. Serials begin with MAX, which no registry has reached."""
    subject = f"MAX{serial:05d}"
    weighed = sum(ORGANISATION_LETTERS.index(c) * w for c, w in zip(subject, (3, 7, 9, 10, 5, 8, 4, 2)))
    first17 = f"91{place}{subject}" + "0123456789X0"[11 - weighed % 11]
    weighed = sum(CREDIT_LETTERS.index(c) * pow(3, i, 31) for i, c in enumerate(first17))
    return first17 + CREDIT_LETTERS[-weighed % 31]


def read_divisions():
    """Code → (name, class) of those that exist."""
    rows = (line.split("\t") for line in (ROOT / "data/divisions.tsv").read_text(encoding="utf-8").splitlines()[1:])
    return {row[0]: (row[1], row[3]) for row in rows if row[2] in ("province", "city", "county")}


def firm_name(places, division, trade, serial):
    """`示例` in every name says that no firm is meant; two syllables tell them apart."""
    city = division[:4] + "00"
    if places.get(city, ("", "layer"))[1] == "layer":
        city = division[:2] + "0000"
    first, second = serial % len(SYLLABLES), (serial * 5 + serial // len(SYLLABLES) + 3) % len(SYLLABLES)
    return f"{places[city][0].removesuffix('市')}示例{SYLLABLES[first]}{SYLLABLES[second]}{trade}有限公司"
