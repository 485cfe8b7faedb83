#!/usr/bin/env python3
"""Writes the fictional infants of seeds/patients/, or checks them.

Each file is newline-delimited JSON, one entry a line, in the order in which the entries were recorded. Ids and the
small daily variation come from digests of fixed texts, so every run writes the same bytes. Run without arguments to
write the files; run with --check to see whether the committed files are what this script writes (exit 1 if not).
"""

import hashlib
import json
import math
import os
import sys
from datetime import datetime, timedelta, timezone

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import seed_stays  # noqa: E402  (beside this file)

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "seeds", "patients")
LOCAL = timezone(timedelta(hours=8))
SIZE_LIMIT = 250_000

# The members a body may have, in the order they are written.
MEMBERS = {
    "birth": ["sex", "order", "of", "siblings"],
    "dating": ["gaDays", "method", "plusMinusDays"],
    "perinatal": ["maternalHbsag", "antenatalSteroids", "delivery", "apgar", "inborn"],
    "admission": ["from", "hospital", "bed"],
    "bed": ["bed"],
    "identity": ["name", "hospital_number", "record_number", "guardian", "alias"],
    "discharge": ["to", "code", "told", "formSigned", "readiness"],
    "follow_up": ["place", "source", "quantity", "value", "unit"],
    "communication": ["with", "text", "formSigned"],
    "measurement": [
        "quantity", "value", "unit", "role", "asWritten", "site", "bed", "method", "clothing", "equipment",
    ],
    "state": ["aspect", "value", "fio2Percent", "flowTenthsLitre", "detail"],
    "event": [
        "what", "durationSeconds", "lowestHeartRate", "lowestSpo2", "desaturationSeconds", "colourChange",
        "intervention", "feedingRelated", "selfResolved", "asleep",
    ],
    "review": ["shift", "events"],
    "check": ["task", "result", "method", "ear", "followUp", "place"],
    "attestation": ["item", "value", "caregiver"],
    "problem": ["code", "grade", "onset", "resolved"],
    "immunisation": ["product", "lot", "site", "notGivenReason"],
    "procedure": ["what", "grade", "detail"],
    "intake": ["route", "milk", "volumeTenthsMl", "kcalTenths"],
    "lab": ["code", "value", "unit", "flag"],
    "note": ["text"],
    "retraction": ["confirmedBy"],
}

UNITS = {
    "weight": "g", "length": "cm", "head": "cm", "temperature": "Cel", "heart_rate": "/min",
    "respiratory_rate": "/min", "spo2": "%",
}

# The hours at which shifts begin, with their names; a shift belongs to the civil day on which it begins.
SHIFTS = [(0, "night"), (8, "day"), (16, "evening")]


def local(text):
    """The instant of a local text such as 2024-08-19T06:00."""
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL)


def number(value):
    """A number as it is written: whole numbers without a fraction."""
    return int(value) if float(value).is_integer() else value


def bits(*parts):
    """64 bits that depend on nothing but the parts."""
    return int.from_bytes(hashlib.sha256("|".join(map(str, parts)).encode()).digest()[:8], "big")


def vary(width, *parts):
    """A whole number from -width to width that depends on nothing but the parts."""
    return bits(*parts) % (2 * width + 1) - width


