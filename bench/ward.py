#!/usr/bin/env python3
"""Times the ward, whole processes: readiness and board of sixty infants of up to 90 days beside one infant, and a weight with
all checks and its echo beside a bare entry. Then counts what plausibility notices of slips in 10,000 simulated courses.

usage: ward.py FOLDER   (the folder of the release build)
"""

import datetime
import os
import statistics
import subprocess
import sys
import tempfile
import time

from common import verdict

AIM_MS = 300
RUNS = 11
INFANTS = 60
MOMENT = ["--as-of", "2025-04-01T08:00"]
ECHO_RATIO = 1.3
ECHO_MS = 4


def main():
    program = os.path.join(sys.argv[1], "nicu")
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        environment = dict(os.environ, NICU_DB=os.path.join(folder, "ward.db"), NICU_BY="li.min", NICU_LANG="en")

        def run(*arguments, **more):
            result = subprocess.run(
                [program, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
            if result.returncode:
                sys.exit(f"{arguments[0]}: exit {result.returncode}: {result.stderr.decode()[:300]}")
            return result.stdout

        def timed(*arguments):
            start = time.perf_counter()
            run(*arguments)
            return (time.perf_counter() - start) * 1000

        run("init", "--unit", "Ward", "--timezone", "Asia/Shanghai", "--clinician", "li.min")
        lines = whole_ward(run, environment, program)
        here = run("list", *MOMENT, "--json").decode().count('"infant"')
        code = run("list", *MOMENT).decode().splitlines()[2].split()[0]
        asked = {
            "ready --all": ["ready", "--all", *MOMENT], "board": ["board", *MOMENT], "ready, one": ["ready", code, *MOMENT],
        }
        times = {name: [] for name in asked}
        for _ in range(RUNS):
            for name, arguments in asked.items():
                times[name].append(timed(*arguments))
        print(f"the ward: {lines} entries, {here} infants in the unit (medians of {RUNS})")
        for name in asked:
            middle = statistics.median(times[name])
            aim = "" if name == "ready, one" else f", aim {AIM_MS} ms: {verdict(middle < AIM_MS)}"
            print(f"  {name}: {middle:.0f} ms{aim}")
        weights(run, timed)
    print(subprocess.run([os.path.join(sys.argv[1], "nicu-bench"), "slips"], stdout=subprocess.PIPE, text=True,
                         check=True).stdout, end="")
    print(subprocess.run([os.path.join(sys.argv[1], "nicu-bench"), "slips", "--scatter", "10"], stdout=subprocess.PIPE,
                         text=True, check=True).stdout, end="")


def whole_ward(run, environment, program):
    """Imports invented courses until sixty infants are in the unit at the moment; one in seven is by day 90."""
    courses = run("simulate", "--infants", "560", "--seed", "7", "--days", "90").decode().splitlines(keepends=True)
    by_infant = {}
    for line in courses:
        by_infant.setdefault(line.split('"infant":"', 1)[1].split('"', 1)[0], []).append(line)
    # Twins stand side by side in the stream and are taken together.
    taken, codes, lines = 0, list(by_infant), 0
    place = 0
    while taken < INFANTS and place < len(codes):
        batch = codes[place:place + 2 * max(1, (INFANTS - taken))]
        place += len(batch)
        text = "".join("".join(by_infant[code]) for code in batch)
        run("import", "-", input=text.encode())
        lines += text.count("\n")
        taken = run("list", *MOMENT, "--json").decode().count('"infant"')
    return lines


def weights(run, timed):
    """A weight with checks and echo beside an entry that is neither checked nor echoed, in turns."""
    run("admit", "an-an", "--sex", "female", "--born", "2024-08-19T06:00", "--ga", "27+0", "--weight", "800g")
    born = datetime.date(2024, 8, 19)
    whole, bare = [], []
    for day in range(1, 91):
        grams = round(800 * (1 - 0.015 * day)) if day <= 5 else round(740 * 1.012 ** (day - 5))
        at = f"{born + datetime.timedelta(days=day)}T06:00"
        whole.append(timed("weigh", "an-an", f"{grams}g", "--at", at))
        at = at.replace("06:00", "07:30")
        bare.append(timed("weigh", "an-an", f"{grams}g", "--at", at, "--role", "estimated", "--quiet"))
    whole, bare = statistics.median(whole[30:]), statistics.median(bare[30:])
    met = whole <= bare * ECHO_RATIO or whole - bare <= ECHO_MS
    print(f"  weigh with checks and echo {whole:.1f} ms, bare entry {bare:.1f} ms: {whole / bare:.2f} times, "
          f"+{whole - bare:.1f} ms (aim {ECHO_RATIO} times or +{ECHO_MS} ms: {verdict(met)})")


if __name__ == "__main__":
    main()
