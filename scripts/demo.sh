#!/usr/bin/env bash
# Runs the demonstration in a fresh scratch folder: demo.sh PATH-OF-NICU
set -euo pipefail

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
    echo "usage: demo.sh PATH-OF-NICU (an executable file)" >&2
    exit 64
fi
program=$(realpath "$1")
folder=$(mktemp -d "${TMPDIR:-/tmp}/nicu-demo.XXXXXX")
cd "$folder"
# The demonstration shall not touch a record of one's own, whatever the environment says.
exec env -u NICU_BY NICU_DB="$folder/nicu.db" "$program" demo
