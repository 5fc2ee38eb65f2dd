#!/usr/bin/env bash
# Installs what is missing, at the right version, and nothing else.
#   scripts/setup.sh build   what `make serve` needs: Rust, wasm target, cargo-leptos, wasm-bindgen, wasm-opt
#   scripts/setup.sh test    that, and what `make test` needs: Chromium, PostgreSQL, Request Tracker, Java, the page and
#                            PDF checkers
# Safe to run again at any time. What cannot be installed gets one sentence and exit status 1.

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

aim=${1:-build}
case $aim in build | test) ;; *) die "setup.sh takes 'build' or 'test', not '$aim'." ;; esac

# `debian REASON PACKAGE…` installs Debian packages, or says how to.
debian() {
  local reason=$1
  shift
  if have apt-get && [ "$(id -u)" -eq 0 ]; then
    say "installing $* ($reason)"
    apt_lists
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >&2 && return 0
  fi
  die "$reason: install it with 'sudo apt-get install $*' (or your system's equivalent) and run this again."
}

# Lists of packages may be missing or stale on a new machine; once per run is enough.
apt_lists() {
  [ -n "${apt_lists_done:-}" ] || apt-get update -qq </dev/null >&2 || true
  apt_lists_done=1
}

rust() {
  have cargo || have rustup ||
    die "Rust is missing: install rustup (package 'rustup', or see the Rust website) and run this again."
  local wanted
  wanted=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  if ! use_rust; then
    have rustup || die "Rust $wanted is missing: install rustup, or Rust $wanted itself, and run this again."
    rustup toolchain install "$wanted" --profile minimal --component rustfmt --component clippy >&2 ||
      die "Rust $wanted could not be installed: run 'rustup toolchain install $wanted' where its host is reachable."
  fi
  [ "$(rustc --version | cut -d' ' -f2)" = "$wanted" ] ||
    die "Rust $wanted is needed but $(rustc --version) answers: use rustup, which reads rust-toolchain.toml."
  if have rustup && ! { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1; then
    rustup component add rustfmt clippy >&2 || die "rustfmt and clippy are missing: 'rustup component add rustfmt clippy'."
  fi
  # The database engine of the default set-up is compiled from C.
  have cc || debian "a C compiler is missing" gcc libc6-dev
}

wasm_target() {
  local lib
  lib=$(rustc --print target-libdir --target wasm32-unknown-unknown)
  compgen -G "$lib/libstd-*.rlib" >/dev/null && return 0
  say "adding Rust's wasm32-unknown-unknown target"
  have rustup && rustup target add wasm32-unknown-unknown >&2 && return 0
  die "Rust's wasm target is missing: run 'rustup target add wasm32-unknown-unknown' where its host is reachable."
}

# `cargo_tool NAME VERSION CRATE FLAG…` puts one program in cargo's own bin folder.
cargo_tool() {
  local name=$1 version=$2 crate=$3
  shift 3
  if have "$name" && [ "$(tool_version "$name")" = "$version" ]; then return 0; fi
  say "installing $crate $version (about 5 to 10 minutes the first time)"
  if have cargo-binstall && cargo binstall --no-confirm --disable-telemetry "$crate@$version" >&2; then return 0; fi
  # From outside the working copy, so that neither its settings nor its target folder interfere. These programs
  # run for seconds: whole-program optimisation would only make the installation twice as long.
  (cd "$HOME" && unset CARGO_TARGET_DIR &&
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      cargo install "$crate@$version" "$@" --force </dev/null >&2) ||
    die "$crate could not be installed: run 'cargo install $crate@$version $*' to see why."
}

tool_version() {
  case $1 in
  cargo-leptos) cargo-leptos --version 2>/dev/null | awk 'NR == 1 { print $2 }' ;;
  wasm-bindgen) wasm-bindgen --version 2>/dev/null | awk 'NR == 1 { print $2 }' ;;
  esac
}

