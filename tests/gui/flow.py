# SPDX-License-Identifier: GPL-3.0-or-later
"""The way through a consultation: an aid opens straight away, the path of two minutes, undo by key
and by menu, the minutes, and the aids that were used last."""

import json
import re

import evenhand

AID = evenhand.SOURCE / "decision-aids/statins-primary-prevention/aid.json"
STATIN = "A statin to help prevent a first heart attack or stroke"
FILLED = evenhand.SOURCE / "tests/data/consultations/statins-decided.json"
PATH = ("What matters", "Options", "Decide and plan", "Letter")
WORDS = "I do not like tablets"


def onward(ui):
    """The button at the foot that leads on."""
    ui.key("ctrl+Next")


def undo_by_menu(ui, what):
    """Opens the menu, sees what would be undone, and undoes it."""
    ui.key("F10")
    ui.click(ui.find("menu item", f"Undo: {what}"))
    ui.gone("menu item", f"Undo: {what}")


def draft(ui):
    """A consultation that took 12 minutes and some seconds before."""
    document = json.loads(FILLED.read_text(encoding="utf-8"))
    document["status"] = "in-progress"
    for step in document["steps"].values():
        step["seconds"] = 74
    path = evenhand.folder(ui, "drafts") / "draft.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def run(ui):
    ui.step("nothing was used last; an aid on the command line opens straight away")
    evenhand.wait_home(ui)
    ui.check(not ui.exists("label", "Used last"), "a list of nothing is shown")
    ui.quit_clean()
    evenhand.start_with(ui, AID)
    evenhand.wait_step(ui, "Start")
    ui.find("label", STATIN)
    ui.find("label", "0 minutes so far")

    ui.step("the path of two minutes is chosen at the start, and the button leads along it")
    page = evenhand.Page(ui, "Let’s decide together")
    page.choose("How much time there is", "Two-minute path")
    for step in PATH:
        ui.find("push button", step)
        onward(ui)
        now = evenhand.wait_step(ui, step)
        ui.check(not now.description, f"{step!r} is said to be {now.description!r}")
    for step in ("People", "Risks and benefits", "Weigh it up", "Check"):
        item = ui.find("list item", re.compile(rf"^{step}, step \d+ of 10$"), within=evenhand.find_rail(ui))
        ui.check(item.description == "Not on the two-minute path", f"{step!r} says {item.description!r}")

    ui.step("what was passed without a word looks as if it was not visited; others are a key away")
    ui.find("list item", "What matters, step 3 of 10", within=evenhand.find_rail(ui))
    evenhand.go_to(ui, "Risks and benefits")
    ui.key("ctrl+Next")
    evenhand.wait_step(ui, "Decide and plan")
    ui.find("list item", "Risks and benefits, step 5 of 10, done", within=evenhand.find_rail(ui))

    ui.step("Ctrl+Z takes back what was typed while the field has the focus, Shift+Ctrl+Z types it again")
    evenhand.go_to(ui, "What matters")
    page = evenhand.Page(ui, "What matters to you?")
    page.add("Add words", WORDS)
    field = page.find("text", "Own words, 1")
    ui.key("ctrl+z")
    ui.gone("text", "Own words, 1")
    ui.key("shift+ctrl+z")
    page.expect({"Own words, 1": WORDS})
    field = page.find("text", "Own words, 1")
    ui.wait(lambda: field.focused, "the focus in the field")

    ui.step("words that are not kept yet are undone in their field")
    own = page.type("Something else that counts", "Walking")
    ui.key("ctrl+z")
    ui.wait(lambda: own.text != "Walking", "the field to take it back")
    page.expect({"Own words, 1": WORDS})
    ui.clear(own)

    ui.step("the menu says what is undone; its page comes, and the place has the focus")
    page.type("What worries you", "A fall")
    evenhand.go_to(ui, "Letter")
    undo_by_menu(ui, "what worries you")
    evenhand.wait_step(ui, "What matters")
    page = evenhand.Page(ui, "What matters to you?")
    page.expect({"What worries you": ""})
    worries = page.find("text", "What worries you")
    ui.wait(lambda: worries.focused, "the focus in the field")

    ui.step("the path is left by the menu, and the button leads through every step again")
    ui.key("F10")
    ui.click(ui.find(("menu item", "check menu item"), "Two-minute path"))
    evenhand.go_to(ui, "Options")
    ui.key("ctrl+Next")
    evenhand.wait_step(ui, "Risks and benefits")

    ui.step("what was undone is kept, and the aid stands first on the first page")
    evenhand.leave(ui)
    ui.find("label", "Used last", showing=False)
    ui.click(ui.find("push button", "No name yet"))
    evenhand.wait_step(ui, "Risks and benefits")
    evenhand.go_to(ui, "What matters")
    page = evenhand.Page(ui, "What matters to you?")
    page.expect({"Own words, 1": WORDS, "What worries you": ""})
    ui.key("F10")
    ui.check(not ui.find("menu item", "Undo", showing=False).sensitive, "something of another sitting can be undone")
    ui.key("Escape")
    ui.quit_clean()

    ui.step("the minutes of earlier sittings count, and are not shown where nobody wants them")
    evenhand.start_with(ui, draft(ui))
    evenhand.wait_step(ui, "Start")
    ui.find("label", "12 minutes so far")
    ui.key("ctrl+comma")
    preferences = ui.wait_window("Preferences")
    ui.toggle(ui.find("check box", "Show how many minutes it has taken", within=preferences, showing=False))
    ui.key("Escape")
    ui.wait_no_window("Preferences")
    ui.gone("label", "12 minutes so far")
    ui.quit_clean()
