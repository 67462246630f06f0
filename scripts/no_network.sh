#!/usr/bin/env bash
# Shows that plainly opens no network connection: runs its commands under strace, and fails if one of them makes a socket.
#
# scripts/no_network.sh [program]; the program is target/debug/plainly unless another is named. `git` is run by --changed-since, and is traced too.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/plainly}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'We utilise it for the elderly. See https://a.example/page and ask the MDT.\n' > "$work/a.md"
printf 'glossary = "glossary.md"\n' > "$work/plainly.toml"
printf '# Glossary\n\n- **MDT** - multidisciplinary team\n' > "$work/glossary.md"
cd "$work"
git init -q && git add . && git -c user.name=A -c user.email=a@example.org commit -q -m first
calls='\b(socket|socketpair|connect|bind|listen|accept4?|sendto|sendmsg|sendmmsg|recvfrom|recvmsg|recvmmsg)\('

# the tracer itself has to work: this makes a socket
strace -f -qq -e trace=%network -o "$work/trace" bash -c 'exec 3<> /dev/udp/127.0.0.1/9' || true
grep -qE "$calls" "$work/trace" || { echo "strace shows nothing here, so nothing is shown"; exit 2; }

failed=0
try() {
  # every call of the network family, of every process and thread
  code=0
  strace -f -qq -e trace=%network -o "$work/trace" "$program" "$@" < /dev/null > /dev/null 2>&1 || code=$?
  count=$(grep -cE "$calls" "$work/trace" || true)
  printf '%-55s exit code %s, %s network calls\n' "plainly $*" "$code" "$count"
  [ "$count" = 0 ] && [ "$code" -lt 2 ] || { failed=1; cat "$work/trace"; }
}
try check
try check --format json --report sarif=out.sarif
try check --diff
try check --fix
try check --changed-since HEAD
try check -
try stats
try acronyms
try checklist a.md
try explain --trace
try baseline create
try baseline check
try config check
try config show
try words list
try words test
try rules
try explain deficit/group-label
try stream
try completions bash
try man
try init --yes
exit $failed
