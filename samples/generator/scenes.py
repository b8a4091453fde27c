"""The scenes that film.py shoots: who moves where and when, and the truth that follows from it."""

import math
import random

CROWD_THRESHOLD = 15
# The near pavement in the picture (0..1), behind the kerb down to the lower edge; the road above it.
PAVEMENT = [[0, 0.57], [1, 0.57], [1, 1], [0, 1]]
ROAD = [[0, 0.40], [1, 0.40], [1, 0.54], [0, 0.54]]
# To the kerb: a lorry's wheels stand close to it.
WHOLE_ROAD = [[0, 0.40], [1, 0.40], [1, 0.57], [0, 0.57]]
# The other camera hangs over the road and looks along it (along.py): the road from the picture's lower edge to 24 m on, the
# pavements beside it.
ALONG_ZONES = {"road": ("road", [[0.443, 0.36], [0.575, 0.36], [0.67, 0.97], [0.20, 0.97]]),
               "pavement": ("pavement", [[0.59, 0.36], [0.90, 0.36], [1, 0.42], [1, 1], [0.69, 1]]),
               "far-pavement": ("pavement", [[0.38, 0.36], [0.43, 0.36], [0.17, 1], [0, 1], [0, 0.91]])}
WATER_THRESHOLD = 0.35
STEP = 0.36  # metres a walking pose lasts


class Walker:
    """A person on a path of (seconds, x, y); walks between the points, stands where two points are one place."""

    def __init__(self, variant, path):
        self.variant, self.path = variant, path

    def at(self, t):
        """x, y, pose and whether the figure looks left; None when not in the scene."""
        if not self.path[0][0] <= t < self.path[-1][0]:
            return None
        walked, left = 0.0, False
        for (t0, x0, y0), (t1, x1, y1) in zip(self.path, self.path[1:]):
            length = math.hypot(x1 - x0, y1 - y0)
            if abs(x1 - x0) > 0.02:
                left = x1 < x0
            if t < t1:
                part = (t - t0) / (t1 - t0)
                if length < 0.02:
                    sway = 0.015 * math.sin(t * 1.7 + self.variant)
                    return x0 + sway, y0, 4, left
                return x0 + part * (x1 - x0), y0 + part * (y1 - y0), int((walked + part * length) / STEP) % 4, left
            walked += length
        return None


class Thing:
    """One of street.py's THINGS on a path of (seconds, x); its depth is where it was drawn."""

    def __init__(self, name, path):
        self.name, self.path = name, path

    def at(self, t):
        for (t0, x0), (t1, x1) in zip(self.path, self.path[1:]):
            if t0 <= t < t1:
                return x0 + (t - t0) / (t1 - t0) * (x1 - x0)
        return None


class Scene:
    flood = None  # a RainScene's
    encoder = ("slow", "29")  # its preset, and how coarse

    def __init__(self, name, text, walkers=(), things=(), sunlight=lambda t: 1.0, tree_shadow=False, seconds=60,
                 seed=1, events=(), absent=(), crowd=False, conditions=(), road=ROAD):
        self.name, self.text, self.walkers, self.things = name, text, list(walkers), list(things)
        self.sunlight, self.tree_shadow, self.seconds, self.seed = sunlight, tree_shadow, seconds, seed
        self.events, self.absent, self.crowd = list(events), list(absent), crowd
        self.conditions, self.road = ["day", *conditions, "drawn"], road

    def persons(self, t):
        """How many stand or walk on the near pavement and within the picture's sides."""
        return sum(1 for state in (walker.at(t) for walker in self.walkers)
                   if state is not None and state[1] < 6 and abs(state[0]) < 7.5)

    def labels(self, threshold):
        events = list(self.events)
        if self.crowd:
            times = [n / 10 for n in range(self.seconds * 10) if self.persons(n / 10) >= threshold]
            events.append({"algorithm": "crowd", "zone": "pavement", "start_s": times[0], "end_s": times[-1] + 0.1,
                           "tolerance_s": 4.0, "note": f"{threshold} persons or more; they arrive over several seconds"})
        counts = [{"t_s": float(t), "persons": [self.persons(t)] * 2} for t in range(0, self.seconds, 5)]
        return {"video": f"{self.name}.mp4", "conditions": self.conditions, "scene": self.text + " (drawn)",
                "zones": [{"id": "pavement", "kind": "pavement", "polygon": PAVEMENT},
                          {"id": "road", "kind": "road", "polygon": self.road}],
                "events": events, "absent": self.absent, "counts": counts}


