#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""evenhand record: a record goes in, is found again and comes out as it was.

Usage: test-record.py PROGRAM CHEAP-DERIVATION

CHEAP-DERIVATION is loaded before libsodium, so that a passphrase costs next to nothing where the test is not about it.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

import tap
from cli import AIDS, CONSULTATIONS, DATA, Program

program = Program(sys.argv[1], LD_PRELOAD=sys.argv[2])
true_program = Program(sys.argv[1])
HALF = CONSULTATIONS / "half-typed.json"
DECIDED = CONSULTATIONS / "decided.json"
NAME = "Dr Amina Rowe"
PASSPHRASE = "correct horse battery staple"


def good(what, answer):
    """Writes a point: exit code 0, and no word on standard error. Returns what was written."""
    tap.point(answer.code == 0 and answer.err == "", what, str(answer).splitlines())
    return answer.text()


def refused(what, answer, *words):
    """Writes a point: exit code 2, nothing written, and a reason with these words."""
    said = answer.code == 2 and answer.out == b"" and answer.err.count("\n") == 1
    tap.point(said and all(word in answer.err for word in words), what, str(answer).splitlines())


def done(what, answer, line):
    """Writes a point: exit code 0, and nothing but this line."""
    tap.point(answer.code == 0 and answer.err == "" and answer.text() == line + "\n", what, [line, *str(answer).splitlines()])


def identity(path):
    return json.loads(path.read_text(encoding="utf-8"))["id"]


