#!/usr/bin/env python3
"""What networks cost a camera: CPU seconds beside FFmpeg's own decode of the same keyframes, in the same run, alternated.

    seeing.py --piculet .build/release/piculet [--runs 5]

A street of 1080p25 where next to nothing moves for 720 s, people come together for 40 s and lorries pass for 40 s, H.264,
variable rate, a keyframe every 2 s; policy `keyframes`; street stall, crowd, waterlogging and muck truck in zones of their own.
Once as it is, once by the scene alone (no networks, so neither of the last two), once FFmpeg with `-skip_frame nokey`. What a
program does once (opening OpenVINO, compiling networks) is found by showing 10 s of lorries once and twice, and taken off: a
daemon runs for months. Writes results/seeing.md.
"""

import argparse
import os

from common import WORK, cpu_seconds, decode, ffmpeg, machine, made, median, table, write
from many_cameras import FILMS, base

CAMERA = """cameras:
  - id: street
    decode: keyframes
    zones:
      - {id: pavement, kind: pavement, polygon: [[0, 0.57], [1, 0.57], [1, 1], [0, 1]]}
      - {id: road, kind: road, polygon: [[0, 0.40], [1, 0.40], [1, 0.54], [0, 0.54]]}
    algorithms: [%s]
"""


def street():
    def make(part):
        quiet, crowd, lorries = (base(FILMS.index(name), "variable") for name in ("quiet", "crowd", "muck-trucks"))
        listed = WORK / "street-lorries.txt"
        films = [quiet] * 9 + [crowd] + [quiet] * 5 + [lorries] + [quiet] * 4
        listed.write_text("".join(f"file '{film}'\n" for film in films))
        ffmpeg("-f", "concat", "-safe", "0", "-i", listed, "-c", "copy", part)
    return made(WORK / "street-lorries.mp4", make)


def lorries(times):
    """The 10 s in which lorries begin to pass, so often."""
    film = base(FILMS.index("muck-trucks"), "variable")
    once = made(WORK / "lorries-1.ts", lambda part: ffmpeg("-i", film, "-t", "10", "-c", "copy", "-f", "mpegts", part))
    listed = WORK / "lorries.txt"
    listed.write_text(f"file '{once}'\n" * times)
    joined = ["-f", "concat", "-safe", "0", "-i", listed, "-c", "copy"]
    return made(WORK / f"lorries-{times}.mp4", lambda part: ffmpeg(*joined, part))


SCENE, ALL = ["street-stall", "crowd"], ["street-stall", "crowd", "waterlogging", "muck-truck"]


def replay(piculet, film, algorithms, networks):
    configuration = WORK / "street.yaml"
    configuration.write_text(CAMERA % ", ".join(f"{{use: {name}}}" for name in algorithms))
    seconds, _ = cpu_seconds([piculet, "replay", film, "--camera", "street", "--config", configuration, "--format", "jsonl"],
                             env={**os.environ, **({} if networks else {"PICULET_OPENVINO": ""})})
    return seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--piculet", required=True)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    film = street()
    shown = [lorries(times) for times in (1, 2)]
    rows = []
    for _ in range(options.runs):
        seeing = replay(options.piculet, film, ALL, networks=True)
        # Shown twice the same costs twice, but for what is done once, the look at water among it.
        one, two = (replay(options.piculet, film, ALL, networks=True) for film in shown)
        once = 2 * one - two
        blind = replay(options.piculet, film, SCENE, networks=False)
        theirs, _ = cpu_seconds(decode(film, keyframes=True))
        rows.append((seeing, once, blind, theirs))
        print(f"with networks {seeing:.2f} (once {once:.2f}), scene alone {blind:.2f}, FFmpeg {theirs:.2f}: "
              f"{(seeing - once) / theirs:.2f}", flush=True)
    columns = list(zip(*rows))
    table_rows = [
        ("with networks, whole program", f"{median(columns[0]):.2f}", f"{median(a / d for a, _, _, d in rows):.2f}"),
        ("of it once: opening and compiling networks, a first look for water", f"{median(columns[1]):.2f}", f"{median(b / d for _, b, _, d in rows):.2f}"),
        ("with networks, without what is once", f"{median(a - b for a, b, _, _ in rows):.2f}",
         f"{median((a - b) / d for a, b, _, d in rows):.2f}"),
        ("by the scene alone", f"{median(columns[2]):.2f}", f"{median(c / d for _, _, c, d in rows):.2f}"),
        ("FFmpeg, keyframes", f"{median(columns[3]):.2f}", "1"),
    ]
    print(table(["work", "CPU s", "of FFmpeg's"], table_rows))
    write("seeing.md", "\n".join([
        "# A camera that networks look through", "",
        f"{machine()}; 800 s of 1080p25, a street that is quiet for 720 s; policy `keyframes`; street stall, crowd, waterlogging and "
        f"muck truck; "
        f"medians of {options.runs} alternated runs.", "", table(["work", "CPU s", "of FFmpeg's"], table_rows)]))


main()
