"""Rainy streets along which the camera looks: wet asphalt, standing water, what both mirror, rings of drops, rain.

film.py films the scenes that have a `flood` with this, over the layers of along.py. Water lies level: it stands where the ground is
lower than its level. The ground is a crowned road with gutters, ruts, bumps and a dip, known by formula: the truth of the labels
is counted from it.
"""

import json
import math

import numpy
from PIL import Image, ImageDraw, ImageFilter

from film import Camera, Film, read_linear

KERB, FAR_KERB, CROWN = 6.25, 13.0, 9.8
SKY = numpy.array([0.62, 0.74, 0.95], numpy.float32) * 0.42  # as street.py has it
WET, ALONE = 0.75, 0.5  # what of a dry wall's light a wet one sends, and of a figure's that was drawn alone
# Wet asphalt is darker, and mirrors a little, drawn out over so many columns and rows; mud sends less light than along.py gave it.
DARK, GLOSS, DULL, MUD = 0.6, 0.2, (8, 36), 0.5
# The mirrored sky is never as dark as a house.
DARKEST_CLOUD = 0.25
STREAKS = 110


def smooth_noise(random, shape, grain):
    """A random field of deviation 1 whose hills are some `grain` (rows, columns) large."""
    coarse = random.standard_normal((shape[0] // grain[0] + 2, shape[1] // grain[1] + 2)).astype(numpy.float32)
    soft = numpy.asarray(Image.fromarray(coarse, "F").resize((shape[1], shape[0]), Image.BICUBIC))
    return soft / soft.std()


class Ground:
    """Heights of the road in metres; 0 is about where the near gutter is lowest."""

    CELLS = 20  # to the metre
    WEST, LENGTH = -20.0, 70

    def __init__(self, seed, low_x=-2.0):
        random, cells = numpy.random.default_rng(seed), self.CELLS
        x = self.WEST + (numpy.arange(self.LENGTH * cells, dtype=numpy.float32) + 0.5) / cells
        y = KERB + (numpy.arange(round((FAR_KERB - KERB) * cells), dtype=numpy.float32) + 0.5) / cells
        x, y = numpy.meshgrid(x, y)
        camber = numpy.where(y < CROWN, 0.020 * (y - KERB), 0.020 * (CROWN - KERB) - 0.014 * (y - CROWN))
        dip = 0.05 * (1 - numpy.exp(-((x - low_x) / 16) ** 2))
        ruts = -0.006 * sum(numpy.exp(-((y - rut) / 0.28) ** 2) for rut in (7.3, 8.9, 10.6, 12.2))
        bumps = sum(size * smooth_noise(random, x.shape, (round(grain * cells), round(2 * grain * cells)))
                    for size, grain in ((0.007, 1.5), (0.003, 0.5), (0.0012, 0.2)))
        self.heights = (camber + dip + ruts + bumps).astype(numpy.float32)
        self.heights -= numpy.percentile(self.heights, 0.2)

    def at(self, x, y):
        """Between the cells as a plane would lie."""
        heights = self.heights
        column = numpy.clip((x - self.WEST) * self.CELLS - 0.5, 0, heights.shape[1] - 1.01)
        row = numpy.clip((y - KERB) * self.CELLS - 0.5, 0, heights.shape[0] - 1.01)
        c, r = column.astype(int), row.astype(int)
        right, down = column - c, row - r
        return ((heights[r, c] * (1 - right) + heights[r, c + 1] * right) * (1 - down)
                + (heights[r + 1, c] * (1 - right) + heights[r + 1, c + 1] * right) * down).astype(numpy.float32)


class Sheet:
    """The water's surface as the camera sees it: slopes along x and y at each pixel, at a time."""

    TRAINS = 18
    RING_LASTS = 0.9

    def __init__(self, x, y, metres_per_pixel, flood, seconds):
        random = numpy.random.default_rng(flood.seed)
        self.x, self.y, self.metres_per_pixel = x, y, metres_per_pixel
        self.trains = []
        for number in range(self.TRAINS):
            length = random.uniform(0.4, 1.5) if number % 3 == 0 else random.uniform(0.08, 0.35)
            towards, phase = random.uniform(0, 2 * math.pi, 2)
            # What is finer than the pixels is not seen as waves.
            steep = flood.waves * random.uniform(0.15, 0.35) * numpy.clip(length / (3 * metres_per_pixel), 0, 1) ** 1.5
            along = (2 * math.pi / length * (x * math.cos(towards) + y * math.sin(towards)) + phase).astype(numpy.float32)
            pace = math.sqrt(2 * math.pi * 9.81 / length) * 0.5  # slowed: small waves on shallow water
            self.trains.append((along, pace, (steep * math.cos(towards)).astype(numpy.float32),
                                (steep * math.sin(towards)).astype(numpy.float32)))
        count = round(flood.drops * seconds)
        self.drops = numpy.stack([random.uniform(-1, seconds, count), random.uniform(-8, 9, count),
                                  random.uniform(KERB, FAR_KERB, count)], axis=1)

    def slopes(self, t, camera, road_z, wakes):
        across, aside = numpy.zeros_like(self.x), numpy.zeros_like(self.x)
        for along, pace, steep_x, steep_y in self.trains:
            swing = numpy.cos(along - numpy.float32(pace * t))
            across += steep_x * swing
            aside += steep_y * swing
        for born, x, y in self.drops[(self.drops[:, 0] <= t) & (self.drops[:, 0] > t - self.RING_LASTS)]:
            self._ring(across, aside, t - born, x, y, camera.project(x, y, road_z))
        for x, lane, way, strength in wakes:
            behind, off = (x - self.x) * way, numpy.abs(self.y - lane)
            edge = off - 0.6 - 0.35 * behind
            swell = numpy.where(behind > -1, strength * numpy.exp(-numpy.abs(behind) / 7), 0) * numpy.exp(-(edge / 0.8) ** 2)
            across += swell * numpy.cos(edge * 9)
            aside += swell * 0.5 * numpy.sin(edge * 9)
        return across, aside

    def _ring(self, across, aside, age, x, y, place):
        column, row, scale = place
        radius = 0.04 + 0.30 * age
        wide, tall = math.ceil((radius + 0.12) * scale) + 1, math.ceil((radius + 0.12) * scale * 0.6) + 1
        top, left = max(round(row) - tall, 0), max(round(column) - wide, 0)
        part = numpy.s_[top:round(row) + tall, left:round(column) + wide]
        dx, dy = self.x[part] - x, self.y[part] - y
        if dx.size == 0:
            return
        far = numpy.sqrt(dx * dx + dy * dy) + 1e-4
        crest = 0.22 * math.exp(-age / 0.35) * numpy.exp(-((far - radius) / 0.035) ** 2) * numpy.sin((far - radius) * 70)
        crest *= numpy.clip(0.05 / self.metres_per_pixel[part], 0, 1)
        across[part] += crest * dx / far
        aside[part] += crest * dy / far


class Rain(Film):
    """The films' layers, and one picture of each of their scenes."""

    def __init__(self, folder):
        self.folder = folder
        self.layers = json.loads((folder / "layers.json").read_text())
        self.camera = Camera(self.layers)
        self.street, self.murk = [read_linear(folder / f"{name}.png")[:, :, :3] for name in ("street", "murk")]
        self.mirror = read_linear(folder / "mirror.png")[::-1].copy()
        self.road = read_linear(folder / "road.png")[:, :, :1].clip(0, 1)
        self.post = self._cut("post")
        self.walkers = {(variant, pose, word, side): self._figure(f"walker-{variant}-{pose}-{word}{side}")
                        for variant in range(self.layers["walkers"]) for pose in range(5)
                        for word in ("away", "near") for side in ("", "-mirror")}
        self.vehicles, self.cache, self.flood = {}, {}, None
        random = numpy.random.default_rng(11)
        size = (self.camera.height, self.camera.width)
        self.noise = random.standard_normal((24, size[0] + 32, size[1] + 32)).astype(numpy.float32)
        # The mirrored sky drifts: wider than the picture.
        self.clouds = (0.6 * smooth_noise(random, (size[0], 2 * size[1]), (40, 110))
                       + 0.3 * smooth_noise(random, (size[0], 2 * size[1]), (16, 44))).clip(-1.1, 1.8)
        self._survey()

    def _survey(self):
        """Where each pixel's ray meets the water, and how flat."""
        camera = self.camera
        rows, columns = numpy.mgrid[0:camera.height, 0:camera.width].astype(numpy.float32)
        aside, up = (columns + 0.5 - camera.width / 2) / camera.focal, (camera.height / 2 - rows - 0.5) / camera.focal
        rays = camera.forward + aside[:, :, None] * camera.right + up[:, :, None] * camera.up
        rays /= numpy.linalg.norm(rays, axis=2, keepdims=True)
        self.down = numpy.maximum(-rays[:, :, 2], 1e-3).astype(numpy.float32)
        reach = ((camera.eye[2] - self.layers["water_z"]) / self.down).astype(numpy.float32)
        self.x = (camera.eye[0] + reach * rays[:, :, 0]).astype(numpy.float32)
        self.y = (camera.eye[1] + reach * rays[:, :, 1]).astype(numpy.float32)
        self.metres_per_pixel = reach / self.down / camera.focal
        self.rows, self.columns = rows, columns
        self.on_road = (self.y > KERB) & (self.y < FAR_KERB) & (self.road[:, :, 0] > 0)
        seen = numpy.flatnonzero(self.on_road.any(1))
        self.top = int(seen[0])

    def _figure(self, name):
        """Premultiplied; drawn alone, without the houses and the ground that keep light off it."""
        layer = read_linear(self.folder / f"{name}.png")
        layer[:, :, :3] *= ALONE * layer[:, :, 3:]
        return layer

    @property
    def zone(self):
        """The road from the picture's lower edge to 24 m along it, as shares of the picture."""
        camera, z = self.camera, self.layers["road_z"]

        def nearest(y):
            return min((x / 10 for x in range(-150, 240)), key=lambda x: abs(camera.project(x, y, z)[1] - 0.97 * camera.height)
                       if (camera.eye - (x, y, z)) @ camera.forward < 0 else 1e9)
        near, far = KERB + 0.05, FAR_KERB - 0.05
        corners = [camera.project(x, y, z) for x, y in ((24, far), (24, near), (nearest(near), near), (nearest(far), far))]
        return [[round(column / camera.width, 3), round(row / camera.height, 3)] for column, row, _ in corners]

    def _cut(self, name, upside_down=False):
        """A layer without what is empty, and its upper left pixel."""
        layer = self._figure(name)
        layer = layer[::-1] if upside_down else layer
        rows, columns = [numpy.flatnonzero((layer[:, :, 3] > 0.004).any(axis)) for axis in (1, 0)]
        if not len(rows):
            return None
        return layer[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1].copy(), columns[0], rows[0]

    def _vehicle(self, name, number, is_mirrored):
        key = (name, number, is_mirrored)
        if key not in self.vehicles:
            self.vehicles[key] = self._cut(f"{name}-{number}{'-mirror' if is_mirrored else ''}", is_mirrored)
        return self.vehicles[key]

    def _start(self, scene):
        """What all pictures of a scene share."""
        flood = self.flood = scene.flood
        self.height = Ground(flood.ground).at(self.x, self.y)
        part = numpy.s_[self.top:]
        self.sheet = Sheet(self.x[part], self.y[part], self.metres_per_pixel[part], flood, scene.seconds)

    def cover(self, scene, t, zone):
        """The share of a polygon in the picture under which water stands."""
        if self.flood is not scene.flood:
            self._start(scene)
        size = (self.camera.width, self.camera.height)
        inside = Image.new("1", size)
        ImageDraw.Draw(inside).polygon([(x * size[0], y * size[1]) for x, y in zone], fill=1)
        inside = numpy.asarray(inside)
        return float(((self.height < scene.flood.level(t)) & self.on_road)[inside].mean())

    def standing(self, scene, t):
        """What walks and drives, the farthest first: x, kind, and what draws it."""
        found = []
        for walker in scene.walkers:
            state = walker.at(t)
            if state is not None:
                x, y, pose, comes = state
                found.append((x, "walker", (walker.variant % self.layers["walkers"], pose, "near" if comes else "away", x, y)))
        for thing in scene.things:
            x = thing.at(t)
            if x is not None:
                found.append((x, "vehicle", (thing.name, x)))
        found.append((-6.4, "post", None))
        return sorted(found, key=lambda item: -item[0])

    @staticmethod
    def over(under, layer):
        return under * (1 - layer[:, :, 3:]) + layer[:, :, :3]

    def _draw(self, canvas, kind, what, is_mirrored):
        layers, camera = self.layers, self.camera
        level = layers["water_z"]
        if kind == "post":
            if not is_mirrored:  # what is mirrored of it is in the mirror's layer
                self._blend(canvas, self.post[0], self.post[1], self.post[2], self.over)
        elif kind == "walker":
            variant, pose, word, x, y = what
            column, row, scale = camera.project(x, y, 2 * level if is_mirrored else 0)
            ratio = round(scale / layers["walker_scale"] * 80) / 80
            if ratio <= 0:
                return
            key = (variant, pose, word, is_mirrored, ratio)
            if key not in self.cache:
                drawn = self.walkers[(variant, pose, word, "-mirror" if is_mirrored else "")]
                self.cache[key] = scaled(drawn[::-1] if is_mirrored else drawn, ratio)
            figure = self.cache[key]
            foot = layers["walker_middle"] * math.cos(layers["pitch"]) * layers["walker_scale"] * ratio
            middle = figure.shape[0] / 2
            self._blend(canvas, figure, column - figure.shape[1] / 2, row - middle + (foot if is_mirrored else -foot), self.over)
        else:
            name, x = what
            vehicle, ahead = layers["vehicles"][name], x - camera.eye[0]
            if ahead <= layers["nearest"] * 0.98:
                return
            number = round(math.log(ahead / layers["nearest"]) / math.log(layers["step"]))
            number = min(max(number, 0), layers["steps"] - 1)
            z = 2 * level - layers["road_z"] if is_mirrored else layers["road_z"]
            drawn = self._vehicle(name, number, is_mirrored)
            if drawn is not None:
                home = camera.project(camera.eye[0] + layers["nearest"] * layers["step"] ** number, vehicle["lane"], z)
                column, row, scale = camera.project(x, vehicle["lane"], z)
                ratio = scale / home[2]
                self._blend(canvas, scaled(drawn[0], ratio), column - (home[0] - drawn[1]) * ratio,
                            row - (home[1] - drawn[2]) * ratio, self.over)
            self._lamps(canvas, vehicle, x, is_mirrored)

    def _lamps(self, canvas, vehicle, x, is_mirrored):
        way, level = -1 if vehicle["comes"] else 1, self.layers["water_z"]
        colour, bright = numpy.array(vehicle["lamp_colour"], numpy.float32), 2.2 if vehicle["comes"] else 0.5
        for before, aside, height in vehicle["lamps"]:
            z = self.layers["road_z"] + height
            column, row, scale = self.camera.project(x + way * before, vehicle["lane"] + aside, 2 * level - z if is_mirrored else z)
            reach = max(scale * 0.55, 3)
            side = math.ceil(reach * 2)
            dy, dx = numpy.mgrid[-side:side + 1, -side:side + 1].astype(numpy.float32)
            far = dx * dx + dy * dy
            glow = bright * numpy.exp(-far / max(scale * 0.10, 0.9) ** 2) + 0.06 * bright * numpy.exp(-far / reach ** 2)
            self._blend(canvas, glow[:, :, None] * colour, column - side, row - side, lambda under, light: under + light)

    def frame(self, scene, t):
        """The linear picture at a time, before exposure and noise."""
        if self.flood is not scene.flood:
            self._start(scene)
        flood, part, height, width = scene.flood, numpy.s_[self.top:], self.camera.height, self.camera.width
        standing = self.standing(scene, t)
        drift = round(flood.drift + t * 3) % width
        # An overcast sky is brighter above (CIE): what lies lower in the picture mirrors what stands higher.
        rise = numpy.linspace(0.75, 1.35, height, dtype=numpy.float32)[:, None]
        sky = (flood.sky * rise * numpy.maximum(1 + flood.clouds * self.clouds[:, drift:drift + width], DARKEST_CLOUD))[:, :, None] * SKY
        mirrored = self.mirror[:, :, :3] + sky * (1 - self.mirror[:, :, 3:])
        for _, kind, what in standing:
            self._draw(mirrored, kind, what, is_mirrored=True)
        # Wet asphalt is rough: it draws what it mirrors out, up and down above all.
        dull = numpy.stack([numpy.asarray(Image.fromarray(mirrored[:, :, i], "F").resize((width // DULL[0], height // DULL[1]), Image.BOX)
                                          .resize((width, height), Image.BICUBIC)) for i in range(3)], axis=2)[part]
        wakes = [(what[1], self.layers["vehicles"][what[0]]["lane"], -1 if self.layers["vehicles"][what[0]]["comes"] else 1, 0.06)
                 for _, kind, what in standing if kind == "vehicle"]
        across, aside = self.sheet.slopes(t, ShiftedCamera(self.camera, self.top), self.layers["road_z"], wakes)
        # A slope turns the mirrored ray by twice its angle; seen so flat, that moves it up and down.
        rows = numpy.clip(self.rows[part] + 2 * across * self.camera.focal, 0, height - 1).astype(int)
        columns = numpy.clip(self.columns[part] + 0.8 * aside * self.camera.focal * self.down[part], 0, width - 1).astype(int)
        mirrors = fresnel(self.down[part] - across)[:, :, None]
        flat = fresnel(self.down[part])[:, :, None]
        wet = self.street[part] * (1 - (1 - DARK) * flood.wetness) * (1 - 0.3 * flat * flood.wetness) + GLOSS * flood.wetness * dull * flat
        depth = flood.level(t) - self.height[part]
        muddy = (1 - numpy.exp(-numpy.maximum(depth, 0) / 0.012))[:, :, None]
        below = self.street[part] * 0.35 * (1 - muddy) + MUD * self.murk[part] * muddy
        water = below * (1 - mirrors) + mirrored[rows, columns] * mirrors
        stands = (numpy.clip(depth / 0.003, 0, 1) * self.on_road[part])[:, :, None]
        road = self.road[part]
        canvas = self.street * (WET if flood.wetness > 0 else 1)
        canvas[part] = canvas[part] * (1 - road) + road * (wet * (1 - stands) + water * stands)
        for _, kind, what in standing:
            self._draw(canvas, kind, what, is_mirrored=False)
        if flood.shadow > 0:
            canvas *= (1 - flood.shadow / (1 + numpy.exp(-6 * self.clouds[:, 8 * drift % width:8 * drift % width + width])))[:, :, None]
        return self._rain(canvas, flood, t)

    def _rain(self, canvas, flood, t):
        """Streaks of near drops, and the veil of far ones."""
        random = numpy.random.default_rng([flood.seed, round(t * 100)])
        size = (self.camera.width, self.camera.height)
        streaks = Image.new("L", size)
        pen = ImageDraw.Draw(streaks)
        for x, y, near in random.uniform(0, 1, (round(STREAKS * flood.rain), 3)):
            length = 12 + 45 * near ** 3
            pen.line([(x * size[0], y * size[1]), (x * size[0] - 0.10 * length, y * size[1] + length)], fill=round(50 + 110 * near ** 3))
        streaks = numpy.asarray(streaks.filter(ImageFilter.GaussianBlur(0.8)), numpy.float32)[:, :, None] / 255
        veil = 0.05 * flood.rain + 0.25 * streaks
        return canvas * (1 - veil) + SKY * veil

    def labels(self, scene):
        return scene.labels_of_water([self.cover(scene, t / 2, scene.road) for t in range(2 * scene.seconds + 1)], self.camera)


class ShiftedCamera:
    """The same camera with its picture's upper rows cut off."""

    def __init__(self, camera, top):
        self.camera, self.top = camera, top

    def project(self, *place):
        column, row, scale = self.camera.project(*place)
        return column, row - self.top, scale


def fresnel(down):
    """How much water mirrors of what comes at this sine of the angle to it (Schlick)."""
    return 0.02 + 0.98 * (1 - numpy.clip(down, 0, 1)) ** 5


def scaled(layer, ratio):
    size = (max(1, round(layer.shape[1] * ratio)), max(1, round(layer.shape[0] * ratio)))
    return numpy.stack([numpy.asarray(Image.fromarray(numpy.ascontiguousarray(layer[:, :, i]), "F").resize(size, Image.BILINEAR if ratio > 0.6 else Image.BOX))
                        for i in range(4)], axis=2)
