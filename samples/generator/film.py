#!/usr/bin/env python3
"""Films the drawn street: composites movers, shadows, clouds, exposure and noise over the layers of street.py.

    film.py LAYERS_FOLDER OUTPUT_FOLDER [SCENE...]

The layers of along.py, for the scenes in rain, lie in LAYERS_FOLDER/along.

Writes SCENE.mp4 (H.264) and SCENE.json (labels with the exact truth) for each scene of scenes.py.
Light is added in linear values: a shadow shows what street.py drew without the sun.
"""

import json
import math
import subprocess
import sys
from pathlib import Path

import numpy
from PIL import Image

from scenes import CROWD_THRESHOLD, SCENES

FRAMES_PER_SECOND = 12.5
GOP_SECONDS = 2


def read_linear(path):
    """16-bit RGB(A) of Blender as float32 0..1; Pillow reads only 8 bits of it, so ffmpeg unpacks it."""
    size = Image.open(path).size
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgba64le", "-"],
                         check=True, capture_output=True).stdout
    return numpy.frombuffer(raw, "<u2").reshape(size[1], size[0], 4).astype(numpy.float32) / 65535


class Camera:
    """Where a place on the ground (metres) lies in the picture."""

    def __init__(self, layers):
        self.width, self.height, self.focal = layers["width"], layers["height"], layers["focal_px"]
        self.eye = numpy.array(layers["eye"])
        forward = numpy.array(layers["target"]) - self.eye
        self.forward = forward / numpy.linalg.norm(forward)
        self.right = numpy.cross(self.forward, [0, 0, 1])
        self.right /= numpy.linalg.norm(self.right)
        self.up = numpy.cross(self.right, self.forward)

    def project(self, x, y, z=0.0):
        """Pixel column, pixel row and pixels per metre there."""
        ray = numpy.array([x, y, z]) - self.eye
        depth = ray @ self.forward
        return (self.width / 2 + self.focal * (ray @ self.right) / depth,
                self.height / 2 - self.focal * (ray @ self.up) / depth, self.focal / depth)


class Sprite:
    """One drawn figure in both lights; the foot is a pixel of the sprite."""

    def __init__(self, folder, name, foot):
        self.sun, self.shade = read_linear(folder / f"{name}-sun.png"), read_linear(folder / f"{name}-shade.png")
        self.foot, self.cache = foot, {}

    def scaled(self, scale, mirrored):
        """Both lights (premultiplied) and the foot at a scale, rounded so that few sizes are kept."""
        key = (round(scale * 60) / 60, mirrored)
        if key not in self.cache:
            size = (max(2, round(self.sun.shape[1] * key[0])), max(2, round(self.sun.shape[0] * key[0])))
            layers = []
            for layer in (self.sun, self.shade):
                planes = [numpy.asarray(Image.fromarray(layer[:, :, i], "F").resize(size, Image.BOX)) for i in range(4)]
                stacked = numpy.stack(planes, axis=2)
                layers.append(stacked[:, ::-1] if mirrored else stacked)
            foot = (self.foot[0] * key[0], self.foot[1] * key[0])
            self.cache[key] = (layers[0], layers[1], (size[0] - foot[0], foot[1]) if mirrored else foot)
        return self.cache[key]