class Story:
    """One file in the making."""

    def __init__(self, name):
        self.name = name
        self.lines = []
        self.count = 0

    def identifier(self, recorded, purpose):
        """A version 7 UUID made of the time, the file's name and a counter."""
        self.count += 1
        digest = hashlib.sha256(f"{self.name}|{purpose}|{self.count}".encode()).digest()
        milliseconds = int(recorded.timestamp()) * 1000 + self.count % 1000
        raw = bytearray(milliseconds.to_bytes(6, "big") + digest[:10])
        raw[6] = 0x70 | raw[6] & 0x0F
        raw[8] = 0x80 | raw[8] & 0x3F
        text = raw.hex()
        return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])

    def act(self, infant, at, *bodies, late=2, first=0, corrects=None, reason=None, precision="minute"):
        """Adds the entries of one act, recorded `late` minutes after it happened; returns the id of the last.

        `first` below zero keeps the entries of an admission at the head of the file.
        """
        moment = local(at)
        recorded = moment + timedelta(minutes=late)
        operation = self.identifier(recorded, "operation")
        entry = None
        for kind, body in bodies:
            unknown = set(body) - set(MEMBERS[kind])
            assert not unknown, f"{kind}: {unknown}"
            entry = self.identifier(recorded, "entry")
            line = {
                "id": entry,
                "infant": infant,
                "kind": kind,
                "at": at[:10] if precision == "day" else moment.isoformat(),
                "precision": precision,
                "recorded": recorded.astimezone(timezone.utc).isoformat().replace("+00:00", "Z"),
                "by": "li.min",
                "source": "seed",
                "operation": operation,
                "corrects": corrects,
                "reason": reason,
                "body": {member: body[member] for member in MEMBERS[kind] if body.get(member) is not None},
            }
            self.lines.append((first, recorded, len(self.lines), line))
        return entry

    def text(self):
        """The file's content, in the order of recording."""
        ordered = [line for _, _, _, line in sorted(self.lines, key=lambda item: item[:3])]
        seen = set()
        for line in ordered:
            assert line["id"] not in seen
            assert line["corrects"] is None or line["corrects"] in seen
            seen.add(line["id"])
        return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in ordered)


def measured(quantity, value, role="measured", **more):
    """The body of a measurement."""
    return "measurement", {"quantity": quantity, "value": number(value), "unit": UNITS[quantity], "role": role, **more}


def state(aspect, value, **more):
    """The body of a state."""
    return "state", {"aspect": aspect, "value": value, **more}


def check(task, result, **more):
    """The body of a check."""
    return "check", {"task": task, "result": result, **more}


def review_shifts(story, infant, since, until, events):
    """Adds a review for every shift from one local day to an instant, counting the events that were recorded."""
    day = local(since)
    end = local(until)
    while day < end:
        for hour, name in SHIFTS:
            start = day + timedelta(hours=hour)
            stop = start + timedelta(hours=8)
            if start >= end:
                continue
            count = sum(start <= local(at) < stop for at in events)
            written = min(stop, end - timedelta(minutes=10)).strftime("%Y-%m-%dT%H:%M")
            story.act(infant, written, ("review", {"shift": f"{day:%Y-%m-%d}/{name}", "events": count}), late=3)
        day += timedelta(days=1)


def plus(born, days, clock):
    """The local text of a clock time some civil days after the day of birth."""
    return (local(born[:10] + "T00:00") + timedelta(days=days)).strftime("%Y-%m-%d") + "T" + clock


def admit(story, infant, born, birth, dating, perinatal, bed, fiction):
    """Adds the entries every infant begins with."""
    first = -1
    story.act(
        infant, born, ("birth", birth), ("dating", dating), ("perinatal", perinatal), ("admission", {"from": "birth"}),
        ("bed", {"bed": bed}), late=1, first=first)
    story.act(infant, born, ("note", {"text": fiction}), late=1, first=first)


AN_AN_FICTION = (
    "虚构病历。只有以下各项见于报道：胎龄27周、出生体重800克、住院93天、出院体重2580克、出院日期2024年11月20日。"
    "其余一切，包括性别、27周之外的天数、出生日期的推算和本记录中的每一个数值，均为虚构。"
    " / Fictional record. Only these were reported: 27 weeks of gestation, 800 g at birth, 93 days in hospital, 2580 g "
    "and the date at discharge, 20 November 2024. Everything else is invented: the sex, the days beyond 27 weeks, the "
    "date of birth counted back from the 93 days, and every other value in this record."
)

FICTION = "虚构病历：人物、日期和数值均为虚构，用于演示。 / Fictional record: person, dates and values are invented, for demonstration."


