"""Draws the still layers of the sample street with Blender: run by draw.sh, never by the daemon.

    blender --background --python street.py -- OUTPUT_FOLDER [SAMPLES]

Writes linear 16-bit PNG (view transform "Raw"), so that film.py can add light before it applies a tone curve:

    street-{sun,shade}.png            the empty street with and without direct sun
    THING-{sun,shade}.png             each of THINGS at its place, premultiplied over its own shadow
    person-V-P-{sun,shade}.png        person V in pose P (0..3 walking, 4 standing), PIXELS_PER_METRE to the metre
    layers.json                       the camera, the sun and the places, for film.py

Axes: x along the street, y away from the camera, z up; metres.
"""

import json
import math
import random
import sys
from pathlib import Path

import bpy
from mathutils import Vector

ARGUMENTS = sys.argv[sys.argv.index("--") + 1:]
OUTPUT = Path(ARGUMENTS[0])
WIDTH, HEIGHT, LENS = 960, 540, 28.0
EYE, TARGET = Vector((0, -9, 6.5)), Vector((0, 7, 0.4))
SUN_TOWARDS = Vector((0.75, 0.45, -1.0)).normalized()  # the way the light travels
PIXELS_PER_METRE = 110
STALL_AT, VAN_AT, LORRY_AT = (2.4, 3.2), (-1.5, 8.6), (0.0, 8.3)
PEOPLE = 8

CLOTHES = [(0.05, 0.06, 0.09), (0.35, 0.05, 0.05), (0.08, 0.14, 0.32), (0.42, 0.40, 0.36),
           (0.06, 0.17, 0.08), (0.55, 0.52, 0.20), (0.18, 0.18, 0.20), (0.60, 0.60, 0.62)]
TROUSERS = [(0.03, 0.03, 0.05), (0.06, 0.07, 0.14), (0.10, 0.08, 0.06), (0.16, 0.15, 0.14)]


def material(name, colour, roughness=0.85, texture=None):
    """A plain colour, or one broken up by noise ("noise") or laid in slabs ("slabs", "bricks")."""
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    nodes, links = made.node_tree.nodes, made.node_tree.links
    shader = nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (*colour, 1)
    shader.inputs["Roughness"].default_value = roughness
    if texture is None:
        return made
    place = nodes.new("ShaderNodeTexCoord")
    darker = tuple(channel * 0.62 for channel in colour)
    if texture == "noise":
        grain = nodes.new("ShaderNodeTexNoise")
        grain.inputs["Scale"].default_value = 3.0
        grain.inputs["Detail"].default_value = 12
        ramp = nodes.new("ShaderNodeValToRGB")
        ramp.color_ramp.elements[0].position, ramp.color_ramp.elements[1].position = 0.35, 0.7
        ramp.color_ramp.elements[0].color = (*darker, 1)
        ramp.color_ramp.elements[1].color = (*colour, 1)
        links.new(place.outputs["Object"], grain.inputs["Vector"])
        links.new(grain.outputs["Fac"], ramp.inputs["Fac"])
        links.new(ramp.outputs["Color"], shader.inputs["Base Color"])
        return made
    bricks = nodes.new("ShaderNodeTexBrick")
    bricks.inputs["Scale"].default_value = 1.6 if texture == "slabs" else 5.0
    bricks.inputs["Mortar Size"].default_value = 0.015
    bricks.inputs["Color1"].default_value = (*colour, 1)
    bricks.inputs["Color2"].default_value = (*(channel * 0.82 for channel in colour), 1)
    bricks.inputs["Mortar"].default_value = (*darker, 1)
    source = place.outputs["Object"]
    if texture == "bricks":  # a wall stands: lay the pattern on x and z
        split, join = nodes.new("ShaderNodeSeparateXYZ"), nodes.new("ShaderNodeCombineXYZ")
        links.new(source, split.inputs[0])
        links.new(split.outputs[0], join.inputs[0])
        links.new(split.outputs[2], join.inputs[1])
        source = join.outputs[0]
    links.new(source, bricks.inputs["Vector"])
    links.new(bricks.outputs["Color"], shader.inputs["Base Color"])
    return made


def box(name, low, high, paint):
    """An axis-aligned box whose texture coordinates are metres."""
    bpy.ops.mesh.primitive_cube_add(size=1)
    made = bpy.context.object
    made.name = name
    for vertex in made.data.vertices:
        vertex.co = Vector((low[i] + (vertex.co[i] + 0.5) * (high[i] - low[i]) for i in range(3)))
    made.data.materials.append(paint)
    return made


