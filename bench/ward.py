#!/usr/bin/env python3
"""Times the readiness of a ward of about 60 infants with 90 days each, beside one infant, whole processes.

usage: ward.py FOLDER   (the folder of the release build)
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

AIM_MS = 300
RUNS = 11


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

        run("init", "--unit", "Ward", "--timezone", "Asia/Shanghai", "--clinician", "li.min")
        # One in six is still in the unit on day 90.
        courses = run("simulate", "--infants", "380", "--seed", "7", "--days", "90")
        run("import", "-", input=courses)
        code = run("list", "--all").decode().splitlines()[2].split()[0]
        moment = ["--as-of", "2025-04-01T08:00"]
        times = {"all": [], "one": []}
        for _ in range(RUNS):
            for name, arguments in (("all", ["ready", "--all", *moment]), ("one", ["ready", code])):
                start = time.perf_counter()
                run(*arguments)
                times[name].append((time.perf_counter() - start) * 1000)
        rows = len(run("ready", "--all", *moment).splitlines()) - 3
        everybody, one = (statistics.median(times[name]) for name in ("all", "one"))
        lines = len(courses.splitlines())
        print(f"readiness: {lines} entries; {rows} infants in the unit {everybody:.0f} ms, one infant {one:.0f} ms "
              f"(medians of {RUNS}; aim {AIM_MS} ms: {'met' if everybody < AIM_MS else 'MISSED'})")


if __name__ == "__main__":
    main()
