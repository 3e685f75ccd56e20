# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: what can be practised, what was left, and what may not be entered."""

import re

import evenhand


def run(ui):
    ui.step("the first page shows the cases and says who they are about")
    evenhand.wait_home(ui)
    for title, person in ((evenhand.DOG_WALK, "Arthur Pell"), (evenhand.BUS_DRIVER, "Colin Mabey")):
        evenhand.find_case(ui, title)
        row = ui.find("push button", title)
        ui.check(person in row.description, f"{title!r} is described by {row.description!r}")

    ui.step("it says that nothing waits, and that no real person may be entered")
    ui.find("label", "No drafts. Nothing is waiting for you.")
    ui.find("label", re.compile("Do not enter a real person"), showing=False)
    ui.check(not ui.exists("label", "Finished"), "a list of nothing is shown")

    ui.step("everybody who does not see the page hears a name for each part")
    ui.audit()

    ui.step("everyday words find a decision aid")
    statin = "A statin to help prevent a first heart attack or stroke"
    tablets = "Blood pressure tablets when you are older and live with frailty"
    search = ui.find("entry", evenhand.SEARCH)
    ui.type(search, "cholesterol", clear=True)
    ui.gone("push button", tablets)
    ui.find("push button", statin)
    ui.find("push button", evenhand.BUS_DRIVER)
    ui.gone("push button", evenhand.DOG_WALK)
    ui.type(search, "giraffe", clear=True)
    ui.find("label", re.compile("^Nothing fits these words"))
    ui.find("label", "No case fits these words.")
    ui.clear(search)
    ui.find("push button", tablets, showing=False)

    ui.step("the rest of the cases is shown when it is asked for")
    ui.gone("push button", evenhand.BUS_DRIVER)
    ui.click(ui.find("push button", re.compile(r"^Show \d+ more$"), showing=False))
    ui.find("push button", evenhand.BUS_DRIVER, showing=False)

    ui.step("the menu opens by F10 and says what the program is for")
    ui.key("F10")
    about = ui.find("menu item", "About Evenhand")
    ui.click(about)
    about = ui.wait_window("About")
    ui.click(ui.find("list item", "Details", within=about))
    ui.find("label", re.compile("It does not work out what is best for you"))
    ui.key("Escape", "Escape")

    ui.step("an aid can be tried with nobody in it yet")
    ui.wait(lambda: len(ui.windows()) == 1, "the other window to close")
    ui.click(ui.find("push button", statin))
    evenhand.wait_step(ui, "Start")
    ui.find("label", "Practice. Nothing here goes into anyone’s record.")
    evenhand.leave(ui)
    ui.find("push button", "No name yet")

    ui.quit_clean()
