#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each threat of docs/safety/threats.md has its test, and each test named after a threat stands there.

Usage: test-threats.py BUILD-FOLDER
"""

import re

import repository
import tap

N_THREATS = 21
TABLE = (repository.ROOT / "docs/safety/threats.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| [^|]+ \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`([^`]+)` `([^`]+)`")
NAMED = re.compile(r'"(/threat/[^"]+)"')

rows = ROW.findall(TABLE)
tap.point([int(number) for number, _ in rows] == list(range(1, N_THREATS + 1)), "each threat has a row",
          ", ".join(number for number, _ in rows))

told = set()
for number, cell in rows:
    tests = TEST.findall(cell)
    tap.point(bool(tests) != (cell.strip() == "not yet"), f"threat {number} has a test, or is not there yet", cell)
    for name, path in tests:
        told.add((name, path))
        file = repository.ROOT / path
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        tap.point(name in text and re.search(rf"\b{int(number):02}\b", name) is not None, f"{name} is in {path}")

for path in repository.files(".c", under=("tests",)):
    for name in NAMED.findall((repository.ROOT / path).read_text(encoding="utf-8")):
        tap.point((name, path) in told, f"{name} of {path} is in the table")

tap.done()
