# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys that lead through the window, and a name for all in it that takes the focus."""

import evenhand


def rail_has_focus(node):
    while node is not None:
        if node.role == "list" and node.name == "Steps":
            return True
        node = node.parent
    return False


def page_has_focus(node):
    """Whether the focus is on a page: all of it scrolls, and the rail is no page."""
    scrolls = False
    while node is not None:
        if node.role == "list" and node.name == "Steps":
            return False
        scrolls = scrolls or node.role == "scroll pane"
        node = node.parent
    return scrolls


def run(ui):
    ui.step("a case is started by the keyboard alone")
    evenhand.wait_home(ui)
    ui.wait(lambda: ui.focused() is not None and ui.focused().name == evenhand.SEARCH,
            "the focus in the search")
    ui.type(None, evenhand.DOG_WALK)
    ui.find("push button", evenhand.DOG_WALK)
    ui.gone("push button", evenhand.BUS_DRIVER)
    for _ in range(12):
        focus = ui.tab()
        if focus is not None and focus.name == evenhand.DOG_WALK:
            break
    ui.check(focus is not None and focus.name == evenhand.DOG_WALK,
             f"Tab does not reach the case; the focus is on {focus!r}")
    ui.key("Return")
    evenhand.wait_step(ui, "Start")

    for step in evenhand.STEPS:
        ui.step(f"{evenhand.key_of(step)} leads to “{step}”, and Tab goes on there")
        evenhand.go_to(ui, step)
        ui.wait(lambda: page_has_focus(ui.focused()), "the focus on the page")
        before = ui.focused()
        ui.key("Tab")
        ui.wait(lambda: ui.focused() not in (None, before), "Tab to lead on")

    ui.step("all that takes the focus has a name, round the page too")
    ui.audit()

    ui.step("Ctrl+Page Up leads back step by step, and stops at the first")
    for step in evenhand.STEPS[-2::-1]:
        ui.key("ctrl+Prior")
        evenhand.wait_step(ui, step)
    ui.key("ctrl+Prior")
    evenhand.wait_step(ui, "Start")

    ui.step("Ctrl+Page Down leads on step by step, and stops at the last")
    for step in evenhand.STEPS[1:]:
        ui.key("ctrl+Next")
        evenhand.wait_step(ui, step)
    ui.key("ctrl+Next")
    evenhand.wait_step(ui, "Finish")

    ui.step("F6 leads from the page to the foot, to the rail and back")
    evenhand.go_to(ui, "Options")
    ui.key("F6")
    ui.wait(lambda: ui.focused() is not None and ui.focused().name == evenhand.STEPS[4],
            "the focus on the button that leads on")
    ui.key("F6")
    ui.wait(lambda: rail_has_focus(ui.focused()), "the focus in the rail")
    ui.key("F6")
    ui.wait(lambda: ui.focused() is not None and not rail_has_focus(ui.focused()) and
            ui.focused().name != evenhand.STEPS[4], "the focus on the page")

    ui.step("Ctrl+? opens the list of keys, and Escape closes it")
    ui.key("ctrl+question")
    ui.find("label", "Close, with everything kept")
    ui.key("Escape")
    ui.gone("label", "Close, with everything kept")

    ui.step("F10 opens the menu, Escape closes it, and it leads to the first page")
    ui.key("F10")
    ui.find("menu item", "Leave for now")
    ui.key("Escape")
    ui.gone("menu item", "Leave for now")
    ui.key("F10")
    ui.find("menu item", "Leave for now")
    ui.key("Return")
    evenhand.wait_home(ui)
    ui.quit_clean()
