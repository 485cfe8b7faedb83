#!/usr/bin/env python3
"""Flips each way in which readiness answers "unknown" to "met", one at a time, and asks the tests to notice.

All flips are built once, each behind a number; `NICU_MUTANT` chooses the one that is active, none without it. A flip is
killed when the tests fail with it. Prints killed/total and exits 1 when one survives.

Arguments: numbers of flips to try (default: all); --list shows them. The copy that is built stands in .build-mutants.
"""

import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COPY = os.path.join(ROOT, ".build-mutants", "package")
BUILD = os.path.join(ROOT, ".build-mutants", "build")
FOLDER = "Sources/NICUCore/Readiness"
# The fast tests first; what they leave alive is tried against all of them.
FILTERS = [r"NICUCoreTests\.(State|Task|Temperature|Weight|Event|Change|Overall|Further|Set)", "NICUCoreTests"]

# Where a verdict is written as unknown, or something is noted that leaves it unknown.
PLACES = [
    (re.compile(r"(Finding\(\s*)\.unknown(?=,)"), r"\1Mutants.verdict({n}, .unknown)"),
    (re.compile(r"(\? \.met : )\.unknown\b"), r"\1Mutants.verdict({n}, .unknown)"),
    (re.compile(r"(return \()\.unknown(?=, )"), r"\1Mutants.verdict({n}, .unknown)"),
    (re.compile(r"(found\.verdict = )\.unknown\b"), r"\1Mutants.verdict({n}, .unknown)"),
    (re.compile(r"(\(verdict, reason\) = \()\.unknown\b"), r"\1Mutants.verdict({n}, .unknown)"),
    (re.compile(r"\b(open|faults|result)\.append\((?=\s*(?:EventClock\.)?Open\()"), r"Mutants.append({n}, to: &\1, "),
]

SWITCH = """\
import Glibc

/// Chooses the flip that is active.
enum Mutants {
    private static let active = getenv("NICU_MUTANT").flatMap { Int(String(cString: $0)) } ?? -1

    static func verdict(_ number: Int, _ verdict: Verdict) -> Verdict { number == active ? .met : verdict }

    static func append<Element>(_ number: Int, to list: inout [Element], _ element: Element) {
        if number != active { list.append(element) }
    }
}
"""


def flips():
    """Every place in the order of files: file, line, text of the line; and the flipped files."""
    found, files = [], {}
    for name in sorted(os.listdir(os.path.join(ROOT, FOLDER))):
        path = os.path.join(FOLDER, name)
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            text = file.read()
        places = sorted((match.start(), match, new) for pattern, new in PLACES for match in pattern.finditer(text))
        out, end = [], 0
        for start, match, new in places:
            line = text.count("\n", 0, match.end()) + 1
            out += [text[end:start], match.expand(new.replace("{n}", str(len(found))))]
            end = match.end()
            found.append((path, line, text.splitlines()[line - 1].strip()))
        files[path] = "".join(out) + text[end:]
    return found, files


def swift_test(filter_, number, build=False):
    """Runs tests with one flip active; true when all passed."""
    command = ["swift", "test", "--package-path", COPY, "--scratch-path", BUILD, "--filter", filter_]
    environment = dict(os.environ, NICU_MUTANT=str(number))
    result = subprocess.run(
        command + ([] if build else ["--skip-build"]), env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, errors="replace")
    if number < 0 and result.returncode:
        print(result.stdout[-4000:])
    return result.returncode == 0


def main(arguments):
    found, files = flips()
    if "--list" in arguments:
        for number, (path, line, text) in enumerate(found):
            print(f"{number:3} {path}:{line}  {text}")
        return 0
    if len(found) < 40:
        print(f"mutants: only {len(found)} places found; the patterns no longer fit the code")
        return 1
    wanted = [int(argument) for argument in arguments] or range(len(found))
    shutil.rmtree(COPY, ignore_errors=True)
    leave = shutil.ignore_patterns(".git", ".build*")
    shutil.copytree(ROOT, COPY, ignore=leave)
    for path, text in files.items():
        with open(os.path.join(COPY, path), "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(COPY, FOLDER, "Mutants.swift"), "w", encoding="utf-8") as file:
        file.write(SWITCH)
    if not swift_test(FILTERS[-1], -1, build=True):
        print("mutants: the tests fail with no flip active")
        return 1
    survivors = []
    for number in wanted:
        if all(swift_test(filter_, number) for filter_ in FILTERS):
            survivors.append(number)
        path, line, text = found[number]
        print(f"{'SURVIVED' if number in survivors else 'killed'}  {path}:{line}  {text}", flush=True)
    print(f"mutants: {len(wanted) - len(survivors)} of {len(wanted)} killed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
