"""What the benchmarks share: films, CPU seconds of commands, tables, the machine's name."""

import datetime
import os
import platform
import resource
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = HERE / "work"
RESULTS = HERE / "results"
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"
CONFIGURATION = """cameras:
  - id: bench
    zones: [{id: all, kind: watch, polygon: [[0, 0], [1, 0], [1, 1], [0, 1]]}]
    algorithms: [{use: street-stall, dwell: 10s}, {use: crowd, threshold: 15, hold: 5s}]
"""
X264 = ["-c:v", "libx264", "-preset", "medium"]
X265 = ["-c:v", "libx265", "-preset", "fast", "-x265-params", "log-level=error:keyint=50:min-keyint=50:scenecut=0"]
RATE = ["-b:v", "4M", "-maxrate", "4M", "-bufsize", "8M", "-g", "50", "-keyint_min", "50", "-sc_threshold", "0",
        "-pix_fmt", "yuv420p"]


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-nostdin", *map(str, arguments)], check=True)


def made(path, make):
    """A file that is kept between runs; made under another name so that a broken one is not taken for whole."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name("part-" + path.name)
        make(part)
        part.rename(path)
    return path


def street(codec):
    """A minute of 1080p25 of three drawn streets with some sensor noise, 4 Mb/s, a keyframe every 2 s."""
    def make(part):
        names = ["stall.mp4", "crowd.mp4", "passers.mp4"]
        inputs = [argument for name in names for argument in ("-t", "20", "-ss", "15", "-i", SAMPLES / name)]
        joined = "".join(f"[{n}:v]scale=1920:1080,fps=25,noise=alls=4:allf=t,setsar=1[v{n}];" for n in range(3))
        joined += "[v0][v1][v2]concat=n=3:v=1[v]"
        ffmpeg(*inputs, "-filter_complex", joined, "-map", "[v]", *(X264 if codec == "h264" else X265), *RATE, part)
    return made(WORK / ("minute.mp4" if codec == "h264" else "minute-h265.mp4"), make)


def quiet():
    """A minute of a street where next to nothing moves, as `street` is encoded."""
    return made(WORK / "quiet.mp4", lambda part: ffmpeg(
        "-i", SAMPLES / "quiet.mp4", "-vf", "scale=1920:1080,fps=25,noise=alls=4:allf=t,setsar=1", *X264, *RATE, part))


def repeated(minute, minutes):
    return made(minute.with_name(f"{minute.stem}-{minutes}.mp4"), lambda part: ffmpeg(
        "-stream_loop", minutes - 1, "-i", minute, "-c", "copy", part))


def configuration():
    path = WORK / "bench.yaml"
    WORK.mkdir(exist_ok=True)
    path.write_text(CONFIGURATION)
    return path


def cpu_seconds(command, **more):
    """CPU seconds of a command and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout.decode()


def replay(piculet, film, policy):
    """By the scene alone, on any machine; what networks cost on top is seeing.py's."""
    return ["env", "PICULET_OPENVINO=", piculet, "replay", film, "--config", configuration(), "--camera", "bench", "--decode", policy,
            "--format", "jsonl"]


def decode(film, keyframes=False):
    """FFmpeg's own decode of every picture, or of the keyframes, on one thread."""
    return ["ffmpeg", "-v", "error", "-nostdin", "-threads", "1", *(["-skip_frame", "nokey"] if keyframes else []), "-i", film,
            "-map", "0:v:0", *(["-vsync", "passthrough"] if keyframes else []), "-f", "null", "-"]


def pictures(film, keyframes=False):
    """How many pictures of a film are due: every one, or every keyframe that is half a second after the last."""
    told = subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=dts_time,flags", "-of",
                           "csv=p=0", str(film)], check=True, capture_output=True, text=True).stdout.splitlines()
    if not keyframes:
        return len(told)
    due, last = 0, -1.0
    for time, flags in (line.split(",")[:2] for line in told):
        if "K" in flags and float(time) - last >= 0.45:
            due, last = due + 1, float(time)
    return due


def median(values):
    return statistics.median(values)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
                 platform.machine())
    version = subprocess.run(["ffmpeg", "-version"], capture_output=True, text=True).stdout.split()[2]
    return f"{datetime.date.today()}, {model}, {os.cpu_count()} cores, FFmpeg {version}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def write(name, text):
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / name).write_text(text.rstrip() + "\n")
    print(f"wrote benchmarks/results/{name}", flush=True)


def bars(title, rows, unit):
    """A bar chart as SVG: rows of (label, value, colour)."""
    width, left, line = 760, 250, 30
    top = 46
    most = max(value for _, value, _ in rows)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{top + line * len(rows) + 12}" '
             f'font-family="system-ui, sans-serif" font-size="14">',
             '<rect width="100%" height="100%" fill="#ffffff"/>',
             f'<text x="16" y="26" font-size="16" font-weight="600" fill="#1c2733">{title}</text>']
    for index, (label, value, colour) in enumerate(rows):
        y = top + line * index
        length = max((width - left - 110) * value / most, 1)
        parts.append(f'<text x="{left - 12}" y="{y + 18}" text-anchor="end" fill="#1c2733">{label}</text>')
        parts.append(f'<rect x="{left}" y="{y + 4}" width="{length:.1f}" height="20" rx="3" fill="{colour}"/>')
        parts.append(f'<text x="{left + length + 8:.1f}" y="{y + 19}" fill="#1c2733">{value:.2f} {unit}</text>')
    return "\n".join(parts + ["</svg>"])
