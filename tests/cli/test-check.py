#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""evenhand check: what it finds, where, and what it answers to the shell.

Usage: test-check.py PROGRAM
"""

import json
import re
import sys
import tempfile
from pathlib import Path

import bad_input
import tap
from cli import AIDS, CONSULTATIONS, DATA, Program

program = Program(sys.argv[1])
AID = AIDS / "hypertension-in-frailty" / "aid.json"
CASE = AIDS / "hypertension-in-frailty" / "cases" / "dog-walk.json"
CONSULTATION = CONSULTATIONS / "decided.json"

# What is in order

answer = program.run("check", AIDS)
n_shipped = len(list(AIDS.glob("*/aid.json")) + list(AIDS.glob("*/cases/*.json"))
                + list(AIDS.glob("tracks/*.json")))
answers = {answer.out, *(program.run("check", AIDS).out for _ in tap.some(range(4)))}
tap.point(len(answers) == 1, "the same order whichever file is ready first")
tap.point(answer.code == 0 and answer.text().splitlines()[-1].startswith(f"Files checked: {n_shipped}. Errors: 0. ")
          and answer.err == "", "the shipped folder", str(answer))
answer = program.run("check", *sorted(CONSULTATIONS.glob("*.json")))
tap.point(answer.code == 0 and answer.err == "" and "Errors: 0. Other remarks: 0" in answer.text(),
          "the sample consultations", str(answer))
answer = program.run("check", "--json", AIDS)
tap.point(answer.code == 0 and all(item["severity"] != "error" for item in json.loads(answer.text())), "no errors in the list", str(answer))
answer = program.run("check", "--json", CASE)
tap.point(answer.code == 0 and json.loads(answer.text()) == [], "an empty list", str(answer))
answer = program.run("check", "-", stdin=AID.read_bytes())
tap.point(answer.code == 0, "standard input", str(answer))

# Findings

bad = sorted(path for folder in ("aids-bad", "cases-bad", "consultations-bad") for path in (DATA / folder).rglob("*.json")
             if path.with_suffix(".findings").exists())
tap.point(len(bad) > 20, "there are broken documents")
for path in tap.some(bad):
    expected = sorted(path.with_suffix(".findings").read_text(encoding="utf-8").splitlines())
    answer = program.run("check", "--json", path)
    found = json.loads(answer.text())
    n_errors = sum(item["severity"] == "error" for item in found)
    code = 1 if n_errors else 0
    name = f"{path.parent.name}/{path.stem}"
    tap.point(sorted(f"{item['tag']} {item['pointer']}".strip() for item in found) == expected and answer.code == code
              and answer.err == "", f"{name} as a list", str(answer))
    tap.point(all(set(item) == {"file", "line", "column", "pointer", "severity", "tag", "detail", "standard", "explanation"}
                  and item["standard"] and item["file"] == str(path) and item["line"] > 0 and item["column"] > 0 and item["explanation"]
                  for item in found), f"{name}: every field is filled in", str(answer))

    answer = program.run("check", path)
    lines = answer.text().splitlines()
    told = [f"{item['file']}:{item['line']}:{item['column']}: {item['severity']}: {item['detail']} [{item['tag']}]"
            for item in found]
    tap.point(answer.code == code and [line for line in lines[:-1] if not line.startswith("    ")] == told,
              f"{name} in words", str(answer))
    explained = [line.strip() for line in lines if line.startswith("    ")]
    tap.point(sorted(explained) == sorted({f"{item['explanation']} ({item['standard']})" for item in found}), f"{name}: each tag is explained once")
    tap.point(lines[-1] == f"Files checked: 1. Errors: {n_errors}. Other remarks: {len(found) - n_errors}", f"{name}: counts", lines[-1:])

# The whole case in the guide is one.
guide = (AIDS / "README.md").read_text(encoding="utf-8").split("### A whole case", 1)[1].split("### ", 1)[0]
example = "\n".join(line[4:] for line in guide.splitlines() if line.startswith("    "))
with tempfile.TemporaryDirectory() as name:
    beside = Path(name) / "sore-throat-antibiotics"
    (beside / "cases").mkdir(parents=True)
    (beside / "aid.json").write_bytes((AIDS / "sore-throat-antibiotics" / "aid.json").read_bytes())
    (beside / "cases" / "school-play.json").write_text(example + "\n", encoding="utf-8")
    answer = program.run("check", "--json", beside / "cases" / "school-play.json")
    tap.point(answer.code == 0 and json.loads(answer.text()) == [], "the whole case in the guide", str(answer))

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    for kind, source in (("aid", AID), ("case", CASE), ("consultation", CONSULTATION)):
        document = source.read_bytes()
        for what, content, tag, said, place in bad_input.findings(document, kind):
            path = folder / f"{kind}-{what}.json"
            path.write_bytes(content)
            answer = program.run("check", path)
            pattern = re.escape(f"{path}:{place}: error: {said} [{tag}]")
            tap.point(answer.code == 1 and answer.err == "" and re.search(f"^{pattern}$", answer.text(), re.MULTILINE),
                      f"{kind}: {what}", [pattern, *str(answer).splitlines()])

        for what, content, said, place in bad_input.BROKEN + bad_input.damage(document):
            path = folder / f"{kind}-{what}.json"
            path.write_bytes(content)
            answer = program.run("check", path)
            tap.point(answer.code == 2 and answer.out == b"" and
                      answer.err == f"evenhand: checking: {said} ({path}:{place})\n", f"{kind}: {what}", str(answer))
            answer = program.run("check", "--json", path)
            item = json.loads(answer.text())[0]
            tap.point(answer.code == 2 and item["tag"] == "not-json" and item["detail"] == said
                      and f"{item['line']}:{item['column']}" == place, f"{kind}: {what} as a list", str(answer))
            answer = program.run("check", "-", stdin=content)
            tap.point(answer.code == 2 and answer.err == f"evenhand: checking: {said} (standard input:{place})\n",
                      f"{kind}: {what} on standard input", str(answer))

    # Files that are not there, folders with nothing in them, names of every sort

    for what, path, said in (("missing", folder / "nothing.json", "there is no such file"),
                             ("below a file", f"{AID}/x", "there is no such file")):
        answer = program.run("check", path)
        tap.point(answer.code == 2 and answer.out == b"" and answer.err == f"evenhand: checking: {said} ({path})\n",
                  what, str(answer))
    empty = folder / "empty"
    empty.mkdir()
    answer = program.run("check", empty)
    tap.point(answer.code == 2 and answer.out == b"" and answer.err ==
              f"evenhand: checking: there is no aid.json and no case below this folder ({empty})\n", "an empty folder", str(answer))
    answer = program.run("check")
    tap.point(answer.code == 2 and answer.out == b"" and answer.err ==
              "evenhand: reading the command line: name at least one file or folder to check\n", "no path", str(answer))

    # One that cannot be read does not keep the others from being checked.
    answer = program.run("check", folder / "nothing.json", CASE, DATA / "aids-bad" / "wrong-type.json")
    tap.point(answer.code == 2 and "[wrong-type]" in answer.text() and answer.err.count("\n") == 1
              and answer.text().endswith("Files checked: 3. Errors: 1. Other remarks: 0\n"), "the others are checked", str(answer))

    # A file is called what it was called on the command line, and stays on one line.
    (folder / "umbrella").mkdir()
    (folder / "umbrella" / "aid.json").write_bytes((DATA / "aids-bad" / "wrong-type.json").read_bytes())
    answer = program.run("check", "umbrella/aid.json", folder=folder)
    tap.point(answer.text().startswith("umbrella/aid.json:"), "a path as it was typed", str(answer))
    answer = program.run("check", "aid.json", folder=DATA / "aids-bad" / "id-not-folder")
    tap.point(answer.code == 1 and "[id-not-folder]" in answer.text(), "the folder is known from within", str(answer))
    strange = folder / "two\nlines\x1b[31m.json"
    strange.write_bytes(b"{")
    answer = program.run("check", strange)
    tap.point(answer.code == 2 and answer.err.count("\n") == 1 and "\x1b" not in answer.err
              and "two?lines?[31m.json:1:2)" in answer.err, "control characters are not obeyed", repr(answer.err))
    # Reports

    answer = program.run("check", "--report", AID)
    lines = answer.text().splitlines()
    tap.point(answer.code == 0 and lines[0].startswith("hypertension-in-frailty  "), "a report begins with the aid", str(answer))
    tap.point(sum(line.startswith("  IPDAS ") for line in lines) == 44 and sum(line.startswith("  NICE ") for line in lines) == 9,
              "every item has a line", str(answer))
    tap.point(any(re.match(r"  IPDAS 7 .* met$", line) for line in lines)
              and any(re.match(r"  IPDAS 6 .* to be signed by the author$", line) for line in lines)
              and any(re.match(r"  IPDAS 32 .* to be signed by the author: not-yet$", line) for line in lines)
              and any(re.match(r"  IPDAS 42 .* does not apply$", line) for line in lines), "met, to be signed, not for tests only", str(answer))
    answer = program.run("check", "--report", DATA / "aids-bad" / "balance-row.json")
    tap.point(answer.code == 1 and re.search(r"^  IPDAS 7 .* not met: balance-row$", answer.text(), re.MULTILINE), "not met, and why", str(answer))
    answer = program.run("check", "--report", DATA / "aids-bad" / "wrong-type.json")
    tap.point(answer.code == 1 and "IPDAS" not in answer.text(), "no report where the form is wrong", str(answer))
    answer = program.run("check", "--report", "--json", AID)
    tap.point(answer.code == 0 and isinstance(json.loads(answer.text()), list), "a list stays a list", str(answer))

    dashes = folder / "--json"
    dashes.write_bytes(AID.read_bytes())
    answer = program.run("check", "--", "--json", folder=folder)
    tap.point(answer.code == 0 and answer.text().splitlines()[-1].startswith("Files checked: 1."), "a file that looks like an option", str(answer))
tap.done()
