#!/usr/bin/env bash
# Tries the wheel and the hooks as a team would meet them: the real pre-commit from PyPI, a real git repository, real commits.
#
#   scripts/try_pre_commit.sh           the wheel, `plainly` and `plainly-fix`
#   scripts/try_pre_commit.sh --rust    `plainly-src` as well (cargo builds a release, which takes minutes)
#
# It needs Rust, Python 3.9 or later with venv, git, and PyPI. It builds with the dev profile in target/wheel, and leaves nothing else behind.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
export PRE_COMMIT_HOME=$work/pre-commit-home PIP_DISABLE_PIP_VERSION_CHECK=1
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
# a quick build, kept for the next time; a release builds as Cargo.toml says
export CARGO_TARGET_DIR=$here/target/wheel MATURIN_PEP517_ARGS="--profile dev"

passed=0
ok() { passed=$((passed + 1)); printf 'ok: %s\n' "$1"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; [ ! -f "$work/log" ] || sed 's/^/  | /' "$work/log" >&2; exit 1; }
# Runs a command, keeps what it prints, and wants this exit code.
wants() { local code=0; "${@:2}" >"$work/log" 2>&1 || code=$?; [ "$code" = "$1" ] || fail "\`${*:2}\` ended with $code, not $1"; }
says() { grep -qF -- "$1" "$work/log" || fail "nothing says: $1"; }

# the working tree as it is, as a repository of its own
mkdir "$work/plainly"
(cd "$here" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work/plainly" --)
git -C "$work/plainly" init -q
git -C "$work/plainly" add -A
git -C "$work/plainly" commit -q -m "as it is"
rev=$(git -C "$work/plainly" rev-parse HEAD)

# the wheel, in an environment that has nothing else
python3 -m venv "$work/tools"
wants 0 "$work/tools/bin/pip" install -q pre-commit maturin
wants 0 "$work/tools/bin/maturin" build --profile dev --out "$work/wheels" --manifest-path "$work/plainly/Cargo.toml"
python3 -m venv "$work/clean"
wants 0 "$work/clean/bin/pip" install -q --no-index "$work"/wheels/plainly-*.whl
wants 0 "$work/clean/bin/plainly" --version
says "plainly $(sed -n 's/^version = "\(.*\)"/\1/p' "$here/Cargo.toml" | head -1)"
wants 1 "$work/clean/bin/plainly" check --isolated --format concise "$here/fixtures/documents/strategy.md"
says "warning[deficit/group-label]"
ok "the wheel runs in a clean environment"

# a team's repository
mkdir "$work/team"
cd "$work/team"
git init -q
hooks() {
    printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks:\n' "$work/plainly" "$rev" >.pre-commit-config.yaml
    printf '      - id: %s\n' "$@" >>.pre-commit-config.yaml
    git add .pre-commit-config.yaml
}
wants 0 "$work/tools/bin/pre-commit" validate-manifest "$work/plainly/.pre-commit-hooks.yaml"
ok "pre-commit accepts the manifest"
hooks plainly
wants 0 "$work/tools/bin/pre-commit" install --install-hooks
printf 'Services for older people are free.\n' >good.md
git add good.md
wants 0 git commit -m "a good page"
says "Passed"
ok "a good page passes"
printf 'Services for the elderly are free.\n' >bad.md
git add bad.md
wants 1 git commit -m "a bad page"
says "warning[deficit/group-label]"
[ "$(git rev-list --count HEAD)" = 1 ] || fail "the bad page was committed"
ok "a bad page blocks the commit"
printf 'exclude = ["bad.md"]\n' >plainly.toml
git add plainly.toml
wants 0 git commit -m "a page that is left out"
ok "a page that plainly.toml leaves out is not checked, though pre-commit names it"
git rm -q bad.md plainly.toml
git commit -q --no-verify -m "without them"

hooks plainly-fix
wants 0 git commit -m "the hook with swaps"
printf 'You can utilise the library.\n' >swap.md
git add swap.md
wants 1 git commit -m "a long word"
says "files were modified by this hook"
[ "$(cat swap.md)" = "You can use the library." ] || fail "the word was not swapped: $(cat swap.md)"
[ "$(git show :swap.md)" = "You can utilise the library." ] || fail "the hook staged its swap"
ok "the fix hook swaps, blocks the commit and stages nothing"
git add swap.md
wants 0 git commit -m "the swap, looked at"
ok "once a person has staged the swap, the commit passes"

if [ "${1:-}" = --rust ]; then
    export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    hooks plainly-src
    wants 0 git commit -m "the hook by cargo"
    printf 'Services for the elderly are free.\n' >bad.md
    git add bad.md
    wants 1 git commit -m "a bad page"
    says "warning[deficit/group-label]"
    ok "the hook that cargo builds blocks a bad page"
fi
printf '%s passed, 0 failed\n' "$passed"
