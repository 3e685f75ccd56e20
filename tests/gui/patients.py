# SPDX-License-Identifier: GPL-3.0-or-later
"""Records of several patients, made with the command line before the window is opened."""

import json
import re
import subprocess
from pathlib import Path

import evenhand

NAME = "Dr Amina Rowe"
PASSPHRASE = "correct horse battery staple"
NUMBER = "9434765919"
SEARCH = "Family name, name and date of birth, or NHS number"

# Where the talk comes from, the end of its id, the day, and whose it is.
TALKS = (
    ("decided", "a1", "2026-10-25", True, {"given": ["Arthur", "James"], "family": "Pell", "born": "1943-03-14", "nhs_number": NUMBER}),
    ("decided", "a2", "2026-11-22", False, {"given": ["Arthur", "James"], "family": "Pell", "born": "1943-03-14", "nhs_number": NUMBER}),
    ("statins-decided", "a3", "2026-11-14", True, {"given": ["Artur"], "family": "Pell", "born": "1943-03-14",
                                                    "nhs_number_missing": "On a visit from abroad"}),
    ("statins-decided", "a4", "2026-11-19", True, {"given": ["Agnes"], "family": "Pell-Rowe", "born": "1950-01-02",
                                                    "nhs_number": "9434765927"}),
    ("decided", "a5", "2026-11-24", False, {"given": ["Mary"], "family": "Okafor", "born": "1968-05-04",
                                             "nhs_number_missing": "Not known yet"}),
)


def _document(source, end, day, is_final, patient):
    """A shipped talk as that of somebody else, on another day."""
    document = json.loads((evenhand.SOURCE / f"tests/data/consultations/{source}.json").read_text(encoding="utf-8"))
    document["id"] = document["id"][:-2] + end
    document["kind"] = "real"
    document["created"] = day + document["created"][10:]
    if not is_final:
        document["status"] = "in-progress"
    person = document["people"]["patient"]
    for key in ("given", "family", "born", "nhs_number", "nhs_number_missing", "title", "preferred_name"):
        person.pop(key, None)
    person.update(patient)
    return document


def make(ui):
    """Makes the records, with a passphrase and a code that was typed back, and takes the talks in."""
    folder = evenhand.folder(ui, "talks")
    store = Path(ui.home) / ".local/share/evenhand"
    secret = folder / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    talks = []
    for talk in TALKS:
        talks.append(folder / f"{talk[1]}.json")
        talks[-1].write_text(json.dumps(_document(*talk)), encoding="utf-8")

    def record(*arguments):
        told = subprocess.run([ui.cmd[0], "record", *map(str, arguments), f"--store={store}", f"--clinician={NAME}",
                               f"--passphrase-file={secret}"], env=ui.env, check=False, capture_output=True, text=True, timeout=120)
        ui.check(told.returncode == 0, f"record {arguments[0]} says: {told.stdout} {told.stderr}")
        return told.stdout + told.stderr

    said = record("init", "--role=GP")
    groups = re.search(r"([0-9A-Z]{5}(?:-[0-9A-Z]{5}){7})", said).group().split("-")
    first, second = (int(number) for number in re.findall(r"\b[1-8]\b", said)[-2:])
    record("confirm", groups[first - 1], groups[second - 1])
    record("import", *talks)


def sign_in(ui):
    """Signs in from the first page."""
    ui.click(ui.find("push button", "Sign in"))
    ui.type(ui.find("text", "Your name"), NAME)
    ui.type(ui.find("password text", "Passphrase"), PASSPHRASE)
    ui.key("Return")
    ui.find("label", f"Signed in: {NAME}")


def look(ui, typed):
    """Types into the one field in place of what stands there, and presses Return."""
    field = ui.find("entry", SEARCH)
    ui.wait(lambda: field.focused or ui.focused() is not None, "the focus")
    ui.type(field, typed, clear=True)
    ui.key("Return")


def press(ui, name):
    """Presses a button, which is scrolled into sight where it is not."""
    ui.click(ui.find("push button", name, showing=False))
