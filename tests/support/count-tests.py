#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what meson's test logs say, and fails unless everything passed.

Each "ok" and "not ok" line of a TAP program counts as one; a program that writes no TAP counts
as one. A program that failed without a "not ok" line (a crash, a time-out) counts as one more
failure. The last line is always "N passed, N failed".
"""

import argparse
import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b(.*)$")
SKIP = re.compile(r"#\s*skip", re.IGNORECASE)
GOOD = {"OK", "EXPECTEDFAIL"}
SLOWEST = 10


def count_points(stdout):
    """Returns the passed, failed and skipped points of a TAP text, and the names of failed ones."""
    passed, skipped, failures = 0, 0, []
    for line in stdout.splitlines():
        point = POINT.match(line)
        if point is None:
            continue
        if point.group(1):
            failures.append(point.group(2).strip())
        elif SKIP.search(point.group(2)):
            skipped += 1
        else:
            passed += 1
    return passed, skipped, failures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--broken", type=int, default=0, help="builds that failed")
    parser.add_argument("logs", nargs="*", metavar="testlog.json")
    arguments = parser.parse_args()

    passed, failed, skipped = 0, arguments.broken, 0
    failures, times = [], []
    for log in arguments.logs:
        build = log.split("/")[0]
        with open(log, encoding="utf-8") as lines:
            tests = [json.loads(line) for line in lines if line.strip()]
        for test in tests:
            name = f"{build}: {test['name']}"
            times.append((test.get("duration", 0.0), name))
            good, skips, bad = count_points(test.get("stdout", ""))
            if test["result"] == "SKIP" and good + skips + len(bad) == 0:
                skips = 1
            elif test["result"] not in GOOD | {"SKIP"} and not bad:
                bad = [test["result"].lower()]
            elif good + skips + len(bad) == 0:
                good = 1
            passed += good
            skipped += skips
            failed += len(bad)
            failures += [f"{name}: {what}" for what in bad]

    if passed + failed == 0:
        failed = 1
    times.sort(reverse=True)
    print("\nThe slowest tests:")
    for seconds, name in times[:SLOWEST]:
        print(f"  {seconds:7.2f} s  {name}")
    if skipped:
        print(f"{skipped} skipped")
    for failure in failures:
        print(f"failed: {failure}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
