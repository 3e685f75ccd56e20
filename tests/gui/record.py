# SPDX-License-Identifier: GPL-3.0-or-later
"""The record, from the first day of a practice to a new computer: first use, somebody real, a talk that is finished, locked away,
found again and amended, who saw what, a backup, and the records back in an empty folder. No file tells whose they are.

With EVENHAND_PICTURES set, each page is kept as a picture.
"""

import os
import re
from pathlib import Path

import evenhand

NAME = "Dr Amina Rowe"
PASSPHRASE = "correct horse battery staple"
FAMILY = "Quillfeather"
WHY = "I would rather walk than take one more tablet."
WHY_NOW = "My father had it, so I will take it."
REASON = "The words were those of her husband."
DAY = r"\d{1,2}.\w+.\d{4}"  # whichever it is today
EAR = re.compile("ear infection")
STATIN = "A statin to help prevent a first heart attack or stroke"


def picture(ui, name):
    """A picture of the page, for whoever wants to look at it."""
    if os.environ.get("EVENHAND_PICTURES"):
        ui.screenshot(f"{os.environ['EVENHAND_PICTURES']}-{name}.png")


def fill(ui, texts):
    for name, text in texts.items():
        ui.type(ui.find("text", name), text)


def fill_in(page, texts):
    for name, text in texts.items():
        page.ui.set_text(page.find("text", name), text)


def press(ui, name):
    """Presses a button, which is scrolled into sight where it is not."""
    ui.click(ui.find("push button", name, showing=False))


def sign_in(ui, passphrase):
    ui.type(ui.find("password text", "Passphrase"), passphrase)
    ui.key("Return")


def find_told(ui):
    """The files that tell the name: of the records, their journals, logs, lists, and what is for a short time only."""
    return [path for path in Path(ui.dir).rglob("*")
            if path.is_file() and not path.is_symlink() and FAMILY.encode() in path.read_bytes()]


def choose_path(ui, title, path):
    """Types a path into the file chooser that is open. It takes no notice of Return while it looks into the folder."""
    ui.wait_window(title)
    ui.key("ctrl+l")
    ui.wait(lambda: ui.focused() is not None and "EditableText" in ui.focused().interfaces, "a place to type the path")
    ui.key("ctrl+a")
    ui.type(None, str(path))

    def closes():
        ui.key("Return")
        try:
            ui.wait_no_window(title, timeout=1)
        except Exception:  # of a driver that is no module here
            return False
        return True

    ui.wait(closes, "the chooser to close")


def set_up(ui):
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
    picture(ui, "set-up")
    press(ui, "Make the records")

    ui.step("the recovery code is shown once, and two of its groups are typed back")
    ui.find("push button", "I have it on paper")
    code = [label.name for label in ui.find_all("label", re.compile(r"^[0-9A-Z]{5}$"))]
    ui.check(len(code) == 8, f"the code is {code}")
    picture(ui, "code")
    ui.click(ui.find("push button", "I have it on paper"))
    for field in ui.find_all("text", re.compile(r"^Group \d of the code$")):
        ui.type(field, code[int(re.search(r"\d", field.name).group()) - 1])
    ui.audit()
    picture(ui, "groups")
    ui.click(ui.find("push button", "Confirm"))
    ui.find("label", f"Signed in: {NAME}")


def begin(ui):
    ui.step("nobody is begun with before it is clear who that is")
    ui.click(ui.find("push button", "New consultation"))
    ui.type(ui.find("entry", "Search decision aids"), "cholesterol")
    ui.gone("push button", EAR)
    ui.click(ui.find("push button", STATIN))
    ui.find("label", "Ask for the date of birth.")
    fill(ui, {"Family name, or the only name": FAMILY, "Date of birth": "4 May 1958", "NHS number": "943 476 5919"})
    ui.audit()
    picture(ui, "new")
    ui.click(ui.find("push button", STATIN))

    ui.step("the page of a real person has no strip of practice, and no title tells whose it is")
    evenhand.wait_step(ui, "Start")
    ui.find("label", re.compile(f"^{FAMILY}, born 4.May.1958$"))
    ui.check(not ui.exists("label", re.compile("^Practice. Nothing here")), "it says that it is practice")
    ui.check(not any(FAMILY in window.name for window in ui.windows()), "a title tells the name")
    evenhand.wait_saved(ui)
    ui.check(not find_told(ui), f"the name stands in {find_told(ui)}")
    ui.check(re.search(r"Max core file size +0 +0 ", Path(f"/proc/{ui.app.pid}/limits").read_text()), "a dump may be written")