def prism(name, outline, near, far, paint):
    """An outline of (x, z) that reaches from one y to another."""
    count = len(outline)
    points = [(x, y, z) for y in (near, far) for x, z in outline]
    sides = [(i, (i + 1) % count, count + (i + 1) % count, count + i) for i in range(count)]
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(points, [], [tuple(range(count)), tuple(range(2 * count - 1, count - 1, -1)), *sides])
    mesh.update()
    made = bpy.data.objects.new(name, mesh)
    bpy.context.collection.objects.link(made)
    made.data.materials.append(paint)
    return made


def ball(at, radius, paint, stretch=(1, 1, 1)):
    bpy.ops.mesh.primitive_uv_sphere_add(radius=radius, location=at, segments=20, ring_count=12)
    made = bpy.context.object
    made.scale = stretch
    made.data.materials.append(paint)
    bpy.ops.object.shade_smooth()
    return made


def rod(start, end, radius, paint, top=None):
    """A cylinder (or cone, with another top radius) from one point to another."""
    start, end = Vector(start), Vector(end)
    along = end - start
    bpy.ops.mesh.primitive_cone_add(radius1=radius, radius2=radius if top is None else top,
                                    depth=along.length, location=(start + end) / 2, vertices=20)
    made = bpy.context.object
    made.rotation_euler = along.to_track_quat("Z", "Y").to_euler()
    made.data.materials.append(paint)
    bpy.ops.object.shade_smooth()
    return made


def build_street():
    rng = random.Random(7)
    box("pavement", (-30, -6, -0.2), (30, 6, 0), material("slabs", (0.40, 0.38, 0.35), 0.9, "slabs"))
    box("kerb", (-30, 6, -0.25), (30, 6.25, 0.02), material("kerbstone", (0.50, 0.49, 0.46), 0.9, "noise"))
    box("road", (-40, 6.25, -0.3), (40, 13, -0.14), material("asphalt", (0.085, 0.085, 0.09), 0.8, "noise"))
    box("far pavement", (-40, 13, -0.25), (40, 16, 0), material("far slabs", (0.36, 0.34, 0.32), 0.9, "slabs"))
    line = material("line", (0.75, 0.75, 0.72), 0.7)
    for x in range(-36, 36, 4):
        box("dash", (x, 9.75, -0.145), (x + 2, 9.87, -0.135), line)
    walls = [(0.52, 0.42, 0.33), (0.45, 0.22, 0.16), (0.60, 0.56, 0.48), (0.34, 0.36, 0.40), (0.50, 0.33, 0.24)]
    glass, frame = material("glass", (0.03, 0.05, 0.07), 0.1), material("frame", (0.65, 0.63, 0.6), 0.6)
    x = -28.0
    for number in range(9):
        wide = rng.uniform(5.2, 7.4)
        wall = material(f"wall {number}", walls[number % len(walls)], 0.95, "bricks")
        box("house", (x, 16, -0.2), (x + wide - 0.06, 24, 9), wall)
        sign = material(f"sign {number}", [(0.5, 0.06, 0.05), (0.05, 0.2, 0.4), (0.08, 0.3, 0.12)][number % 3], 0.5)
        box("sign", (x + 0.5, 15.8, 2.9), (x + wide - 0.6, 16, 3.6), sign)
        box("shop window", (x + 0.6, 15.93, 0.5), (x + wide * 0.62, 16.0, 2.7), glass)
        box("door", (x + wide * 0.7, 15.93, 0), (x + wide * 0.7 + 1.1, 16.0, 2.5), frame)
        for floor in (4.4, 6.9):
            for pane in range(3):
                left = x + 0.8 + pane * (wide - 1.4) / 3
                box("frame", (left - 0.08, 15.9, floor - 0.08), (left + 1.08, 16, floor + 1.48), frame)
                box("pane", (left, 15.88, floor), (left + 1.0, 16, floor + 1.4), glass)
        x += wide
    steel = material("steel", (0.10, 0.11, 0.12), 0.4)
    rod((-6.4, 5.4, 0), (-6.4, 5.4, 6.5), 0.08, steel)
    rod((-6.4, 5.4, 6.5), (-6.4, 7.4, 6.9), 0.05, steel)
    rod((7.4, 5.2, 0), (7.4, 5.2, 1.0), 0.28, material("bin", (0.05, 0.16, 0.09), 0.5))
    wood = material("wood", (0.24, 0.14, 0.07), 0.8, "noise")
    box("seat", (-5.4, 4.7, 0.42), (-3.6, 5.2, 0.48), wood)
    box("back", (-5.4, 5.2, 0.55), (-3.6, 5.26, 0.95), wood)
    for leg in (-5.2, -3.8):
        box("leg", (leg, 4.75, 0), (leg + 0.08, 5.2, 0.42), steel)
    leaf = material("leaf", (0.05, 0.13, 0.03), 0.9, "noise")
    for tree in (-11.5, 11.2):
        rod((tree, 5.0, 0), (tree, 5.0, 3.4), 0.16, wood)
        for _ in range(26):
            ball((tree + rng.gauss(0, 0.8), 5.0 + rng.gauss(0, 0.8), 4.3 + rng.gauss(0, 0.7)),
                 rng.uniform(0.35, 0.7), leaf)


