#!/usr/bin/env python3
"""What one camera of 1080p25 costs: Piculet under each policy, Debian's motion, OpenCV's MOG2, FFmpeg's decode alone.

    peers.py --piculet .build/release/piculet [--runs 5]

CPU seconds for one minute of film, alternated, medians; motion takes a minute of wall time a run, for it plays at live
pace. OpenCV comes from PyPI into work/venv. Writes results/peers.md, results/peers.svg and results/burst.md.
"""

import argparse
import json
import re
import subprocess
import sys
import time

from common import (HERE, SHARED, WORK, X264, bars, cpu_seconds, decode, ffmpeg, machine, made, median, quiet, replay,
                    street, table, write)

MOTION = """daemon off
setup_mode off
log_level 4
netcam_url file://{film}
width 1920
height 1080
framerate 25
threshold 1500
picture_output off
movie_output off
webcontrol_port 0
stream_port 0
target_dir {work}
"""


def opencv():
    python = WORK / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", WORK / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "opencv-python-headless==4.12.0.88"], check=True)
    return python


def motion_cpu(film, seconds):
    """CPU seconds of motion while it plays the film once."""
    file = WORK / "motion.conf"
    file.write_text(MOTION.format(film=film, work=WORK))
    process = subprocess.Popen(["motion", "-n", "-c", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(seconds)
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
    process.terminate()
    process.wait()
    return (int(fields[11]) + int(fields[12])) / 100


def lorry(rate):
    """The lorry on the motorway, brought to 1080p."""
    source = SHARED / "footage" / "motorway-lorry.avi"
    constant = ["-b:v", "4M", "-maxrate", "4M", "-minrate", "4M", "-bufsize", "2M", "-nal-hrd", "cbr"]
    return made(WORK / f"lorry-{rate}.ts", lambda part: ffmpeg(
        "-i", source, "-vf", "scale=1440:1080,setsar=1", *X264, *(constant if rate == "constant" else ["-crf", "23"]),
        "-g", "50", "-keyint_min", "50", "-sc_threshold", "0", "-pix_fmt", "yuv420p", part))


def burst(piculet, runs):
    film = quiet()
    pairs = [(cpu_seconds(replay(piculet, film, "burst"))[0], cpu_seconds(replay(piculet, film, "keyframes"))[0])
             for _ in range(runs)]
    told = cpu_seconds(replay(piculet, film, "burst"))[1]
    count = sum(json.loads(line)["type"] == "burst" for line in told.splitlines())
    text = ["# What `burst` sees and costs", "", f"{machine()}.", "",
            f"A quiet minute: {median(a for a, _ in pairs):.2f} CPU s under `burst`, {median(b for _, b in pairs):.2f} under "
            f"`keyframes`, ratio {median(a / b for a, b in pairs):.2f} (median of {runs} alternated runs), {count} bursts.", ""]
    if not (SHARED / "footage").exists():
        write("burst.md", "\n".join(text))
        return
    rows = []
    for rate in ("variable", "constant"):
        lines = [json.loads(line) for line in cpu_seconds(replay(piculet, lorry(rate), "burst"))[1].splitlines()]
        summary = next(line for line in lines if line["type"] == "summary")
        bursts = [(line["from_media_s"], line["to_media_s"], line["looks"]) for line in lines if line["type"] == "burst"]
        looks = sum(max(0, min(to, 24) - max(start, 15.2)) * 25 for start, to, _ in bursts)
        rows.append((rate, "; ".join(f"{start:.1f} to {to:.1f} s, {count} looks" for start, to, count in bursts),
                     f"{looks:.0f}", f"{100 * summary['decoded'] / summary['packets']:.0f} %"))
    text += ["A lorry passes between 15.2 and 24.0 s of half a minute of motorway, brought to 1080p:", "",
             table(["bit rate", "bursts", "looks from 15.2 to 24.0 s", "decoded"], rows), "",
             "The keyframe at 18.0 s is the first that shows the lorry near by: a burst that begins there was begun by the change "
             "from keyframe to keyframe, one that begins at 16.0 s by the sizes of the packets after that keyframe. At a constant "
             "rate sizes say nothing."]
    write("burst.md", "\n".join(text))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--piculet", required=True)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    film = street("h264")
    ours = {f"Piculet, {policy}": policy for policy in ("keyframes", "burst", "every 1s", "full")}
    script = [opencv(), HERE / "opencv_mog2.py", film]
    costs = {name: [] for name in [*ours, "FFmpeg, keyframes", "FFmpeg, every picture", "OpenCV MOG2", "motion"]}
    for _ in range(options.runs):
        for name, policy in ours.items():
            costs[name].append(cpu_seconds(replay(options.piculet, film, policy))[0])
        costs["FFmpeg, keyframes"].append(cpu_seconds(decode(film, keyframes=True))[0])
        costs["FFmpeg, every picture"].append(cpu_seconds(decode(film))[0])
        costs["OpenCV MOG2"].append(cpu_seconds(script)[0])
        costs["motion"].append(motion_cpu(film, 60))
        print({name: round(values[-1], 2) for name, values in costs.items()}, flush=True)
    medians = {name: median(values) for name, values in costs.items()}
    version = subprocess.run(["motion", "-h"], capture_output=True, text=True).stdout
    version = re.search(r"[Mm]otion Version ([\d.]+)", version)
    rows = [(name, f"{cost:.2f}", f"{60 / cost:.1f}") for name, cost in medians.items()]
    write("peers.md", "\n".join([
        "# One camera of 1080p25, beside what else one might take", "",
        f"{machine()}, motion {version.group(1) if version else '?'}; one minute of H.264 at 4 Mb/s, a keyframe every 2 s; two "
        f"algorithms on; medians of {options.runs} alternated runs. The OpenCV script resizes to 640 x 360, runs MOG2 and "
        "finds contours.", "",
        table(["", "CPU s for a minute", "cameras a core"], rows), "",
        "![CPU seconds for a minute of one camera](peers.svg)"]))
    colours = {name: "#2f7d4f" if name in ours else "#8a96a3" if name.startswith("FFmpeg") else "#c2793b" for name in medians}
    (HERE / "results" / "peers.svg").write_text(bars(
        "CPU seconds for a minute of one 1080p25 camera", [(name, cost, colours[name]) for name, cost in medians.items()], "s") + "\n")
    burst(options.piculet, options.runs)


main()
