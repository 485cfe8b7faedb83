"""Scores the values that growth.c scores, whole arrays at a time, with numpy and scipy: growth_numpy.py FOLDER SECONDS

Prints a line for each kind: name, values a second, sum of z, sum of centiles.
"""

import os
import sys
import time

import numpy
from scipy.special import ndtr

folder, limit = sys.argv[1], float(sys.argv[2])
table = numpy.loadtxt(os.path.join(folder, "lms.txt"))
form = numpy.loadtxt(os.path.join(folder, "closed.txt"))


def lms(age, y):
    """LMS with rows a day apart, linear between them."""
    place = age - table[0, 0]
    low = numpy.minimum(place.astype(int), len(table) - 2)
    part = place - low
    l, m, s = (table[low, column] + part * (table[low + 1, column] - table[low, column]) for column in (1, 2, 3))
    return numpy.expm1(l * numpy.log(y / m)) / (l * s)


def closed(age, y):
    """INTERGROWTH-21st postnatal weight of boys."""
    x = age / 7
    square = x * x
    _, _, one, root, inverse, male, sd_one, sd_inverse, sd_log = form
    mean = one + root * numpy.sqrt(x) + inverse / square + male
    return (numpy.log(y) - mean) / (sd_one + sd_inverse / square + sd_log * numpy.log(x) / square)


for name, z in (("lms", lms), ("closed", closed)):
    values = numpy.fromfile(os.path.join(folder, name + ".f64")).reshape(-1, 2)
    ages, weights = (numpy.ascontiguousarray(values[:, column]) for column in (0, 1))
    passes, start, elapsed = 0, time.perf_counter(), 0.0
    while elapsed < limit:
        scores = z(ages, weights)
        total, centiles = scores.sum(), (100 * ndtr(scores)).sum()
        passes += 1
        elapsed = time.perf_counter() - start
    print(name, repr(float(len(ages) * passes / elapsed)), repr(float(total)), repr(float(centiles)))
