#!/usr/bin/env python3
"""Compares docs/hazards.md with the tests.

Every row of the table needs an id, a severity, a hazard, a control, a status and what a test must show. Ids run from H1
without gaps, since a row is never taken out. A hazard whose status is `controlled` must be named, as a whole word
such as `H7`, by a test: in the arguments of @Test or @Suite, in a function's name or in a comment of a file that holds
tests. A test may name only ids that the table has. `--self-test` proves on seeded defects that the check can fail.
"""

import os
import re
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COLUMNS = ["Id", "Severity", "Hazard", "Control", "Status", "What a test shows"]
SEVERITIES = {"C", "M"}
STATUS = re.compile(r"controlled|planned \([^)]+\)")
IDENTIFIER = re.compile(r"(?<![A-Za-z0-9])H[0-9]+(?![A-Za-z0-9])")
STRING_OR_COMMENT = re.compile(r'#*"""[\s\S]*?"""#*|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*[\s\S]*?\*/')


def cells(line):
    """The cells of one row of a Markdown table."""
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def table(text):
    """The rows below the heading of the hazard table, each with its line number."""
    rows, inside = [], False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("|"):
            row = cells(line)
            if row == COLUMNS:
                inside = True
            elif inside and not all(re.fullmatch(r":?-+:?", cell) for cell in row):
                rows.append((number, row))
        else:
            inside = False
    return rows


def arguments(text, start):
    """The text between the parenthesis at `start` and the one that closes it; strings may hold parentheses."""
    depth, place = 0, start
    while place < len(text):
        skipped = STRING_OR_COMMENT.match(text, place)
        if skipped:
            place = skipped.end()
            continue
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        place += 1
        if depth == 0:
            break
    return text[start:place]


def named(text):
    """The ids that the tests of one file name; an id beside a disabled test does not count."""
    # Attributes inside strings and comments are no tests.
    bare = STRING_OR_COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    found, tests, disabled = set(), 0, set()
    for match in re.finditer(r"@(Test|Suite)\b", bare):
        tests += match.group(1) == "Test"
        words = ""
        opening = re.compile(r"\s*\(").match(bare, match.end())
        end = match.end()
        if opening:
            words = arguments(text, opening.end() - 1)
            end = opening.end() - 1 + len(words)
        name = re.compile(r"[^{;]*?\b(?:func|struct|enum|class|actor)\s+(`[^`]*`|\w+)").match(text, end)
        words += " " + (name.group(1).replace("_", " ") if name else "")
        (disabled if ".disabled(" in words else found).update(IDENTIFIER.findall(words))
    if not tests:
        return set(), set()
    for comment in re.findall(r"//[^\n]*", text):
        found.update(IDENTIFIER.findall(comment))
    return found, disabled


def problems(root):
    """What is wrong, one sentence each."""
    path = os.path.join(root, "docs", "hazards.md")
    try:
        with open(path, encoding="utf-8") as file:
            rows = table(file.read())
    except FileNotFoundError:
        return ["docs/hazards.md is missing"]
    result, controlled, known = [], [], []
    if not rows:
        return ["docs/hazards.md: no table with the columns " + ", ".join(COLUMNS)]
    for number, row in rows:
        place = f"docs/hazards.md:{number}"
        if len(row) != len(COLUMNS):
            result.append(f"{place}: {len(row)} cells instead of {len(COLUMNS)}")
            continue
        for name, cell in zip(COLUMNS, row):
            if not cell:
                result.append(f"{place}: nothing in the column {name}")
        identifier, severity, _, _, status, _ = row
        if identifier != f"H{len(known) + 1}":
            result.append(f"{place}: {identifier} stands where H{len(known) + 1} belongs; a row is never taken out")
        known.append(identifier)
        if severity not in SEVERITIES:
            result.append(f"{place}: severity {severity!r} is neither C nor M")
        if not STATUS.fullmatch(status):
            result.append(f"{place}: status {status!r} is neither `controlled` nor `planned (issue)`")
        if status == "controlled":
            controlled.append(identifier)
    found, disabled = {}, set()
    for folder, _, names in os.walk(os.path.join(root, "Tests")):
        for name in sorted(names):
            if name.endswith(".swift"):
                file_path = os.path.join(folder, name)
                with open(file_path, encoding="utf-8") as file:
                    here, off = named(file.read())
                disabled |= off
                for identifier in here | off:
                    found.setdefault(identifier, []).append((os.path.relpath(file_path, root), identifier in here))
    for identifier in controlled:
        if not any(live for _, live in found.get(identifier, [])):
            only = " but a disabled one" if identifier in disabled else ""
            result.append(f"{identifier} is marked controlled, and no test{only} names it")
    for identifier in sorted(set(found) - set(known), key=lambda text: int(text[1:])):
        result.append(f"{found[identifier][0][0]}: {identifier} is not in docs/hazards.md")
    return result


def self_test():
    """Proves that the check passes what is right and fails on each kind of defect."""
    head = "| " + " | ".join(COLUMNS) + " |\n|---|---|---|---|---|---|\n"
    good = head + "| H1 | C | hazard | control | controlled | shown |\n| H2 | M | hazard | control | planned (issue 5) | shown |\n"
    test = 'import Testing\n@Test("H1: a bare number (1520) is refused")\nfunc bare() {}\n'
    cases = [
        ("right", good, test, None),
        ("right, in a comment", good, "import Testing\n// H1\n@Test func a() {}\n", None),
        ("right, in a function's name", good, "import Testing\n@Test func `H1 holds`() {}\n", None),
        ("no test", good, "import Testing\n@Test func other() {}\n", "H1 is marked controlled"),
        ("part of a word", good, '@Test("H10x and xH1") func a() {}\n', "H1 is marked controlled"),
        ("no test in the file", good, "// H1\n", "H1 is marked controlled"),
        ("an attribute in a string", good, 'let s = "@Test(H1)"\n', "H1 is marked controlled"),
        ("disabled", good, '@Test("H1", .disabled("later")) func a() {}\n', "but a disabled one"),
        ("unknown id", good, test + '@Test("H9") func b() {}\n', "H9 is not in"),
        ("gap", good.replace("| H2 |", "| H3 |"), test, "H3 stands where H2 belongs"),
        ("empty cell", good.replace("| M | hazard |", "| M | |"), test, "nothing in the column Hazard"),
        ("severity", good.replace("| M |", "| X |"), test, "severity"),
        ("status", good.replace("planned (issue 5)", "done"), test, "status"),
        ("no table", "nothing\n", test, "no table"),
    ]
    failed = 0
    for name, hazards, tests, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            for path, text in (("docs/hazards.md", hazards), ("Tests/A/ATests.swift", tests)):
                full = os.path.join(folder, path)
                os.makedirs(os.path.dirname(full), exist_ok=True)
                with open(full, "w", encoding="utf-8") as file:
                    file.write(text)
            found = problems(folder)
        right = not found if expected is None else any(expected in problem for problem in found)
        if not right:
            print(f"check-hazards: self-test {name!r}: expected {expected!r}, found {found}", file=sys.stderr)
            failed = 1
    return failed


def main(words):
    if words == ["--self-test"]:
        return self_test()
    if words:
        print("usage: check-hazards.py [--self-test]", file=sys.stderr)
        return 64
    found = problems(ROOT)
    for problem in found:
        print(f"hazards: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
