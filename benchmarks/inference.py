#!/usr/bin/env python3
"""How long networks take for a picture, beside OpenVINO's own benchmark of the same file.

    inference.py --meter .build/release/Meter

Both on one core, one stream and one thread, synchronous, in turn; five rounds of five seconds each, the medians. A look is all that
Piculet does with a picture of the drawn street (960 x 540): the network's input is made of the decoder's planes, it runs, its answer
is read. Writes results/inference.md.
"""

import argparse
import json
import re
import subprocess

from common import ROOT, SAMPLES, SHARED, machine, median, table, write

BENCHMARK = ROOT / ".build/python/bin/benchmark_app"
ROUNDS, SECONDS = 5, 5


def on_one_core(*command):
    return subprocess.run(["taskset", "-c", "0", *map(str, command)], check=True, capture_output=True, text=True).stdout


def weights(network, name):
    """Made here or pulled, else beside the repository; nothing if neither is there."""
    places = [ROOT / f"models/networks/{network}/{name}", SHARED / f"models/{network}/{name}"]
    return next((place for place in places if place.exists()), None)


def openvino(path, shape):
    told = on_one_core(BENCHMARK, "-m", path, "-d", "CPU", "-api", "sync", "-hint", "none", "-nstreams", 1, "-nthreads", 1,
                       "-t", SECONDS, "-shape", shape)
    return float(re.search(r"Median:\s+([0-9.]+) ms", told)[1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--meter", required=True)
    options = parser.parse_args()
    rows, left = [], []
    for network, name, shape in [("yolox-nano", "yolox_nano.onnx", "[1,3,416,416]"),
                                 ("picodet-s-416", "picodet_s_416_coco.onnx", "[1,3,416,416]"),
                                 ("person-vehicle-bike-detection-crossroad-1016",
                                  "person-vehicle-bike-detection-crossroad-1016.xml", "[1,3,512,512]")]:
        path = weights(network, name)
        if not path:
            left.append(network)
            continue
        ours, theirs = [], []
        for _ in range(ROUNDS):
            theirs.append(openvino(path, shape))
            ours.append(json.loads(on_one_core(options.meter, "inference", ROOT / f"models/networks/{network}/network.yaml",
                                               path, SAMPLES / "passers.mp4", SECONDS)))
        run, look, other = (median(one["run_ms"] for one in ours), median(one["look_ms"] for one in ours), median(theirs))
        rows.append((network, f"{other:.2f}", f"{run:.2f}", f"{run / other:.2f}", f"{look:.2f}", f"{look / other:.2f}"))
    text = ["# Networks beside OpenVINO's own benchmark", "",
            f"{machine()}; one core, one stream, one thread, synchronous; medians of {ROUNDS} alternated rounds of {SECONDS} s, in "
            "milliseconds. A look makes the input of a decoded picture of 960 x 540, runs the network and reads its answer; OpenVINO's "
            "`benchmark_app` runs it alone.", "",
            table(["network", "benchmark_app", "run", "ratio", "look", "ratio"], rows)]
    if left:
        text += ["", "Not here: " + ", ".join(left) + "."]
    write("inference.md", "\n".join(text))


main()
