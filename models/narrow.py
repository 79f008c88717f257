"""Weights in int8 with a scale for each row or column, inside a float32 graph."""

from __future__ import annotations

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper


def to_int8(values: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Round to 127 steps either way, with one scale for each place along `axis`."""
    others = tuple(other for other in range(values.ndim) if other != axis)
    scale = np.maximum(np.abs(values).max(axis=others, keepdims=True), 1e-12) / 127.0
    return np.rint(values / scale).astype(np.int8), scale.astype(np.float32)


def add_weight(graph: onnx.GraphProto, name: str, values: NDArray[np.generic]) -> str:
    """Add a weight to a graph; returns its name."""
    graph.initializer.append(numpy_helper.from_array(values, name))
    return name


def narrow_table(graph: onnx.GraphProto, gather: onnx.NodeProto, name: str) -> None:
    """Make a lookup read int8 rows and their scales, so that the table stays small in memory."""
    table = next(tensor for tensor in graph.initializer if tensor.name == name)
    narrow, scale = to_int8(numpy_helper.to_array(table), axis=0)
    graph.initializer.remove(table)
    rows = add_weight(graph, f"{name}_int8", narrow)
    scales = add_weight(graph, f"{name}_scale", scale)
    index, result = gather.input[1], gather.output[0]
    nodes = [
        helper.make_node("Gather", [rows, index], [f"{name}_rows"]),
        helper.make_node("Cast", [f"{name}_rows"], [f"{name}_wide"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [scales, index], [f"{name}_scales"]),
        helper.make_node("Mul", [f"{name}_wide", f"{name}_scales"], [result]),
    ]
    place = list(graph.node).index(gather)
    graph.node.remove(gather)
    for offset, node in enumerate(nodes):
        graph.node.insert(place + offset, node)
