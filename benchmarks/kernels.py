#!/usr/bin/env python3
"""How fast the kernels are beside memcpy, and whether the faster build is AVX2 code.

    kernels.py --meter .build/release/Meter --piculet .build/release/piculet

Five rounds of the meter, the medians; bytes read and written on both sides. Writes results/kernels.md.
"""

import argparse
import json
import re
import subprocess

from common import machine, median, table, write

LOOPS = ["addColumnPairs", "countDifferent", "followMotion", "learn", "markOutside", "extremes"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--meter", required=True)
    parser.add_argument("--piculet", required=True)
    options = parser.parse_args()
    rounds = []
    for _ in range(5):
        told = subprocess.run([options.meter, "kernels"], check=True, capture_output=True, text=True).stdout
        rounds.append([json.loads(line) for line in told.splitlines()])
    rows = []
    for index, first in enumerate(rounds[0]):
        rate = median(one[index]["gb_s"] for one in rounds)
        share = "" if "of_memcpy" not in first else f"{median(one[index]['of_memcpy'] for one in rounds):.2f}"
        rows.append((first["kernel"], first["build"], f"{rate:.1f}", share))
    text = ["# Kernels beside memcpy", "",
            f"{machine()}; 64 different pictures of 1920 x 1080, bytes read and written, median of 5 rounds.", "",
            table(["kernel", "build", "GB/s", "of memcpy"], rows)]
    code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", options.piculet], capture_output=True, text=True).stdout
    found = []
    for body in re.split(r"\n\n", code):
        name = body.split("\n", 1)[0]
        if "PixelLoopsV3" not in name:
            continue
        for loop in LOOPS:
            if loop in name and "%ymm" in body:
                lines = body.splitlines()[1:]
                found.append((loop, sum("%ymm" in line for line in lines), len(lines)))
    best = {loop: max((row for row in found if row[0] == loop), key=lambda row: row[1]) for loop, _, _ in found}
    if best:
        text += ["", "Instructions with 256-bit registers in the x86-64-v3 build (`objdump -d`):", "",
                 table(["loop", "with ymm", "of"], [best[loop] for loop in LOOPS if loop in best])]
    write("kernels.md", "\n".join(text))


main()