def build_stall():
    x, y = STALL_AT
    wood = material("cart", (0.30, 0.16, 0.07), 0.8, "noise")
    box("top", (x - 0.95, y - 0.45, 0.78), (x + 0.95, y + 0.45, 0.86), wood)
    box("body", (x - 0.85, y - 0.38, 0.3), (x + 0.85, y + 0.38, 0.78), material("panel", (0.55, 0.08, 0.06), 0.6))
    rubber = material("rubber", (0.02, 0.02, 0.02), 0.9)
    for wheel in (-0.65, 0.65):
        for side in (-0.42, 0.42):
            rod((x + wheel, y + side - 0.03, 0.25), (x + wheel, y + side + 0.03, 0.25), 0.25, rubber)
    rng = random.Random(3)
    fruit = [material("orange", (0.75, 0.28, 0.02), 0.5), material("apple", (0.55, 0.04, 0.03), 0.4),
             material("melon", (0.10, 0.32, 0.05), 0.5), material("banana", (0.75, 0.6, 0.05), 0.5)]
    for crate in range(4):
        left = x - 0.88 + crate * 0.45
        box("crate", (left, y - 0.4, 0.86), (left + 0.4, y + 0.4, 0.94), wood)
        for _ in range(26):
            ball((left + rng.uniform(0.05, 0.35), y + rng.uniform(-0.34, 0.34), 0.97 + rng.uniform(0, 0.08)),
                 0.055, fruit[crate])
    rod((x, y + 0.3, 0.8), (x, y + 0.3, 2.35), 0.025, material("pole", (0.5, 0.5, 0.5), 0.4))
    rod((x, y + 0.3, 2.05), (x, y + 0.3, 2.5), 1.35, material("cloth", (0.10, 0.24, 0.55), 0.8), 0.03)


def build_van():
    x, y = VAN_AT
    white, glass = material("van white", (0.72, 0.72, 0.70), 0.35), material("van glass", (0.03, 0.04, 0.05), 0.1)
    box("load", (x - 2.4, y - 0.95, 0.35), (x + 1.3, y + 0.95, 2.15), white)
    box("nose", (x + 1.3, y - 0.92, 0.35), (x + 2.5, y + 0.92, 1.25), white)
    box("cab", (x + 1.25, y - 0.90, 1.2), (x + 1.95, y + 0.90, 2.0), glass)
    box("side glass", (x + 0.4, y - 0.97, 1.25), (x + 1.3, y + 0.97, 1.9), glass)
    box("bumper", (x + 2.45, y - 0.9, 0.3), (x + 2.58, y + 0.9, 0.6), material("bumper", (0.08, 0.08, 0.08), 0.6))
    tyre = material("tyre", (0.02, 0.02, 0.02), 0.9)
    for wheel in (-1.5, 1.75):
        rod((x + wheel, y - 0.98, 0.2), (x + wheel, y + 0.98, 0.2), 0.34, tyre)


