#!/usr/bin/env bash
# All tests, in the order that finds a fault soonest: format, lints, Rust tests, release build, browsers.
# Ends with "N passed, N failed": the sum of what the test runners counted.

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/checks.sh
. "$PARVIS_ROOT/scripts/checks.sh"

PARVIS_START=$SECONDS
log=$(mktemp)
trap 'totals; rm -f "$log"' EXIT

# Keeps what the runners print, so that their counts can be added up.
counted() { "$@" 2>&1 | tee -a "$log"; }

totals() {
  say "all phases took $(((SECONDS - PARVIS_START) / 60)) min $(((SECONDS - PARVIS_START) % 60)) s"
  # Without its colours; the three forms are those of nextest, cargo test and Playwright.
  sed 's/\x1b\[[0-9;]*m//g' "$log" | awk '
    function number_before(word,   i) {
      for (i = 2; i <= NF; i++) if ($i ~ "^" word "[,;]?$") return $(i - 1) + 0
      return 0
    }
    /^ *Summary \[/ { passed += number_before("passed"); failed += number_before("failed") + number_before("timed") }
    /^test result: / { passed += number_before("passed"); failed += number_before("failed") }
    /^ +[0-9]+ (passed|failed|flaky|interrupted)( |$)/ { if ($2 == "passed") passed += $1; else failed += $1 }
    END { if (passed + failed > 0) printf "%d passed, %d failed\n", passed, failed }'
}

# `in_browsers COMMAND…` runs it beside the browser tests, with the release build.
in_browsers() {
  (cd end2end && END2END_SERVER="$PARVIS_TARGET/release/parvis" END2END_SITE="$PARVIS_SITE" \
    PARVIS_TEST_REQUIRE_RT=1 "$@")
}

browser_tests() { in_browsers npx --no-install playwright test; }

# Where people compete for times and places in a line, and where answers are counted, the database decides: the
# journeys that show it, once more, on a private PostgreSQL.
browser_tests_on_postgres() {
  in_browsers ../scripts/with-postgres.sh npx --no-install playwright test --project=hydrated \
    'tests/(appointments-nearby|appointments-people|line|opinions|reminders|turn|waiting)\.spec'
}

phase "set-up" scripts/setup.sh test
use_rust
phase "format" check_format
phase "lints of the server side" lint_server
phase "lints of the browser side" lint_browser
phase "guards of the build" test_guards
phase "unit, route, store and conformance tests" counted all_tests
phase "documentation tests" counted documentation_tests
phase "release build" scripts/build.sh
phase "browser tests" counted browser_tests
phase "browser tests on PostgreSQL" counted browser_tests_on_postgres
