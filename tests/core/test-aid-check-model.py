#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker's numbers and words against Python's numbers and regular expressions.

Usage: test-aid-check-model.py AID-CHECK-ANSWERS

The rules are written down a second time here, in the plainest way, and thousands of questions get
the same answer from both. Quotients are exact here (a decimal of 209/528 × 1.68 × 100 would miss
that it is 66.5), and the power of a hazard ratio is worked out to 60 places.
"""

import json
import os
import random
import re
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from pathlib import Path

import tap

getcontext().prec = 60
SEED = 20261124
SAMPLE = int(os.environ.get("EVENHAND_SAMPLE", "1"))
ROOT = Path(__file__).resolve().parents[2]
choose = random.Random(SEED)


def ask(questions):
    """Returns the answer of the program to each question."""
    text = "".join("\t".join(map(str, question)) + "\n" for question in questions)
    run = subprocess.run([sys.argv[1]], input=text.encode(), stdout=subprocess.PIPE, check=True)
    return run.stdout.decode().splitlines()


def compare(name, questions, expected):
    answers = ask(questions)
    wrong = [f"{question}: {answer}, expected {right}"
             for question, answer, right in zip(questions, answers, expected) if answer != right]
    tap.point(len(answers) == len(questions) and not wrong, f"{name}: {len(questions)} questions", wrong[:10])


def half_up(number, places=0):
    if isinstance(number, Fraction):
        scaled = abs(number) * 10 ** places
        whole = int(scaled + Fraction(1, 2))
        return Decimal(whole if number >= 0 else -whole).scaleb(-places)
    return Decimal(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


# Effects on a baseline

def people(effect, events, of, denominator):
    base = Fraction(events, of)
    if "events" in effect:
        return Fraction(effect["events"], effect["of"]) * denominator
    value = Fraction(effect["value"])
    if effect["measure"] == "hazard-ratio":
        rest = 1 - Decimal(events) / Decimal(of)
        return (1 - rest ** Decimal(effect["value"]) if value else Decimal(0)) * denominator
    risk = {
        "published": lambda: value / effect.get("per", 100),
        "risk-ratio": lambda: base * value,
        "odds-ratio": lambda: base * value / (1 - base + base * value),
        "risk-difference": lambda: base + value / effect.get("per", 100),
    }[effect["measure"]]()
    return risk * denominator


def answer(number):
    return f"{half_up(number)} {half_up(number, 4)}".replace("-0 ", "0 ").replace("-0.0000", "0.0000")


def two_places():
    return f"{choose.randrange(0, 400) / 100:.2f}"


def random_question():
    measure = choose.choice(["published", "risk-ratio", "odds-ratio", "hazard-ratio", "hazard-ratio", "risk-difference", "event-rate"])
    of = choose.choice([7, 20, 100, 528, 1000, 4113, 39179, choose.randrange(1, 200000)])
    denominator = choose.choice([100, 1000, 10000])
    if measure == "event-rate":
        return {"measure": measure, "events": choose.randrange(0, of + 1), "of": of}, 1, 2, denominator
    effect = {"measure": measure, "value": two_places()}
    if measure in ("published", "risk-difference"):
        effect["per"] = choose.choice([8, 100, 456, 1000])
    return effect, choose.randrange(0, of + 1), of, denominator


EDGES = [({"measure": "risk-ratio", "value": "0.81"}, 50, 1000, 1000),
         ({"measure": "risk-ratio", "value": "0.5"}, 1, 100, 100),
         ({"measure": "risk-ratio", "value": "0.49999999999999999"}, 1, 100, 100),
         ({"measure": "odds-ratio", "value": "1"}, 1, 3, 10000),
         ({"measure": "hazard-ratio", "value": "1"}, 5, 1000, 100),
         ({"measure": "hazard-ratio", "value": "1"}, 15, 1000, 100),
         ({"measure": "hazard-ratio", "value": "2"}, 1, 2, 100),
         ({"measure": "hazard-ratio", "value": "2"}, 1, 2, 10000),
         ({"measure": "hazard-ratio", "value": "2.00"}, 1, 20, 1000),
         ({"measure": "hazard-ratio", "value": "0"}, 1, 2, 100),
         ({"measure": "hazard-ratio", "value": "0.5"}, 3, 4, 1000),
         ({"measure": "hazard-ratio", "value": "0.5"}, 100, 100, 1000),
         ({"measure": "hazard-ratio", "value": "3.99"}, 199999, 200000, 10000),
         ({"measure": "hazard-ratio", "value": "0.01"}, 1, 200000, 10000),
         ({"measure": "risk-difference", "value": "-0.35", "per": 100}, 35, 10000, 1000),
         ({"measure": "published", "value": "0.05"}, 1, 2, 1000),
         ({"measure": "event-rate", "events": 1, "of": 200}, 1, 2, 100)]

questions = EDGES + [random_question() for _ in range(20000 // SAMPLE)]
compare("effects", [("effect", json.dumps(effect), *rest) for effect, *rest in questions],
        [answer(people(*question)) for question in questions])

# Published hazard ratios on published rates: near to a half is where a rounding goes wrong.
near = []
for events in range(1, 1000, 7):
    for value in range(50, 200, 3):
        question = ({"measure": "hazard-ratio", "value": f"{value / 100:.2f}"}, events, 1000, 1000)
        exact = people(*question)
        if abs(exact % 1 - Decimal("0.5")) < Decimal("0.01"):
            near.append(question)
compare("hazard ratios next to a half", [("effect", json.dumps(effect), *rest) for effect, *rest in near],
        [answer(people(*question)) for question in near])

refused = [({"measure": "hazard-ratio", "value": "12.1"}, 1, 2, 100), ({"measure": "hazard-ratio", "value": "-1"}, 1, 2, 100),
           ({"measure": "hazard-ratio", "value": "1"}, 3, 2, 100), ({"measure": "odds-ratio", "value": "0"}, 1, 1, 100),
           ({"measure": "risk-ratio", "value": "1234567890123456789"}, 1, 2, 100), ({"measure": "risk-ratio"}, 1, 2, 100),
           ({"measure": "assumed"}, 1, 2, 100), ({"measure": "published", "value": "1", "per": 0}, 1, 2, 100),
           ({"measure": "event-rate", "events": 1, "of": 0}, 1, 2, 100)]
compare("effects that cannot be worked out", [("effect", json.dumps(effect), *rest) for effect, *rest in refused], ["-"] * len(refused))

# Rounding

decimals = ["0.5", "-0.5", "1.5", "2.5", "-2.5", "0.05", "0.045", "7.36", "11.69", "0", "-0.35", "999999.5", "0.4999999999", "100"]
decimals += [f"{choose.randrange(-10**6, 10**6)}.{choose.randrange(10**4):04d}" for _ in range(2000 // SAMPLE)]
questions = [("round", decimal, places) for decimal in decimals for places in (0, 1, 2)]
compare("rounding half up", questions,
        [re.sub(r"^-(0(\.0+)?)$", r"\1", str(half_up(decimal, places))) for _, decimal, places in questions])
compare("no decimals", [("round", text, 0) for text in ("", "-", ".5", "1e3", "1.2.3", "1,5", "0x1", "1 ", "9" * 19)], ["-"] * 9)

# Words: the rule of thumb of the checker, once more

SYLLABLES = {
    "people": 2, "tablets": 2, "tablet": 2, "every": 2, "trial": 2, "trials": 2, "diabetes": 4, "being": 2,
    "area": 3, "idea": 3, "science": 2, "quiet": 2, "diet": 2, "someone": 2, "something": 2, "sometimes": 2,
    "more": 1, "fewer": 2, "years": 1, "sure": 1, "lower": 2, "higher": 2, "our": 1, "hour": 1, "were": 1,
    "there": 1, "where": 1, "else": 1, "themselves": 2, "whole": 1, "while": 1, "alive": 2, "create": 2,
    "risk": 1, "used": 1, "likely": 2, "lives": 1, "lived": 1, "times": 1, "changes": 2, "ones": 1, "once": 1,
    "liver": 2, "cholesterol": 4, "medicine": 3, "medicines": 3, "blood": 1, "heart": 1, "your": 1, "you": 1,
    "one": 1, "done": 1, "gone": 1, "because": 2, "before": 2, "careful": 2, "safely": 2, "lightheaded": 3,
}
WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|[0-9][0-9,.]*[0-9]|[0-9]")
NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def syllables(word):
    word = word.lower().replace("'", "").replace("’", "")
    if word in SYLLABLES:
        return SYLLABLES[word]
    if not word or not word[0].isalpha():
        return 1
    if word.endswith("s") and word[:-1] in SYLLABLES:
        return SYLLABLES[word[:-1]]
    count = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee", "ye", "oe")) and count > 1:
        count -= 1
    if word.endswith("es") and not re.search(r"(s|x|z|ch|sh|c|g|l)es$", word) and count > 1:
        count -= 1
    if word.endswith("ed") and not re.search(r"[td]ed$", word) and count > 1:
        count -= 1
    if re.search(r"(ia|io[^n]|ua|eo)[a-z]", word) and not re.search(r"(tion|cial|tial|cious|tious)", word):
        count += 1
    return max(1, count)


def prose(text):
    words = WORD.findall(text)
    sentences = sum(bool(WORD.search(part)) for part in re.split(r"(?<=[.!?:])[ \t\n]+", text))
    longest = max(len(WORD.findall(part)) for part in re.split(r"(?<=[.!?])[ \t\n]+", text))
    return f"{len(words)} {sentences} {sum(map(syllables, words))} {sum(len(NUMBER.findall(word)) for word in words)} {longest}"


def texts(value):
    """Yields every text below the document."""
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(item)


documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("decision-aids/**/*.json"))]
shipped = sorted({text for document in documents for text in texts(document) if "\t" not in text and "\n" not in text})[::SAMPLE]
made_up = ["", "1,000", "1,0000 and 1,00", "3.5.7, 8.", "It is: so. Yes! No? Well", "don't won’t ''x", "QRISK3 HbA1c", "5%,6%", "a..b. c",
           "1.5 to 2,500.25", ". . .", "é café", "e.g. this", "x" * 63 + " y", "12345678901234567890"]
compare("words of shipped texts", [("words", text) for text in shipped + made_up], [prose(text) for text in shipped + made_up])
vocabulary = sorted({word for text in shipped for word in re.findall(r"[A-Za-z]+", text)})
vocabulary += ["".join(choose.choice("aeiouybcdlst") for _ in range(choose.randrange(1, 12))) for _ in range(5000 // SAMPLE)]
compare("syllables of single words", [("words", word) for word in vocabulary], [prose(word) for word in vocabulary])
compare("numbers", [("numbers", text) for text in shipped + made_up],
        [" ".join([*NUMBER.findall(text), str(len(NUMBER.findall(text)))]) for text in shipped + made_up])

tap.done()
