#!/usr/bin/env python3
"""Draws places that a rule speaks of, at random, to be read one by one: is the remark right there, and can its suggestion be used?

    python3 benches/draw.py target/release/plainly RULE COUNT SEED FOLDER [FOLDER …]

A finding is a place, and so is each repeat that it tells of. A document that stands in two folders counts once. The same seed draws the same
places from the same findings. Each is printed with its file and line, some words on both sides with the place between » and «, and the suggestion.
Nothing is written. docs/precision.md tells what such readings found.
"""

import hashlib
import json
import random
import subprocess
import sys

CONTEXT = 150


def places(binary, rule, folders):
    """(path, line, byte_start, byte_end, suggestion) of each finding of the rule, and of each place told with it."""
    command = [binary, "check", "--isolated", "--rule", rule, "--format", "json", *folders]
    run = subprocess.run(command, capture_output=True, check=False)
    if not run.stdout:
        sys.exit(run.stderr.decode())
    known = set()
    for file in json.loads(run.stdout)["files"]:
        if not file["findings"]:
            continue
        with open(file["path"], "rb") as text:
            same = hashlib.sha256(text.read()).digest()
        if same in known:
            continue
        known.add(same)
        for finding in file["findings"]:
            told = [(finding, finding.get("help") or finding["label"])]
            # a place of another wording brings its own advice; "also here" has that of the finding
            for other in finding["related"]:
                told.append((other, other["message"] if "`" in other["message"] else told[0][1]))
            for place, advice in told:
                yield file["path"], place["start"]["line"], place["span"]["byte_start"], place["span"]["byte_end"], advice


def around(path, start, end):
    """The words about a place, on one line, with the place marked."""
    with open(path, "rb") as file:
        raw = file.read()
    text = lambda piece: piece.decode("utf-8", "replace").replace("\n", " ⏎ ")
    return f"{text(raw[max(0, start - CONTEXT):start])}»{text(raw[start:end])}«{text(raw[end:end + CONTEXT])}"


def main(binary, rule, count, seed, *folders):
    found = sorted(places(binary, rule, folders))
    drawn = sorted(random.Random(seed).sample(found, min(int(count), len(found))))
    print(f"{rule}: {len(found)} places in {len({place[0] for place in found})} documents; {len(drawn)} drawn with seed {seed}")
    for number, (path, line, start, end, advice) in enumerate(drawn, 1):
        print(f"\n{number}. {path}:{line}\n   {around(path, start, end)}\n   → {advice}")


if __name__ == "__main__":
    if len(sys.argv) < 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
