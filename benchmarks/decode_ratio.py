#!/usr/bin/env python3
"""What watching costs beside FFmpeg's own decode: CPU seconds on the same ten minutes, in the same run, alternated.

    decode_ratio.py --piculet .build/release/piculet [--minutes 10] [--runs 5]

`full` is held against `ffmpeg -threads 1 -f null`, `keyframes` against the same with `-skip_frame nokey`; H.264 and
H.265 at about 4 Mb/s with a keyframe every 2 s. Prints each pair and writes results/decode-ratio.md.
"""

import argparse
import json

from common import cpu_seconds, decode, machine, median, pictures, repeated, replay, street, table, write


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--piculet", required=True)
    parser.add_argument("--minutes", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    rows = []
    for codec, name in (("h264", "H.264"), ("h265", "H.265")):
        film = repeated(street(codec), options.minutes)
        for policy in ("keyframes", "full"):
            pairs = []
            for _ in range(options.runs):
                ours, told = cpu_seconds(replay(options.piculet, film, policy))
                theirs, _ = cpu_seconds(decode(film, keyframes=policy == "keyframes"))
                pairs.append((ours, theirs))
                print(f"{name} {policy}: {ours:.2f} / {theirs:.2f} = {ours / theirs:.3f}", flush=True)
            lines = [json.loads(line) for line in told.splitlines()]
            summary = next(line for line in lines if line["type"] == "summary")
            hits = sum(line["type"] == "hit" for line in lines)
            due = pictures(film, keyframes=policy == "keyframes")
            rows.append((name, policy, f"{median(a for a, _ in pairs):.2f}", f"{median(b for _, b in pairs):.2f}",
                         f"{median(a / b for a, b in pairs):.3f}", f"{summary['looked']} of {due}", hits))
    write("decode-ratio.md", "\n".join([
        "# CPU beside FFmpeg's own decode", "",
        f"{machine()}; {options.minutes} minutes of 1080p25 at 4 Mb/s, a keyframe every 2 s; two algorithms on; medians of "
        f"{options.runs} alternated runs.", "",
        table(["codec", "policy", "Piculet, CPU s", "FFmpeg, CPU s", "ratio", "looks of those due", "hits"], rows)]))


main()
