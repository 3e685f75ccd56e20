#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start the program and the reference window by turns, inside a session that gui-driver.py made.

usage: start-up.py REPETITIONS EVENHAND REFERENCE

Each program prints the milliseconds from exec to its first frame and quits. Memory is the largest
resident size the kernel saw until the end, which comes right after that frame.
"""
import os
import subprocess
import sys
import time


def start(command):
    """The milliseconds to the first frame and the largest resident size in KiB."""
    environment = dict(os.environ, EV_T0_NS=str(time.clock_gettime_ns(time.CLOCK_MONOTONIC)))
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"start-up: {command[0]} ended with {process.returncode}")
    return float(output), usage.ru_maxrss


def main():
    repetitions, program, reference = int(sys.argv[1]), [sys.argv[2], "--first-frame"], [sys.argv[3]]
    start(program)
    start(reference)
    for _ in range(repetitions):
        ours, theirs = start(program), start(reference)
        print(f"first-frame {ours[0]} {theirs[0]}")
        print(f"memory {ours[1]} {theirs[1]}", flush=True)


main()
