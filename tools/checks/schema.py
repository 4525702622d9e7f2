#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every block and front matter of the policies and of the good examples is valid for policies/block.schema.json."""
import json
import re

import jsonschema
import yaml

from source_tree import ROOT, finish, read, tracked

SCHEMA = json.loads((ROOT / "policies/block.schema.json").read_text(encoding="utf-8"))
FENCE = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
FRONT = re.compile(r"\A---\n(.*?)^---\n", re.MULTILINE | re.DOTALL)
PARTING = re.compile(r"^---\n", re.MULTILINE)


class Plain(yaml.SafeLoader):
    """YAML 1.2 as the reader takes it: `on` and `yes` are words, a date is a text."""


Plain.yaml_implicit_resolvers = {}
for tag, pattern, first in (
        ("bool", r"true|false", "tf"),
        ("null", r"~|null|", ["~", "n", ""]),
        ("int", r"[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789")):
    Plain.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


def definition(name):
    return {"$schema": SCHEMA["$schema"], "$ref": "#/$defs/" + name.replace(" ", "%20"), "$defs": SCHEMA["$defs"]}


def faults(tree, name):
    """What is wrong with one tree, by the keys that lead to it."""
    for fault in jsonschema.Draft202012Validator(definition(name)).iter_errors(tree):
        yield "/".join([name, *map(str, fault.absolute_path)]) + ": " + fault.message


whole = jsonschema.Draft202012Validator(SCHEMA)
findings, counted = [], 0
for path in tracked(".md", under="policies/") + tracked(".md", under="tests/policy/good/"):
    text = read(path)
    parts = [(front, "front matter") for front in FRONT.findall(text)]
    parts += [(block, None) for fence in FENCE.findall(text) for block in PARTING.split(fence)]
    for part, name in parts:
        counted += 1
        tree = yaml.load(part, Plain)  # a subclass of SafeLoader
        if name is None:
            name = next(iter(tree))
        found = [f"{path}: {fault}" for fault in faults(tree, name)] if name in SCHEMA["$defs"] else \
            [f"{path}: the schema has no block `{name}`"]
        if not found and not whole.is_valid(tree):
            found = [f"{path}: `{name}` is valid by itself, but not as a block of the schema"]
        findings += found
finish(findings, counted)
