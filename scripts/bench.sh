#!/usr/bin/env bash
# Measures the release build from outside and prints three tables: weights, processor time, waits, submissions,
# memory, starts, and what a browser sees on a slow phone; then what following a request costs on a portal that stores
# many, and agendas (pages of times, bookings, the rush), on SQLite and on a PostgreSQL of its own (docs/performance.md).
# Arguments go to the crate `bench`:
#   scripts/bench.sh                     the tables on standard output
#   scripts/bench.sh --record            also into docs/performance.md
#   scripts/bench.sh --only tracking     the second table only; --only portal: the first; --only appointments: the third; --only quality: the fourth
#   scripts/bench.sh --seconds 2 --runs 1 --rounds 1   shorter, to see that it works

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
exec scripts/with-postgres.sh "$PARVIS_TARGET/release/bench" --server "$PARVIS_TARGET/release/parvis" \
  --site "$PARVIS_SITE" "${arguments[@]}"
