#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON schemas are sound, and every shipped aid, case and consultation fits its own."""

import json

from jsonschema import Draft202012Validator

import repository
import tap

SCHEMAS = "decision-aids/schema"


class RepeatedKey(ValueError):
    """JSON allows a key twice; our formats do not."""


def no_key_twice(pairs):
    keys = [key for key, _ in pairs]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise RepeatedKey(f"a key stands twice: {', '.join(twice)}")
    return dict(pairs)


def load(name):
    return json.loads(repository.text(name), object_pairs_hook=no_key_twice)


def check(name, validator):
    try:
        document = load(name)
    except ValueError as error:
        tap.point(False, name, str(error))
        return
    errors = sorted(validator.iter_errors(document), key=lambda error: list(map(str, error.path)))
    tap.point(not errors, name, [
        f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors[:10]])


validators = {}
for kind in ("aid", "case", "consultation", "practice", "practice-file", "talk", "track"):
    schema = load(f"{SCHEMAS}/{kind}.schema.json")
    try:
        Draft202012Validator.check_schema(schema)
        wrong = ""
    except Exception as error:
        wrong = str(error)
    tap.point(not wrong, f"{kind}.schema.json is a schema", wrong)
    validators[kind] = Draft202012Validator(schema)

aids = repository.files("/aid.json", under=("decision-aids",))
cases = [name for name in repository.files(".json", under=("decision-aids",)) if "/cases/" in name]
tracks = repository.files(".json", under=("decision-aids/tracks",))
consultations = [name for name in repository.files(".json", under=("tests",))
                 if name.startswith("tests/data/consultations/")]

tap.point(aids and cases and consultations, "there are aids, cases and consultations")
for name in aids:
    check(name, validators["aid"])
    tap.point(load(name).get("id") == name.split("/")[1], f"{name} has the id of its folder")
for name in cases:
    check(name, validators["case"])
    tap.point(load(name).get("id") == name.split("/")[-1].removesuffix(".json"),
              f"{name} has the id of its file")
for name in tracks:
    check(name, validators["track"])
    tap.point(load(name).get("id") == name.split("/")[-1].removesuffix(".json"),
              f"{name} has the id of its file")
for name in consultations:
    check(name, validators["consultation"])
tap.done()
