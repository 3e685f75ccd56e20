# SPDX-License-Identifier: GPL-3.0-or-later
"""The options side by side: read by the keyboard, ordered by what matters, put aside and back."""

import re

import evenhand

MUSCLES = "Would my muscles hurt?"
INVOLVE = "What would I have to do?"
ACHES = "Not having muscle aches"
REASON = "He walks all day and has none"


def questions(page):
    """The questions, from the top."""
    return [row.name for row in page.ui.find_all("push button", within=page.node, showing=False)
            if row.name.endswith("?")]


def focus_name(ui):
    node = ui.focused()
    return node.name if node is not None else ""


def wait_focus(ui, pattern):
    ui.wait(lambda: re.search(pattern, focus_name(ui)), f"the focus on {pattern!r}")


def go_to_cells(ui):
    """Leads by Tab to the first question."""
    for _ in range(8):
        if focus_name(ui).endswith("?"):
            return
        ui.tab()
    ui.check(False, f"Tab does not reach the questions, but {focus_name(ui)!r}")


def run(ui):
    evenhand.start_case(ui, evenhand.BUS_DRIVER)

    ui.step("the question that touches what matters comes first, and it can be turned off")
    evenhand.go_to(ui, "What matters")
    evenhand.Page(ui, "What matters to you?").press(ACHES)
    evenhand.go_to(ui, "Options")
    page = evenhand.Page(ui, "Your options, side by side")
    ui.wait(lambda: questions(page)[:2] == [MUSCLES, INVOLVE], "the question about muscles to come first")
    ui.check(page.find("push button", MUSCLES).description == "Matters to you", "it does not say why")
    page.press("What matters first")
    ui.wait(lambda: questions(page)[0] == INVOLVE, "the order of the aid")
    page.press("What matters first")
    ui.wait(lambda: questions(page)[0] == MUSCLES, "what matters to come first again")

    ui.step("each cell says its question and its option, and F1 says what its words mean")
    go_to_cells(ui)
    wait_focus(ui, f"^{re.escape(MUSCLES)}$")
    ui.key("Right", "Down", "Down", "Down")
    wait_focus(ui, r"^What happens to my cholesterol\? Lower-strength statin: Harmful")
    ui.check("F1 explains: LDL, cholesterol" in ui.focused().description, f"{ui.focused().description!r}")
    ui.key("F1")
    wait_focus(ui, "^LDL: the harmful kind of cholesterol\ncholesterol: a kind of fat in the blood$")
    ui.key("Escape")
    wait_focus(ui, r"^What happens to my cholesterol\? Lower")

    ui.step("Ctrl and an arrow move the option, and the keyboard goes with it")
    ui.key("ctrl+Right")
    ui.wait(lambda: page.find("panel", "Lower-strength statin").extents[0] >
            page.find("panel", "No statin for now").extents[0], "the other order")
    wait_focus(ui, r"^What happens to my cholesterol\? Lower")

    ui.step("an open question tells its source on request")
    ui.key("Return")
    page.press("Source")
    page.find("label", re.compile("NICE"))
    ui.audit(within=page.node)

    ui.step("a question is put aside for a reason, and comes back")
    page.press("Put this question aside")
    wait_focus(ui, "^The reason")
    ui.key("Return")
    ui.find("label", re.compile("^Say why first"))
    ui.type(None, REASON)
    ui.key("Return")
    page.find("label", f"Put aside: What happens to my cholesterol?, “{REASON}”.")
    ui.check("What happens to my cholesterol?" not in questions(page), "it is still there")
    # What says so for some seconds, with Undo, lies over the line meanwhile.
    ui.gone("push button", "Undo")
    page.press("Bring back")
    ui.wait(lambda: "What happens to my cholesterol?" in questions(page), "the question to come back")
    ui.quit_clean()
