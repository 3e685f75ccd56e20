# SPDX-License-Identifier: GPL-3.0-or-later
"""Risks and benefits with large text and by keys: one outcome at a time, and what a test finds."""

import re

import evenhand

TREE = "What one test finds"


def seen(ui):
    """The titles of the cards on screen."""
    titles = ("Died of prostate cancer: one offer of a test", "Prostate cancer found: one offer of a test", TREE)
    return [title for title in titles if ui.exists(("panel", "grouping"), title)]


def tab_to(ui, name):
    """Goes on with Tab until something with this name has the focus."""
    for _ in range(40):
        node = ui.tab()
        if node is not None and node.name == name:
            return node
    ui.check(False, f"Tab never came to {name!r}")
    return None


def run(ui):
    ui.quit_clean()
    ui._tool("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", "Xft.dpi:\t192\n", check=True)
    ui.start()
    ui.step("one outcome is seen at a time, and the next is named")
    evenhand.start_case(ui, "That blood test, today")
    evenhand.go_to(ui, "Risks and benefits")
    page = evenhand.Page(ui, "What could happen?")
    page.find("label", re.compile(r"^1 of \d+$"))
    ui.check(seen(ui) == ["Died of prostate cancer: one offer of a test"], f"seen are {seen(ui)}")

    ui.step("the keyboard turns to the next, and to the next")
    tab_to(ui, "Next: Prostate cancer found: one offer of a test")
    ui.key("Return")
    page.find("label", re.compile(r"^2 of \d+$"))
    ui.wait(lambda: ui.focused() is not None and ui.focused().name == f"Next: {TREE}", "the focus to stay on the way on")
    ui.key("Return")
    page.find("label", re.compile(r"^3 of \d+$"))
    ui.check(seen(ui) == [TREE], f"seen are {seen(ui)}")

    ui.step("the tree takes the keyboard, and says all its numbers")
    tree = tab_to(ui, TREE)
    ui.check("The result is raised: 170 out of 1,000." in tree.description, f"it says {tree.description!r}")
    ends = [node.name for node in ui.find_all("image", within=tree, showing=False)]
    ui.check(ends == ["53 of 1,000 people: Raised, and there is cancer",
                      "117 of 1,000 people: Raised, but there is no cancer",
                      "119 of 1,000 people: Not raised, but there is cancer",
                      "711 of 1,000 people: Not raised, and there is no cancer"], f"its ends are {ends}")
    ui.screenshot("tree-large-text.png")
    ui.audit(within=page.node)
    ui.quit_clean()
