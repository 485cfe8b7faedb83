#!/usr/bin/env python3
"""Holds FHIR exports of simulated infants against checkers that know nothing of this program.

usage: check-fhir.py NICU [INFANTS]
- fhirkit (FHIR R4): structure, primitive types and required codes of every Bundle;
- fhir.resources (R4B models, which have the same shape for the types used here): every Bundle and every resource by itself;
- fhirpathpy: the invariants of R4 named below, on every resource they belong to;
- here: HL7's and UCUM's codes that the others do not look at, and the check digits of LOINC.
Each of them is first shown something broken, which it must report.
"""

import json
import os
import subprocess
import sys
import tempfile

import fhirkit
from fhir.resources.R4B import get_fhir_model_class
from fhirpathpy import compile
from fhirpathpy.models import models

# Constraints of HL7 FHIR R4 (hl7.org/fhir/R4) by the type they belong to.
INVARIANTS = {
    "Bundle": {
        "bdl-1": "total.empty() or (type = 'searchset') or (type = 'history')",
        "bdl-2": "entry.search.empty() or (type = 'searchset')",
        "bdl-9": "type = 'document' implies (identifier.system.exists() and identifier.value.exists())",
        "bdl-10": "type = 'document' implies timestamp.exists()",
        "bdl-11": "type = 'document' implies entry.first().resource.resourceType = 'Composition'",
        "bdl-7": "entry.where(fullUrl.exists()).fullUrl.isDistinct()",
    },
    "Composition": {"cmp-1": "section.all(text.exists() or entry.exists() or section.exists())"},
    "Observation": {
        "obs-6": "dataAbsentReason.empty() or value.empty()",
        "obs-7": "value.empty() or component.code.where(coding.intersect(%context.code.coding).exists()).empty()",
        "vs-2": "category.coding.where(code = 'vital-signs').empty() or component.exists() or hasMember.exists() "
                "or dataAbsentReason.exists() or value.exists()",
        "qty-3": "value.code.empty() or value.system.exists()",
        "qty-3c": "component.all(value.code.empty() or value.system.exists())",
    },
    "Condition": {
        "con-4": "abatement.empty() or clinicalStatus.coding.where(code = 'resolved' or code = 'remission' "
                 "or code = 'inactive').exists()",
        "con-5": "verificationStatus.coding.where(code = 'entered-in-error').empty() or clinicalStatus.empty()",
    },
    "Goal": {"gol-1": "target.all(detail.exists() implies measure.exists())"},
    "Consent": {"ppc-1": "policy.exists() or policyRule.exists()", "ppc-2": "patient.exists() or scope.coding.where(code = 'patient-privacy').empty()"},
    "MedicationAdministration": {"mad-1": "dosage.all(dose.exists() or rate.exists())"},
    "Encounter": {"per-1": "period.start.empty() or period.end.empty() or (period.start <= period.end)"},
    "Organization": {"org-1": "(identifier.count() + name.count()) > 0"},
}
EVERY = {
    "dom-2": "contained.contained.empty()",
    "ext-1": "extension.all(extension.exists() != value.exists())",
    "ext-1b": "extension.extension.all(extension.exists() != value.exists())",
}

