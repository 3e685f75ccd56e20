# SPDX-License-Identifier: GPL-3.0-or-later
"""Test points in the Test Anything Protocol, for tests that are written in Python.

    import tap
    tap.point(count == 3, "three options are shown", f"there were {count}")
    tap.done()
"""

import os
import sys

_count = 0
_failures = 0


def some(items):
    """Gives the items. Where the program is slow, as under the sanitizers, EVENHAND_SAMPLE=N gives every Nth: for what
    another test looks at in full, in one process."""
    return list(items)[::int(os.environ.get("EVENHAND_SAMPLE", "1"))]


def point(passed, name, detail=""):
    """Writes one point; `detail` (text or a list of lines) is written only where it failed."""
    global _count, _failures
    _count += 1
    name = name.replace("#", "no. ")
    print(f"{'ok' if passed else 'not ok'} {_count} {name}")
    if not passed:
        _failures += 1
        lines = detail if isinstance(detail, (list, tuple)) else str(detail).splitlines()
        for line in lines:
            print(f"# {line}")
    sys.stdout.flush()
    return bool(passed)


def skip(name, reason):
    """Writes a point that could not be tried on this machine."""
    global _count
    _count += 1
    print(f"ok {_count} {name} # SKIP {reason}", flush=True)


def done():
    """Writes the plan and ends the program: 1 where a point failed or none was written."""
    print(f"1..{_count}", flush=True)
    sys.exit(1 if _failures or _count == 0 else 0)
