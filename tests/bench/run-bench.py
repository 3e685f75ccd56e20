#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure the program against its references and print a table and one JSON line a row.

usage: run-bench.py BUILD-FOLDER [--repetitions=N] [ROW...]

Milliseconds say little, as machines differ; the ratio of two medians from runs by turns says how
much dearer our way is than the plain one on the same machine at the same time. Nothing fails when a
goal is missed: the number is there to be looked at.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))

# row, what it is, its unit, the most it should cost beside its reference
ROWS = [
    ("first-frame", "exec to the first frame / a minimal window", "ms", 1.25),
    ("memory", "resident memory at the first page / the same", "KiB", 1.30),
    ("letter-time", "two-page letter, tagged / cairo and Pango", "ms", 1.0),
    ("letter-warm", "the same letter, when one was made before / 25 ms", "ms", 1),
    ("letter-size", "size of that file / the same", "bytes", 1.2),
    ("icons-unchanged", "1,000 icons as before / a texture node each", "ms", 0.75),
    ("icons-changed", "1,000 icons after a change / the same", "ms", 1.5),
    ("page-turn", "95 of 100 page turns / the words in a plain stack", "ms", 3),
    ("page-first-half", "50 of 100 first showings of a page / the same", "ms", 3),
    ("page-first-most", "95 of 100 first showings of a page / the same", "ms", 3),
    ("page-again-half", "50 of 100 returns to a page / the same", "ms", 3),
    ("page-again-most", "95 of 100 returns to a page / the same", "ms", 3),
    ("preview", "95 of 100 keys to the new letter on screen / 150 ms", "ms", 1),
    ("preview-block", "the longest wait of another key meanwhile / 16 ms", "ms", 1),
    ("autosave", "keystroke to autosaved / a bare commit", "ms", 1.3),
    ("autosave-most", "99 of 100 of them / 50 ms", "ms", 1),
    ("find", "find a patient of 1,000,000 consultations / bare statements", "ms", 2),
    ("find-cold", "the first after unlocking / 20 ms", "ms", 1),
    ("unlock", "unlock with 200,000 patients / 1.5 s", "ms", 1),
    ("check", "check of 1,000 aids / Jansson parsing them", "ms", 3),
    ("index", "index of 1,000 aids / Jansson parsing one 1,000 times", "ms", 0.05),
    ("answer", "the slowest answer of a made-up patient / 100 ms", "ms", 1),
]
# Which program measures which rows, and whether it needs a display.
PROGRAMS = {
    "start-up": (["first-frame", "memory"], True),
    "bench-letter": (["letter-time", "letter-warm", "letter-size"], False),
    "bench-icon-array": (["icons-unchanged", "icons-changed"], True),
    "bench-page-turn": (["page-turn", "page-first-half", "page-first-most", "page-again-half", "page-again-most"], True),
    "bench-preview": (["preview", "preview-block"], True),
    "bench-autosave": (["autosave", "autosave-most"], False),
    "bench-find": (["find", "find-cold", "unlock"], False),
    "bench-aids": (["check", "index"], False),
    "bench-talk": (["answer"], False),
}


def make_environment(build):
    environment = dict(os.environ)
    environment.update({
        "EVENHAND_AIDS": os.path.join(SOURCE, "decision-aids"),
        "GSETTINGS_SCHEMA_DIR": os.path.join(build, "resources"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
    })
    # Checks that slow down what is measured are for the tests.
    for name in ("G_DEBUG", "G_SLICE", "MALLOC_CHECK_", "MALLOC_PERTURB_", "G_MESSAGES_DEBUG"):
        environment.pop(name, None)
    return environment


def make_command(name, build, repetitions, folder):
    built = os.path.join(build, "tests", "bench")
    if name == "start-up":
        return [sys.executable, os.path.join(HERE, "start-up.py"), str(repetitions),
                os.path.join(build, "app", "evenhand"), os.path.join(built, "reference-window")]
    return [os.path.join(built, name), str(repetitions), SOURCE, folder]


def run_program(name, build, repetitions):
    """The samples of its rows: {row: ([ours], [reference])}."""
    samples = {}
    # On the disk of the build, where a commit costs what it costs.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as folder:
        command = make_command(name, build, repetitions, folder)
        if PROGRAMS[name][1]:
            command = [sys.executable, os.path.join(SOURCE, "tests", "gui", "gui-driver.py"), "--shell", "--no-wm",
                       "--size", "1366x768", "--artifacts", folder, "--"] + command
        done = subprocess.run(command, env=make_environment(build), stdout=subprocess.PIPE, text=True, timeout=1200)
    if done.returncode != 0:
        sys.exit(f"run-bench: {name} ended with {done.returncode}")
    for line in done.stdout.splitlines():
        words = line.split()
        if len(words) == 3 and words[0] in PROGRAMS[name][0]:
            ours, reference = samples.setdefault(words[0], ([], []))
            ours.append(float(words[1]))
            reference.append(float(words[2]))
    return samples


def print_results(results):
    print(f"{'':60} {'ours':>10} {'reference':>10} {'':5} {'ratio':>6} {'goal':>6}")
    for row, what, unit, goal in ROWS:
        if row in results:
            ours, reference = results[row]
            missed = "" if ours / reference <= goal else "  missed"
            print(f"{what:60} {ours:10.1f} {reference:10.1f} {unit:5} {ours / reference:6.3f} {goal:6.2f}{missed}")
    for row, _, _, goal in ROWS:
        if row in results:
            ours, reference = results[row]
            print(json.dumps({"row": row, "ratio": round(ours / reference, 4), "goal": goal}))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("rows", nargs="*", metavar="ROW", help="only these: " + ", ".join(row[0] for row in ROWS))
    parser.add_argument("--repetitions", type=int, default=7)
    arguments = parser.parse_args()
    wanted = set(arguments.rows) or {row[0] for row in ROWS}
    unknown = wanted - {row[0] for row in ROWS}
    if unknown:
        parser.error("no such row: " + ", ".join(sorted(unknown)))

    results = {}
    for name, (rows, _) in PROGRAMS.items():
        if not wanted & set(rows):
            continue
        samples = run_program(name, os.path.abspath(arguments.build), arguments.repetitions)
        for row in rows:
            if len(samples.get(row, ([],))[0]) != arguments.repetitions:
                sys.exit(f"run-bench: {name} did not measure {row}")
            results[row] = tuple(statistics.median(part) for part in samples[row])
    print_results({row: result for row, result in results.items() if row in wanted})


main()
