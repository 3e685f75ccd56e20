# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences: what a practice sets once, what is refused in words, and a folder of its own aids."""

import json
import re
import struct
import zlib

import evenhand

UMBRELLA = evenhand.SOURCE / "tests/data/aids/umbrella/aid.json"


def make_png(width, height, rows=None):
    """A grey picture; with fewer rows than its height it breaks off."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))
    points = zlib.compress((b"\0" + b"\x80" * width) * (height if rows is None else rows))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", points) + chunk(b"IEND", b""))


def open_preferences(ui):
    ui.key("ctrl+comma")
    return ui.wait_window("Preferences")


def close_preferences(ui, window):
    ui.click(ui.find("push button", "Close", within=window))
    ui.wait_no_window("Preferences")


def choose_path(ui, title, path):
    """Types a path into the file chooser that is open."""
    def closes():
        """The chooser takes no notice of Return while it looks into the folder that was typed."""
        ui.key("Return")
        try:
            ui.wait_no_window(title, timeout=1)
        except Exception:  # of a driver that is no module here
            return False
        return True

    ui.wait_window(title)
    ui.key("ctrl+l")
    ui.wait(lambda: ui.focused() is not None and "EditableText" in ui.focused().interfaces, "a place to type the path")
    ui.key("ctrl+a")
    ui.type(None, str(path))
    ui.wait(closes, f"{title!r} to close")


def run(ui):
    evenhand.wait_home(ui)
    folder = evenhand.folder(ui, "own")
    (folder / "umbrella").mkdir()
    (folder / "umbrella" / "aid.json").write_bytes(UMBRELLA.read_bytes())
    title = json.loads(UMBRELLA.read_text(encoding="utf-8"))["title"]
    good, wide, broken = (folder / name for name in ("logo.png", "wide.png", "broken.png"))
    good.write_bytes(make_png(300, 120))
    wide.write_bytes(make_png(20000, 4))
    broken.write_bytes(good.read_bytes()[:90])

    ui.step("all has a name; a code that is none is refused in words and stays to be mended")
    window = open_preferences(ui)
    # The window of the library has a search of its own, which is switched off.
    ui.audit(within=window, ignore=["^entry 'GtkSearchEntry'"])
    ui.type(ui.find("text", "Practice code", within=window, showing=False), "12-B")
    ui.find("label", re.compile("^A practice code has 3 to 6 letters"), within=window, showing=False)
    ui.key("ctrl+a")
    ui.type(None, "a81001")
    ui.gone("label", re.compile("^A practice code"), within=window, showing=False)
    ui.type(ui.find("text", re.compile("^Address"), within=window, showing=False), "12 Harbour Road, " + "x" * 36)
    ui.find("label", re.compile("^Line 2 of the address has 36 letters, and 35 fit"), within=window, showing=False)
    ui.key("BackSpace")
    ui.gone("label", re.compile("^Line 2"), within=window, showing=False)

    ui.step("a picture that breaks off or is too wide is refused, a good one is shown")
    for path, words in ((broken, "damaged or breaks off"), (wide, "20000 by 4 pixels")):
        ui.click(ui.find("push button", "Choose a logo", within=window, showing=False))
        choose_path(ui, "Choose a logo", path)
        ui.find("label", re.compile(words), within=window, showing=False)
    ui.click(ui.find("push button", "Choose a logo", within=window, showing=False))
    choose_path(ui, "Choose a logo", good)
    ui.find("label", "300 by 120 pixels", within=window, showing=False)
    ui.gone("label", re.compile("pixels, and"), within=window, showing=False)

    ui.step("a folder of the practice’s own: the first page has its aids at once")
    ui.check(not ui.exists("push button", title, showing=False), "the aid is there before its folder")
    ui.click(ui.find("push button", "Add a folder", within=window, showing=False))
    choose_path(ui, "Choose a folder of decision aids", folder)
    ui.find("label", re.compile(r"/own\n1 decision aid$"), within=window, showing=False)
    ui.find("push button", title, showing=False)

    ui.step("taken out by mistake, the folder is put back")
    ui.click(ui.find("push button", "Take out the folder own", within=window, showing=False))
    ui.click(ui.find("push button", "Undo", within=window))
    ui.gone("push button", "Undo", within=window)
    ui.find("push button", title, showing=False)

    ui.step("all of it is there at the next start; taken out, the aids leave the first page at once")
    close_preferences(ui, window)
    ui.quit_clean()
    ui.start()
    evenhand.wait_home(ui)
    ui.find("push button", title, showing=False)
    window = open_preferences(ui)
    ui.check(ui.find("text", "Practice code", within=window, showing=False).text == "A81001", "the code was not kept")
    ui.find("label", "300 by 120 pixels", within=window, showing=False)
    ui.click(ui.find("push button", "Take out the folder own", within=window, showing=False))
    ui.gone("push button", title, showing=False)
    close_preferences(ui, window)
    ui.quit_clean()
