#!/usr/bin/env python3
"""Measures the program beside plain writers doing the same durable inserts: run.py FOLDER-OF-THE-BINARIES

First whole processes: `nicu weigh`, the sqlite3 shell and `python3 -S` each write one weight durably, taking turns, so
that what else the machine does falls on all alike. Then one process each: entries a second with one durable commit per
entry, through the library and from plain C. Prints medians and ratios; fails only when a run fails or a row is missing.
"""

import argparse
import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone

from common import HERE, compiled, run, spread, verdict

BORN = datetime(2024, 8, 19, 6, 0, tzinfo=timezone(timedelta(hours=8)))
CODE = "bench-a"
# What is aimed at: the most that `nicu weigh` may take beside the other, the least the library may reach beside C.
AIM_SHELL, AIM_PYTHON, AIM_C = 3.0, 1.0, 0.85


def timed(words, env):
    """Milliseconds of one run that must succeed; its output is thrown away."""
    start = time.perf_counter()
    done = subprocess.run(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    elapsed = (time.perf_counter() - start) * 1000
    if done.returncode != 0:
        run(words, env=env)
        sys.exit(f"bench: {' '.join(words)} ended with {done.returncode}, and then succeeded when repeated")
    return elapsed


def machine(folder):
    """One line about what this was measured on."""
    model = ""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = re.findall(r"^model name\s*: (.*)$", file.read(), re.MULTILINE)
            model = f"{names[0]}, " if names else ""
    except OSError:
        pass
    try:
        kind = run(["stat", "-f", "-c", "%T", folder]).strip()
    except (OSError, SystemExit):
        kind = "unknown"
    return f"{model}{os.cpu_count()} cores, {platform.system()} {platform.release()}, file system {kind}"


def rows(path, sql):
    """One number from a database file."""
    with sqlite3.connect(path) as db:
        return db.execute(sql).fetchone()[0]


def single(binaries, folder, count):
    """Whole processes, taking turns."""
    nicu = os.path.join(binaries, "nicu")
    shell = shutil.which("sqlite3")
    ours, plain, python = (os.path.join(folder, name, "record.db") for name in ("nicu", "shell", "python"))
    for path in (ours, plain, python):
        os.mkdir(os.path.dirname(path), 0o700)
    env = {name: value for name, value in os.environ.items() if not name.startswith("NICU_")}
    env |= {"NICU_BY": "bench.nurse", "NICU_LANG": "en"}
    run([nicu, "init", "--unit", "Bench", "--timezone", "Asia/Shanghai", "--clinician", "bench.nurse", "--db", ours],
        env=env)
    run([nicu, "admit", CODE, "--sex", "female", "--born", BORN.isoformat(timespec="minutes"), "--ga", "27+0",
         "--dating", "early-ultrasound", "--weight", "800g", "--db", ours], env=env)
    with open(os.path.join(HERE, "shape.sql"), encoding="utf-8") as file:
        shape = file.read()
    for path in (plain, python):
        run([shell, "-batch", "-bail", "-init", os.devnull, path], input=shape)
    weights = "SELECT count(*) FROM measurement WHERE quantity = 'weight' AND role = 'measured'"
    before = rows(ours, weights)

    warm = 3
    times = {"nicu": [], "shell": [], "python": []}
    for turn in range(count + warm):
        at = BORN + timedelta(hours=turn + 1)
        grams = 800 + turn // 24 * 15 + turn % 3
        seconds = int(at.timestamp())
        sql = (
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; BEGIN IMMEDIATE;"
            " INSERT INTO entry (id, infant, operation, kind, form, at, offset, precision, recorded, by, source, prev,"
            f" digest) VALUES (randomblob(16), 1, randomblob(16), 'measurement', 1, {seconds}, 480, 'minute',"
            f" {int(time.time())}, 'bench.nurse', 'bench', zeroblob(32), randomblob(32));"
            " INSERT INTO measurement (seq, quantity, value, unit, role)"
            f" VALUES (last_insert_rowid(), 'weight', {grams}, 'g', 'measured'); COMMIT;")
        commands = [
            ("nicu", [nicu, "weigh", CODE, f"{grams}g", "--at", at.isoformat(timespec="minutes"), "--db", ours]),
            ("shell", [shell, "-batch", "-bail", "-init", os.devnull, plain, sql]),
            ("python", [sys.executable, "-S", os.path.join(HERE, "insert.py"), python, str(seconds), str(grams)]),
        ]
        place = turn % len(commands)
        for name, words in commands[place:] + commands[:place]:
            elapsed = timed(words, env)
            if turn >= warm:
                times[name].append(elapsed)
    for path, there in ((ours, before), (plain, 0), (python, 0)):
        if rows(path, weights) - there != count + warm:
            sys.exit(f"bench: {path} does not hold the {count + warm} weights that were acknowledged")

    median = {name: statistics.median(values) for name, values in times.items()}
    print(f"\nOne weight, whole process, durable; n = {count} each, in turns; milliseconds: median, middle half")
    print(f"  nicu weigh        {spread(times['nicu'])}")
    print(f"  sqlite3 shell     {spread(times['shell'])}")
    print(f"  python3 -S        {spread(times['python'])}")
    ratio = median["nicu"] / median["shell"]
    print(f"  nicu / shell      {ratio:8.2f}   at most {AIM_SHELL:g}: {verdict(ratio <= AIM_SHELL)}")
    ratio = median["nicu"] / median["python"]
    print(f"  nicu / python     {ratio:8.2f}   below {AIM_PYTHON:g}: {verdict(ratio < AIM_PYTHON)}")


def own_tables(folder):
    """The tables, checks and triggers of the record itself, as the plain C program is to fill them."""
    path = os.path.join(folder, "record.sql")
    schema = os.path.join(HERE, os.pardir, "schema")
    with open(path, "w", encoding="utf-8") as file:
        file.write("PRAGMA journal_mode = WAL;\nBEGIN;\n")
        for name in sorted(os.listdir(schema)):
            with open(os.path.join(schema, name), encoding="utf-8") as part:
                file.write(part.read())
        file.write("INSERT INTO infant (number, id, code) VALUES (1, randomblob(16), 'bench-a');\nCOMMIT;\n")
    return path


def sustained(binaries, folder, entries, rounds):
    """One process each, one durable commit per entry."""
    program = compiled("insert", folder, "-lsqlite3")
    shapes = {"same": own_tables(folder), "bare": os.path.join(HERE, "shape.sql")}
    names = ("ours", *shapes)
    rates = {name: [] for name in names}
    for turn in range(rounds + 1):
        place = os.path.join(folder, f"round-{turn}")
        for name in (names[(turn + step) % len(names)] for step in range(len(names))):
            os.makedirs(os.path.join(place, name), 0o700)
            path = os.path.join(place, name, "record.db")
            words = (
                [os.path.join(binaries, "nicu-bench"), "entries", "--db", path, "--entries", str(entries)]
                if name == "ours" else [program, path, shapes[name], str(entries)])
            found = re.search(r"[0-9]+(?:\.[0-9]+)?", run(words))
            if not found:
                sys.exit(f"bench: {words[0]} printed no number")
            held = rows(path, "SELECT count(*) FROM measurement")
            if held < entries:
                sys.exit(f"bench: {path} holds {held} measurements instead of {entries}")
            if turn:
                rates[name].append(float(found.group()))
        shutil.rmtree(place)
    median = {name: statistics.median(values) for name, values in rates.items()}
    print(f"\nSustained, one process, one durable commit per entry; {entries} entries, {rounds} rounds in turns; entries/s")
    print(f"  library                        {spread(rates['ours'])}")
    print(f"  plain C, the record's tables   {spread(rates['same'])}")
    print(f"  plain C, bare tables           {spread(rates['bare'])}")
    ratio = median["ours"] / median["same"]
    print(f"  library / C, the same tables   {ratio:8.2f}   at least {AIM_C:g}: {verdict(ratio >= AIM_C)}")
    print(f"  library / C, bare tables       {median['ours'] / median['bare']:8.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("binaries", help="folder with nicu and nicu-bench")
    parser.add_argument("--runs", type=int, default=100, help="whole processes of each kind (default 100)")
    parser.add_argument("--entries", type=int, default=2000, help="entries of one sustained round (default 2000)")
    parser.add_argument("--rounds", type=int, default=7, help="sustained rounds (default 7)")
    parser.add_argument("--folder", help="where the scratch files go (default: the temporary folder)")
    words = parser.parse_args()
    if min(words.runs, words.rounds) < 2 or words.entries < 1:
        parser.error("at least two runs, two rounds and one entry")
    binaries = os.path.abspath(words.binaries)
    for name in ("nicu", "nicu-bench"):
        if not os.access(os.path.join(binaries, name), os.X_OK):
            sys.exit(f"bench: {os.path.join(binaries, name)} is missing; build it first (make bench does)")
    if not shutil.which("sqlite3"):
        sys.exit("bench: the sqlite3 shell is missing; install it (Debian: sqlite3) and run this again")
    with tempfile.TemporaryDirectory(prefix="nicu-bench.", dir=words.folder) as folder:
        print(f"machine: {machine(folder)}")
        print(f"sqlite3 shell {run(['sqlite3', '--version']).split()[0]}, "
              f"Python {platform.python_version()} with SQLite {sqlite3.sqlite_version}")
        single(binaries, folder, words.runs)
        sustained(binaries, folder, words.entries, words.rounds)


if __name__ == "__main__":
    main()
