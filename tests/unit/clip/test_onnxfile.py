"""What is read from an ONNX file's bytes, and the damage that shows there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from photoclip.clip.onnxfile import FilePort, read_graph
from photoclip.clip.onnxtrace import output_width
from photoclip.errors import ModelDirectoryError

ROWS = np.arange(12, dtype=np.float32).reshape(3, 4)


def tensor(name: str = "w", location: str = "", offset: int = 0) -> onnx.TensorProto:
    """A matrix, in the graph or in a file beside it."""
    made: onnx.TensorProto = numpy_helper.from_array(ROWS, name)
    if location:
        made.ClearField("raw_data")
        made.data_location = TensorProto.EXTERNAL
        for key, value in (("location", location), ("offset", offset), ("length", 48)):
            made.external_data.add(key=key, value=str(value))
    return made


def save(path: Path, nodes: list[onnx.NodeProto], *weights: onnx.TensorProto) -> Path:
    entry = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3])
    end = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", "wide"])
    graph = helper.make_graph(nodes, "graph", [entry], [end], list(weights))
    onnx.save(helper.make_model(graph), str(path / "model.onnx"))
    return path / "model.onnx"


def product(weights: str = "w") -> onnx.NodeProto:
    return helper.make_node("MatMul", ["x", weights], ["y"])


def test_shapes_are_numbers_names_or_open(tmp_path: Path) -> None:
    kinds = {
        "a": (TensorProto.FLOAT, [1, "n", None, -1]),
        "b": (TensorProto.INT64, []),
        "c": (TensorProto.FLOAT16, None),
        "d": (TensorProto.UINT8, [2**40]),
    }
    ports = [helper.make_tensor_value_info(name, *kind) for name, kind in kinds.items()]
    graph = helper.make_graph([], "graph", ports, ports[:1])
    onnx.save(helper.make_model(graph), str(tmp_path / "model.onnx"))
    read = read_graph(tmp_path / "model.onnx")
    assert read.inputs == (
        FilePort("a", "tensor(float)", (1, "n", None, -1)),
        FilePort("b", "tensor(int64)", ()),
        FilePort("c", "tensor(float16)", ()),
        FilePort("d", "tensor(uint8)", (2**40,)),
    )
    assert read.outputs == read.inputs[:1]


def test_weights_among_the_inputs_are_no_inputs(tmp_path: Path) -> None:
    file = save(tmp_path, [product()], tensor())
    model = onnx.load(str(file))
    model.graph.input.append(helper.make_tensor_value_info("w", TensorProto.FLOAT, [3, 4]))
    onnx.save(model, str(file))
    assert [port.name for port in read_graph(file).inputs] == ["x"]


def branches(inner: onnx.TensorProto) -> onnx.NodeProto:
    """A node that holds graphs with a weight of their own."""
    end = helper.make_tensor_value_info("z", TensorProto.FLOAT, [3, 4])
    both = [
        helper.make_graph([helper.make_node("Identity", ["w"], ["z"])], name, [], [end], [inner])
        for name in ("one", "other")
    ]
    return helper.make_node("If", ["x"], ["y"], then_branch=both[0], else_branch=both[1])


@pytest.mark.parametrize("place", ["initializer", "constant", "branch", "function"])
def test_weights_in_other_files_are_found_wherever_they_are_named(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "weights.bin").write_bytes(ROWS.tobytes())
    far = tensor(location="weights.bin")
    constant = helper.make_node("Constant", [], ["w"], value=far)
    if place == "initializer":
        file = save(tmp_path, [product()], far)
    elif place == "constant":
        file = save(tmp_path, [constant, product()])
    elif place == "branch":
        file = save(tmp_path, [branches(far)])
    else:
        file = save(tmp_path, [product()], tensor())
        model = onnx.load(str(file))
        opsets = [helper.make_opsetid("", 17)]
        function = helper.make_function("own", "f", [], ["w"], [constant], opsets)
        model.functions.append(function)
        onnx.save(model, str(file))
    assert read_graph(file).weights == (tmp_path / "weights.bin",)


@pytest.mark.parametrize(
    "location", ["../weights.bin", "/etc/weights.bin", "a/../../b", "..\\weights.bin", "C:\\w.bin"]
)
def test_weights_outside_the_folder_are_refused(tmp_path: Path, location: str) -> None:
    file = save(tmp_path, [product()], tensor(location=location))
    with pytest.raises(ModelDirectoryError, match="outside its own folder") as caught:
        read_graph(file)
    assert caught.value.path == file


@pytest.mark.parametrize(
    ("content", "offset", "finding"),
    [
        (None, 0, "is missing, but model.onnx keeps weights in it"),
        (b"", 0, "is empty, but model.onnx keeps weights in it"),
        (b"1" * 47, 0, "has 47 bytes, but model.onnx keeps weights in the first 48"),
        (b"1" * 50, 4096, "has 50 bytes, but model.onnx keeps weights in the first 4144"),
    ],
)
def test_weights_that_are_not_whole_are_refused(
    tmp_path: Path, content: bytes | None, offset: int, finding: str
) -> None:
    file = save(tmp_path, [product()], tensor(location="weights.bin", offset=offset))
    if content is not None:
        (tmp_path / "weights.bin").write_bytes(content)
    with pytest.raises(ModelDirectoryError, match=finding) as caught:
        read_graph(file)
    assert caught.value.path == tmp_path / "weights.bin"


@pytest.mark.parametrize("location", ["", "\x00", "nul\x00byte"])
def test_names_that_are_no_files_are_refused(tmp_path: Path, location: str) -> None:
    far = tensor(location="x")
    far.external_data[0].value = location
    with pytest.raises(ModelDirectoryError, match="keeps weights in it"):
        read_graph(save(tmp_path, [product()], far))


def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    file = save(tmp_path, [product()], tensor())
    content = file.read_bytes()
    # Before the graph begins there is none, after it come only opsets.
    end = content.rindex(b"\x42")
    for length in range(1, end, 7):
        file.write_bytes(content[:length])
        with pytest.raises(ModelDirectoryError, match="no whole ONNX graph"):
            read_graph(file)


@pytest.mark.parametrize(
    "content",
    [b"garbage", b"\xff" * 40, b"\x08\x07", b"PK\x03\x04" + bytes(100), b'{"a": 1}', bytes(64)],
)
def test_files_of_another_kind_are_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(content)
    with pytest.raises(ModelDirectoryError, match="no whole ONNX graph"):
        read_graph(file)


def test_graphs_nested_without_end_are_refused(tmp_path: Path) -> None:
    graph = b""
    for _ in range(200):
        attribute = b"\x32" + size(graph) + graph
        node = b"\x2a" + size(attribute) + attribute
        graph = b"\x0a" + size(node) + node + b"\x12\x18" + bytes(24)
    (tmp_path / "model.onnx").write_bytes(b"\x3a" + size(graph) + graph)
    with pytest.raises(ModelDirectoryError, match="nested too deeply"):
        read_graph(tmp_path / "model.onnx")


def size(content: bytes) -> bytes:
    """A length as protobuf writes it."""
    number, digits = len(content), []
    while number > 0x7F:
        digits.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*digits, number])


def node(kind: str, inputs: str, output: str, **options: object) -> onnx.NodeProto:
    return helper.make_node(kind, inputs.split(), [output], **options)


WIDTHS: dict[str, tuple[list[onnx.NodeProto], int | None]] = {
    "product": ([product()], 4),
    "transposed": ([node("Gemm", "x w", "y", transB=1)], 3),
    "turned": ([node("Transpose", "w", "t"), node("MatMul", "x t", "y")], 3),
    "normalised": (
        [node("MatMul", "x w", "p"), node("ReduceL2", "p", "n"), node("Div", "p n", "y")],
        4,
    ),
    "stored small": (
        [node("Cast", "w", "c", to=1), node("Mul", "c s", "m"), node("MatMul", "x m", "y")],
        4,
    ),
    "four bits": ([node("MatMulNBits", "x w", "y", N=9, K=3)], 9),
    "norm of a layer": ([node("LayerNormalization", "x w", "y")], 4),
    "a constant": (
        [helper.make_node("Constant", [], ["k"], value=tensor()), node("MatMul", "x k", "y")],
        4,
    ),
    "nothing": ([node("Relu", "x", "y")], None),
    "a circle": ([node("Relu", "y", "y")], None),
}


@pytest.mark.parametrize("name", WIDTHS)
def test_the_width_of_an_output_is_that_of_its_weights(tmp_path: Path, name: str) -> None:
    nodes, width = WIDTHS[name]
    assert output_width(save(tmp_path, nodes, tensor()), "y") == width
