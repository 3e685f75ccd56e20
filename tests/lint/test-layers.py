#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each folder includes only what it may; the compiler cannot see what lies in /usr/include."""

import re

import repository
import tap

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita)[/.]|^adwaita\.h$|^poppler")

# Which folders of ours each folder may include from, besides itself.
MAY_USE = {
    "app/core": set(),
    "app/records": {"app/core"},
    "app/letter": {"app/core"},
    "app/exchange": {"app/core"},
    "app/practice": {"app/core"},
    "app/cli": {"app/core", "app/records", "app/letter", "app/exchange", "app/practice"},
    "app/pages": {"app/core", "app/records", "app/letter", "app/exchange", "app/practice",
                  "widgets"},
    "widgets": set(),
}
# Which folders may include a header, and the files of these that do.
ONLY_IN = [
    (re.compile(r"^sqlite3\.h$"), re.compile(r"^app/records/")),
    (re.compile(r"^sodium"), re.compile(r"^app/records/")),
    (re.compile(r"^hpdf"), re.compile(r"^app/letter/[^/]*writer[^/]*$")),
    (re.compile(r"^hb"), re.compile(r"^app/letter/")),
    (re.compile(r"^jansson\.h$"), re.compile(r"^app/(?!pages/)")),
    (TOOLKIT, re.compile(r"^(widgets/|app/pages/|app/main\.c$)")),
]


def folder_of(name):
    """Returns the library that a file belongs to; main.c and the like belong to none."""
    for folder in MAY_USE:
        if name.startswith(folder + "/"):
            return folder
    return None


def findings(name, headers):
    """Returns what is wrong with the includes of one file, as lines of text."""
    source = repository.without_comments(repository.text(name))
    wrong = []
    for match in INCLUDE.finditer(source):
        header = match.group(1)
        line = source.count("\n", 0, match.start()) + 1
        for pattern, allowed in ONLY_IN:
            if pattern.search(header) and not allowed.search(name):
                wrong.append(f"{name}:{line}: {header} does not belong here")
        own = folder_of(name)
        theirs = headers.get(header.split("/")[-1], set()) - {None}
        if own and theirs and not theirs & (MAY_USE[own] | {own}):
            wrong.append(f"{name}:{line}: {own} may not use {', '.join(theirs)} ({header})")
    return wrong


names = repository.files(".c", ".h", under=("app", "widgets"))
# Two folders may have a header of the same name; then the nearer one is meant.
headers = {}
for name in names:
    if name.endswith(".h"):
        headers.setdefault(name.split("/")[-1], set()).add(folder_of(name))

tap.point(names, "there are C files")
for name in names:
    wrong = findings(name, headers)
    tap.point(not wrong, name, wrong)

# What computes with keys is looked at by the tests that keep the main thread out of it.
guard = (repository.ROOT / "tests/records/main-thread-guard.c").read_text(encoding="utf-8")
used = {word for name in names for word in re.findall(r"\bcrypto_[a-z0-9_]+(?= \()", (repository.ROOT / name).read_text(encoding="utf-8"))}
for word in sorted(used):
    tap.point(f"WATCH ({word}," in guard, f"{word} is watched")
tap.done()
