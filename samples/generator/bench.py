#!/usr/bin/env python3
"""Films seeded variants of the drawn streets, for an algorithm to be judged by: half with what it looks for, half without.

    bench.py LAYERS_FOLDER OUTPUT_FOLDER [ALGORITHM] SEED...      a SEED is a number or a range, 0-79; waterlogging without ALGORITHM

Seeds of even number are for development, odd ones are kept for judging. Where a half of the seed is even (0, 1, 4, 5, 8...) there is
something to find. street-stall, crowd, muck-truck: variants.py.

Waterlogging: water comes to stand on 0.45 to 0.95 of the road, fast, slowly or from the first picture on; else the road is wet and
shines, or dry under the shadows of clouds. Ground, waves, rain, sky, walkers, vehicles and, where LAYERS_FOLDER/along-bridge was drawn,
the camera differ. Half a minute each, 2.5 pictures a second.
"""

import random
import sys
from pathlib import Path

import variants
from rain import Rain
from scenes import NOTHING, Flood, RainScene, ride, strollers

SECONDS = 30


def level_for(film, scene, share):
    """The water's level that covers this share of the road."""
    low, high = -0.02, 0.16
    for _ in range(12):
        middle = (low + high) / 2
        scene.flood.level = lambda t: middle
        low, high = (middle, high) if film.cover(scene, 0, scene.road) < share else (low, middle)
    return high


def rises(start, end, lasts):
    return lambda t: end if lasts == 0 else start + (end - start) * min(t / lasts, 1)


def traffic(rng):
    things, now = [], rng.uniform(-3, 6)
    while now < SECONDS - 4 and len(things) < 5:
        things.append(ride(rng.choice(("car-near", "van-away", "car-away")), now, rng.uniform(4, 10)))
        now += rng.uniform(6, 20)
    return things


def variant(seed, films):
    rng = random.Random(seed)
    view, film = rng.choice(sorted(films.items()))
    with_water = (seed // 2) % 2 == 0
    dry = not with_water and rng.random() < 0.4
    flood = Flood(lambda t: -0.02, seed, ground=rng.randrange(1000), waves=rng.uniform(0.006, 0.02), drops=0 if dry else rng.uniform(5, 50),
                  rain=0 if dry else rng.uniform(0, 0.5), clouds=rng.uniform(0.4, 1.1), wetness=0 if dry else rng.uniform(0.7, 1.2),
                  shadow=rng.uniform(0.2, 0.5) if dry else 0, drift=rng.uniform(0, 800), sky=rng.uniform(1.1, 2.0))
    text = "water stands" if with_water else "a dry road under clouds' shadows" if dry else "a wet road without standing water"
    scene = RainScene(f"flood-{seed:03}", f"{text}; {view}, seed {seed}", flood, zones={"road": ("road", film.zone)}, walkers=strollers(seed, SECONDS, rng.uniform(4, 20)),
                      things=traffic(rng), seconds=SECONDS, seed=seed,
                      absent=[one for one in NOTHING if not with_water or one != "waterlogging"])
    if with_water:
        end = level_for(film, scene, rng.uniform(0.45, 0.95))
        flood.level = rises(rng.uniform(-0.01, 0.6 * end), end, rng.choice((0, rng.uniform(3, 12))))
    return film, scene


def rainy(layers):
    films = {folder.name: Rain(folder) for folder in (layers / "along", layers / "along-bridge") if (folder / "layers.json").exists()}
    for film in films.values():
        film.frames_per_second = 2.5
    return lambda seed: variant(seed, films)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    layers, output, asked = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    algorithm = asked.pop(0) if not asked[0][0].isdigit() else "waterlogging"
    if algorithm != "waterlogging" and algorithm not in variants.MAKERS:
        sys.exit(f"bench.py: no films are made for {algorithm}")
    output.mkdir(parents=True, exist_ok=True)
    if algorithm == "waterlogging":
        make = rainy(layers)
    else:
        street = variants.BenchFilm(layers)
        make = lambda seed: (street, variants.variant(algorithm, seed, street))
    for given in asked:
        first, _, last = given.partition("-")
        for seed in range(int(first), int(last or first) + 1):
            film, scene = make(seed)
            film.shoot(scene, output)
            print(scene.name, scene.text, flush=True)


main()
