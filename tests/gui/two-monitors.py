# SPDX-License-Identifier: GPL-3.0-or-later
"""The screen of the person on a monitor of its own, beside the clinician's."""

import evenhand

WIDTH, HEIGHT = 1366, 768
SAID = "I need my legs for the brake"


def place(ui, title):
    """Where a window is on the display: x, y, width and height."""
    window = ui._xwin(ui.wait_window(title))
    return window["x"], window["y"], window["w"], window["h"]


def run(ui):
    evenhand.start_case(ui, evenhand.BUS_DRIVER)
    evenhand.go_to(ui, "What matters")
    before = place(ui, "Evenhand")
    other = WIDTH if before[0] + before[2] // 2 < WIDTH else 0

    ui.step("F11 fills the monitor on which the clinician's window is not")
    ui.key("F11")
    view = ui.wait_window("Patient view")
    ui.wait(lambda: place(ui, "Patient view") == (other, 0, WIDTH, HEIGHT), "the whole of the other monitor")
    ui.check(place(ui, "Evenhand") == before, "the clinician's window moved")
    ui.screenshot("two-monitors.png")

    ui.step("the clinician's keys still reach the clinician's window, and the person sees what was typed")
    ui.key(evenhand.key_of("What matters"))
    page = evenhand.Page(ui, "What matters to you?")
    page.add("Add words", SAID)
    ui.find("label", SAID, within=view)

    ui.step("the person's screen follows the clinician from step to step")
    evenhand.go_to(ui, "Options")
    ui.find("label", "What would I have to do?", within=view)

    ui.step("between people it is a plain page, and it goes with the clinician's window")
    evenhand.leave(ui)
    ui.wait(lambda: not ui.find_all("label", within=view), "a plain page")
    ui.quit_clean()
