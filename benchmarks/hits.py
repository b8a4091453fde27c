#!/usr/bin/env python3
"""Two thousand hits a second for a minute over 1,000 cameras, of which 10,000 open a case, into one durable store.

    hits.py --meter .build/release/Meter

Nothing may be lost; each case is dispatched and durable before it is told. Writes results/hits.md.
"""

import argparse
import json
import shutil
import subprocess

from common import WORK, machine, table, write

parser = argparse.ArgumentParser()
parser.add_argument("--meter", required=True)
parser.add_argument("--seconds", type=int, default=60)
options = parser.parse_args()
folder = WORK / "hits"
out = subprocess.run([options.meter, "hits", folder, str(options.seconds)], check=True, capture_output=True, text=True).stdout
shutil.rmtree(folder)
run = json.loads(out)
rows = [
    ("hits, of cameras", f"{run['hits']:,}, {run['cameras']:,}"),
    ("rows of hits in the store, writes that failed", f"{run['hit_rows']:,}, {run['failed']}"),
    ("cases opened", f"{run['cases']:,}"),
    ("of them whole: evidence, log of three lines, dispatched", f"{run['complete']:,}"),
    ("seconds until the last was kept", f"{run['seconds']:.1f}"),
    ("from a hit to its case dispatched and durable: median", f"{run['p50_ms']:.1f} ms"),
    ("99 of 100", f"{run['p99_ms']:.1f} ms"),
    ("longest", f"{run['longest_ms']:.1f} ms"),
]
print(table(["figure", "value"], rows))
write("hits.md", "\n".join([
    "# Hits that become cases", "",
    f"{machine()}; SQLite with synchronous FULL, what comes while the disk is busy in one transaction; without decoding and without "
    "the files of the pictures.", "", table(["figure", "value"], rows)]))
