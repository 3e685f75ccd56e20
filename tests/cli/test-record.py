#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""evenhand record: a record goes in, is found again and comes out as it was.

Usage: test-record.py PROGRAM
"""

import json
import sys
import tempfile
from pathlib import Path

import tap
from cli import CONSULTATIONS, Program

program = Program(sys.argv[1])
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

    for verb in (["list"], ["show", identity(HALF)], ["export", identity(HALF)], ["verify"],
                 ["backup", "-o", str(folder / "nothing.db")]):
        refused(f"{verb[0]} makes no records", program.run("record", *verb, at), "There are no records in")
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
    good("all is well", program.run("record", "verify", at))
    refused("one that is not there", program.run("record", "show", identity(HALF)[:-1] + "0", at), "not among the ones")
    refused("what is no id", program.run("record", "show", "abc", at), "“abc”")
    refused("what is no consultation", program.run("record", "import", "-", at, stdin=b"{}"))

    # For the GP record

    said = good("the text for the GP record", program.run("record", "export", "--text", identity(DECIDED), at))
    plan = json.loads(DECIDED.read_text(encoding="utf-8"))["plan"]
    tap.point(f"Shared decision: {plan['decision_entry']['text']}\n" in said, "says the decision", said)
    tap.point(f"“{plan['why']}”" in said, "says why in their words", said)
    for words in ("Matters most: ", "Options discussed: ", "Action: ", "Review: ", "Shown: "):
        tap.point(words in said, f"says {words}", said)
    tap.point(len(said) <= 2000 and "PROVISIONAL" not in said, "is short, and final", str(len(said)))
    said = good("of a draft", program.run("record", "export", "--text", identity(HALF), at))
    tap.point(said.startswith("PROVISIONAL"), "says that it is one", said)

    # Backups

    backup = folder / "backup.db"
    refused("a backup needs a place", program.run("record", "backup", at), "-o FILE")
    good("a backup is made", program.run("record", "backup", at, "-o", backup))
    tap.point(backup.exists() and (folder / "backup.db.key").exists(), "with its key")
    refused("over nothing", program.run("record", "backup", at, "-o", backup), "is there already")
    other = f"--store={folder / 'other'}"
    good("it is restored in an empty folder", program.run("record", "restore", backup, other))
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
    refused("not with another group", program.run("record", "confirm", "00000", "00000", *sign_in), "not the groups")
    good("typed back", program.run("record", "confirm", *[groups[number - 1].lower() for number in asked], *sign_in))
    good("a real one goes in", program.run("record", "import", real, *sign_in))
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
            ("one that is too long is not cut short", 1025 * "x", "at most 1024 bytes")):
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
                "--passphrase-fd needs the number of an open file")

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

    for words in ("Quillfeather", "Rowe", groups[0], PASSPHRASE):
        tap.point(without_sign(store, words), f"“{words}” stands in no file of the store")

    # The command line itself

    for words in ([], ["delete"], ["show"], ["confirm", "one"], ["list", "more"]):
        answer = program.run("record", *words, at)
        tap.point(answer.code == 2 and "say “evenhand record”" in answer.err, f"record {' '.join(words)}", str(answer))
    for option, told in ((f"--passphrase={PASSPHRASE}", "--passphrase"), (f"-p{PASSPHRASE}", "-p"), (f"-ü{PASSPHRASE}", "-ü")):
        answer = program.run("record", "list", at, option)
        refused(f"{told} is not known", answer, f"the option {told} is not known")
        tap.point("horse" not in answer.err, "and what comes with it is not repeated", answer.err)
    refused("a store must be named", program.run("record", "list"), "--store=FOLDER")

tap.done()
