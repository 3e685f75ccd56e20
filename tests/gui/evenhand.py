# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenarios share: the ways of a person through the window of Evenhand.

Every function waits for what it asks for; none of them sleeps.
"""

import json
import os
import re
import signal
import subprocess
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
STEPS = ("Start", "People", "What matters", "Options", "Risks and benefits", "Weigh it up",
         "Check", "Decide and plan", "Letter", "Finish")
DOG_WALK = "The hill behind the house"
BUS_DRIVER = "The letter about his heart"


def key_of(step):
    """The key of a step, which is named or numbered from 0: ctrl+1 to ctrl+9, and ctrl+0."""
    number = step if isinstance(step, int) else STEPS.index(step)
    return f"ctrl+{(number + 1) % 10}"


def wait_home(ui):
    """Waits for the first page, with the lists that come after the first frame."""
    ui.find("label", "Let’s decide together")
    ui.wait(lambda: not ui.exists("label", "There is nobody to practise with: no example case "
                                  "was found."), "the cases")


def start_case(ui, title=DOG_WALK):
    """Starts an example case from the first page."""
    wait_home(ui)
    ui.click(ui.find("push button", title))
    wait_step(ui, "Start")


def find_rail(ui):
    """The rail with the steps; it is looked for once in each run of the program."""
    kept = getattr(ui, "evenhand_rail", None)
    if kept is None or kept[0] is not ui.app:
        ui.evenhand_rail = kept = (ui.app, ui.find("list", "Steps"))
    return kept[1]


def wait_step(ui, step):
    """Waits until a step is on screen, and gives its item in the rail."""
    name = step if isinstance(step, str) else STEPS[step]
    return ui.find("list item", re.compile(rf"^{re.escape(name)}, step \d+ of 10, now$"),
                   within=find_rail(ui))


def go_to(ui, step):
    """Goes to a step by its key."""
    ui.key(key_of(step))
    return wait_step(ui, step)


def leave(ui):
    """Leaves the consultation by the button at its top."""
    ui.click(ui.find("push button", "Leave for now"))
    wait_home(ui)


def wait_saved(ui):
    """Waits until all that was typed is kept."""
    ui.find("status bar", re.compile("^Saved "), within=find_rail(ui))


def close_problem(ui, heading, text):
    """Waits for a message with this heading and text, and closes it by the keyboard."""
    dialog = ui.wait_window(heading)
    ui.find("label", re.compile(re.escape(text)), within=dialog)
    ui.key("Return")
    ui.wait_no_window(heading)


def kill(ui):
    """Ends the program without a warning, as a power cut does."""
    os.kill(ui.app_pid, signal.SIGKILL)
    ui.wait(lambda: not ui.app.alive(), "the program to be gone")


def check(ui, path):
    """What `evenhand check` finds wrong with a file: a list of texts."""
    program = ui.cmd[0]
    told = subprocess.run([program, "check", "--json", str(path)], env=ui.env, check=False,
                          capture_output=True, text=True, timeout=120)
    return [finding["detail"] for finding in json.loads(told.stdout)
            if finding["severity"] == "error"]


def start_with(ui, *arguments):
    """Starts the program with these arguments in place of those it had."""
    ui.start([ui.cmd[0], *map(str, arguments)])


def folder(ui, name):
    """A new folder that lasts as long as the scenario."""
    path = Path(ui.dir) / name
    path.mkdir()
    return path
