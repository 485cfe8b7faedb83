#!/usr/bin/env bash
# Prints handovers and stories of the fictional infants as PDF and looks at them: papers.sh PATH-OF-NICU
set -euo pipefail

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
    echo "usage: papers.sh PATH-OF-NICU (an executable file)" >&2
    exit 64
fi
here=$(dirname "$(realpath "$0")")
"$here/need-tools.sh" weasyprint:weasyprint pdftotext:poppler-utils pdfinfo:poppler-utils fc-list:fontconfig
if [ -z "$(fc-list :lang=zh family)" ]; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y fonts-noto-cjk >/dev/null 2>&1 || true
fi
if [ -z "$(fc-list :lang=zh family)" ]; then
    echo "no font with Chinese characters: install fonts-noto-cjk (Debian) and run this again." >&2
    exit 1
fi
program=$(realpath "$1")
folder=$(mktemp -d "${TMPDIR:-/tmp}/nicu-papers.XXXXXX")
trap 'rm -rf "$folder"' EXIT
export NICU_DB="$folder/nicu.db" NICU_BY=li.min
"$program" demo >/dev/null
printf 'name=虚构小乐\nhospital_number=ZY0042\n' | "$program" identity le-le >/dev/null
known=$("$program" list --all --json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["head"].split(":")[0])')

fail() { echo "papers: $1" >&2; exit 1; }
for language in zh en; do
    for kind in doctor nurse; do
        ask() { "$program" handover --kind $kind --lang $language --as-of 2024-10-28T16:00 --known-at "#$known" "$@"; }
        file="$folder/$kind-$language.pdf"
        ask --format pdf -o "$file"
        LC_ALL=C LANG=de_DE.UTF-8 ask --format pdf >"$folder/again.pdf"
        cmp -s "$file" "$folder/again.pdf" || fail "$kind $language: the same answer is not the same file"
        pages=$(pdfinfo "$file" | awk '/^Pages:/ {print $2}')
        pdfinfo "$file" | grep -q 'Page size:.*A4' || fail "$kind $language: not A4"
        head=$(ask --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["head"])')
        for page in $(seq "$pages"); do
            text=$(pdftotext -layout -f "$page" -l "$page" "$file" -)
            grep -qF "$head" <<<"$text" || fail "$kind $language: page $page has no fingerprint"
            if [ $language = zh ]; then number="第$page页/共$pages页"; else number="page${page}of$pages"; fi
            grep -qF "$number" <<<"${text// /}" || fail "$kind $language: page $page has no number"
            if grep -qE '小乐|ZY0042' <<<"$text"; then fail "$kind $language: page $page names somebody"; fi
        done
        echo "papers: $kind $language, $pages pages, fingerprint and number on each"
    done
done

# Stories: the same file again, A4, and nobody named; that for the press holds no day, and no time of its own.
printf 'name=虚构小安\nhospital_number=ZY0819\nalias=安安 / An\n' | "$program" identity an-an >/dev/null
for item in family-page press; do "$program" consent an-an $item granted --signed >/dev/null; done
for language in zh en; do
    for reader in family press; do
        file="$folder/$reader-$language.pdf"
        ask() { "$program" story an-an --for $reader --lang $language --format pdf "$@" 2>/dev/null; }
        ask -o "$file"
        LC_ALL=C LANG=de_DE.UTF-8 ask >"$folder/again.pdf"
        cmp -s "$file" "$folder/again.pdf" || fail "$reader $language: the same story is not the same file"
        pdfinfo "$file" | grep -q 'Page size:.*A4' || fail "$reader $language: not A4"
        text=$(pdftotext -layout "$file" -; pdfinfo "$file")
        if grep -qE '虚构|ZY0819|li\.min|an-an|[0-9]{4}-[0-9]{2}-[0-9]{2}' <<<"$text"; then fail "$reader $language: tells who"; fi
        if [ $reader = press ] && grep -qE '月[0-9]|[0-9]日|[0-9] (August|November)|CreationDate' <<<"$text"; then
            fail "$reader $language: tells a day"
        fi
        echo "papers: story for $reader $language, $(pdfinfo "$file" | awk '/^Pages:/ {print $2}') pages"
    done
done

# A name is on paper only where it was asked for, and then as text that can be found and copied.
for kind in progress discharge; do
    code=$([ $kind = progress ] && echo le-le || echo an-an)
    if [ $code = an-an ]; then printf 'name=虚构安安\n' | "$program" identity an-an >/dev/null; fi
    name=$([ $code = le-le ] && echo 虚构小乐 || echo 虚构安安)
    "$program" summary $code --kind $kind --lang zh --format pdf -o "$folder/$kind.pdf" 2>/dev/null
    "$program" summary $code --kind $kind --lang zh --format pdf --with-identity -o "$folder/$kind-named.pdf" 2>/dev/null
    if grep -qF $name <<<"$(pdftotext "$folder/$kind.pdf" -)"; then fail "$kind: names somebody unasked"; fi
    grep -qF $name <<<"$(pdftotext "$folder/$kind-named.pdf" -)" || fail "$kind: the name is no text"
    echo "papers: $kind, the Chinese name is text where it was asked for, and absent elsewhere"
done
"$program" timeline an-an --lang zh --format pdf -o "$folder/passport.pdf" 2>/dev/null
head=$("$program" timeline an-an --json 2>/dev/null | python3 -c 'import json, sys; print(json.load(sys.stdin)["head"])')
pages=$(pdfinfo "$folder/passport.pdf" | awk '/^Pages:/ {print $2}')
for page in $(seq "$pages"); do
    text=$(pdftotext -layout -f "$page" -l "$page" "$folder/passport.pdf" -)
    grep -qF "$head" <<<"$text" || fail "passport: page $page has no fingerprint"
    grep -qF "第$page页/共$pages页" <<<"${text// /}" || fail "passport: page $page has no number"
done
grep -qF 患儿病程档案 <<<"$(pdftotext "$folder/passport.pdf" -)" || fail "passport: its Chinese title is no text"
echo "papers: passport, $pages pages, fingerprint and number on each"
