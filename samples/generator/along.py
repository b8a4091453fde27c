"""Draws the layers of rainy streets with Blender: a camera over the road that looks along it. Run by draw.sh.

    blender --background --python along.py -- OUTPUT_FOLDER [SAMPLES [VIEW]]

Writes linear 16-bit PNG as street.py does, all in the even light of a grey sky:

    street.png           the empty dry street
    murk.png             the same under a sheet of muddy water that mirrors nothing
    mirror.png           what a level mirror at the height of the road shows at each pixel; where it shows the sky it is clear
    post.png             the lamp alone, for it stands before who passes
    road.png             white where the road itself is seen
    VEHICLE-N.png        a vehicle N steps away and its shadow, VEHICLE-N-mirror.png what water shows of it
    walker-V-P-W.png     person V in pose P who goes away (W = away) or comes (W = near), and walker-V-P-W-mirror.png
    layers.json          the camera and the places, for rain.py

The mirror is the view of a camera below the road, turned upside down: rain.py bends it by the ripples of each moment.
Axes as in street.py: the road leads along x; the camera looks along x.
"""

import json
import math
import random
import sys
from pathlib import Path

import bpy
from mathutils import Matrix, Vector

sys.path.append(str(Path(__file__).resolve().parent))
import street
from street import ARGUMENTS, HEIGHT, LENS, WIDTH, box, clear, light, material, prism, render, rod

OUTPUT = Path(ARGUMENTS[0])
ROAD_Z, WATER_Z = -0.14, -0.10
# Where cameras hang, what they look at and through which lens; the sample films are seen from the lamp.
VIEWS = {
    "lamp": (Vector((-15, 8.2, 6.2)), Vector((8, 9.3, 0.0)), LENS),
    "bridge": (Vector((-16, 9.6, 8.2)), Vector((6, 9.6, -0.4)), 33.0),
}
# Lanes by their middle: traffic keeps to the right.
AWAY_LANE, NEAR_LANE = 8.1, 11.4
STEP, STEPS, NEAREST = 1.05, 49, 4.5  # a vehicle is drawn at NEAREST * STEP ** n metres before the camera
WALKERS, WALKER_SCALE, WALKER_SIZE, WALKER_MIDDLE = 4, 80, (1.5, 2.7), 1.05  # pixels to the metre; metres


def build_surroundings():
    """What the camera across the street does not see: the near side's houses, and the street's end."""
    rng = random.Random(17)
    glass, frame = material("glass 2", (0.03, 0.05, 0.07), 0.1), material("frame 2", (0.65, 0.63, 0.6), 0.6)
    walls = [(0.56, 0.52, 0.44), (0.42, 0.30, 0.24), (0.50, 0.50, 0.50), (0.47, 0.25, 0.18)]
    x = -30.0
    for number in range(10):
        wide, tall = rng.uniform(5.5, 8), rng.uniform(7, 11)
        box("near house", (x, -14, -0.2), (x + wide - 0.05, -6, tall), material(f"near wall {number}", walls[number % 4], 0.95, "bricks"))
        for floor in (0.6, 3.8, 6.2):
            for pane in range(3):
                left = x + 0.8 + pane * (wide - 1.4) / 3
                box("near frame", (left - 0.08, -6, floor - 0.08), (left + 1.18, -5.9, floor + 1.58), frame)
                box("near pane", (left, -6, floor), (left + 1.1, -5.88, floor + 1.5), glass)
        x += wide
    stone = material("ground", (0.36, 0.34, 0.32), 0.9, "slabs")
    for low, high in ((-40, 6.2), (13.05, 45)):
        box("far ground", (29, low, -0.3), (40 if low < 0 else 47, high, -0.01), stone)
    box("crossing", (40, -30, -0.3), (48, 40, -0.14), bpy.data.objects["road"].data.materials[0])
    y = -26.0
    for number in range(9):
        wide, tall = rng.uniform(5, 8), rng.uniform(6, 10)
        box("end house", (48, y, -0.2), (56, y + wide - 0.1, tall), material(f"end wall {number}", walls[(number + 2) % 4], 0.95, "bricks"))
        for floor in (0.7, 3.6, 6.0):
            if floor + 1.6 < tall:
                for pane in range(3):
                    left = y + 0.7 + pane * (wide - 1.2) / 3
                    box("end pane", (47.9, left, floor), (48, left + 1.1, floor + 1.5), glass)
        y += wide


