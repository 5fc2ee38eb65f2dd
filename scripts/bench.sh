#!/usr/bin/env bash
# Measures the release build from outside and prints one table: weights, processor time, waits, submissions,
# memory, starts, and what a browser sees on a slow phone (docs/performance.md). Arguments go to the crate `bench`:
#   scripts/bench.sh                     the table on standard output
#   scripts/bench.sh --record            also into docs/performance.md
#   scripts/bench.sh --seconds 2 --runs 1   shorter, to see that it works

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

arguments=()
for argument in "$@"; do
  if [ "$argument" = --record ]; then arguments+=(--record docs/performance.md); else arguments+=("$argument"); fi
done

phase "set-up" scripts/setup.sh test
use_rust
phase "release build" scripts/build.sh --if-needed
phase "generator" cargo build --release -p bench
exec "$PARVIS_TARGET/release/bench" --server "$PARVIS_TARGET/release/parvis" --site "$PARVIS_SITE" \
  "${arguments[@]}"
