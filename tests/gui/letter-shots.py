#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws every paper of two talks, at 14 and at 18 points, and one letter in each language of the tests.

Usage: letter-shots.py PROGRAM FOLDER

./dev shots runs it. The pictures are FOLDER/paper-….png, one a page.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
AIDS = DATA.parents[1] / "decision-aids"
TALKS = ("decided", "statins-decided")
KINDS = ("letter", "plan-card", "before-we-meet", "still-right", "option-grid", "gp-copy")
RESOLUTION = "80"


def draw(program, name, folder, arguments, **places):
    """Makes one paper and draws its pages."""
    with tempfile.TemporaryDirectory() as scratch:
        paper = Path(scratch) / "paper.pdf"
        subprocess.run([program, "letter", *arguments, "-o", paper], env={**os.environ, **places}, check=True,
                       stderr=subprocess.DEVNULL)
        subprocess.run(["pdftoppm", "-png", "-r", RESOLUTION, paper, folder / f"paper-{name}"], check=True)


def main():
    if len(sys.argv) != 3:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    program, folder = sys.argv[1], Path(sys.argv[2])
    for talk in TALKS:
        for kind in KINDS:
            for size in ("14", "18"):
                draw(program, f"{talk}-{kind}-{size}", folder,
                     [DATA / "consultations" / f"{talk}.json", f"--kind={kind}", f"--size={size}"], EVENHAND_AIDS=str(AIDS))
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
