# shellcheck shell=bash
# The checks that `make check` and `make test` share. One command each, so that `phase` sees
# the failure.

check_format() { cargo fmt --all --check; }

# Everything that runs on a server: pages are rendered with the feature `ssr`.
lint_server() { cargo clippy --workspace --all-targets --features app/ssr -- -D warnings; }

# What is compiled for browsers.
lint_browser() {
  cargo clippy -p app --no-default-features --features hydrate --target wasm32-unknown-unknown -- -D warnings
}

# nextest, where it is installed, runs each test in its own process and is faster to read.
unit_tests() {
  if have cargo-nextest; then
    cargo nextest run --workspace --features app/ssr --lib --bins
  else
    cargo test --workspace --features app/ssr --lib --bins
  fi
}

# Runs a program with a private PostgreSQL; a test whose tool is missing fails instead of doing nothing.
strictly() {
  scripts/with-postgres.sh env PARVIS_TEST_REQUIRE_POSTGRES=1 PARVIS_TEST_REQUIRE_VNU=1 PARVIS_TEST_REQUIRE_SMTP=1 \
    PARVIS_TEST_REQUIRE_OUTLOUD=1 PARVIS_TEST_REQUIRE_RT=1 "$@"
}

# Unit, route, store and conformance tests, on SQLite and on a private PostgreSQL, in front of a Request Tracker too.
all_tests() {
  if have cargo-nextest; then
    strictly cargo nextest run --workspace --features app/ssr --no-fail-fast
  else
    strictly cargo test --workspace --features app/ssr --no-fail-fast --lib --bins --tests
  fi
}

# nextest does not run the examples of the documentation.
documentation_tests() { cargo test --workspace --features app/ssr --doc; }

# The guards of the release build are programs too.
test_guards() { node --test scripts/guard-site.test.mjs >&2; }
