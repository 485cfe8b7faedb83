#!/usr/bin/env python3
"""Compares docs/dependencies.txt with the packages that were resolved, direct and transitive.

Package.swift names the direct packages with exact versions; what those bring along is listed in the text file, so that a
change of it is seen. The resolved graph stands in Package.resolved, which the package manager writes; when it is not
there, `swift package resolve` is run first. `--self-test` proves on seeded defects that the check can fail.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LINE = re.compile(r"(direct|transitive)\s+(\S+)\s+(\d+\.\d+\.\d+\S*)\s+(\S+)")
PACKAGE = re.compile(r'\.package\(\s*url:\s*"([^"]+)"\s*,\s*([^)]*)\)')
EXACT = re.compile(r'exact:\s*"([^"]+)"')


def identity(url):
    """The package manager's name for a repository."""
    return re.sub(r"\.git$", "", url.rstrip("/")).split("/")[-1].lower()


def read(root, path):
    """The text of a file of the package."""
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def problems(root):
    """What is wrong, one sentence each."""
    result, listed = [], {}
    for number, line in enumerate(read(root, "docs/dependencies.txt").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.fullmatch(line.strip())
        if not match:
            result.append(f"docs/dependencies.txt:{number}: not `direct|transitive NAME VERSION URL`")
            continue
        kind, name, version, url = match.groups()
        if name in listed:
            result.append(f"docs/dependencies.txt:{number}: {name} is listed twice")
        listed[name] = (kind, version, url)
    direct = {}
    for url, requirement in PACKAGE.findall(read(root, "Package.swift")):
        exact = EXACT.search(requirement)
        if exact:
            direct[identity(url)] = exact.group(1)
        else:
            result.append(f"Package.swift: {identity(url)} is not required by `exact:`")
            direct[identity(url)] = None
    resolved = {
        pin["identity"]: (pin["state"].get("version"), pin["location"])
        for pin in json.loads(read(root, "Package.resolved"))["pins"]
    }
    for name, (version, url) in sorted(resolved.items()):
        if name not in listed:
            result.append(f"{name} {version} is resolved and not listed in docs/dependencies.txt")
            continue
        kind, expected, place = listed[name]
        if version != expected:
            result.append(f"{name}: {version} is resolved, docs/dependencies.txt lists {expected}")
        if place != url:
            result.append(f"{name}: comes from {url}, docs/dependencies.txt lists {place}")
        if (kind == "direct") != (name in direct):
            result.append(f"{name}: docs/dependencies.txt calls it {kind}")
    for name in sorted(set(listed) - set(resolved)):
        result.append(f"{name} is listed in docs/dependencies.txt and not resolved")
    for name, version in sorted(direct.items()):
        if version and name in listed and listed[name][1] != version:
            result.append(f"{name}: Package.swift requires {version}, docs/dependencies.txt lists {listed[name][1]}")
    return result


def self_test():
    """Proves that the check passes what is right and fails on each kind of defect."""
    listed = (
        "# comment\ndirect a.swift 1.2.3 https://example.org/a.swift\ntransitive b 0.4.0 https://example.org/b\n")
    package = '.package(url: "https://example.org/a.swift", exact: "1.2.3"),\n'

    def pins(*list_of_pins):
        return json.dumps({"pins": [
            {"identity": name, "location": url, "state": {"version": version}} for name, version, url in list_of_pins
        ]})

    a, b = ("a.swift", "1.2.3", "https://example.org/a.swift"), ("b", "0.4.0", "https://example.org/b")
    cases = [
        ("right", listed, package, pins(a, b), None),
        ("new package", listed, package, pins(a, b, ("c", "1.0.0", "u")), "c 1.0.0 is resolved and not listed"),
        ("gone", listed, package, pins(a), "b is listed"),
        ("version moved", listed, package, pins(a, ("b", "0.5.0", b[2])), "0.5.0 is resolved"),
        ("other place", listed, package, pins(a, ("b", "0.4.0", "https://elsewhere.org/b")), "comes from"),
        ("not exact", listed, package.replace('exact: "1.2.3"', 'from: "1.2.3"'), pins(a, b), "not required by"),
        ("manifest moved", listed, package.replace("1.2.3", "1.2.4"), pins(a, b), "requires 1.2.4"),
        ("wrong kind", listed.replace("transitive", "direct"), package, pins(a, b), "calls it direct"),
        ("unreadable", listed + "b newest\n", package, pins(a, b), "not `direct|transitive"),
    ]
    failed = 0
    for name, text, manifest, resolved, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "docs"))
            for path, content in (
                ("docs/dependencies.txt", text), ("Package.swift", manifest), ("Package.resolved", resolved),
            ):
                with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                    file.write(content)
            found = problems(folder)
        right = not found if expected is None else any(expected in problem for problem in found)
        if not right:
            print(f"check-dependencies: self-test {name!r}: expected {expected!r}, found {found}", file=sys.stderr)
            failed = 1
    return failed


def main(words):
    if words == ["--self-test"]:
        return self_test()
    if words:
        print("usage: check-dependencies.py [--self-test]", file=sys.stderr)
        return 64
    if not os.path.exists(os.path.join(ROOT, "Package.resolved")):
        if subprocess.run(["swift", "package", "resolve"], cwd=ROOT, check=False).returncode != 0:
            print("dependencies: `swift package resolve` failed", file=sys.stderr)
            return 1
    found = problems(ROOT)
    for problem in found:
        print(f"dependencies: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
