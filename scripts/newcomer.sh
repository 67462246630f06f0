#!/usr/bin/env bash
# The path of a newcomer, with a clock: from nothing to the first commit that is stopped, in fewer than ten commands.
#
#   scripts/newcomer.sh           builds as cargo does for development, in target/newcomer
#   scripts/newcomer.sh --release builds as a newcomer would (slower; LTO is left to Cargo.toml)
#
# It needs Rust, git, Python with venv, and the package index of Python (for pre-commit). Each command is printed with its time. It stops with 1 at the
# first step that does not do what it should, and leaves nothing but target/newcomer behind.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
export PRE_COMMIT_HOME=$work/pre-commit-home PIP_DISABLE_PIP_VERSION_CHECK=1
profile=--debug
[ "${1:-}" != --release ] || profile=
export CARGO_TARGET_DIR=$here/target/newcomer

commands=0
begun=$(date +%s%N)
# Runs what a person would type, tells its time, and wants this exit code and these words.
types() {
    local wanted=$1 words=$2 line=$3 code=0 start
    commands=$((commands + 1))
    start=$(date +%s%N)
    bash -c "$line" >"$work/log" 2>&1 </dev/null || code=$?
    printf '%7.2f s  %s\n' "$(awk "BEGIN { print ($(date +%s%N) - $start) / 1e9 }")" "$line"
    if [ "$code" != "$wanted" ] || { [ -n "$words" ] && ! grep -qF -- "$words" "$work/log"; }; then
        printf 'FAILED: it ended with %s, not %s, or did not say: %s\n' "$code" "$wanted" "$words" >&2
        sed 's/^/  | /' "$work/log" >&2
        exit 1
    fi
}

# what is there before: plainly's repository, a team's old repository, and pre-commit
git clone -q --no-local "$here" "$work/plainly.git"
mkdir "$work/team"
cp "$here"/fixtures/documents/*.md "$work/team"
git -C "$work/team" init -q
git -C "$work/team" add .
git -C "$work/team" commit -q -m "our pages"
python3 -m venv "$work/tools"
"$work/tools/bin/pip" install -q pre-commit
export PATH=$work/bin:$work/tools/bin:$PATH
cd "$work"

types 0 "Cloning" "git clone plainly.git plainly"
types 0 "Installed package" "cargo install --locked $profile --path plainly --root ."
cd "$work/team"
types 0 "set aside in plainly-baseline.json" "plainly init --preset council --pre-commit --ci github --baseline"
types 0 "pre-commit installed" "pre-commit install"
types 0 "" "git add . && git commit -m 'plainly looks at what we write'"
types 0 "" "echo 'Services for the elderly are free.' >new.md && git add new.md"
types 1 "warning[deficit/group-label]" "git commit -m 'a new page'"

for file in plainly.toml plainly-baseline.json .pre-commit-config.yaml .github/workflows/plainly.yml; do
    git ls-files --error-unmatch "$file" >/dev/null || exit 1
done
[ "$(git rev-list --count HEAD)" = 2 ] || { echo "FAILED: the new page was committed" >&2; exit 1; }
[ "$commands" -lt 10 ] || { echo "FAILED: $commands commands" >&2; exit 1; }
printf '%s commands, %.0f s in all, with the tools that were fetched\n' "$commands" "$(awk "BEGIN { print ($(date +%s%N) - $begun) / 1e9 }")"