def lock(ui):
    ui.step("Ctrl+L takes all of it away, and a wrong passphrase does not bring it back")
    ui.key("ctrl+l")
    ui.find("password text", "Passphrase")
    ui.check(not ui.exists(None, re.compile(FAMILY)), "the name is still there")
    sign_in(ui, "wrong horse battery staple")
    ui.find("label", re.compile("^The records could not be unlocked"))
    picture(ui, "sign-in")

    ui.step("the right one does: what was left waits on the first page")
    sign_in(ui, PASSPHRASE)
    ui.find("label", f"Signed in: {NAME}")
    ui.find("push button", FAMILY)
    ui.audit()


def talk(ui):
    """The talk, as short as it can be: Finish names what is missing, until nothing is."""
    ui.step("Finish names what is missing, and leads to each of it")
    evenhand.go_to(ui, "Finish")
    page = evenhand.Page(ui, "Before you go")
    ui.check(not page.find("push button", "Finish and keep").sensitive, "an unfinished record can be finished")
    page.press(re.compile("^How you met.*: go to Start$"))
    evenhand.wait_step(ui, "Start")
    evenhand.Page(ui, "Let’s decide together").choose("How you meet", "Here")
    evenhand.go_to(ui, "People")
    page = evenhand.Page(ui, "Who is here today?")
    page.add("Add a problem", "High cholesterol")
    page.check("Name said aloud and right")
    page.check("Date of birth said aloud and right")
    evenhand.go_to(ui, "What matters")
    page = evenhand.Page(ui, "What matters to you?")
    page.add("Add words", "To see my grandchildren grow up")
    evenhand.go_to(ui, "Options")
    evenhand.go_to(ui, "Decide and plan")
    page = evenhand.Page(ui, "Where have we got to?")
    page.check(re.compile("^We have decided"))
    page.check("No statin for now")
    page.pick("Who decided?", f"{FAMILY} and {NAME}")
    fill_in(page, {"Why, in your words": WHY, "Name": "Jo Hart", "Phone": "01632 960041"})

    ui.step("the talk is finished, and kept for good")
    evenhand.go_to(ui, "Finish")
    page = evenhand.Page(ui, "Before you go")
    page.find("label", "Nothing is missing.")
    page.press("Finish and keep")
    ui.click(ui.find("push button", "Finish and keep", within=ui.wait_window("Finish and keep this record?")))
    page.find("label", re.compile("can be read and printed, and not changed any more"))
    picture(ui, "finish")


def find_person(ui):
    """From anywhere to the person, by the beginning of the name."""
    ui.key("ctrl+f")
    ui.type(ui.find("entry", "Family name, name and date of birth, or NHS number"), FAMILY[:5])
    ui.key("Return")
    ui.find("label", "1 person found")
    picture(ui, "find")
    ui.click(ui.find("push button", FAMILY))
    ui.find("label", "Who it is")


def find_record(ui, version):
    find_person(ui)
    ui.click(ui.find("push button", re.compile(f"^{DAY}: ")))
    page = evenhand.Page(ui, FAMILY)
    page.find("label", re.compile(f"^Version {version}, "))
    picture(ui, f"record-{version}")
    return page


def amend(ui):
    ui.step("it is found again, and amended with a reason")
    find_record(ui, 1).press("Amend this record")
    ui.find("label", re.compile(f"^You are amending the record of {DAY}"))
    evenhand.go_to(ui, "Decide and plan")
    fill_in(evenhand.Page(ui, "Where have we got to?"), {"Why, in your words": WHY_NOW})
    evenhand.go_to(ui, "Finish")
    page = evenhand.Page(ui, "Before you go")
    page.find("label", f"Now: {WHY_NOW}")
    ui.set_text(page.find("text", "Why is the record amended?"), REASON)
    picture(ui, "amend")
    page.press("Keep the amendment")
    ui.click(ui.find("push button", "Keep the amendment", within=ui.wait_window("Keep this amendment?")))
    page = evenhand.Page(ui, FAMILY)
    page.find("label", re.compile("^Version 2, amended by Dr Amina Rowe"))
    page.find("label", REASON)


