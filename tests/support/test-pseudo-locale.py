#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The language for tests is complete, keeps every placeholder, and can be switched to."""

import gettext
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+#0' ]*\d*(?:\.\d+)?(?:l|ll|z)?[a-zA-Z]|\{[^{}]*\}|\*\*|<[^<>]+>")

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    made = subprocess.run([sys.executable, str(HERE / "make-pseudo-locale.py"), name],
                          capture_output=True, text=True, check=False)
    if not tap.point(made.returncode == 0, "the language is made", made.stdout + made.stderr):
        tap.done()
    tap.point(made.stderr == "", "nothing is complained about", made.stderr)

    with open(folder / "en_XA" / "LC_MESSAGES" / "evenhand.mo", "rb") as file:
        catalogue = gettext.GNUTranslations(file)
    # The class has no public way to list what it holds.
    texts = {key: text for key, text in catalogue._catalog.items() if key != ""}
    pot = (folder / "evenhand.pot").read_text(encoding="utf-8")
    tap.point(len(texts) >= pot.count("\nmsgid ") - 1 > 5, "every text is in it",
              f"{len(texts)} texts, {pot.count(chr(10) + 'msgid ') - 1} in the template")

    same, lost = [], []
    for key, text in texts.items():
        singular = key[0] if isinstance(key, tuple) else key
        singular = singular.split("\x04")[-1]
        plural = isinstance(key, tuple) and key[1] != 0
        if "[" not in text or "]" not in text:
            same.append(singular)
        if not plural and sorted(PLACEHOLDER.findall(singular)) != sorted(PLACEHOLDER.findall(text)):
            lost.append(f"{singular!r} became {text!r}")
    tap.point(not same, "every text can be told from the English", same[:10])
    tap.point(not lost, "every placeholder is kept", lost[:10])

    environment = dict(os.environ, LOCPATH=str(folder / "locales"), LC_ALL="en_XA.UTF-8")
    charmap = subprocess.run(["locale", "charmap"], env=environment, capture_output=True, text=True,
                             check=False)
    tap.point(charmap.stdout.strip() == "UTF-8" and not charmap.stderr,
              "the C library knows the locale", charmap.stdout + charmap.stderr)
tap.done()
