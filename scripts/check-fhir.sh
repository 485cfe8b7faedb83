#!/usr/bin/env bash
# Holds FHIR exports against three independent checkers: check-fhir.sh PATH-OF-NICU [INFANTS]. Installs them from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ $# -lt 1 ] || [ ! -x "$1" ]; then
    echo "usage: check-fhir.sh PATH-OF-NICU [INFANTS]" >&2
    exit 64
fi
tools=.build-fhir
if ! cmp -s scripts/fhir-requirements.txt "$tools/requirements.txt"; then
    python3 -m venv "$tools"
    "$tools/bin/pip" --quiet --disable-pip-version-check install -r scripts/fhir-requirements.txt
    cp scripts/fhir-requirements.txt "$tools/requirements.txt"
fi
exec "$tools/bin/python" scripts/check-fhir.py "$@"