def build_chassis(colour, wheels, length=8.6):
    """A cab over its engine that looks to the right, a frame and wheels; the load's place is from -length / 2 to 1.9."""
    x, y = LORRY_AT
    front = x + length / 2
    paint, glass = material("cab", colour, 0.35), material("windscreen", (0.03, 0.05, 0.07), 0.1)
    dark, rubber = material("frame", (0.04, 0.04, 0.045), 0.6), material("tyre", (0.02, 0.02, 0.02), 0.9)
    hub = material("hub", (0.30, 0.30, 0.30), 0.5)
    prism("cab", [(front - 2.1, 0.75), (front, 0.75), (front, 1.75), (front - 0.25, 2.95), (front - 2.1, 3.0)],
          y - 1.22, y + 1.22, paint)
    prism("windscreen", [(front - 0.02, 1.72), (front + 0.02, 1.72), (front - 0.24, 2.8), (front - 0.28, 2.8)],
          y - 1.1, y + 1.1, glass)
    for side in (-1.235, 1.225):
        prism("side glass", [(front - 1.35, 1.8), (front - 0.35, 1.8), (front - 0.5, 2.65), (front - 1.35, 2.65)],
              y + side, y + side + 0.01, glass)
        box("door's edge", (front - 1.55, y + side, 0.9), (front - 1.5, y + side + 0.01, 2.7), dark)
    box("bumper", (front - 0.3, y - 1.24, 0.35), (front + 0.08, y + 1.24, 0.8), dark)
    for side in (-0.95, 0.75):
        box("lamp", (front + 0.06, y + side, 0.55), (front + 0.1, y + side + 0.25, 0.72), material("lamp", (0.9, 0.9, 0.85), 0.2))
    box("frame", (x - length / 2, y - 0.5, 0.7), (front - 0.3, y + 0.5, 1.0), dark)
    box("tank", (x + 0.2, y - 1.15, 0.45), (x + 1.5, y - 0.6, 0.95), hub)
    for wheel in wheels:
        for side in (-1.2, 0.8):
            rod((x + wheel, y + side, 0.38), (x + wheel, y + side + 0.4, 0.38), 0.52, rubber)
        rod((x + wheel, y - 1.23, 0.38), (x + wheel, y - 1.19, 0.38), 0.24, hub)


def build_tipper(load=None, colour=(0.45, 0.10, 0.02), body=(0.45, 0.10, 0.02)):
    """A muck truck: an open body of ribbed steel whose front reaches over the cab; load is None, "earth" or "lid"."""
    x, y = LORRY_AT
    edge = 2.95
    build_chassis(colour, (-3.3, -1.95, 1.7, 3.2))
    body = material("body", body, 0.5)
    rear, front = x - 4.3, x + 1.9
    outline = [(rear - 0.25, edge), (rear, 1.15), (rear + 0.5, 1.05), (front - 0.3, 1.05), (front, 1.4), (front, edge)]
    for side in (-1.25, 1.17):
        prism("side", outline, y + side, y + side + 0.08, body)
        for rib in range(7):
            left = rear + 0.15 + rib * 0.95
            box("rib", (left, y + side - 0.06 if side < 0 else y + side + 0.08, 1.12),
                (left + 0.14, y + side if side < 0 else y + side + 0.14, edge), body)
        box("rim", (rear - 0.25, y + side - 0.08, edge - 0.06), (front, y + side + 0.16, edge + 0.1), body)
    box("floor", (rear + 0.3, y - 1.2, 1.05), (front - 0.2, y + 1.2, 1.2), body)
    prism("tailgate", [(rear - 0.28, edge), (rear - 0.02, 1.15), (rear + 0.06, 1.15), (rear - 0.2, edge)], y - 1.2, y + 1.2, body)
    prism("front wall", [(front - 0.08, 1.2), (front, 1.2), (front, 3.25), (front - 0.08, 3.25)], y - 1.25, y + 1.25, body)
    prism("canopy", [(front - 0.08, 3.15), (front + 1.5, 3.3), (front + 1.5, 3.4), (front - 0.08, 3.27)], y - 1.25, y + 1.25, body)
    if load == "lid":
        box("lid", (rear - 0.2, y - 1.2, edge), (front, y + 1.2, edge + 0.16), material("lid", (0.12, 0.13, 0.14), 0.5))
    if load == "earth":
        earth, rng = material("earth", (0.16, 0.10, 0.055), 1.0, "noise"), random.Random(21)
        for _ in range(90):
            at = rng.uniform(rear + 0.4, front - 0.5)
            ball((at, y + rng.uniform(-0.85, 0.85), edge - 0.25 + 0.45 * math.sin(math.pi * (at - rear) / 6.2)),
                 rng.uniform(0.3, 0.5), earth, (1, 1, 0.7))


