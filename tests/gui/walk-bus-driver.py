# SPDX-License-Identifier: GPL-3.0-or-later
"""The case “The letter about his heart” in a few minutes: a group is chosen, nothing is decided yet."""

import re

import evenhand

WORDS = "I need my legs for the brake"
GROUP = re.compile("^100 in 1,000")
OTHER_GROUP = re.compile("^200 in 1,000")


def choose_group(ui, page, group):
    """Chooses the people the numbers are for, by the keyboard."""
    button = page.find("push button", group)
    ui.click(button)
    ui.wait(lambda: button.checked, "the group to be chosen")


def risks(ui):
    ui.step("Risks and benefits: the group is chosen, and the numbers seen before stay beside")
    page = evenhand.Page(ui, "What could happen?")
    choose_group(ui, page, OTHER_GROUP)
    ui.wait(lambda: "200 in 1,000" in evenhand.shown_numbers(ui, page), "numbers of that group")
    choose_group(ui, page, GROUP)
    ui.wait(lambda: "100 in 1,000" in evenhand.shown_numbers(ui, page), "numbers of that group")
    page.find("label", re.compile("^These are now numbers for people .*100 in 1,000.* Before: .*200 in"))
    page.press("I have seen it")
    ui.gone("label", re.compile("^These are now numbers for"))
    ui.audit(within=page.node)
    return evenhand.shown_numbers(ui, page)


def matters(ui):
    ui.step("What matters: his words, and one statement")
    page = evenhand.Page(ui, "What matters to you?")
    page.add("Add words", WORDS)
    page.press("Not having muscle aches")
    page.find("list item", "Not having muscle aches, 1 of 1")


def plan(ui):
    ui.step("Decide and plan: not yet, when to look at it again, and whom to ask")
    page = evenhand.Page(ui, "Where have we got to?")
    page.check(re.compile("^Not yet"))
    page.pick("Who decided?", "Colin")
    page.type("Why, in your words", "I want to talk to Sandra first")
    page.type("Name", "Nadia Rahim", page.card("Questions? Ask for"))
    page.type("Phone", "01632 960120", page.card("Questions? Ask for"))


def letter(ui, shown):
    ui.step("Letter: the saved file says his words, where this leaves us and the numbers of his group")
    page = evenhand.Page(ui, "Your letter")
    page.find("image", re.compile(r"^Page 1 of \d+$"))
    path = evenhand.folder(ui, "letters") / "letter.pdf"
    evenhand.save_letter(ui, path)
    text = evenhand.read_pdf(ui, path)
    for words in (WORDS, "I want to talk to Sandra first", "01632 960120", *shown):
        ui.check(words in text, f"the letter does not say {words!r}")


def run(ui):
    evenhand.start_case(ui, evenhand.BUS_DRIVER)
    evenhand.go_to(ui, "What matters")
    matters(ui)
    evenhand.go_to(ui, "Risks and benefits")
    shown = risks(ui)
    evenhand.go_to(ui, "Decide and plan")
    plan(ui)
    evenhand.go_to(ui, "Letter")
    letter(ui, shown)

    ui.step("Finish: what is missing is named")
    evenhand.go_to(ui, "Finish")
    page = evenhand.Page(ui, "Before you go")
    page.find("push button", re.compile("^Name and date of birth, said aloud and confirmed: go to"))
    ui.check(not page.exists("push button", re.compile("^What matters to the person")),
             "what was said is still called missing")
    ui.quit_clean()
