#!/usr/bin/env python3
"""What the clocks of 100,000 open cases cost, while nothing is due and when those of 10,000 are due in the same second.

    clocks.py --meter .build/release/Meter

One run, on a store of its own with durable writes. Writes results/clocks.md.
"""

import argparse
import json
import shutil
import subprocess

from common import WORK, machine, table, write

parser = argparse.ArgumentParser()
parser.add_argument("--meter", required=True)
parser.add_argument("--cases", type=int, default=100_000)
options = parser.parse_args()
folder = WORK / "clocks"
out = subprocess.run([options.meter, "clocks", folder, str(options.cases)], check=True, capture_output=True, text=True).stdout
shutil.rmtree(folder)
run = json.loads(out)
rows = [
    ("a core, while nothing is due", f"{100 * run['idle_share']:.4f} %"),
    (f"{run['fired']:,} clocks due in the same second: until all are fired, durably", f"{run['fired_s']:.2f} s"),
    ("opening cases one by one, each durable", f"{run['opened_per_s']} a second"),
    ("reading all open cases, as at a start", f"{run['load_s']:.1f} s"),
]
print(table(["work", "figure"], rows))
write("clocks.md", "\n".join([
    "# Clocks that run", "", f"{machine()}; {run['open']:,} open cases in one store, SQLite with synchronous FULL.", "",
    table(["work", "figure"], rows)]))
