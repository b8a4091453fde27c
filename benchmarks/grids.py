#!/usr/bin/env python3
"""How long a place takes to find its grid among 10,000 of 200 points each.

    grids.py --meter .build/release/Meter

The median of five runs of 100,000 random places. Writes results/grids.md.
"""

import argparse
import json
import statistics
import subprocess

from common import machine, table, write

parser = argparse.ArgumentParser()
parser.add_argument("--meter", required=True)
meter = parser.parse_args().meter
runs = [json.loads(subprocess.run([meter, "grids"], check=True, capture_output=True, text=True).stdout) for _ in range(5)]


def median(name):
    return statistics.median(run[name] for run in runs)


rows = [
    ("a place to its grid", f"{median('resolve_us'):.1f} us"),
    ("the same with the owner, its path and the neighbours within 20 m", f"{median('dispatch_us'):.1f} us"),
    ("building the trees and their index", f"{1000 * median('build_s'):.0f} ms"),
]
print(table(["work", "time"], rows))
write("grids.md", "\n".join([
    "# Whose ground is it", "",
    f"{machine()}; {runs[0]['grids']} grids whose leaves have {runs[0]['points_of_each']} points each and tile a district, "
    f"{runs[0]['places']} random places, one thread, medians of five runs.", "", table(["work", "time"], rows)]))
