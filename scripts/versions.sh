# shellcheck shell=bash disable=SC2034
# The tools the build needs and their exact versions: the one place to change them.
# Rust's own version is in rust-toolchain.toml; npm packages are in end2end/package.json.

# 0.3.11 needs a newer Rust than ours.
CARGO_LEPTOS_VERSION=0.3.10
# Must equal the crate in Cargo.lock: setup.sh checks it.
WASM_BINDGEN_VERSION=0.2.130
# Playwright and the page checkers need at least this major version.
NODE_MAJOR=20