class Flood:
    """Rain, and how high water stands over the lowest place of the road (metres; below 0 none does).

    ground: the seed of the road's bumps; drops: rings that begin in a second; wetness: of the asphalt, 0 dry, 1 it shines; clouds:
    how much the sky that water mirrors differs; sky: how bright it is; shadow: what clouds take from the light as they drift by.
    """

    def __init__(self, level, seed, ground=5, waves=0.010, drops=25, rain=0.3, wetness=1.0, clouds=0.9, sky=1.5, shadow=0.0, drift=0.0):
        self.level, self.seed, self.ground, self.waves = level, seed, ground, waves
        self.drops, self.rain, self.wetness = drops, rain, wetness
        self.clouds, self.sky, self.shadow, self.drift = clouds, sky, shadow, drift


class RainScene(Scene):
    """Seen along the street; walkers keep to the pavements on both sides, vehicles to their lanes."""

    def __init__(self, name, text, flood, zones=ALONG_ZONES, coarse="30", **others):
        super().__init__(name, text, sunlight=lambda t: 0.0, conditions=["rain"] if flood.rain > 0 else [], road=zones["road"][1],
                         **others)
        self.flood, self.zones = flood, zones
        self.encoder = ("veryslow", coarse)  # ripples and rain need many bits

    def labels_of_water(self, shares, camera):
        """shares: of the road under water, each half second; camera: tells whose feet are in the picture."""
        labels = self.labels(CROWD_THRESHOLD)
        if max(shares) >= WATER_THRESHOLD:
            start = next(number for number, share in enumerate(shares) if share >= WATER_THRESHOLD)
            told = ", ".join(f"{shares[2 * t]:.2f} at {t} s" for t in range(0, self.seconds + 1, 10))
            labels["events"].append({
                "algorithm": "waterlogging", "zone": "road", "start_s": start / 2, "end_s": self.seconds, "tolerance_s": 10,
                "note": f"the share of the road under water reaches {WATER_THRESHOLD}, and water is looked for every 10 s: {told}"})
        labels["zones"] = [{"id": name, "kind": kind, "polygon": polygon} for name, (kind, polygon) in self.zones.items()]
        if "pavement" not in self.zones:
            del labels["counts"]
            return labels
        for count in labels["counts"]:
            places = [camera.project(*state[:2]) for state in (walker.at(count["t_s"]) for walker in self.walkers)
                      if state is not None]
            count["persons"] = [sum(1 for x, y, _ in places if 0 < x < camera.width and y < camera.height)] * 2
        return labels


def strollers(seed, seconds, every):
    """People under umbrellas along both pavements."""
    rng, people, start = random.Random(seed), [], -24.0
    while start < seconds:
        y, speed, comes = rng.choice((rng.uniform(0.5, 4.6), rng.uniform(13.6, 15.2))), rng.uniform(1.1, 1.5), rng.random() < 0.5
        near, far = -9.5, 27.0
        way = [(start, far if comes else near, y), (start + (far - near) / speed, near if comes else far, y)]
        people.append(Walker(rng.randrange(4), way))
        start += rng.expovariate(1 / every)
    return people


def ride(name, start, speed):
    """A vehicle of along.py: one that comes from afar, or goes there."""
    path = (31.0, -11.0) if name.endswith("near") else (-11.0, 31.0)
    return Thing(name, [(start, path[0]), (start + 42 / speed, path[1])])


