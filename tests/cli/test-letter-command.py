#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""evenhand letter: a whole letter in its place, or nothing and a reason.

Usage: test-letter-command.py PROGRAM
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import bad_input
import tap
from cli import AIDS, CONSULTATIONS, DATA, Program

program = Program(sys.argv[1])
DECIDED = CONSULTATIONS / "decided.json"


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=False).stdout


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    out = folder / "out"
    out.mkdir()
    letter = out / "letter.pdf"

    def refuses(what, answer, message):
        """Writes a point: one line on standard error, exit code 2, nothing written."""
        left = sorted(path.name for path in out.iterdir())
        tap.point(answer.code == 2 and answer.out == b"" and answer.err == message + "\n" and not left, what,
                  [message, *left, *str(answer).splitlines()])
        for path in out.iterdir():
            path.unlink()

    # Letters

    made = {}
    for path in sorted(CONSULTATIONS.glob("*.json")):
        answer = program.run("letter", path, "-o", letter)
        content = letter.read_bytes() if letter.exists() else b""
        tap.point(answer.code == 0 and answer.out == b"" and answer.err == "" and content.startswith(b"%PDF-"),
                  f"the letter of {path.stem}", str(answer))
        made[path.stem] = content
        provisional = json.loads(path.read_text(encoding="utf-8"))["status"] == "in-progress"
        said = "provisional" in text_of(letter).lower()
        tap.point(said == provisional, f"{path.stem} is {'' if provisional else 'not '}marked provisional")
        program.run("letter", path, "-o", letter)
        tap.point(letter.read_bytes() == content, f"{path.stem}: the same bytes again")
        letter.unlink()

    answer = program.run("letter", "-", "-o", letter, stdin=DECIDED.read_bytes())
    tap.point(answer.code == 0 and letter.read_bytes() == made["decided"], "from standard input", str(answer))
    letter.write_bytes(b"an older letter")
    answer = program.run("letter", f"--output={letter}", "--kind=letter", "--format=standard", "--size=14", DECIDED)
    standard = letter.read_bytes()
    tap.point(answer.code == 0 and standard.startswith(b"%PDF-"), "over an older one, with every option", str(answer))
    answer = program.run("letter", DECIDED, f"-o{letter}", "--format=large")
    large = letter.read_bytes()
    tap.point(answer.code == 0 and large.startswith(b"%PDF-") and large != standard, "in large print", str(answer))
    tap.point(large == made["decided"], "who needs large print gets it unasked")
    program.run("letter", DECIDED, "-o", letter, "--size=14")
    tap.point(letter.read_bytes() == standard, "a size that is asked for is kept to")
    program.run("letter", CONSULTATIONS / "statins-decided.json", "-o", letter, "--format=standard")
    tap.point(letter.read_bytes() == made["statins-decided"], "others get the standard letter")
    wish = json.loads(DECIDED.read_text(encoding="utf-8"))
    wish["people"]["letter_wish"] = {"format": "text"}
    for name, is_text in (("wish.txt", True), ("wish.pdf", False)):
        program.run("letter", "-", "-o", folder / name, stdin=json.dumps(wish).encode())
        tap.point((folder / name).read_bytes().startswith(b"%PDF-") != is_text, f"a wish for text, into {name}")
    program.run("letter", DECIDED, "-o", letter, "--size=18")
    tap.point(letter.read_bytes() == large, "large print is 18 points")
    answer = program.run("letter", DECIDED, "-o", letter, "--format=text")
    tap.point(answer.code == 0 and "End of letter." in letter.read_text(encoding="utf-8"), "as plain text", str(answer))
    letter.unlink()

    answer = program.run("letter", DECIDED, "-o", letter, "--kind=plan-card", "--format=standard")
    card = letter.read_bytes()
    tap.point(answer.code == 0 and card.startswith(b"%PDF-") and b"419.5" in card, "a plan card on A5", str(answer))
    letter.unlink()

    for kind in ("before-we-meet", "still-right", "option-grid", "gp-copy"):
        answer = program.run("letter", DECIDED, "-o", letter, f"--kind={kind}")
        tap.point(answer.code == 0 and letter.read_bytes().startswith(b"%PDF-"), f"a sheet: {kind}", str(answer))
        letter.unlink()
    refuses("a decision that is not made is not looked at again",
            program.run("letter", CONSULTATIONS / "not-yet.json", "-o", letter, "--kind=still-right"),
            "evenhand: writing the letter: nothing was decided yet, so there is nothing to look at again")

    # A talk on paper needs no consultation, and is the same on every day.
    AID = AIDS / "hypertension-in-frailty" / "aid.json"
    papers = []
    for name in ("hypertension-in-frailty", AID):
        answer = program.run("letter", "--kind=paper-twin", name, "-o", letter)
        papers.append(letter.read_bytes())
        letter.unlink()
    tap.point(answer.code == 0 and papers[0] == papers[1] and papers[0].startswith(b"%PDF-"), "a talk on paper", str(answer))
    refuses("a paper of an aid that is not there", program.run("letter", "--kind=paper-twin", "no-such-aid", "-o", letter),
            "evenhand: looking for the decision aid: there is no decision aid “no-such-aid”; --aids=FOLDER says where it lies")

    # Yellow ground, easy lines, and the words beside the pages
    answer = program.run("letter", DECIDED, "-o", letter, "--size=14", "--yellow", "--easy", "--with-text")
    text = letter.with_suffix(".txt")
    program.run("letter", DECIDED, "-o", folder / "twin.txt", "--format=text")
    tap.point(answer.code == 0 and letter.read_bytes() != standard and "Thank you for coming to see me on Tuesday 24 November 2026.\n" in text_of(letter),
              "on yellow, a sentence a line", str(answer))
    tap.point(text.read_bytes() == (folder / "twin.txt").read_bytes(), "the plain text beside it")
    letter.unlink()
    text.unlink()
    wish["people"]["letter_wish"] = {"format": "standard", "other": "Easy read, on yellow paper"}
    program.run("letter", "-", "-o", letter, stdin=json.dumps(wish).encode())
    needed = letter.read_bytes()
    program.run("letter", "-", "-o", letter, "--yellow", "--easy", stdin=json.dumps(wish).encode())
    tap.point(letter.read_bytes() == needed, "who needs yellow ground and easy lines gets them unasked")
    letter.unlink()

    # What a good colleague would say
    answer = program.run("letter", "--check", DECIDED)
    tap.point(answer.code == 0 and answer.out.decode().startswith("Reading ease: 9") and "Errors: 0" in answer.out.decode(),
              "a letter with nothing to mend", str(answer))
    wrong = json.loads(DECIDED.read_text(encoding="utf-8"))
    wrong["people"]["why_now"] = "The patient refuses the tablet, which harms 7 in 100 people."
    own = json.dumps(wrong, indent=1, ensure_ascii=False)
    answer = program.run("letter", "--check", "--json", "-", stdin=own.encode())
    found = {finding["tag"]: finding for finding in json.loads(answer.out)}
    line = own[:own.index('"The patient refuses')].count("\n") + 1
    tap.point(answer.code == 1 and {"letter-third-person", "letter-blame", "letter-number-not-shown"} <= set(found)
              and all(finding["line"] == line for tag, finding in found.items() if tag == "letter-blame")
              and found["letter-blame"]["standard"] == "L13", "a letter to mend, with its places", str(answer))
    wrong["letter"]["overrides"] = [{"rule": "L13", "words": "refuses", "reason": "The word of the person."}]
    answer = program.run("letter", "--check", "-", stdin=json.dumps(wrong).encode())
    tap.point(answer.code == 1 and "Kept with a reason: 1" in answer.out.decode() and "letter-blame" not in answer.out.decode(),
              "what is kept with a reason is counted only", str(answer))
    refuses("a check that goes somewhere", program.run("letter", "--check", DECIDED, "-o", letter),
            "evenhand: reading the command line: a letter that is only checked goes nowhere; leave -o out")

    # A case as it is shown makes a letter, too.
    shown = program.run("case", "show", "dog-walk").out
    answer = program.run("letter", "-", "-o", letter, stdin=shown)
    tap.point(answer.code == 0 and letter.exists(), "from an example case", str(answer))
    letter.unlink()

    # Other languages of the computer change nothing. The C library must know them to be asked.
    locales = folder / "locales"
    locales.mkdir()
    for language in ("de_DE", "hi_IN"):
        subprocess.run(["localedef", "-c", "-i", language, "-f", "UTF-8", locales / f"{language}.UTF-8"], check=False,
                       capture_output=True)
        answer = program.run("letter", DECIDED, "-o", letter, LC_ALL=f"{language}.UTF-8", LOCPATH=locales, TZ="Asia/Kolkata")
        tap.point(answer.code == 0 and letter.read_bytes() == made["decided"], f"the same bytes in {language}", str(answer))
        letter.unlink()

    # In the language of the person

    tongues = folder / "tongues"
    for language in ("pl", "ar"):
        words = tongues / language / "LC_MESSAGES"
        words.mkdir(parents=True)
        subprocess.run(["msgfmt", "-o", words / "evenhand.mo", DATA / "tongues" / f"{language}.po"], check=True)
    walk = DATA / "tongues" / "walk.json"
    places = {"EVENHAND_LOCALE_DIR": tongues, "EVENHAND_AIDS": DATA / "aids"}
    answer = program.run("letter", walk, "-o", letter, "--language=pl", **places)
    copy = out / "letter-en-GB.pdf"
    tap.point(answer.code == 0 and "Twój parasol" in text_of(letter) and "Your umbrella" in text_of(copy),
              "in Polish, and a copy in English beside it", str(answer))
    tap.point(re.fullmatch(r"evenhand: \d+ texts have no translation and stay English; read the letter before you give it away\n",
                           answer.err), "what is not translated is counted", answer.err)
    wish = json.loads(walk.read_text(encoding="utf-8"))
    wish["people"]["letter_wish"]["language"] = "pl"
    program.run("letter", "-", "-o", letter, stdin=json.dumps(wish).encode(), **places)
    tap.point("Twój parasol" in text_of(letter), "who wants it in Polish gets it unasked")
    wish["people"]["letter_wish"]["language"] = "gu"
    answer = program.run("letter", "-", "-o", letter, stdin=json.dumps(wish).encode(), **places)
    tap.point(answer.code == 0 and answer.err == "" and "Your umbrella" in text_of(letter), "a wish that cannot be met", str(answer))
    for path in out.iterdir():
        path.unlink()
    for language, said in (
            ("gu", "the program has no words in “gu” yet; print the letter in English, and have it explained"),
            ("../pl", "“../pl” is not the short name of a language, such as “cy” or “ur”")):
        refuses(f"in {language}", program.run("letter", walk, "-o", letter, f"--language={language}", **places),
                f"evenhand: choosing the language of the letter: {said}")
    refuses("an aid that is not translated", program.run("letter", DECIDED, "-o", letter, "--language=pl", EVENHAND_LOCALE_DIR=tongues),
            "evenhand: choosing the language of the letter: the decision aid “hypertension-in-frailty” is not translated into “pl” yet; "
            "print the letter in English, and have it explained")

    # Orders that cannot be filled

    LINE = "evenhand: reading the command line: "
    refuses("another kind", program.run("letter", DECIDED, "-o", letter, "--kind=poster"),
            LINE + "there is no kind of paper “poster”; there are: letter, plan-card, before-we-meet, still-right, option-grid, gp-copy, paper-twin, access")
    refuses("another format", program.run("letter", DECIDED, "-o", letter, "--format=braille"),
            LINE + "there is no format “braille”; there are: standard, large, text")
    for size in ("11", "25", "14.5", "-14", "big", "99999999999999999999"):
        refuses(f"size {size}", program.run("letter", DECIDED, "-o", letter, f"--size={size}"),
                LINE + f"“{size}” is not a size; it must be a whole number of points from 12 to 24")
    refuses("a size for text", program.run("letter", DECIDED, "-o", letter, "--format=text", "--size=14"),
            LINE + "plain text has no size")
    refuses("yellow text", program.run("letter", DECIDED, "-o", letter, "--format=text", "--yellow"),
            LINE + "plain text has no ground, no lines of its own and no other text beside it")
    refuses("no consultation", program.run("letter", "-o", letter),
            LINE + "name one consultation, or “-” to read it from another program")
    refuses("two consultations", program.run("letter", DECIDED, DECIDED, "-o", letter),
            LINE + "name one consultation, or “-” to read it from another program")
    refuses("nowhere to go", program.run("letter", DECIDED), LINE + "say with -o FILE where the letter goes")
    refuses("-o without a file", program.run("letter", DECIDED, "-o"), LINE + "--output needs a value")

    own = folder / "consultation.json"
    shutil.copy(DECIDED, own)
    refuses("over the consultation", program.run("letter", "consultation.json", "-o", own, folder=folder),
            LINE + "the letter would take the place of the consultation (consultation.json)")
    tap.point(own.read_bytes() == DECIDED.read_bytes(), "the consultation is as it was")

    # Places where nothing can be saved

    for what, place in (("a folder that is not there", folder / "nowhere" / "letter.pdf"), ("a folder", out),
                        ("a device", "/dev/null"), ("a path through a file", own / "letter.pdf")):
        answer = program.run("letter", DECIDED, "-o", place)
        left = list(out.iterdir())
        tap.point(answer.code == 2 and answer.out == b"" and answer.err.count("\n") == 1 and not left
                  and answer.err.startswith("evenhand: saving the letter: ") and str(place) in answer.err, what, str(answer))

    # Bad consultations

    bad = folder / "bad.json"
    for what, content, said, place in tap.some(bad_input.BROKEN + bad_input.damage(DECIDED.read_bytes())):
        bad.write_bytes(content)
        refuses(what, program.run("letter", bad, "-o", letter), f"evenhand: reading the consultation: {said} ({bad}:{place})")
    for what, content, _, said, place in tap.some(bad_input.findings(DECIDED.read_bytes(), "consultation")):
        bad.write_bytes(content)
        refuses(what, program.run("letter", bad, "-o", letter), f"evenhand: reading the consultation: {said} ({bad}:{place})")
    refuses("an aid in its place", program.run("letter", AIDS / "hypertension-in-frailty" / "aid.json", "-o", letter),
            "evenhand: reading the consultation: this is not a consultation but “evenhand-aid/1” "
            f"({AIDS}/hypertension-in-frailty/aid.json:2:13)")
    refuses("an example case in its place", program.run("letter", AIDS / "hypertension-in-frailty" / "cases" / "dog-walk.json", "-o", letter),
            "evenhand: reading the consultation: this is not a consultation but “evenhand-case/1” "
            f"({AIDS}/hypertension-in-frailty/cases/dog-walk.json:2:13)")
    bad.write_bytes(b"[]")
    refuses("a list in its place", program.run("letter", bad, "-o", letter),
            "evenhand: reading the consultation: this is not a consultation: “format” is missing; "
            f"it should be “evenhand-consultation/1” ({bad}:1:1)")
    refuses("a file that is not there", program.run("letter", folder / "nothing.json", "-o", letter),
            f"evenhand: reading the consultation: there is no such file ({folder}/nothing.json)")

    # An older letter outlives a failure.
    letter.write_bytes(b"an older letter")
    answer = program.run("letter", bad, "-o", letter)
    tap.point(answer.code == 2 and letter.read_bytes() == b"an older letter", "an older letter outlives a failure", str(answer))
    letter.unlink()

    # The aid

    refuses("an aid that is not there", program.run("letter", DECIDED, "-o", letter, EVENHAND_AIDS="/nowhere"),
            "evenhand: looking for the decision aid: there is no decision aid “hypertension-in-frailty”; "
            "--aids=FOLDER says where it lies")
    overdue = folder / "overdue.json"
    overdue.write_text(DECIDED.read_text(encoding="utf-8").replace('"past_review": false', '"past_review": true'), encoding="utf-8")
    refuses("an aid that was past its review", program.run("letter", overdue, "-o", letter),
            "evenhand: looking for the decision aid: the decision aid “hypertension-in-frailty” was due for review by "
            "2028-11-30, so nothing is printed from it")
    changed = folder / "aids"
    shutil.copytree(AIDS, changed)
    aid = changed / "hypertension-in-frailty" / "aid.json"
    aid.write_bytes(aid.read_bytes() + b"\n")
    answer = program.run("letter", DECIDED, "-o", letter, f"--aids={changed}")
    wanted = json.loads(DECIDED.read_text(encoding="utf-8"))["aid"]["sha256"]
    tap.point(answer.code == 2 and answer.out == b"" and answer.err.count("\n") == 1 and not letter.exists()
              and answer.err.startswith("evenhand: looking for the decision aid: the decision aid "
                                        "“hypertension-in-frailty” is not the one that was shown; ")
              and wanted in answer.err, "an aid that is not the one that was shown", str(answer))
    aid.write_bytes(aid.read_bytes()[:5000])
    answer = program.run("letter", DECIDED, "-o", letter, f"--aids={changed}", EVENHAND_AIDS="")
    tap.point(answer.code == 2 and answer.out == b"" and not letter.exists() and answer.err.count("\n") == 1
              and f"evenhand: looking for the decision aid: the file ends too early; part of it is missing ({aid}:" in answer.err,
              "an aid that is cut short", str(answer))
tap.done()
