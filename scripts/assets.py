#!/usr/bin/env python3
"""Writes the list of files that are embedded in the program, or checks it.

Every file below schema/ and seeds/ is embedded, except hidden ones and SOURCES.md. Run without arguments to write
Sources/CAssets/assets.c and its header; run with --check to see whether the committed list and the folders agree
(exit 1 names each difference).
"""

import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = ("schema", "seeds")
LEFT_OUT = {"SOURCES.md"}
SOURCE = "Sources/CAssets/assets.c"
HEADER = "Sources/CAssets/include/CAssets.h"

HEADER_TEXT = """\
// Written by scripts/assets.py; do not edit.
#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

/// One embedded file: its path below the package folder, and `count` bytes, followed by a zero byte that is not counted.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t count;
} nicu_asset;

/// How many embedded files there are.
extern const size_t nicu_asset_count;

/// One embedded file, in the order of the bytes of their paths; `place` lies below the count.
const nicu_asset *nicu_asset_at(size_t place);

/// The embedded file of a path; a null pointer where there is none.
const nicu_asset *nicu_asset_find(const char *path);

#endif
"""

# The zero byte keeps an empty file from making an empty array, and lets the bytes be read as a C string.
ARRAY = """\
static const unsigned char file_{number}[] = {{
#embed "../../{path}" suffix(,)
    0}};
"""

SOURCE_TEXT = """\
// Written by scripts/assets.py; do not edit. Run `make assets` after adding, renaming or removing a file.
#include "CAssets.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

{arrays}
static const nicu_asset files[] = {{
{entries}    {{0, 0, 0}},
}};

const size_t nicu_asset_count = sizeof files / sizeof files[0] - 1;

const nicu_asset *nicu_asset_at(size_t place) {{ return &files[place]; }}

const nicu_asset *nicu_asset_find(const char *path) {{
    size_t low = 0, high = nicu_asset_count;
    while (low < high) {{
        size_t middle = low + (high - low) / 2;
        int order = strcmp(path, files[middle].path);
        if (order == 0) return &files[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }}
    return 0;
}}
"""


def files():
    """Paths of the files to embed, relative to the package folder, sorted by their bytes."""
    found = []
    for folder in FOLDERS:
        for place, folders, names in os.walk(os.path.join(ROOT, folder)):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                if name.startswith(".") or name in LEFT_OUT:
                    continue
                path = os.path.relpath(os.path.join(place, name), ROOT).replace(os.sep, "/")
                if not re.fullmatch(r"[A-Za-z0-9._/-]+", path):
                    sys.exit(f"assets: {path}: a file name may hold letters, digits, '.', '_' and '-' only")
                found.append(path)
    return sorted(found, key=lambda path: path.encode())


def source(paths):
    """The text of assets.c."""
    arrays = "".join(ARRAY.format(number=number, path=path) for number, path in enumerate(paths))
    entries = "".join(
        f'    {{"{path}", file_{number}, sizeof file_{number} - 1}},\n' for number, path in enumerate(paths)
    )
    return SOURCE_TEXT.format(arrays=arrays, entries=entries)


def read(path):
    """The text of a file of the package; empty when it is missing."""
    try:
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def write(path, text):
    """Writes a file of the package, unless it already holds this text."""
    if read(path) == text:
        return
    full = os.path.join(ROOT, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def check(paths):
    """Names each difference between the committed list and the folders; true when there is none."""
    committed = read(SOURCE)
    listed = re.findall(r'^#embed "\.\./\.\./([^"]+)"', committed, re.MULTILINE)
    problems = [f"{path}: in the folder, not in {SOURCE}" for path in paths if path not in listed]
    problems += [f"{path}: in {SOURCE}, not in the folder" for path in listed if path not in paths]
    if not problems and committed != source(paths):
        problems.append(f"{SOURCE}: lists the right files, but was edited or written by another version")
    if read(HEADER) != HEADER_TEXT:
        problems.append(f"{HEADER}: was edited or written by another version")
    for problem in problems:
        print(f"assets: {problem}", file=sys.stderr)
    if problems:
        print("assets: run `make assets`", file=sys.stderr)
    return not problems


def main(arguments):
    if arguments not in ([], ["--check"]):
        print("usage: assets.py [--check]", file=sys.stderr)
        return 64
    paths = files()
    if arguments:
        return 0 if check(paths) else 1
    write(SOURCE, source(paths))
    write(HEADER, HEADER_TEXT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
