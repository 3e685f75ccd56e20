#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program and python3-jsonschema judge the same documents alike.

Usage: test-schema-agreement.py SCHEMA-VERDICT

The shipped documents are changed in ways that repeat; each change must get the same verdict from
both, so that what an author's editor accepts is what the program reads.
"""

import copy
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import jsonschema

import tap

SEED = 20261124
# How many changes are tried for each kind of document, spread over all there are. Where the judge
# is slow, as under the sanitizers, EVENHAND_SAMPLE=N tries every Nth.
CHANGES = 540 // int(os.environ.get("EVENHAND_SAMPLE", "1"))
ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = {
    "aid": "decision-aids/*/aid.json",
    "case": "decision-aids/*/cases/*.json",
    "consultation": "tests/data/consultations/*.json",
}


def places(value, path=()):
    """Yields the path of every value below the document."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in below:
        yield path + (key,)
        yield from places(item, path + (key,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def other_values(value, choose):
    """Returns values that could stand where `value` does, right or wrong."""
    anything = [None, True, False, 0, -1, 1, 7, 101, 10**9, 1.5, "", "x", "1943-03-14", [], ["x"], {}, {"x": 1}]
    if isinstance(value, str):
        return [value + "!", value[:-1], value.upper(), "ä" * 36, "x" * 151, "x" * 6000, " ", "999", *anything]
    if isinstance(value, bool):
        return [not value, *anything]
    if isinstance(value, int):
        return [value + 1, value - 1, -value, value * 1000, str(value), *anything]
    if isinstance(value, list):
        return [value + value, value[:-1], value[1:], value * 40, value[::-1], value + [choose(anything)], *anything]
    return [{}, {**value, "x": 1}, {key: value[key] for key in list(value)[1:]},
            {key: value[key] for key in list(value)[:-1]}, *anything]


def change(document, dice):
    """Returns a copy with one thing changed, and what that was."""
    changed = copy.deepcopy(document)
    everywhere = list(places(document))
    # Lists are few, and seldom get the same entry twice by chance.
    lists = [path for path in everywhere if isinstance(at(document, path), list) and at(document, path)]
    kind = dice.randrange(6 if lists else 5)
    path = dice.choice(lists if kind == 5 else everywhere)
    parent, key = at(changed, path[:-1]), path[-1]
    if kind == 5:
        parent[key] = parent[key] + parent[key][:1]
        what = "has its first entry twice"
    elif kind == 0:
        del parent[key]
        what = "taken away"
    elif kind == 1 and isinstance(parent, dict):
        parent[dice.choice(["x", "id", "text", "note", "format", "status"])] = dice.choice(["x", 1, None])
        what = "has a neighbour"
    elif kind == 2:
        other = at(document, dice.choice(list(places(document))))
        parent[key] = copy.deepcopy(other)
        what = f"became {json.dumps(other)[:60]}"
    else:
        parent[key] = dice.choice(other_values(parent[key], dice.choice))
        what = f"became {json.dumps(parent[key])[:60]}"
    return changed, "/" + "/".join(map(str, path)) + " " + what


for kind, pattern in DOCUMENTS.items():
    names = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob(pattern))
    schema = json.loads((ROOT / f"decision-aids/schema/{kind}.schema.json").read_text(encoding="utf-8"))
    judge = jsonschema.Draft202012Validator(schema)
    tap.point(names, f"there are documents of the kind {kind}")
    each = max(CHANGES // len(names), 12)
    refused = 0
    for name in names:
        dice = random.Random(f"{SEED} {name}")
        original = json.loads((ROOT / name).read_text(encoding="utf-8"))
        changes = [(original, "unchanged")] + [change(original, dice) for _ in range(each)]
        lines = "".join(json.dumps(document) + "\n" for document, _ in changes)
        answer = subprocess.run([sys.argv[1], kind], input=lines, capture_output=True, text=True, check=False)
        verdicts = answer.stdout.split()
        if not tap.point(answer.returncode == 0 and len(verdicts) == len(changes), f"{name} is judged",
                         answer.stderr):
            continue
        tap.point(verdicts[0] == "1", f"{name} fits")
        expected = ["1" if judge.is_valid(document) else "0" for document, _ in changes]
        wrong = [f"{what}: {'accepted' if said == '1' else 'refused'} by the program alone"
                 for (_, what), said, wanted in zip(changes, verdicts, expected) if said != wanted]
        tap.point(not wrong, f"{name} with {each} changes is judged alike", wrong)
        refused += expected.count("0")
    tried = each * len(names)
    tap.point(tried // 4 < refused < tried, f"changes of both kinds were tried: {kind}", f"{refused} of {tried} refused")
tap.done()
