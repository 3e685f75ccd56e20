#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing was forgotten in a list: sources, tests, resources.

Usage: test-lists.py BUILD-FOLDER
"""

import json
import re
import sys
from pathlib import Path

import repository
import tap

build = Path(sys.argv[1])


def introspect(what):
    return json.loads((build / "meson-info" / f"intro-{what}.json").read_text(encoding="utf-8"))


def relative(path):
    path = Path(path).resolve()
    if not path.is_relative_to(repository.ROOT):
        return None
    return str(path.relative_to(repository.ROOT))


compiled = {relative(source)
            for target in introspect("targets")
            for part in target["target_sources"]
            for source in part.get("sources", [])}
programs = {relative(source): target["filename"]
            for target in introspect("targets") if target["type"] == "executable"
            for part in target["target_sources"]
            for source in part.get("sources", [])}
commands = {str(Path(argument).resolve()) for test in introspect("tests") for argument in test["cmd"]
            if "/" in argument}

for name in repository.files(".c", under=("app", "widgets", "tests")):
    tap.point(name in compiled, f"{name} is compiled", "no meson.build names it")

for name in repository.files(".c", ".py", under=("tests",)):
    if not Path(name).name.startswith("test-"):
        continue
    if name.endswith(".py"):
        runs = str(repository.ROOT / name) in commands
    else:
        runs = any(program in commands for program in programs.get(name, []))
    tap.point(runs, f"{name} is a test", "no meson.build runs it")

plan = json.loads((build / "meson-info" / "intro-install_plan.json").read_text(encoding="utf-8"))
installed = {relative(source) for kind in plan.values() for source in kind}
for name in repository.files("/aid.json", under=("decision-aids",)):
    folder = str(Path(name).parent)
    tap.point(folder in installed, f"{folder} is installed", "decision-aids/meson.build")

# An entry is relative to the source folder that its meson.build names, so its end must match.
entries = {path.strip() for name in repository.files(".gresource.xml")
           for path in re.findall(r"<file[^>]*>([^<]+)</file>", repository.text(name))}
shipped = repository.files(".ui", ".css", ".sql", ".svg", under=("resources",))
for name in shipped:
    if "org.evenhand.Evenhand" not in name:
        tap.point(any(name.endswith("/" + entry) for entry in entries), f"{name} is in the program",
                  "no .gresource.xml lists it")
everything = repository.files()
for entry in sorted(entries):
    tap.point(any(name.endswith("/" + entry) for name in everything), f"{entry} is there",
              "a .gresource.xml lists it")
tap.done()