# Codes of HL7's systems that are written, by system.
CODES = {
    "http://terminology.hl7.org/CodeSystem/observation-category": {"vital-signs", "exam", "laboratory"},
    "http://terminology.hl7.org/CodeSystem/data-absent-reason": {"unknown", "not-performed"},
    "http://terminology.hl7.org/CodeSystem/v3-ActCode": {"IMP"},
    "http://terminology.hl7.org/CodeSystem/v3-DataOperation": {"NULLIFY", "UPDATE"},
    "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation": {"L", "H", "AA", "N"},
    "http://terminology.hl7.org/CodeSystem/discharge-disposition": {"home", "other-hcf", "aadvice", "exp", "oth"},
    "http://terminology.hl7.org/CodeSystem/condition-clinical": {"active", "resolved"},
    "http://terminology.hl7.org/CodeSystem/condition-ver-status": {"confirmed", "entered-in-error"},
    "http://terminology.hl7.org/CodeSystem/goal-achievement": {"achieved", "not-achieved"},
    "http://terminology.hl7.org/CodeSystem/consentscope": {"research", "treatment", "patient-privacy"},
    "http://unitsofmeasure.org": {"g", "cm", "Cel", "/min", "%", "L/min", "s", "d", "mL", "kcal"},
}
# Codes of required bindings: the outside checkers take any text there.
REQUIRED = {
    ("Bundle", "type"): {"document"},
    ("Composition", "status"): {"preliminary", "final", "amended", "entered-in-error"},
    ("Patient", "gender"): {"male", "female", "other", "unknown"},
    ("Encounter", "status"): {"planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled",
                              "entered-in-error", "unknown"},
    ("EpisodeOfCare", "status"): {"planned", "waitlist", "active", "onhold", "finished", "cancelled", "entered-in-error"},
    ("Observation", "status"): {"registered", "preliminary", "final", "amended", "corrected", "cancelled",
                                "entered-in-error", "unknown"},
    ("Immunization", "status"): {"completed", "entered-in-error", "not-done"},
    ("Procedure", "status"): {"preparation", "in-progress", "not-done", "on-hold", "stopped", "completed",
                              "entered-in-error", "unknown"},
    ("MedicationAdministration", "status"): {"in-progress", "not-done", "on-hold", "completed", "entered-in-error",
                                             "stopped", "unknown"},
    ("Goal", "lifecycleStatus"): {"proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled",
                                  "entered-in-error", "rejected"},
    ("CarePlan", "status"): {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"},
    ("CarePlan", "intent"): {"proposal", "plan", "order", "option"},
    ("Communication", "status"): {"preparation", "in-progress", "not-done", "on-hold", "stopped", "completed",
                                  "entered-in-error", "unknown"},
    ("Consent", "status"): {"draft", "proposed", "active", "rejected", "inactive", "entered-in-error"},
}
OWN = "https://nicu.invalid/fhir/"


def is_loinc(code):
    """Whether the last digit is that of the Luhn rule."""
    digits, _, check = code.partition("-")
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return check == str(-total % 10)


def code_faults(value, path=""):
    """Codes of systems that are none of those known here."""
    if isinstance(value, list):
        return [fault for index, item in enumerate(value) for fault in code_faults(item, f"{path}[{index}]")]
    if not isinstance(value, dict):
        return []
    found = []
    system, code = value.get("system"), value.get("code")
    if isinstance(system, str) and isinstance(code, str):
        if system == "http://loinc.org":
            good = is_loinc(code)
        elif system.startswith(OWN):
            good = code == code.strip() and "  " not in code
        else:
            good = code in CODES.get(system, ())
        if not good:
            found.append(f"{path}: {system} has no {code}")
    return found + [fault for name, item in value.items() for fault in code_faults(item, f"{path}.{name}")]


def compile_path(text):
    """A path with R4's model, by which `value` is `valueQuantity` and its like."""
    return compile(text, models["r4"])


def binding_faults(resource):
    """Codes that are none of their required list."""
    kind = resource["resourceType"]
    return [
        f"{kind} {resource.get('id')}: {name} {resource.get(name)}" for (type_, name), codes in REQUIRED.items()
        if type_ == kind and resource.get(name) not in codes
    ]


PATHS = {
    kind: {name: compile_path(text) for name, text in {**rules, **(EVERY if kind != "Bundle" else {})}.items()}
    for kind, rules in INVARIANTS.items()
}
OTHERS = {name: compile_path(text) for name, text in EVERY.items()}


def invariant_faults(resource):
    """The invariants that a resource breaks."""
    kind = resource["resourceType"]
    rules = PATHS.get(kind, OTHERS)
    return [f"{kind} {resource.get('id')}: {name}" for name, path in rules.items() if path(resource) not in ([True], [])]


def model_faults(resource):
    """What the model of a type says."""
    kind = resource["resourceType"]
    try:
        get_fhir_model_class(kind).model_validate(resource)
        return []
    except ValueError as error:
        return [f"{kind} {resource.get('id')}: {str(error)[:300]}"]


def faults(bundle):
    """Everything that any checker says about a document."""
    resources = [bundle] + [entry["resource"] for entry in bundle["entry"]]
    return (
        [f"fhirkit: {issue}" for issue in fhirkit.validate(json.dumps(bundle))]
        + [f"fhir.resources: {fault}" for resource in resources for fault in model_faults(resource)]
        + [f"invariant: {fault}" for resource in resources for fault in invariant_faults(resource)]
        + [f"code: {fault}" for resource in resources for fault in binding_faults(resource)]
        + [f"code: {fault}" for fault in code_faults(bundle)])


def must_fail(bundle):
    """Shows each checker something broken; one that says nothing checks nothing."""
    def broken(kind, change):
        copy = json.loads(json.dumps(bundle))
        change(next(entry["resource"] for entry in copy["entry"] if entry["resource"]["resourceType"] == kind))
        return faults(copy)

    seeds = [
        ("fhirkit", "Observation", lambda resource: resource.update(effectiveDateTime="20.8.2024")),
        ("code", "Observation", lambda resource: resource.update(status="mayhap")),
        ("fhirkit", "Patient", lambda resource: resource.update(birthDate="2024-13-01")),
        ("fhir.resources", "Observation", lambda resource: resource.pop("code")),
        ("fhir.resources", "Encounter", lambda resource: resource.update(ward="3")),
        ("invariant: Composition", "Composition", lambda resource: resource["section"].append({"title": "empty"})),
        ("invariant: Observation", "Observation", lambda resource: resource["extension"].append({"url": "http://x.example/y"})),
        ("invariant: Observation", "Observation", lambda resource: resource.update(
            valueInteger=1, dataAbsentReason={"text": "x"})),
        ("invariant: Bundle", "Composition", lambda resource: resource.update(resourceType="Basic")),
        ("code", "Encounter", lambda resource: resource["class"].update(code="XYZ")),
    ]
    for checker, kind, change in seeds:
        if not any(fault.startswith(checker) for fault in broken(kind, change)):
            raise SystemExit(f"check-fhir: {checker} says nothing about a broken {kind}")
    if is_loinc("3150-6") or not is_loinc("3150-0"):
        raise SystemExit("check-fhir: the check digit is computed wrongly")


# Entries of kinds, and of members of kinds, that the simulated infants have none of: kind, body, what it corrects.
SEEDS = [
    ("consent", {"item": "press", "granted": True, "formSigned": True}, None),
    ("consent", {"item": "research", "granted": False}, None),
    ("medication", {"product": "caffeine citrate", "dose": 16.5, "unit": "mg", "route": "iv", "site": "arm"}, None),
    ("medication", {"product": "caffeine citrate", "notGivenReason": "held", "route": "oral"}, None),
    ("medication", {"product": "咖啡因", "dose": 8, "unit": "mg"}, 2),
    ("immunisation", {"product": "BCG", "notGivenReason": "below 2000 g"}, None),
    ("problem", {"code": "nec", "grade": "2a", "onset": "2024-10-18", "resolved": "2024-10-30"}, None),
    ("retraction", {}, 6),
    ("plan", {"target": "spo2", "low": 90, "high": 95, "unit": "%", "until": "2024-12-01"}, None),
    ("plan", {"target": "weigh", "value": "daily", "until": "2024-12-01T08:00:00+08:00"}, None),
    ("measurement", {"quantity": "weight", "value": 1444, "unit": "g", "role": "unconfirmed"}, None),
    ("measurement", {"quantity": "weight", "value": 1400, "unit": "g", "role": "dosing"}, None),
    ("omission", {"quantity": "weight", "why": "unstable"}, None),
    ("lab", {"code": "Hb", "value": 142, "unit": "g/L", "flag": "critical"}, None),
    ("lab", {"code": "culture", "flag": "normal"}, None),
    ("waiver", {"criterion": "car_seat_test", "until": "2024-12-01"}, None),
    ("perinatal", {"apgar": {"1": 6, "5": 8, "10": 9}, "inborn": True, "maternalHbsag": "negative"}, None),
    ("dating", {"method": "unknown"}, None),
    ("communication", {"with": "parents", "formSigned": True}, None),
    ("genome", {"a": [1, {"b": "\u0001"}]}, None),
]


def seed_lines(infant):
    """The seeds as exchange lines."""
    def name(number):
        return f"01930000-0000-7000-8000-{number:012d}"

    lines = []
    for number, (kind, body, corrects) in enumerate(SEEDS):
        line = {"id": name(number), "infant": infant, "kind": kind, "at": f"2024-11-20T06:{number:02d}:00+08:00",
                "by": "li.min", "source": "import", "body": body}
        if corrects is not None:
            line.update(corrects=name(corrects), reason="seed")
        lines.append(json.dumps(line) + "\n")
    return "".join(lines)


def main(words):
    if len(words) not in (1, 2):
        print(__doc__.splitlines()[2], file=sys.stderr)
        return 64
    nicu, count = words[0], int(words[1]) if len(words) == 2 else 20
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, NICU_DB=os.path.join(folder, "nicu.db"), NICU_BY="li.min", NICU_LANG="en")

        def run(*arguments, text=None):
            done = subprocess.run(
                [nicu, *arguments], input=text, env=environment, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise SystemExit(f"check-fhir: nicu {' '.join(arguments)}: exit {done.returncode}: {done.stderr.strip()}")
            return done.stdout

        run("demo")
        run("import", "-", text=seed_lines("le-le"))
        run("import", "-", text=run("simulate", "--infants", str(count), "--seed", "11"))
        found = resources = infants = 0
        kinds = set()
        for row in json.loads(run("list", "--all", "--json")):
            bundle = json.loads(run("timeline", row["infant"], "--format", "fhir"))
            if infants == 0:
                must_fail(bundle)
            infants += 1
            resources += len(bundle["entry"])
            kinds.update(entry["resource"]["resourceType"] for entry in bundle["entry"])
            for fault in faults(bundle):
                found += 1
                if found <= 20:
                    print(f"check-fhir: {row['infant']}: {fault}", file=sys.stderr)
        for line in run("export", "--format", "fhir-ndjson", "--all").splitlines():
            resource = json.loads(line)
            for fault in [str(issue) for issue in fhirkit.validate(line)] + model_faults(resource) + binding_faults(resource):
                found += 1
                print(f"check-fhir: bulk: {fault}", file=sys.stderr)
    print(f"check-fhir: {infants} documents, {resources} resources of {len(kinds)} types: {found} faults; "
          "every checker saw what was broken for it")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
