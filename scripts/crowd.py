#!/usr/bin/env python3
"""Lets several processes enter at once and holds the record to what it acknowledged.

usage: crowd.py PROGRAM [SECONDS [PROCESSES]]   (default: 60 seconds, 8 processes)

Every entry that was acknowledged is kept in a list outside the record; afterwards each must be there once, and the chain
must verify. Exits 1 when one is missing or doubled. A seeded defect must be caught: the list with one entry that was never
written must fail the comparison.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time


def main(arguments):
    program = os.path.abspath(arguments[0])
    seconds = float(arguments[1]) if len(arguments) > 1 else 60
    crowd = int(arguments[2]) if len(arguments) > 2 else 8
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        environment = dict(os.environ, NICU_DB=os.path.join(folder, "r.db"), NICU_BY="li.min", NICU_LANG="en")

        def run(*words):
            return subprocess.run([program, *words], env=environment, capture_output=True, text=True, check=False)

        codes = ["an-an", "bo-bo", "chi-chi", "da-da"]
        for words in [["init", "--unit", "U", "--timezone", "Asia/Shanghai", "--clinician", "li.min"]] + [
            ["admit", code, "--sex", "female", "--born", "2024-08-19T06:00", "--ga", "27+0"] for code in codes
        ]:
            made = run(*words)
            if made.returncode:
                sys.exit(f"{words[0]}: {made.stderr}")
        acknowledged, refused = [], []
        lock = threading.Lock()
        end = time.monotonic() + seconds

        def writer(number):
            dice = random.Random(number)
            count = 0
            while time.monotonic() < end:
                count += 1
                code = dice.choice(codes)
                value = f"{dice.randint(360, 375) / 10}Cel"
                result = run("measure", code, "temperature", value, "--site", "axillary", "--at",
                             f"2024-09-{dice.randint(1, 30):02}T{dice.randint(0, 23):02}:{dice.randint(0, 59):02}",
                             "--key", f"w{number}-{count}", "--json", "--quiet")
                with lock:
                    if result.returncode == 0:
                        acknowledged.append((json.loads(result.stdout)["entries"][0]["id"], f"w{number}-{count}"))
                    else:
                        refused.append(result.stderr.strip())

        threads = [threading.Thread(target=writer, args=(number,)) for number in range(crowd)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        there = {}
        for code in codes:
            for line in run("timeline", code, "--format", "ndjson").stdout.splitlines():
                entry = json.loads(line)
                if (entry.get("key") or "").startswith("w"):
                    there[entry["id"]] = there.get(entry["id"], 0) + 1

        def missing(promised):
            return [id for id, _ in promised if there.get(id) != 1]

        if not missing(acknowledged + [("never-written", "x")]):
            sys.exit("crowd: the comparison does not notice a lost entry")
        lost = missing(acknowledged)
        verified = run("verify")
        print(f"crowd: {crowd} processes, {seconds:.0f} s, {len(acknowledged)} acknowledged, {len(refused)} refused, "
              f"{len(lost)} lost or doubled; {len(there)} of them in the record; {verified.stdout.strip()}")
        for sentence in sorted(set(refused))[:5]:
            print("  refused:", sentence)
        return 1 if lost or verified.returncode or len(there) != len(acknowledged) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
