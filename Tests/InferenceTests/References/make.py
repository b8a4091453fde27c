#!/usr/bin/env python3
"""Computes what Piculet's networks are held to, with OpenCV's reading and resizing of pictures and code of its own for the
rest: pictures of ../shared/images/coco-val128, networks of ../shared/models. `make references` runs it, and needs both.

counts.json: bodies and heads that yolox-body-head-hand finds in each picture, whole, from 0.3 on.
features.json: of each channel of the backbone's last map the mean over a drawn picture, for three of them.
"""

import json
import sys
from pathlib import Path

import cv2
import numpy
import openvino

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[3] / "shared"
CORE = openvino.Core()
EXACT = {"INFERENCE_PRECISION_HINT": "f32"}


def likelihood(values):
    return 1 / (1 + numpy.exp(-values))


def kept(boxes, scores, overlap):
    """Of boxes of one thing the surest."""
    order, kept = list(numpy.argsort(-scores, kind="stable")), []
    while order:
        first = order.pop(0)
        kept.append(first)
        order = [other for other in order if shared(boxes[first], boxes[other]) <= overlap]
    return kept


def shared(one, other):
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    both = max(wide, 0) * max(high, 0)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return both / (sum(areas) - both) if both > 0 else 0


def persons(network, picture):
    """Bodies and heads."""
    given = cv2.resize(picture, (320, 256), interpolation=cv2.INTER_LINEAR).astype(numpy.float32)[None]
    answers = list(network(given).values())
    boxes, scores, classes = [], [], []
    for level, stride in enumerate((32, 16, 8)):
        kinds, places, things = (answers[3 * level + index][0] for index in range(3))
        rows, columns = things.shape[:2]
        x, y = numpy.meshgrid(numpy.arange(columns), numpy.arange(rows))
        middle = numpy.stack([x, y], -1) + places[..., :2]
        size = numpy.exp(places[..., 2:])
        boxes.append((numpy.concatenate([middle - size / 2, middle + size / 2], -1) * stride).reshape(-1, 4))
        scores.append((likelihood(things[..., 0]) * likelihood(kinds.max(-1))).ravel())
        classes.append(kinds.argmax(-1).ravel())
    boxes, scores, classes = map(numpy.concatenate, (boxes, scores, classes))
    told = []
    for wanted in (0, 1):
        chosen = (classes == wanted) & (scores >= 0.3)
        told.append(len(kept(boxes[chosen], scores[chosen], 0.5)))
    return told


def drawn(seed, width=480, height=352):
    """Levels of brightness and colour that the test draws as well, and what BT.601 makes of them at full range."""
    x, y = numpy.meshgrid(numpy.arange(width), numpy.arange(height))
    light = (x * 3 + y * 5 + x * y // (7 + seed)) % 256
    u, v = 96 + (x // (5 + seed) * 16) % 64, 96 + (y // (9 - seed) * 24) % 64
    light, u, v = light.astype(numpy.float64), u - 128.0, v - 128.0
    red, blue = light + 1.402 * v, light + 1.772 * u
    green = (light - 0.299 * red - 0.114 * blue) / 0.587
    return numpy.clip(numpy.stack([red, green, blue]), 0, 255)


def features(network, seed):
    answer = network(((drawn(seed) - 127) / 128).astype(numpy.float32)[None])
    return answer[2][0].mean((1, 2))


def main():
    files = sorted((SHARED / "images/coco-val128").glob("*.jpg"))
    if not files:
        sys.exit("the shared pictures are not there")
    heads = CORE.compile_model(SHARED / "models/yolox-body-head-hand/yolox-n-body-head-hand.xml", "CPU", EXACT)
    counts = {file.name: persons(heads, cv2.imread(str(file))) for file in files}
    (HERE / "counts.json").write_text(json.dumps(counts, indent=0) + "\n")
    model = CORE.read_model(SHARED / "models/efficientnet-lite0/efflite0-s8-s16-s32.xml")
    model.reshape([1, 3, 352, 480])
    backbone = CORE.compile_model(model, "CPU", EXACT)
    means = [[round(float(mean), 5) for mean in features(backbone, seed)] for seed in range(3)]
    (HERE / "features.json").write_text(json.dumps(means) + "\n")


if __name__ == "__main__":
    main()
