#!/usr/bin/env bash
# Installs the outside FHIR checkers from PyPI into .build-fhir; nothing where they are there already.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=.build-fhir
if ! cmp -s scripts/fhir-requirements.txt "$tools/requirements.txt"; then
    python3 -m venv "$tools"
    "$tools/bin/pip" --quiet --disable-pip-version-check install -r scripts/fhir-requirements.txt
    cp scripts/fhir-requirements.txt "$tools/requirements.txt"
fi
