"""Store a float32 model directory's weights in fewer bytes and finish it.

    python -m models.train.compress --float WORK/float --out models/embedded

Only storage shrinks: the graphs start from int8 or float16 weights, widen them to float32 (ONNX
Runtime does so once, when it loads the model) and compute as before. So results do not depend
on the batch, nor on which int8 instructions a processor has.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from models.narrow import add_weight, narrow_table, to_int8

SMALLEST = 4096  # values; smaller tensors stay as they are
Widen = Callable[[onnx.GraphProto, str, NDArray[np.float32]], list[onnx.NodeProto]]


def widen_int8(
    graph: onnx.GraphProto, name: str, values: NDArray[np.float32]
) -> list[onnx.NodeProto]:
    """Nodes that give a weight from int8: a scale for each output channel."""
    # Convolutions have their output channels first, matrix products last.
    narrow, scale = to_int8(values, axis=0 if values.ndim == 4 else values.ndim - 1)
    add_weight(graph, f"{name}_int8", narrow)
    add_weight(graph, f"{name}_scale", scale)
    cast = helper.make_node("Cast", [f"{name}_int8"], [f"{name}_wide"], to=TensorProto.FLOAT)
    return [cast, helper.make_node("Mul", [f"{name}_wide", f"{name}_scale"], [name])]


def widen_float16(
    graph: onnx.GraphProto, name: str, values: NDArray[np.float32]
) -> list[onnx.NodeProto]:
    """Nodes that give a weight from float16."""
    add_weight(graph, f"{name}_half", values.astype(np.float16))
    return [helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT)]


def shrink(model: onnx.ModelProto, widen: Widen) -> None:
    """Replace the graph's large float32 weights."""
    graph = model.graph
    large = {
        tensor.name: tensor
        for tensor in graph.initializer
        if tensor.data_type == TensorProto.FLOAT
        and np.prod(tensor.dims) >= SMALLEST
        and len(tensor.dims) > 1
    }
    for node in [node for node in graph.node if node.op_type == "Gather"]:
        if node.input[0] in large:
            narrow_table(graph, node, node.input[0])
            del large[node.input[0]]
    front: list[onnx.NodeProto] = []
    for name, tensor in large.items():
        graph.initializer.remove(tensor)
        front += widen(graph, name, numpy_helper.to_array(tensor))
    for node in reversed(front):
        graph.node.insert(0, node)
    onnx.checker.check_model(model)


def compress(source: Path, out: Path) -> None:
    """Copy a model directory with its weights shrunk: text to int8, image to float16."""
    for part, widen in (("textual", widen_int8), ("visual", widen_float16)):
        model = onnx.load(str(source / part / "model.onnx"))
        shrink(model, widen)
        (out / part).mkdir(parents=True, exist_ok=True)
        onnx.save(model, str(out / part / "model.onnx"))
    for path in source.rglob("*.json"):
        target = out / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--float", type=Path, required=True, help="what export wrote")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    compress(args.float, args.out)


if __name__ == "__main__":
    main()