def an_an_weights():
    """Weight in grams at 06:00 by day of life, 0 to 93."""
    weights = [800, 785, 768, 751, 738, 730, 733, 739, 748, 757, 766, 776, 786, 795, 804]
    rate = math.log(1785 / 804) / 49
    for day in range(15, 64):
        weights.append(round(804 * math.exp(rate * (day - 14))) + vary(5, "an-an", "weight", day))
    for day in range(64, 89):
        weights.append(round(1785 + 26.5 * (day - 63)) + vary(6, "an-an", "weight", day))
    return weights + [2474, 2500, 2528, 2553, 2580]


def an_an():
    """27 weeks and 800 g, home on day 93 at 2580 g; meets every blocking criterion of cn-2017 at discharge."""
    story = Story("an-an")
    me = "an-an"
    born = "2024-08-19T06:00"

    def on(day, clock):
        return plus(born, day, clock)

    def add(day, clock, *bodies, **more):
        return story.act(me, on(day, clock), *bodies, **more)

    admit(
        story, me, born,
        {"sex": "female", "order": 1, "of": 1},
        {"gaDays": 189, "method": "early_ultrasound"},
        {
            "maternalHbsag": "negative", "antenatalSteroids": "complete", "delivery": "caesarean",
            "apgar": {"1": 5, "5": 7, "10": 8}, "inborn": True,
        },
        "12", AN_AN_FICTION)

    weights = an_an_weights()
    add(0, "06:00", measured("weight", 800, role="birth", clothing="naked"), late=21)
    add(0, "06:00", measured("length", 35, role="birth", method="board"), late=22)
    add(0, "06:00", measured("head", 24.5, role="birth", method="tape"), late=22)
    for day in range(1, 94):
        grams = weights[day]
        if day == 41:
            # Two digits change places and are put right the same morning.
            digits = str(grams)
            typed = int(digits[0] + digits[2] + digits[1] + digits[3])
            wrong = add(day, "06:00", measured("weight", typed, clothing="naked"))
            add(
                day, "06:00", measured("weight", grams, clothing="naked"), late=14, corrects=wrong,
                reason="录入时两位数字颠倒，已与秤上读数核对 / two digits changed places when typed, checked against the scale")
            continue
        if day == 58:
            # A neighbour's weight, struck out; the infant's own follows.
            wrong = add(day, "06:00", measured("weight", 1985, clothing="naked"))
            story.act(
                me, on(day, "06:20"), ("retraction", {}), corrects=wrong,
                reason="误记了邻床的体重 / the weight of the neighbouring bed was entered here")
            add(day, "06:25", measured("weight", grams, clothing="naked"))
            continue
        add(day, "06:00", measured("weight", grams, clothing="naked"))

    lengths = [35.4, 36.1, 36.9, 37.8, 38.7, 39.6, 40.5, 41.4, 42.3, 43.2, 44.1, 45.0, 45.8]
    heads = [24.2, 24.6, 25.3, 26.1, 27.0, 27.9, 28.8, 29.6, 30.4, 31.2, 32.0, 32.8, 33.5]
    for week, (length, head) in enumerate(zip(lengths, heads), start=1):
        add(week * 7, "10:00", measured("length", length, method="board"), measured("head", head, method="tape"))

    # Breathing
    add(0, "06:10", state("monitoring", "on"), state("respiratory_support", "ventilator", fio2Percent=40))
    add(0, "06:25", ("procedure", {"what": "surfactant", "detail": "first dose, given by tube"}))
    add(1, "09:00", state("respiratory_support", "ventilator", fio2Percent=28))
    add(4, "10:00", state("respiratory_support", "nippv", fio2Percent=30))
    add(12, "09:30", state("respiratory_support", "cpap", fio2Percent=26))
    add(30, "09:00", state("respiratory_support", "cpap", fio2Percent=23))
    add(44, "09:30", state("respiratory_support", "high_flow", fio2Percent=25, flowTenthsLitre=40))
    add(52, "09:30", state("respiratory_support", "high_flow", fio2Percent=23, flowTenthsLitre=20))
    add(58, "10:00", state("respiratory_support", "low_flow_oxygen", flowTenthsLitre=3))
    add(66, "10:00", state("respiratory_support", "low_flow_oxygen", flowTenthsLitre=1))
    add(74, "10:00", state("respiratory_support", "room_air"))
    add(0, "07:30", state("methylxanthine", "on", detail="caffeine citrate"))
    add(56, "08:00", state("methylxanthine", "off", detail="caffeine citrate, last dose"))

    # Feeding and lines
    add(0, "06:30", state("feeding_route", "none"), state("iv_access", "on", detail="umbilical venous catheter"))
    add(0, "08:00", state("parenteral_nutrition", "on"), state("iv_medication", "on", detail="antibiotics"))
    add(1, "14:00", state("feeding_route", "tube"), state("milk", "donor"))
    add(3, "09:00", state("iv_medication", "off"))
    add(5, "14:00", state("milk", "mother"))
    add(7, "11:00", state("iv_access", "on", detail="peripherally inserted central catheter"))
    add(20, "10:00", state("parenteral_nutrition", "off"))
    add(22, "10:00", state("iv_access", "off"))
    add(52, "11:00", state("feeding_route", "oral_plus_tube"))
    add(82, "11:00", state("feeding_route", "oral"))

    # Warmth, light
    add(0, "06:10", state("thermal", "radiant_warmer"))
    add(0, "07:10", state("thermal", "incubator"))
    add(68, "10:00", state("thermal", "open_crib"))
    add(2, "08:00", state("phototherapy", "on"))
    add(5, "08:00", state("phototherapy", "off"))
    for day in (14, 21, 28, 35, 42, 49, 56, 63):
        add(day, "15:00", ("procedure", {"what": "kangaroo_care", "detail": "60 min"}), late=65)
    add(33, "11:00", ("procedure", {"what": "transfusion", "detail": "red cells 15 mL/kg"}))
    add(68, "10:00", ("bed", {"bed": "21"}), late=5)

    # Temperature: admission, daily, then six-hourly over the last three days
    add(0, "06:20", measured("temperature", 36.1, site="axillary", bed="radiant_warmer"))
    add(0, "07:40", measured("temperature", 36.6, site="axillary", bed="incubator"))
    for day in range(1, 90):
        add(
            day, "08:00",
            measured(
                "temperature", (368 + vary(2, me, "temperature", day)) / 10, site="axillary",
                bed="incubator" if day < 69 else "open_crib"))
    signs = [
        (90, "08:00"), (90, "14:00"), (90, "20:00"), (91, "02:00"), (91, "08:00"), (91, "14:00"), (91, "20:00"),
        (92, "02:00"), (92, "08:00"), (92, "14:00"), (92, "20:00"), (93, "02:00"), (93, "08:00"), (93, "09:40"),
    ]
    for place, (day, clock) in enumerate(signs):
        add(
            day, clock,
            measured("temperature", (368 + vary(2, me, "sign", place)) / 10, site="axillary", bed="open_crib"),
            measured("heart_rate", 146 + vary(8, me, "heart", place)),
            measured("respiratory_rate", 44 + vary(5, me, "breath", place)),
            measured("spo2", 97 + vary(1, me, "spo2", place)))

    # Apnoea and what was done about it
    events = []

    def event(day, clock, what, **more):
        events.append(on(day, clock))
        add(day, clock, ("event", {"what": what, **more}))

    apnoea, bradycardia, desaturation = "apnoea", "bradycardia", "desaturation"
    event(
        5, "03:10", [apnoea, bradycardia, desaturation], durationSeconds=28, lowestHeartRate=66, lowestSpo2=70,
        desaturationSeconds=35, colourChange=True, intervention="bag_mask", feedingRelated=False, selfResolved=False,
        asleep=True)
    for day, clock, seconds, rate, saturation, intervention in (
        (13, "04:20", 26, 68, 74, "stimulation"), (15, "22:15", 24, 72, 76, "stimulation"),
        (18, "02:40", 25, 70, 75, "oxygen"), (22, "13:05", 22, 74, 78, "stimulation"),
        (26, "05:30", 23, 72, 77, "stimulation"), (31, "01:15", 22, 71, 78, "stimulation"),
        (37, "19:50", 21, 75, 79, "stimulation"), (46, "03:35", 22, 73, 78, "stimulation"),
        (60, "04:10", 21, 76, 80, "stimulation"), (63, "23:20", 20, 78, 81, "stimulation"),
        (71, "02:25", 20, 77, 82, "stimulation"),
    ):
        event(
            day, clock, [apnoea, bradycardia, desaturation], durationSeconds=seconds, lowestHeartRate=rate,
            lowestSpo2=saturation, desaturationSeconds=seconds - 6, colourChange=False, intervention=intervention,
            feedingRelated=False, selfResolved=False, asleep=True)
    event(
        54, "11:20", [bradycardia, desaturation], durationSeconds=12, lowestHeartRate=84, lowestSpo2=84,
        desaturationSeconds=8, colourChange=False, intervention="none", feedingRelated=True, selfResolved=True,
        asleep=False)
    event(
        79, "03:20", [apnoea, desaturation], durationSeconds=20, lowestHeartRate=96, lowestSpo2=82,
        desaturationSeconds=14, colourChange=False, intervention="stimulation", feedingRelated=False,
        selfResolved=False, asleep=True)
    event(
        84, "14:30", [bradycardia, desaturation], durationSeconds=8, lowestHeartRate=88, lowestSpo2=87,
        desaturationSeconds=6, colourChange=False, intervention="none", feedingRelated=True, selfResolved=True,
        asleep=False)
    review_shifts(story, me, on(68, "00:00"), on(93, "10:00"), events)

    # Screens
    clinic = "本院眼科门诊 / eye clinic of this hospital"
    add(4, "10:00", check("newborn_blood_spot", "collected", method="heel_prick"))
    add(14, "15:00", check("newborn_blood_spot", "normal"))
    add(28, "09:00", check("newborn_blood_spot", "collected", method="heel_prick"))
    add(28, "09:00", check("thyroid_repeat", "collected"), late=4)
    add(38, "15:00", check("newborn_blood_spot", "normal"), check("thyroid_repeat", "normal"))
    add(6, "00:00", check("head_us_1", "normal"), late=900, precision="day")
    add(30, "14:00", check("head_us_2", "normal"))
    add(81, "14:00", check("head_us_term", "normal"))
    add(30, "10:00", check("hepatitis_b_1", "given"))
    add(30, "10:00", ("immunisation", {"product": "hepatitis B vaccine, dose 1", "site": "left thigh"}), late=3)
    for day, result, next_day in (
        (28, "immature_zone_1_2", 42), (42, "immature_zone_1_2", 56), (56, "immature", 70), (70, "immature", 84),
        (84, "immature", 98),
    ):
        follow = local(on(next_day, "09:00")).isoformat()
        add(day, "10:30", check("rop_exam", result, followUp=follow, place=clinic))
    add(86, "10:00", check("hearing_screen", "pass", method="aabr", ear="both"))

    # Problems and laboratory
    add(0, "07:00", ("problem", {"code": "P22.0", "grade": "moderate", "onset": on(0, "00:00")[:10]}))
    add(2, "08:10", ("problem", {"code": "P59.0", "onset": on(2, "00:00")[:10]}))
    add(5, "08:10", ("problem", {"code": "P28.4", "onset": on(5, "00:00")[:10]}))
    add(33, "10:30", ("problem", {"code": "P61.2", "onset": on(33, "00:00")[:10]}))
    for day, haemoglobin in ((1, 165), (33, 82), (60, 101), (85, 108)):
        add(day, "07:00", ("lab", {"code": "haemoglobin", "value": haemoglobin, "unit": "g/L"}))
    for day, alp, phosphate in ((35, 412, 1.6), (63, 368, 1.8), (85, 310, 1.9)):
        add(
            day, "07:00", ("lab", {"code": "alkaline_phosphatase", "value": alp, "unit": "U/L"}),
            ("lab", {"code": "phosphate", "value": phosphate, "unit": "mmol/L"}), late=4)

    # The last day's feeds: 8 x 53 mL by mouth
    for hours in range(0, 24, 3):
        at = (local(on(92, "09:00")) + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")
        story.act(me, at, ("intake", {"route": "bottle", "milk": "mother", "volumeTenthsMl": 530}), late=15)

    # What clinicians stand for
    add(90, "15:00", ("attestation", {"item": "caregiver_teaching_complete", "value": True, "caregiver": "mother"}))
    add(90, "15:00", ("attestation", {"item": "two_caregivers_identified", "value": True}), late=4)
    add(91, "16:00", ("attestation", {"item": "rooming_in", "value": True, "caregiver": "mother"}))
    add(92, "11:00", ("attestation", {"item": "hematologic_status_assessed", "value": True}))
    add(92, "11:00", ("attestation", {"item": "ancillary_tests_basically_normal", "value": True}), late=3)
    add(93, "09:00", ("attestation", {"item": "complications_controlled", "value": True}))
    add(93, "09:00", ("attestation", {"item": "nutrition_plan", "value": True}), late=3)
    add(93, "09:10", ("attestation", {"item": "primary_care_and_specialty_appointments", "value": True}))

    add(14, "09:00", ("note", {"text": "今日体重804克，已恢复出生体重。 / 804 g today: birth weight regained."}))
    add(56, "09:00", ("note", {"text": "纠正胎龄35周，今晨末次咖啡因。 / 35 weeks postmenstrual age; last caffeine this morning."}))
    add(84, "14:50", ("note", {"text": "吸吮过快时短暂心率下降，暂停喂养后自行恢复。 / Brief fall in heart rate while feeding fast; recovered by itself when the feed paused."}))

    add(93, "10:00", ("discharge", {"to": "home"}))
    return story


def twins():
    """Two infants of 33+2 weeks with different curves; bao-bao is the first born and the heavier."""
    story = Story("twins")
    born = {"bao-bao": "2024-10-28T08:10", "yue-yue": "2024-10-28T08:12"}
    start = {"bao-bao": 1985, "yue-yue": 1690}
    for order, (me, other) in enumerate((("bao-bao", "yue-yue"), ("yue-yue", "bao-bao")), start=1):
        admit(
            story, me, born[me],
            {"sex": "male" if order == 1 else "female", "order": order, "of": 2, "siblings": [other]},
            {"gaDays": 233, "method": "ivf", "plusMinusDays": 1},
            {
                "maternalHbsag": "negative", "antenatalSteroids": "complete", "delivery": "caesarean",
                "apgar": {"1": 8, "5": 9, "10": 9}, "inborn": True,
            },
            str(4 + order), FICTION)
    for order, me in enumerate(("bao-bao", "yue-yue"), start=1):
        def add(day, clock, *bodies, me=me, **more):
            return story.act(me, plus(born[me], day, clock), *bodies, **more)

        minute = 2 * order
        add(0, born[me][11:], measured("weight", start[me], role="birth", clothing="naked"), late=22)
        add(
            0, born[me][11:], measured("length", 43.5 if order == 1 else 42, role="birth", method="board"),
            measured("head", 30.4 if order == 1 else 29.6, role="birth", method="tape"), late=23)
        add(0, "08:20", state("monitoring", "on"), state("thermal", "radiant_warmer"))
        add(0, "09:30", state("thermal", "incubator"))
        add(0, "08:25", state("respiratory_support", "cpap", fio2Percent=25))
        add(2, f"09:0{minute}", state("respiratory_support", "room_air"))
        add(0, "08:40", state("methylxanthine", "never"))
        add(0, "08:45", state("feeding_route", "none"), state("iv_access", "on"))
        add(0, "11:00", state("parenteral_nutrition", "on"), state("iv_medication", "off"))
        add(1, f"09:1{minute}", state("feeding_route", "tube"), state("milk", "donor"))
        add(3, f"09:1{minute}", state("milk", "mother"))
        add(6, f"10:0{minute}", state("parenteral_nutrition", "off"), state("iv_access", "off"))
        add(9, f"10:1{minute}", state("feeding_route", "oral_plus_tube"))
        if order == 1:
            add(15, "10:00", state("thermal", "open_crib"))
        loss = [0, -55, -95, -110, -100, -80, -55, -30, -5]
        for day in range(1, 24):
            change = loss[day] if day < len(loss) else round((28 if order == 1 else 24) * (day - 8.2))
            grams = start[me] + (change if order == 1 else round(change * 0.85)) + vary(4, me, "weight", day)
            add(day, f"06:0{minute}", measured("weight", grams, clothing="naked"))
            bed = "open_crib" if order == 1 and day >= 16 else "incubator"
            add(
                day, f"08:0{minute}",
                measured("temperature", (368 + vary(2, me, "temperature", day)) / 10, site="axillary", bed=bed))
        for week in (1, 2, 3):
            add(
                week * 7, f"10:2{minute}",
                measured("length", round((43.5 if order == 1 else 42) + 0.8 * week, 1), method="board"),
                measured("head", round((30.4 if order == 1 else 29.6) + 0.6 * week - 0.2, 1), method="tape"))
        add(
            6, f"03:1{minute}",
            ("event", {
                "what": ["apnoea", "desaturation"], "durationSeconds": 20, "lowestHeartRate": 102, "lowestSpo2": 82,
                "desaturationSeconds": 12, "colourChange": False, "intervention": "stimulation",
                "feedingRelated": False, "selfResolved": False, "asleep": True,
            }))
        add(0, "20:00", check("hepatitis_b_1", "deferred", followUp=local(plus(born[me], 30, "09:00")).isoformat(),
                              place="本院预防接种门诊 / vaccination clinic of this hospital"))
        add(4, f"10:3{minute}", check("newborn_blood_spot", "collected", method="heel_prick"))
    return story


def not_ready():
    """28+3 weeks, day 37: continuous pressure, caffeine, tube feeds, a line, and events in the last night."""
    story = Story("not-ready")
    me = "le-le"
    born = "2024-10-14T22:40"

    def add(day, clock, *bodies, **more):
        return story.act(me, plus(born, day, clock), *bodies, **more)

    admit(
        story, me, born,
        {"sex": "male", "order": 1, "of": 1},
        {"gaDays": 199, "method": "lmp", "plusMinusDays": 5},
        {
            "maternalHbsag": "negative", "antenatalSteroids": "partial", "delivery": "vaginal",
            "apgar": {"1": 6, "5": 8, "10": 8}, "inborn": True,
        },
        "3", FICTION)
    add(0, "22:40", measured("weight", 1050, role="birth", clothing="naked"), late=21)
    add(
        0, "22:40", measured("length", 37, role="birth", method="board"),
        measured("head", 26.3, role="birth", method="tape"), late=22)
    weights = [1050, 1040, 1016, 992, 975, 962, 966, 975, 986, 998, 1011, 1025, 1039, 1053]
    weights += [round(1053 * math.exp(0.0135 * (day - 13))) + vary(5, me, "weight", day) for day in range(14, 38)]
    for day in range(1, 38):
        add(day, "06:00", measured("weight", weights[day], clothing="naked"))
        add(
            day, "08:00",
            measured("temperature", (368 + vary(2, me, "temperature", day)) / 10, site="axillary", bed="incubator"))
    for week, (length, head) in enumerate(((37.3, 26.1), (38.1, 26.7), (38.9, 27.5), (39.8, 28.3), (40.6, 29.1)), 1):
        add(week * 7, "10:00", measured("length", length, method="board"), measured("head", head, method="tape"))
    add(0, "22:50", state("monitoring", "on"), state("thermal", "radiant_warmer"))
    add(0, "22:50", state("respiratory_support", "cpap", fio2Percent=35), late=3)
    add(0, "23:40", state("thermal", "incubator"), state("methylxanthine", "on", detail="caffeine citrate"))
    add(0, "23:00", state("feeding_route", "none"), state("iv_access", "on"))
    add(0, "23:45", state("parenteral_nutrition", "on"), state("iv_medication", "on", detail="antibiotics"))
    add(1, "08:30", state("respiratory_support", "ventilator", fio2Percent=45))
    add(1, "09:00", ("procedure", {"what": "surfactant", "detail": "first dose, given by tube"}))
    add(5, "10:00", state("respiratory_support", "nippv", fio2Percent=32))
    add(11, "10:00", state("respiratory_support", "cpap", fio2Percent=30))
    add(30, "10:00", state("respiratory_support", "cpap", fio2Percent=25))
    add(2, "09:00", state("feeding_route", "tube"), state("milk", "donor"))
    add(6, "09:00", state("milk", "mother"))
    add(4, "10:00", state("iv_medication", "off"))
    add(16, "10:00", state("parenteral_nutrition", "off"))
    events = []
    for day, clock, seconds, rate, saturation, intervention in (
        (8, "02:30", 26, 66, 72, "bag_mask"), (12, "04:10", 24, 70, 76, "stimulation"),
        (17, "13:40", 22, 72, 78, "stimulation"), (24, "03:25", 23, 71, 77, "oxygen"),
        (31, "05:15", 22, 74, 79, "stimulation"), (35, "01:50", 24, 70, 76, "stimulation"),
        (37, "03:05", 25, 68, 74, "stimulation"), (37, "05:20", 21, 76, 80, "stimulation"),
    ):
        events.append(plus(born, day, clock))
        add(
            day, clock,
            ("event", {
                "what": ["apnoea", "bradycardia", "desaturation"], "durationSeconds": seconds,
                "lowestHeartRate": rate, "lowestSpo2": saturation, "desaturationSeconds": seconds - 5,
                "colourChange": False, "intervention": intervention, "feedingRelated": False, "selfResolved": False,
                "asleep": True,
            }))
    review_shifts(story, me, plus(born, 30, "00:00"), plus(born, 37, "08:30"), events)
    add(4, "10:30", check("newborn_blood_spot", "collected", method="heel_prick"))
    add(14, "15:00", check("newborn_blood_spot", "normal"))
    add(6, "14:00", check("head_us_1", "normal"))
    add(30, "14:00", check("head_us_2", "normal"))
    add(
        29, "10:30",
        check(
            "rop_exam", "immature_zone_1_2", followUp=local(plus(born, 43, "09:00")).isoformat(),
            place="床旁，本病区 / at the bedside, this ward"))
    add(30, "10:00", check("hepatitis_b_1", "given"))
    add(0, "23:30", ("problem", {"code": "P22.0", "grade": "severe", "onset": born[:10]}))
    add(7, "08:10", ("problem", {"code": "P28.4", "onset": plus(born, 7, "00:00")[:10]}))
    add(37, "08:20", ("note", {"text": "昨夜两次呼吸暂停，均需刺激。 / Two spells of apnoea last night, both needing stimulation."}))
    return story


def main(arguments):
    if arguments not in ([], ["--check"]):
        print("usage: seed-patients.py [--check]", file=sys.stderr)
        return 64
    wrong = 0
    for story in (an_an(), twins(), not_ready(), *seed_stays.stays(sys.modules[__name__])):
        text = story.text()
        assert len(text.encode()) < SIZE_LIMIT, f"{story.name}: {len(text.encode())} bytes"
        path = os.path.join(FOLDER, story.name + ".ndjson")
        try:
            with open(path, encoding="utf-8", newline="") as file:
                there = file.read()
        except FileNotFoundError:
            there = None
        if there == text:
            continue
        if arguments:
            print(f"seeds/patients/{story.name}.ndjson: not what scripts/seed-patients.py writes; run it", file=sys.stderr)
            wrong = 1
        else:
            os.makedirs(FOLDER, exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