def build_car(at, colour=(0.30, 0.31, 0.33)):
    """A saloon that looks to the right."""
    x, y = at
    paint, glass = material("car", colour, 0.3), material("car glass", (0.03, 0.04, 0.05), 0.1)
    dark = material("car dark", (0.03, 0.03, 0.03), 0.7)
    prism("body", [(x - 2.2, 0.32), (x + 2.2, 0.32), (x + 2.25, 0.6), (x + 2.05, 0.82), (x + 0.95, 0.98), (x - 1.6, 1.0), (x - 2.2, 0.92)],
          y - 0.9, y + 0.9, paint)
    prism("cabin", [(x - 1.75, 0.98), (x + 0.95, 0.96), (x + 0.2, 1.43), (x - 1.1, 1.45)], y - 0.76, y + 0.76, glass)
    prism("roof", [(x - 1.1, 1.43), (x + 0.2, 1.41), (x + 0.1, 1.48), (x - 1.0, 1.5)], y - 0.74, y + 0.74, paint)
    box("grille", (x + 2.2, y - 0.5, 0.36), (x + 2.27, y + 0.5, 0.56), dark)
    box("plate", (x - 2.23, y - 0.25, 0.5), (x - 2.19, y + 0.25, 0.62), material("plate", (0.05, 0.1, 0.4), 0.5))
    for wheel in (-1.35, 1.4):
        rod((x + wheel, y - 0.92, 0.19), (x + wheel, y + 0.92, 0.19), 0.33, material("tyre", (0.02, 0.02, 0.02), 0.9))


def build_van(at):
    street.VAN_AT = at
    street.build_van()


# By name: its builder, the lane, whether it comes, its lamps that the camera sees (before its middle, aside, height), their colour.
VEHICLES = {
    "van-away": (build_van, AWAY_LANE, False, [(-2.4, side, 0.95) for side in (-0.8, 0.8)], (1.0, 0.06, 0.03)),
    "car-near": (build_car, NEAR_LANE, True, [(2.25, side, 0.68) for side in (-0.65, 0.65)], (1.0, 0.96, 0.86)),
    "car-away": (lambda at: build_car(at, (0.30, 0.03, 0.03)), AWAY_LANE, False, [(-2.2, side, 0.8) for side in (-0.7, 0.7)], (1.0, 0.06, 0.03)),
}


def build_umbrella(variant):
    cloth = material("umbrella", [(0.04, 0.05, 0.12), (0, 0, 0), (0.40, 0.05, 0.06), (0.05, 0.20, 0.16)][variant], 0.7)
    rod((0.1, -0.2, 1.05), (0.1, -0.12, 2.0), 0.015, material("stick", (0.2, 0.2, 0.2), 0.5))
    rod((0.1, -0.12, 1.82), (0.1, -0.12, 2.1), 0.62, cloth, 0.03)


def build_post():
    """The lamp of street.py, which stands nearer than who passes."""
    steel = material("steel", (0.10, 0.11, 0.12), 0.4)
    rod((-6.4, 5.4, 0), (-6.4, 5.4, 6.5), 0.08, steel)
    rod((-6.4, 5.4, 6.5), (-6.4, 7.4, 6.9), 0.05, steel)


def move(dx, dy, dz, half_turn):
    """Turns all that stands here about the origin, or not, and moves it."""
    bpy.context.view_layer.update()
    way = Matrix.Translation((dx, dy, dz)) @ Matrix.Rotation(math.pi if half_turn else 0, 4, "Z")
    for item in bpy.data.objects:
        if item.type == "MESH":
            item.matrix_world = way @ item.matrix_world


def camera(view, is_mirrored=False):
    eye, target, lens = VIEWS[view]
    if is_mirrored:
        eye, target = [Vector((at.x, at.y, 2 * WATER_Z - at.z)) for at in (eye, target)]
    bpy.ops.object.camera_add(location=eye)
    made = bpy.context.object
    made.rotation_euler = (target - eye).to_track_quat("-Z", "Y").to_euler()
    made.data.lens = lens
    bpy.context.scene.camera = made
    return WIDTH, HEIGHT


def walker_camera(view, is_mirrored):
    """Parallel, at the pitch of the camera itself; shows WALKER_SIZE metres around WALKER_MIDDLE above the feet."""
    pitch = view_pitch(view) * (-1 if is_mirrored else 1)
    bpy.ops.object.camera_add(location=(-10 * math.cos(pitch), 0, WALKER_MIDDLE + 10 * math.sin(pitch)))
    made = bpy.context.object
    made.rotation_euler = (math.pi / 2 - pitch, 0, -math.pi / 2)
    made.data.type = "ORTHO"
    made.data.ortho_scale = max(WALKER_SIZE)
    bpy.context.scene.camera = made
    return tuple(round(side * WALKER_SCALE) for side in WALKER_SIZE)


def view_pitch(view):
    eye, target, _ = VIEWS[view]
    return math.asin((eye - target).normalized().z)


