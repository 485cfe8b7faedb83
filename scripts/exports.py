#!/usr/bin/env python3
"""Exports simulated infants in every form, restores them in an empty record, and looks for anybody else's name or code.

usage: exports.py NICU [INFANTS]
Each infant goes out as a page, as lines, as a table, as text, as JSON, as a FHIR document and as a summary. Page, lines and document are read into empty
records of their own, whose lines must be the same to the byte; so are the FHIR lines of the whole ward. Every infant has an invented name; neither a name nor another infant's code may stand in an export, but for siblings.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

# What a code looks like wherever it stands: between anything that cannot be part of one.
WORDS = re.compile(r"(?<![a-z0-9-])[a-z][a-z0-9-]{0,30}[a-z0-9](?![a-z0-9-])")
FORMATS = ("html", "ndjson", "csv", "text", "json", "fhir")


class Record:
    """A record in a folder of its own."""

    def __init__(self, nicu, folder):
        self.nicu = nicu
        os.mkdir(folder, 0o700)
        self.environment = dict(
            os.environ, NICU_DB=os.path.join(folder, "nicu.db"), NICU_BY="li.min", NICU_LANG="en")
        self.run("init", "--unit", "Exports", "--timezone", "Asia/Shanghai", "--clinician", "li.min")

    def run(self, *words, text=None):
        """The output of a command that must succeed."""
        done = subprocess.run(
            [self.nicu, *words], input=text, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"exports: nicu {' '.join(words)}: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout


def siblings(lines):
    """The codes that the births of an infant's lines name."""
    found = set()
    for line in lines.splitlines():
        entry = json.loads(line)
        if entry["kind"] == "birth":
            found.update(entry["body"].get("siblings") or [])
    return found


def strangers(text, own, codes, names):
    """Infants whose code stands as a value or a cell, or whose name stands anywhere, and who have no business there."""
    words = set(WORDS.findall(text))
    return [other for other in codes if other not in own and other in words or names[other] in text]


def main(words):
    if len(words) not in (1, 2):
        print("usage: exports.py NICU [INFANTS]", file=sys.stderr)
        return 64
    count = int(words[1]) if len(words) == 2 else 200
    faults = 0
    exports = 0
    with tempfile.TemporaryDirectory() as folder:
        unit = Record(words[0], os.path.join(folder, "unit"))
        pages = Record(words[0], os.path.join(folder, "pages"))
        lines = Record(words[0], os.path.join(folder, "lines"))
        documents = Record(words[0], os.path.join(folder, "documents"))
        bulk = Record(words[0], os.path.join(folder, "bulk"))
        unit.run("import", "-", text=unit.run("simulate", "--infants", str(count), "--seed", "11"))
        codes = [row["infant"] for row in json.loads(unit.run("list", "--all", "--json"))]
        names = {code: f"虚构{index:04d}号" for index, code in enumerate(codes)}
        letters = {code: json.loads(unit.run("band", code, "--json"))["check"] for code in codes}
        for code in codes:
            unit.run("identity", code, "--check", letters[code], text=f"name={names[code]}\n")
        for code in codes:
            out = {form: unit.run("timeline", code, "--format", form) for form in FORMATS}
            out["summary"] = unit.run("summary", code, "--kind", "stage")
            exports += len(out)
            own = siblings(out["ndjson"]) | {code}
            for form, text in out.items():
                found = strangers(text, own, codes, names)
                if found:
                    print(f"exports: {code} as {form} names {found}", file=sys.stderr)
                    faults += 1
                # What is planted must be found, or nothing was looked for.
                other = next(one for one in codes if one not in own)
                for seed in (f'"{other}"', f" {other} ", f",{other}\n", names[other]):
                    if other not in strangers(text + seed, own, codes, names):
                        raise SystemExit(f"exports: a planted {seed} was not seen")
            pages.run("import", "-", text=out["html"])
            lines.run("import", "-", text=out["ndjson"])
            documents.run("import", "-", text=out["fhir"])
            for form, record in (("html", pages), ("ndjson", lines), ("fhir", documents)):
                if record.run("timeline", code, "--format", "ndjson") != out["ndjson"]:
                    print(f"exports: {code} through {form} came back otherwise", file=sys.stderr)
                    faults += 1
        bulk.run("import", "-", text=unit.run("export", "--format", "fhir-ndjson", "--all"))
        for code in codes:
            if bulk.run("timeline", code, "--format", "ndjson") != unit.run("timeline", code, "--format", "ndjson"):
                print(f"exports: {code} through FHIR lines came back otherwise", file=sys.stderr)
                faults += 1
        for record in (unit, pages, lines, documents, bulk):
            record.run("verify")
    print(f"{len(codes)} infants, {exports} exports: {faults} faults, every planted stranger seen")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
