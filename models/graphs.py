"""One tower of a dual encoder to one ONNX file."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from models.attention import traceable_attention

OPSET = 17
# protobuf allows 2 GiB; what lies above goes to a file beside the graph.
_LARGEST_FILE = 1_800_000_000


def export_graph(
    module: nn.Module, inputs: Mapping[str, Tensor], axes: dict[int, str], path: Path
) -> None:
    """Trace a tower and write it, with `axes` of each of its inputs left open.

    inputs: examples by name, in the order of the module's arguments. The output is `embedding`,
    (batch, dim). Weights over 2 GB go to PATH.data.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Large graphs come with a file for each weight, which nobody should have to see.
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        traced = Path(folder) / path.name
        with warnings.catch_warnings(), traceable_attention():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                module.eval(),
                tuple(inputs.values()),
                str(traced),
                input_names=list(inputs),
                output_names=["embedding"],
                dynamic_axes=dict.fromkeys(inputs, axes) | {"embedding": {0: "batch"}},
                opset_version=OPSET,
                dynamo=False,
            )
        model = onnx.load(str(traced))
    with torch.no_grad():
        width = module(*inputs.values()).shape[1]
    # Tracing does not always see it, and readers tell models by it.
    model.graph.output[0].type.tensor_type.shape.dim[1].dim_value = width
    _join_copies(model.graph)
    save_graph(model, path)


def save_graph(model: onnx.ModelProto, path: Path) -> None:
    """Write a graph, with its weights in a file beside it where they are too large for one."""
    if sum(len(tensor.raw_data) for tensor in model.graph.initializer) < _LARGEST_FILE:
        onnx.save(model, str(path))
        return
    onnx.save(
        model,
        str(path),
        save_as_external_data=True,
        all_tensors_to_one_file=True,
        location=f"{path.name}.data",
        size_threshold=1024,
    )
    # onnx makes it for its owner alone.
    path.with_name(f"{path.name}.data").chmod(path.stat().st_mode & 0o777)


def _join_copies(graph: onnx.GraphProto) -> None:
    """Use a weight itself where the graph would copy it first.

    Tracing stores equal weights once and makes copies; who quantises looks for the weights.
    """
    weights = {tensor.name for tensor in graph.initializer}
    copies = [
        node for node in graph.node if node.op_type == "Identity" and node.input[0] in weights
    ]
    source = {node.output[0]: node.input[0] for node in copies}
    for node in copies:
        graph.node.remove(node)
    for node in graph.node:
        for place, name in enumerate(node.input):
            node.input[place] = source.get(name, name)
