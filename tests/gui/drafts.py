# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts are left, taken out, put back and gone on with."""

import evenhand

ARTHUR = "Mr Arthur James Pell"
COLIN = "Mr Colin Mabey"


def run(ui):
    ui.step("two cases are started and left at different steps")
    evenhand.start_case(ui, evenhand.DOG_WALK)
    evenhand.go_to(ui, "Check")
    evenhand.leave(ui)
    ui.find("push button", ARTHUR)
    evenhand.start_case(ui, evenhand.BUS_DRIVER)
    evenhand.go_to(ui, "Options")
    evenhand.leave(ui)

    ui.step("both are offered, each with the step where it was left")
    for person, step in ((ARTHUR, "Check"), (COLIN, "Options")):
        row = ui.find("push button", person)
        ui.check(f"left at {step}," in row.description, f"{person} says {row.description!r}")
    ui.audit()

    ui.step("one is taken out, and the other stays")
    # The one that was changed last stands first.
    ui.click(ui.find("push button", "Take out"))
    ui.gone("push button", COLIN)
    ui.find("push button", ARTHUR)

    ui.step("Undo puts it back as it was")
    ui.click(ui.find("push button", "Undo"))
    row = ui.find("push button", COLIN)
    ui.check("left at Options," in row.description, f"it says {row.description!r} now")

    ui.step("what was taken out and not put back is gone for good")
    ui.click(ui.find("push button", "Take out"))
    ui.gone("push button", COLIN)
    ui.quit_clean()
    ui.start()
    evenhand.wait_home(ui)
    ui.find("push button", ARTHUR)
    ui.check(not ui.exists("push button", COLIN), "what was taken out is there again")

    ui.step("the other goes on where it was left")
    ui.click(ui.find("push button", ARTHUR))
    evenhand.wait_step(ui, "Check")
    ui.quit_clean()
