# SPDX-License-Identifier: GPL-3.0-or-later
"""The case “I can't miss another shift”: a mother decides with the GP, and the letter speaks to her."""

import re

import evenhand

TITLE = "I can't miss another shift"
DECISION = "For Lily, you and I decided together to have a back-up prescription."


def people(ui):
    ui.step("People: the mother is named as who gets the letter")
    page = evenhand.Page(ui, "Who is here today?")
    page.find("label", "Is this your child?")
    page.expect({"Which parent or carer is it for?": "Jo Tanner", "What are they to the child?": "mother"})


def plan(ui):
    ui.step("Decide and plan: mother and GP decided together")
    page = evenhand.Page(ui, "Where have we got to?")
    page.check(re.compile("^We have decided"))
    page.check(re.compile("^A back-up prescription"))
    page.pick("Who decided?", "Jo Tanner and Dr Helen Osei")
    page.add("Add a step", "Ring on Thursday")
    page.type("Who", "Jo", page.card("What happens next"))


def letter(ui):
    ui.step("Letter: it is to the mother, and tells of the child by name")
    page = evenhand.Page(ui, "Your letter")
    page.find("label", "Written to Jo Tanner, about Lily.")
    page.find("image", re.compile(r"^Page 1 of \d+$"))
    path = evenhand.folder(ui, "letters") / "letter.pdf"
    evenhand.save_letter(ui, path)
    text = evenhand.read_pdf(ui, path)
    for words in ("Dear Jo Tanner,", "Where it says “your child”, it means Lily.", "Thank you for bringing Lily to see me", DECISION):
        ui.check(words in text, f"the letter does not say {words!r}")
    for words in ("it means you", "your mother", "see or feel", "right for you"):
        ui.check(words not in text, f"the letter says {words!r}")


def run(ui):
    evenhand.start_case(ui, TITLE)
    evenhand.go_to(ui, "People")
    people(ui)
    evenhand.go_to(ui, "Decide and plan")
    plan(ui)
    evenhand.go_to(ui, "Letter")
    letter(ui)

    ui.step("Finish: what is missing speaks of the child and the parent")
    evenhand.go_to(ui, "Finish")
    page = evenhand.Page(ui, "Before you go")
    page.find("push button", re.compile("^What matters to the parent, or that they would rather not say: go to"))
    ui.quit_clean()
