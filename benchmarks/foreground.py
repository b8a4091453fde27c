#!/usr/bin/env python3
"""Which pixels are taken for foreground, beside OpenCV's MOG2 and KNN, on frames with masks drawn by hand.

    foreground.py --meter .build/release/Meter

The 251 frames of ../shared/images/highway-masks at their own size, 320 x 240, from the first on, each method as it comes,
and each with the same median of 5 x 5 pixels behind it. Shadow (50 in the masks) counts neither way and is told apart.
Runs in the environment that peers.py makes, with OpenCV. Writes results/foreground.md.
"""

import argparse
import shutil
import subprocess
import sys

from common import SHARED, WORK, ffmpeg, machine, made, table, write

MASKS = SHARED / "images" / "highway-masks"


def inside():
    """What needs OpenCV: prints the table's rows."""
    import cv2
    import numpy

    frames = [cv2.imread(str(path)) for path in sorted((MASKS / "input").iterdir())]
    truths = [cv2.imread(str(path), 0) for path in sorted((MASKS / "groundtruth").iterdir())]

    def score(masks, start):
        hit = missed = wrong = shadow = shadows = 0
        for mask, truth in list(zip(masks, truths))[start:]:
            seen = mask > 0
            hit += (seen & (truth == 255)).sum()
            missed += (~seen & (truth == 255)).sum()
            wrong += (seen & (truth == 0)).sum()
            shadow += (seen & (truth == 50)).sum()
            shadows += (truth == 50).sum()
        precision, recall = hit / (hit + wrong), hit / (hit + missed)
        return precision, recall, 2 * precision * recall / (precision + recall), shadow / shadows

    ours = [cv2.imread(str(path), 0) for path in sorted((WORK / "masks").iterdir())]
    assert len(ours) == len(frames), f"{len(ours)} masks of {len(frames)} frames"
    methods = {"Piculet": ours}
    for name, make in (("MOG2", cv2.createBackgroundSubtractorMOG2), ("KNN", cv2.createBackgroundSubtractorKNN)):
        for shadows in (True, False):
            subtractor = make(detectShadows=shadows)
            masks = [subtractor.apply(frame) for frame in frames]
            methods[f"{name}, {'shadows found' if shadows else 'without shadows'}"] = [
                ((mask == 255) * 255).astype(numpy.uint8) for mask in masks]
    for name, masks in methods.items():
        for behind, shown in (("", masks), (" + median", [cv2.medianBlur(mask, 5) for mask in masks])):
            first, later = score(shown, 0), score(shown, 50)
            print("\t".join([name + behind, *(f"{value:.3f}" for value in first), f"{later[2]:.3f}"]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--meter")
    parser.add_argument("--inside", action="store_true")
    options = parser.parse_args()
    if options.inside:
        inside()
        return
    if not MASKS.exists():
        sys.exit(f"{MASKS} is not here: nothing to score")
    first = sorted((MASKS / "input").iterdir())[0].stem
    film = made(WORK / "highway.mp4", lambda part: ffmpeg(
        "-framerate", 25, "-start_number", first.lstrip("in").lstrip("0"), "-i", MASKS / "input" / "in%06d.jpg", "-c:v",
        "libx264", "-qp", 0, "-pix_fmt", "yuv420p", part))
    shutil.rmtree(WORK / "masks", ignore_errors=True)
    subprocess.run([options.meter, "masks", film, WORK / "masks"], check=True)
    told = subprocess.run([WORK / "venv" / "bin" / "python", __file__, "--inside"], check=True, capture_output=True, text=True).stdout
    rows = [line.split("\t") for line in told.splitlines()]
    write("foreground.md", "\n".join([
        "# Foreground, pixel by pixel", "",
        f"{machine()}; highway of CDnet 2012, 251 frames of 320 x 240 with masks, every method in its own default, from the first "
        "frame on; shadow counts neither way, its share that was taken for foreground stands apart.", "",
        table(["method", "precision", "recall", "F", "shadow taken", "F after frame 50"], rows)]))


main()
