#!/usr/bin/env python3
"""Fits the weights of src/analysis/difficulty/mod.rs again, and says how well they rank sentences. Standard library only.

    python3 scripts/fit_difficulty.py PATH/TO/plainly SET.jsonl [SET.jsonl ...]

A set has a JSON object a line: {"id", "text", "side": "complex"} for a sentence as it was, and {"id", "text", "side": "simple", "of": id} for the
same as somebody rewrote it to be easier. The shipped weights were held against these sets, and no others: the before-and-after pages of
plainlanguage.gov (US public domain) and the OneStopEnglish corpus of news at three levels (CC BY-SA 4.0).

The fit is a logistic regression on the differences within each pair (does the sum of the parts say which one is the rewritten one?), in which
every part but the last can only make a sentence harder. It pulls towards the shipped weights, as much as PULL says: a part that is rare in these
sets, such as two negatives, keeps the weight that the literature gives it. The weights are then rounded by hand, so that they can be told to a
writer, and only where the rounded ones rank the pairs as well as the fitted ones.
"""
import json
import math
import subprocess
import sys

PULL = 30.0
STEPS = 1500
RATE = 0.5


def ask(binary, rows):
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"], "format": "text"}) + "\n" for r in rows)
    out = subprocess.run([binary, "stream", "--facts", "sentences"], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    return {a["id"]: a["facts"]["sentences"] for a in map(json.loads, out.decode().splitlines()) if a["ok"]}


def hardest(sentences):
    """The parts of the hardest sentence: a text is as hard as that."""
    return max(sentences, key=lambda s: s["difficulty"], default={"parts": {}})["parts"]


def weights(binary):
    """The shipped weights, in tenths of a point, read from the source that stands beside this script."""
    source = open(__file__.replace("scripts/fit_difficulty.py", "src/analysis/difficulty/mod.rs"), encoding="utf-8").read()
    table = source.split("pub const WEIGHTS")[1].split("= [", 1)[1].split("];")[0]
    return [(row.split('"')[1], int(row.split(",")[1].rstrip(") "))) for row in table.split("\n") if '"' in row]


def differences(binary, paths, names):
    rows = [json.loads(line) for path in paths for line in open(path, encoding="utf-8") if line.strip()]
    parts = {key: hardest(sentences) for key, sentences in ask(binary, rows).items()}
    by_id = {row["id"] for row in rows}
    pairs = [(row["of"], row["id"]) for row in rows if row["side"] == "simple" and row["of"] in by_id]
    return [[parts[a].get(n, 0) - parts[b].get(n, 0) for n in names] for a, b in pairs]


def fit(found, start):
    """Weights in points; the scale is that of the start."""
    count, width = len(found), len(start)
    spread = [math.sqrt(sum(row[i] ** 2 for row in found) / count) or 1.0 for i in range(width)]
    prior = [w * s for w, s in zip(start, spread)]
    scaled = [[x / s for x, s in zip(row, spread)] for row in found]
    now = prior[:]
    for _ in range(STEPS):
        slope = [-(PULL / count) * (w - p) for w, p in zip(now, prior)]
        for row in scaled:
            doubt = 1 / (1 + math.exp(min(30, sum(x * w for x, w in zip(row, now))))) / count
            for i, x in enumerate(row):
                slope[i] += x * doubt
        now = [w + RATE * g for w, g in zip(now, slope)]
        now = [max(0.0, w) for w in now[:-1]] + [min(0.0, now[-1])]
    return [w / s for w, s in zip(now, spread)]


def right(found, by):
    sums = [sum(x * w for x, w in zip(row, by)) for row in found]
    return sum(1.0 if s > 1e-9 else 0.5 if s > -1e-9 else 0.0 for s in sums) / len(sums)


def main():
    binary, paths = sys.argv[1], sys.argv[2:]
    shipped = weights(binary)
    names, start = [n for n, _ in shipped], [w / 10 for _, w in shipped]
    found = differences(binary, paths, names)
    fitted = fit(found, start)
    for name, ours, theirs, i in zip(names, start, fitted, range(len(names))):
        differ = sum(1 for row in found if row[i])
        print(f"{name:16} shipped {ours:5.2f}  fitted {theirs:5.2f}  differs in {differ} of {len(found)} pairs")
    print(f"pairs ranked as people did: shipped {right(found, start):.3f}, fitted {right(found, fitted):.3f}")


if __name__ == "__main__":
    main()
