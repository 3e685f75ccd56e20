# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of every page, filled in: light, dark, in high contrast, and with large text.

./dev shots runs it; the pictures are in the folder that --artifacts names.
"""

import re

import evenhand

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


def run(ui):
    evenhand.wait_home(ui)
    ui.quit_clean()
    for look, env, scale in LOOKS:
        set_text_scale(ui, scale)
        ui.start([ui.cmd[0]], env=env)
        evenhand.wait_home(ui)
        ui.screenshot(f"{look}-first-page.png")
        ui.quit_clean()
        for name in ("statins-decided", "decided"):
            if name == "statins-decided" or look == "light":
                take(ui, look, env, name)
        ui.say(f"{look}: done")
