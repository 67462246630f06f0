#!/usr/bin/env python3
"""How many findings readers of a report meet: findings per 1,000 words, for the middle document of a folder and by rule.

    python3 benches/density.py target/release/plainly FOLDER [FOLDER …]

Documents with fewer than 200 words are left out: one finding more or less would decide. A repeat of a word is no finding of its own, as in the
report. The last column says how many of the findings of the middle tenth of documents (45th to 55th in a hundred) are of that rule.
"""

import collections
import json
import statistics
import subprocess
import sys

FEWEST_WORDS = 200


def main(binary, folders):
    run = subprocess.run([binary, "check", "--isolated", "--format", "json", *folders], capture_output=True, check=False)
    if run.returncode == 2 and not run.stdout:
        sys.exit(run.stderr.decode())
    files = [file for file in json.loads(run.stdout)["files"] if file["metrics"]["words"] >= FEWEST_WORDS]
    if not files:
        sys.exit(f"no document has {FEWEST_WORDS} words or more")
    rate = lambda file: len(file["findings"]) * 1000 / file["metrics"]["words"]
    files.sort(key=rate)
    rates = [rate(file) for file in files]
    quarter = statistics.quantiles(rates, n=4)
    print(f"{len(files)} documents; findings per 1,000 words: lower quarter {quarter[0]:.1f}, median {quarter[1]:.1f}, upper quarter {quarter[2]:.1f}")
    middle = files[int(len(files) * 0.45) : max(int(len(files) * 0.55), int(len(files) * 0.45) + 1)]
    words = sum(file["metrics"]["words"] for file in middle)
    rules = collections.Counter(finding["rule"]["id"] for file in middle for finding in file["findings"])
    for rule, count in rules.most_common():
        print(f"{count * 1000 / words:6.2f}  {rule}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
