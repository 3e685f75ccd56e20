# SPDX-License-Identifier: GPL-3.0-or-later
"""A talk with a made-up patient that goes well: questions in own words and picked, what the pages show,
and looking back. Nothing of what is hidden is anywhere on the screen before it is told."""

import re

from evenhand import Page, go_to, start_case, wait_saved

DOG = "Tess. A collie cross"
FEAR = "What are you afraid of?"
# What the case hides, and what only the program knows.
HIDDEN = re.compile("care-home|guarded|talkative|went down twice|promise", re.IGNORECASE)


def run(ui):
    start_case(ui)
    ui.check(not ui.exists("label", "Arthur Pell"), "the patient is not beside the page before")
    begin(ui)
    talk(ui)
    show(ui)
    look_back(ui)


def shot(ui, name):
    """A picture beside those of a failure."""
    ui.screenshot(f"practice-good-{name}.png")


def begin(ui):
    ui.step("somebody says who practises, and the patient begins")
    ui.key("F8")
    ui.find("push button", "Begin the talk")
    ui.find("label", re.compile("^Arthur Pell is 83"))
    shot(ui, "1-who")
    ui.type(ui.find("text", "Your name"), "Ann Lee")
    ui.key("Return")
    ui.find("label", re.compile("^Morning, Doctor"))
    ui.find("image", "Arthur Pell looks calm")


def say(ui, text, answer):
    """Says something where the focus is, and waits for the answer."""
    ui.type(None, text)
    ui.key("Return")
    return ui.find("label", re.compile("^" + re.escape(answer)), showing=False)


def talk(ui):
    ui.step("what is asked openly is answered, and something hidden comes out")
    entry = ui.find("text", "Ask or say something")
    say(ui, "Good morning, Mr Pell. What matters most to you?", "")
    say(ui, "Tell me about the dog.", DOG)
    ui.check(DOG in entry.description, f"the entry is described by {entry.description!r}")
    told = [node.name for node in ui.find_all(("label", "push button", "image"), showing=False)]
    leaks = [text for text in told if HIDDEN.search(text or "")]
    ui.check(not leaks, f"what is hidden stands on the screen: {leaks}")
    say(ui, FEAR, "I went down twice this autumn.")
    shot(ui, "2-told")
    ui.click(ui.find("push button", "Pick a question"))
    ui.click(ui.find("push button", "Do you ever miss a tablet?"))
    ui.find("label", "Do you ever miss a tablet?")


def show(ui):
    ui.step("the patient sees what the pages show, and makes way for the prompts")
    go_to(ui, "Options")
    ui.find("label", re.compile("^I thought it was all or nothing"), showing=False)
    shot(ui, "3-options")
    page = Page(ui, "Your options, side by side")
    ui.click(page.find("push button", "Would my blood pressure stay in range?"))
    for step in ("Risks and benefits", "Weigh it up"):
        go_to(ui, step)
        ui.find("label", "Practice. Nothing here goes into anyone’s record.")
    shot(ui, "4-weigh")
    ui.key("F9")
    ui.find("label", "For you")
    ui.key("F8")
    ui.find("text", "Ask or say something")
    wait_saved(ui)


def look_back(ui):
    ui.step("the talk leads to looking back at it")
    ui.click(ui.find("push button", "Look back at this talk"))
    ui.find("label", "Looking back")
    shot(ui, "5-looking-back")
