#!/usr/bin/env bash
# Serves fictional infants from a fresh scratch folder: serve.sh FOLDER-WITH-NICU-AND-NICU-SERVER
set -euo pipefail

if [ $# -ne 1 ] || [ ! -x "$1/nicu" ] || [ ! -x "$1/nicu-server" ]; then
    echo "usage: serve.sh FOLDER (with nicu and nicu-server)" >&2
    exit 64
fi
programs=$(realpath "$1")
folder=$(mktemp -d "${TMPDIR:-/tmp}/nicu-serve.XXXXXX")
cd "$folder"
# The demonstration shall not touch a record of one's own, whatever the environment says.
unset NICU_BY NICU_KEYS
export NICU_DB="$folder/nicu.db"
"$programs/nicu" demo >/dev/null
token=$("$programs/nicu-server" token add --by li.min --scope read --scope score --name serve)
echo "try: curl -H 'Authorization: Bearer $token' http://127.0.0.1:${PORT:-8470}/api/v1/board"
exec "$programs/nicu" serve --port "${PORT:-8470}" --log-format text
