"""Seeded variants of the street that street.py draws, for street-stall, crowd and muck-truck to be judged by: bench.py films them.

A seed says who moves where and when, the light, and what the camera shows: the drawn picture, that mirrored, or 0.8 of either, which is
a camera that stands nearer. Where a half of the seed is even there is something to find. For the first 8 s there never is.
"""

import itertools
import math
import random

import numpy
from PIL import Image

from film import Film
from scenes import CROWD_THRESHOLD, NOTHING, PAVEMENT, WHOLE_ROAD, Scene, Walker

LEARNS = 8.5  # seconds in which the program learns the place
NEAR_LANE, FAR_LANE, KERB_SIDE = 8.3, 11.4, 7.5
LENGTHS = {"van": 5.2, "tipper": 9, "tipper-loaded": 9, "box-lorry": 9, "mixer": 9, "bus": 11.2}
OTHERS = ("box-lorry", "mixer", "bus", "van")
TINTS = [(1, 1, 1), (0.5, 0.52, 0.56), (0.8, 0.25, 0.2), (0.25, 0.4, 0.8), (0.85, 0.7, 0.3), (0.3, 0.55, 0.35)]
ORDERS = [(0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 2, 1)]


class View:
    """What a camera shows of the drawn picture: a share of it from a corner on, mirrored or not."""

    def __init__(self, name, mirrored, share, rng, width=960, height=540):
        self.name, self.mirrored = name, mirrored
        self.width, self.height = round(width * share), round(height * share)
        self.left = rng.randint(0, width - self.width)
        # A nearer camera sees all of the road and of the kerb.
        self.top = rng.randint(round(0.5 * (height - self.height)), height - self.height)
        self.whole = (width, height)

    def cut(self, picture):
        part = picture[self.top:self.top + self.height, self.left:self.left + self.width]
        return part[:, ::-1] if self.mirrored else part

    def polygon(self, points):
        """A rectangle of the drawn picture, as far as it is seen."""
        made = []
        for x, y in points:
            x = min(max((x * self.whole[0] - self.left) / self.width, 0), 1)
            y = min(max((y * self.whole[1] - self.top) / self.height, 0), 1)
            made.append([round(1 - x if self.mirrored else x, 4), round(y, 4)])
        return made

    def sees(self, column, row):
        return self.left < column < self.left + self.width and self.top < row < self.top + self.height

    def sides(self, camera, y, z=0.0):
        """From which x to which it sees what stands so deep and so high."""
        middle, _, scale = camera.project(0, y, z)
        return (self.left - middle) / scale, (self.left + self.width - middle) / scale


class Placed:
    """A thing on a path of (seconds, x), so deep in the street; it may look the other way and have another paint."""

    def __init__(self, name, path, y, flipped=False, paint=((0, 1, 2), (1, 1, 1))):
        self.name, self.path, self.y, self.flipped, self.paint = name, path, y, flipped, paint

    def at(self, t):
        for (t0, x0), (t1, x1) in zip(self.path, self.path[1:]):
            if t0 <= t < t1:
                return x0 + (t - t0) / (t1 - t0) * (x1 - x0)
        return None


class BenchScene(Scene):
    encoder = ("veryfast", "26")

    def __init__(self, name, text, view, light, seconds, seed, tree=None, conditions=(), **others):
        conditions = [*conditions, *(["shadow"] if tree is not None else [])]
        super().__init__(name, f"{text}; {view.name}, seed {seed}", seconds=seconds, seed=seed, sunlight=light, tree_shadow=tree is not None,
                         conditions=conditions, road=WHOLE_ROAD, **others)
        self.view, self.tree = view, tree

    def in_view(self, t, camera):
        states = (walker.at(t) for walker in self.walkers)
        return sum(1 for state in states if state is not None and state[1] < 6 and self.view.sees(*camera.project(*state[:2])[:2]))

    def labels_in_view(self, camera):
        labels = self.labels(CROWD_THRESHOLD)
        labels["zones"] = [{**zone, "polygon": self.view.polygon(zone["polygon"])} for zone in labels["zones"]]
        for count in labels["counts"]:
            count["persons"] = [self.in_view(count["t_s"], camera)] * 2
        return labels


