"""What the measuring programs share: running commands, medians, and how a figure stands to its aim."""

import os
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def run(words, **more):
    """Runs a command that must succeed; returns its output."""
    done = subprocess.run(words, capture_output=True, text=True, check=False, **more)
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(words)}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def compiled(name, folder, *libraries):
    """A C program of this folder, compiled with -O2."""
    compiler = os.environ.get("CC") or next((name for name in ("cc", "clang", "gcc") if shutil.which(name)), None)
    if not compiler:
        sys.exit("bench: no C compiler was found; install one (Debian: gcc) and run this again")
    program = os.path.join(folder, name)
    run([*compiler.split(), "-O2", "-o", program, os.path.join(HERE, name + ".c"), *libraries])
    return program


def spread(values):
    """Median with the middle half."""
    quarters = statistics.quantiles(values, n=4)
    return f"{statistics.median(values):8.2f}   {quarters[0]:8.2f} – {quarters[2]:.2f}"


def verdict(ok):
    """How a figure stands to its aim."""
    return "aim met" if ok else "AIM MISSED"
