#!/usr/bin/env bash
# The fast part of the tests, to run while working: format, lints, unit tests. No browser, no release build.

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/checks.sh
. "$PARVIS_ROOT/scripts/checks.sh"

use_rust || die "Rust is missing: run 'make setup' first."
phase "format" check_format
phase "lints of the server side" lint_server
phase "lints of the browser side" lint_browser
phase "guards of the build" test_guards
phase "unit tests" unit_tests
phase "dependencies between crates" cargo test --quiet -p domain --test architecture