def see_events(ui):
    ui.step("who saw and changed what tells all of it, and can be printed")
    find_person(ui)
    press(ui, "Who saw and changed what")
    ui.find("label", re.compile("^That you look at it"))
    rows = [row.name for row in ui.find_all("list item", showing=False)]
    for words in ("Looked at this list", "Amended the finished talk", "Read the finished talk", "Finished the talk and kept it",
                  "Began the talk"):
        place = next((k for k, row in enumerate(rows) if words in row), None)
        ui.check(place is not None, f"{words!r} is not in {rows}")
        rows = rows[place:]
    ui.audit()
    picture(ui, "events")
    press(ui, "Print")
    ui.wait(lambda: len(ui.windows()) == 2, "the dialog of the printer")
    ui.key("Escape")
    ui.wait(lambda: len(ui.windows()) == 1, "the dialog to close")


def back_up(ui):
    ui.step("a backup is made into a folder that is chosen")
    folder = evenhand.folder(ui, "backups")
    ui.menu("Main menu", "Looking after the records")
    ui.find("label", "There is no backup yet.", showing=False)
    press(ui, "Make a backup now")
    choose_path(ui, "Choose a folder for backups", folder)
    ui.find("label", re.compile("^Last backup: "), showing=False)
    picture(ui, "upkeep")
    backups = list(folder.glob("*.db"))
    ui.check(len(backups) == 1, f"the backups are {backups}")
    return backups[0]


def restore(ui, backup):
    ui.step("on a new computer the records come back into an empty folder, whole")
    ui.quit_clean()
    store = Path(ui.home) / ".local/share/evenhand"
    store.rename(Path(ui.dir) / "old computer")
    ui.start()
    evenhand.wait_home(ui)
    press(ui, "Set up for real patients")
    press(ui, "Bring the records back from a backup")
    press(ui, "Choose a backup")
    choose_path(ui, "Choose a backup", backup)
    ui.find("label", str(backup), showing=False)
    name = ui.find("text", "Your name", showing=False)
    if name.text != NAME:
        ui.set_text(name, NAME)
    ui.set_text(ui.find("password text", "Passphrase", showing=False), PASSPHRASE)
    ui.audit()
    picture(ui, "restore")
    press(ui, "Bring the records back")
    evenhand.close_problem(ui, "The records are back", "They are as they were on ")
    find_record(ui, 2).find("label", REASON)


def leave(ui):
    ui.step("Not me locks, too, and forgets the name")
    ui.key("ctrl+l")
    ui.wait(lambda: ui.find("text", "Your name").text == NAME, "the name of who was here")
    ui.check(not ui.exists(None, re.compile(FAMILY)), "the name is still there")
    sign_in(ui, PASSPHRASE)
    ui.find("label", f"Signed in: {NAME}")
    ui.click(ui.find("push button", "Not me"))
    ui.wait(lambda: ui.find("text", "Your name").text == "", "the name to be gone")
    ui.click(ui.find("push button", "Leave for now"))
    ui.find("push button", "Sign in")
    ui.quit_clean()


def look_for_copies(ui):
    ui.step("threat 01: no copy is left behind, threat 11: and no log, list or file tells the name")
    ui.check(not find_told(ui), f"the name stands in {find_told(ui)}")
    ui.check(not any(FAMILY in path.name for path in Path(ui.dir).rglob("*")), "a file has the name")
    ui.check(FAMILY not in ui.output + ui.errors_text(), "the program has told the name")
    left = list((Path(ui.dir) / "tmp").iterdir())
    ui.check(not left, f"a copy is left: {left}")
    recent = [path for path in Path(ui.dir).rglob("recently-used*") if b"evenhand" in path.read_bytes().lower()]
    ui.check(not recent, f"a file is on the list of recent ones: {recent}")


def run(ui):
    set_up(ui)
    begin(ui)
    talk(ui)
    lock(ui)
    amend(ui)
    see_events(ui)
    backup = back_up(ui)
    restore(ui, backup)
    leave(ui)
    look_for_copies(ui)
