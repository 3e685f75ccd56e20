# SPDX-License-Identifier: GPL-3.0-or-later
"""A typical day: filled by pressing and dragging, and again by the keyboard; then the tablet is laid on it."""

import re

import evenhand

OPTION = "Standard statin"
TABLET = f"Take one tablet: {OPTION}"


def find_line(page, name):
    """The line itself: the card around it, and the list below it, have the same name."""
    page.find("panel", name)
    return page.ui.find_all("panel", name, within=page.node, showing=False)[1]


def expect_block(ui, line, words):
    return ui.find("panel", words, within=line, showing=False)


def matters(ui):
    page = evenhand.Page(ui, "What matters to you?")
    ui.step("What matters: a press on the line asks what happens then")
    line = find_line(page, "A typical day")
    ui.click_at(line, 0.5, 0.5)
    page.type_here("Dinner")
    block = expect_block(ui, line, "2 pm: Dinner")

    ui.step("it is dragged to an earlier time, and the list says so")
    width = line.extents[2]
    ui.drag(block, 0.2, 0.5, 0.2 - width / 10 / block.extents[2], 0.5)
    expect_block(ui, line, "noon: Dinner")
    page.expect({"Time, 1": "12:00", "What happens, 1": "Dinner"})

    ui.step("the list fills the line by the keyboard")
    page.find("push button", "Add something to the day")
    page.add("Add something to the day", "5 am")
    ui.tab()
    page.type_here("Early shift: 58 bus")
    ui.tab()
    ui.key("space")
    expect_block(ui, line, "5 am: Early shift: 58 bus, matters to you")
    ui.audit(within=page.node)


def weigh(ui):
    page = evenhand.Page(ui, "Weigh it up")
    ui.step("Weigh it up: the tablet is dragged onto the person’s day")
    line = find_line(page, "On your typical day")
    expect_block(ui, line, "5 am: Early shift: 58 bus, matters to you")
    blocks = ui.find_all("panel", re.compile("^Take one tablet, "), within=line, showing=False)
    block = blocks[-1]
    height = block.extents[3]
    ui.drag(block, 0.4, 0.2, 0.6, 0.2 - 32 / height)
    time = ui.find("text", f"When: {TABLET}", within=page.node, showing=False)
    ui.wait(lambda: re.fullmatch(r"\d\d:\d\d", time.text), "the time of the tablet to be kept")

    ui.step("the time and the minutes are typed, and the line follows")
    page.type(f"When: {TABLET}", "8:30 pm")
    page.type(f"Minutes: {TABLET}", "3")
    expect_block(ui, line, "8:30 pm: Take one tablet, 1 time a day, 3 minutes for you")
    page.choose(TABLET, "No trouble")
    ui.audit(within=page.node)


def run(ui):
    evenhand.start_case(ui, evenhand.BUS_DRIVER)
    evenhand.go_to(ui, "What matters")
    matters(ui)
    evenhand.go_to(ui, "Weigh it up")
    weigh(ui)
    ui.quit_clean()
