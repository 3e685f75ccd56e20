# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of every page, filled in: light, dark, in high contrast, with large text, and in grey.

./dev shots runs it; the pictures are in the folder that --artifacts names.
"""

import re
from pathlib import Path

import evenhand
import patients

CONSULTATIONS = evenhand.SOURCE / "tests/data/consultations"
LOOKS = (
    ("light", {}, 1),
    ("dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 1),
    ("high-contrast", {"ADW_DEBUG_HIGH_CONTRAST": "1"}, 1),
    ("large-text", {}, 2),
)


def set_text_scale(ui, scale):
    """Makes all text larger, as the text size of the desktop does."""
    ui._tool("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
             f"Xft.dpi:\t{96 * scale}\n", check=True)


def take(ui, look, env, name):
    """Opens a consultation and takes a picture of each of its steps."""
    ui.start([ui.cmd[0], str(CONSULTATIONS / f"{name}.json")], env=env)
    for number, step in enumerate(evenhand.STEPS):
        ui.wait(lambda: ui.find_all("list", "Steps"), "the rail")
        ui.key(evenhand.key_of(number))
        evenhand.wait_step(ui, step)
        if step == "Letter":
            ui.find("image", re.compile(r"^Page 1 of \d+$"))
        slug = step.lower().replace(" ", "-")
        ui.screenshot(f"{look}-{name}-{number + 1:02}-{slug}.png")
    ui.quit_clean()


def take_around(ui, look, env, name):
    """What stands beside the steps: the prompts, the patient's view, and the preferences."""
    ui.start([ui.cmd[0], str(CONSULTATIONS / f"{name}.json")], env=env)
    evenhand.wait_step(ui, "Start")
    evenhand.go_to(ui, "Options")
    ui.key("F9")
    ui.find("panel", "For you")
    ui.screenshot(f"{look}-{name}-prompts.png")
    ui.key("F9")
    ui.key("F11")
    ui.wait_window("Patient view")
    ui.screenshot(f"{look}-{name}-patient-view.png")
    ui.key("Escape")
    ui.wait_no_window("Patient view")
    ui.key("ctrl+comma")
    ui.wait_window("Preferences")
    ui.screenshot(f"{look}-preferences.png")
    ui.key("Escape")
    ui.quit_clean()


def take_patients(ui, look, env):
    """What there is of real patients: the search, one of them, who saw what, and one who is here twice."""
    def shoot(name, role, words):
        ui.find(role, words, showing=False)
        ui.screenshot(f"{look}-patients-{name}.png")

    ui.start([ui.cmd[0]], env=env)
    evenhand.wait_home(ui)
    patients.sign_in(ui)
    shoot("first-page", "push button", re.compile("Okafor"))
    ui.key("ctrl+f")
    shoot("search", "label", "Who is found stands here.")
    patients.look(ui, "pell")
    shoot("several", "label", "3 people found")
    patients.look(ui, patients.NUMBER)
    shoot("one", "label", "1 person found")
    ui.click(ui.find("push button", "Arthur James Pell"))
    shoot("patient", "push button", re.compile("^22.November"))
    patients.press(ui, "Who saw and changed what")
    shoot("who-saw-what", "label", re.compile("^That you look at it"))
    ui.key("alt+Left")
    patients.press(ui, "Look at both")
    shoot("twice", "label", re.compile("^All 3 talks"))
    ui.key("ctrl+f")
    ui.click(ui.find("push button", "Reviews due", showing=False))
    shoot("reviews", "text", "Planned up to the day")
    ui.click(ui.find("push button", "Leave for now"))
    evenhand.wait_home(ui)
    patients.press(ui, "New consultation")
    for name, text in (("Family name, or the only name", "Pell"), ("Date of birth", "14/3/1943")):
        ui.type(ui.find("text", name, showing=False), text)
    shoot("here-already", "label", "This person may already be here")
    ui.quit_clean()


def make_grey(ui):
    """The same as a printer without colours shows it: whatever colour alone tells is lost here."""
    for picture in sorted(Path(ui.artifacts).glob("light-*.png")):
        grey = picture.with_name(picture.name.replace("light-", "grey-"))
        ui._tool("convert", picture, "-colorspace", "Gray", grey, check=True)


def run(ui):
    evenhand.wait_home(ui)
    ui.quit_clean()
    patients.make(ui)
    for look, env, scale in LOOKS:
        set_text_scale(ui, scale)
        ui.start([ui.cmd[0]], env=env)
        evenhand.wait_home(ui)
        ui.screenshot(f"{look}-first-page.png")
        ui.quit_clean()
        for name in ("statins-decided", "decided"):
            if name == "statins-decided" or look == "light":
                take(ui, look, env, name)
        take_around(ui, look, env, "statins-decided")
        take_patients(ui, look, env)
        ui.say(f"{look}: done")
    make_grey(ui)
