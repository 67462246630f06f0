#!/usr/bin/env bash
# Runs the fuzz targets one after the other, on stable Rust: scripts/fuzz.sh [seconds for each] [target ...]
#
# It needs a C++ compiler and `cargo install cargo-fuzz`. The seeds are made from fixtures/ and wordlists/; what the fuzzer finds stays in
# fuzz/corpus/ and fuzz/artifacts/, which git leaves out. An input that breaks a law goes to fixtures/regressions/<target>/ with the mend.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! cargo fuzz --version > /dev/null 2>&1; then
  echo "cargo-fuzz is not there; get it with: cargo install cargo-fuzz --locked" >&2
  exit 2
fi
seconds=${1:-600}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(lint spans fix config pattern baseline stream)
python3 scripts/fuzz_seeds.py fuzz/corpus

for target in "${targets[@]}"; do
  log="fuzz/corpus/$target.log"
  echo "$target: $seconds seconds"
  # -s none: sanitizers need a nightly compiler, and the code is safe Rust
  if cargo fuzz run -s none "$target" -- -max_total_time="$seconds" -max_len=4096 -dict=fuzz/words.dict -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 > "$log" 2>&1; then end="no law broken"; else end="BROKEN, see fuzz/artifacts/$target/ and $log"; fi
  runs=$(grep -o 'number_of_executed_units: [0-9]*' "$log" | grep -o '[0-9]*$' || echo '?')
  reach=$(grep -o 'cov: [0-9]*' "$log" | tail -1)
  echo "$target: $runs runs, $reach, $end"
done
