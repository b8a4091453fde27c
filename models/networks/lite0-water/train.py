#!/usr/bin/env python3
"""Learns head.npz: which cells of a picture show standing water.

    train.py ROAD_WATER DRY_PICTURES [BACKBONE.xml]

ROAD_WATER is a folder of pictures with boxes around water beside them (`0 cx cy w h`, shares of the picture), DRY_PICTURES one
of pictures without water on a street; data.txt lists those that head.npz was made of. Needs numpy, pillow and openvino; takes
some minutes on two cores. The same pictures give the same head, to what the processor's arithmetic allows.

A cell is 32 x 32 pixels of a picture that was stretched to 448 x 448. It is described by the backbone's map at stride 32 and the
mean of its map at stride 16, 1392 numbers, and judged by one hidden layer. Cells that boxes cover to 0.6 are water, those that
they leave to 0.98 are dry, what lies between teaches nothing. Each picture is shown mirrored too.
"""

import sys
from pathlib import Path

import numpy
import openvino
from PIL import Image

SEED = 1
SIDE, CELL = 448, 32
HIDDEN, EPOCHS, BATCH, RATE, DECAY = 48, 5, 2048, 2e-3, 1e-2
# Numbers of a cell and of the hidden layer that are left out while learning.
LEFT_OUT, LEFT_OUT_HIDDEN = 0.1, 0.3
WET, DRY = 0.6, 0.02


def main(road_water, dry_pictures, backbone=None):
    backbone = backbone or Path(__file__).resolve().parents[1] / "efficientnet-lite0/efficientnet-lite0.xml"
    core = openvino.Core()
    model = core.read_model(backbone)
    model.reshape([1, 3, SIDE, SIDE])
    network = core.compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    cells, wet = [], []
    for path in sorted(Path(road_water).glob("*.jpg")):
        boxes = numpy.loadtxt(path.with_suffix(".txt"), ndmin=2)
        for is_mirrored in (False, True):
            covered = cover(boxes, is_mirrored)
            told = (covered >= WET) | (covered < DRY)
            cells.append(described(network, path, is_mirrored)[told])
            wet.append(covered[told] >= WET)
    for path in sorted(Path(dry_pictures).glob("*.jpg")):
        for is_mirrored in (False, True):
            cells.append(described(network, path, is_mirrored).reshape(-1, cells[0].shape[-1]))
            wet.append(numpy.zeros(len(cells[-1]), bool))
    cells, wet = numpy.concatenate(cells), numpy.concatenate(wet).astype(numpy.float32)
    print(f"{len(cells)} cells, {wet.mean():.3f} of them wet")
    head = learned(cells, wet)
    numpy.savez(Path(__file__).with_name("head.npz"), **{name: array.astype(numpy.float16) for name, array in head.items()})


def described(network, path, is_mirrored):
    """14 x 14 x 1392."""
    picture = Image.open(path).convert("RGB")
    picture = picture.resize((SIDE, SIDE), Image.BOX if picture.width > SIDE else Image.BILINEAR)
    levels = numpy.asarray(picture, numpy.float32)
    levels = levels[:, ::-1] if is_mirrored else levels
    outputs = network(((levels - 127) / 128).transpose(2, 0, 1)[None])
    middle, coarse = numpy.array(outputs[1])[0], numpy.array(outputs[2])[0]
    channels, rows, columns = middle.shape
    middle = middle.reshape(channels, rows // 2, 2, columns // 2, 2).mean((2, 4))
    return numpy.concatenate([coarse, middle]).transpose(1, 2, 0).astype(numpy.float16)


def cover(boxes, is_mirrored):
    """By cell, the share that boxes cover, to an eighth of its sides."""
    side = SIDE // CELL
    fine = numpy.zeros((side * 8, side * 8))
    for _, x, y, width, height in boxes:
        x = 1 - x if is_mirrored else x
        (left, right), (top, bottom) = [
            [max(round((middle + half) * side * 8), 0) for half in (-size / 2, size / 2)]
            for middle, size in ((x, width), (y, height))]
        fine[top:bottom, left:right] = 1
    return fine.reshape(side, 8, side, 8).mean((1, 3))


def learned(cells, wet):
    """Logistic loss, AdamW (Loshchilov and Hutter, ICLR 2019), a rate that falls as half a cosine."""
    random = numpy.random.default_rng(SEED)
    mean, spread = cells.mean(0, dtype=numpy.float64), cells.astype(numpy.float32).std(0, dtype=numpy.float64) + 0.1
    mean, spread = mean.astype(numpy.float32), spread.astype(numpy.float32)
    weights = [
        random.normal(0, (2 / cells.shape[1]) ** 0.5, (cells.shape[1], HIDDEN)), numpy.zeros(HIDDEN),
        random.normal(0, (1 / HIDDEN) ** 0.5, (HIDDEN, 1)), numpy.zeros(1)]
    weights = [array.astype(numpy.float32) for array in weights]
    first, second = [[numpy.zeros_like(array) for array in weights] for _ in range(2)]
    steps, step = EPOCHS * (len(cells) // BATCH), 0
    for _ in range(EPOCHS):
        order = random.permutation(len(cells))
        for start in range(0, len(cells) - BATCH + 1, BATCH):
            chosen = order[start:start + BATCH]
            given = (cells[chosen] - mean) / spread
            given *= (random.random(given.shape, numpy.float32) > LEFT_OUT) / numpy.float32(1 - LEFT_OUT)
            raw = given @ weights[0] + weights[1]
            shown = ((random.random(raw.shape, numpy.float32) > LEFT_OUT_HIDDEN) / numpy.float32(1 - LEFT_OUT_HIDDEN)) * (raw > 0)
            hidden = raw * shown
            likely = 1 / (1 + numpy.exp(-numpy.clip(hidden @ weights[2] + weights[3], -30, 30)))
            wrong = (likely - wet[chosen, None]) / BATCH
            back = (wrong @ weights[2].T) * shown
            slopes = [given.T @ back, back.sum(0), hidden.T @ wrong, wrong.sum(0)]
            step += 1
            rate = RATE / 2 * (1 + numpy.cos(numpy.pi * step / steps))
            for index, slope in enumerate(slopes):
                first[index] = 0.9 * first[index] + 0.1 * slope
                second[index] = 0.999 * second[index] + 0.001 * slope ** 2
                change = first[index] / (1 - 0.9 ** step) / (numpy.sqrt(second[index] / (1 - 0.999 ** step)) + 1e-8)
                decay = DECAY * weights[index] if weights[index].ndim > 1 else 0
                weights[index] = (weights[index] - rate * (change + decay)).astype(numpy.float32)
    # What the cells were shifted and scaled by is worked into the first layer.
    return {
        "h1.w": (weights[0] / spread[:, None]).T, "h1.b": weights[1] - (mean / spread) @ weights[0],
        "h2.w": weights[2].T, "h2.b": weights[3]}


main(*sys.argv[1:])
