# SPDX-License-Identifier: GPL-3.0-or-later
"""A power cut while somebody types: nothing that was typed two seconds before is lost."""

import os
import time

import evenhand

# A program under the sanitizers is slower, and so is what it promises.
LIMIT = 2.0 * (4 if "ASAN_OPTIONS" in os.environ else 1)
LONGEST = LIMIT * 4


def type_until_cut(ui, entry):
    """Types word after word without a pause; gives each with the time when it was there."""
    typed = []
    begin = time.monotonic()
    while time.monotonic() - begin < LIMIT + 1.5:
        word = f"word{len(typed)} "
        ui.type(None, word)
        ui.wait(lambda: entry.text.endswith(word), f"{word!r} to stand there")
        typed.append((time.monotonic(), word))
        ui.check(time.monotonic() - begin < LONGEST, "typing takes too long to be measured")
    return typed


def run(ui):
    ui.step("a case is started and somebody types without a pause")
    evenhand.start_case(ui)
    evenhand.go_to(ui, "Options")
    ui.activate(ui.find("push button", "Add a question", showing=False))
    entry = ui.wait(lambda: (lambda node: node if node and "EditableText" in node.interfaces
                             else None)(ui.focused()), "the new question to have the focus")
    name = entry.name
    typed = type_until_cut(ui, entry)

    ui.step("the program is killed, and starts again")
    cut = time.monotonic()
    evenhand.kill(ui)
    ui.start()
    evenhand.wait_home(ui)

    ui.step("the draft is offered, with the step where it was left")
    draft = ui.find("push button", "Mr Arthur James Pell")
    ui.check("left at Options" in draft.description, f"the draft says {draft.description!r}")

    ui.step("it goes on at that step, and nothing older than two seconds is lost")
    ui.click(draft)
    evenhand.wait_step(ui, "Options")
    text = ui.find("text", name, showing=False).text
    for moment, word in typed:
        if moment <= cut - LIMIT:
            ui.check(word.strip() in text.split(),
                     f"{word.strip()} was typed {cut - moment:.1f} s before and is not in {text!r}")
    ui.check(typed[0][0] <= cut - LIMIT, "nothing was typed long enough before")

    ui.quit_clean()
