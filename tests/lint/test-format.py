#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C file has the shape that .clang-format gives it."""

import re
import shutil
import subprocess

import repository
import tap

# Another version breaks lines elsewhere, so only this one may judge.
VERSION = 14

tool = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
names = repository.files(".c", ".h", under=("app", "widgets", "tests"))
said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout \
    if tool else "clang-format is not there"
found = re.search(r"version (\d+)", said)

if found is None or int(found.group(1)) != VERSION:
    tap.skip("the shape of C files", f"wants clang-format {VERSION}: {said.strip()}")
    tap.done()

tap.point(names, "there are C files")
answer = subprocess.run([tool, "--dry-run", "-Werror", *names], cwd=repository.ROOT,
                        capture_output=True, text=True, check=False)
lines = answer.stderr.splitlines()
for name in names:
    at = [n for n, line in enumerate(lines) if line.startswith(f"{name}:")]
    tap.point(not at, name, [lines[n] for n in at[:6]] + ["run ./dev format"])
tap.point((answer.returncode == 0) == (not lines), "the tool had nothing else to say", lines[:6])
tap.done()
