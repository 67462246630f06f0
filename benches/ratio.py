#!/usr/bin/env python3
"""How much a check costs over reading and parsing alone, and how quickly one small file is done. Standard library only.

    cargo build --release --example parse_only --bin plainly
    python3 benches/ratio.py FOLDER [ONE_FILE]

Machines are noisy, so the programs run in turn and the ratio is taken inside each pair; the median of the pairs is printed.
CPU is user + system time of the whole process, as the operating system counts it.
"""
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CHECK = os.path.join(HERE, "target", "release", "plainly")
PARSE = os.path.join(HERE, "target", "release", "examples", "parse_only")
PAIRS = 9
STARTS = 61


def run(command):
    """Wall and CPU seconds of one run; the output goes to a file, as tools stop early when it is thrown away."""
    with open(os.path.join(HERE, "target", "ratio.out"), "wb") as out:
        began = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        _, _, used = os.wait4(child.pid, 0)
        child.returncode = 0
        return time.perf_counter() - began, used.ru_utime + used.ru_stime


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "fixtures")
    for name, extra in (("full report", []), ("json", ["--format", "json"]), ("concise", ["--format", "concise"])):
        ratios, cpu = [], []
        for _ in range(PAIRS):
            _, floor = run([PARSE, folder])
            _, check = run([CHECK, "check", "--isolated", folder] + extra)
            ratios.append(check / max(floor, 1e-6))
            cpu.append((check, floor))
        check, floor = statistics.median(c for c, _ in cpu), statistics.median(f for _, f in cpu)
        print(f"{name:12} CPU: check {check:.3f} s, read and parse {floor:.3f} s, ratio {statistics.median(ratios):.2f} (of {PAIRS} pairs, {min(ratios):.2f} to {max(ratios):.2f})")
    if len(sys.argv) > 2:
        over = []
        for _ in range(STARTS):
            true, _ = run(["/bin/true"])
            one, _ = run([CHECK, "check", "--isolated", sys.argv[2]])
            over.append((one, true))
        one, true = statistics.median(o for o, _ in over), statistics.median(t for _, t in over)
        print(f"one file     wall: check {one * 1000:.2f} ms, /bin/true {true * 1000:.2f} ms (of {STARTS} pairs; limit 3 x true + 5 ms = {true * 3000 + 5:.2f} ms)")


if __name__ == "__main__":
    main()
