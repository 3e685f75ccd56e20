# SPDX-License-Identifier: GPL-3.0-or-later
"""All ten pages in a made-up language: no word of the program itself stays English.

The words of aids, cases and consultations are content, translated elsewhere. The letter is made of
sentences that the test of the command line looks at.
"""

import json
import re
import subprocess
import sys

import evenhand

AIDS = evenhand.SOURCE / "decision-aids"
CONSULTATIONS = evenhand.SOURCE / "tests/data/consultations"
OPENED = (AIDS / "hypertension-in-frailty/cases/dog-walk.json", CONSULTATIONS / "half-typed.json",
          CONSULTATIONS / "statins-decided.json")

DISGUISED = re.compile(r"\[[^\[\]]*~\]")
WORD = re.compile(r"[A-Za-z]{2,}")
TYPE = re.compile(r"^(Gtk|Adw|Gdk|Sdm)[A-Z]\w*$")
KEYS = re.compile(r"^((Ctrl|Alt|Shift)\+)+(.|Page \w+)$")
# What GTK says itself, and what is the same in every language.
NOT_OURS = {"Evenhand", "Minimize", "Maximize", "Close", "Minimize the window",
            "Maximize the window", "Close the window", "(None)"}
DATE_WORDS = ("January February March April May June July August September October November "
              "December Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def aid_of(document):
    """Gives the aid's name in a case or a consultation."""
    return document.get("consultation", document)["aid"]["id"]


def strings_of(value):
    """Yields every text in a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from strings_of(member)
    elif isinstance(value, list):
        for member in value:
            yield from strings_of(member)


def even(text):
    """The text with white space made even and without the signs of strong words."""
    return re.sub(r"\s+", " ", text.replace("**", "")).strip()


class Content:
    """What the opened aids, cases and consultations say, with placeholders filled or not, and what
    the lists of all of them say."""

    def __init__(self):
        aids = [read(path) for path in AIDS.glob("*/aid.json")]
        cases = [read(path) for path in AIDS.glob("*/cases/*.json")]
        consultations = [read(path) for path in CONSULTATIONS.glob("*.json")]
        opened = {aid_of(read(path)) for path in OPENED}
        whole = [aid for aid in aids if aid["id"] in opened]
        whole += [case for case in cases if aid_of(case) in opened]
        whole += [read(path) for path in AIDS.glob("tracks/*.json")]
        listed = [{key: document[key] for key in ("title", "summary", "decision") if key in document}
                  for document in aids + cases]
        texts = {even(text) for text in strings_of([whole, listed, consultations])}
        texts = {text for text in texts if WORD.search(text)}
        self.texts = {text.casefold() for text in texts}
        # The longest first, so that a sentence goes before a word that is in it.
        parts = sorted(texts, key=len, reverse=True)
        self.whole = [self.pattern(text) for text in parts if " " in text]

    @staticmethod
    def pattern(text):
        pieces = [re.escape(piece) for piece in re.split(r"\{[^{}]*\}", text)]
        return re.compile(r"(?<!\w)" + r"[^.]{1,60}?".join(pieces) + r"(?!\w)", re.IGNORECASE)

    def english_in(self, text):
        """Gives what is left of a text when all that may be English is taken out of it."""
        left = even(text)
        while DISGUISED.search(left):
            left = DISGUISED.sub(" ; ", left)
        pieces = [piece.strip() for piece in re.split(r"[;\n]", left)]
        return [piece for piece in pieces if self.is_ours(piece)]

    def is_ours(self, piece):
        """Whether a piece of text has words that no aid, case or consultation says."""
        left = piece
        if not WORD.search(left) or left.casefold() in self.texts or KEYS.match(left):
            return False
        # What several texts begin with stands once, and their ends beside it.
        if left.count(" ") >= 2 and any(text.startswith(left.casefold()) or
                                        text.endswith(left.casefold()) for text in self.texts):
            return False
        for pattern in self.whole:
            left = pattern.sub(" ; ", left)
            if not WORD.search(left):
                return False
        words = [word.strip(" ,.:;“”()") for word in re.split(r"[;,:·“”()]| – ", left)]
        words = [word for word in words if WORD.search(word) and word.casefold() not in self.texts]
        names = [word for part in words for word in WORD.findall(part)
                 if word not in DATE_WORDS and word.casefold() not in self.texts]
        return bool(names)


def look(ui, content, seen):
    """Gives the texts on screen, and behind it, that are English and the program's own."""
    found = []
    for top in ui._scan(ui.windows()):
        for node in ui._flat(top):
            if node["role"] == "image":
                continue
            for text in (node["name"], node["description"]):
                if not text or text in NOT_OURS or text in seen or TYPE.match(text):
                    continue
                seen.add(text)
                found += [f"{node['role']} {text!r}: {part!r}" for part in content.english_in(text)]
    return found


def run(ui):
    ui.step("the language is made")
    evenhand.wait_home(ui)
    ui.quit_clean()
    folder = evenhand.folder(ui, "language")
    made = subprocess.run([sys.executable,
                           str(evenhand.SOURCE / "tests/support/make-pseudo-locale.py"),
                           str(folder)], capture_output=True, text=True, check=False)
    ui.check(made.returncode == 0, made.stdout + made.stderr)
    language = {"LOCPATH": str(folder / "locales"), "LC_ALL": "en_XA.UTF-8", "LANG": "en_XA.UTF-8",
                "EVENHAND_LOCALE_DIR": str(folder)}
    content, seen, problems = Content(), set(), []

    for path in OPENED:
        ui.step(f"{path.name}: every text of the ten pages is looked at")
        ui.start([ui.cmd[0], str(path)], env=language)
        ui.wait(lambda: [node for node in ui.find_all("list item", re.compile("1 .*10"))],
                "the rail")
        problems += look(ui, content, seen)
        for number in range(10):
            ui.key(evenhand.key_of(number))
            ui.find("list item", re.compile(rf"\b{number + 1}\b.*\b10\b"), states=("selected",))
            problems += look(ui, content, seen)
        ui.key("F10")
        ui.find("menu item")
        problems += look(ui, content, seen)
        ui.key("Escape")
        ui.quit_clean()
    for problem in problems:
        ui.say(problem)
    ui.step("no text of the program stayed English")
    ui.check(not problems, f"{len(problems)} texts stayed English, the first: {problems[:1]}")
    ui.check(len(seen) > 300, f"only {len(seen)} texts were seen")
