#!/usr/bin/env bash
# Serves a development build on 127.0.0.1:3000 and rebuilds when a source file changes.
# Arguments go to `parvis serve`.

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

phase "set-up" scripts/setup.sh build
use_rust
say "building; then open http://127.0.0.1:3000/fr/ (Ctrl+C stops)"
exec cargo leptos watch -- serve "$@"
