#!/bin/sh
# Runs a command with a private, throw-away PostgreSQL: scripts/with-postgres.sh cargo test -p database
# The server listens on a socket in a temporary folder only, writes to the disk as in production, and is gone
# afterwards, whatever the command did. Its address is in PARVIS_TEST_POSTGRES. Set beforehand, that address
# is used instead and no server is started.
set -eu

if [ $# -eq 0 ]; then
    echo "usage: $0 COMMAND [ARGUMENT…]" >&2
    exit 2
fi
if [ -n "${PARVIS_TEST_POSTGRES:-}" ]; then
    exec "$@"
fi

# The newest of Debian's versions, else whatever is on the path.
binaries=
for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n); do
    if [ -x "$folder/initdb" ]; then
        binaries=$folder
    fi
done
if [ -z "$binaries" ] && command -v initdb >/dev/null; then
    binaries=$(dirname "$(command -v initdb)")
fi
if [ -z "$binaries" ]; then
    echo "PostgreSQL is not installed: on Debian and Ubuntu, apt-get install postgresql" >&2
    exit 69
fi

# The server refuses to run as root.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# Short, because the path of a socket may not pass 107 bytes.
folder=$(mktemp -d /tmp/parvis-postgres-XXXXXX)
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$folder"
fi

remove() {
    as_owner "$binaries/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --silent >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap remove EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Locale C: texts sort by their bytes, as in SQLite.
if ! as_owner "$binaries/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 \
    --locale=C >"$folder.log" 2>&1; then
    cat "$folder.log" >&2
    rm -f "$folder.log"
    exit 70
fi
rm -f "$folder.log"
if ! as_owner "$binaries/pg_ctl" start --pgdata="$folder/data" --wait --silent --log="$folder/log" \
    --options="-c listen_addresses= -c unix_socket_directories=$folder -c max_connections=200" >/dev/null; then
    cat "$folder/log" >&2
    exit 70
fi

PARVIS_TEST_POSTGRES="postgres://postgres@localhost/postgres?host=$folder"
export PARVIS_TEST_POSTGRES
status=0
"$@" || status=$?
exit "$status"
