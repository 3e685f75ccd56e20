#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES lists exactly the files that hold words for people."""

import re

import repository
import tap

CALL = re.compile(r"(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?)"
                  r"\s*\(")
DEFINITION = re.compile(r"^\s*#\s*define\b.*$", re.MULTILINE)
TRANSLATABLE = re.compile(r'translatable="(?:yes|true)"')
WHOLE = (".desktop.in", ".metainfo.xml.in")


def has_words(name):
    """Whether a file has text that is looked up in a catalogue."""
    content = repository.text(name)
    if content is None:
        return False
    if name.endswith((".c", ".h")):
        return bool(CALL.search(DEFINITION.sub("", repository.without_comments(content))))
    if name.endswith(".ui"):
        return bool(TRANSLATABLE.search(content))
    return name.endswith(WHOLE)


listed = [line.strip() for line in repository.text("po/POTFILES").splitlines()
          if line.strip() and not line.startswith("#")]
wanted = [name for name in repository.files(under=("app", "widgets", "resources"))
          if has_words(name)]

for name in wanted:
    tap.point(name in listed, f"{name} is in po/POTFILES", "add this line to po/POTFILES")
for name in listed:
    if name not in wanted:
        tap.point(False, f"{name} has words", "take this line out of po/POTFILES")
tap.point(listed == sorted(set(listed)), "po/POTFILES is sorted, each line once")
tap.done()
