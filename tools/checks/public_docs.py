#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every namespace-level declaration of a public header has a `///` sentence; enumerations may speak for themselves."""
import re

from source_tree import finish, read, tracked

TYPE = re.compile(r"^(?:class|struct) (?:\[\[\w+\]\] )?(\w+)(?: final)?(?: :[^:].*)? \{")
FUNCTION = re.compile(r"^(?:\[\[nodiscard\]\] )?(?!using|namespace|template|enum|class|struct|static_assert|return|public"
                      r"|private|friend|extern|constexpr|inline constexpr|}|#|//)[\w:<>,&*\s\[\]]+?\b(\w+)\(")
findings, counted = [], 0
for path in tracked(".hpp", under="src/"):
    if "/internal/" in path:
        continue
    lines = read(path).splitlines()
    depth = 0  # braces other than those of namespaces
    for number, line in enumerate(lines, 1):
        bare = re.sub(r"//.*$", "", line)
        if depth == 0:
            found = TYPE.match(line) or FUNCTION.match(line)
            if found:
                counted += 1
                above = number - 2
                while above >= 0 and lines[above].startswith(("template", "[[", "  ")):
                    above -= 1
                previous = lines[above].strip() if above >= 0 else ""
                # An overload may stand directly under a documented one.
                if not previous.startswith("///") and not (previous.endswith(";") and "(" in previous):
                    findings.append(f"{path}:{number}: `{found.group(1)}` has no /// sentence")
        if not bare.startswith("namespace") and not line.startswith("}  // namespace"):
            depth = max(depth + bare.count("{") - bare.count("}"), 0)
finish(findings, counted)
