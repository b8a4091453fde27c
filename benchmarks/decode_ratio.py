#!/usr/bin/env python3
"""What watching costs beside FFmpeg's own decode: CPU seconds on the same clip, in the same run, alternated.

    decode_ratio.py --piculet .build/release/piculet [--minutes 10] [--runs 5]

The clip is 1080p25 H.264 at about 4 Mb/s with a keyframe every 2 s: the samples scaled up and put end to end (one
minute is encoded, then repeated without encoding). Prints a table and writes it to benchmarks/results/.
`full` is held against `ffmpeg -threads 1 -f null`, `keyframes` against the same with `-skip_frame nokey`.
"""

import argparse
import datetime
import os
import platform
import resource
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = ["stall.mp4", "crowd.mp4", "passers.mp4"]
CONFIGURATION = """cameras:
  - id: bench
    zones: [{id: all, kind: watch, polygon: [[0, 0], [1, 0], [1, 1], [0, 1]]}]
    algorithms: [{use: street-stall, dwell: 10s}, {use: crowd, threshold: 15, hold: 5s}]
"""


def make_clip(work, minutes):
    minute, clip = work / "minute.mp4", work / f"clip-{minutes}.mp4"
    if not minute.exists():
        inputs = [argument for name in SAMPLES for argument in ("-t", "20", "-ss", "15", "-i", HERE.parent / "samples" / name)]
        joined = "".join(f"[{n}:v]scale=1920:1080,fps=25,noise=alls=4:allf=t,setsar=1[v{n}];" for n in range(len(SAMPLES)))
        joined += "".join(f"[v{n}]" for n in range(len(SAMPLES))) + f"concat=n={len(SAMPLES)}:v=1[v]"
        subprocess.run(["ffmpeg", "-v", "error", "-y", *inputs, "-filter_complex", joined, "-map", "[v]", "-c:v", "libx264",
                        "-preset", "medium", "-b:v", "4M", "-maxrate", "4M", "-bufsize", "8M", "-g", "50", "-keyint_min", "50",
                        "-sc_threshold", "0", "-pix_fmt", "yuv420p", minute.with_suffix(".part.mp4")], check=True)
        minute.with_suffix(".part.mp4").rename(minute)
    if not clip.exists():
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(minutes - 1), "-i", minute, "-c", "copy", clip], check=True)
    return clip


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--piculet", required=True)
    parser.add_argument("--minutes", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    work = HERE / "work"
    work.mkdir(exist_ok=True)
    clip = make_clip(work, options.minutes)
    configuration = work / "bench.yaml"
    configuration.write_text(CONFIGURATION)
    rows = []
    for policy, skip in (("full", []), ("keyframes", ["-skip_frame", "nokey"])):
        ours = [options.piculet, "replay", clip, "--config", configuration, "--camera", "bench", "--decode", policy]
        theirs = ["ffmpeg", "-v", "error", "-threads", "1", *skip, "-i", clip, "-map", "0:v:0",
                  *(["-vsync", "passthrough"] if skip else []), "-f", "null", "-"]
        pairs = [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(options.runs)]
        rows.append((policy, statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs),
                     statistics.median(a / b for a, b in pairs)))
        print(f"{policy}: piculet {rows[-1][1]:.2f} s, ffmpeg {rows[-1][2]:.2f} s, ratio {rows[-1][3]:.3f}", flush=True)
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    version = subprocess.run(["ffmpeg", "-version"], capture_output=True, text=True).stdout.split()[2]
    table = [f"# CPU beside FFmpeg's own decode", "",
             f"{datetime.date.today()}, {model}, {os.cpu_count()} cores, FFmpeg {version}; {options.minutes} minutes of 1080p25 H.264 "
             f"at 4 Mb/s, GOP 2 s; both algorithms on; median of {options.runs} alternated runs.", "",
             "| policy | Piculet, CPU s | FFmpeg, CPU s | ratio |", "|---|---|---|---|"]
    table += [f"| {policy} | {ours:.2f} | {theirs:.2f} | {ratio:.3f} |" for policy, ours, theirs, ratio in rows]
    (HERE / "results").mkdir(exist_ok=True)
    (HERE / "results" / "decode-ratio.md").write_text("\n".join(table) + "\n")


main()
