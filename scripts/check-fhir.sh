#!/usr/bin/env bash
# Holds FHIR exports against three independent checkers: check-fhir.sh PATH-OF-NICU [INFANTS]. Installs them from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ $# -lt 1 ] || [ ! -x "$1" ]; then
    echo "usage: check-fhir.sh PATH-OF-NICU [INFANTS]" >&2
    exit 64
fi
scripts/fhir-tools.sh
exec .build-fhir/bin/python scripts/check-fhir.py "$@"
