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
SEARCH = "Search cases and decision aids"


def key_of(step):
    """The key of a step, which is named or numbered from 0: ctrl+1 to ctrl+9, and ctrl+0."""
    number = step if isinstance(step, int) else STEPS.index(step)
    return f"ctrl+{(number + 1) % 10}"


def wait_home(ui):
    """Waits for the first page, with the lists that come after the first frame."""
    ui.find("label", "Let’s decide together")
    ui.wait(lambda: not ui.exists("label", "Looking for cases…"), "the cases")


def find_case(ui, title=DOG_WALK):
    """Searches for an example case; the first page shows only the first few of them."""
    ui.type(ui.find("entry", SEARCH), title, clear=True)


def start_case(ui, title=DOG_WALK):
    """Starts an example case from the first page."""
    wait_home(ui)
    find_case(ui, title)
    ui.click(ui.find("push button", title, showing=False))      # with large text it lies further down
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


class Mouse:
    """How a person does things: points and presses, and types where that leads."""

    def __init__(self, ui):
        self.ui = ui

    def press(self, node):
        return self.ui.click(node)

    def tick(self, node):
        return self.ui.click(node)

    def open_list(self, node):
        return self.ui.click(node)

    def type(self, field, text):
        if field.text:
            self.ui.clear(field)
        self.ui.type(field, text)


class Keyboard(Mouse):
    """Tab leads to everything, Space presses it. The mouse is not touched."""

    MOST_TABS = 160

    def reach(self, node):
        """Tabs on until `node`, or what is right in it, as the button of a list that opens, has the focus."""
        parts = [node, *node.children]
        for _ in range(self.MOST_TABS):
            if any(part.focused for part in parts):
                return node
            self.ui.key("Tab")
        return self.ui.fail(f"Tab does not lead to {node!r}")

    def press(self, node):
        self.reach(node)
        self.ui.key("space")
        return node

    tick = press
    open_list = press

    def type(self, field, text):
        self.reach(field)
        if field.text:
            self.ui.key("ctrl+a", "BackSpace")
        self.ui.type(None, text)
        self.ui.wait(lambda: text in field.text, f"{text!r} in {field!r}")


class Actions(Keyboard):
    """What assistive technology does for a person: actions and texts through AT-SPI. Boxes and lists
    that open have no action in GTK 4.8; they are reached by the keyboard."""

    def press(self, node):
        return self.ui.activate(node)

    def type(self, field, text):
        self.ui.set_text(field, text)


HANDS = {"mouse": Mouse, "keyboard": Keyboard, "actions": Actions}


