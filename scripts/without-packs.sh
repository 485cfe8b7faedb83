#!/bin/sh
# Runs the tests without each growth reference in turn and without any: deleting a pack must leave the rest working.
# usage: without-packs.sh [PACK …]   (default: every pack, and all of them together as "all")
set -eu
cd "$(dirname "$0")/.."
root=$PWD
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$tree"
cd "$tree"
[ $# -gt 0 ] || set -- $(ls seeds/references | grep -v SOURCES.md) all
failed=""
for pack in "$@"; do
    rm -rf seeds/references
    cp -r "$root/seeds/references" seeds/references
    if [ "$pack" = all ]; then rm -rf seeds/references/*/; else rm -r "seeds/references/$pack"; fi
    python3 scripts/assets.py
    echo "without $pack:"
    if ${SWIFT:-swift} test --scratch-path "$root/.build-packs" >"$tree/output" 2>&1; then
        grep -a "Test run with" "$tree/output"
    else
        grep -aE "^✘|error:|Test run" "$tree/output" | cut -c1-300
        failed="$failed $pack"
    fi
done
[ -z "$failed" ] || {
    echo "the tests fail without:$failed" >&2
    exit 1
}
