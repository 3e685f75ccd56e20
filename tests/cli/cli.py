# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program as a shell would, for the tests of its commands."""

import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AIDS = ROOT / "decision-aids"
DATA = ROOT / "tests" / "data"
CONSULTATIONS = DATA / "consultations"


class Answer:
    """What a run wrote, and its exit code."""

    def __init__(self, finished):
        self.code = finished.returncode
        self.out = finished.stdout
        self.err = finished.stderr.decode("utf-8")

    def text(self):
        return self.out.decode("utf-8")

    def __str__(self):
        return f"exit code {self.code}\n{self.out[:800].decode('utf-8', 'replace')}\n{self.err[:800]}"


class Program:
    """The program, with an environment that is the same on every machine."""

    def __init__(self, path, **environment):
        self.path = os.path.abspath(path)
        self.home = tempfile.mkdtemp()
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.home, "XDG_DATA_HOME": self.home,
                            "LC_ALL": "C.UTF-8", "EVENHAND_AIDS": str(AIDS), "G_DEBUG": "fatal-warnings",
                            "GIO_USE_VFS": "local"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]
        self.environment.update(environment)

    def run(self, *arguments, stdin=b"", folder=None, **environment):
        finished = subprocess.run([self.path, *map(str, arguments)], input=stdin, capture_output=True, check=False,
                                  cwd=folder, env={**self.environment, **environment}, timeout=120)
        return Answer(finished)
