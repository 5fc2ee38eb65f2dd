#!/usr/bin/env bash
# Builds the portal in release and serves it with the sample commune; the server prints where to look.
# Arguments go to `parvis serve`.

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

phase "set-up" scripts/setup.sh build
phase "release build" scripts/build.sh --if-needed

exec "$PARVIS_TARGET/release/parvis" serve "$@"
