#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws every paper of two talks, at 14 and at 18 points, and one letter in each language of the tests.

The talk on paper is that of the aids of the two talks; all that is kept of a person comes from records made for it.

Usage: letter-shots.py PROGRAM FOLDER

./dev shots runs it. The pictures are FOLDER/paper-….png, one a page.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
AIDS = DATA.parents[1] / "decision-aids"
TALKS = ("decided", "statins-decided")
PAPERS = ("hypertension-in-frailty", "statins-primary-prevention")
SIZES = ("14", "18")
KINDS = ("letter", "plan-card", "before-we-meet", "still-right", "option-grid", "gp-copy")
RESOLUTION = "80"


def draw(program, name, folder, arguments, **places):
    """Makes one paper and draws its pages."""
    with tempfile.TemporaryDirectory() as scratch:
        paper = Path(scratch) / "paper.pdf"
        subprocess.run([program, "letter", *arguments, "-o", paper], env={**os.environ, **places}, check=True,
                       stderr=subprocess.DEVNULL)
        subprocess.run(["pdftoppm", "-png", "-r", RESOLUTION, paper, folder / f"paper-{name}"], check=True)


def keep_person(program, folder):
    """Makes records with one patient, whose talk is being amended. Returns what "evenhand letter" needs to give them."""
    def run(*arguments, **options):
        return subprocess.run([program, *arguments, *access], check=True, capture_output=True, text=True, **options)

    secret = folder / "passphrase"
    secret.write_text("correct horse battery staple\n", encoding="utf-8")
    access = [f"--store={folder / 'store'}", "--clinician=Dr Amina Rowe", f"--passphrase-file={secret}"]
    told = run("record", "init", "--role=GP")
    groups = [told.stdout.strip().split("-")[int(number) - 1] for number in re.findall(r"\b[1-8]\b", told.stderr)]
    run("record", "confirm", *groups)
    talk = json.loads((DATA / "consultations" / "decided.json").read_text(encoding="utf-8"))
    talk["kind"] = "real"
    run("record", "import", "-", input=json.dumps(talk))
    talk["plan"]["why"] = "I want to climb my hill, and keep my balance."
    talk["status"] = "in-progress"
    talk["finish"]["amends"] = {"version": 1}
    run("record", "import", "-", input=json.dumps(talk))
    patient = run("record", "find", "--name=" + talk["people"]["patient"]["family"]).stdout.split()[0]
    return [*access, patient, "--kind=access", "--looked-through"]


def main():
    if len(sys.argv) != 3:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    program, folder = sys.argv[1], Path(sys.argv[2])
    for talk in TALKS:
        for kind in KINDS:
            for size in SIZES:
                draw(program, f"{talk}-{kind}-{size}", folder,
                     [DATA / "consultations" / f"{talk}.json", f"--kind={kind}", f"--size={size}"], EVENHAND_AIDS=str(AIDS))
    for size in SIZES:
        for aid in PAPERS:
            draw(program, f"{aid}-paper-twin-{size}", folder, [aid, "--kind=paper-twin", f"--size={size}"], EVENHAND_AIDS=str(AIDS))
        with tempfile.TemporaryDirectory() as records:
            os.environ["EVENHAND_AIDS"] = str(AIDS)
            draw(program, f"access-{size}", folder, [*keep_person(program, Path(records)), f"--size={size}"])
    with tempfile.TemporaryDirectory() as tongues:
        for words in sorted((DATA / "tongues").glob("*.po")):
            place = Path(tongues) / words.stem / "LC_MESSAGES"
            place.mkdir(parents=True)
            subprocess.run(["msgfmt", "-o", place / "evenhand.mo", words], check=True)
            draw(program, f"walk-{words.stem}", folder, [DATA / "tongues" / "walk.json", f"--language={words.stem}"],
                 EVENHAND_AIDS=str(DATA / "aids"), EVENHAND_LOCALE_DIR=tongues)
    return 0


if __name__ == "__main__":
    sys.exit(main())