def build_all():
    clear()
    street.build_street()
    for item in list(bpy.data.objects):  # the tree that would stand before the camera
        if item.type == "MESH" and item.name.startswith(("Sphere", "Cone")) and item.location.x < -9:
            bpy.data.objects.remove(item, do_unlink=True)
    build_surroundings()


def is_ground(item):
    return item.name.split(".")[0] in ("pavement", "kerb", "road", "far pavement", "dash", "crossing", "far ground")


def draw_street(view, samples):
    build_all()
    light(False)
    render("street.png", camera(view), samples * 2, False)
    sheet = box("sheet", (-40, 6.25, -0.3), (48, 13, WATER_Z), material("murk", (0.135, 0.115, 0.085), 1.0))
    render("murk.png", camera(view), samples * 2, False)
    bpy.data.objects.remove(sheet, do_unlink=True)
    for item in bpy.data.objects:
        if item.type == "MESH" and is_ground(item):
            item.visible_camera = False
    render("mirror.png", camera(view, is_mirrored=True), samples * 2, True)


def draw_post(view, samples):
    clear()
    build_post()
    light(False)
    render("post.png", camera(view), samples, True)


def draw_road(view):
    """The road shines, nothing else does: what stands before it stays dark."""
    build_all()
    dark, bright = material("dark", (0, 0, 0), 1.0), bpy.data.materials.new("bright")
    dark.node_tree.nodes["Principled BSDF"].inputs["Specular"].default_value = 0
    bright.use_nodes = True
    nodes = bright.node_tree.nodes
    glow = nodes.new("ShaderNodeEmission")
    bright.node_tree.links.new(glow.outputs[0], nodes["Material Output"].inputs["Surface"])
    for item in bpy.data.objects:
        if item.type == "MESH":
            item.data.materials.clear()
            item.data.materials.append(bright if item.name.split(".")[0] in ("road", "dash", "crossing") else dark)
    light(False)
    bpy.context.scene.world.node_tree.nodes["Background"].inputs[1].default_value = 0
    render("road.png", camera(view), 16, False)
    light(False)


def draw_vehicles(view, samples):
    eye = VIEWS[view][0]
    for name, (build, lane, comes, _, _) in VEHICLES.items():
        for number in range(STEPS):
            at = eye.x + NEAREST * STEP ** number
            for is_mirrored in (False, True):
                clear()
                build((0.0, 0.0))
                move(at, lane, ROAD_Z, comes)
                if not is_mirrored:
                    ground = box("ground", (at - 7, lane - 2.6, -0.3), (at + 7, lane + 2.6, ROAD_Z), material("catcher", (0.1, 0.1, 0.1)))
                    ground.is_shadow_catcher = True
                light(False)
                render(f"{name}-{number}{'-mirror' if is_mirrored else ''}.png", camera(view, is_mirrored), samples // 2, True)


def draw_walkers(view, samples):
    for variant in range(WALKERS):
        for pose in range(5):
            for word, comes in (("away", False), ("near", True)):
                for is_mirrored in (False, True):
                    clear()
                    street.build_person(variant * 2 + 1, pose)
                    if variant != 1:
                        build_umbrella(variant)
                    move(0, 0, 0, comes)
                    light(False)
                    render(f"walker-{variant}-{pose}-{word}{'-mirror' if is_mirrored else ''}.png",
                           walker_camera(view, is_mirrored), samples // 2, True)


def main(samples=48, view="lamp"):
    samples = int(samples)
    street.OUTPUT = OUTPUT
    OUTPUT.mkdir(parents=True, exist_ok=True)
    draw_street(view, samples)
    draw_road(view)
    draw_post(view, samples)
    draw_walkers(view, samples)
    draw_vehicles(view, samples)
    eye, target, lens = VIEWS[view]
    (OUTPUT / "layers.json").write_text(json.dumps({
        "width": WIDTH, "height": HEIGHT, "focal_px": WIDTH * lens / 36.0, "eye": list(eye), "target": list(target),
        "pitch": view_pitch(view), "road_z": ROAD_Z, "water_z": WATER_Z, "walkers": WALKERS, "walker_scale": WALKER_SCALE,
        "walker_size": WALKER_SIZE, "walker_middle": WALKER_MIDDLE,
        "step": STEP, "steps": STEPS, "nearest": NEAREST,
        "vehicles": {name: {"lane": lane, "comes": comes, "lamps": lamps, "lamp_colour": colour}
                     for name, (_, lane, comes, lamps, colour) in VEHICLES.items()}}, indent=1))


if __name__ == "__main__":
    main(*ARGUMENTS[1:3])