class BenchFilm(Film):
    def __init__(self, folder):
        super().__init__(folder)
        self.cuts = {name: self._cut(name) for name in self.things}
        self.cache = {}
        self.sunshine = self.sun - self.shade
        # One look-up a pixel: many films are wanted.
        self.curve = (255 * (numpy.arange(65536) / 65535) ** (1 / 2.2)).astype(numpy.float32)

    def lit_street(self, direct):
        canvas = self.sunshine * direct[:, :, None]
        canvas += self.shade
        return canvas

    def developed(self, linear, gain):
        steps = linear * (65535 * gain).astype(numpy.float32)
        return self.curve[numpy.minimum(steps, 65535, out=steps).astype(numpy.uint16)]

    def _cut(self, name):
        """The part of both layers that holds the thing and its shadow, and where in it the thing's place on the ground lies."""
        sun, shade = self.things[name]
        alpha = numpy.maximum(sun[:, :, 3], shade[:, :, 3])
        rows, columns = alpha.shape[0] // 6 * 6, alpha.shape[1] // 6 * 6
        solid = alpha[:rows, :columns].reshape(rows // 6, 6, columns // 6, 6).mean((1, 3)) > 0.06
        down, along = numpy.flatnonzero(solid.any(1)), numpy.flatnonzero(solid.any(0))
        top, bottom, left, right = 6 * down[0], 6 * down[-1] + 6, 6 * along[0], 6 * along[-1] + 6
        column, row, _ = self.camera.project(*self.layers["things"][name])
        return [layer[top:bottom, left:right] for layer in (sun, shade)], (column - left, row - top)

    def placed(self, thing, x):
        key = (thing.name, thing.y, thing.flipped, thing.paint)
        column, row, scale = self.camera.project(x, thing.y)
        if key not in self.cache:
            layers, foot = self.cuts[thing.name]
            ratio = scale / self.camera.project(*self.layers["things"][thing.name])[2]
            order, gains = thing.paint
            size = (round(layers[0].shape[1] * ratio), round(layers[0].shape[0] * ratio))
            made = []
            for layer in layers:
                planes = [numpy.asarray(Image.fromarray(numpy.ascontiguousarray(layer[:, :, channel]), "F").resize(size, Image.BICUBIC))
                          for channel in (*order, 3)]
                painted = numpy.clip(numpy.stack(planes, axis=2), 0, 1) * numpy.array((*gains, 1), numpy.float32)
                made.append(painted[:, ::-1] if thing.flipped else painted)
            foot = (foot[0] * ratio, foot[1] * ratio)
            self.cache[key] = (made, (size[0] - foot[0], foot[1]) if thing.flipped else foot)
        layers, foot = self.cache[key]
        return thing.y, "thing", layers, column - foot[0], row - foot[1]

    def size(self, scene):
        return scene.view.width, scene.view.height

    def seen(self, scene, picture):
        return scene.view.cut(picture)

    def labels(self, scene):
        return scene.labels_in_view(self.camera)

    def shoot(self, scene, output):
        self.cache.clear()
        if scene.tree is not None:
            self.crown = self.crown_at(scene.tree)
        super().shoot(scene, output)


def view_of(seed, rng):
    return View(*(("whole", False, 1.0), ("mirrored", True, 1.0), ("near", False, 0.8), ("near, mirrored", True, 0.8))[seed // 4 % 4], rng)


def edge(at, lasts):
    return lambda t: 1 / (1 + math.exp(-(t - at) * 6 / lasts))


def light_of(rng, seconds, kind=None):
    """Its name, the sun's part over time, and where a tree's shadow lies, if one does."""
    kind = kind or rng.choice(("sun", "sun", "grey", "brightens", "darkens", "clouds", "tree", "tree and clouds"))
    tree = rng.uniform(250, 720) if "tree" in kind else None
    if kind == "grey":
        dim = rng.uniform(0, 0.12)
        return kind, lambda t: dim, tree
    if kind in ("brightens", "darkens"):
        change, low, high = edge(rng.uniform(11, seconds - 8), rng.uniform(2, 8)), rng.uniform(0, 0.3), rng.uniform(0.6, 1)
        return kind, (lambda t: low + (high - low) * change(t)) if kind == "brightens" else (lambda t: high - (high - low) * change(t)), tree
    if "clouds" in kind:
        times, now = [], rng.uniform(5, 12)
        while now < seconds:
            times.append(edge(now, rng.uniform(1.5, 5)))
            now += rng.uniform(7, 14)
        deep = rng.uniform(0.6, 0.95)
        return kind, lambda t: 1 - deep * sum(sign * one(t) for sign, one in zip(itertools.cycle((1, -1)), times)), tree
    bright = rng.uniform(0.75, 1)
    return kind, lambda t: bright, tree


def passing(rng, seconds, every, rows=((0.4, 5.5),)):
    """People who cross the picture; rows: from which depth to which they walk."""
    people, start = [], rng.uniform(-8, 4)
    while start < seconds:
        y, speed, side = rng.uniform(*rng.choice(rows)), rng.uniform(1.0, 1.7), rng.choice((-1, 1))
        people.append(Walker(rng.randrange(8), [(start, -10 * side, y), (start + 20 / speed, 10 * side, y)]))
        start += rng.expovariate(1 / every)
    return people


def stander(rng, x, y, arrives, leaves, stirs, speed=1.35):
    """Someone who comes, stays at a place, taking a step aside now and then where `stirs`, and goes."""
    side, away = rng.choice((-1, 1)), rng.choice((-1, 1))
    path = [(arrives - abs(10 * side - x) / speed, 10 * side, y), (arrives, x, y)]
    now = arrives
    while stirs and now < leaves - 7:
        now += rng.uniform(1.5, 5)
        path.append((now, *path[-1][1:]))
        now += 0.9
        path.append((now, x + rng.uniform(-0.6, 0.6), y + rng.uniform(-0.35, 0.35)))
    path.append((leaves, *path[-1][1:]))
    path.append((leaves + abs(10 * away - path[-1][1]) / speed, 10 * away, path[-1][2]))
    return Walker(rng.randrange(8), path)


def paint_of(rng, name):
    if name == "stall":
        return rng.choice(ORDERS), (1, 1, 1)
    if name == "tipper":  # orange, green or blue, brighter or darker
        return rng.choice(ORDERS[:3]), (rng.uniform(0.7, 1.3),) * 3
    if name == "tipper-loaded":  # earth keeps its colour
        return (0, 1, 2), (rng.uniform(0.7, 1.3),) * 3
    return (0, 1, 2), rng.choice(TINTS)


def passage(rng, name, start, speed, far=False):
    """A vehicle that drives through: to the right in the near lane, to the left in the far one."""
    reach = 24 if far else 18
    path = [(start, reach), (start + 2 * reach / speed, -reach)] if far else [(start, -reach), (start + 2 * reach / speed, reach)]
    return Placed(name, path, FAR_LANE if far else NEAR_LANE, far, paint_of(rng, name))


def stopping(rng, x, arrives, leaves, speed=6.0):
    """A van that comes to the kerb and, where it leaves in time, goes on."""
    path = [(arrives - 2 - (16 + x - 5) / speed, -16), (arrives - 2, x - 5), (arrives, x), (leaves, x), (leaves + 2, x + 5),
            (leaves + 2 + (11 - x) / speed, 16)]
    return Placed("van", path, KERB_SIDE, False, paint_of(rng, "van"))


def some_traffic(rng, seconds):
    """Now and then a van or a bus."""
    things, now = [], rng.uniform(-4, 8)
    while rng.random() < 0.6 and now < seconds:
        things.append(passage(rng, rng.choice(("van", "van", "bus")), now, rng.uniform(6, 11)))
        now += rng.uniform(8, 16)
    return things


def stall_scene(seed, rng, camera):
    seconds, view = 36, view_of(seed, rng)
    word, light, tree = light_of(rng, seconds)
    if seed // 2 % 2 == 0:
        y, side = rng.uniform(1.2, 4.6), rng.choice((-1, 1))
        left, right = view.sides(camera, y - 0.5)
        x, speed = rng.uniform(left + 1.5, right - 1.5), rng.uniform(1.2, 1.7)
        edge_x = left - 1.5 if side < 0 else right + 1.5
        start = rng.uniform(LEARNS, LEARNS + 3) + abs(x - edge_x) / speed
        leaves = start + rng.uniform(15, 26)
        end, away = min(round(leaves, 1), seconds), rng.choice((-1, 1))
        path = [(start - abs(x - edge_x) / speed, edge_x), (start, x), (leaves, x), (leaves + 14 / speed, x + away * 14)]
        vendor = [(path[0][0], edge_x + 1.3 * side, y), (start, x + 1.3 * side, y), (start + 1.5, x + 0.4, y + 0.8)]
        while vendor[-1][0] < leaves - 8:
            now = vendor[-1][0] + rng.uniform(1.5, 5)
            vendor += [(now, *vendor[-1][1:]), (now + 0.8, x + rng.uniform(-0.8, 0.8), y + 0.8)]
        vendor += [(leaves - 1.5, *vendor[-1][1:]), (leaves, x - 1.3 * away, y), (leaves + 14 / speed, x + away * 12.7, y)]
        people = [Walker(rng.randrange(8), vendor)]
        for _ in range(rng.randint(0, 4)):
            comes = start + rng.uniform(2, 14)
            people.append(stander(rng, x + rng.choice((-1, 1)) * rng.uniform(0.2, 1.6), y - rng.uniform(0.8, 1.1), comes,
                                  comes + rng.uniform(4, 10), rng.random() < 0.5))
        rows = [row for row in ((0.3, y - 1.2), (y + 1.2, 5.6)) if row[1] > row[0]]
        return BenchScene(f"stall-{seed:03}", f"a cart comes, sells and leaves; {word}", view, light, seconds, seed, tree,
                          walkers=people + passing(rng, seconds, rng.uniform(4, 20), rows), things=[
                              Placed("stall", path, y, paint=paint_of(rng, "stall")), *some_traffic(rng, seconds)],
                          events=[{"algorithm": "street-stall", "zone": "pavement", "start_s": round(start, 1), "end_s": end,
                                   "tolerance_s": 2.0}], absent=[one for one in NOTHING if one != "street-stall"])
    people, things = passing(rng, seconds, rng.uniform(4, 16)), []
    left, right = view.sides(camera, 3)
    kind = ("van", "delivery", "group", "passers", "cart")[seed // 4 % 5]
    if kind == "van":
        text = "a van parks at the kerb"
        arrives = LEARNS + rng.uniform(2, 5)
        things = [stopping(rng, rng.uniform(left + 2, right - 2), arrives, rng.choice((60, arrives + rng.uniform(16, 22))))]
    elif kind == "delivery":
        text = "a van stops at the kerb, its driver delivers something, it leaves"
        arrives, x = LEARNS + rng.uniform(2, 5), rng.uniform(left + 2, right - 2)
        leaves, door, deep = arrives + rng.uniform(11, 16), rng.uniform(-3, 3), rng.uniform(0.6, 3)
        things = [stopping(rng, x, arrives, leaves)]
        back = leaves - 1.5
        people.append(Walker(rng.randrange(8), [(arrives + 1, x + 2, 6.2), (arrives + 4, x + door, deep), (back - 3, x + door, deep),
                                                (back, x + 2, 6.2)]))
    elif kind == "group":
        number, line, lasts = rng.randint(4, 9), rng.random() < 0.5, rng.uniform(12, 22)
        text = f"{number} people {'queue' if line else 'stand together'} for {lasts:.0f} s"
        x, y, step = rng.uniform(left + 2.5, right - 2.5), rng.uniform(1, 4.4), rng.uniform(0.55, 0.8) * rng.choice((-1, 1))
        for place in range(number):
            at = (x + (place - number / 2) * step, y) if line else (x + rng.gauss(0, 0.8), y + rng.gauss(0, 0.5))
            arrives = LEARNS + 6 + rng.uniform(0, 4)
            people.append(stander(rng, *at, arrives, arrives + lasts, rng.random() < 0.5))
    elif kind == "cart":
        text, speed, side, y = "a cart is only pushed past", rng.uniform(0.9, 1.5), rng.choice((-1, 1)), rng.uniform(1.2, 4.6)
        start = LEARNS + rng.uniform(0, 4)
        things = [Placed("stall", [(start, -10 * side), (start + 20 / speed, 10 * side)], y, paint=paint_of(rng, "stall"))]
        people.append(Walker(rng.randrange(8), [(start, -11.3 * side, y), (start + 20 / speed, 8.7 * side, y)]))
    else:
        text = "people pass under a tree's swaying shadow and clouds"
        word, light, tree = light_of(rng, seconds, "tree and clouds")
        people += passing(rng, seconds, rng.uniform(3, 6))
    return BenchScene(f"stall-{seed:03}", f"no stall: {text}; {word}", view, light, seconds, seed, tree, walkers=people,
                      things=things + some_traffic(rng, seconds) * (kind not in ("van", "delivery")), absent=NOTHING)


def gathering(rng, view, camera, number, arrives, leaves, spread):
    """So many people who come to about one place within a few seconds and stay there."""
    left, right = view.sides(camera, 0.6)
    wide = rng.uniform(*spread)
    x, stirs, within = rng.uniform(left + wide, right - wide), rng.uniform(0.2, 1), rng.uniform(1, 3)
    return [stander(rng, x + rng.uniform(-wide, wide), rng.uniform(0.6, 5), arrives + rng.uniform(-within, within),
                    leaves + rng.uniform(-2, 2), rng.random() < stirs) for _ in range(number)]


def crowd_scene(seed, rng, camera):
    seconds, view = 36, view_of(seed, rng)
    word, light, tree = light_of(rng, seconds)
    if seed // 2 % 2 == 0:
        number, arrives = rng.randint(20, 40), rng.uniform(14, 19)
        people = gathering(rng, view, camera, number, arrives, arrives + rng.uniform(14, 26), (2.2, 4.2))
        scene = BenchScene(f"crowd-{seed:03}", f"{number} people gather and stay; {word}", view, light, seconds, seed, tree,
                           walkers=people + passing(rng, seconds, rng.uniform(6, 20)), things=some_traffic(rng, seconds),
                           conditions=["crowded"], absent=[one for one in NOTHING if one != "crowd"])
        many = [scene.in_view(n / 10, camera) >= CROWD_THRESHOLD for n in range(seconds * 10)]
        if True not in many:
            return None
        first, last = many.index(True), len(many) - 1 - many[::-1].index(True)
        if first < 10 * LEARNS or not all(many[first:last + 1]) or last - first < 120 or max(scene.in_view(n, camera) for n in range(seconds)) < 18:
            return None
        scene.events = [{"algorithm": "crowd", "zone": "pavement", "start_s": first / 10, "end_s": (last + 1) / 10, "tolerance_s": 4.0}]
        return scene
    kind = ("few gather", "many pass", "a van parks, few gather")[seed // 4 % 3]
    people, things, arrives = passing(rng, seconds, rng.uniform(1.3, 2.5) if kind == "many pass" else rng.uniform(6, 16)), [], rng.uniform(12, 15)
    number = rng.randint(5, 10)
    if kind != "many pass":
        people += gathering(rng, view, camera, number, arrives, arrives + rng.uniform(10, 20), (1, 3))
        kind = kind.replace("few gather", f"{number} people gather")
    if "van" in kind:
        left, right = view.sides(camera, KERB_SIDE)
        things = [stopping(rng, rng.uniform(left + 2, right - 2), LEARNS + rng.uniform(2, 5), 60)]
    return BenchScene(f"crowd-{seed:03}", f"no crowd: {kind}; {word}", view, light, seconds, seed, tree, walkers=people,
                      things=things or some_traffic(rng, seconds), absent=NOTHING)


def seen_from(thing, view, camera, seconds):
    """From when to when the middle of a vehicle is in the picture, to a tenth of a second."""
    left, right = view.sides(camera, thing.y, 1.5)
    times = [n / 10 for n in range(seconds * 10) if thing.at(n / 10) is not None and left < thing.at(n / 10) < right]
    return (times[0], times[-1] + 0.1) if times else None


def truck_scene(seed, rng, camera):
    seconds, view = 32, view_of(seed, rng)
    word, light, tree = light_of(rng, seconds)
    with_tipper = seed // 2 % 2 == 0
    # In sun all vehicles were drawn with a shadow to one side: none is turned round.
    far = rng.random() < 0.6 if word == "grey" else 0
    names = [rng.choice(OTHERS) for _ in range(rng.randint(0 if with_tipper else 2, 3))]
    if with_tipper:
        names += [rng.choice(("tipper", "tipper-loaded")) for _ in range(rng.randint(1, 2))]
    rng.shuffle(names)
    pace, dense, things, busy = rng.uniform(4.5, 11), rng.random() < 0.5, [], {False: [], True: []}
    now, events = LEARNS + rng.uniform(-1.5, 1), []
    for name in names:
        lane, speed = bool(far) and rng.random() < 0.5, pace * rng.uniform(0.9, 1.1)
        thing = passage(rng, name, now, speed, lane)
        # No vehicle drives into one before it: so far apart where both come in, and where the first leaves.
        for before, early in busy[lane]:
            behind = 2 + (LENGTHS[name] + LENGTHS[before]) / 2
            late = max(thing.path[0][0], early.path[0][0] + behind * (early.path[1][0] - early.path[0][0]) / abs(early.path[1][1] - early.path[0][1]))
            late = max(late, early.path[1][0] + behind / speed - (thing.path[1][0] - thing.path[0][0]))
            thing.path = [(late, thing.path[0][1]), (late + thing.path[1][0] - thing.path[0][0], thing.path[1][1])]
        times = seen_from(thing, view, camera, seconds)
        if times is None:
            return None
        if name.startswith("tipper"):
            # Passages in one zone do not overlap in the labels; and one is in the film to its end.
            if times[1] > seconds - 1 or times[0] < LEARNS or any(times[0] < event["end_s"] + 0.2 for event in events):
                return None
            events.append({"algorithm": "muck-truck", "zone": "road", "start_s": round(times[0], 1), "end_s": round(times[1], 1),
                           "tolerance_s": 1.5})
        busy[lane].append((name, thing))
        things.append(thing)
        now = thing.path[0][0] + (rng.uniform(1.5, 3) if dense else rng.uniform(3, 7))
    text = ", ".join(names) + f" at {3.6 * pace:.0f} km/h"
    return BenchScene(f"truck-{seed:03}", f"{text}; {word}", view, light, seconds, seed, tree,
                      walkers=passing(rng, seconds, rng.uniform(5, 25)), things=things, events=events,
                      absent=[one for one in NOTHING if not with_tipper or one != "muck-truck"])


MAKERS = {"street-stall": (stall_scene, 5), "crowd": (crowd_scene, 5), "muck-truck": (truck_scene, 6.25)}


def variant(algorithm, seed, film):
    """The scene of a seed: the first that its dice throw which is as it should be. Fewer than 15 persons wherever no crowd is told."""
    make, film.frames_per_second = MAKERS[algorithm]
    for attempt in range(200):
        scene = make(seed, random.Random(f"{algorithm} {seed} {attempt}"), film.camera)
        if scene is not None and ("crowd" not in scene.absent or all(scene.in_view(n / 2, film.camera) < 13 for n in range(2 * scene.seconds))):
            return scene
    raise ValueError(f"{algorithm} {seed}: no scene is as it should be")
