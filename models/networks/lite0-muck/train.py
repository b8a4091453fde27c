#!/usr/bin/env python3
"""Learns head.npz: which vehicles are muck trucks.

    train.py NAME=FOLDER...            learns from every picture that data.txt lists
    train.py --judge NAME=FOLDER...    leaves pictures out in turn, and says how they are told by a head that never saw them

data.txt lists vehicles: the name of a folder, a picture in it, what the vehicle is, and its box in pixels. Drawn ones come from
samples/generator/vehicles.py. Needs numpy, pillow and openvino; takes some ten minutes on two cores. The same pictures give the
same head, to what the processor's arithmetic allows.

A vehicle is cut out with a small margin and laid into 224 x 224 at the top left, the rest is grey. It is described by the means of
the backbone's maps at strides 32 and 16, 1392 numbers, and judged by one weighted sum of them. Each is shown many times: smaller,
blurred, mirrored, brighter and darker, less and more of its surroundings, in other colours. Street cameras show vehicles so, and the
pictures there are do not.
"""

import sys
from io import BytesIO
from pathlib import Path

import numpy
import openvino
from PIL import Image, ImageFilter

SEED = 1
SIDE, MARGIN = 224, 0.06
NARROWEST = 45
# How often each is shown; few pictures of muck trucks stand against many of others.
SHOWN = {"muck": 60, "other": 8, "drawn-muck": 16, "drawn-other": 10}
# Ridge, and the weight of a muck truck's view against another vehicle's.
RIDGE, MUCK_WEIGHT = 300, 0.5
WIDTHS = (None, 128, 80, 56)


class Vehicle:
    def __init__(self, line):
        self.folder, self.picture, self.kind, *edges = line.split()
        self.edges = [float(edge) for edge in edges]

    is_muck = property(lambda self: self.kind.endswith("muck"))
    source = property(lambda self: f"{self.folder}/{self.picture}")


class Backbone:
    def __init__(self):
        core = openvino.Core()
        model = core.read_model(Path(__file__).resolve().parents[1] / "efficientnet-lite0/efficientnet-lite0.xml")
        model.reshape([1, 3, SIDE, SIDE])
        self.network = core.compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})

    def described(self, view):
        scale = min(SIDE / view.width, SIDE / view.height)
        size = max(int(view.width * scale), 1), max(int(view.height * scale), 1)
        laid = Image.new("RGB", (SIDE, SIDE), (127, 127, 127))
        laid.paste(view.resize(size, Image.BOX if scale < 1 else Image.BILINEAR))
        levels = (numpy.asarray(laid, numpy.float32) - 127) / 128
        outputs = self.network(levels.transpose(2, 0, 1)[None])
        return numpy.concatenate([numpy.array(outputs[index])[0].mean((1, 2)) for index in (2, 1)])


def cut(picture, edges, margins):
    left, top, right, bottom = edges
    width, height = right - left, bottom - top
    return picture.crop((
        max(int(left - margins[0] * width), 0), max(int(top - margins[1] * height), 0),
        min(int(right + margins[2] * width), picture.width), min(int(bottom + margins[3] * height), picture.height)))


def narrowed(view, width):
    if width is None or width >= view.width:
        return view
    return view.resize((width, max(round(view.height * width / view.width), 4)), Image.BOX)


def seen_otherwise(picture, edges, random):
    """One view of a vehicle as another camera might have it."""
    # A box around what moves has shadows and passers-by in it, or leaves a part out.
    reach = (-0.12, 0.12) if random.random() < 0.6 else (-0.25, 0.4)
    view = cut(picture, edges, MARGIN + random.uniform(*reach, 4))
    if random.random() < 0.5:
        view = view.transpose(Image.FLIP_LEFT_RIGHT)
    view = narrowed(view, int(numpy.exp(random.uniform(numpy.log(NARROWEST), numpy.log(400)))))
    if random.random() < 0.4:
        view = view.filter(ImageFilter.GaussianBlur(float(random.choice([0.6, 1.0]))))
    if random.random() < 0.5:
        packed = BytesIO()
        view.save(packed, "JPEG", quality=int(random.choice([70, 45])))
        view = Image.open(packed).convert("RGB")
    levels = numpy.asarray(view, numpy.float32) * random.uniform(0.6, 1.4) + random.uniform(-25, 25)
    if random.random() < 0.3:
        levels = 0.3 * levels + 0.7 * levels.mean(2, keepdims=True)
    view = Image.fromarray(levels.clip(0, 255).astype(numpy.uint8))
    if random.random() < 0.3:
        hue, rest, value = view.convert("HSV").split()
        hue = Image.fromarray(((numpy.asarray(hue, int) + random.integers(256)) % 256).astype(numpy.uint8))
        view = Image.merge("HSV", (hue, rest, value)).convert("RGB")
    return view


