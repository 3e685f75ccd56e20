# SPDX-License-Identifier: GPL-3.0-or-later
"""A colleague is let in, signs in, changes the passphrase; two people approve a decision aid; one leaves.

With EVENHAND_PICTURES set, each page is kept as a picture.
"""

import os
import re

import evenhand

NAME = "Dr Amina Rowe"
OTHER = "Tom Marsh"
PASSPHRASE = "correct horse battery staple"
FIRST_TOO = "five small words in a row"
OTHER_TOO = "purple kettle garden lamp"
EAR = re.compile("ear infection")


def picture(ui, name):
    """A picture of the page, for whoever wants to look at it."""
    if os.environ.get("EVENHAND_PICTURES"):
        ui.screenshot(f"{os.environ['EVENHAND_PICTURES']}-{name}.png")


def secret(ui, label, text):
    ui.set_text(ui.find("password text", label), text)


def choose_passphrase(ui, passphrase):
    secret(ui, "A passphrase of at least 12 characters", passphrase)
    secret(ui, "The passphrase once more", passphrase)


def press(ui, label):
    ui.click(ui.find("push button", label))


def press_below(ui, label):
    """Presses a button that may have to be scrolled to."""
    button = ui.find("push button", label, showing=False)
    ui.scroll_to(button)
    ui.click(button)


def type_groups(ui):
    ui.find("push button", "I have it on paper")
    code = [label.name for label in ui.find_all("label", re.compile(r"^[0-9A-Z]{5}$"))]
    press(ui, "I have it on paper")
    for field in ui.find_all("text", re.compile(r"^Group \d of the code$")):
        ui.set_text(field, code[int(re.search(r"\d", field.name).group()) - 1])
    press(ui, "Confirm")
    ui.find("label", re.compile("^Signed in: "))


def lock_and_sign_in(ui, name, passphrase):
    """Locks, and somebody else comes to the computer, or the same person back."""
    ui.key("ctrl+l")
    field = ui.find("text", "Your name")
    if field.text != name:
        press(ui, "Not me")
        ui.set_text(ui.find("text", "Your name"), name)
    secret(ui, "Passphrase", passphrase)
    press(ui, "Sign in")


def look_after(ui):
    ui.find("label", re.compile("^Signed in: "))
    ui.menu("Main menu", "Looking after the records")
    ui.find("label", "People who may open the records")


def sign_aid(ui, audited):
    press_below(ui, "See and sign decision aids")
    ui.find("label", re.compile("^Approved here: 0 of "), showing=False)
    picture(ui, "approvals")
    press(ui, EAR)
    press_below(ui, "Sign this version")
    ui.find("label", re.compile("One is not accepted yet"), showing=False)
    if audited:
        ui.audit()
    for check in ui.find_all("check box", re.compile("^I accept "), showing=False):
        ui.scroll_to(check)
        ui.toggle(check, True)
    picture(ui, "approve")
    press_below(ui, "Sign this version")


def run(ui):
    ui.step("the records are made")
    evenhand.wait_home(ui)
    press(ui, "Set up for real patients")
    ui.set_text(ui.find("text", "Your name"), NAME)
    secret(ui, "A passphrase of at least 12 characters", "aaaaaaaaaaaa")
    ui.find("label", re.compile("^Easy to guess"))
    picture(ui, "set-up")
    choose_passphrase(ui, PASSPHRASE)
    ui.find("label", re.compile("^(Good|Strong): "))
    press(ui, "Make the records")
    type_groups(ui)

    ui.step("a colleague types a passphrase, and is let in")
    look_after(ui)
    ui.find("label", f"{NAME}: you", showing=False)
    ui.audit()
    press_below(ui, "Let a colleague in")
    press_below(ui, "Let this person in")
    ui.find("label", "Say who it is.", showing=False)
    ui.type(ui.find("text", "The name of your colleague"), OTHER)
    ui.set_text(ui.find("text", "The role, such as nurse"), "nurse")
    choose_passphrase(ui, FIRST_TOO)
    picture(ui, "let-in")
    press_below(ui, "Let this person in")
    ui.find("label", f"{OTHER}, nurse", showing=False)
    picture(ui, "records")

    ui.step("who is not the one before signs in by a name of one’s own")
    lock_and_sign_in(ui, OTHER, FIRST_TOO)
    ui.find("label", f"Signed in: {OTHER}", showing=False)

    ui.step("and changes the passphrase, which asks for the one of now")
    look_after(ui)
    press_below(ui, "Change my passphrase")
    secret(ui, "The passphrase that you have now", OTHER_TOO)
    choose_passphrase(ui, OTHER_TOO)
    ui.audit()
    press(ui, "Change my passphrase")
    ui.find("label", re.compile("^That is not the passphrase that you sign in with"), showing=False)
    picture(ui, "change-passphrase")
    secret(ui, "The passphrase that you have now", FIRST_TOO)
    choose_passphrase(ui, OTHER_TOO)
    press(ui, "Change my passphrase")
    ui.find("label", f"{OTHER}, nurse: you", showing=False)

    ui.step("two people sign a decision aid, each with the figures that were read second-hand")
    sign_aid(ui, True)
    ui.find("label", re.compile(f"^Draft: {OTHER} signed it on "), showing=False)
    ui.find("label", re.compile("^You signed it. Somebody else"), showing=False)
    lock_and_sign_in(ui, NAME, PASSPHRASE)
    look_after(ui)
    sign_aid(ui, False)
    ui.find("label", re.compile(f"^Approved here on .*, by {OTHER} and {NAME}\\.$"), showing=False)
    picture(ui, "approved")

    ui.step("that is told where the aid is chosen")
    press(ui, "Leave for now")
    press(ui, "New consultation")
    ui.find("label", re.compile("^Approved here on "), showing=False)
    picture(ui, "new-consultation")

    ui.step("somebody leaves: the records get a new key, and the passphrase opens nothing")
    press(ui, "Leave for now")
    look_after(ui)
    press_below(ui, f"Stop access for {OTHER}")
    ui.set_text(ui.find("text", "Why this person leaves"), "has moved away")
    ui.audit()
    picture(ui, "leaver")
    press_below(ui, "Stop access now")
    ui.gone("label", f"{OTHER}, nurse")
    ui.find("label", "The records have a new key.", showing=False)
    lock_and_sign_in(ui, OTHER, OTHER_TOO)
    ui.find("label", re.compile("^The records could not be unlocked"), showing=False)
    picture(ui, "sign-in")
    ui.quit_clean()
