# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of patients are made, somebody real gets a consultation, and all of it is locked again."""

import os
import re
import subprocess
from pathlib import Path

import evenhand

NAME = "Dr Amina Rowe"
PASSPHRASE = "correct horse battery staple"
FAMILY = "Quillfeather"
EAR = re.compile("ear infection")
STATIN = "A statin to help prevent a first heart attack or stroke"


def fill(ui, texts):
    for name, text in texts.items():
        ui.type(ui.find("text", name), text)


def sign_in(ui, passphrase):
    ui.type(ui.find("password text", "Passphrase"), passphrase)
    ui.key("Return")


def find_told(ui):
    """The files that tell the name: of the records, their journals, logs, lists, and what is for a short time only."""
    return [path for path in Path(ui.dir).rglob("*")
            if path.is_file() and not path.is_symlink() and FAMILY.encode() in path.read_bytes()]


def back_up(ui):
    """A backup of the records, from the command line."""
    passphrase = Path(ui.dir) / "passphrase"
    passphrase.write_text(PASSPHRASE, encoding="utf-8")
    folder = evenhand.folder(ui, "backups")
    subprocess.run([os.path.abspath(ui.cmd[0]), "record", "backup", f"--store={ui.home}/.local/share/evenhand",
                    f"--clinician={NAME}", f"--passphrase-file={passphrase}", f"--output={folder}"],
                   check=True, capture_output=True, env=ui.env)
    return list(Path(folder).glob("*.db"))


def run(ui):
    ui.step("the first page leads to what there is to know before the records are made")
    evenhand.wait_home(ui)
    ui.click(ui.find("push button", "Set up for real patients"))
    fill(ui, {"Your name": NAME, "Your role, such as GP": "GP"})
    passphrase = ui.find("password text", "A passphrase of at least 12 characters")
    ui.type(passphrase, PASSPHRASE[:10])
    ui.find("label", re.compile("^2 characters more"))
    ui.type(passphrase, PASSPHRASE[10:])
    ui.type(ui.find("password text", "The passphrase once more"), PASSPHRASE)
    ui.audit()
    ui.click(ui.find("push button", "Make the records"))

    ui.step("the recovery code is shown once, and two of its groups are typed back")
    ui.find("push button", "I have it on paper")
    code = [label.name for label in ui.find_all("label", re.compile(r"^[0-9A-Z]{5}$"))]
    ui.check(len(code) == 8, f"the code is {code}")
    ui.click(ui.find("push button", "I have it on paper"))
    for field in ui.find_all("text", re.compile(r"^Group \d of the code$")):
        ui.type(field, code[int(re.search(r"\d", field.name).group()) - 1])
    ui.audit()
    ui.click(ui.find("push button", "Confirm"))
    ui.find("label", f"Signed in: {NAME}")

    ui.step("nobody is begun with before it is clear who that is")
    ui.click(ui.find("push button", "New consultation"))
    ui.type(ui.find("entry", "Search decision aids"), "cholesterol")
    ui.gone("push button", EAR)
    ui.click(ui.find("push button", STATIN))
    ui.find("label", "Ask for the date of birth.")
    fill(ui, {"Family name, or the only name": FAMILY, "Date of birth": "4 May 1958", "NHS number": "943 476 5919"})
    ui.audit()
    ui.click(ui.find("push button", STATIN))

    ui.step("the page of a real person has no strip of practice, and no title tells whose it is")
    evenhand.wait_step(ui, "Start")
    ui.find("label", re.compile(f"^{FAMILY}, born 4.May.1958$"))
    ui.check(not ui.exists("label", re.compile("^Practice. Nothing here")), "it says that it is practice")
    ui.check(not any(FAMILY in window.name for window in ui.windows()), "a title tells the name")
    evenhand.wait_saved(ui)
    ui.check(not find_told(ui), f"the name stands in {find_told(ui)}")
    ui.check(re.search(r"Max core file size +0 +0 ", Path(f"/proc/{ui.app.pid}/limits").read_text()), "a dump may be written")

    ui.step("Ctrl+L takes all of it away, and a wrong passphrase does not bring it back")
    ui.key("ctrl+l")
    ui.find("password text", "Passphrase")
    ui.check(not ui.exists(None, re.compile(FAMILY)), "the name is still there")
    sign_in(ui, "wrong horse battery staple")
    ui.find("label", re.compile("^The records could not be unlocked"))

    ui.step("the right one does: what was left waits on the first page")
    sign_in(ui, PASSPHRASE)
    ui.find("label", f"Signed in: {NAME}")
    ui.find("push button", FAMILY)
    ui.audit()

    ui.step("Not me locks, too, and forgets the name")
    ui.click(ui.find("push button", "Not me"))
    ui.wait(lambda: ui.find("text", "Your name").text == "", "the name to be gone")
    ui.click(ui.find("push button", "Leave for now"))
    ui.find("push button", "Sign in")
    ui.quit_clean()

    ui.step("threat 01: no copy is left behind, threat 11: and no log, list or file tells the name")
    ui.check(len(back_up(ui)) == 1, "there is no backup")
    ui.check(not find_told(ui), f"the name stands in {find_told(ui)}")
    ui.check(FAMILY not in ui.output + ui.errors_text(), "the program has told the name")
    left = list((Path(ui.dir) / "tmp").iterdir())
    ui.check(not left, f"a copy is left: {left}")
    recent = [path for path in Path(ui.dir).rglob("recently-used*") if b"evenhand" in path.read_bytes().lower()]
    ui.check(not recent, f"a file is on the list of recent ones: {recent}")
