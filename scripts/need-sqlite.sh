#!/usr/bin/env bash
# Sees to it that SQLite's C header and library, or its shell, are there: need-sqlite.sh header|shell
#
# Installs the package with the system's own package manager when it is missing. When that cannot be done, it says in
# one sentence what to install and exits 1.
set -euo pipefail

have_header() {
    local compiler
    for compiler in "${CC:-}" clang cc gcc; do
        if [ -n "$compiler" ] && command -v "$compiler" >/dev/null; then
            printf '#include <sqlite3.h>\nint main(void) { return sqlite3_libversion_number() == 0; }\n' \
                | "$compiler" -x c - -o /dev/null -lsqlite3 2>/dev/null && return 0
        fi
    done
    return 1
}

have_shell() { command -v sqlite3 >/dev/null; }

case "${1:-}" in
    header) what="SQLite's C header sqlite3.h" apt=libsqlite3-dev dnf=sqlite-devel apk=sqlite-dev brew=sqlite ;;
    shell) what="the sqlite3 shell" apt=sqlite3 dnf=sqlite apk=sqlite brew=sqlite ;;
    *)
        echo "usage: need-sqlite.sh header|shell" >&2
        exit 64
        ;;
esac

"have_$1" && exit 0

if command -v apt-get >/dev/null; then
    package=$apt install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends)
    refresh=(apt-get update)
elif command -v dnf >/dev/null; then
    package=$dnf install=(dnf install -y) refresh=(true)
elif command -v apk >/dev/null; then
    package=$apk install=(apk add) refresh=(true)
elif command -v brew >/dev/null; then
    package=$brew install=(brew install) refresh=(true)
else
    echo "$what is missing and no known package manager was found: install it (Debian calls the package $apt)" \
        "and run this again." >&2
    exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ] && [ "${install[0]}" != brew ]; then
    if ! command -v sudo >/dev/null; then
        echo "$what is missing: ask an administrator to install the package $package, then run this again." >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "$what is missing; installing the package $package" >&2
run() { ${as_root[@]+"${as_root[@]}"} "$@"; }
if ! { run "${install[@]}" "$package" ||
    { run "${refresh[@]}" && run "${install[@]}" "$package"; }; } >&2; then
    echo "$what is missing and could not be installed: install the package $package, then run this again." >&2
    exit 1
fi

if ! "have_$1"; then
    echo "the package $package was installed, yet $what is still not found: check the compiler's search paths." >&2
    exit 1
fi
