#!/usr/bin/env bash
# Builds the release: the site (wasm, JavaScript, CSS, public files; hashed and compressed), the server `parvis`,
# the reference back office's own command, then checks what would be shipped.
#   scripts/build.sh              always
#   scripts/build.sh --if-needed  only when a source changed since the last release build

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

use_rust || die "Rust is missing: run 'make setup' first."
PATH="$PARVIS_ROOT/end2end/node_modules/.bin:$PATH" # wasm-opt
have wasm-opt || die "wasm-opt is missing: run 'make setup' first."

# What the last release build put into the site; a development build replaces it there.
stamp="$PARVIS_TARGET/release/site.list"
site_list() { (cd "$PARVIS_SITE" && find . -type f | sort) 2>/dev/null; }
up_to_date() {
  [ -x "$PARVIS_TARGET/release/parvis" ] && [ -f "$stamp" ] && [ "$(site_list)" = "$(cat "$stamp")" ] &&
    [ -z "$(find Cargo.toml Cargo.lock rust-toolchain.toml scripts app backoffice database domain server style \
      locales public -newer "$stamp" -print -quit)" ]
}
if [ "${1:-}" = --if-needed ] && up_to_date; then
  say "the release build is up to date"
  exit 0
fi
rm -f "$stamp"
started=$(mktemp)
trap 'rm -f "$started"' EXIT

# The wasm must not carry the builder's folders, which name a person: replace them. Only here, in the folder
# target/front that nothing else uses: another flag elsewhere would make cargo build everything twice.
cargo_home=${CARGO_HOME:-$HOME/.cargo}
hide_folders="--remap-path-prefix=$cargo_home/registry/src=crates --remap-path-prefix=$PARVIS_ROOT=parvis"

site() {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$hide_folders" cargo leptos build --release --precompress
}

# TypeScript declarations serve developers of other programs; nobody downloads them from a town hall.
no_declarations() {
  find "$PARVIS_SITE/pkg" -name '*.d.ts*' -delete
}

phase "site and server" site
phase "back office command" cargo build --release -p backoffice --bin parvis-backoffice
no_declarations
phase "what is shipped" node scripts/guard-site.mjs "$PARVIS_SITE" "$PARVIS_ROOT" "$cargo_home" "$HOME"
[ -s "$PARVIS_TARGET/release/hash.txt" ] ||
  die "hash.txt is not beside the server: pages would ask for files that do not exist."
site_list >"$stamp"
# As old as the start of this build: what was edited meanwhile counts as changed.
touch -r "$started" "$stamp"
