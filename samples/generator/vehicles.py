"""Draws lorries and buses from all sides with Blender, to teach and to judge a head that tells muck trucks from others.

    blender --background --python vehicles.py -- OUTPUT_FOLDER FIRST_SEED COUNT

Writes KIND-SEED.png and boxes.txt, a line a picture: its name, and the vehicle's left, top, right and bottom edge in pixels. Each
seed has a camera, a light, colours and a background of its own: seeds that teach are never those that judge.
"""

import math
import random
import sys
from pathlib import Path

import bpy
from bpy_extras.object_utils import world_to_camera_view
from mathutils import Vector

sys.path.append(str(Path(__file__).resolve().parent))
import street

SIZE, SAMPLES = (480, 320), 10
KINDS = ("tipper", "box-lorry", "tipper-loaded", "mixer", "tipper-covered", "bus", "tipper", "box-lorry")


def colour(rng):
    """Paint of lorries: mostly white, grey, or strong colours."""
    return rng.choice([(0.65, 0.65, 0.63), (0.3, 0.3, 0.32), (0.45, 0.08, 0.03), (0.5, 0.2, 0.02), (0.55, 0.4, 0.03),
                       (0.05, 0.25, 0.07), (0.03, 0.1, 0.4), (0.16, 0.2, 0.07)])


def build(kind, rng):
    paint, other = colour(rng), colour(rng)
    if kind.startswith("tipper"):
        load = {"tipper-loaded": "earth", "tipper-covered": "lid"}.get(kind)
        street.build_tipper(load, paint, other if rng.random() < 0.5 else paint)
    elif kind == "box-lorry":
        street.build_box_lorry(paint, other)
    elif kind == "mixer":
        street.build_mixer(paint, other)
    else:
        street.build_bus(paint)


def place(rng, turn):
    """A camera that looks at the vehicle from anywhere, as high as a lamp post."""
    x, y = street.LORRY_AT
    distance, height = rng.uniform(14, 30), rng.uniform(3.5, 9)
    bpy.ops.object.camera_add(location=(x + distance * math.cos(turn), y + distance * math.sin(turn), height))
    camera = bpy.context.object
    aim = Vector((x + rng.uniform(-1, 1), y + rng.uniform(-1, 1), 1.5))
    camera.rotation_euler = (aim - camera.location).to_track_quat("-Z", "Y").to_euler()
    camera.data.lens = distance * rng.uniform(1.5, 2.2)
    bpy.context.scene.camera = camera
    return camera


def surroundings(rng, turn):
    """Ground, and houses that do not stand between the camera and the vehicle."""
    def shade(low, high):
        level = rng.uniform(low, high)
        return tuple(level * rng.uniform(0.8, 1.2) for _ in range(3))

    street.box("ground", (-80, -70, -0.4), (80, 90, -0.14), street.material("ground", shade(0.05, 0.35), 0.9, "noise"))
    for number in range(14):
        behind, away, wide = turn + math.pi + rng.uniform(-1.6, 1.6), rng.uniform(18, 40), rng.uniform(4, 12)
        x, y = away * math.cos(behind), 8 + away * math.sin(behind)
        street.box("house", (x - wide / 2, y - wide / 2, -0.2), (x + wide / 2, y + wide / 2, rng.uniform(3, 12)),
                   street.material(f"wall {number}", shade(0.1, 0.6), 0.9, rng.choice(["bricks", "noise", None])))


def bounds(camera, vehicle):
    """Left, top, right and bottom edge of what was drawn of the vehicle, in pixels."""
    corners = [world_to_camera_view(bpy.context.scene, camera, item.matrix_world @ vertex.co)
               for item in vehicle for vertex in item.data.vertices]
    return [round(edge, 1) for edge in (
        min(c.x for c in corners) * SIZE[0], (1 - max(c.y for c in corners)) * SIZE[1],
        max(c.x for c in corners) * SIZE[0], (1 - min(c.y for c in corners)) * SIZE[1])]


def main(first, count):
    street.OUTPUT.mkdir(parents=True, exist_ok=True)
    for seed in range(first, first + count):
        rng, kind = random.Random(seed), KINDS[seed % len(KINDS)]
        street.clear()
        build(kind, rng)
        bpy.context.view_layer.update()
        vehicle = [item for item in bpy.data.objects if item.type == "MESH"]
        turn = rng.uniform(0, 2 * math.pi)
        surroundings(rng, turn)
        street.light(rng.random() < 0.6)
        camera = place(rng, turn)
        street.render(f"{kind}-{seed}.png", SIZE, SAMPLES, False, "Filmic")
        with open(street.OUTPUT / "boxes.txt", "a") as boxes:
            print(f"{kind}-{seed}.png", *bounds(camera, vehicle), file=boxes)


main(int(street.ARGUMENTS[1]), int(street.ARGUMENTS[2]))
