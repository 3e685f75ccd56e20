# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter goes through the printing dialog, here into a file, and says what it says on screen."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

import evenhand

CONSULTATION = evenhand.SOURCE / "tests/data/consultations/half-typed.json"


def run(ui):
    evenhand.wait_home(ui)
    ui.quit_clean()

    ui.step("Ctrl+P on the page of the letter opens the dialog")
    folder = evenhand.folder(ui, "printed")
    ui.start([os.path.abspath(ui.cmd[0]), str(CONSULTATION)], cwd=str(folder))
    evenhand.find_rail(ui)
    evenhand.go_to(ui, "Letter")
    ui.find("image", re.compile(r"^Page 1 of \d+$"))
    ui.key("ctrl+p")
    ui.wait(lambda: len(ui.windows()) == 2, "the dialog")
    dialog = [window for window in ui.windows() if window.name != "Evenhand"][0]

    ui.step("it prints all pages")
    ui.click(ui.find("label", "Print to File", within=dialog))
    button = ui.find("push button", "Print", within=dialog)
    ui.wait(lambda: button.sensitive, "the printer to be ready")
    before = temporary()
    ui.click(button)

    ui.step("whom it is about, the printer and the pages are named before anything is sent")
    question = ui.wait_window("Print this for Mr Arthur James?")
    ui.find("label", re.compile(r"^\d+ pages, on the printer “Print to File”\.$"), within=question)
    ui.check(not list(folder.glob("*.pdf")), "something was printed already")
    ui.click(ui.find("push button", "Print", within=question))
    ui.find("label", "Sent to the printer")
    ui.check(temporary() <= before, f"left behind: {temporary() - before}")
    printed = list(folder.glob("*.pdf"))
    ui.check(len(printed) == 1, f"there are these files: {printed}")

    ui.step("what is printed says what the letter says, page by page")
    letter = folder / "letter" / "letter.pdf"
    letter.parent.mkdir()
    evenhand.save_letter(ui, letter)
    ui.check(words(printed[0]) == words(letter), "the printed letter says something else")
    ui.check(letter.with_suffix(".txt").read_text(encoding="utf-8").endswith("End of letter.\n"), "its words are not beside it")

    ui.step("another format than the person needs is asked about first")
    ui.choose(ui.find("push button", "Size of the type: 18 point, large print").parent, "16 point")
    ui.find("push button", "Size of the type: 16 point")
    ui.wait(lambda: ui.find("push button", "Print").sensitive, "the letter in 16 point")
    ui.key("ctrl+p")
    question = ui.wait_window("Can the person read this?")
    ui.find("label", "Arthur needs this: 18 point. You chose 16 point.", within=question)
    ui.key("Return")
    ui.wait_no_window("Can the person read this?")
    ui.find("push button", "Size of the type: 18 point, large print")

    ui.step("what to mend leads to its field")
    ui.click(ui.find("push button", re.compile(r"^Go there: nothing is quoted$"), showing=False))
    evenhand.wait_step(ui, "What matters")
    ui.quit_clean()


def temporary():
    """What printing may leave where files are put for a while."""
    folder = Path(tempfile.gettempdir())
    return {path.name for pattern in ("gtkprint*", "*.pdf", "*.ps") for path in folder.glob(pattern)}


def words(path):
    """The words of each page, in the order of their places."""
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return [page.split() for page in text.split("\f")]
