# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody signs in to the records of patients, and they are locked again."""

import os
import re
import subprocess
from pathlib import Path

import evenhand

NAME = "Dr Amina Rowe"
PASSPHRASE = "correct horse battery staple"


def record(ui, *arguments):
    """Runs `evenhand record` on the window's own records; gives what it says on both its outputs."""
    told = subprocess.run([ui.cmd[0], "record", *arguments, f"--clinician={NAME}",
                           f"--store={Path(ui.env['XDG_DATA_HOME']) / 'evenhand'}",
                           f"--passphrase-file={Path(ui.dir) / 'passphrase'}"],
                          env=ui.env, check=False, capture_output=True, text=True, timeout=60)
    ui.check(told.returncode == 0, f"record {arguments[0]} says {told.stderr!r}")
    return told.stdout, told.stderr


def sign_in(ui, passphrase):
    ui.type(ui.find("password text", "Passphrase"), passphrase)
    ui.key("Return")


def run(ui):
    evenhand.wait_home(ui)
    ui.check(not ui.exists("push button", "Sign in"), "there is a way in to nothing")
    ui.quit_clean()
    (Path(ui.dir) / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    record(ui, "init", "--role=GP")

    ui.step("where there are records of patients, the first page leads in")
    ui.start()
    evenhand.wait_home(ui)
    ui.click(ui.find("push button", "Sign in"))
    ui.type(ui.find("text", "Your name"), NAME)
    ui.audit()
    if "EVENHAND_SHOTS" in os.environ:
        ui.screenshot(os.path.join(os.environ["EVENHAND_SHOTS"], "sign-in.png"))

    ui.step("a wrong passphrase is refused, and goes out of the field")
    sign_in(ui, "wrong horse battery staple")
    ui.find("label", re.compile("passphrase", re.IGNORECASE), text=None)
    field = ui.find("password text", "Passphrase")
    ui.wait(lambda: ui.find("push button", "Sign in").showing, "the next try")

    ui.step("the right one opens the records, and the page says who is in")
    sign_in(ui, PASSPHRASE)
    ui.find("label", f"Signed in: {NAME}")
    ui.find("label", "Carry on with a patient")
    ui.audit()
    if "EVENHAND_SHOTS" in os.environ:
        ui.screenshot(os.path.join(os.environ["EVENHAND_SHOTS"], "home.png"))

    ui.step("Ctrl+L locks; the name stays for the next time")
    ui.key("ctrl+l")
    ui.find("password text", "Passphrase")
    ui.check(ui.find("text", "Your name").text == NAME, "the name is gone")
    record(ui, "list")
    sign_in(ui, PASSPHRASE)
    ui.find("label", f"Signed in: {NAME}")

    ui.step("Not me locks, too, and forgets the name")
    ui.click(ui.find("push button", "Not me"))
    ui.wait(lambda: ui.find("text", "Your name").text == "", "the name to be gone")
    ui.click(ui.find("push button", "Leave for now"))
    evenhand.wait_home(ui)
    ui.find("push button", "Sign in")
    ui.quit_clean()