def build_box_lorry(colour=(0.60, 0.62, 0.64), body=(0.70, 0.71, 0.70)):
    x, y = LORRY_AT
    build_chassis(colour, (-2.9, 3.2))
    box("load", (x - 4.3, y - 1.27, 1.05), (x + 1.95, y + 1.27, 3.6), material("load", body, 0.5))
    for side in (-1.28, 1.27):
        box("stripe", (x - 4.3, y + side, 1.9), (x + 1.95, y + side + 0.01, 2.3), material("stripe", (0.04, 0.15, 0.42), 0.5))


def build_mixer(colour=(0.62, 0.60, 0.55), body=(0.66, 0.64, 0.58)):
    x, y = LORRY_AT
    build_chassis(colour, (-3.3, -1.95, 1.7, 3.2))
    white, steel = material("drum", body, 0.5), material("steel", (0.18, 0.18, 0.19), 0.4)
    rod((x + 1.5, y, 1.9), (x - 0.9, y, 2.25), 0.75, white, 1.15)
    rod((x - 0.9, y, 2.25), (x - 3.7, y, 2.75), 1.15, white, 0.6)
    box("stand", (x + 1.3, y - 0.9, 1.0), (x + 1.8, y + 0.9, 2.2), steel)
    box("stand", (x - 3.4, y - 0.8, 1.0), (x - 3.0, y + 0.8, 2.3), steel)
    rod((x - 3.7, y, 3.3), (x - 4.5, y, 2.7), 0.4, steel, 0.2)


def build_bus(colour=(0.05, 0.30, 0.25)):
    x, y = LORRY_AT
    paint, glass = material("bus", colour, 0.4), material("bus glass", (0.03, 0.05, 0.07), 0.1)
    box("body", (x - 5.6, y - 1.25, 0.35), (x + 5.4, y + 1.25, 3.1), paint)
    for window in range(8):
        left = x - 5.2 + window * 1.25
        box("window", (left, y - 1.26, 1.45), (left + 1.12, y + 1.26, 2.5), glass)
    box("windscreen", (x + 5.35, y - 1.1, 1.2), (x + 5.43, y + 1.1, 2.7), glass)
    box("skirt", (x - 5.6, y - 1.26, 0.35), (x + 5.4, y + 1.26, 0.6), material("skirt", (0.6, 0.6, 0.58), 0.5))
    tyre = material("tyre", (0.02, 0.02, 0.02), 0.9)
    for wheel in (-3.4, 3.4):
        rod((x + wheel, y - 1.28, 0.38), (x + wheel, y + 1.28, 0.38), 0.5, tyre)


# What stands or drives in the street: its builder, and its place when it was drawn.
THINGS = {
    "stall": (build_stall, STALL_AT), "van": (build_van, VAN_AT),
    "tipper": (build_tipper, LORRY_AT),
    "tipper-loaded": (lambda: build_tipper("earth", body=(0.16, 0.20, 0.07)), LORRY_AT),
    "box-lorry": (build_box_lorry, LORRY_AT), "mixer": (build_mixer, LORRY_AT), "bus": (build_bus, LORRY_AT)}


def build_person(variant, pose):
    """A figure 1.7 m tall that walks to the right, or stands (pose 4); feet at the origin."""
    rng = random.Random(variant)
    cloth = material("cloth", CLOTHES[variant % len(CLOTHES)], 0.9, "noise")
    trousers = material("trousers", TROUSERS[variant % len(TROUSERS)], 0.9)
    skin = material("skin", rng.choice([(0.55, 0.36, 0.25), (0.42, 0.26, 0.17)]), 0.7)
    hair = material("hair", rng.choice([(0.02, 0.015, 0.01), (0.06, 0.03, 0.015), (0.2, 0.2, 0.2)]), 0.8)
    swing = 0.0 if pose == 4 else (0.38, 0.12, -0.30, -0.08)[pose]
    hips, shoulders = 0.88, 1.42
    for side in (-1, 1):
        foot = side * swing
        knee = (foot * 0.55 + 0.05, side * 0.09, 0.47)
        rod((0, side * 0.09, hips), knee, 0.085, trousers, 0.065)
        rod(knee, (foot, side * 0.09, 0.08), 0.065, trousers, 0.05)
        box("shoe", (foot - 0.08, side * 0.09 - 0.05, 0), (foot + 0.17, side * 0.09 + 0.05, 0.08), hair)
        elbow = (-foot * 0.35, side * 0.25, 1.13)
        rod((0, side * 0.2, shoulders - 0.04), elbow, 0.055, cloth, 0.05)
        rod(elbow, (-foot * 0.6 + 0.08, side * 0.25, 0.9), 0.045, cloth, 0.04)
        ball((-foot * 0.6 + 0.09, side * 0.25, 0.86), 0.05, skin)
    ball((0, 0, 1.16), 0.2, cloth, (0.85, 1.05, 1.65))
    rod((0, 0, 1.4), (0.02, 0, 1.5), 0.05, skin)
    ball((0.03, 0, 1.6), 0.11, skin, (1, 0.9, 1.12))
    ball((0.0, 0, 1.65), 0.112, hair, (1, 0.95, 0.9))
    if variant % 3 == 1:
        ball((-0.2, 0, 1.2), 0.16, material("bag", (0.03, 0.03, 0.04), 0.8), (0.7, 1, 1.3))


