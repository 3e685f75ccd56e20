#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule for a letter has a row in docs/letter-rules.md, and what the row names is there.

Usage: test-letter-rules.py BUILD-FOLDER

What the checker of letters finds stands in the row of its rule, and a row that says "checked" names what finds it, which is
tried by the test of the checker.
"""

import re

import repository
import tap

N_RULES = 44
TABLE = repository.text("docs/letter-rules.md")
TAGS = repository.text("app/core/base/sdm-issue-tags.c")
CHECKER = repository.text("tests/letter/test-letter-check.c")
ROW = re.compile(r"^\| L(\d+) \| [^|]+ \| (checked|built|a person) \| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`([^`]+)` `(tests/[^`]+)`")
TAG = re.compile(r"`(letter-[a-z-]+)`")
KNOWN = re.compile(r'\{ "(letter-[a-z-]+)", SDM_SEVERITY_[A-Z]+, "L(\d+)"')

rows = {int(number): (by, cell) for number, by, cell in ROW.findall(TABLE)}
tap.point(sorted(rows) == list(range(1, N_RULES + 1)), "each rule has a row", str(sorted(rows)))

found = {number: set() for number in rows}
for tag, number in KNOWN.findall(TAGS):
    found[int(number)].add(tag)
    tap.point(f'"{tag}"' in CHECKER, f"{tag} is tried by the test of the checker")

for number, (by, cell) in sorted(rows.items()):
    tap.point(set(TAG.findall(cell)) == found[number], f"L{number} names what finds it", cell)
    tap.point((by == "checked") == bool(found[number]), f"L{number} says how it is kept", by)
    tap.point(by != "built" or TEST.search(cell) is not None, f"L{number} is built, and has a test", cell)
    for name, path in TEST.findall(cell):
        text = repository.text(path) if (repository.ROOT / path).is_file() else ""
        tap.point(name in text, f"{name} is in {path}")

tap.done()