def rising(t):
    """The near gutter is full at first; in a few seconds the ruts are, in half a minute most of the road is under water.

    At first, because water is looked for each minute only, until some is seen.
    """
    return 0.026 + 0.040 * (1 - math.exp(-t / 8))


def passer(rng, start, y=None, speed=None):
    """Someone who crosses the picture along the pavement."""
    y, speed = rng.uniform(0.4, 5.4) if y is None else y, speed or rng.uniform(1.1, 1.5)
    side = rng.choice((-1, 1))
    return Walker(rng.randrange(8), [(start, -10 * side, y), (start + 20 / speed, 10 * side, y)])


def passers(seed, seconds, every):
    rng, people, start = random.Random(seed), [], rng_start(seed)
    while start < seconds:
        people.append(passer(rng, start))
        start += rng.expovariate(1 / every)
    return people


def rng_start(seed):
    return 2.0 + seed % 3


def drive(start, speed, name="van", reach=16):
    """A vehicle that passes without a stop, from as far to the left as to the right."""
    return Thing(name, [(start, -reach), (start + 2 * reach / speed, reach)])


def lorries_scene(name, text, drives, seed, sunlight):
    """Vehicles pass one after the other; a tipper is an event from when half of it is in the picture until half has left."""
    half, reach = 11.5, 18
    events = [{"algorithm": "muck-truck", "zone": "road", "start_s": round(start + (reach - half) / speed, 1),
               "end_s": round(start + (reach + half) / speed, 1), "tolerance_s": 1.5}
              for kind, start, speed in drives if kind.startswith("tipper")]
    return Scene(name, text, passers(seed, 60, 12), [drive(start, speed, kind, reach) for kind, start, speed in drives],
                 sunlight=sunlight, seed=seed, events=events, absent=["street-stall", "waterlogging", "crowd"],
                 road=WHOLE_ROAD)


def crowd_people():
    """34 people come from both sides within a few seconds, mill about, and go within a few seconds."""
    rng, people = random.Random(5), []
    for number in range(34):
        side, y = rng.choice((-1, 1)), rng.uniform(0.6, 4.8)
        x, arrive = rng.uniform(-3.6, 3.6), 16 + rng.uniform(-2.5, 2.5)
        leave = 46 + rng.uniform(-2, 2)
        path = [(arrive - (10 + x * -side) / 1.35 * 1.0, 10 * side, y), (arrive, x, y)]
        now = arrive
        while now < leave - 6:
            rest = rng.uniform(1.5, 4)
            path.append((now + rest, path[-1][1], path[-1][2]))
            nx = min(max(path[-1][1] + rng.uniform(-0.7, 0.7), -4), 4)
            ny = min(max(path[-1][2] + rng.uniform(-0.4, 0.4), 0.5), 5)
            now += rest + 0.9
            path.append((now, nx, ny))
        path.append((leave, path[-1][1], path[-1][2]))
        away = rng.choice((-1, 1))
        path.append((leave + abs(10 * away - path[-1][1]) / 1.35, 10 * away, path[-1][2]))
        people.append(Walker(number % 8, path))
    return people


def customers(stall_x, seed, start, end):
    """A vendor behind the stall and customers who come, stand before it for a while, and go on."""
    rng = random.Random(seed)
    vendor = [(start - (stall_x + 10) / 1.2, -10 - 1.3, 3.1), (start, stall_x - 1.3, 3.1),
              (start + 1.5, stall_x - 0.4, 4.0)]
    now = start + 1.5
    while now < end - 4:
        rest = rng.uniform(2, 4)
        vendor += [(now + rest, vendor[-1][1], vendor[-1][2]),
                   (now + rest + 0.7, stall_x - 0.3 + rng.uniform(-0.5, 0.5), 4.0)]
        now += rest + 0.7
    vendor += [(end, stall_x - 1.3, 3.1), (end + (10 - stall_x) / 1.2, 10 - 1.3, 3.1)]
    people = [Walker(3, vendor)]
    for arrive in (start + 5, start + 13, start + 21):
        x = stall_x + rng.uniform(-1.6, -1.1) * rng.choice((-1, 1))
        people.append(Walker(rng.randrange(8), [(arrive - (x + 10) / 1.3, -10, 2.3), (arrive, x, 2.3),
                                                (arrive + 8, x, 2.3), (arrive + 8 + (10 - x) / 1.3, 10, 2.3)]))
    return people


