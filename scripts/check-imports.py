#!/usr/bin/env python3
"""Enforces who may import whom, and words that do not belong in Sources.

The table below is the map of the house; an edge that is not in it is an error, and so is a room that is not in it.
Below the doors nobody reads the clock or the machine's time zone; nowhere does a program end by a trap written by hand.
`--self-test` proves on seeded defects that the check can fail.
"""

import os
import re
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
C_LIBRARY = {"Glibc", "Musl", "Darwin"}
LIBRARY = {"NICUCore", "NICUAssets", "NICUStore", "NICUExport"}
SWIFT = {"Swift", "Synchronization"}
HTTP = {
    "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTPTypes", "NIOSSL", "ServiceLifecycle",
    "UnixSignals", "Logging", "Metrics", "CoreMetrics", "X509", "SwiftASN1",
}

ROOMS = {
    "CAssets": set(),
    "NICUCore": C_LIBRARY,
    "NICUAssets": {"NICUCore", "CAssets", "Yams", "Crypto", "FoundationEssentials"},
    "NICUStore": {"NICUCore", "NICUAssets", "GRDB", "Crypto", "Foundation"} | C_LIBRARY,
    "NICUExport": {"NICUCore", "Crypto", "FoundationEssentials"},
    "nicu": LIBRARY | {"ArgumentParser", "Foundation", "Dispatch"} | C_LIBRARY,
    # Only the server sees HTTP.
    "NICUServer": LIBRARY | {"ArgumentParser", "Crypto", "Foundation"} | HTTP | C_LIBRARY,
    "nicu-bench": LIBRARY | {"ArgumentParser", "Foundation"} | C_LIBRARY,
}
# Rooms that may read the clock and the machine's zone.
DOORS = {"nicu", "nicu-bench", "NICUServer"}
# Rooms whose files are empty without a trait of the package.
BEHIND_TRAIT = {"NICUServer": "Server"}
# The headers of C that CAssets may include besides its own.
C_HEADERS = {"CAssets.h", "stddef.h", "string.h"}

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(\w+)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*(?:include|import)\s+[<"]([^>"]+)[>"]', re.MULTILINE)
NOWHERE = [
    (re.compile(r"\btry!"), "try!"),
    (re.compile(r"\bas!"), "as!"),
    (re.compile(r"\bfatalError\s*\("), "fatalError("),
]
BELOW_DOORS = [
    (re.compile(r"\bDate\s*(?:\.\s*init\s*)?\(\s*\)"), "Date()"),
    (re.compile(r"\bDate\s*\.\s*now\b"), "Date.now"),
    (re.compile(r"\bTimeZone\s*\.\s*(?:current|autoupdatingCurrent|system)\b"), "TimeZone.current"),
    (re.compile(r"\bCalendar\s*\.\s*(?:current|autoupdatingCurrent)\b"), "Calendar.current"),
    (re.compile(r"\b(?:clock_gettime|gettimeofday|localtime(?:_r)?)\s*\(|(?<![\w.])time\s*\(\s*nil\s*\)"), "the clock of C"),
]
ANYWHERE = re.compile(r"\b(TODO|FIXME)\b")
TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*[\s\S]*?\*/)|(?P<string>#*"""[\s\S]*?"""#*|#+"[^\n]*?"#+|"(?:\\.|[^"\\\n])*")')


def code(text):
    """The text with comments and the insides of strings blanked, lines kept."""
    return TOKEN.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def line_of(text, place):
    """The number of the line at a place."""
    return text.count("\n", 0, place) + 1


def problems(root):
    """What is wrong, one sentence each."""
    result = []
    sources = os.path.join(root, "Sources")
    for room in sorted(os.listdir(sources)) if os.path.isdir(sources) else []:
        if room not in ROOMS:
            result.append(f"Sources/{room}: this room is not on the map in scripts/check-imports.py")
            continue
        for folder, _, names in os.walk(os.path.join(sources, room)):
            for name in sorted(names):
                if name.endswith((".swift", ".c", ".h")):
                    result += file_problems(root, room, os.path.join(folder, name))
    return result or ([] if os.path.isdir(sources) else ["Sources is missing"])


def file_problems(root, room, path):
    """What is wrong with one file."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    shown = os.path.relpath(path, root)
    result = []
    for match in ANYWHERE.finditer(text):
        result.append(f"{shown}:{line_of(text, match.start())}: {match.group()} does not belong in the sources")
    if not path.endswith(".swift"):
        for match in INCLUDE.finditer(text):
            if match.group(1) not in C_HEADERS:
                result.append(f"{shown}:{line_of(text, match.start())}: {room} must not include {match.group(1)}")
        return result
    bare = code(text)
    if room in BEHIND_TRAIT and not bare.lstrip().startswith(f"#if {BEHIND_TRAIT[room]}\n"):
        result.append(f"{shown}: not within #if {BEHIND_TRAIT[room]}, so the bedside build would compile it")
    for match in IMPORT.finditer(bare):
        module = match.group(1)
        if module not in ROOMS[room] | SWIFT:
            result.append(f"{shown}:{line_of(bare, match.start(1))}: {room} must not import {module}")
    banned = NOWHERE + ([] if room in DOORS else BELOW_DOORS)
    for pattern, word in banned:
        for match in pattern.finditer(bare):
            where = "" if (pattern, word) in NOWHERE else " below the doors"
            result.append(f"{shown}:{line_of(bare, match.start())}: no {word}{where}")
    return result


def self_test():
    """Proves that the check passes what is right and fails on each kind of defect."""
    cases = [
        ("right", "NICUCore/A.swift", "// Date() is never asked here\nimport Glibc\nlet a = \"try! Date()\"\n", None),
        ("right at the door", "nicu/A.swift", "import ArgumentParser\npublic import NICUStore\nlet now = Date()\n", None),
        ("right at the server", "NICUServer/A.swift", "#if Server\ninternal import Hummingbird\nlet now = Date()\n#endif\n", None),
        ("HTTP at the bedside", "nicu/A.swift", "internal import Hummingbird\n", "must not import Hummingbird"),
        ("HTTP in the store", "NICUStore/A.swift", "import NIOPosix\n", "must not import NIOPosix"),
        ("database in the server", "NICUServer/A.swift", "import GRDB\n", "must not import GRDB"),
        ("server without its trait", "NICUServer/A.swift", "import NICUExport\n", "not within #if Server"),
        ("right in C", "CAssets/assets.c", '#include "CAssets.h"\n#include <string.h>\n', None),
        ("Foundation in the core", "NICUCore/A.swift", "internal import Foundation\n", "must not import Foundation"),
        ("one declaration", "NICUCore/A.swift", "import struct Foundation.Date\n", "must not import Foundation"),
        ("attribute", "NICUExport/A.swift", "@preconcurrency import GRDB\n", "must not import GRDB"),
        ("store in the core", "NICUCore/A.swift", "import NICUStore\n", "must not import NICUStore"),
        ("database at the door", "nicu/A.swift", "import GRDB\n", "must not import GRDB"),
        ("unknown room", "Shed/A.swift", "let a = 1\n", "not on the map"),
        ("header", "CAssets/assets.c", "#include <stdio.h>\n", "must not include stdio.h"),
        ("clock", "NICUStore/A.swift", "let a = Date()\n", "no Date()"),
        ("clock, spelled out", "NICUStore/A.swift", "let a = Date.init()\n", "no Date()"),
        ("now", "NICUExport/A.swift", "let a = Date.now\n", "no Date.now"),
        ("zone", "NICUStore/A.swift", "let a = TimeZone.current\n", "no TimeZone.current"),
        ("clock of C", "NICUStore/A.swift", "let a = time(nil)\n", "the clock of C"),
        ("try!", "nicu/A.swift", "let a = try! b()\n", "no try!"),
        ("as!", "nicu/A.swift", "let a = b as! C\n", "no as!"),
        ("fatalError", "nicu/A.swift", "fatalError(\"x\")\n", "no fatalError("),
        ("left for later", "nicu/A.swift", "// TODO: later\n", "TODO"),
        ("left for later", "nicu/A.swift", "let a = 1 // FIXME\n", "FIXME"),
    ]
    failed = 0
    for name, path, text, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            full = os.path.join(folder, "Sources", path)
            os.makedirs(os.path.dirname(full))
            with open(full, "w", encoding="utf-8") as file:
                file.write(text)
            found = problems(folder)
        right = not found if expected is None else any(expected in problem for problem in found)
        if not right:
            print(f"check-imports: self-test {name!r}: expected {expected!r}, found {found}", file=sys.stderr)
            failed = 1
    return failed


def main(words):
    if words == ["--self-test"]:
        return self_test()
    if words:
        print("usage: check-imports.py [--self-test]", file=sys.stderr)
        return 64
    found = problems(ROOT)
    for problem in found:
        print(f"imports: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
