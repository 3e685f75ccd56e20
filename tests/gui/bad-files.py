# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad file on the command line: the window says the same as `evenhand check`, and goes on."""

import json
import os
import re

import evenhand

FILLED = evenhand.SOURCE / "tests/data/consultations/statins-decided.json"


def change(path, name, value):
    """Writes the filled consultation with another value in one place."""
    document = json.loads(FILLED.read_text(encoding="utf-8"))
    *above, last = name.split("/")
    part = document
    for key in above:
        part = part[key]
    part[last] = value
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")


def make_files(folder):
    """Gives a title and a path for each kind of file that cannot be read."""
    files = {name: folder / f"{name.replace(' ', '-')}.json" for name in (
        "a file that is cut off", "a file that is no JSON", "an empty file", "a file of bytes",
        "a list", "a format of another program", "a newer format", "a word that is not allowed",
        "a name that no field has", "an aid without its texts", "a file that is not there",
        "a file with a blank and ÿ in its name")}
    whole = FILLED.read_bytes()
    files["a file that is cut off"].write_bytes(whole[:len(whole) // 2])
    files["a file that is no JSON"].write_text("Dear Alan", encoding="utf-8")
    files["an empty file"].write_bytes(b"")
    files["a file of bytes"].write_bytes(bytes(range(256)) * 4)
    files["a list"].write_text("[]", encoding="utf-8")
    files["a format of another program"].write_text('{"format": "other/1"}', encoding="utf-8")
    files["a newer format"].write_text('{"format": "evenhand-consultation/7"}', encoding="utf-8")
    change(files["a word that is not allowed"], "people/role_wish", "perhaps")
    change(files["a name that no field has"], "people/colour", "blue")
    files["an aid without its texts"].write_text('{"format": "evenhand-aid/1"}', encoding="utf-8")
    files["a file with a blank and ÿ in its name"].write_text("{", encoding="utf-8")
    return files


def run(ui):
    evenhand.wait_home(ui)
    ui.quit_clean()
    folder = evenhand.folder(ui, "files")
    for title, path in make_files(folder).items():
        ui.step(f"{title}: the window says what the command line says, and goes on")
        found = evenhand.check(ui, path)
        ui.check(found, f"evenhand check finds nothing wrong with {path.name}")
        evenhand.start_with(ui, path)
        dialog = ui.wait_window("This could not be opened")
        told = " ".join(label.name for label in ui.find_all("label", within=dialog))
        ui.check(any(text in told for text in found), f"{told!r} says none of {found}")
        ui.check(path.name in told, f"{told!r} does not name the file")
        ui.key("Return")
        ui.wait_no_window("This could not be opened")
        evenhand.wait_home(ui)
        ui.quit_clean()

    ui.step("after a bad file a case can be started")
    evenhand.start_with(ui, folder / "a-list.json")
    evenhand.close_problem(ui, "This could not be opened", "a-list.json")
    evenhand.start_case(ui)
    ui.quit_clean()

    ui.step("the consultation of a real person is refused in words and not kept")
    real = folder / "real.json"
    change(real, "kind", "real")
    evenhand.start_with(ui, real)
    dialog = ui.wait_window("There are no records of patients here yet")
    ui.find("label", re.compile("^This is the consultation of a real person"), within=dialog)
    ui.key("Escape")
    ui.wait_no_window("There are no records of patients here yet")
    evenhand.wait_home(ui)
    ui.check(not ui.exists("label", "Finished"), "the consultation of a real person was kept")

    ui.step("a consultation whose aid is not here, or is another one now, is refused in words")
    ui.quit_clean()
    for field, value, words in (("aid/id", "nowhere", "“nowhere” is not on this computer"),
                                ("aid/sha256", "0" * 64, "has changed since this consultation")):
        path = folder / f"{field.replace('/', '-')}.json"
        change(path, field, value)
        evenhand.start_with(ui, path)
        evenhand.close_problem(ui, "This could not be opened", words)
        evenhand.wait_home(ui)
        ui.quit_clean()

    ui.step("a folder that may not be read is refused in words")
    if os.geteuid() != 0:
        locked = folder / "locked.json"
        locked.write_bytes(FILLED.read_bytes())
        locked.chmod(0)
        evenhand.start_with(ui, locked)
    else:
        evenhand.start_with(ui, folder)
    ui.wait_window("This could not be opened")
    ui.key("Return")
    evenhand.wait_home(ui)
    ui.quit_clean()
