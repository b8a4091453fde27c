"""Draws the still layers of the sample street with Blender: run by draw.sh, never by the daemon.

    blender --background --python street.py -- OUTPUT_FOLDER [SAMPLES]

Writes linear 16-bit PNG (view transform "Raw"), so that film.py can add light before it applies a tone curve:

    street-{sun,shade}.png            the empty street with and without direct sun
    {stall,van}-{sun,shade}.png       one thing at its place, premultiplied over its own shadow
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
SAMPLES = int(ARGUMENTS[1]) if len(ARGUMENTS) > 1 else 48
WIDTH, HEIGHT, LENS = 960, 540, 28.0
EYE, TARGET = Vector((0, -9, 6.5)), Vector((0, 7, 0.4))
SUN_TOWARDS = Vector((0.75, 0.45, -1.0)).normalized()  # the way the light travels
PIXELS_PER_METRE = 110
STALL_AT, VAN_AT = (2.4, 3.2), (-1.5, 8.6)
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


def render(name, size, samples, transparent):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_denoising, scene.cycles.max_bounces = samples, False, 5
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.resolution_percentage = 100
    scene.render.film_transparent = transparent
    scene.view_settings.view_transform = "Raw"
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGBA" if transparent else "RGB"
    scene.render.image_settings.color_depth = "16"
    scene.render.filepath = str(OUTPUT / name)
    bpy.ops.render.render(write_still=True)


def catch_shadows():
    for name, low, high in (("near", (-30, -6, -0.2), (30, 6.2, 0)), ("far", (-40, 6.2, -0.3), (40, 16, -0.14))):
        ground = box(name, low, high, material("catcher", (0.4, 0.4, 0.4)))
        ground.is_shadow_catcher = True


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for sunny, word in ((True, "sun"), (False, "shade")):
        clear()
        build_street()
        light(sunny)
        render(f"street-{word}.png", street_camera(), SAMPLES * 2, False)
        for name, build in (("stall", build_stall), ("van", build_van)):
            clear()
            build()
            catch_shadows()
            light(sunny)
            render(f"{name}-{word}.png", street_camera(), SAMPLES, True)
        for variant in range(PEOPLE):
            for pose in range(5):
                clear()
                build_person(variant, pose)
                light(sunny)
                render(f"person-{variant}-{pose}-{word}.png", person_camera(), 24, True)
    (OUTPUT / "layers.json").write_text(json.dumps({
        "width": WIDTH, "height": HEIGHT, "focal_px": WIDTH * LENS / 36.0, "eye": list(EYE), "target": list(TARGET),
        "sun_towards": list(SUN_TOWARDS), "pixels_per_metre": PIXELS_PER_METRE, "person_pitch_degrees": 26,
        "stall_at": STALL_AT, "van_at": VAN_AT, "people": PEOPLE}, indent=1))


main()