class Film:
    frames_per_second = FRAMES_PER_SECOND

    def __init__(self, folder):
        self.layers = json.loads((folder / "layers.json").read_text())
        self.camera = Camera(self.layers)
        self.sun, self.shade = (read_linear(folder / f"street-{light}.png")[:, :, :3] for light in ("sun", "shade"))
        ppm, pitch = self.layers["pixels_per_metre"], math.radians(self.layers["person_pitch_degrees"])
        foot = (1.3 * ppm / 2, 1.1 * ppm + 0.85 * math.cos(pitch) * ppm)
        self.people = [[Sprite(folder, f"person-{v}-{p}", foot) for p in range(5)]
                       for v in range(self.layers["people"])]
        self.things = {name: [read_linear(folder / f"{name}-{light}.png") for light in ("sun", "shade")]
                       for name in self.layers["things"]}
        random = numpy.random.default_rng(11)
        self.noise = random.standard_normal((24, self.camera.height + 32, self.camera.width + 32)).astype(numpy.float32)
        self.leaves, self.crown = self._leaf_field(random), self.crown_at(700)

    def _leaf_field(self, random):
        """Two smooth random fields whose sum, swaying, makes the light that falls through a tree."""
        fields, size = [], (self.camera.width, self.camera.height)
        for grain in (12, 26):
            coarse = random.standard_normal((size[1] // grain, size[0] // grain)).astype(numpy.float32)
            soft = numpy.asarray(Image.fromarray(coarse, "F").resize(size, Image.BICUBIC))
            fields.append(soft / soft.std())
        return fields

    def tree_shadow(self, t):
        """0..1 per pixel: how much of the sun a swaying tree keeps off the right of the pavement and the road."""
        sway = 5 * math.sin(t * 1.3) + 3 * math.sin(t * 2.9 + 1)
        field = (numpy.roll(self.leaves[0], (round(sway * 0.4), round(sway)), (0, 1))
                 + numpy.roll(self.leaves[1], (round(2 * math.sin(t * 0.9)), round(sway * 1.5)), (0, 1)))
        return numpy.clip(field * 0.9 + 0.6, 0, 1) * self.crown

    def crown_at(self, column):
        """0..1 per pixel: how much of the ground lies under a tree whose shadow has its middle in this column."""
        rows, columns = numpy.mgrid[0:self.camera.height, 0:self.camera.width].astype(numpy.float32)
        crown = 1 - ((columns - column) / 260) ** 2 - ((rows - 400) / 110) ** 2
        return numpy.clip(crown * 1.4, 0, 1)

    def person_shadow(self, direct, figure, column, row):
        """Takes the sun from where the figure's shadow falls: its outline sheared along the sun onto the ground."""
        alpha, foot = figure[0][:, :, 3], figure[2]
        towards, pitch = self.layers["sun_towards"], math.radians(self.layers["person_pitch_degrees"])
        along = -towards[0] / towards[2] / math.cos(pitch)
        away = -towards[1] / towards[2] * math.tan(pitch)
        image = Image.fromarray(alpha, "F")
        length = int(foot[1] * max(abs(along), 0.2)) + figure[0].shape[1]
        rise = int(foot[1] * away) + 4
        # A pixel of the shadow (right, up from the foot) comes from the figure's pixel (right - along * up / away, up / away).
        x0, y0 = foot[0], rise
        warped = image.transform((length + int(foot[0]), rise + 4), Image.AFFINE,
                                 (1, along / away, foot[0] - x0 - along / away * y0,
                                  0, 1 / away, foot[1] - y0 / away), Image.BILINEAR)
        self._blend(direct, numpy.asarray(warped), column - x0, row - y0, lambda under, over: under * (1 - over))

    @staticmethod
    def _blend(canvas, layer, left, top, mix):
        left, top = round(left), round(top)
        x0, y0 = max(left, 0), max(top, 0)
        x1, y1 = min(left + layer.shape[1], canvas.shape[1]), min(top + layer.shape[0], canvas.shape[0])
        if x0 < x1 and y0 < y1:
            part = layer[y0 - top:y1 - top, x0 - left:x1 - left]
            canvas[y0:y1, x0:x1] = mix(canvas[y0:y1, x0:x1], part)

    def frame(self, scene, t):
        """The linear picture at a time, before exposure and noise."""
        sunlight = scene.sunlight(t)
        direct = numpy.full(self.sun.shape[:2], sunlight, numpy.float32)
        if scene.tree_shadow:
            direct *= 1 - self.tree_shadow(t)
        standing = []
        for walker in scene.walkers:
            state = walker.at(t)
            if state is None:
                continue
            x, y, pose, mirrored = state
            column, row, scale = self.camera.project(x, y)
            figure = self.people[walker.variant][pose].scaled(scale / self.layers["pixels_per_metre"], mirrored)
            if sunlight > 0:
                self.person_shadow(direct, figure, column, row)
            standing.append((y, "person", figure, column, row))
        for thing in scene.things:
            x = thing.at(t)
            if x is not None:
                standing.append(self.placed(thing, x))
        canvas = self.lit_street(direct)
        for y, kind, layers, column, row in sorted(standing, key=lambda item: -item[0]):
            left, top = (column - layers[2][0], row - layers[2][1]) if kind == "person" else (column, row)
            if kind == "person":
                here = direct[min(max(round(row) + 2, 0), direct.shape[0] - 1),
                              min(max(round(column) - 6, 0), direct.shape[1] - 1)]
            else:
                here = sunlight
            lit = layers[1] + (layers[0] - layers[1]) * here
            self._blend(canvas, lit, left, top, lambda under, over: under * (1 - over[:, :, 3:]) + over[:, :, :3])
        return canvas

    def lit_street(self, direct):
        return self.shade + (self.sun - self.shade) * direct[:, :, None]

    def placed(self, thing, x):
        """How deep a thing stands, its layers, and the column and row of their upper left corner."""
        home = self.layers["things"][thing.name]
        shift = self.camera.project(x, home[1])[0] - self.camera.project(*home)[0]
        return home[1], "thing", self.things[thing.name], shift, 0

    @staticmethod
    def developed(linear, gain):
        """0..255, after exposure and the tone curve."""
        return 255 * numpy.clip(linear * gain, 0, 1) ** (1 / 2.2)

    def size(self, scene):
        return self.camera.width, self.camera.height

    def seen(self, scene, picture):
        """What the scene's camera shows of the drawn picture, so large."""
        return picture

    def labels(self, scene):
        return scene.labels(CROWD_THRESHOLD)

    def shoot(self, scene, output):
        """Films a scene; exposure and white balance follow the light with a lag of two seconds, as a camera's do."""
        video = output / f"{scene.name}.mp4"
        width, height = self.size(scene)
        encoder = subprocess.Popen(
            ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s",
             f"{width}x{height}", "-r", str(self.frames_per_second), "-i", "-", "-c:v", "libx264",
             "-preset", scene.encoder[0], "-crf", scene.encoder[1], "-pix_fmt", "yuv420p", "-g", str(round(GOP_SECONDS * self.frames_per_second)),
             "-keyint_min", str(round(GOP_SECONDS * self.frames_per_second)), "-sc_threshold", "0", "-threads", "1",
             "-movflags", "+faststart", "-map_metadata", "-1", str(video)], stdin=subprocess.PIPE)
        random, gain = numpy.random.default_rng(scene.seed), None
        for number in range(round(scene.seconds * self.frames_per_second)):
            linear = self.seen(scene, self.frame(scene, number / self.frames_per_second))
            means = linear[::8, ::8].mean((0, 1))
            wanted = 0.20 / means.mean() * (means.mean() / means) ** 0.7  # exposure, and most of the white balance
            gain = wanted if gain is None else gain + (wanted - gain) / (2 * self.frames_per_second)
            picture = self.developed(linear, gain)
            grain = self.noise[random.integers(24)]
            dy, dx = random.integers(32, size=2)
            picture += (2.2 * grain[dy:dy + height, dx:dx + width])[:, :, None]
            encoder.stdin.write(numpy.clip(picture + 0.5, 0, 255).astype(numpy.uint8).tobytes())
        encoder.stdin.close()
        if encoder.wait() != 0:
            sys.exit(f"film.py: ffmpeg could not write {video}")
        (output / f"{scene.name}.json").write_text(json.dumps(
            self.labels(scene), ensure_ascii=False, indent=1) + "\n")


def main():
    import rain  # which builds on what stands here

    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder, output, wanted = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    unknown = set(wanted) - {scene.name for scene in SCENES}
    if unknown:
        sys.exit(f"film.py: no scene is called {', '.join(sorted(unknown))}")
    output.mkdir(parents=True, exist_ok=True)
    scenes = [scene for scene in SCENES if not wanted or scene.name in wanted]
    for rains in (False, True):
        chosen = [scene for scene in scenes if (scene.flood is not None) == rains]
        if chosen:
            film = rain.Rain(folder / "along") if rains else Film(folder)
        for scene in chosen:
            film.shoot(scene, output)
            print(scene.name, flush=True)


if __name__ == "__main__":
    main()
