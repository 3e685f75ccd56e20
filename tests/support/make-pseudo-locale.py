#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a language in which every translated string can be told from an untranslated one.

Usage: make-pseudo-locale.py FOLDER

Each text of po/POTFILES becomes the same text with accents and in brackets, half as long again,
as many languages are: "Turn the order round" -> "[Ţûŕñ ţĥé öŕðéŕ ŕöûñð ~~~~~~]". What a program
puts in or reads (%s, {name}, **, _mnemonics, <markup>) stays. FOLDER then holds

    locales/en_XA.UTF-8/            for LOCPATH, made by localedef from en_GB
    en_XA/LC_MESSAGES/evenhand.mo   for EVENHAND_LOCALE_DIR
    evenhand.pot, en_XA.po          what it was made from

so that LOCPATH=FOLDER/locales LC_ALL=en_XA.UTF-8 EVENHAND_LOCALE_DIR=FOLDER shows it.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = "evenhand"
LANGUAGE = "en_XA"
BASE_LOCALE = "en_GB"

# What meson's preset "glib" gives to xgettext.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3",
            "g_dpgettext2:2c,3", "ngettext:1,2"]
FORMATS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format",
           "g_dngettext:2:pass-c-format", "g_strdup_printf:1:c-format",
           "g_string_printf:2:c-format", "g_string_append_printf:2:c-format",
           "g_error_new:3:c-format", "g_set_error:4:c-format"]

ACCENTS = str.maketrans("AaBbCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz",
                        "ÄäƁƀÇçÐðÉéĜĝĤĥÎîĴĵĶķĹĺÑñÖöŔŕŠšŢţÛûŴŵÝýŽž")
KEPT = re.compile(r"""
    %(?:\d+\$)?[-+\ #0'IEO]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|q|j|z|t)?[A-Za-z%]  # printf, dates
  | \\(?:[0-7]{1,3}|x[0-9A-Fa-f]+|.)                                                   # \n and \"
  | \{[^{}]*\}                                                                         # {name}
  | \*\*                                                                               # **strong**
  | <[^<>]+>                                                                           # markup
  | &(?:[a-z]+|\#\d+);                                                                 # entities
  | _(?=\w)\w                                                                          # mnemonics
  """, re.VERBOSE)
MESSAGE = re.compile(r'^(msgstr(?:\[\d\])?) ((?:"(?:\\.|[^"\\])*"\n)+)', re.MULTILINE)
GROWTH = 0.3
HEADER = {
    "PO-Revision-Date": "2026-01-01 00:00+0000",
    "Last-Translator": "make-pseudo-locale.py",
    "Language-Team": "none",
    "Language": LANGUAGE,
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def disguise(text):
    """Returns a text, in the escaped form of a .po file, in accents and brackets."""
    if not text.strip():
        return text
    parts, at = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[at:kept.start()].translate(ACCENTS), kept.group(0)]
        at = kept.end()
    parts.append(text[at:].translate(ACCENTS))
    # Word lists of a desktop file must end with their separator, and lines with their break.
    body = "".join(parts)
    tail = re.search(r"(;|(?:\\n)*)$", body).group(0)
    head = re.match(r"(?:\\n)*", body).group(0)
    body = body[len(head):len(body) - len(tail)]
    return f"{head}[{body} {'~' * max(1, round(len(body) * GROWTH))}]{tail}"


def translate(catalogue):
    """Returns the catalogue with each translation disguised; the header stays."""
    def replace(match):
        text = "".join(re.findall(r'"((?:\\.|[^"\\])*)"', match.group(2)))
        if text.startswith("Project-Id-Version:"):
            return match.group(0)
        return f'{match.group(1)} "{disguise(text)}"\n'
    return MESSAGE.sub(replace, catalogue)


def extract(pot):
    """Writes the texts of every file in po/POTFILES, with a header that is filled in."""
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-comments=Translators:", f"--output={pot}",
         f"--directory={ROOT}", f"--files-from={ROOT / 'po' / 'POTFILES'}", "--force-po",
         f"--package-name={DOMAIN}"]
        + [f"--keyword={keyword}" for keyword in KEYWORDS]
        + [f"--flag={flag}" for flag in FORMATS], check=True)
    header = pot.read_text(encoding="utf-8")
    for name, value in HEADER.items():
        header = re.sub(rf'"{name}: [^"]*\\n"', f'"{name}: {value}\\\\n"', header, count=1)
    if "Plural-Forms:" not in header:
        last = '"Content-Transfer-Encoding: 8bit\\n"\n'
        header = header.replace(last, f'{last}"Plural-Forms: {HEADER["Plural-Forms"]}\\n"\n', 1)
    pot.write_text(header, encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    folder = Path(sys.argv[1]).resolve()
    messages = folder / LANGUAGE / "LC_MESSAGES"
    messages.mkdir(parents=True, exist_ok=True)
    (folder / "locales").mkdir(exist_ok=True)

    pot, po = folder / f"{DOMAIN}.pot", folder / f"{LANGUAGE}.po"
    extract(pot)
    english = subprocess.run(["msgen", "--no-wrap", str(pot)], check=True, capture_output=True,
                             text=True, encoding="utf-8").stdout
    po.write_text(translate(english), encoding="utf-8")
    subprocess.run(["msgfmt", "--check-format", "--check-header",
                    f"--output-file={messages / DOMAIN}.mo", str(po)], check=True)

    # A warning about the base locale is no failure: only a missing result is.
    locale = folder / "locales" / f"{LANGUAGE}.UTF-8"
    subprocess.run(["localedef", "-c", "-i", BASE_LOCALE, "-f", "UTF-8", str(locale)], check=False)
    if not (locale / "LC_CTYPE").is_file():
        print(f"make-pseudo-locale: making {locale}: localedef wrote nothing", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
