#!/usr/bin/env python3
"""Compares the lists of packages with what is resolved, direct and transitive.

Package.swift names the direct packages with exact versions; what those bring along is listed in docs/dependencies.txt for the
bedside product, and in docs/dependencies-server.txt for what the trait Server adds, so that a change of either is seen.
The package manager is asked for both graphs. `--bedside` looks at the bedside product alone; `--self-test` proves on seeded
defects that the check can fail.
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
BEDSIDE, SERVER = "docs/dependencies.txt", "docs/dependencies-server.txt"
EXACT = re.compile(r'exact:\s*"([^"]+)"')


def identity(url):
    """The package manager's name for a repository."""
    return re.sub(r"\.git$", "", url.rstrip("/")).split("/")[-1].lower()


def read(root, path):
    """The text of a file of the package."""
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def listed_packages(root, path, result, known):
    """The packages a list names; what is wrong with its lines goes to `result`."""
    listed = {}
    for number, line in enumerate(read(root, path).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.fullmatch(line.strip())
        if not match:
            result.append(f"{path}:{number}: not `direct|transitive NAME VERSION URL`")
            continue
        kind, name, version, url = match.groups()
        if name in listed or name in known:
            result.append(f"{path}:{number}: {name} is listed twice")
        listed[name] = (kind, version, url)
    return listed


def direct_packages(root, result):
    """The packages of Package.swift with their exact versions."""
    direct = {}
    for url, requirement in PACKAGE.findall(read(root, "Package.swift")):
        exact = EXACT.search(requirement)
        if exact:
            direct[identity(url)] = exact.group(1)
        else:
            result.append(f"Package.swift: {identity(url)} is not required by `exact:`")
            direct[identity(url)] = None
    return direct


def problems(root, bedside, server=None):
    """What is wrong, one sentence each; `bedside` and `server` are {name: (version, url)} as resolved."""
    result = []
    lists = {BEDSIDE: listed_packages(root, BEDSIDE, result, {})}
    lists[SERVER] = listed_packages(root, SERVER, result, lists[BEDSIDE])
    direct = direct_packages(root, result)
    result += differences(BEDSIDE, lists[BEDSIDE], bedside, direct)
    if server is not None:
        both = lists[BEDSIDE] | lists[SERVER]
        result += [p for p in differences(SERVER, both, server, direct) if p not in result]
    for name, version in sorted(direct.items()):
        path = BEDSIDE if name in lists[BEDSIDE] else SERVER
        if name not in lists[path]:
            result.append(f"{name}: Package.swift requires it, no list names it")
        elif version and lists[path][name][1] != version:
            result.append(f"{name}: Package.swift requires {version}, {path} lists {lists[path][name][1]}")
    return result


def differences(path, listed, resolved, direct):
    """Where a list and a resolved graph differ."""
    result = []
    for name, (version, url) in sorted(resolved.items()):
        if name not in listed:
            result.append(f"{name} {version} is resolved and not listed in {path}")
            continue
        kind, expected, place = listed[name]
        if version != expected:
            result.append(f"{name}: {version} is resolved, {path} lists {expected}")
        if identity(place) != identity(url) or place.split("/")[:-1] != url.split("/")[:-1]:
            result.append(f"{name}: comes from {url}, {path} lists {place}")
        if (kind == "direct") != (name in direct):
            result.append(f"{name}: {path} calls it {kind}")
    for name in sorted(set(listed) - set(resolved)):
        result.append(f"{name} is listed in {path} and not resolved")
    return result


def resolved_packages(options):
    """What the package manager resolves, {name: (version, url)}; None where it fails.

    Package.resolved is left as it was: the pins of one graph would make the next build fetch what it does not use.
    """
    pins = os.path.join(ROOT, "Package.resolved")
    before = None
    if os.path.exists(pins):
        with open(pins, "rb") as file:
            before = file.read()
    run = subprocess.run(
        ["swift", "package", "--quiet", *options, "show-dependencies",
         "--format", "json"], cwd=ROOT, check=False, capture_output=True, text=True)
    if before is not None:
        with open(pins, "wb") as file:
            file.write(before)
    elif os.path.exists(pins):
        os.remove(pins)
    if run.returncode != 0:
        print(run.stderr, file=sys.stderr)
        return None
    found = {}

    def walk(node):
        for child in node["dependencies"]:
            found[child["identity"]] = (child["version"], child["url"])
            walk(child)

    walk(json.loads(run.stdout[run.stdout.index("{"):]))
    return found


def self_test():
    """Proves that the check passes what is right and fails on each kind of defect."""
    listed = (
        "# comment\ndirect a.swift 1.2.3 https://example.org/a.swift\ntransitive b 0.4.0 https://example.org/b\n")
    more = "direct h 2.0.0 https://example.org/h\ntransitive n 3.0.0 https://example.org/n\n"
    package = (
        '.package(url: "https://example.org/a.swift", exact: "1.2.3"),\n'
        '.package(url: "https://example.org/h", exact: "2.0.0", traits: []),\n')
    a, b = {"a.swift": ("1.2.3", "https://example.org/a.swift")}, {"b": ("0.4.0", "https://example.org/b")}
    h, n = {"h": ("2.0.0", "https://example.org/h")}, {"n": ("3.0.0", "https://example.org/n.git")}
    bed, ward = a | b, a | b | h | n
    cases = [
        ("right", listed, more, package, bed, ward, None),
        ("new package", listed, more, package, bed | {"c": ("1.0.0", "u")}, ward, "c 1.0.0 is resolved and not listed"),
        ("server's package at the bedside", listed, more, package, bed | n, ward, "n 3.0.0 is resolved and not listed"),
        ("new package of the server", listed, more, package, bed, ward | {"c": ("1.0.0", "u")}, "c 1.0.0 is resolved"),
        ("gone", listed, more, package, a, ward, "b is listed"),
        ("gone from the server", listed, more, package, bed, bed | h, "n is listed"),
        ("version moved", listed, more, package, a | {"b": ("0.5.0", b["b"][1])}, ward, "0.5.0 is resolved"),
        ("other place", listed, more, package, a | {"b": ("0.4.0", "https://elsewhere.org/b")}, ward, "comes from"),
        ("not exact", listed, more, package.replace('exact: "1.2.3"', 'from: "1.2.3"'), bed, ward, "not required by"),
        ("manifest moved", listed, more, package.replace("1.2.3", "1.2.4"), bed, ward, "requires 1.2.4"),
        ("server's manifest moved", listed, more, package.replace("2.0.0", "2.0.1"), bed, ward, "requires 2.0.1"),
        ("not listed anywhere", listed, more.replace("direct h", "# "), package, bed, ward, "no list names it"),
        ("wrong kind", listed.replace("transitive", "direct"), more, package, bed, ward, "calls it direct"),
        ("twice", listed, more + "transitive b 0.4.0 https://example.org/b\n", package, bed, ward, "listed twice"),
        ("unreadable", listed + "b newest\n", more, package, bed, ward, "not `direct|transitive"),
    ]
    failed = 0
    for name, text, more_text, manifest, bedside, server, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "docs"))
            for path, content in ((BEDSIDE, text), (SERVER, more_text), ("Package.swift", manifest)):
                with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                    file.write(content)
            found = problems(folder, bedside, server)
        right = not found if expected is None else any(expected in problem for problem in found)
        if not right:
            print(f"check-dependencies: self-test {name!r}: expected {expected!r}, found {found}", file=sys.stderr)
            failed = 1
    return failed


def main(words):
    if words == ["--self-test"]:
        return self_test()
    if words not in ([], ["--bedside"]):
        print("usage: check-dependencies.py [--bedside | --self-test]", file=sys.stderr)
        return 64
    bedside = resolved_packages([])
    server = None if words else resolved_packages(["--traits", "Server", "--scratch-path", ".build-server"])
    if bedside is None or (server is None and not words):
        print("dependencies: the packages cannot be resolved", file=sys.stderr)
        return 1
    found = problems(ROOT, bedside, server)
    for problem in found:
        print(f"dependencies: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