def stall_scene(name, text, seed, start, end, sunlight):
    x = 2.4
    path = [(start - (x + 10) / 1.2, -10), (start, x), (end, x), (end + (10 - x) / 1.2, 10)]
    return Scene(name, text, customers(x, seed, start, end) + passers(seed, 60, 9), [Thing("stall", path)],
                 sunlight=sunlight, seed=seed, absent=["waterlogging", "crowd", "muck-truck"],
                 events=[{"algorithm": "street-stall", "zone": "pavement", "start_s": start, "end_s": end,
                          "tolerance_s": 2.0}])


def cloud(t):
    """The sun goes behind a cloud within three seconds, twice, and comes back."""
    def edge(at):
        return 1 / (1 + math.exp(-(t - at) * 2.2))
    return 1 - 0.92 * (edge(14) - edge(30) + edge(44))


NOTHING = ["street-stall", "waterlogging", "crowd", "muck-truck"]
SCENES = [
    stall_scene("stall", "a fruit cart is pushed onto the pavement, sells and leaves; sun", 2, 14.0, 48.0,
                lambda t: 1.0),
    stall_scene("stall-grey", "the same cart on a grey day that brightens while it stands", 9, 11.0, 44.0,
                lambda t: 0.5 / (1 + math.exp(-(t - 27) * 1.5))),
    Scene("crowd", "some thirty people gather on the pavement, mill about and disperse; grey day", crowd_people(),
          sunlight=lambda t: 0.0, seed=3, crowd=True, conditions=["crowded"], absent=["street-stall", "waterlogging", "muck-truck"]),
    Scene("passers", "people and a van merely pass; sun", passers(4, 60, 3.2), [drive(9, 9), drive(31, 8)], seed=4,
          absent=NOTHING),
    Scene("parked-van", "a van parks at the kerb of the road and drives off; sun", passers(6, 60, 10),
          [Thing("van", [(6, -16), (8.5, -4), (10.5, -1.5), (44, -1.5), (46.5, 2), (49, 16)])], seed=6, absent=NOTHING),
    Scene("cloud-and-leaves", "a tree's shadow sways on the pavement, clouds come and go", passers(8, 60, 14),
          sunlight=cloud, tree_shadow=True, seed=8, conditions=["shadow"], absent=NOTHING),
    lorries_scene("muck-trucks", "an empty and a loaded tipper pass, and a box lorry, a mixer, a bus and a van",
                  [("tipper", 4, 8), ("box-lorry", 13, 9), ("bus", 22, 8), ("tipper-loaded", 31, 7), ("mixer", 41, 9),
                   ("van", 50, 9)], 12, lambda t: 1.0),
    Scene("quiet", "nothing at all; sun", seed=10, absent=NOTHING),
    RainScene("waterlogging", "it rains; water spreads from the gutter over the road, vehicles drive through slowly", Flood(rising, 14),
              walkers=strollers(14, 60, 7), things=[ride("car-near", 16, 4), ride("van-away", 39, 3.5)], seed=14,
              absent=["street-stall", "crowd", "muck-truck"]),
    RainScene("wet-road", "it rains, the asphalt shines and no water stands; vehicles pass with their lamps on",
              Flood(lambda t: -0.02, 15, wetness=0.8), coarse="28", walkers=strollers(15, 60, 7),
              things=[ride("car-near", 3, 9), ride("van-away", 11, 8), ride("car-near", 22, 8), ride("car-away", 31, 9),
                      ride("car-near", 40, 10), ride("van-away", 48, 8)], seed=15, absent=NOTHING),
]
