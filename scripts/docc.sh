#!/bin/sh
# Builds the documentation of NICUCore with the toolchain's docc; a broken link or a missing symbol fails.
# usage: docc.sh [OUTPUT-FOLDER]
set -eu
cd "$(dirname "$0")/.."
command -v docc >/dev/null || {
    echo "docc is missing; it comes with the Swift toolchain (swift.org/install)" >&2
    exit 1
}
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT
out=${1:-.build-docc/NICUCore.doccarchive}
${SWIFT:-swift} build --quiet --scratch-path .build-docc --target NICUCore \
    -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$graphs"
test -s "$graphs/NICUCore.symbols.json" || {
    # Nothing was compiled again, and so nothing was written.
    rm -rf .build-docc
    ${SWIFT:-swift} build --quiet --scratch-path .build-docc --target NICUCore \
        -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$graphs"
}
docc convert Sources/NICUCore/NICUCore.docc --additional-symbol-graph-dir "$graphs" --output-path "$out" \
    --fallback-display-name NICUCore --fallback-bundle-identifier nicu.core --warnings-as-errors
echo "documentation of NICUCore: $out"
