#!/usr/bin/env bash
# Reads the bands of many codes back with an independent decoder; part of make test-all. Installs what it needs.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${1:?usage: check-band.sh PROGRAM}
scripts/need-tools.sh dmtxread:dmtx-utils rsvg-convert:librsvg2-bin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export NICU_DB="$folder/r.db" NICU_BY=li.min NICU_LANG=en
"$program" init --unit U --timezone Asia/Shanghai --clinician li.min >/dev/null
count=0
# From the shortest code to the longest, so that every size of the symbol is read.
for code in ab bo-bo cy-27 dahlia-4 eberesche-16 falkensteiner-00 goldregen-2024-11-20 haselnuss-und-ahorn-000 \
    immergruen-neben-der-alten-linde; do
    "$program" admit "$code" --sex female --born 2024-08-19T06:00 --ga 27+0 >/dev/null
    "$program" band "$code" --svg "$folder/$code.svg" 2>/dev/null
    rsvg-convert -z 8 "$folder/$code.svg" -o "$folder/$code.png"
    read=$(dmtxread -N1 "$folder/$code.png")
    wanted="$code $("$program" band "$code" --json | sed -E 's/.*"check":"(.)".*/\1/')"
    if [ "$read" != "$wanted" ]; then
        echo "check-band: $code was read as “$read”, not “$wanted”" >&2
        exit 1
    fi
    count=$((count + 1))
done
# The comparison must be able to fail: another infant's band is not this one's.
if [ "$(dmtxread -N1 "$folder/ab.png")" = "$wanted" ]; then
    echo "check-band: the decoder reads everything alike" >&2
    exit 1
fi
echo "check-band: $count bands read back by dmtxread"
