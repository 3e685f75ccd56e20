# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice's own folder: a file that cannot be used is told, and a new one is noticed while the window is open."""

import json
import re

import evenhand

UMBRELLA = evenhand.SOURCE / "tests/data/aids/umbrella/aid.json"
NEW_TITLE = "An umbrella with a longer handle"


def run(ui):
    evenhand.wait_home(ui)
    ui.quit_clean()
    folder = evenhand.folder(ui, "own")
    (folder / "a-broken").mkdir()
    (folder / "a-broken" / "aid.json").write_text('{"format": ', encoding="utf-8")
    (folder / "umbrella").mkdir()
    path = folder / "umbrella" / "aid.json"
    path.write_bytes(UMBRELLA.read_bytes())

    ui.step("a file that cannot be used stands in the list, with its place")
    evenhand.start_with(ui, f"--aids={folder}")
    evenhand.wait_home(ui)
    title = json.loads(path.read_text(encoding="utf-8"))["title"]
    ui.find("push button", title, showing=False)
    ui.find("label", re.compile(r"One file cannot be used: .*a-broken/aid\.json:1:12\)$"), showing=False)

    ui.step("a newer version, and the broken file mended, are noticed on coming back")
    evenhand.start_case(ui, evenhand.DOG_WALK)
    newer = json.loads(path.read_text(encoding="utf-8"))
    newer["title"] = NEW_TITLE
    newer["version"] = "9.0.0"
    (folder / "a-broken" / "aid.json").write_text(json.dumps(newer, indent=1, ensure_ascii=False), encoding="utf-8")
    evenhand.leave(ui)
    evenhand.find_case(ui, "umbrella")
    ui.find("push button", NEW_TITLE)
    ui.check(not ui.exists("push button", title), "the older version still stands in the list")
    ui.check(not ui.exists("label", re.compile("cannot be used")), "the mended file is still told")
    ui.quit_clean()
