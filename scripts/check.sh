#!/usr/bin/env bash
# Runs the repository's own checks, all of them, and fails if one of them does.
#
# First each check must prove on a seeded defect that it can fail.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

failed=0
run() {
    if "$@"; then
        echo "ok    $*"
    else
        echo "FAIL  $*" >&2
        failed=1
    fi
}

for check in check-hazards check-imports check-dependencies; do
    run python3 "scripts/$check.py" --self-test
done
run python3 scripts/check-hazards.py
run python3 scripts/check-imports.py
run python3 scripts/assets.py --check
run python3 scripts/seed-patients.py --check
exit $failed
