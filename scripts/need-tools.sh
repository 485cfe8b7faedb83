#!/usr/bin/env bash
# Installs the Debian packages of tools that are missing: need-tools.sh TOOL:PACKAGE…; fails and names what it could not get.
set -euo pipefail

missing() { ! command -v "${1%%:*}" >/dev/null; }
wanted=()
for pair in "$@"; do
    if missing "$pair"; then wanted+=("${pair##*:}"); fi
done
if [ ${#wanted[@]} -gt 0 ]; then
    echo "installing ${wanted[*]}"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y "${wanted[@]}"; } >/dev/null 2>&1 || true
fi
for pair in "$@"; do
    if missing "$pair"; then
        echo "${pair%%:*} is missing: install ${pair##*:} (Debian) and run this again." >&2
        exit 1
    fi
done