def without_sign(folder, words):
    """Whether these words stand in none of the files below a folder."""
    return not any(words.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    store = folder / "store"
    at = f"--store={store}"
    passphrase = folder / "passphrase"
    passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
    wrong = folder / "wrong"
    wrong.write_text("correct horse battery stable\n", encoding="utf-8")
    sign_in = [at, f"--clinician={NAME}", f"--passphrase-file={passphrase}"]

    # Practice

    answer = program.run("record", "--help")
    tap.point(answer.code == 0 and answer.err == "" and answer.text().startswith("Usage:\n"), "help", str(answer))
    for word in ("init", "recovery-code", "confirm", "enrol", "leaver", "rotate", "list", "find", "join", "audit", "show", "import",
                 "export", "check", "backup", "restore", "approve", "withdraw-approval", "approvals", "answers",
                 "--store", "--clinician", "--passphrase-file", "--passphrase-fd", "--recovery-code-file",
                 "--recovery-code-fd", "--role", "--new-passphrase-file", "--new-passphrase-fd", "--accept",
                 "--text", "--json", "--reason", "--patient", "--nhs-number", "--surname", "--name", "--day",
                 "--until", "--by", "--aid", "--drafts", "--due", "--output", "--aids"):
        tap.point(f"  {word}" in answer.text() or f", {word}" in answer.text(), f"help speaks of {word}")
    tap.point("evenhand record --help" in program.run("--help").text(), "help speaks of it")
    for verb in (["list"], ["show", identity(HALF)], ["export", identity(HALF)], ["verify"],
                 ["backup", "-o", str(folder / "nothing.db")]):
        refused(f"{verb[0]} makes no records", program.run("record", *verb, at), "There are no records in")
    for verb in (["list"], ["confirm"], ["recovery-code"]):
        refused(f"{verb[0]} makes no records of patients", program.run("record", *verb, *sign_in),
                "There are no patients’ records in")
    tap.point(not store.exists(), "and no folder")
    good("a draft makes them", program.run("record", "import", HALF, at))
    tap.point((store / "practice.key").stat().st_mode & 0o777 == 0o600, "the key is private")
    said = good("a draft goes in", program.run("record", "import", HALF, at))
    tap.point(said == identity(HALF) + "\n", "its id is said", said)
    good("a finished one goes in", program.run("record", "import", DECIDED, at))
    refused("a finished one goes in once", program.run("record", "import", DECIDED, at), "never changed")
    said = good("both are listed", program.run("record", "list", at))
    tap.point([line.split()[:3] for line in said.splitlines()]
              == [[identity(HALF), "0", "in-progress"], [identity(DECIDED), "1", "valid"]], "in order", said)
    for path in HALF, DECIDED:
        answer = program.run("record", "show", identity(path), at)
        tap.point(answer.code == 0 and answer.out == path.read_bytes(), f"{path.stem} comes out as it went in")
        answer = program.run("record", "export", identity(path), at)
        tap.point(answer.code == 0 and answer.out == path.read_bytes(), f"{path.stem} is exported as it went in")
    out = folder / "out.json"
    good("an export into a file", program.run("record", "export", identity(DECIDED), at, "-o", out))
    tap.point(out.read_bytes() == DECIDED.read_bytes() and out.stat().st_mode & 0o777 == 0o600, "whole and private")
    done("all is well", program.run("record", "verify", at), "All records are as they were written.")
    refused("one that is not there", program.run("record", "show", identity(HALF)[:-1] + "0", at), "not among the ones")
    amendment = json.loads(HALF.read_text(encoding="utf-8"))
    amendment["id"] = amendment["id"][:-1] + "9"
    amendment["finish"]["amends"] = {"version": 1}
    refused("an amendment of what is not there", program.run("record", "import", "-", at, stdin=json.dumps(amendment).encode()),
            "amends a record that is not kept here")
    other_version = json.loads(HALF.read_text(encoding="utf-8"))
    other_version["aid"]["sha256"] = 64 * "0"
    other_version["id"] = other_version["id"][:-1] + ("1" if other_version["id"][-1] != "1" else "2")
    answer = program.run("record", "import", "-", at, stdin=json.dumps(other_version).encode())
    tap.point(answer.code == 0 and answer.text() == other_version["id"] + "\n" and answer.err.count("\n") == 1
              and "is not here as it was shown" in answer.err, "a draft without its aid goes in, and that is told", str(answer))
    refused("without any, it does not",
            program.run("record", "import", "-", at, stdin=json.dumps(other_version).encode(), EVENHAND_AIDS="/nowhere"),
            "there is no decision aid")
    good("an aid that was kept is not looked for", program.run("record", "import", HALF, at, EVENHAND_AIDS="/nowhere"))
    refused("what is no id", program.run("record", "show", "abc", at), "“abc”")
    refused("what is no consultation", program.run("record", "import", "-", at, stdin=b"{}"))

    # For the GP record

    said = good("the text for the GP record", program.run("record", "export", "--text", identity(DECIDED), at))
    tap.point(said.startswith("2026-11-24: Blood pressure tablets when you are older and live with frailty\n"),
              "begins with the day and the subject", said)
    plan = json.loads(DECIDED.read_text(encoding="utf-8"))["plan"]
    tap.point(f"Shared decision: {plan['decision_entry']['text']}\n" in said, "says the decision", said)
    tap.point(f"“{plan['why']}”" in said, "says why in their words", said)
    for words in ("Matters most: ", "Options discussed: ", "Action: ", "Review: ", "Shown: "):
        tap.point(words in said, f"says {words}", said)
    names = {option["option"]: option["text"] for option in json.loads(DECIDED.read_text(encoding="utf-8"))["options"]["record"]}
    figures = json.loads(DECIDED.read_text(encoding="utf-8"))["risks"]["figures"]
    shown = [line for line in said.splitlines() if line.startswith("Shown: ")]
    wanted = [f"Shown: {figure['title']}, {names[figure['option']]}: {figure['sentence']}" for figure in figures]
    tap.point(len(shown) > 2 and [line[:100] for line in shown] == [line[:100] for line in wanted[:len(shown)]],
              "each figure with its option", said)
    tap.point(len(said) <= 2000 and "PROVISIONAL" not in said, "is short, and final", str(len(said)))
    said = good("of a draft", program.run("record", "export", "--text", identity(HALF), at))
    day = json.loads(HALF.read_text(encoding="utf-8"))["created"][:10]
    tap.point(said.startswith(f"PROVISIONAL, this record is not finished, {day}: Blood pressure tablets"),
              "says that it is one", said)
    own = json.loads((CONSULTATIONS / "blank-decided.json").read_text(encoding="utf-8"))
    own["blank"]["decision"] = "Should I try a\nhearing aid?\u202e"
    own["plan"]["why"] = 400 * "ä"
    good("one on a blank page goes in", program.run("record", "import", "-", at, stdin=json.dumps(own).encode()))
    said = good("the text of it", program.run("record", "export", "--text", own["id"], at))
    tap.point(said.startswith("2026-11-24: Should I try a hearing aid?\n"), "says what the page is about, on a line", said)
    tap.point(max(len(line) for line in said.splitlines()) == 301 and "ä…\n" in said, "a long line ends with an ellipsis", said)

    # Backups

    backup = folder / "backup.db"
    refused("a backup needs a place", program.run("record", "backup", at), "-o FILE")
    done("a backup is made", program.run("record", "backup", at, "-o", backup), "The backup was made and checked.")
    tap.point(backup.exists() and (folder / "backup.db.key").exists(), "with its key")
    refused("over nothing", program.run("record", "backup", at, "-o", backup), "is there already")
    daily = folder / "daily"
    daily.mkdir()
    for name_of_old in ("evenhand-practice-20200101-100000.db", "evenhand-practice-20200101-110000.db", "notes.txt"):
        (daily / name_of_old).write_text("old", encoding="utf-8")
    done("one into a folder", program.run("record", "backup", at, "-o", daily), "The backup was made and checked.")
    there = sorted(path.name for path in daily.iterdir())
    tap.point(len(there) == 4 and "notes.txt" in there and "evenhand-practice-20200101-110000.db" in there,
              "of a day the last stays, and what is another's", str(there))
    answer = program.run("record", "restore", daily / there[1], f"--store={folder / 'daily-store'}")
    tap.point(answer.code == 0, "and it is put back", str(answer))
    other = f"--store={folder / 'other'}"
    answer = program.run("record", "restore", backup, other)
    tap.point(answer.code == 0 and answer.err == "" and "2 finished consultations and 2 drafts." in answer.text() and answer.text().endswith(
        "The backup was put in place and checked. What was there before, if anything, stays beside it.\n"),
              "it is restored in an empty folder", str(answer))
    done("and checked", program.run("record", "check", other), "All records are as they were written.")
    answer = program.run("record", "show", identity(DECIDED), other)
    tap.point(answer.out == DECIDED.read_bytes(), "and all is there", str(answer))
    broken = folder / "broken.db"
    content = bytearray(backup.read_bytes())
    for place in range(len(content) // 2, len(content), 97):  # not only where nothing stands
        content[place] ^= 1
    broken.write_bytes(content)
    (folder / "broken.db.key").write_bytes((folder / "backup.db.key").read_bytes())
    refused("a damaged one is not", program.run("record", "restore", broken, other))
    answer = program.run("record", "show", identity(DECIDED), other)
    tap.point(answer.out == DECIDED.read_bytes(), "and what was there stays", str(answer))

    # What a passphrase truly costs

    dear = [f"--store={folder / 'dear'}", *sign_in[1:]]
    answer = true_program.run("record", "init", *dear, "--role=GP")
    tap.point(answer.code == 0, "records are made", str(answer))
    good("the passphrase opens them", true_program.run("record", "list", *dear))
    refused("another does not", true_program.run("record", "list", *dear[:2], f"--passphrase-file={wrong}"), "could not be unlocked")
    refused("nor does it for next to nothing", program.run("record", "list", *dear), "could not be unlocked")

    # Real patients

    refused("there are none yet", program.run("record", "list", *sign_in), "There are no patients’ records")
    answer = program.run("record", "init", *sign_in, "--role=GP")
    code = answer.text().strip()
    groups = code.split("-")
    tap.point(answer.code == 0 and len(groups) == 8 and all(len(group) == 5 for group in groups), "a recovery code is told",
              str(answer))
    asked = [int(word) for word in answer.err.replace(",", " ").split() if word.isdigit()]
    tap.point(len(asked) == 2, "and which groups to type back", answer.err)
    refused("once", program.run("record", "init", *sign_in), "already")

    document = json.loads(HALF.read_text(encoding="utf-8"))
    document["kind"] = "real"
    document["people"]["patient"]["preferred_name"] = "Quillfeather"
    real = folder / "real.json"
    real.write_text(json.dumps(document), encoding="utf-8")
    refused("no patient before that", program.run("record", "import", real, *sign_in), "recovery code")
    for words in ([], ["00000"], ["00000", "00000"]):
        refused("which groups are asked for is told again", program.run("record", "confirm", *words, *sign_in),
                f"Groups {asked[0]} and {asked[1]} of the recovery code are asked for")
    done("typed back", program.run("record", "confirm", *[groups[number - 1].lower() for number in asked], *sign_in),
         "The recovery code is confirmed. Patients’ records can be kept.")
    good("several of both kinds go in with one passphrase",
         program.run("record", "import", real, HALF, real, at, f"--clinician={NAME}", "--passphrase-fd=0",
                     stdin=PASSPHRASE.encode()))
    said = good("and is listed", program.run("record", "list", *sign_in))
    tap.point(identity(HALF) in said, "where it belongs", said)
    answer = program.run("record", "show", identity(HALF), *sign_in)
    tap.point(answer.out == real.read_bytes(), "as it went in", str(answer))
    refused("a real one needs a name", program.run("record", "import", real, at), "--clinician=NAME")
    said = good("practice has its own", program.run("record", "list", at))
    tap.point("Quillfeather" not in said, "and no real one", said)
    refused("not without the passphrase", program.run("record", "list", at, f"--clinician={NAME}"), "--passphrase-file")
    refused("not with another", program.run("record", "list", at, f"--clinician={NAME}", f"--passphrase-file={wrong}"),
            "could not be unlocked")
    refused("not as another", program.run("record", "list", at, "--clinician=Tom", f"--passphrase-file={passphrase}"),
            "could not be unlocked")

    answer = program.run("record", "list", at, f"--clinician={NAME}", "--passphrase-fd=0", stdin=PASSPHRASE.encode())
    tap.point(answer.code == 0, "the passphrase may come by a descriptor", str(answer))
    for what, text, words in (
            ("only the first line of it counts", f"{PASSPHRASE}\r\nand more\n", None),
            ("only the first line of a long file counts", f"{PASSPHRASE}\n" + 2000 * "x", None),
            ("an end without a line counts", f"\n{PASSPHRASE}", "could not be unlocked"),
            ("one of 1024 bytes is tried", 1024 * "x" + "\r\n", "could not be unlocked"),
            ("one that is too long is not cut short", 1025 * "x", "more than 1024 bytes")):
        answer = program.run("record", "list", at, f"--clinician={NAME}", "--passphrase-fd=0", stdin=text.encode())
        if words:
            refused(what, answer, words)
        else:
            good(what, answer)
    refused("what cannot be read is told",
            program.run("record", "list", at, f"--clinician={NAME}", f"--passphrase-file={folder}"),
            "could not be read", "directory")
    for number in ("99", "x", "-1"):
        refused(f"descriptor {number} is not open",
                program.run("record", "list", at, f"--clinician={NAME}", f"--passphrase-fd={number}"),
                f"“{number}” is not the number of an open file")

    sealed = folder / "sealed.db"
    good("a backup of real ones", program.run("record", "backup", "-o", sealed, *sign_in))
    elsewhere = [f"--store={folder / 'elsewhere'}", *sign_in[1:]]
    good("is restored with the passphrase", program.run("record", "restore", sealed, *elsewhere))
    answer = program.run("record", "show", identity(HALF), *elsewhere)
    tap.point(answer.out == real.read_bytes(), "and all is there", str(answer))
    third = folder / "third"
    refused("and not with another", program.run("record", "restore", sealed, f"--store={third}", f"--clinician={NAME}",
                                                f"--passphrase-file={wrong}"), "could not be unlocked")
    tap.point(not (third / "records.db").exists(), "which leaves nothing behind")

    # The recovery code

    code_file = folder / "code"
    code_file.write_text(code.lower() + "\n", encoding="utf-8")
    with_code = f"--recovery-code-file={code_file}"
    for words in ([f"--clinician={NAME}"], ["--recovery-code-fd=0"], [f"--passphrase-file={passphrase}"]):
        refused(f"the code goes without {words[0][:16]}", program.run("record", "recovery-code", at, with_code, *words),
                "and no name or passphrase")
    code_file.write_text("A" + code[1:] if code[0] != "A" else "B" + code[1:], encoding="utf-8")
    refused("a mistyped code", program.run("record", "recovery-code", at, with_code), "Group 1 of the recovery code is not right")
    code_file.write_text(code, encoding="utf-8")
    refused("nothing else is done with the code", program.run("record", "list", at, with_code), "make a new one before anything else")
    refused("which is told to others", program.run("record", "import", real, *sign_in), "The recovery code was used")
    answer = program.run("record", "recovery-code", at, with_code)
    renewed = answer.text().strip()
    asked = [int(word) for word in answer.err.replace(",", " ").split() if word.isdigit()]
    tap.point(answer.code == 0 and len(renewed) == len(code) and renewed != code and len(asked) == 2, "a new one is told",
              str(answer))
    refused("the old one opens nothing", program.run("record", "recovery-code", at, with_code), "could not be unlocked")
    good("the new one is typed back",
         program.run("record", "confirm", *[renewed.split("-")[number - 1] for number in asked], *sign_in))
    good("and a patient is taken", program.run("record", "import", real, *sign_in))
    # Other clinicians

    fresh = folder / "fresh"
    fresh.write_text("four words in a row\n", encoding="utf-8")
    tom = [at, "--clinician=Tom Marsh", f"--passphrase-file={fresh}"]
    refused("one who is let in needs a passphrase", program.run("record", "enrol", *sign_in, "--name=Tom Marsh"),
            "--new-passphrase-file=FILE")
    refused("and a long one", program.run("record", "enrol", *sign_in, "--name=Tom Marsh", "--new-passphrase-fd=0", stdin=b"short"),
            "at least 12 characters")
    refused("not yet", program.run("record", "list", *tom), "could not be unlocked")
    done("another is let in",
         program.run("record", "enrol", *sign_in, "--name=Tom Marsh", "--role=Nurse", f"--new-passphrase-file={fresh}"),
         "The clinician can sign in from now on.")
    answer = program.run("record", "show", identity(HALF), *tom)
    tap.point(answer.out == real.read_bytes(), "and reads", str(answer))
    refused("nobody changes the passphrase of another",
            program.run("record", "enrol", *sign_in, "--name=tom marsh", f"--new-passphrase-file={wrong}"), "may sign in already")
    done("but one's own", program.run("record", "enrol", *tom, "--name=Tom Marsh", "--new-passphrase-fd=0", stdin=b"five words in a long row"),
         "The clinician can sign in from now on.")
    refused("and the old one opens nothing", program.run("record", "list", *tom), "could not be unlocked")

    # Approvals

    aid = folder / "aids" / "acute-otitis-media" / "aid.json"
    aid.parent.mkdir(parents=True)
    aid.write_bytes((AIDS / "acute-otitis-media" / "aid.json").read_bytes())
    listed = ["record", "approvals", f"--aids={folder / 'aids'}"]
    refused("each figure read second-hand is accepted", program.run("record", "approve", aid, *sign_in, "--accept=burst"),
            "“allergy”")
    both = ["--accept=burst", "--accept=allergy"]
    said = good("one signs", program.run("record", "approve", aid, *sign_in, *both))
    tap.point("A second person" in said, "and a second is needed", said)
    refused("another one", program.run("record", "approve", aid, *sign_in, *both), "signed this version already")
    said = good("what is signed is listed", program.run(*listed, *sign_in))
    tap.point(said.startswith(f"acute-otitis-media  0.1.0  one signature, not approved  {NAME}  "), "as it stands", said)
    as_tom = [*tom[:2], "--passphrase-fd=0"]
    said = good("another signs", program.run("record", "approve", aid, *as_tom, *both, stdin=b"five words in a long row"))
    tap.point("is approved" in said, "and it is approved", said)
    said = good("that is listed", program.run(*listed, *sign_in))
    tap.point(said.startswith(f"acute-otitis-media  0.1.0  approved  {NAME}, Tom Marsh  "), "with both names", said)
    said = good("a report tells it", program.run("check", "--report", aid, *sign_in))
    tap.point("In this practice:\n  Approved here on " in said and f", by {NAME} and Tom Marsh." in said, "who and when", said)
    refused("and asks who wants to know", program.run("check", "--report", aid, at), "say who you are")
    aid.write_bytes(aid.read_bytes() + b" ")
    said = good("when the aid was changed", program.run(*listed, *sign_in))
    tap.point("  changed since, not approved  " in said, "it is not approved", said)
    refused("what has errors is not signed",
            program.run("record", "approve", DATA / "aids-bad" / "date-impossible.json", *sign_in), "this decision aid has errors")

    aid.write_bytes(aid.read_bytes()[:-1])
    refused("an approval is withdrawn for a reason", program.run("record", "withdraw-approval", aid, *sign_in), "Say why")
    done("then it is", program.run("record", "withdraw-approval", aid, *sign_in, "--reason=a figure is out of date"),
         "This version is not approved any more.")
    said = good("and is listed no more", program.run(*listed, *sign_in))
    tap.point(said == "", "no signature is left", said)

    # Leavers

    refused("a leaver needs a reason", program.run("record", "leaver", "Tom Marsh", *sign_in), "--reason=WORDS")
    why = "--reason=has moved away"
    refused("who is not there does not leave", program.run("record", "leaver", "Tom", *sign_in, why), "may sign in")
    refused("nobody lets oneself go", program.run("record", "leaver", NAME, *sign_in, why), "is who is signed in")
    done("one leaves", program.run("record", "leaver", "tom marsh", *sign_in, why),
         "That clinician can sign in no more, and the records have a new key.")
    refused("and signs in no more",
            program.run("record", "list", *tom[:2], "--passphrase-fd=0", stdin=b"five words in a long row"), "could not be unlocked")
    refused("nor the last", program.run("record", "leaver", NAME, *sign_in, why), "is the last")
    done("a new key alone", program.run("record", "rotate", *sign_in), "The records have a new key.")
    answer = program.run("record", "show", identity(HALF), *sign_in)
    tap.point(answer.out == real.read_bytes(), "and all is there", str(answer))
    done("as it was", program.run("record", "verify", *sign_in), "All records are as they were written.")
    done("one who left comes back",
         program.run("record", "enrol", *sign_in, "--name=Tom Marsh", "--role=Nurse", f"--new-passphrase-file={wrong}"),
         "The clinician can sign in from now on.")

    # Who has only the code

    code_file.write_text(renewed, encoding="utf-8")
    refused("a new passphrase goes with the code",
            program.run("record", "recovery-code", *sign_in, f"--new-passphrase-file={fresh}"), "goes with the recovery code")
    answer = program.run("record", "recovery-code", at, with_code, "--clinician=Tom Marsh", f"--new-passphrase-file={fresh}")
    asked = [int(word) for word in answer.err.replace(",", " ").split() if word.isdigit()]
    tap.point(answer.code == 0 and answer.text().strip() != renewed and len(asked) == 2, "a passphrase with the code", str(answer))
    answer2 = program.run("record", "show", identity(HALF), *tom)
    tap.point(answer2.out == real.read_bytes(), "reads", str(answer2))
    good("the newest is typed back",
         program.run("record", "confirm", *[answer.text().strip().split("-")[number - 1] for number in asked], *tom))
    refused("the code before opens nothing", program.run("record", "recovery-code", at, with_code), "could not be unlocked")
    code_file.write_text(code, encoding="utf-8")

    good("a backup is restored with the code of its time",
         program.run("record", "restore", sealed, f"--store={folder / 'fourth'}", with_code))

    # Finding

    def person(number, status, **patient):
        """Writes a finished or half-typed consultation of somebody. Returns its path and its id."""
        taken = json.loads((CONSULTATIONS / "blank-decided.json").read_text(encoding="utf-8"))
        taken.update(kind="real", status=status, id=taken["id"][:-2] + number)
        for name in ("title", "given", "family", "preferred_name", "born", "nhs_number"):
            taken["people"]["patient"].pop(name, None)
        taken["people"]["patient"].update(patient)
        path = folder / f"{number}.json"
        path.write_text(json.dumps(taken), encoding="utf-8")
        return path, taken["id"]

    def find(what, *options):
        """What is found, a line each, and what is said of it."""
        answer = program.run("record", "find", *options, *sign_in)
        tap.point(answer.code == 0, what, str(answer))
        return answer.text().splitlines(), answer.err

    people = [
        person("c1", "valid", given=["Edwin"], family="Quillfeather", born="1943-03-14", nhs_number="9990000018"),
        person("c2", "in-progress", given=["Edwin"], family="Quillfeather", born="1943-03-14"),
        person("c3", "valid", given=["Ned"], family="Quillfeather", born="1943-03-14", nhs_number="9990000026")]
    good("three go in", program.run("record", "import", *[path for path, _ in people], *sign_in))
    first, second, third = [number for _, number in people]
    lines, said = find("by NHS number", "--nhs-number=999 000 0018")
    keep = lines[0].split()[0]
    tap.point(lines[0].endswith("999\u00a0000\u00a00018  1943-03-14  Edwin Quillfeather"), "the patient in a line", lines)
    tap.point([line.split()[0] for line in lines[1:]] == [second, first], "and the consultations", lines)
    other = said.split("same person as ")[1].split(":")[0]
    tap.point(said.startswith(keep) and said.count("\n") == 1, "who may be the same is told", said)
    refused("a mistyped number", program.run("record", "find", "--nhs-number=999 000 0019", *sign_in), "This is no NHS number")
    lines, said = find("by surname and date of birth", "--surname=quillfeather", "--born=14 March 1943")
    tap.point(sorted(line.split()[0] for line in lines) == sorted([keep, other]), "both", lines)
    lines, said = find("by what is typed", "--name=quill n")
    tap.point([line.split()[0] for line in lines] == [other, third], "one of them", lines)
    lines, said = find("by clinician and day", f"--by={NAME}", "--day=2026-11-01", "--until=2026-11-30")
    tap.point({first, second, third} <= {line.split()[0] for line in lines}, "all of hers", lines)
    lines, said = find("drafts", "--drafts")
    tap.point(second in [line.split()[0] for line in lines] and first not in said, "the draft", lines)
    lines, said = find("reviews", "--due=2027-06-01")
    tap.point([line.split()[0] for line in lines] == [first, third], "that are due", lines)
    lines, said = find("by aid", "--aid=hypertension-in-frailty")
    tap.point([line.split()[0] for line in lines] == [identity(HALF)], "the one with it", lines)
    for words in ([], ["--name=a", "--drafts"], ["--surname=Pell"], ["--born=1943-03-14"], ["--until=2026-11-24"],
                  ["--due=2027-06-01", "--day=2026-11-24"]):
        refused(f"find {' '.join(words)}", program.run("record", "find", *words, *sign_in), "say one thing to find")
    refused("no day", program.run("record", "find", "--day=yesterday", at), "A day is needed")
    refused("practice has no patients", program.run("record", "find", "--name=arthur", at), "while practising there are none")
    said = good("but drafts", program.run("record", "find", "--drafts", at))
    tap.point(identity(HALF) in said, "which are found", said)

    # Joining, and who did what

    refused("joining needs a reason", program.run("record", "join", keep, other, *sign_in), "--reason=WORDS")
    refused("and two", program.run("record", "join", keep, "--reason=x", *sign_in), "say “evenhand record”")
    refused("of whom both are there", program.run("record", "join", keep, "abc", "--reason=x", *sign_in), "not the id of a patient")
    done("two are joined", program.run("record", "join", keep, other, "--reason=The card says so", *sign_in),
         "The two are one patient now.")
    for option in ("--nhs-number=9990000026", f"--patient={other}"):
        lines, said = find(f"{option} finds who was kept", option)
        tap.point(lines[0].split()[0] == keep and len(lines) == 4 and said == "", "with all", [*lines, said])
    refused("it is not undone", program.run("record", "join", other, keep, "--reason=back", *sign_in), "was joined to another")
    good("a record is shown", program.run("record", "show", first, *sign_in))
    lines = good("who did what", program.run("record", "audit", f"--patient={keep}", *sign_in)).splitlines()
    tap.point(lines[0].split() == "when who what record and version outcome reason".split(), "has a title", lines[0])
    wanted = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d  Dr Amina Rowe \(GP\)  finalise  +" + first + r"/1  +-  +-"
    tap.point(re.fullmatch(wanted, lines[1]) is not None, "says when, who, what and of which", lines[1])
    what = [line[lines[0].index("what"):].split()[0] for line in lines[1:]]
    tap.point(what[:3] == ["finalise", "draft-open", "finalise"] and what.count("join") == 1
              and what[-2:] == ["view", "search"], "all of both", lines)
    tap.point(any(line.endswith("The card says so") for line in lines), "and why", lines)
    answer = program.run("record", "audit", f"--patient={other}", "--json", *sign_in, TZ="Asia/Kolkata")
    events = json.loads(answer.text())
    tap.point(len(events) == len(what) + 1 and events[-1]["when"].endswith("+05:30") and events[0]["code"] == "finalise"
              and events[0]["record"] == first and events[0]["name"] == NAME, "the same as JSON, in local time", answer.text())
    refused("of a patient", program.run("record", "audit", *sign_in), "--patient=ID")
    refused("who is there", program.run("record", "audit", f"--patient={first}", *sign_in), "no patient with this id")
    done("all is as it was written", program.run("record", "verify", *sign_in), "All records are as they were written.")

    for words in ("Quillfeather", "9990000018", "Rowe", groups[0], PASSPHRASE):
        tap.point(without_sign(store, words), f"“{words}” stands in no file of the store")

    # All that is kept of a person

    document = json.loads((CONSULTATIONS / "blank-decided.json").read_text(encoding="utf-8"))
    document["kind"] = "real"
    document["plan"]["why"] = "I want to hear the cuckoo."
    good("a talk is kept", program.run("record", "import", "-", *sign_in, stdin=json.dumps(document).encode()))
    document["plan"]["why"] = "I want to hear them all."
    document["status"] = "in-progress"
    document["finish"]["amends"] = {"version": 1}
    good("and half amended", program.run("record", "import", "-", *sign_in, stdin=json.dumps(document).encode()))
    said = good("whose it is is found", program.run("record", "find", "--nhs-number=9990000018", *sign_in))
    patient = said.split()[0]
    access = ["letter", "--kind=access", *sign_in, patient]
    kept = folder / "kept.pdf"
    refused("the records are named", program.run("letter", "--kind=access", patient, "-o", kept, "--looked-through"), "--store=FOLDER")
    refused("and go with no other paper", program.run("letter", HALF, *sign_in, "-o", kept), "only --kind=access")
    refused("nothing is given that nobody looked through", program.run(*access, "-o", kept), "--check in place of -o")
    said = good("it is looked through", program.run(*access, "--check"))
    place = f"{document['id']}/1/plan/why"
    for line in (f"given  {place}  Why, in your words: I want to hear the cuckoo.",
                 f"given  {document['id']}/0/plan/why  Why, in your words: I want to hear them all."):
        tap.point(line in said.splitlines(), "each version with its place", said)
    refused("a place that is not there", program.run(*access, "-o", kept, "--looked-through", f"--leave-out={place}x"), "--check lists the places")
    refused("nor is there such a person", program.run(*access[:-1], patient[:-1] + ("0" if patient[-1] != "0" else "1"), "-o", kept, "--looked-through"))
    tap.point(not kept.exists(), "nothing was written")
    good("it is given", program.run(*access, "-o", kept, "--looked-through", "--with-text"))
    words = kept.with_suffix(".txt").read_text(encoding="utf-8")
    tap.point(kept.read_bytes().startswith(b"%PDF") and "What we keep about you" in words and "I want to hear the cuckoo." in words
              and "I want to hear them all." in words, "as PDF and as words", words[:400])
    good("and without what is left out", program.run(*access, "-o", kept, "--looked-through", "--with-text", f"--leave-out={place}"))
    words = kept.with_suffix(".txt").read_text(encoding="utf-8")
    tap.point("cuckoo" not in words and "I want to hear them all." in words and ": left out." in words, "which is named", words)
    said = good("and noted", program.run("record", "audit", f"--patient={patient}", *sign_in))
    tap.point(said.count("access-request") == 2, "each time", said)
    refused("a folder that cannot be written to", program.run(*access, "-o", passphrase / "kept.pdf", "--looked-through"))

    # The command line itself

    for words in ([], ["delete"], ["show"], ["confirm", "1", "2", "3"], ["list", "more"]):
        answer = program.run("record", *words, at)
        tap.point(answer.code == 2 and "say “evenhand record”" in answer.err, f"record {' '.join(words)}", str(answer))
    for option, told in ((f"--passphrase={PASSPHRASE}", "--passphrase"), (f"-p{PASSPHRASE}", "-p"), (f"-ü{PASSPHRASE}", "-ü")):
        answer = program.run("record", "list", at, option)
        refused(f"{told} is not known", answer, f"the option {told} is not known")
        tap.point("horse" not in answer.err, "and what comes with it is not repeated", answer.err)
    refused("a store must be named", program.run("record", "list"), "--store=FOLDER")

tap.done()
