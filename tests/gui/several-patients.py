# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who signed in finds patients in each way, joins one who was entered twice, and reads who saw what."""

import re

import evenhand
import patients

def found(ui, words):
    return ui.find("label", words)


def run(ui):
    evenhand.wait_home(ui)
    ui.quit_clean()
    patients.make(ui)
    evenhand.start_with(ui)
    evenhand.wait_home(ui)

    ui.step("nobody is found before somebody signs in")
    ui.check(not ui.exists("push button", "Find a patient"), "there is a way to the patients")
    patients.sign_in(ui)

    ui.step("a number, a name, and a name with a date of birth, in one field by the keyboard")
    ui.key("ctrl+f")
    found(ui, "Who is found stands here.")
    ui.audit()
    patients.look(ui, "943 476 5918")
    found(ui, re.compile("^This is no NHS number"))
    patients.look(ui, "pell")
    found(ui, "3 people found")
    patients.look(ui, "pell 2/1/1950")
    found(ui, "1 person found")
    ui.find("push button", "Agnes Pell-Rowe")
    patients.look(ui, "smith")
    found(ui, re.compile("^Nobody here has a name that begins so"))

    ui.step("what is left, what is due, a day, a clinician, and a decision")
    for kind, words in (("Drafts", "2 talks found"), ("A clinician", "5 talks found")):
        ui.click(ui.find("push button", kind))
        found(ui, words)
    ui.audit()
    ui.click(ui.find("push button", "A day"))
    ui.type(ui.find("text", "Begun on the day"), "19/11/2026", clear=True)
    ui.key("Return")
    found(ui, "1 talk found")
    ui.click(ui.find("push button", "Reviews due"))
    ui.type(ui.find("text", "Planned up to the day"), "1/12/2027", clear=True)
    ui.key("Return")
    found(ui, re.compile("^[0-9]+ talks found$"))
    ui.click(ui.find("push button", "A decision"))
    ui.type(ui.find("text", "Decision, in everyday words"), "cholesterol")
    ui.click(ui.find("push button", re.compile("statin")))
    found(ui, "2 talks found")

    ui.step("one patient: what is needed, who it is, and all talks; no title tells the name")
    patients.look(ui, "9434765919")
    ui.click(ui.find("push button", "Arthur James Pell"))
    ui.find("label", re.compile("^Needs: Large print"))
    talk = ui.find("push button", re.compile("^22.November.2026: "))
    ui.check("Provisional" in talk.description, f"a draft is described by {talk.description!r}")
    ui.audit()
    ui.check(not any("Pell" in window.name for window in ui.windows()), "a title tells the name")

    ui.step("the one who was entered twice is joined, which takes a reason and a tick")
    ui.click(ui.find("push button", "Look at both"))
    ui.find("label", re.compile("^All 3 talks will stand under: Arthur James Pell"), showing=False)
    ui.audit()
    patients.press(ui, "Join both for good")
    ui.find("label", re.compile("^Say how you know it"))
    ui.type(None, "Seen together with the passport")
    ui.toggle(ui.find("check box", "I have compared both: they are the same person", showing=False))
    patients.press(ui, "Join both for good")
    ui.find("push button", re.compile("^14.November.2026: "))
    ui.check(not ui.exists("push button", "Look at both"), "the person may still be here twice")

    ui.step("who saw and changed what tells of all that, and of the look at it")
    ui.click(ui.find("push button", "Who saw and changed what"))
    ui.find("label", re.compile("^That you look at it"))
    rows = ui.find_all("list item", showing=False)
    ui.check("Looked at this list" in rows[0].name, f"the newest is {rows[0].name!r}")
    ui.check(any("because: Seen together with the passport" in row.name for row in rows), "the reason is not told")
    ui.audit()

    ui.step("Alt+Left leads back to the patient and to the search; a draft goes on")
    ui.key("alt+Left", "alt+Left")
    patients.look(ui, "okafor")
    ui.click(ui.find("push button", re.compile("^24.November.2026: ")))
    evenhand.wait_step(ui, "Start")
    ui.find("label", re.compile("^Mary Okafor, born 4.May.1968$"))

    ui.step("locking takes all of it away")
    ui.key("ctrl+f")
    patients.look(ui, "pell")
    found(ui, "2 people found")
    ui.key("ctrl+l")
    ui.find("password text", "Passphrase")
    ui.check(not ui.exists(None, re.compile("Pell|pell")), "a name is still there")
    ui.quit_clean()
