#!/usr/bin/env python3
"""plainly beside the other linters of prose on this machine, on one folder in one run. Standard library only.

    cargo build --release --example parse_only --bin plainly
    python3 benches/peers.py FOLDER [ROUNDS]

Each program that is found on the PATH runs in turn with its defaults, ROUNDS times (3 unless told). What is printed is how long it takes and how
much processor time, and both as a ratio to plainly in the same round; the middle round is shown. None of them does what plainly does, so this
says what a person would wait for, and not which program is better. The output goes to a file, as some programs stop early when it is thrown away.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RELEASE = os.path.join(HERE, "target", "release")
# the name, the program, and what comes before the files; True where it takes a folder, False where it takes each file
PEERS = [
    ("vale", "vale", ["--no-exit"], True),
    ("harper", "harper-cli", ["lint"], False),
    ("write-good", "write-good", [], False),
    ("proselint", "proselint", ["check"], True),
    ("alex", "alex", [], True),
    ("textlint", "textlint", [], True),
    ("rumdl", "rumdl", ["check"], True),
    ("markdownlint", "markdownlint-cli2", [], False),
]


def run(command, out):
    """Wall and CPU seconds of one run, children and all."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return time.perf_counter() - began, used.ru_utime + used.ru_stime


def files(folder):
    for path, _, names in os.walk(folder):
        yield from (os.path.join(path, name) for name in sorted(names) if name.endswith(".md"))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    each = list(files(folder))
    programs = [
        ("plainly", [os.path.join(RELEASE, "plainly"), "check", "--isolated", "--format", "json", folder]),
        ("parse only", [os.path.join(RELEASE, "examples", "parse_only"), folder]),
    ]
    for name, program, before, takes_folder in PEERS:
        found = shutil.which(program)
        if found:
            programs.append((name, [found, *before, *([folder] if takes_folder else each)]))
        else:
            print(f"{name}: not on this machine")
    times = {name: [] for name, _ in programs}
    with tempfile.TemporaryFile() as out:
        for _ in range(rounds):
            for name, command in programs:
                try:
                    times[name].append(run(command, out))
                except OSError as error:  # a command line that is too long
                    sys.exit(f"{name}: {error}; try a smaller folder")
    print(f"{len(each)} documents, {sum(map(os.path.getsize, each)) / 1e6:.1f} MB, the middle of {rounds} rounds")
    print(f"{'':14}{'seconds':>9}{'processor':>11}{'to plainly':>12}{'processor':>11}")
    for name, found in times.items():
        wall, cpu = (statistics.median(t[i] for t in found) for i in (0, 1))
        ratios = (statistics.median(t[i] / max(ours[i], 1e-6) for t, ours in zip(found, times["plainly"])) for i in (0, 1))
        print(f"{name:14}{wall:9.3f}{cpu:11.3f}" + "".join(f"{ratio:{w}.2f}" for ratio, w in zip(ratios, (12, 11))))


if __name__ == "__main__":
    main()
