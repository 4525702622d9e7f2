#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rooms include only rooms below them; `internal/` belongs to its own room (rooms.toml)."""
import re
import tomllib

from source_tree import CODE, ROOT, finish, read, tracked

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
uses = tomllib.loads((ROOT / "tools/checks/rooms.toml").read_text())["uses"]
findings = []


def find_cycle(room, seen=()):
    if room in seen:
        findings.append(f"rooms.toml: cycle {' -> '.join((*seen, room))}")
        return
    for used in uses.get(room, []):
        find_cycle(used, (*seen, room))


for room in uses:
    find_cycle(room)

used_pairs = set()
files = tracked(*CODE, under="src/")
for path in files:
    parts = path.split("/")
    room = parts[1] if len(parts) > 2 else "main"
    if room not in uses:
        findings.append(f"{path}: the room `{room}` is not in tools/checks/rooms.toml")
        continue
    for number, line in enumerate(read(path).splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        target = found.group(1)
        other = target.split("/")[0]
        if not (ROOT / "src" / target).is_file():
            findings.append(f"{path}:{number}: no such header src/{target}; include by path from src/")
        elif other != room:
            used_pairs.add((room, other))
            if other not in uses[room]:
                findings.append(f"{path}:{number}: {room} must not know {other} (tools/checks/rooms.toml)")
            elif "/internal/" in target:
                findings.append(f"{path}:{number}: {target} is private to {other}")

for room, allowed in uses.items():
    for other in allowed:
        if (room, other) not in used_pairs:
            print(f"note: {room} is allowed {other} and does not use it")
finish(findings, len(files))
