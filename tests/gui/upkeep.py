# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who signed in makes a backup and checks the records; they are lost, and come back; a damaged file is read.

With EVENHAND_PICTURES set, each page is kept as a picture.
"""

import os
import re
import sqlite3
from pathlib import Path

import evenhand
import patients


def picture(ui, name):
    """A picture of the page, for whoever wants to look at it."""
    if os.environ.get("EVENHAND_PICTURES"):
        ui.screenshot(f"{os.environ['EVENHAND_PICTURES']}-{name}.png")


def choose_backups(ui):
    """The folder for backups, as the preferences keep it. Returns it."""
    folder = evenhand.folder(ui, "backups")
    settings = Path(ui.home) / ".config/glib-2.0/settings/keyfile"
    settings.parent.mkdir(parents=True, exist_ok=True)
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"\n[org/evenhand/Evenhand]\nbackup-folder='{folder}'\n")
    return folder


def start(ui):
    evenhand.start_with(ui)
    evenhand.wait_home(ui)


def find_real(ui):
    """The file of the records of patients, which has no key beside it."""
    store = Path(ui.home) / ".local/share/evenhand"
    return store, next(path for path in store.glob("*.db") if not path.name.startswith("practice"))


def prove_who(ui):
    name = ui.find("text", "Your name", showing=False)
    ui.scroll_to(name)
    ui.type(name, patients.NAME, clear=True)
    ui.type(ui.find("password text", "Passphrase", showing=False), patients.PASSPHRASE)


def run(ui):
    evenhand.wait_home(ui)
    ui.quit_clean()
    patients.make(ui)
    folder = choose_backups(ui)
    start(ui)
    patients.sign_in(ui)

    ui.step("nothing is lost that is in a backup: who signs in is told that there is none, and makes one")
    ui.find("label", "There is no backup of the records yet.")
    patients.press(ui, "Looking after the records")
    ui.find("label", "There is no backup yet.")
    ui.audit()
    picture(ui, "before")
    patients.press(ui, "Make a backup now")
    ui.find("label", re.compile("^Last backup: "))
    backups = list(folder.glob("*.db"))
    ui.check(len(backups) == 1, f"the backups are {backups}")

    ui.step("all is as it was written")
    patients.press(ui, "Check the records now")
    ui.find("label", re.compile("^Last checked on .*: all was as it was written"), showing=False)
    picture(ui, "after")
    ui.quit_clean()

    ui.step("the records are lost with the computer, and come back from the backup on a new one")
    store, real = find_real(ui)
    kept = evenhand.folder(ui, "lost")
    for path in store.glob(f"{real.name}*"):
        path.rename(kept / path.name)
    start(ui)
    patients.press(ui, "Set up for real patients")
    patients.press(ui, "Bring the records back from a backup")
    prove_who(ui)
    patients.press(ui, "Bring the records back")
    ui.find("label", "Choose the file of a backup first.", showing=False)
    ui.audit()
    patients.press(ui, "Choose a backup")
    ui.wait_window("Choose a backup")
    ui.key("ctrl+l")
    ui.type(None, str(backups[0]))
    ui.key("Return")
    ui.wait_no_window("Choose a backup")
    ui.find("label", str(backups[0]), showing=False)
    picture(ui, "restore")
    patients.press(ui, "Bring the records back")
    picture(ui, "restored")
    evenhand.close_problem(ui, "The records are back", "They are as they were on ")
    ui.quit_clean()

    ui.step("of a file that is damaged, what can be read is read, and nothing is written")
    store, real = find_real(ui)
    with sqlite3.connect(real) as database:
        (page,), = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'audit'")
    whole = bytearray(real.read_bytes())
    whole[(page - 1) * 4096:page * 4096] = bytes(4096)
    real.write_bytes(whole)
    start(ui)
    patients.press(ui, "Sign in")
    ui.type(ui.find("text", "Your name"), patients.NAME, clear=True)
    ui.type(ui.find("password text", "Passphrase"), patients.PASSPHRASE)
    ui.key("Return")
    ui.find("push button", "Look at what can still be read", showing=False)
    picture(ui, "damaged")
    patients.press(ui, "Look at what can still be read")
    prove_who(ui)
    patients.press(ui, "Show what can be read")
    ui.find("label", re.compile(r"Pell.*version 1"), showing=False)
    ui.audit()
    picture(ui, "rescue")
    ui.check(real.read_bytes() == bytes(whole), "something was written into the damaged file")
    ui.quit_clean()
