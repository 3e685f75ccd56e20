# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of bad input, for the tests of the commands that read a file."""

import json

# Name, bytes, what is said of it, and its line and column.
BROKEN = [
    ("empty", b"", "the file is empty", "1:1"),
    ("blanks", b" \n \n", "the file is empty", "1:1"),
    ("not-json", b"Dear Sir,\n", "not valid JSON: a comma, a colon, a quotation mark or a bracket may be missing "
     "here or just before", "1:4"),
    ("zero-byte", b'{"a":\n "b\x00"}', "the file is not text: it has a zero byte", "2:4"),
    ("byte-order-mark", b"\xef\xbb\xbf{}", "the file starts with a byte order mark; save it as UTF-8 without one", "1:1"),
    ("lists-100000-deep", b"[" * 100000, "lists or objects are nested too deep", "1:33"),
    ("objects-100000-deep", b'{"a":\n' * 100000, "lists or objects are nested too deep", "33:1"),
    ("too-large", b" " * (8 * 1024 * 1024 + 1), "the file is too large to be an Evenhand document", "1:1"),
]


def damage(document):
    """Returns broken copies of the bytes of a document, each as name, bytes, what is said, place."""
    lines = document.split(b"\n")
    half = b"\n".join(lines[:20])
    return [
        ("truncated", half, "the file ends too early; part of it is missing", f"20:{len(lines[19]) + 1}"),
        ("not-utf8", b"\n".join(lines[:4] + [lines[4] + b"\xff"] + lines[5:]), "the text is not UTF-8",
         f"5:{len(lines[4]) + 1}"),
    ]


def findings(document, kind):
    """Returns copies with faults that are findings: name, bytes, tag, what is said, place."""
    newer = json.loads(document)
    newer["format"] = f"evenhand-{kind}/2"
    other = json.loads(document)
    other["format"] = "shopping-list/1"
    text = json.dumps(json.loads(document), indent=1, ensure_ascii=False) + "\n"
    twice = text.removesuffix("\n}\n") + f',\n "format": "evenhand-{kind}/1"\n}}\n'
    return [
        ("unknown-key", text.replace(' "format"', ' "colour": "blue",\n "format"', 1).encode(),
         "unknown-key", "the key “colour” is not known here", "2:12"),
        ("repeated-key", twice.encode(), "repeated-key",
         "the key “format” stands twice; it stood first in line 2, column 2", f"{twice.count(chr(10)) - 1}:2"),
        ("newer", (json.dumps(newer, indent=1) + "\n").encode(), "format-newer",
         f"“evenhand-{kind}/2” is a newer format than this version of Evenhand can read; it reads evenhand-{kind}/1",
         "2:12"),
        ("other", (json.dumps(other, indent=1) + "\n").encode(), "format-unknown",
         "“shopping-list/1” is not a format of Evenhand", "2:12"),
    ]
