#!/usr/bin/env python3
"""Many cameras of 1080p25 in one daemon, under `keyframes`: does it keep up, how late is it, what does it take?

    many_cameras.py --piculet .build/release/piculet [--cameras 200] [--rtsp 20] [--minutes 3] [--rate variable]
    many_cameras.py --piculet .build/release/piculet --cameras 100 --busy 0.1 --networks

Eight films of 40 s, H.264, a keyframe every 2 s, each camera's its own copy cut at a random picture, looped at live pace;
the RTSP ones come from GStreamer's server in processes of their own. Writes results/many-cameras.md.

With --networks all four algorithms see with what `make deps` brought; --busy is the share of cameras
before which something goes on, the others show a street where next to nothing moves. Writes results/seeing-cameras.md.

How much a keyframe costs is a matter of its bytes. Of a variable rate (the default of cameras, here at most 4 Mb/s) they
have some 100 KB, as those of recorded footage brought to this size have; at a constant 4 Mb/s a street where little
moves gives nearly all of the rate to the keyframes, 300 KB and more each.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import time
import urllib.request

from common import ROOT, SAMPLES, WORK, ffmpeg, machine, made, table, write

# In which something goes on.
BUSY = ["crowd", "passers", "stall", "muck-trucks"]
FILMS = ["stall", "crowd", "passers", "parked-van", "cloud-and-leaves", "quiet", "stall-grey", None, "muck-trucks"]
RATES = {"variable": ["-crf", "24"], "constant": ["-b:v", "4M"]}
ENCODED = ["-maxrate", "4M", "-bufsize", "8M", "-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-keyint_min", "50",
           "-sc_threshold", "0", "-bf", "0", "-pix_fmt", "yuv420p"]


def base(index, rate):
    name = FILMS[index]
    source = ["-t", "40", "-i", SAMPLES / f"{name}.mp4"] if name else ["-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=25:d=40"]
    return made(WORK / "many" / f"{rate}-{index + 1}.ts", lambda part: ffmpeg(
        *source, "-vf", "scale=1920:1080,fps=25,noise=alls=4:allf=t,setsar=1", *RATES[rate], *ENCODED, "-f", "mpegts", part))


def annexb(rate):
    return made(WORK / "many" / f"{rate}-rtsp.h264", lambda part: ffmpeg(
        "-i", base(0, rate), "-c:v", "copy", "-bsf:v", "h264_metadata=aud=insert", "-f", "h264", part))


def keyframe_bytes(film):
    """Bytes of a keyframe, in the mean."""
    out = subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "packet=size,flags", "-of", "csv=p=0",
                          film], capture_output=True, text=True, check=True).stdout
    sizes = [int(line.split(",")[0]) for line in out.splitlines() if "K" in line]
    return sum(sizes) / len(sizes)


class Daemon:
    def __init__(self, piculet, cameras, networks):
        algorithms = ["street-stall", "crowd"] + (["waterlogging", "muck-truck"] if networks else [])
        used = ", ".join(f"{{use: {name}}}" for name in algorithms)
        folder = WORK / "many" / "run"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        lines = ["store: piculet.sqlite", "console: {listen: '127.0.0.1:8397'}", "cameras:"]
        for number, source in enumerate(cameras):
            lines.append(f"  - {{id: c{number}, source: '{source}', decode: keyframes, zones: [{{id: all, kind: watch, polygon: "
                         f"[[0, 0], [1, 0], [1, 1], [0, 1]]}}], algorithms: [{used}]}}")
        (folder / "c.yaml").write_text("\n".join(lines) + "\n")
        self.process = subprocess.Popen([piculet, "run", "--config", folder / "c.yaml"], stdout=subprocess.DEVNULL,
                                        stderr=open(folder / "log", "w"),
                                        env={**os.environ, "PASSWORD": "benchmark", **({} if networks else {"PICULET_OPENVINO": ""})})

    def metrics(self):
        return urllib.request.urlopen("http://127.0.0.1:8397/metrics", timeout=20).read().decode()

    def missing(self):
        """Keyframes that were neither looked at nor are under way: the least of each camera in ten seconds, for while
        the figures are read one after the other looks go on."""
        least = {}
        for _ in range(20):
            cameras = {}
            for name, camera, value in re.findall(r'^piculet_(\w+)\{camera="([^"]*)"[^}]*\} (\S+)$', self.metrics(), re.M):
                cameras.setdefault(camera, {})[name] = float(value)
            for camera, its in cameras.items():
                left = its["keyframes_total"] - its["looked_total"] - its["queued_packets"]
                least[camera] = min(least.get(camera, left), left)
            time.sleep(0.5)
        return sum(max(left, 0) for left in least.values())

    def figures(self):
        text = self.metrics()
        sums, most = {}, {}
        for name, value in re.findall(r"^piculet_(\w+)(?:\{[^}]*\})? (\S+)$", text, re.M):
            sums[name] = sums.get(name, 0) + float(value)
            most[name] = max(most.get(name, 0), float(value))
        live = re.search(r'^piculet_cameras\{state="live"\} (\d+)$', text, re.M)
        return sums, most, int(live.group(1)) if live else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--piculet", required=True)
    parser.add_argument("--cameras", type=int, default=200)
    parser.add_argument("--rtsp", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--rate", choices=RATES, default="variable")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--busy", type=float, help="share of cameras with something going on; without, films come in turn")
    parser.add_argument("--networks", action="store_true")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    # Lorries are for networks alone.
    names = FILMS if options.networks else FILMS[:-1]
    films = [base(index, options.rate) for index in range(len(names))]
    sources = []
    busy = [names.index(name) for name in BUSY if name in names]
    for number in range(options.cameras - options.rtsp):
        kind = number % len(films)
        if options.busy is not None:
            is_busy = int((number + 1) * options.busy) > int(number * options.busy)
            kind = busy[int(number * options.busy) % len(busy)] if is_busy else FILMS.index("quiet")
        film, cut = films[kind], draw.randrange(1, 450) / 25
        name = f"{options.rate}-{options.seed}-{number}" + ("" if options.busy is None else f"-{kind}")
        # Cut between keyframes too: the copy begins in the middle of a group, so no two cameras are in step.
        sources.append(made(WORK / "many" / f"{name}.mp4", lambda part: ffmpeg(
            "-i", film, "-ss", f"{cut:.2f}", "-copyinkf", "-c", "copy", part)))
    kilobytes = sum(map(keyframe_bytes, films)) / len(films) / 1000
    server = None
    if options.rtsp:
        server = subprocess.Popen(
            ["/usr/bin/python3", ROOT / "Tests/DaemonTests/Servers/rtsp_server.py", annexb(options.rate), "--password", "benchmark",
             *["good"] * options.rtsp], stdout=subprocess.PIPE, text=True)
        port = server.stdout.readline().split()[1]
        sources += [f"rtsp://viewer:${{PASSWORD}}@127.0.0.1:{port}/stream{number}" for number in range(options.rtsp)]
    daemon = Daemon(options.piculet, sources, options.networks)
    try:
        time.sleep(25)
        before, _, _ = daemon.figures()
        start = time.time()
        worst = 0.0
        while time.time() - start < options.minutes * 60:
            time.sleep(5)
            now, most, live = daemon.figures()
            worst = max(worst, most["longest_wait_seconds"])
        seconds = time.time() - start
        missing = daemon.missing()
    finally:
        daemon.process.terminate()
        code = daemon.process.wait()
        if server:
            server.kill()
    gone = {name: now[name] - before.get(name, 0) for name in now}
    beyond = (now["process_resident_bytes"] - now["ring_bytes"]) / options.cameras / 1e6
    rows = [
        ("cameras, of them over RTSP", f"{options.cameras}, {options.rtsp}"),
        ("seconds", f"{seconds:.0f}"),
        ("cameras live at the end", live),
        ("keyframes received since the start", f"{now['keyframes_total']:.0f}"),
        ("looks since the start, and packets under way at the end", f"{now['looked_total']:.0f}, {now['queued_packets']:.0f}"),
        ("keyframes neither looked at nor under way", f"{missing:.0f}"),
        ("dropped, thinned, damaged since the start",
         f"{now['dropped_total']:.0f}, {now['thinned_total']:.0f}, {now['damaged_total']:.0f}"),
        ("longest from a keyframe's arrival to the end of its look", f"{worst:.2f} s"),
        ("memory beyond the ring", f"{beyond:.2f} MB a camera"),
        ("ring", f"{now['ring_bytes'] / options.cameras / 1e6:.2f} MB a camera"),
        ("CPU", f"{gone['process_cpu_seconds_total'] / seconds:.2f} cores, "
                f"{1000 * gone['process_cpu_seconds_total'] / gone['looked_total']:.1f} ms a look"),
        ("CPU a camera", f"{60 * gone['process_cpu_seconds_total'] / seconds / options.cameras:.2f} s a minute"),
        ("exit", code),
    ]
    print(table(["figure", "value"], rows))
    algorithms = "all four algorithms with their networks" if options.networks else "two algorithms each"
    shown = f"{len(films)} films" if options.busy is None else f"{options.busy:.0%} of the cameras show people or lorries, the others an empty street"
    write("seeing-cameras.md" if options.networks else "many-cameras.md", "\n".join([
        f"# {options.cameras} cameras of 1080p25 in one process", "",
        f"{machine()}; {shown}, H.264, {options.rate} rate, a keyframe every 2 s and of {kilobytes:.0f} KB, at random offsets; "
        f"policy `keyframes`, {algorithms}; the RTSP server runs on the same cores.", "", table(["figure", "value"], rows)]))


if __name__ == "__main__":
    if sys.version_info < (3, 9):
        sys.exit("Python 3.9 or newer")
    main()
