# shellcheck shell=bash
# What every script shares: folders, PATH, and how to speak to the person who runs it.

set -euo pipefail

# Physical path: cargo-leptos reaches an outside target folder by `../..`, which a symbolic link would break.
PARVIS_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$PARVIS_ROOT"

# shellcheck source=scripts/versions.sh
. "$PARVIS_ROOT/scripts/versions.sh"

# `say` and `die` write one clear sentence; progress goes to standard error so that results stay alone on
# standard output.
say() { printf '%s\n' "parvis: $*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

# Continuous integration clones afresh each time: compiled dependencies live in a folder that outlasts the clone.
if [ -n "${CI:-}" ] && [ -z "${CARGO_TARGET_DIR:-}" ]; then
  export CARGO_TARGET_DIR="${XDG_CACHE_HOME:-$HOME/.cache}/parvis/target"
fi
# Where cargo puts what it builds (binaries, and hash.txt beside them). Not exported: the server reads
# its settings from PARVIS_* variables and refuses those it does not know.
PARVIS_TARGET=${CARGO_TARGET_DIR:-$PARVIS_ROOT/target}
case $PARVIS_TARGET in /*) ;; *) PARVIS_TARGET="$PARVIS_ROOT/$PARVIS_TARGET" ;; esac
# shellcheck disable=SC2034 # used by the scripts that read this file
# Where cargo-leptos puts the site: always in the working copy (site-root in Cargo.toml), erased at each build.
PARVIS_SITE="$PARVIS_ROOT/target/site"

# shellcheck disable=SC2034 # used by the scripts that read this file
# The checker of PDF files (server/tests/portal/journeys/follow_up/records.rs looks for it here).
PDF_CHECKER="${XDG_CACHE_HOME:-$HOME/.cache}/parvis/outloud"

# The machine may have our Rust under the name `stable` only, and be told not to install toolchains.
use_rust() {
  local wanted
  wanted=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  if rustc --version >/dev/null 2>&1; then return 0; fi
  if have rustup && [ "$(RUSTUP_TOOLCHAIN=stable rustc --version 2>/dev/null | cut -d' ' -f2)" = "$wanted" ]; then
    export RUSTUP_TOOLCHAIN=stable
    return 0
  fi
  return 1
}

# `phase TITLE COMMAND…` runs one step and says how long it took, or that it failed.
phase() {
  local title=$1 start=$SECONDS
  shift
  say "── $title"
  if "$@"; then
    say "   $title: done in $((SECONDS - start)) s"
  else
    local status=$?
    say "   $title: FAILED after $((SECONDS - start)) s"
    return "$status"
  fi
}
