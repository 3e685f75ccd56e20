# SPDX-License-Identifier: GPL-3.0-or-later
"""A talk with a made-up patient that goes poorly: orders, a hard word, one option. Own words come first, then
the debrief tells what did not come out, calmly, and a moment is looked at again; the logbook has it."""

import re

from evenhand import start_case

OWN_WORDS = "I told him what to do, and he went quiet."
STEPS = ("There was no talk of a choice.",
         "Only one way was told of.",
         "Much was told, and nothing asked.",
         "Nobody asked what matters.",
         "The decision did not touch what matters.")
FIRST = "What Arthur did not say at first"


def run(ui):
    start_case(ui)
    talk(ui)
    own_words(ui)
    debrief(ui)
    moment(ui)
    logbook(ui)


def shot(ui, name):
    """A picture beside those of a failure."""
    ui.screenshot(f"practice-poor-{name}.png")


def say(ui, text, answer):
    """Says something where the focus is, and waits for the answer."""
    ui.type(None, text)
    ui.key("Return")
    ui.find("label", re.compile(answer), showing=False)


def talk(ui):
    ui.step("an order, a hard word and a closed question close the door")
    ui.key("F8")
    ui.type(ui.find("text", "Your name"), "Sam Ode")
    ui.key("Return")
    ui.find("label", re.compile("^Morning, Doctor"))
    say(ui, "You must take one tablet fewer.", "^You must take one tablet fewer")
    say(ui, "It is your hypotension.", "hypotension")
    say(ui, "Have you had a fall?", "^Have you had a fall")
    ui.click(ui.find("push button", "Look back at this talk"))


def own_words(ui):
    ui.step("one's own words come before anything is told")
    text = ui.find("text", re.compile("^How was this talk for you"))
    ui.check(not ui.exists("label", FIRST, showing=False), "the debrief is open before")
    ui.audit()
    shot(ui, "1-own-words")
    ui.type(text, OWN_WORDS)
    for step in STEPS:
        node = ui.find("check box", step, showing=False)
        ui.scroll_to(node)
        ui.toggle(node)
    look = ui.find("push button", "Now look back together", showing=False)
    ui.scroll_to(look)
    ui.click(look)


def debrief(ui):
    ui.step("the debrief tells what did not come out, and a question that opens it")
    ui.find("label", FIRST)
    for text in ("^It did not come up. A question that opens it: “What does the walk mean to you",
                 "^No open question, 1 closed question",
                 "^“hypotension”",
                 "^It was not asked how the two of you should decide",
                 "^You did not ask to hear it back",
                 "^Not seen this time$",
                 "^No decision was recorded"):
        ui.find("label", re.compile(text), showing=False)
    ui.find("image", "Take one tablet fewer: 100 of 100 words", showing=False)
    ui.find("image", "Carry on with all tablets: 0 of 100 words", showing=False)
    told = " ".join(node.name or "" for node in ui.find_all("label", showing=False))
    ui.check(not re.search(r"\b(score|fail|wrong|bad mark|well done)\b", told, re.IGNORECASE), "the debrief gives marks")
    ui.audit()
    shot(ui, "2-debrief")


def moment(ui):
    ui.step("a moment is seen again by the keyboard, with what else would have been told")
    talk_list = ui.find("list", "The talk, moment by moment", showing=False)
    ui.scroll_to(talk_list)
    row = ui.find("list item", re.compile("You must take one tablet fewer"), within=talk_list, showing=False)
    ui.scroll_to(row)
    ui.click(row)
    ui.find("label", "Face: closed, looking away", showing=False)
    ui.find("label", "What else Arthur would have told now", showing=False)
    ui.key("Up")
    ui.find("label", "Face: calm", showing=False)
    shot(ui, "3-moment")


def logbook(ui):
    ui.step("the logbook has the case with the trainee's own words")
    there = ui.find("push button", "Go to the logbook", showing=False)
    ui.scroll_to(there)
    ui.click(there)
    ui.find("label", "What Sam Ode has practised")
    ui.find("label", OWN_WORDS)
    ui.audit()
    shot(ui, "4-logbook")
