# SPDX-License-Identifier: GPL-3.0-or-later
"""The clinician's sheet beside the page, and the screen of the person over the window."""

import evenhand

QUESTION = "What would I have to do?"
SAID = "I need my legs for the brake"


def show_view(ui):
    ui.key("F11")
    return ui.wait_window("Patient view")


def sheet(ui):
    ui.step("F9 opens the sheet with what the aid has for this step, beside a page that still works")
    ui.key("F9")
    prompts = ui.find("panel", "For you")
    ui.find("label", "Active liver disease.", within=prompts, showing=False)
    evenhand.go_to(ui, "What matters")
    ui.find("label", "Open questions", within=prompts)
    page = evenhand.Page(ui, "What matters to you?")
    page.add("Add words", SAID)

    ui.step("all options stay in sight beside the sheet")
    for step, heading in (("Options", "Your options, side by side"), ("Weigh it up", "Weigh it up")):
        evenhand.go_to(ui, step)
        for option in ("Lower-strength statin", "No statin for now", "Standard statin"):
            ui.find("label", option, within=evenhand.Page(ui, heading).node)
    evenhand.go_to(ui, "What matters")

    ui.step("F6 leads from the page to the sheet and on to the foot")
    ui.key("F6")
    ui.wait(lambda: ui.focused() is not None and ui.focused().name == "Close the prompts",
            "the focus in the sheet")
    ui.audit()
    ui.key("F6")
    ui.wait(lambda: ui.focused() is not None and ui.focused().name == "Options",
            "the focus on the button that leads on")


def over_the_window(ui):
    ui.step("F11 shows what he said, and nothing that is for the clinician")
    view = show_view(ui)
    ui.find("label", SAID, within=view)
    for words in ("For you", "Open questions", "Practice. Nothing here goes into anyone’s record."):
        ui.check(not ui.exists("label", words, within=view), f"{words!r} is on the patient view")
    ui.audit(within=view)

    ui.step("the keys lead to the next screen and back, Escape ends it where the clinician was")
    ui.key("Right")
    ui.find("label", QUESTION, within=view)
    ui.key("Left")
    ui.find("label", SAID, within=view)
    ui.key("Escape")
    ui.wait_no_window("Patient view")
    evenhand.wait_step(ui, "What matters")


def run(ui):
    evenhand.start_case(ui, evenhand.BUS_DRIVER)
    sheet(ui)
    over_the_window(ui)

    ui.step("the sheet is open again the next time, as it was left")
    ui.quit_clean()
    ui.start()
    evenhand.start_case(ui, evenhand.BUS_DRIVER)
    ui.find("panel", "For you")

    ui.step("between people the view is a plain page")
    evenhand.leave(ui)
    view = show_view(ui)
    ui.check(not ui.find_all("label", within=view), "something is on the patient view")
    ui.key("F11")
    ui.wait_no_window("Patient view")
    ui.quit_clean()