def views(vehicles, folders):
    """The numbers of each view, the vehicle that it shows, and how wide it was cut down to; -1 for what is learned from."""
    random, backbone = numpy.random.default_rng(SEED), Backbone()
    rows, owners, widths = [], [], []
    for number, vehicle in enumerate(vehicles):
        picture = Image.open(folders[vehicle.folder] / vehicle.picture).convert("RGB")
        for _ in range(SHOWN[vehicle.kind]):
            rows.append(backbone.described(seen_otherwise(picture, vehicle.edges, random)))
            owners.append(number)
            widths.append(-1)
        whole = cut(picture, vehicle.edges, [MARGIN] * 4)
        for width in WIDTHS:
            if width is None or whole.width > width:
                rows.append(backbone.described(narrowed(whole, width)))
                owners.append(number)
                widths.append(width or 0)
    return numpy.array(rows), numpy.array(owners), numpy.array(widths)


def learned(rows, is_muck):
    """Logistic regression with a ridge, by Newton's method."""
    mean, spread = rows.mean(0), rows.std(0) + 0.05
    given = ((rows - mean) / spread).astype(numpy.float64)
    share = numpy.where(is_muck, MUCK_WEIGHT, 1)
    weights, bias = numpy.zeros(given.shape[1]), 0.0
    for _ in range(10):
        likely = 1 / (1 + numpy.exp(-numpy.clip(given @ weights + bias, -30, 30)))
        slope = share * (likely - is_muck)
        bend = share * numpy.maximum(likely * (1 - likely), 1e-4)
        matrix = (given * bend[:, None]).T @ given
        matrix[numpy.diag_indices(len(weights))] += RIDGE
        weights -= numpy.linalg.solve(matrix, given.T @ slope + RIDGE * weights)
        bias -= slope.sum() / bend.sum()
    return weights / spread, bias - (mean / spread) @ weights


def area_under_curve(scores, is_muck):
    """The share of pairs in which the muck truck has the higher score."""
    higher = scores[is_muck][:, None] - scores[~is_muck][None]
    return ((higher > 0) + 0.5 * (higher == 0)).mean()


def judge(vehicles, rows, owners, widths):
    """Each picture is judged by a head that learned without it and without a twelfth of the others."""
    kinds = numpy.array([vehicle.kind for vehicle in vehicles])
    is_muck = numpy.array([vehicle.is_muck for vehicle in vehicles])
    sources = numpy.array([vehicle.source for vehicle in vehicles])
    parts = {}
    for folder in {vehicle.folder for vehicle in vehicles}:
        its = sorted({vehicle.source for vehicle in vehicles if vehicle.folder == folder})
        parts.update({source: index % 12 for index, source in enumerate(its)})
    part = numpy.array([parts[source] for source in sources])
    scores = numpy.zeros(len(rows))
    for left_out in range(12):
        taught = (part[owners] != left_out) & (widths < 0)
        weights, bias = learned(rows[taught], is_muck[owners[taught]])
        asked = part[owners] == left_out
        scores[asked] = 1 / (1 + numpy.exp(-(rows[asked] @ weights + bias)))
    for name, chosen in (("real", ("muck", "other")), ("drawn", ("drawn-muck", "drawn-other"))):
        for width in WIDTHS:
            its = (widths == (width or 0)) & numpy.isin(kinds[owners], chosen)
            if width is not None:
                # Others that are narrower than that to begin with are as far away.
                narrow = numpy.array([v.edges[2] - v.edges[0] <= width for v in vehicles])[owners]
                its |= (widths == 0) & narrow & (kinds[owners] == chosen[1])
            muck, told = is_muck[owners[its]], scores[its] >= 0.5
            print(f"{name}, {width or 'as they are'}: {muck.sum()} muck trucks, {(~muck).sum()} others, AUC "
                  f"{area_under_curve(scores[its], muck):.3f}, told {told[muck].sum()}, false {told[~muck].sum()}")
    for number, vehicle in enumerate(vehicles):
        if vehicle.folder in ("dump-trucks", "site-vehicles"):
            print(f"  {vehicle.source} {scores[(owners == number) & (widths == 0)][0]:.2f}")


def main(arguments):
    folders = {name: Path(folder) for name, folder in (one.split("=") for one in arguments if "=" in one)}
    lines = (Path(__file__).with_name("data.txt")).read_text().splitlines()
    vehicles = [Vehicle(line) for line in lines if line and not line.startswith("#")]
    rows, owners, widths = views(vehicles, folders)
    if "--judge" in arguments:
        return judge(vehicles, rows, owners, widths)
    taught = widths < 0
    weights, bias = learned(rows[taught], numpy.array([vehicle.is_muck for vehicle in vehicles])[owners[taught]])
    numpy.savez(Path(__file__).with_name("head.npz"), w=weights[:, None].astype(numpy.float32), b=numpy.float32(bias))
    print(f"{taught.sum()} views of {len(vehicles)} vehicles")


main(sys.argv[1:])
