# SPDX-License-Identifier: GPL-3.0-or-later
"""A decision without an aid: two people write the page, leave it, come back to it, and open a finished one."""

import evenhand

DECISION = "Should I try a hearing aid?"
OPTION = "Try one for a month"
GOOD = "What could be good about it?"
ANSWER = "I may hear the phone again."
FINISHED = evenhand.SOURCE / "tests/data/consultations/blank-decided.json"
OPTIONS = "Your options, side by side"


def write(ui):
    """Writes on a new page."""
    evenhand.wait_home(ui)
    ui.click(ui.find("push button", "Use a blank page for two"))
    evenhand.wait_step(ui, "Start")
    evenhand.Page(ui, "Let’s decide together").type("The decision, as a question", DECISION)

    ui.step("options, a question and an answer are typed in the grid, with the keyboard")
    evenhand.go_to(ui, "Options")
    page = evenhand.Page(ui, OPTIONS)
    page.expect({"Name of option 1": "Carry on as now"})
    page.type("Name of option 2", OPTION)
    page.press(GOOD)
    page.type(f"{GOOD} – {OPTION}", ANSWER)
    said = page.find("text", f"{GOOD} – Carry on as now").description
    ui.check(said == "We do not know yet.", f"an empty answer says {said!r}")


def change_their_minds(ui):
    """Adds an option and takes it back, and takes one out that comes back whole."""
    page = evenhand.Page(ui, OPTIONS)
    page.press("Add an option")
    page.type_here("Wait")
    page.press(f"Take out: {OPTION}")
    ui.gone("text", f"{GOOD} – {OPTION}", within=page.node)
    ui.find("label", "Option taken out")
    ui.click(ui.find("push button", "Undo"))
    page.expect({"Name of option 2": OPTION, "Name of option 3": "Wait", f"{GOOD} – {OPTION}": ANSWER})


def come_back(ui):
    """Leaves the page and carries on with it."""
    evenhand.wait_saved(ui)
    evenhand.leave(ui)
    ui.click(ui.find("push button", "No name yet"))
    evenhand.wait_step(ui, "Options")
    page = evenhand.Page(ui, OPTIONS)
    page.expect({"Name of option 2": OPTION, f"{GOOD} – {OPTION}": ANSWER})
    evenhand.go_to(ui, "Risks and benefits")
    evenhand.Page(ui, "What could happen?").find("label", "We found no numbers for this. We can still talk it through.")
    evenhand.leave(ui)
    ui.quit_clean()


def run(ui):
    write(ui)
    ui.step("an option that was taken out comes back with its answers")
    change_their_minds(ui)
    ui.step("the page is there again when they carry on")
    come_back(ui)

    ui.step("a finished page opens from its file, for reading only")
    evenhand.start_with(ui, FINISHED)
    evenhand.wait_step(ui, "Start")
    evenhand.go_to(ui, "Options")
    field = evenhand.Page(ui, OPTIONS).find("text", "What does it involve? – Carry on as now")
    ui.check(field.text == "Nothing new.", f"the answer is {field.text!r}")
    ui.check(not field.sensitive, "a finished page can be changed")
    ui.quit_clean()
