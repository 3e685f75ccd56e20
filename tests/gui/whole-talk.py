# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole consultation without a mouse, from the first page to the finished record: by the keyboard alone, or through
the actions that assistive technology has. EVENHAND_HAND names which."""

import re

import evenhand

WORDS = "I want to walk the dog up the hill"
WHY = "The hill means more to me than the number"
OPTION = "Take one tablet fewer"


def hand(ui):
    return ui.env["EVENHAND_HAND"]


def page_of(ui, step, heading):
    evenhand.go_to(ui, step)
    return evenhand.Page(ui, heading, hand(ui))


def start(ui):
    ui.step("the case is found and started; Start and People are filled in")
    evenhand.wait_home(ui)
    ui.wait(lambda: ui.focused() is not None and ui.focused().name == evenhand.SEARCH, "the focus in the search")
    ui.type(None, evenhand.DOG_WALK)
    case = ui.find("push button", evenhand.DOG_WALK)
    ui.gone("push button", evenhand.BUS_DRIVER)
    evenhand.HANDS[hand(ui)](ui).press(case)
    evenhand.wait_step(ui, "Start")
    page = evenhand.Page(ui, "Let’s decide together", hand(ui))
    page.check(re.compile("^I know that this aid is a draft"))
    page.choose(re.compile("^Blood pressure today is very high"), "No")
    page = page_of(ui, "People", "Who is here today?")
    page.check("Name said aloud and right")
    page.check("Date of birth said aloud and right")


def talk(ui):
    ui.step("What matters, options, risks, and how each option feels")
    page = page_of(ui, "What matters", "What matters to you?")
    page.add("Add words", WORDS)
    page.press("Feeling less dizzy or tired")
    page.find("list item", "Feeling less dizzy or tired, 1 of 1")
    page_of(ui, "Options", "Your options, side by side").press("Turn the order round")
    page_of(ui, "Risks and benefits", re.compile("could happen"))
    page = page_of(ui, "Weigh it up", "Weigh it up")
    slider = page.find("slider", re.compile(re.escape(OPTION)))
    if hand(ui) == "actions":
        ui.set_value(slider, 8)
    else:
        page.hand.reach(slider)
        ui.key("8")
    ui.wait(lambda: slider.description.startswith("8 out of 10"), "the ruler to stand at 8")


def agree(ui):
    ui.step("Check, decide and plan")
    page = page_of(ui, "Check", "Have I explained it well?")
    page.type(re.compile("What would you tell your family"), "All, one fewer, or none in the end")
    page.press("It was clear", page.card("In your own words"))
    page.choose(re.compile("^Do you feel sure"), "Yes")
    page = page_of(ui, "Decide and plan", "Where have we got to?")
    page.check(re.compile("^We have decided"))
    page.check(OPTION)
    page.pick("Who decided?", "Arthur and Dr Amina Rowe")
    page.type("Why, in your words", WHY)
    page.type("Name", "Jo Hart", page.card("Questions? Ask for"))
    page.type("Phone", "01632 960041", page.card("Questions? Ask for"))


def finish(ui):
    ui.step("the letter is saved, and the record is finished")
    evenhand.go_to(ui, "Letter")
    path = evenhand.folder(ui, "letters") / "letter.pdf"
    evenhand.save_letter(ui, path, hand(ui))
    text = evenhand.read_pdf(ui, path)
    for words in (WORDS, WHY, "take one tablet fewer"):
        ui.check(words in text, f"the letter does not say {words!r}")
    page = page_of(ui, "Finish", "Before you go")
    page.find("label", "Nothing is missing.")
    page.press("Finish and keep")
    dialog = ui.wait_window("Finish and keep this record?")
    evenhand.HANDS[hand(ui)](ui).press(ui.find("push button", "Finish and keep", within=dialog))
    evenhand.Page(ui, "Before you go").find("label", re.compile("can be read and printed, and not changed any more"))
    ui.quit_clean()


def run(ui):
    start(ui)
    talk(ui)
    agree(ui)
    finish(ui)
