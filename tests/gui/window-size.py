# SPDX-License-Identifier: GPL-3.0-or-later
"""The size of the window is remembered."""

import evenhand


def size(ui):
    window = ui.wait_window("Evenhand")
    return window.extents[2:]


def resize(ui, width, height):
    """Drags the corner of the window, so to say."""
    place = ui.wait(lambda: ui._xwin(ui.wait_window("Evenhand")), "the window")
    ui._xdo("windowsize", place["xid"], str(width), str(height))


def run(ui):
    ui.step("the window is made smaller")
    evenhand.wait_home(ui)
    before = size(ui)
    resize(ui, 1000, 640)
    ui.wait(lambda: size(ui) != before, "the new size")
    smaller = ui.wait(lambda: size(ui) if size(ui)[0] < 1001 else None, "the size to settle")

    ui.step("it has that size again when it is next opened")
    ui.quit_clean()
    ui.start()
    evenhand.wait_home(ui)
    ui.wait(lambda: size(ui) == smaller, f"a window of {smaller}")

    ui.step("a window that filled the screen fills it again")
    ui.click(ui.find("push button", "Maximize"))
    whole = ui.wait(lambda: size(ui) if size(ui)[0] > before[0] - 20 else None, "the whole screen")
    ui.quit_clean()
    ui.start()
    evenhand.wait_home(ui)
    ui.wait(lambda: size(ui) == whole, f"a window of {whole}")

    ui.step("and made small again it has the size of before")
    # The button keeps its name, and the same press makes the window small again.
    ui.click(ui.find("push button", "Maximize"))
    ui.wait(lambda: size(ui) == smaller, f"a window of {smaller}")
    ui.quit_clean()
