"""The scenes that film.py shoots: who moves where and when, and the truth that follows from it."""

import math
import random

CROWD_THRESHOLD = 15
# The near pavement in the picture (0..1), behind the kerb down to the lower edge; the road above it.
PAVEMENT = [[0, 0.57], [1, 0.57], [1, 1], [0, 1]]
ROAD = [[0, 0.40], [1, 0.40], [1, 0.54], [0, 0.54]]
# To the kerb: a lorry's wheels stand close to it.
WHOLE_ROAD = [[0, 0.40], [1, 0.40], [1, 0.57], [0, 0.57]]
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
]
