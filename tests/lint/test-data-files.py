#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop file, metainfo, settings schema and icons are what a desktop expects.

Usage: test-data-files.py BUILD-FOLDER
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import repository
import tap

NAME = "org.evenhand.Evenhand"
ACCENT = "#1D4B7A"
SVG = "{http://www.w3.org/2000/svg}"

build = Path(sys.argv[1]) / "resources"
source = repository.ROOT / "resources"


def run(name, *command):
    """Writes a point for a tool that must find nothing to say."""
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    tap.point(answer.returncode == 0, name, answer.stdout + answer.stderr)
    return answer.stdout


run("the desktop file is valid", "desktop-file-validate", str(build / f"{NAME}.desktop"))
run("the metainfo is valid", "appstreamcli", "validate", "--no-net",
    str(build / f"{NAME}.metainfo.xml"))
run("the settings schema is valid", "glib-compile-schemas", "--strict", "--dry-run", str(source))
tap.point((build / "gschemas.compiled").is_file(), "the schema is compiled for an uninstalled run")

keys = ElementTree.parse(source / f"{NAME}.gschema.xml").findall("./schema/key")
for key in keys:
    summary = key.findtext("summary")
    tap.point(summary and summary[0].isupper() and not summary.endswith("."),
              f"the key {key.get('name')} says what it is for", summary)

desktop = (build / f"{NAME}.desktop").read_text(encoding="utf-8")
metainfo = ElementTree.parse(build / f"{NAME}.metainfo.xml").getroot()
tap.point(metainfo.findtext("id") == NAME, "the metainfo has the program's id")
tap.point(metainfo.findtext("launchable") == f"{NAME}.desktop", "the metainfo starts the program")
tap.point(f"\nIcon={NAME}\n" in desktop, "the desktop file names the icon")
tap.point("\nExec=evenhand %f\n" in desktop, "the desktop file starts the program with a file")

version = re.search(r"^\s*version: '([^']+)'", repository.text("meson.build"), re.MULTILINE)
release = metainfo.find("./releases/release")
tap.point(version and release.get("version") == version.group(1),
          "the newest release is the version that is built")

for name in repository.files(".svg", under=("resources",)):
    run(f"{name} is well formed", "xmllint", "--noout", "--nonet", str(repository.ROOT / name))
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "icon.png"
        run(f"{name} can be drawn", "rsvg-convert", "--width=64", "--height=64", "--output",
            str(picture), str(repository.ROOT / name))
        drawn = picture.read_bytes() if picture.exists() else b""
        tap.point(drawn.startswith(b"\x89PNG") and len(drawn) > 100, f"{name} shows something")

icon = ElementTree.parse(source / f"{NAME}.svg").getroot()
fills = [shape.get("fill") for shape in icon.iter(SVG + "rect")]
tap.point(fills == [ACCENT, "#FFFFFF", "#FFFFFF"], "the icon has two bars on the accent", fills)
symbolic = ElementTree.parse(source / f"{NAME}-symbolic.svg").getroot()
tap.point(symbolic.get("width") == symbolic.get("height") == "16",
          "the symbolic icon has the size that symbols have")
tap.done()
