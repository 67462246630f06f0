#!/usr/bin/env python3
"""Sets all findings of a folder aside, changes what must not matter, and looks for findings that come back. Standard library only.

    cargo build --release
    python3 benches/baseline.py FOLDER [PROGRAM]

It works on a copy. Paragraphs are wrapped to 60 columns, a paragraph is put at the top of each document, and line ends are changed: no finding
may be new. Then one word is put into the sentence of a finding, a hundred times in as many documents: that finding alone may be new.
The exit code is 1 if it is otherwise.
"""
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EDITS = 100
# bytes within which a finding may stand in the same sentence
SENTENCE = 600
# what may be wrapped anew: lines that begin with a letter and hold nothing for which a line is more than a line
PLAIN = re.compile(r"[A-Za-z][^|`<>$\\\[\]{}_*#=~^]*$")


def run(program, folder, *args):
    return subprocess.run([program, *args], cwd=folder, capture_output=True, check=False)


def findings(program, folder):
    shown = run(program, folder, "check", "--format", "json", ".")
    if shown.returncode == 2:
        print(shown.stderr.decode()[:2000])
    return [(file["path"], f) for file in json.loads(shown.stdout)["files"] for f in file["findings"]]


def front(text):
    """Where the document itself begins."""
    found = re.match(r"\ufeff?(---|\+\+\+)[ \t]*\n.*?\n(---|\.\.\.|\+\+\+)[ \t]*(\n|\Z)", text, re.S)
    return found.end() if found else 0


def wrapped(text, width):
    head, body = text[: front(text)], text[front(text) :]
    out, fenced = [], False
    for block in re.split(r"(\n[ \t]*\n+)", body):
        opens = len(re.findall(r"^ *(?:```|~~~)", block, re.M))
        lines = block.split("\n")
        plain = all(PLAIN.match(line) and not line.endswith("  ") for line in lines if line) and block.strip()
        if plain and not fenced and opens == 0:
            new = textwrap.wrap(" ".join(lines), width, break_long_words=False, break_on_hyphens=False)
            # a line that begins with a number or a dash would become a list
            if all(re.match(r"[A-Za-z\"'(]", line) for line in new):
                block = "\n".join(new)
        fenced ^= opens % 2 == 1
        out.append(block)
    return head + "".join(out)


def on_top(text):
    at = front(text)
    return text[:at] + "\nTea is at four.\n\n" + text[at:]


def rewrite(folder, change):
    for path in sorted(folder.rglob("*.md")):
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        path.write_bytes(change(text).encode("utf-8"))


def main():
    program = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else os.path.join(HERE, "target", "release", "plainly")
    good = True
    with tempfile.TemporaryDirectory() as at:
        folder = pathlib.Path(at) / "copy"
        shutil.copytree(sys.argv[1], folder, symlinks=True)
        (folder / "plainly.toml").write_text("")
        print(run(program, folder, "baseline", "create", ".").stdout.decode().strip())
        rewrites = [
            ("nothing changed", lambda text: text),
            ("line ends", lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n")),
            ("line ends back", lambda text: text.replace("\r\n", "\n")),
            ("a paragraph on top", on_top),
            ("paragraphs wrapped to 60 columns", lambda text: wrapped(text, 60)),
        ]
        for name, change in rewrites:
            rewrite(folder, change)
            new = findings(program, folder)
            print(f"{name}: {len(new)} new")
            for path, f in new[:5]:
                print(f"  {path}:{f['start']['line']}: {f['rule']['id']}: {f['message']}")
            good &= not new
        good &= edits(program, folder)
    sys.exit(0 if good else 1)


def edits(program, folder):
    """Puts a word into the sentences of single findings about words."""
    every = json.loads(run(program, folder, "check", "--no-baseline", "--format", "json", ".").stdout)["files"]
    random.seed(1)
    chosen = []
    for file in random.sample(every, len(every)):
        about_words = [f for f in file["findings"] if f["rule"]["id"].split("/")[0] in ("jargon", "deficit") and f["count"] == 1 and not f["related"]]
        if about_words and len(chosen) < EDITS:
            chosen.append((file["path"], random.choice(about_words)))
    for path, f in chosen:
        data = (folder / path).read_bytes()
        end = f["span"]["byte_end"]
        (folder / path).write_bytes(data[:end] + b" tomorrow" + data[end:])
    new = findings(program, folder)
    expected = {(path, f["rule"]["id"], f["quote"]) for path, f in chosen}
    told = {(path, f["rule"]["id"], f["quote"]) for path, f in new}
    places = {path: f["span"]["byte_start"] for path, f in chosen}
    other = [(path, f) for path, f in new if (path, f["rule"]["id"], f["quote"]) not in expected]
    # the sentence may hold more than one finding, and a long one has its own
    other = [(path, f) for path, f in other if path not in places or abs(places[path] - f["span"]["byte_start"]) > SENTENCE]
    print(f"a word put into {len(chosen)} sentences: {len(told & expected)} of their findings are new, {len(other)} elsewhere")
    for path, f in other[:5]:
        print(f"  {path}:{f['start']['line']}: {f['rule']['id']}: {f['message']}")
    return not other and len(told & expected) >= len(chosen) * 0.95


if __name__ == "__main__":
    main()
