# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the repository, for the tests that read them."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))

_COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def _from_git():
    try:
        answer = subprocess.run(
            ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in answer.stdout.decode().split("\0") if name]


def _from_folders():
    names = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [f for f in folders
                      if f not in (".git", "__pycache__", "shots", "fuzz-corpus")
                      and not f.startswith(("build", "_build"))]
        names += [str((Path(folder) / f).relative_to(ROOT)) for f in files]
    return names


def files(*suffixes, under=()):
    """Returns the sorted paths, relative to the root, that end so and lie in one of these folders."""
    names = _from_git()
    if names is None:
        names = _from_folders()
    return sorted({name for name in names
                   if (ROOT / name).is_file()
                   and (not suffixes or name.endswith(suffixes))
                   and (not under or name.split("/")[0] in under)})


def text(name):
    """Returns the text of a file, or None where it is not UTF-8 text (a picture, a store)."""
    try:
        content = (ROOT / name).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in content else content


def without_comments(source):
    """Returns C source with each comment blanked and its line breaks kept."""
    def blank(match):
        found = match.group(0)
        return re.sub(r"[^\n]", " ", found) if found.startswith("/") else found
    return _COMMENT_OR_STRING.sub(blank, source)
