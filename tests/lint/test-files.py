#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file of the repository must keep to."""

import re
import stat
import subprocess

import repository
import tap

LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
# Built from parts, so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w./-])/(?:" + "|".join(["work", "root", "home", "Users"]) + r")/\w")
REGISTRY = re.compile("|".join([
    r"pypi\." + "org", "files\\.python" + "hosted", r"registry\.npm" + "js", r"crates\." + "io",
    r"deb\.debian\." + "org", r"archive\.ubuntu\." + "com", r"proxy\.golang\." + "org",
    r"rubygems\." + "org", r"repo\.maven\." + "apache"]))
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX"]) + r")\b")
# The licence is quoted as it is; test data may be broken on purpose.
AS_THEY_ARE = re.compile(r"^LICENSE$|^tests/data/|^tests/fuzz/corpus/")


def findings(name, content):
    """Returns what is wrong with the text of one file, as lines of text."""
    wrong = []
    if content and not content.endswith("\n"):
        wrong.append(f"{name}: the last line does not end")
    if name.endswith((".c", ".h")) and not content.startswith(LICENCE):
        wrong.append(f"{name}:1: the licence line is missing")
    for number, line in enumerate(content.split("\n"), 1):
        where = f"{name}:{number}"
        if "\r" in line:
            wrong.append(f"{where}: has a carriage return")
        if line != line.rstrip() and not name.endswith(".md"):
            wrong.append(f"{where}: ends with a space")
        if MACHINE.search(line):
            wrong.append(f"{where}: names a folder of one machine")
        if REGISTRY.search(line):
            wrong.append(f"{where}: names a package registry")
        if UNFINISHED.search(line):
            wrong.append(f"{where}: something is left unfinished")
        if name.endswith((".c", ".h", ".ui", ".css", ".build", "/dev")) and "\t" in line:
            wrong.append(f"{where}: has a tab")
    return wrong


names = repository.files()
found = {name: findings(name, repository.text(name)) for name in names
         if not AS_THEY_ARE.search(name) and repository.text(name) is not None}
for name, wrong in found.items():
    if wrong:
        tap.point(False, name, wrong)
tap.point(len(found) > 20, "every text file was read", f"only {len(found)}")

for name in ("dev", ".ci/run"):
    mode = (repository.ROOT / name).stat().st_mode
    tap.point(mode & stat.S_IXUSR, f"{name} can be run")
    answer = subprocess.run(["bash", "-n", name], cwd=repository.ROOT, capture_output=True,
                            text=True, check=False)
    tap.point(answer.returncode == 0, f"{name} is a whole script", answer.stderr)
for name in repository.files(".py"):
    try:
        compile(repository.text(name), name, "exec")
        wrong = ""
    except SyntaxError as error:
        wrong = str(error)
    tap.point(not wrong, f"{name} is a whole script", wrong)
tap.done()
