#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says of itself, and the commands about example cases.

Usage: test-cli.py PROGRAM
"""

import json
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tap
from cli import AIDS, Program

program = Program(sys.argv[1])


def refuses(name, answer, message):
    """Writes a point: one line on standard error, exit code 2, nothing else."""
    tap.point(answer.code == 2 and answer.out == b"" and answer.err == message + "\n", name, [message, *str(answer).splitlines()])


# Help and version

answer = program.run("--version")
tap.point(answer.code == 0 and answer.text().startswith("evenhand 0.") and answer.err == "", "the version", str(answer))
for option in ("--help", "-h"):
    answer = program.run(option)
    tap.point(answer.code == 0 and answer.text().startswith("Usage:\n") and answer.err == "", f"help by {option}", str(answer))
for command in ("check", "letter", "case"):
    tap.point(program.run(command, "--help").out == answer.out, f"help of {command}")
    tap.point(f"evenhand {command}" in answer.text(), f"help speaks of {command}")

# Its memory, while it reads. A pipe does not hold all of this, so that it has begun when all is written.

NOBODY = 65534
nobody = {"user": NOBODY} if os.getuid() == 0 else {}  # whom the kernel does not let look at everything
child = subprocess.Popen([program.path, "letter", "-", "-o", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL, cwd="/", env={**program.environment, "HOME": "/nowhere"}, **nobody)
child.stdin.write(b" " * 500000)
child.stdin.flush()
process = Path("/proc") / str(child.pid)
limits = process.joinpath("limits").read_text(encoding="ascii")
owner = process.joinpath("status").stat().st_uid
child.stdin.close()
child.wait()
line = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
tap.point(line.split()[4:6] == ["0", "0"], "no dump of its memory is written", line)
if "ASAN_OPTIONS" not in os.environ:  # they look at the memory themselves
    tap.point(owner == 0, "nobody but the system looks at its memory", str(owner))

# Options

LINE = "evenhand: reading the command line: "
refuses("an option that is not known", program.run("case", "list", "--frills"), LINE + "the option --frills is not known")
refuses("a short option that is not known", program.run("case", "list", "-x"), LINE + "the option -x is not known")
refuses("an option without its value", program.run("case", "list", "--aids"), LINE + "--aids needs a value")
refuses("an option with an empty value", program.run("case", "list", "--aids="), LINE + "--aids needs a value")
refuses("a flag with a value", program.run("check", "--json=yes", AIDS), LINE + "--json takes no value")
refuses("the beginning of an option", program.run("check", "--js", AIDS), LINE + "the option --js is not known")
SAY = LINE + "say “evenhand case list” or “evenhand case show ID”"
for words in (["case"], ["case", "lists"], ["case", "show"], ["case", "list", "x"], ["case", "show", "a", "b"]):
    refuses(" ".join(words), program.run(*words), SAY)
refuses("a folder of aids that is not there", program.run("case", "list", "--aids=/nowhere/at/all"),
        "evenhand: looking for decision aids: there is no such folder (/nowhere/at/all)")

# Cases

answer = program.run("case", "list")
listed = [line.split()[0] for line in answer.text().splitlines()]
shipped = [json.loads(path.read_text(encoding="utf-8"))["id"] for path in AIDS.glob("*/cases/*.json")]
tap.point(answer.code == 0 and sorted(listed) == sorted(shipped) and answer.err == "", "the cases are listed", str(answer))
for case in tap.some(shipped):
    answer = program.run("case", "show", case)
    document = json.loads(answer.text())
    aid = (AIDS / document["aid"]["id"] / "aid.json").read_bytes()
    tap.point(answer.code == 0 and answer.err == "" and document["format"] == "evenhand-consultation/1",
              f"{case} is shown", str(answer))
    tap.point(document["aid"]["sha256"] == hashlib.sha256(aid).hexdigest(), f"{case} has the hash of its aid")
    checked = program.run("check", "-", stdin=answer.out)
    tap.point(checked.code == 0, f"what is shown of {case} is in order", str(checked))
for options, expected in ((["--role=receptionist"], "glasses-at-home"), (["--skill=interpreter"], "signed-up"),
                          (["--role=physio", "--skill=interpreter"], "signed-up")):
    answer = program.run("case", "list", *options)
    listed = [line.split()[0] for line in answer.text().splitlines()]
    tap.point(answer.code == 0 and expected in listed and "bus-driver" not in listed and answer.err == "",
              f"the cases are listed by {' '.join(options)}", str(answer))
answer = program.run("case", "list", "--role=cook")
tap.point(answer.code == 2 and "no case is for the role “cook”; there are: care-coordinator, " in answer.err, "a role that nobody has", str(answer))
answer = program.run("case", "list", "--skill=cooking")
tap.point(answer.code == 2 and "no case trains the skill “cooking”; there are: " in answer.err, "a skill that no case trains", str(answer))
refuses("a case that is not there", program.run("case", "show", "nobody"),
        "evenhand: looking for example cases: there is no case “nobody”; “evenhand case list” names them all")
refuses("no case at all", program.run("case", "list", EVENHAND_AIDS="/nowhere"),
        "evenhand: looking for example cases: there is none; --aids=FOLDER says where decision aids and their cases lie")

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    copy = folder / "aids"
    shutil.copytree(AIDS, copy)
    (copy / "statins-primary-prevention" / "aid.json").unlink()
    answer = program.run("case", "list", f"--aids={copy}", EVENHAND_AIDS="")
    listed = {line.split()[0] for line in answer.text().splitlines()}
    tap.point(answer.code == 0 and "dog-walk" in listed and "bus-driver" not in listed,
              "only the folder that is named is looked at", str(answer))

    # The first folder counts, and --aids comes before the environment.
    own = copy / "hypertension-in-frailty" / "aid.json"
    own.write_bytes(own.read_bytes() + b"\n")
    answer = program.run("case", "show", "dog-walk", "--aids", copy)
    tap.point(json.loads(answer.text())["aid"]["sha256"] == hashlib.sha256(own.read_bytes()).hexdigest(),
              "the first folder counts", str(answer))

    own.write_bytes(b"{")
    answer = program.run("case", "show", "dog-walk", f"--aids={copy}", EVENHAND_AIDS="")
    place = f"the file ends too early; part of it is missing ({own}:1:2)"
    tap.point(answer.code == 2 and answer.out == b"" and answer.err.splitlines() == [
        f"evenhand: looking for decision aids: {place}",
        "evenhand: looking for example cases: there is no decision aid “hypertension-in-frailty”; "
        "--aids=FOLDER says where it lies"], "an aid that is broken", str(answer))

    case = copy / "hypertension-in-frailty" / "cases" / "dog-walk.json"
    document = json.loads(case.read_text(encoding="utf-8"))
    document["colour"] = "blue"
    case.write_text(json.dumps(document, indent=1), encoding="utf-8")
    shutil.copy(AIDS / "hypertension-in-frailty" / "aid.json", own)
    answer = program.run("case", "show", "dog-walk", f"--aids={copy}", EVENHAND_AIDS="")
    tap.point(answer.code == 2 and answer.out == b"" and answer.err.count("\n") == 1
              and answer.err.startswith("evenhand: looking for example cases: the key “colour” is not known here (")
              and f"{case}:" in answer.err, "a case that is broken", str(answer))

# A full disk is noticed.
if os.path.exists("/dev/full"):
    import subprocess
    with open("/dev/full", "wb") as full:
        finished = subprocess.run([program.path, "case", "show", "dog-walk"], stdout=full, stderr=subprocess.PIPE,
                                  env=program.environment, check=False)
    tap.point(finished.returncode == 2 and b"is the disk full?" in finished.stderr, "a full disk", finished.stderr.decode())
tap.done()
