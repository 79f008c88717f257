"""The same graphs in fewer bytes: float16 for graphics cards, int8 for processors."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto

from models.graphs import save_graph
from models.narrow import narrow_table

PRECISIONS = ("fp16", "int8")
_LARGE = 4096  # values; smaller tables stay as they are
_BLOCK = 64  # weights that share a scale
# A variant that saves less than this is not worth a second file.
_WORTHWHILE = 0.8
# What sums or squares large numbers; float16 ends at 65,504 and keeps three digits.
_IN_FLOAT32 = (
    "Exp",
    "GroupNormalization",
    "InstanceNormalization",
    "Pow",
    "Reciprocal",
    "ReduceL2",
    "ReduceMean",
    "ReduceSum",
    "Sqrt",
)


def write_variant(graph: Path, precision: str) -> Path | None:
    """Write `model_{precision}.onnx` beside a float32 graph; None where it saves too little."""
    path = graph.with_name(f"model_{precision}.onnx")
    save_graph(_half(graph) if precision == "fp16" else _int8(graph), path)
    if size_on_disk(path) <= _WORTHWHILE * size_on_disk(graph):
        return path
    for file in files_of(path):
        file.unlink()
    return None


def files_of(graph: Path) -> list[Path]:
    """A graph and the weights beside it."""
    return [file for file in (graph, Path(f"{graph}.data")) if file.exists()]


def size_on_disk(graph: Path) -> int:
    """Bytes of a graph and the weights beside it."""
    return sum(file.stat().st_size for file in files_of(graph))


def _half(graph: Path) -> onnx.ModelProto:
    """Inputs and outputs stay float32, and so does the scaling to unit length at the end."""
    from onnxruntime.transformers.float16 import (
        DEFAULT_OP_BLOCK_LIST,
        convert_float_to_float16,
    )

    with tempfile.NamedTemporaryFile(suffix=".onnx", dir=graph.parent) as described:
        onnx.shape_inference.infer_shapes_path(str(graph), described.name)
        model = onnx.load(described.name)
    ending = [node.name for node in model.graph.node if not node.name.startswith("/tower/")]
    half: onnx.ModelProto = convert_float_to_float16(
        model,
        keep_io_types=True,
        disable_shape_infer=True,
        op_block_list=[*DEFAULT_OP_BLOCK_LIST, *_IN_FLOAT32],
        node_block_list=ending,
    )
    _join_casts(half.graph)
    _name_apart(half.graph)
    return half


def _join_casts(graph: onnx.GraphProto) -> None:
    """Let what is computed in float32 one after the other stay in float32 in between."""
    narrowed = {
        node.output[0]: node.input[0]
        for node in graph.node
        if node.op_type == "Cast" and node.name.endswith("_cast_to_fp16_node")
    }
    widened = {
        node.output[0]: narrowed[node.input[0]]
        for node in graph.node
        if node.op_type == "Cast"
        and node.name.endswith("_cast_to_fp32_node")
        and node.input[0] in narrowed
    }
    for node in graph.node:
        for place, name in enumerate(node.input):
            node.input[place] = widened.get(name, name)
    used = {name for node in graph.node for name in node.input}
    used |= {output.name for output in graph.output}
    for node in [node for node in graph.node if node.op_type == "Cast"]:
        if node.output[0] not in used:
            graph.node.remove(node)


def _name_apart(graph: onnx.GraphProto) -> None:
    """Mend what the conversion leaves: a cast for each of its uses, all with the same names."""
    made: set[str] = set()
    for node in list(graph.node):
        if node.op_type == "Cast" and node.output[0] in made:
            graph.node.remove(node)
        made.update(node.output)
    seen: set[str] = set()
    for number, node in enumerate(graph.node):
        if node.name in seen:
            node.name = f"{node.name}_{number}"
        seen.add(node.name)


def _int8(graph: Path) -> onnx.ModelProto:
    """Matrices in int8 with a scale for every 64 weights, multiplied by activations that are
    rounded to int8 row by row, so that a result does not depend on what else is in its batch.

    Convolutions stay float32: ONNX Runtime would round their input by the range of the whole
    batch, and is hardly faster then.
    """
    from onnxruntime.quantization.matmul_nbits_quantizer import (
        DefaultWeightOnlyQuantConfig,
        MatMulNBitsQuantizer,
    )

    config = DefaultWeightOnlyQuantConfig(
        block_size=_BLOCK, is_symmetric=True, accuracy_level=4, bits=8
    )
    model = onnx.load(str(graph))
    quantizer = MatMulNBitsQuantizer(model, algo_config=config)
    quantizer.process()
    narrow: onnx.ModelProto = quantizer.model.model
    _narrow_tables(narrow.graph)
    return narrow


def _narrow_tables(graph: onnx.GraphProto) -> None:
    uses = [name for node in graph.node for name in node.input]
    large = {
        tensor.name
        for tensor in graph.initializer
        if tensor.data_type == TensorProto.FLOAT
        and len(tensor.dims) == 2
        and np.prod(tensor.dims) >= _LARGE
        and uses.count(tensor.name) == 1
    }
    for node in [node for node in graph.node if node.op_type == "Gather"]:
        if node.input[0] in large:
            narrow_table(graph, node, node.input[0])