def clear():
    for item in list(bpy.data.objects):
        bpy.data.objects.remove(item, do_unlink=True)


def light(sunny):
    world = bpy.context.scene.world or bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (0.62, 0.74, 0.95, 1)
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.42
    if sunny:
        bpy.ops.object.light_add(type="SUN")
        bpy.context.object.data.energy = 2.6
        bpy.context.object.data.angle = 0.02
        bpy.context.object.data.color = (1, 0.95, 0.86)
        bpy.context.object.rotation_euler = SUN_TOWARDS.to_track_quat("-Z", "Y").to_euler()


def street_camera():
    bpy.ops.object.camera_add(location=EYE)
    camera = bpy.context.object
    camera.rotation_euler = (TARGET - EYE).to_track_quat("-Z", "Y").to_euler()
    camera.data.lens = LENS
    bpy.context.scene.camera = camera
    return WIDTH, HEIGHT


def person_camera():
    """Parallel projection at the pitch the street camera has on the near pavement."""
    pitch = math.radians(26)
    bpy.ops.object.camera_add(location=(0, -10 * math.cos(pitch), 0.85 + 10 * math.sin(pitch)))
    camera = bpy.context.object
    camera.rotation_euler = (math.pi / 2 - pitch, 0, 0)
    camera.data.type = "ORTHO"
    camera.data.ortho_scale = 2.2
    bpy.context.scene.camera = camera
    return int(1.3 * PIXELS_PER_METRE), int(2.2 * PIXELS_PER_METRE)


def render(name, size, samples, transparent, view="Raw"):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_denoising, scene.cycles.max_bounces = samples, False, 5
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.resolution_percentage = 100
    scene.render.film_transparent = transparent
    scene.view_settings.view_transform = view
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGBA" if transparent else "RGB"
    scene.render.image_settings.color_depth = "16" if view == "Raw" else "8"
    scene.render.filepath = str(OUTPUT / name)
    bpy.ops.render.render(write_still=True)


def catch_shadows():
    for name, low, high in (("near", (-30, -6, -0.2), (30, 6.2, 0)), ("far", (-40, 6.2, -0.3), (40, 16, -0.14))):
        ground = box(name, low, high, material("catcher", (0.4, 0.4, 0.4)))
        ground.is_shadow_catcher = True


def main(samples=48):
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for sunny, word in ((True, "sun"), (False, "shade")):
        clear()
        build_street()
        light(sunny)
        render(f"street-{word}.png", street_camera(), samples * 2, False)
        for name, (build, _) in THINGS.items():
            clear()
            build()
            catch_shadows()
            light(sunny)
            render(f"{name}-{word}.png", street_camera(), samples, True)
        for variant in range(PEOPLE):
            for pose in range(5):
                clear()
                build_person(variant, pose)
                light(sunny)
                render(f"person-{variant}-{pose}-{word}.png", person_camera(), 24, True)
    (OUTPUT / "layers.json").write_text(json.dumps({
        "width": WIDTH, "height": HEIGHT, "focal_px": WIDTH * LENS / 36.0, "eye": list(EYE), "target": list(TARGET),
        "sun_towards": list(SUN_TOWARDS), "pixels_per_metre": PIXELS_PER_METRE, "person_pitch_degrees": 26,
        "things": {name: at for name, (_, at) in THINGS.items()}, "people": PEOPLE}, indent=1))


if __name__ == "__main__":
    main(*map(int, ARGUMENTS[1:2]))
