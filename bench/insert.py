"""Writes one measurement into a file of the record's shape, durably: python3 -S insert.py DB AT GRAMS"""

import os
import sqlite3
import sys
import time

path, at, grams = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
db = sqlite3.connect(path, timeout=10, isolation_level=None)
db.execute("PRAGMA synchronous = FULL")
db.execute("PRAGMA foreign_keys = ON")
db.execute("BEGIN IMMEDIATE")
now = int(time.time())
seq = db.execute(
    "INSERT INTO entry (id, infant, operation, kind, form, at, offset, precision, recorded, by, source, prev, digest)"
    " VALUES (?, 1, ?, 'measurement', 1, ?, 480, 'minute', ?, 'bench.nurse', 'bench', ?, ?)",
    (os.urandom(16), os.urandom(16), at, now, bytes(32), os.urandom(32))).lastrowid
db.execute("INSERT INTO measurement (seq, quantity, value, unit, role) VALUES (?, 'weight', ?, 'g', 'measured')", (seq, grams))
db.execute("COMMIT")
db.close()
