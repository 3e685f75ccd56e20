#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that were made to do harm: each gives a finding or a refusal, and costs little memory.

Usage: test-hostile.py EVENHAND

The limit on memory is left out where a sanitizer needs more. How long each took is told, and no
test point: a busy machine is no fault of the program.
"""

import copy
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cli
import tap

MOST_MEMORY = 200 * 1024  # KiB
TIME_LIMIT = 60
program = cli.Program(sys.argv[1])
AID = json.loads((cli.AIDS / "hypertension-in-frailty" / "aid.json").read_text(encoding="utf-8"))
CASE = json.loads((cli.AIDS / "hypertension-in-frailty" / "cases" / "dog-walk.json").read_text(encoding="utf-8"))
measured = "ASAN_OPTIONS" not in os.environ


def limit():
    """In the child: one that goes on and on is ended by the kernel, and the test says so."""
    resource.setrlimit(resource.RLIMIT_CPU, (TIME_LIMIT, TIME_LIMIT))


def check(name, path, codes, *said):
    """Checks a path: the exit code is one of `codes`, and all that is to be said is said."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        child = subprocess.Popen([program.path, "check", str(path)], stdout=out, stderr=err, stdin=subprocess.DEVNULL,
                                 env=program.environment, preexec_fn=limit)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = code = os.waitstatus_to_exitcode(status)
        took = time.monotonic() - start
        out.seek(0)
        err.seek(0)
        told = (out.read() + err.read()).decode("utf-8", "replace")
    print(f"# {name}: {took:.2f} s, {usage.ru_maxrss / 1024:.0f} MB")
    missing = [words for words in said if words not in told]
    tap.point(code in codes and told.strip() and not missing, f"{name}: refused or found",
              f"exit code {code}, not told: {missing}\n{told[:1500]}")
    if measured:
        tap.point(usage.ru_maxrss < MOST_MEMORY, f"{name}: little memory", f"{usage.ru_maxrss} KiB")
    return told


def changed(document, change):
    """Returns a copy of a document as JSON text, after a change."""
    other = copy.deepcopy(document)
    change(other)
    return json.dumps(other, indent=1, ensure_ascii=False)


def set_title(text):
    return lambda aid: aid.update(title=text)


def many(key, n):
    """Repeats the first of a list of the aid, each with an id of its own and no long texts."""
    def change(aid):
        aid[key] = [{"id": f"one-{i}", **{k: v for k, v in aid[key][0].items() if k in ("title", "kind", "show")}}
                    for i in range(n)]
    return change


def many_answers(aid):
    """Ten thousand options, and a question that each of them answers."""
    many("options", 10000)(aid)
    aid["questions"] = [{"id": "q", "text": "Will it rain?", "side": "neutral",
                         "answers": [{"option": f"one-{i}", "text": "We do not know."} for i in range(10000)]}]


DAMAGED = [
    # Texts that are JSON, and an aid but for one thing.
    ("title with half a surrogate", changed(AID, set_title("@@")).replace("@@", "\\ud800"), {2}, "surrogate"),
    ("title with a surrogate too many", changed(AID, set_title("@@")).replace("@@", "\\ud83d\\ude00\\ude00"), {2}, "surrogate"),
    ("title with a zero", changed(AID, set_title("@@")).replace("@@", "\\u0000"), {1, 2}, ""),
    ("title of eight million letters", changed(AID, set_title("a" * 7_900_000)), {1}, "[text-length]"),
    ("denominator of 1e400", changed(AID, lambda aid: aid.update(denominator="@@")).replace('"@@"', "1e400"), {2}, "number"),
    ("denominator of 400 digits", changed(AID, lambda aid: aid.update(denominator="@@")).replace('"@@"', "9" * 400), {2}, "number"),
    ("denominator that is not a number", changed(AID, lambda aid: aid.update(denominator="@@")).replace('"@@"', "NaN"), {2}, ""),
    ("denominator of -0", changed(AID, lambda aid: aid.update(denominator="@@")).replace('"@@"', "-0"), {1}, ""),
    ("id that leads out of its folder", changed(AID, lambda aid: aid.update(id="../../umbrella")), {1}, "/id"),
    ("ten thousand options", changed(AID, many("options", 10000)), {1}, "options"),
    ("ten thousand options with answers", changed(AID, many_answers), {1}, "options"),
    ("ten thousand outcomes", changed(AID, many("outcomes", 10000)), {1}, ""),
    ("ten thousand words to explain", changed(AID, lambda aid: aid.update(
        glossary=[{"term": f"word {i}", "plain": "a word", "also": []} for i in range(10000)])), {1}, ""),
    ("a value of 5,000 digits", changed(AID, lambda aid: aid["outcomes"][0]["groups"][0]["counts"][0].update(
        n_from={"measure": "risk-ratio", "value": "0." + "3" * 5000})), {1}, ""),
    ("case whose aid leads out of the folder", changed(CASE, lambda case: case["consultation"]["aid"].update(id="../../../etc/passwd")),
     {1}, "[text-form]"),
    ("case with ten thousand topics", changed(CASE, lambda case: case["persona"].update(
        topics=[{**case["persona"]["topics"][0], "id": f"one-{i}", "examples": []} for i in range(10000)])), {1, 2}, ""),
]

