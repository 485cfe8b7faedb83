#!/usr/bin/env python3
"""Times handing on, whole processes: an infant of 100 days and 5,000 entries as a page, as JSON, as lines and as FHIR; a FHIR document of 500
Observations written and read beside fhir.resources; a report of two pages as PDF beside the tool that prints it and beside Chromium.

usage: handing.py FOLDER   (the folder of the release build; needs the packages of scripts/fhir-requirements.txt, weasyprint and chromium)
"""

import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

from fhir.resources.R4B.bundle import Bundle

from common import run, verdict

ROUNDS = 7
AIM_WRITE, AIM_READ = 20, 10
DAYS, ENTRIES, OBSERVATIONS = 100, 5_000, 500


def milliseconds(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def course():
    """The exchange lines of one infant: weights, temperatures, rates, feeds and reviews, as a ward records them."""
    born = datetime.datetime(2024, 8, 19, 6, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
    facts = [
        ("birth", born, {"sex": "female"}), ("dating", born, {"gaDays": 189, "method": "early_ultrasound"}),
        ("measurement", born, {"quantity": "weight", "value": 800, "unit": "g", "role": "birth"}),
        ("admission", born, {"from": "birth"}),
    ]
    for day in range(1, DAYS + 1):
        morning = born + datetime.timedelta(days=day)
        facts.append(("measurement", morning, {"quantity": "weight", "value": 760 + day * 18, "unit": "g"}))
        facts.append(("review", morning + datetime.timedelta(hours=2), {
            "shift": f"{morning:%Y-%m-%d}/night", "events": 0}))
        for hour in range(16):
            at = morning + datetime.timedelta(minutes=80 * hour + 10)
            facts.append(("measurement", at, {"quantity": "heart_rate", "value": 140 + hour, "unit": "/min"}))
            facts.append(("measurement", at, {
                "quantity": "temperature", "value": 36.7, "unit": "Cel", "site": "axillary", "bed": "open_crib"}))
            facts.append(("intake", at, {"route": "bottle", "milk": "mother", "volumeTenthsMl": 150 + day}))
    facts = facts[:ENTRIES]
    return "".join(
        json.dumps({"id": str(uuid.UUID(int=0x0192 << 112 | 7 << 76 | 2 << 62 | index)), "infant": "lang-lang", "kind": kind,
                    "at": at.isoformat(), "by": "li.min", "body": body}) + "\n"
        for index, (kind, at, body) in enumerate(facts)), len(facts)


def processes(program, folder):
    environment = dict(os.environ, NICU_DB=os.path.join(folder, "h.db"), NICU_BY="li.min", NICU_LANG="en")
    run([program, "init", "--unit", "Bench", "--timezone", "Asia/Shanghai", "--clinician", "li.min"], env=environment)
    lines, count = course()
    run([program, "import", "-"], input=lines, env=environment)
    forms = ("html", "json", "ndjson", "fhir")
    times = {form: [] for form in forms}
    sizes = {}
    for _ in range(ROUNDS):
        for form in forms:
            def ask(form=form):
                words = [program, "timeline", "lang-lang", "--format", form]
                sizes[form] = len(subprocess.run(words, env=environment, capture_output=True, check=True).stdout)
            times[form].append(milliseconds(ask))
    print(f"one infant of {DAYS} days, {count} entries, whole processes (medians of {ROUNDS})")
    for form in forms:
        print(f"  timeline --format {form}: {statistics.median(times[form]):.0f} ms, {sizes[form] / 1e6:.1f} MB")


def documents(bench, folder):
    path = os.path.join(folder, "bundle.json")
    ours, theirs = ([], []), ([], [])
    for _ in range(ROUNDS):
        write, read, _size = run([bench, "fhir", "--observations", str(OBSERVATIONS), "--output", path]).split()
        ours[0].append(float(write))
        ours[1].append(float(read))
        with open(path, "rb") as file:
            text = file.read()
        model = Bundle.model_validate_json(text)
        theirs[0].append(milliseconds(model.model_dump_json))
        theirs[1].append(milliseconds(lambda text=text: Bundle.model_validate_json(text)))
    print(f"a FHIR document of {OBSERVATIONS} Observations, in process, in turns (medians of {ROUNDS})")
    print("  ours writes from entries with checksums, reads with all checks; theirs writes from models it has, reads into models")
    for place, (name, aim) in enumerate((("write", AIM_WRITE), ("read", AIM_READ))):
        mine, other = statistics.median(ours[place]), statistics.median(theirs[place])
        print(f"  {name}: {mine:.2f} ms, fhir.resources {other:.2f} ms: {other / mine:.1f} times, aim {aim}: "
              f"{verdict(other >= aim * mine)}")


def papers(program, folder):
    environment = dict(os.environ, NICU_DB=os.path.join(folder, "d.db"), NICU_BY="li.min", NICU_LANG="zh")
    run([program, "demo"], env=environment)
    page = os.path.join(folder, "report.html")
    words = [program, "summary", "an-an", "--kind", "discharge"]
    run([*words, "--format", "html", "-o", page], env=environment)
    chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={folder}/c.pdf", "file://" + page]
    ways = {
        "nicu summary --format pdf": [*words, "--format", "pdf"],
        "weasyprint on the same page": ["weasyprint", "--quiet", page, os.path.join(folder, "w.pdf")],
        "chromium on the same page": chromium,
    }
    times = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, command in ways.items():
            times[name].append(milliseconds(
                lambda command=command: subprocess.run(command, env=environment, capture_output=True, check=True)))
    pages = [line for line in run(["pdfinfo", os.path.join(folder, "w.pdf")]).splitlines() if line.startswith("Pages")]
    print(f"a discharge summary as PDF, {pages[0].split()[1]} pages, whole processes (medians of {ROUNDS})")
    for name in ways:
        print(f"  {name}: {statistics.median(times[name]):.0f} ms")
    names = list(ways)
    cost = statistics.median(mine - other for mine, other in zip(times[names[0]], times[names[1]]))
    print(f"  ours over the tool it calls: {cost:+.0f} ms")


def main():
    builds = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        program = os.path.join(builds, "nicu")
        processes(program, folder)
        documents(os.path.join(builds, "nicu-bench"), folder)
        papers(program, folder)


if __name__ == "__main__":
    main()
