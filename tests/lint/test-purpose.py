#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The intended purpose reads the same wherever it stands, and the safety file tells the truth."""

import re

import repository
import tap

PURPOSE = ("Evenhand shows published facts so that people can decide together. "
           "It does not work out what is best for you.")
# The beginning and the end of it, by which a changed copy is found.
TRACES = ("shows published facts", "work out what is best")
MUST_HAVE = ["README.md", "docs/manual.md", "docs/safety/intended-purpose.md",
             "resources/org.evenhand.Evenhand.metainfo.xml.in", "app/pages/sdm-application.c",
             "app/letter/sdm-letter-content-gp.c"]
LOG = "docs/safety/hazard-log.md"
RISKS = {"low", "medium", "high"}


def running_text(name):
    """Returns the text of a file with C strings joined and white space made even."""
    content = repository.text(name) or ""
    if name.endswith((".c", ".h")):
        content = re.sub(r'"\s*\n\s*"', "", content)
    return re.sub(r"\s+", " ", content)


for name in MUST_HAVE:
    tap.point(PURPOSE in running_text(name), f"{name} says the intended purpose")
for name in repository.files(".md", ".c", ".h", ".ui", ".in", ".json", ".txt"):
    text = running_text(name)
    if any(trace in text for trace in TRACES):
        tap.point(all(text.count(trace) == text.count(PURPOSE) for trace in TRACES),
                  f"{name} changes no word of it", f"it should read: {PURPOSE}")

rows = [[cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in repository.text(LOG).splitlines() if re.match(r"\| \d+ \|", line)]
tap.point([row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)],
          "the hazards are numbered without a gap")
for row in rows:
    named = re.findall(r"`([^`]+)`", row[6]) if len(row) == 8 else []
    tap.point(len(row) == 8 and all(row), f"hazard {row[0]} is filled in")
    if len(row) != 8:
        continue
    tap.point(row[4] in RISKS and row[7] in RISKS, f"hazard {row[0]} is judged")
    tap.point(named or row[6] == "none yet", f"hazard {row[0]} names a test or says that none is there")
    tap.point(all((repository.ROOT / test).is_file() for test in named),
              f"the tests of hazard {row[0]} are there", named)
    tap.point(named or row[4] == row[7], f"hazard {row[0]} is no smaller without a test")

for name in repository.files(".md"):
    content = repository.text(name)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", content):
        if not re.match(r"[a-z]+:", target):
            path = (repository.ROOT / name).parent / target
            tap.point(path.exists(), f"{name} leads to {target}", f"{target} is not there")
tap.done()