node_tools() {
  { have node && have npm; } || debian "Node.js and npm are missing" nodejs npm
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$NODE_MAJOR" ] ||
    die "Node.js $NODE_MAJOR or newer is needed but $(node --version) answers: install a newer Node.js and run this again."
  # The stamp names the lock file it was installed from; a full installation also serves the build.
  local folder=end2end/node_modules lock
  lock=$(sha256sum end2end/package-lock.json | cut -d' ' -f1)
  [ "$(cat "$folder/.parvis-test" 2>/dev/null)" = "$lock" ] && return 0
  [ "$aim" = build ] && [ "$(cat "$folder/.parvis-build" 2>/dev/null)" = "$lock" ] && return 0
  local scope=()
  [ "$aim" = test ] || scope=(--omit=dev)
  say "installing npm packages in end2end/"
  (cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund \
    --loglevel=error ${scope[@]+"${scope[@]}"} </dev/null >&2) ||
    die "npm packages could not be installed: run 'npm ci' in end2end/ to see why."
  printf '%s' "$lock" >"$folder/.parvis-$aim"
}

same_wasm_bindgen() {
  local locked
  locked=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3 }' Cargo.lock)
  [ "$locked" = "$WASM_BINDGEN_VERSION" ] ||
    die "scripts/versions.sh says wasm-bindgen $WASM_BINDGEN_VERSION but Cargo.lock says $locked: make them equal."
}

# Only its files are wanted: tests start their own, in a folder. Its package would start a service, and set one up in
# Apache: for the time of the installation, no service may start (a rule of this machine, if there is one, stays).
request_tracker() {
  [ -x /usr/share/request-tracker5/libexec/rt-server ] && return 0
  local rule=/usr/sbin/policy-rc.d ours= mta=()
  # It wants a mail server: the smallest, where there is none, and never in place of one.
  [ -e /usr/sbin/sendmail ] || mta=(msmtp-mta)
  if [ "$(id -u)" -eq 0 ] && [ ! -e "$rule" ]; then
    ours=1
    printf '#!/bin/sh\nexit 101\n' >"$rule"
    chmod +x "$rule"
  fi
  (debian "Request Tracker, in front of which the connector is tried, is missing" \
    request-tracker5 rt5-db-sqlite rt5-standalone dbconfig-sqlite3 ${mta[@]+"${mta[@]}"}) || { [ -z "$ours" ] || rm -f "$rule"; exit 1; }
  [ -z "$ours" ] || rm -f "$rule"
  # Where services can start, it would do so at the next boot.
  if have systemctl; then systemctl disable --quiet request-tracker5 >&2 2>/dev/null || true; fi
}

for_tests() {
  have chromium || debian "Chromium, which the browser tests drive, is missing" chromium
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || have initdb ||
    debian "PostgreSQL, which the store tests need, is missing" postgresql
  request_tracker
  have java || debian "Java, which runs the HTML checker, is missing" default-jre-headless
  pdf_checker
}

# A Python folder of its own; its stamp names the list that it was installed from.
pdf_checker() {
  local list
  list=$(sha256sum scripts/pdf-checker.txt | cut -d' ' -f1)
  [ "$(cat "$PDF_CHECKER/.parvis" 2>/dev/null)" = "$list" ] && [ -x "$PDF_CHECKER/bin/outloud" ] && return 0
  python3 -c 'import ensurepip, venv' 2>/dev/null ||
    debian "Python, which runs the PDF checker, is missing" python3 python3-venv
  say "installing the PDF checker"
  rm -rf "$PDF_CHECKER"
  python3 -m venv "$PDF_CHECKER" >&2 &&
    "$PDF_CHECKER/bin/pip" install --quiet --disable-pip-version-check -r scripts/pdf-checker.txt </dev/null >&2 ||
    die "the PDF checker could not be installed: run 'pip install -r scripts/pdf-checker.txt' to see why."
  printf '%s' "$list" >"$PDF_CHECKER/.parvis"
}

rust
same_wasm_bindgen
wasm_target
node_tools
[ "$aim" = build ] || for_tests
cargo_tool wasm-bindgen "$WASM_BINDGEN_VERSION" wasm-bindgen-cli
cargo_tool cargo-leptos "$CARGO_LEPTOS_VERSION" cargo-leptos --locked
say "set-up for $aim is complete"
