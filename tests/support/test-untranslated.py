#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the program says on the command line can be translated.

Runs it in the language that make-pseudo-locale.py makes and looks for sentences that stayed English.
The words of decision aids and cases are content, translated beside the aid, and stay as they are.

Usage: test-untranslated.py BUILD-FOLDER
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
AIDS = ROOT / "decision-aids"
CONSULTATIONS = ROOT / "tests" / "data" / "consultations"
program = Path(sys.argv[1]) / "app" / "evenhand"

# Two plain words in a row, with no accent of the made-up language in them.
ENGLISH = re.compile(r"\b[A-Za-z]{2,} [A-Za-z]{2,}\b")
DISGUISED = re.compile(r"\[[^\[\]]*~\]")


def strings_of(value):
    """Yields every text in a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from strings_of(member)
    elif isinstance(value, list):
        for member in value:
            yield from strings_of(member)


def content_words():
    """Returns the texts of all aids, cases and consultations as one, white space made even."""
    files = [*AIDS.glob("*/aid.json"), *AIDS.glob("*/cases/*.json"), *CONSULTATIONS.glob("*.json")]
    texts = [text for file in files
             for text in strings_of(json.loads(file.read_text(encoding="utf-8")))]
    return re.sub(r"\s+", " ", "\n".join(texts))


def english_in(output, content):
    """Returns the pieces of an output that are neither disguised nor content."""
    left = output
    while DISGUISED.search(left):
        left = DISGUISED.sub(" ", left)
    return [phrase for phrase in ENGLISH.findall(left) if phrase not in content]


def run(environment, *arguments):
    answer = subprocess.run([str(program), *arguments], env=environment, capture_output=True,
                            text=True, encoding="utf-8", timeout=60, check=False)
    return answer.returncode, answer.stdout + answer.stderr


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    subprocess.run([sys.executable, str(HERE / "make-pseudo-locale.py"), name], check=True)
    (folder / "broken.json").write_text('{"format": "evenhand-aid/1", "id": }\n', encoding="utf-8")
    (folder / "wrong.json").write_text('{"format": "evenhand-aid/1", "id": 7}\n', encoding="utf-8")
    environment = dict(os.environ, LOCPATH=str(folder / "locales"), LC_ALL="en_XA.UTF-8",
                       LANGUAGE="", EVENHAND_LOCALE_DIR=name, EVENHAND_AIDS=str(AIDS))
    content = content_words()

    commands = {
        "the list of cases": (0, ["case", "list"]),
        "a case that is not there": (2, ["case", "show", "nowhere"]),
        "a command that is not whole": (2, ["case", "nonsense"]),
        "an option that is not there": (2, ["case", "list", "--nonsense"]),
        "a file that is not there": (2, ["check", "nowhere.json"]),
        "a file that is broken": (2, ["check", str(folder / "broken.json")]),
        "a file that does not fit": (1, ["check", str(folder / "wrong.json")]),
    }
    for what, (expected, arguments) in commands.items():
        status, output = run(environment, *arguments)
        english = english_in(output, content)
        tap.point(status == expected, f"{what}: ends with {expected}", f"{status}: {output}")
        tap.point(not english, f"{what}: has no English", english[:8] + output.splitlines()[:8])
        if expected != 0:
            tap.point("~]" in output, f"{what}: is translated", output)
tap.done()