class Page:
    """The page on screen. What is below the fold is found too; acting on it scrolls it into view.

    `hand` names how things are done on it; otherwise the mouse is used.
    """

    def __init__(self, ui, heading, hand="mouse"):
        self.ui = ui
        self.hand = HANDS[hand](ui)
        self.node = ui.find("panel", heading)

    def find(self, role, name=None, within=None, **wanted):
        """Waits for a part of the page, or of a part of it."""
        wanted.setdefault("showing", False)
        return self.ui.find(role, name, within=within or self.node, **wanted)

    def exists(self, role, name=None, within=None):
        return self.ui.exists(role, name, within=within or self.node, showing=False)

    def card(self, name):
        """A card, or another group with a name: the outermost one."""
        return self.find(("panel", "grouping"), name)

    def press(self, name, within=None):
        """Presses a button; gives it."""
        return self.hand.press(self.find("push button", name, within))

    def choose(self, question, answer):
        """Presses one answer of a row of answers, and sees that it is chosen."""
        button = self.press(answer, self.find("panel", question))
        self.ui.wait(lambda: button.checked, f"{answer!r} to be chosen")

    def check(self, name, within=None):
        """Ticks a box, or chooses one of several."""
        box = self.find("check box", name, within)
        if not box.checked:
            self.hand.tick(box)
        # The box may be a new one: a list is drawn again when a choice in it changes.
        self.find("check box", name, within, states=("checked",))

    def pick(self, question, answer):
        """Picks an answer from a list that opens, by the keyboard."""
        ui = self.ui
        combo = self.find("combo box", question)
        self.hand.open_list(combo)
        rows = ui.wait(lambda: ui.find_all("list item", within=combo), "the list to open")
        texts = [row.label_text for row in rows]
        ui.check(answer in texts, f"the answers are {texts}")
        ui.wait(lambda: any(row.focused for row in rows), "the focus in the list")
        now = next(k for k, row in enumerate(rows) if row.focused)
        way = texts.index(answer) - now
        moves = ["Down" if way > 0 else "Up"] * abs(way)
        # A list takes the row that was moved to; the first one is moved to by going there again.
        ui.key(*(moves or (["Down", "Up"] if now == 0 else ["Up", "Down"])), "Return")
        ui.gone("list item", answer, within=combo)
        self.find("label", answer, combo)

    def type(self, name, text, within=None):
        """Types into a field in place of what stands there."""
        field = self.find("text", name, within)
        self.hand.type(field, text)
        return field

    def type_here(self, text):
        """Types where the focus is; gives the field."""
        ui = self.ui
        field = ui.wait(lambda: (lambda node: node if node is not None and
                                 "EditableText" in node.interfaces else None)(ui.focused()),
                        "a field with the focus")
        ui.type(None, text)
        ui.wait(lambda: text in field.text, f"{text!r} in {field!r}")
        return field

    def add(self, button, text, within=None):
        """Presses a button that adds a line, and types into its first field."""
        self.press(button, within)
        return self.type_here(text)

    def expect_whole(self, field):
        """Sees that no line of a text is hidden: nothing beside it scrolls."""
        bars = [node for node in field.parent.children if node.role == "scroll bar"]
        self.ui.check(bars, f"{field!r} has no scroll bar that could be hidden")
        self.ui.wait(lambda: not any(bar.showing for bar in bars), f"all of {field!r} to be in sight")

    def text(self, name, within=None):
        """What stands in a field."""
        return self.find("text", name, within).text

    def expect(self, texts, within=None):
        """Sees that these fields hold these texts."""
        for name, text in texts.items():
            field = self.find("text", name, within)
            self.ui.wait(lambda: field.text == text,
                         f"{name!r} to hold {text!r} (it holds {field.text!r})")

    def expect_chosen(self, question, answer):
        """Sees that a row of answers has this one chosen."""
        button = self.find("push button", answer, self.find("panel", question))
        self.ui.check(button.checked, f"{answer!r} is not chosen any more")

    def expect_checked(self, name):
        """Sees that a box is ticked."""
        self.ui.check(self.find("check box", name).checked, f"{name!r} is not ticked any more")


def read_pdf(ui, path):
    """Checks the file, and gives its text as one line."""
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    ui.check(checked.returncode == 0, f"qpdf --check says: {checked.stdout} {checked.stderr}")
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True,
                          check=True).stdout
    return re.sub(r"\s+", " ", text)


def save_letter(ui, path, hand="mouse"):
    """Saves the letter through the file chooser, by the keyboard."""
    page = Page(ui, "Your letter", hand)
    page.find("image", re.compile(r"^Page 1 of \d+$"))
    page.press("Save as PDF")
    ui.wait_window("Save the letter")
    ui.wait(lambda: ui.focused() is not None and ui.focused().text.endswith(".pdf"),
            "the name of the file to have the focus")
    ui.key("ctrl+a")
    ui.type(None, str(path))
    ui.key("Return")
    ui.wait(path.exists, f"{path} to be written")
    ui.wait_no_window("Save the letter")


def shown_numbers(ui, page):
    """What the pictures of people say, as the letter says it: "86 in 100", "could be 55 to 67"."""
    numbers = []
    for picture in ui.find_all("image", within=page.node, showing=False):
        count = re.match(r"([\d,]+) of ([\d,]+) people", picture.name)
        if count is None:
            continue
        happens, everybody = count.groups()
        rest = int(everybody.replace(",", "")) - int(happens.replace(",", ""))
        said = picture.description
        ui.check(re.search(rf"\b{happens}\b.*\b{everybody}\b", said),
                 f"{picture.name!r} is described by {said!r}")
        numbers += [f"{happens} in {everybody}", f"{rest:,} in {everybody}"]
        numbers += [f"could be {low} to {high}"
                    for low, high in re.findall(r"could be ([\d,]+) to ([\d,]+)", said)]
    return numbers
