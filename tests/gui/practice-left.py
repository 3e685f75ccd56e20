# SPDX-License-Identifier: GPL-3.0-or-later
"""A talk with a made-up patient that is left in the middle and goes on next week; and two who practise on
one computer, whose talks are kept apart."""

import re

from evenhand import BUS_DRIVER, leave, start_case, wait_home, wait_step

WORDS = "Tell me about the dog."
HALF = "What would you like to be able to"
ANSWER = re.compile("^Tess. A collie cross")
FOREIGN = "Wie geht es Ihnen heute denn?"


def begin(ui, name):
    ui.type(ui.find("text", "Your name"), name)
    ui.key("Return")
    return ui.find("text", "Ask or say something")


def run(ui):
    ui.step("a talk is left in the middle, with something half typed")
    start_case(ui)
    leave(ui)
    ui.click(ui.find("push button", "Mr Arthur James Pell"))
    wait_step(ui, "Start")
    ui.click(ui.find("push button", "Talk with the patient"))
    entry = begin(ui, "Ann Lee")
    ui.type(entry, WORDS)
    ui.key("Return")
    ui.find("label", ANSWER)
    ui.type(entry, HALF)
    leave(ui)
    ui.quit_clean()

    ui.step("next week it goes on where it was")
    ui.start()
    wait_home(ui)
    row = ui.find("push button", "Mr Arthur James Pell")
    ui.check(row.description.startswith("Ann Lee · "), f"it says {row.description!r}")
    ui.click(row)
    wait_step(ui, "Start")
    # The sheet stood there when it was left, and stands there again.
    entry = ui.find("text", "Ask or say something")
    ui.find("label", WORDS, showing=False)
    ui.find("label", ANSWER, showing=False)
    ui.wait(lambda: entry.text == HALF, f"what was half typed (it is {entry.text!r})")
    ui.screenshot("practice-left-again.png")
    ui.type(entry, FOREIGN, clear=True)
    ui.key("Return")
    ui.find("label", FOREIGN)
    leave(ui)

    ui.step("somebody else practises on the same computer, and each talk says whose it is")
    start_case(ui, BUS_DRIVER)
    ui.click(ui.find("check box", "Somebody else"))
    begin(ui, "Bo Marsh")
    leave(ui)
    told = {row.name: row.description for row in ui.find_all("push button") if " · " in row.description}
    ui.check(told["Mr Arthur James Pell"].startswith("Ann Lee · "), f"{told}")
    ui.check(told["Mr Colin Mabey"].startswith("Bo Marsh · "), f"{told}")
    ui.find("combo box", "Whose practice")
    ui.screenshot("practice-left-two.png")
    ui.quit_clean()
