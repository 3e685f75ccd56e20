#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message of the commands can be translated: in the language for tests all of them are in brackets.

Usage: test-language.py PROGRAM
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import bad_input
import tap
from cli import AIDS, CONSULTATIONS, DATA, ROOT, Program

DECIDED = CONSULTATIONS / "decided.json"
# What is not ours to translate: the name of the program, places, tags, severities, standards.
KEPT = re.compile(r"^evenhand: |^[^ ]*\.json:\d+:\d+: (error|warning|info): | \[[a-z-]+\]$| \([^ ]*:\d+:\d+\)$"
                  r"| \((format|style|IPDAS \d+|R\d+)\)$")

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    subprocess.run([sys.executable, ROOT / "tests" / "support" / "make-pseudo-locale.py", folder], check=True,
                   capture_output=True)
    program = Program(sys.argv[1], LOCPATH=folder / "locales", LC_ALL="en_XA.UTF-8", EVENHAND_LOCALE_DIR=folder)

    def is_foreign(line):
        """Returns whether all that is left of a line without its brackets is punctuation."""
        rest = re.sub(r"\[[^\[\]]*\]", "", KEPT.sub("", line))
        return re.search(r"\w{2,}", rest) is None and "[" in line

    def speaks(what, answer):
        lines = answer.err.splitlines() + answer.text().splitlines()
        wrong = [line for line in lines if not is_foreign(line)]
        tap.point(lines and not wrong, what, wrong or ["nothing was said"])

    text = program.run("--help").text()
    tap.point(text.startswith("[Ûšäĝé:\n") and text.rstrip().endswith("]"), "help", text)
    speaks("no path to check", program.run("check"))
    speaks("an option that is not known", program.run("check", "--frills"))
    speaks("no case", program.run("case", "show", "nobody"))
    speaks("no verb", program.run("case"))
    speaks("a folder without aids", program.run("check", folder / "en_XA"))
    speaks("a file that is not there", program.run("check", "x.json", folder=folder))
    speaks("clean files", program.run("check", DECIDED))
    for path in tap.some(sorted((DATA / "aids-bad").glob("*.json"))):
        speaks(f"check {path.stem}", program.run("check", path.name, folder=path.parent))

    out = folder / "letter.pdf"
    bad = folder / "bad.json"
    for what, content, _, _ in bad_input.BROKEN + bad_input.damage(DECIDED.read_bytes()):
        bad.write_bytes(content)
        speaks(f"check {what}", program.run("check", bad))
        speaks(f"letter of {what}", program.run("letter", bad, "-o", out))
    for what, content, _, _, _ in bad_input.findings(DECIDED.read_bytes(), "consultation"):
        bad.write_bytes(content)
        speaks(f"letter of {what}", program.run("letter", bad, "-o", out))
    for arguments in (["--kind=poster"], ["--format=braille"], ["--size=99"], ["--format=text", "--size=14"]):
        speaks(f"letter {' '.join(arguments)}", program.run("letter", DECIDED, "-o", out, *arguments))
    speaks("letter in a language that is not there", program.run("letter", DECIDED, "-o", out, "--language=cy"))
    speaks("letter in no language", program.run("letter", DECIDED, "-o", out, "--language=Welsh!"))
    speaks("letter to nowhere", program.run("letter", DECIDED))
    speaks("letter of nothing", program.run("letter", "-o", out))
    speaks("letter without its aid", program.run("letter", DECIDED, "-o", out, EVENHAND_AIDS="/nowhere"))
    speaks("letter with a folder that is not there", program.run("letter", DECIDED, "-o", out, "--aids=/nowhere"))
    speaks("letter over a device", program.run("letter", DECIDED, "-o", "/dev/null"))
tap.done()
