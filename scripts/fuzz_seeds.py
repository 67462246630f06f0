"""Makes the seeds of the fuzz targets from fixtures/ and wordlists/: python3 scripts/fuzz_seeds.py fuzz/corpus"""

import hashlib
import json
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
corpus = pathlib.Path(sys.argv[1])


def seed(target, data):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ("seed-" + hashlib.sha1(data).hexdigest()[:12])).write_bytes(data)


documents = [path.read_bytes() for path in sorted((root / "fixtures").rglob("*.md"))]
pieces = [document[i : i + 2000] for document in documents for i in range(0, len(document), 2000)]
patterns = re.findall(r"^instead_of = [\"'](.*)[\"']$", "\n".join(p.read_text() for p in (root / "wordlists").rglob("*.toml")), re.M)
for target in ("lint", "spans", "fix"):
    for piece in pieces:
        seed(target, piece)
for piece in pieces:
    text = piece.decode(errors="replace")
    seed("stream", (json.dumps({"id": len(text), "text": text[:1500]}) + "\n").encode())
    seed("stream", (json.dumps({"text": text[:600], "format": "text", "path": "a.md"}) + "\nnot a record\n{}\n").encode())
for i, piece in enumerate(pieces):
    some = patterns[i * 5 % len(patterns) :][:5]
    seed("pattern", "\n".join(some).encode() + b"\0" + piece[:800])
configs = list((root / "src/config/presets").rglob("*.toml"))
for config in configs:
    seed("config", config.read_bytes())
for page in sorted((root / "docs").glob("*.md")):
    for block in re.findall(r"```toml\n(.*?)```", page.read_text(), re.S):
        seed("config", block.encode())
entry = '{"path":"a.md","rule":"jargon/buzzword","fingerprint":"%016x"}'
for n in (0, 1, 2, 40):
    seed("baseline", ('{\n"version": 1,\n"findings": [\n' + ",\n".join(entry % i for i in range(n)) + "\n]\n}\n").encode())
seed("baseline", b'{"version": 2, "findings": []}')
seed("baseline", b"<<<<<<< HEAD\n{}\n>>>>>>> other\n")
for folder in (root / "fixtures/regressions").glob("*"):
    for kept in folder.glob("*"):
        seed(folder.name, kept.read_bytes())
