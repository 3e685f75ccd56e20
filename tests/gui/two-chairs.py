# SPDX-License-Identifier: GPL-3.0-or-later
"""Two chairs and a companion: each answers out of sight of the other, and both are shown on request.

On the way the list of what matters is put in order by the keyboard and by its grip, and a
statement is taken out and brought back.
"""

import json
import re

import evenhand

CLINICIAN = "Dr Amina Rowe"
COMPANION = "Ruth Pell"
STATEMENT = "Staying steady on my feet and not falling"
OTHER = "Taking fewer tablets"
OWN = "Walking Tess"
COVER = "Cover it and turn the screen"


def open_with_companion(ui):
    """Opens a new consultation to which somebody came along."""
    document = json.loads((evenhand.SOURCE / "tests/data/consultations/just-started.json").read_text())
    document["start"]["accompanying"] = [{"name": COMPANION, "relationship": "daughter"}]
    document["start"]["seen_by"] = {"name": CLINICIAN}
    path = evenhand.folder(ui, "consultations") / "companion.json"
    path.write_text(json.dumps(document))
    evenhand.wait_home(ui)
    ui.quit_clean()
    evenhand.start_with(ui, path)
    evenhand.find_rail(ui)
    evenhand.go_to(ui, "What matters")
    return evenhand.Page(ui, "What matters to you?")


def mark(ui, slider, key):
    """Puts a number on a ruler by the keyboard."""
    ui.click(slider)
    ui.wait(lambda: slider.focused, "the ruler to have the focus")
    ui.key(key)
    ui.wait(lambda: slider.description.startswith(f"{key} out of 10"), f"the ruler to stand at {key}")


def rows(page):
    """The statements in their order, as they are read out."""
    return [row.name for row in page.ui.find_all("list item", within=page.node, showing=False)]


def row_of(page, statement):
    """The row of a statement."""
    return page.find("list item", re.compile(f"^{re.escape(statement)}, "))


def guess(ui, page):
    ui.step("the clinician guesses, and sees nothing of the person's list")
    page.press(STATEMENT)
    row_of(page, STATEMENT)
    page.press("Make a guess")
    page.find("label", f"{CLINICIAN}’s guess")
    ui.check(not page.exists("list item"), "the person's list is in sight of the one who guesses")
    ui.wait(lambda: ui.focused() is not None and ui.focused().role == "slider", "the focus in the guess")
    mark(ui, page.find("slider", STATEMENT), "6")
    mark(ui, page.find("slider", OTHER), "8")
    page.press(COVER)

    ui.step("the person does not see the guess, and answers")
    page.find("label", f"{CLINICIAN} has made a guess. Now it is your turn.")
    ui.check(not page.find("push button", "Show both").sensitive, "the guess can be shown before the answer")
    ui.check(row_of(page, STATEMENT).description == "Not said yet", "the row tells of the guess")
    mark(ui, page.find("slider", STATEMENT), "9")


def reorder(ui, page):
    ui.step("a statement of one's own is added, moved by Alt+Up and by its grip, taken out and brought back")
    page.type("Something else that counts", OWN)
    page.press("Add your own")
    row = row_of(page, OWN)
    ui.check(row.name == f"{OWN}, 2 of 2", f"it says {row.name!r}")
    ui.click(page.find("label", OWN, row))
    ui.wait(lambda: row.focused or ui.tab(back=True) == row, "the row to have the focus")
    ui.key("alt+Up")
    ui.wait(lambda: rows(page) == [f"{OWN}, 1 of 2", f"{STATEMENT}, 2 of 2"], "Alt+Up to move it")
    ui.check(ui.focused() == row_of(page, OWN), "the focus left the row that was moved")

    row = row_of(page, OWN)
    ui.drag(row, 0.02, 0.5, 0.02, 1.5)
    ui.wait(lambda: rows(page) == [f"{STATEMENT}, 1 of 2", f"{OWN}, 2 of 2"], "the grip to move it")

    row = row_of(page, OWN)
    ui.click(page.find("label", OWN, row))
    ui.wait(lambda: row.focused or ui.tab(back=True) == row, "the row to have the focus")
    ui.key("Delete")
    ui.wait(lambda: rows(page) == [f"{STATEMENT}, 1 of 1"], "Delete to take it out")
    ui.click(ui.find("push button", "Undo"))
    ui.wait(lambda: rows(page) == [f"{STATEMENT}, 1 of 2", f"{OWN}, 2 of 2"], "Undo to bring it back")


def show_both(ui, page):
    ui.step("both are shown on one ruler, with a sentence, and what is said then is kept")
    page.press("Show both")
    said = f"9 out of 10. {CLINICIAN} thought 6. You said 9. Tell me more?"
    ui.wait(lambda: row_of(page, STATEMENT).description == said, f"the row to say {said!r}")
    ui.check("Guess: 6 out of 10" in page.find("slider", STATEMENT).description, "the ruler has no guess")
    page.find("label", f"{CLINICIAN} thought 8. You did not choose this. Tell me more?")
    page.type("What was said about it", "I had thought of the tablets.")
    ui.audit(within=page.node)

    ui.step("on another page and back all is covered again")
    evenhand.go_to(ui, "Options")
    evenhand.go_to(ui, "What matters")
    ui.wait(lambda: row_of(page, STATEMENT).description == "9 out of 10", "the guess to be covered")


def companion(ui, page):
    ui.step("who came along answers out of sight of the person's answers")
    page.press(f"{COMPANION}’s turn")
    page.find("label", f"What counts most, as {COMPANION} sees it")
    ui.check(not page.exists("list item", re.compile(OWN)), "the person's list is in sight")
    page.press(STATEMENT)
    row_of(page, STATEMENT)
    mark(ui, page.find("slider", STATEMENT), "4")
    page.press(COVER)
    page.find("label", f"{COMPANION}’s view is kept apart.")
    ui.check(row_of(page, STATEMENT).description == "9 out of 10", "the person's answer has changed")

    ui.step("and it stands beside the person's on request")
    page.press(f"Show {COMPANION}’s view")
    said = f"9 out of 10. You said 9. {COMPANION} said 4."
    ui.wait(lambda: row_of(page, STATEMENT).description == said, f"the row to say {said!r}")


def weigh(ui):
    ui.step("Weigh it up: their leaning has a row of its own, shown on request")
    evenhand.go_to(ui, "Weigh it up")
    page = evenhand.Page(ui, "Weigh it up")
    theirs = re.compile(f" feel to {COMPANION}[?]$")
    ui.check(not page.exists("slider", theirs), "their row is there unasked")
    page.press(f"{COMPANION}’s turn")
    slider = page.find("slider", theirs)
    ui.check(not page.exists("slider", re.compile(" feel to you today[?]$")), "the person's row is in sight")
    mark(ui, slider, "3")
    page.press(COVER)
    page.find("slider", re.compile(" feel to you today[?]$"))
    ui.gone("slider", theirs, within=page.node, showing=False)
    page.press(f"Show {COMPANION}’s view")
    ui.wait(lambda: page.find("slider", theirs).description.startswith("3 out of 10"), "their number")


def run(ui):
    page = open_with_companion(ui)
    guess(ui, page)
    reorder(ui, page)
    show_both(ui, page)
    companion(ui, page)
    weigh(ui)
    ui.quit_clean()
