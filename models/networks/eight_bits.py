"""Most convolutions of a network in 8-bit integers: twice as fast where nothing but them is asked, and here nearly the same.

A convolution's input is rounded to 256 levels between what pictures gave it, its filters to 129 levels around zero, each
filter by itself: so few that sums of 16 bits, which processors without VNNI add in, never overflow, and every processor finds
the same. What the rounding moves on the average is taken back in the bias. Levels come from a file that `levels` made of
pictures; convolutions that the file leaves out stay as they are: those that see the picture first lose most by it.

Jacob et al., "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference", CVPR 2018, and for
the bias Nagel et al., "Data-Free Quantization Through Weight Equalization and Bias Correction", ICCV 2019.
"""

import numpy
import openvino
from openvino import opset13 as layers

FILTER_LEVELS = 64  # on each side of zero


def convolutions(model):
    """By name, in the order in which they are worked out."""
    return {node.get_friendly_name(): node for node in model.get_ordered_ops()
            if node.get_type_name() in ("Convolution", "GroupConvolution")}


def apply(model, known):
    """Rounds the convolutions of a model that are known: `NAME.range` of its input, and `NAME.shift` of its bias."""
    for name, node in convolutions(model).items():
        if name + ".range" not in known:
            continue
        source = node.input_value(0)
        # What several convolutions and sums are given is rounded once, for all of them.
        if source.get_node().get_type_name() != "FakeQuantize":
            takers = [taker for taker in source.get_target_inputs() if taker.get_node().get_type_name() != "Result"]
            rounded = between(source, *known[name + ".range"])
            for taker in takers:
                taker.replace_source_output(rounded.output(0))
        node.input(1).replace_source_output(filters(node).output(0))
        if name + ".shift" in known:
            shift(node, known[name + ".shift"])
    model.validate_nodes_and_infer_types()


def levels(build, pictures, exact):
    """What `apply` needs: its ranges and shifts, of pictures as the network is given them.

    build() makes the model anew; exact are the names of convolutions that stay as they are.
    """
    names = [name for name in convolutions(build()) if name not in exact]
    made, wanted = {}, {}
    model = build()
    nodes = convolutions(model)
    inputs = run(model, [nodes[name].input_value(0) for name in names], pictures)
    for name, (lowest, highest, _) in zip(names, inputs):
        made[name + ".range"] = span(lowest, highest)
    model = build()
    nodes = convolutions(model)
    for name, (_, _, mean) in zip(names, run(model, [nodes[name].output(0) for name in names], pictures)):
        wanted[name] = mean
    # One after the other: what is mended in one has reached the next.
    for name in names:
        model = build()
        apply(model, made)
        _, _, mean = run(model, [convolutions(model)[name].output(0)], pictures)[0]
        made[name + ".shift"] = (wanted[name] - mean).astype(numpy.float32)
    return made


def span(lowest, highest):
    """From each picture's lowest and highest: a little more than the mean of them, no more than there was."""
    low, high = min(lowest), max(highest)
    if low >= 0:
        return numpy.float32([0, min(high, 1.2 * numpy.mean(highest))])
    side = min(max(-low, high), 1.2 * max(-numpy.mean(lowest), numpy.mean(highest)))
    return numpy.float32([-side * 128 / 127, side])


def between(source, low, high):
    """An output, rounded to 256 levels."""
    low, high = layers.constant(numpy.float32(low)), layers.constant(numpy.float32(high))
    return layers.fake_quantize(source, low, high, low, high, 256)


def filters(node):
    """The filters of a convolution as integers times a step of each filter's own."""
    weight = node.input_value(1).get_node().get_data().astype(numpy.float32)
    single = tuple(range(2 if node.get_type_name() == "GroupConvolution" else 1, weight.ndim))
    largest = numpy.maximum(numpy.abs(weight).max(axis=single, keepdims=True), 1e-8)
    step = (largest / FILTER_LEVELS).astype(numpy.float32)
    rounded = layers.constant(numpy.rint(weight / step).astype(numpy.int8))
    return layers.multiply(layers.convert(rounded, numpy.float32), layers.constant(step))


def shift(node, by):
    """Moves the bias of a convolution, which its sum with a constant is and nothing else takes."""
    added, = node.output(0).get_target_inputs()
    bias = added.get_node().input_value(1).get_node().get_data()
    added.get_node().input(1).replace_source_output(layers.constant(bias + by.reshape(bias.shape)).output(0))


def run(model, outputs, pictures):
    """Of each output: the lowest and the highest number of each picture, and the mean of each channel over all."""
    asked = openvino.Model(outputs, model.get_parameters(), "asked")
    compiled = openvino.Core().compile_model(asked, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    told = [([], [], []) for _ in outputs]
    for picture in pictures:
        answer = compiled([picture])
        for number, (lowest, highest, means) in enumerate(told):
            lowest.append(answer[number].min())
            highest.append(answer[number].max())
            means.append(answer[number].mean(axis=(0, 2, 3)))
    return [(lowest, highest, numpy.mean(means, axis=0)) for lowest, highest, means in told]