RAW = [
    ("100,000 lists in each other", b"[" * 100_000, {2}, "nested too deep"),
    ("a million objects in each other", b'{"a":' * 1_000_000, {2}, "nested too deep"),
    ("byte order mark", "\ufeff".encode() + json.dumps(AID).encode(), {2}, "byte order mark"),
    ("UTF-16", json.dumps(AID).encode("utf-16"), {2}, ""),
    ("zero bytes", bytes(4096), {2}, "zero byte"),
    ("a surrogate in UTF-8", b'{"format": "\xed\xa0\x80"}', {2}, "not UTF-8"),
    ("a letter too long in UTF-8", b'{"format": "\xc0\xaf"}', {2}, "not UTF-8"),
    ("half a million keys", b"{" + b",".join(b'"k%d":1' % i for i in range(500_000)) + b"}", {1, 2}, ""),
    ("one key again and again", b"{" + b",".join([b'"k":1'] * 500_000) + b"}", {1, 2}, ""),
]


def put(folder, name, content):
    path = folder / f"{name.replace(' ', '-').replace(',', '')}.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    for what, content, codes, said in tap.some(DAMAGED) + tap.some(RAW):
        check(what, put(folder, what, content), codes, said)

    # 100 MB, of nothing (which takes no room on the disk) and of one endless word
    hole = folder / "hole.json"
    with hole.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    check("threat 05: 100 MB of zero bytes", hole, {2}, "too large")
    word = folder / "word.json"
    with word.open("wb") as file:
        file.write(b'{"title":"')
        for _ in range(100):
            file.write(b"a" * 1024 * 1024)
        file.write(b'"}')
    check("100 MB in one text", word, {2}, "too large")
    word.unlink()

    # Links, and what is no file
    loop = folder / "loop"
    loop.mkdir()
    (loop / "itself").symlink_to(loop)
    (loop / "aid.json").symlink_to(loop / "aid.json")
    check("a link to itself", loop / "aid.json", {2})
    check("a folder within itself", loop, {1, 2})
    (folder / "pipe.json").symlink_to("/dev/zero")
    check("an endless file", folder / "pipe.json", {2}, "a pipe or a device")
    os.mkfifo(folder / "fifo.json")
    check("a pipe that nobody writes to", folder / "fifo.json", {2}, "a pipe or a device")

    # What the environment names is not loaded: whoever opens this waits for ever.
    (folder / "modules").mkdir()
    os.mkfifo(folder / "modules" / "libforeign.so")
    os.environ.update({"GIO_EXTRA_MODULES": str(folder / "modules"), "GIO_MODULE_DIR": str(folder / "modules")})
    check("threat 20: code from a folder of the user's", cli.AIDS / "hypertension-in-frailty", {0, 1})
    del os.environ["GIO_EXTRA_MODULES"], os.environ["GIO_MODULE_DIR"]
    inside = folder / "inside"
    inside.mkdir()
    (inside / "aid.json").symlink_to("/etc/passwd")
    told = check("a link to another's file", inside, {1, 2})
    tap.point("root:" not in told, "nothing of that file is told", told)
    check("a way up and down again", folder / "inside" / ".." / "loop" / ".." / "hole.json", {2}, "too large")
tap.done()
