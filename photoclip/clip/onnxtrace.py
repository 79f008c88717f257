"""How wide an output is, for graphs that do not say: told by the weights that make it.

Exporters lose the width of an output behind a normalisation, whose norm they spread to a shape that
they work out while running.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.clip.onnxfile import opened
from photoclip.clip.protobuf import BYTES, NUMBER, Messages

# Which input holds the weights whose last side becomes the output's.
_WEIGHTS = {
    "MatMul": 1,
    "Gemm": 1,
    "MatMulInteger": 1,
    "DynamicQuantizeMatMul": 1,
    "QLinearMatMul": 3,
    "LayerNormalization": 1,
}
# What weights pass through before they are used: they are stored small, and scaled.
_UNCHANGED = frozenset({"Cast", "DequantizeLinear", "Identity", "Mul"})
# From the output back to the product there is a normalisation at most.
_FARTHEST = 40


@dataclass(frozen=True, slots=True)
class _Node:
    kind: str
    inputs: Sequence[str]
    outputs: Sequence[str]
    numbers: dict[str, int]
    dims: tuple[int, ...]


@dataclass(slots=True)
class _Graph:
    makers: dict[str, _Node] = field(default_factory=dict)
    dims: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def width(self, output: str) -> int | None:
        waiting, seen = deque([output]), {output}
        while waiting and len(seen) < _FARTHEST:
            node = self.makers.get(waiting.popleft())
            if node is None:
                continue
            width = self._made_width(node)
            if width is not None:
                return width
            fresh = [name for name in node.inputs if name and name not in seen]
            waiting.extend(fresh)
            seen.update(fresh)
        return None

    def _made_width(self, node: _Node) -> int | None:
        if node.kind == "MatMulNBits":
            return node.numbers.get("N")
        number = _WEIGHTS.get(node.kind, len(node.inputs))
        if number >= len(node.inputs):
            return None
        dims = self._weight_dims(node.inputs[number])
        if not dims:
            return None
        return dims[0 if node.numbers.get("transB") else -1]

    def _weight_dims(self, name: str) -> tuple[int, ...]:
        turned = False
        for _ in range(_FARTHEST):
            if name in self.dims:
                dims = self.dims[name]
                return dims[::-1] if turned else dims
            node = self.makers.get(name)
            if node is None or not (node.kind in _UNCHANGED or node.kind == "Transpose"):
                return ()
            turned ^= node.kind == "Transpose"
            name = node.inputs[0]
        return ()


def output_width(graph: Path, output: str) -> int | None:
    """The last side of an output, None where the graph's weights do not tell either.

    Raises ModelDirectoryError where the file is no graph.
    """
    found = _Graph()
    with opened(graph) as messages:
        for _, _, start, stop in messages.inner(0, messages.size, 7):  # graph
            for number, _, begin, end in messages.inner(start, stop, 1, 5):
                if number == 1:
                    _add_node(found, _node(messages, begin, end))
                else:  # initializer
                    found.dims[_name(messages, begin, end)] = _dims(messages, begin, end)
    return found.width(output)


def _add_node(graph: _Graph, node: _Node) -> None:
    for output in node.outputs:
        graph.makers[output] = node
        if node.kind == "Constant":
            graph.dims[output] = node.dims


def _node(messages: Messages, start: int, stop: int) -> _Node:
    inputs, outputs, kind = [], [], ""
    numbers: dict[str, int] = {}
    dims: tuple[int, ...] = ()
    for number, _, begin, end in messages.inner(start, stop, 1, 2, 4, 5):
        if number == 1:
            inputs.append(messages.text(begin, end))
        elif number == 2:
            outputs.append(messages.text(begin, end))
        elif number == 4:
            kind = messages.text(begin, end)
        else:  # attribute
            name, value, tensor = _attribute(messages, begin, end)
            numbers[name], dims = value, tensor or dims
    return _Node(kind, inputs, outputs, numbers, dims)


def _attribute(messages: Messages, start: int, stop: int) -> tuple[str, int, tuple[int, ...]]:
    """Its name, its whole number if it is one, and the shape of its tensor if it is one."""
    name, value = "", 0
    dims: tuple[int, ...] = ()
    for number, kind, begin, end in messages.fields(start, stop):
        if number == 1 and kind == BYTES:
            name = messages.text(begin, end)
        elif number == 3 and kind == NUMBER:
            value = begin
        elif number == 5 and kind == BYTES:
            dims = _dims(messages, begin, end)
    return name, value, dims


def _name(messages: Messages, start: int, stop: int) -> str:
    return next((messages.text(b, e) for _, _, b, e in messages.inner(start, stop, 8)), "")


def _dims(messages: Messages, start: int, stop: int) -> tuple[int, ...]:
    return tuple(messages.numbers(start, stop, 1))
