# SPDX-License-Identifier: GPL-3.0-or-later
"""A talk is finished, its record is amended and copied from, and marked as entered in error."""

import json
import re

import evenhand

ARTHUR = "Mr Arthur James Pell"
WHY = "I want the hill back."
COPY = "Copy the text for the GP record"
REASON = "The words about the heart were those of Tom."


def write_draft(ui):
    """All of a finished talk, as it was before it was finished."""
    document = json.loads((evenhand.SOURCE / "tests/data/consultations/decided.json").read_text("utf-8"))
    document["status"] = "in-progress"
    for key in ("finalised", "version"):
        del document["finish"][key]
    path = evenhand.folder(ui, "file") / "draft.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def finish(ui, page, button, question):
    page.press(button)
    ui.click(ui.find("push button", button, within=ui.wait_window(question)))


def run(ui):
    evenhand.wait_home(ui)
    ui.quit_clean()

    ui.step("a talk is finished, and its summary is copied")
    evenhand.start_with(ui, write_draft(ui))
    evenhand.wait_step(ui, "Start")
    evenhand.wait_saved(ui)
    evenhand.go_to(ui, "Finish")
    page = evenhand.Page(ui, "Before you go")
    finish(ui, page, "Finish and keep", "Finish and keep this record?")
    page.press(COPY)
    ui.find("label", re.compile(r"^Copied: the summary for the GP record, \d+ characters"))
    ui.find("label", re.compile("^Finished,.for reading only$", re.DOTALL))

    ui.step("its page says what was decided")
    page.press("Open its page")
    page = evenhand.Page(ui, ARTHUR)
    page.find("label", re.compile("^Version 1, finished by Dr Amina Rowe"))
    page.find("label", re.compile("^Shared decision: Take one blood pressure tablet fewer"))
    ui.audit()

    ui.step("it is amended: what differs is told, and a reason is asked for")
    page.press("Amend this record")
    ui.find("label", re.compile("^You are amending the record of 24.November.2026"))
    evenhand.go_to(ui, "Decide and plan")
    ui.type(evenhand.Page(ui, "Where have we got to?").find("text", "Why, in your words"), WHY, clear=True)
    evenhand.go_to(ui, "Finish")
    page = evenhand.Page(ui, "Before you go")
    page.find("label", f"Now: {WHY}")
    page.press("Keep the amendment")
    page.find("label", "Say why the record is amended. It is not kept yet.")
    ui.type(page.find("text", "Why is the record amended?"), REASON)
    ui.audit()
    finish(ui, page, "Keep the amendment", "Keep this amendment?")
    page = evenhand.Page(ui, ARTHUR)
    page.find("label", re.compile("^Version 2, amended by Dr Amina Rowe"))
    page.find("label", REASON)

    ui.step("the difference is shown again")
    page.press(re.compile("What changed in version 2"))
    page.find("label", f"Now: {WHY}")
    ui.audit()

    ui.step("it is marked as entered in error, everywhere")
    ui.click(page.find("push button", "This record should not count any more"))
    ui.type(page.find("text", "Why does this record count no more?"), "It is another Arthur.")
    page.press("Entered in error")
    ui.click(ui.find("push button", "Mark it", within=ui.wait_window("Mark as entered in error?")))
    ui.find("label", re.compile("^This record counts no more"))
    ui.check(not evenhand.Page(ui, ARTHUR).exists("push button", "Amend this record"), "it can still be amended")
    ui.audit()
    evenhand.leave(ui)
    row = ui.find("push button", ARTHUR)
    ui.check(row.description.startswith("Entered in error"), f"it says {row.description!r}")
    ui.quit_clean()
