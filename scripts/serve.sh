#!/usr/bin/env bash
# Builds the portal in release and serves it with the sample commune; the server prints where to look.
# Arguments go to `parvis serve`.

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

phase "set-up" scripts/setup.sh build
phase "release build" scripts/build.sh --if-needed

# Where the page templates find the site and the names of its files.
export LEPTOS_OUTPUT_NAME=parvis LEPTOS_SITE_ROOT="$PARVIS_SITE" LEPTOS_HASH_FILES=true
exec "$PARVIS_TARGET/release/parvis" serve "$@"
