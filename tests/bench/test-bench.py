#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench runs and prints a number for every row. What the numbers are is not judged here.

usage: test-bench.py RUN-BENCH BUILD-FOLDER
"""
import json
import re
import subprocess
import sys

import tap

GOALS = {
    "first-frame": 1.25, "memory": 1.30, "letter-time": 1.0, "letter-warm": 1, "letter-size": 1.2,
    "icons-unchanged": 0.75, "icons-changed": 1.5, "page-turn": 3, "page-first-half": 3, "page-first-most": 3, "page-again-half": 3,
    "page-again-most": 3, "preview": 1, "preview-block": 1, "autosave": 1.3, "autosave-most": 1, "find": 2, "find-cold": 1, "unlock": 1, "check": 3, "index": 0.05,
    "answer": 1,
}

done = subprocess.run([sys.executable, sys.argv[1], sys.argv[2], "--repetitions=1"], capture_output=True, text=True)
tap.point(done.returncode == 0, "one repetition of everything runs", done.stderr)
rows = {}
for line in done.stdout.splitlines():
    if line.startswith("{"):
        row = json.loads(line)
        rows[row["row"]] = row
tap.point(list(rows) == list(GOALS), "every row is printed once, in order", done.stdout)
for name, goal in GOALS.items():
    row = rows.get(name, {})
    tap.point(set(row) == {"row", "ratio", "goal"} and row["goal"] == goal and row["ratio"] > 0,
              f"{name} has its goal and a ratio above nothing", row)
table = [line for line in done.stdout.splitlines() if re.search(r" / .* \d+\.\d+ +\d+\.\d+ ", line)]
tap.point(len(table) == len(GOALS), "the table has a line for every row", done.stdout)
wrong = subprocess.run([sys.executable, sys.argv[1], sys.argv[2], "no-such-row"], capture_output=True, text=True)
tap.point(wrong.returncode == 2 and "no-such-row" in wrong.stderr, "a row that is not there is refused", wrong.stderr)
tap.done()
