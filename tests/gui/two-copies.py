# SPDX-License-Identifier: GPL-3.0-or-later
"""A second copy of the program on the same store says so and keeps nothing."""

import re

import evenhand


def run(ui):
    ui.step("the first copy has the store")
    evenhand.wait_home(ui)
    ui.find("label", "No drafts. Nothing is waiting for you.")
    first = ui.app
    ui.procs.append(first)

    ui.step("the second copy says that another one has it")
    ui.app = None
    ui.start()
    evenhand.wait_home(ui)
    ui.find("label", re.compile(r"already|another", re.IGNORECASE))

    ui.step("the second copy ends well, and the first goes on")
    ui.quit_clean()
    ui.check(first.alive(), "the first copy ended")

    ui.step("when the first copy is gone, the next one has the store")
    first.end()
    ui.start()
    evenhand.wait_home(ui)
    ui.find("label", "No drafts. Nothing is waiting for you.")
    ui.check(not ui.exists("label", re.compile(r"already|another", re.IGNORECASE)),
             "the store is still said to be taken")
    ui.quit_clean()
