"""What an ONNX file says of itself, read from its bytes: inputs, outputs, files with its weights.

A model directory can so be judged in milliseconds, whatever its size, and without ONNX Runtime.
Field numbers are those of onnx.proto.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path, PurePosixPath, PureWindowsPath

from photoclip.clip.files import KEEP_WHOLE, require_file
from photoclip.clip.protobuf import BYTES, NUMBER, Malformed, Messages
from photoclip.errors import ModelDirectoryError

# As ONNX Runtime spells them.
_TYPES = {
    1: "float",
    2: "uint8",
    3: "int8",
    4: "uint16",
    5: "int16",
    6: "int32",
    7: "int64",
    8: "string",
    9: "bool",
    10: "float16",
    11: "double",
    12: "uint32",
    13: "uint64",
    16: "bfloat16",
}
# An attribute whose tensor lies in another file takes more bytes than this; most take fewer.
_LEAST_EXTERNAL = 24
_DEEPEST = 50
Side = int | str | None


@dataclass(frozen=True, slots=True)
class FilePort:
    """An input or output; a side of the shape is a number, a name, or None where it is open."""

    name: str
    type: str
    shape: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class GraphFile:
    """weights: the files beside it that hold its external data."""

    path: Path
    inputs: tuple[FilePort, ...]
    outputs: tuple[FilePort, ...]
    weights: tuple[Path, ...]


def read_graph(path: Path) -> GraphFile:
    """Read a file's graph.

    Raises ModelDirectoryError where it is cut off or no ONNX graph, or where a file with its
    weights is missing, too short or outside its folder.
    """
    with opened(path) as messages:
        content = _Content(messages)
        content.read()
    files = sorted(content.files.items())
    weights = tuple(_weights_file(path, name, size) for name, size in files)
    # Old exports list weights among the inputs; ONNX Runtime asks for none of them.
    inputs = tuple(port for port in content.inputs if port.name not in content.named)
    return GraphFile(path, inputs, tuple(content.outputs), weights)


@contextmanager
def opened(path: Path) -> Generator[Messages]:
    """The messages of a file. Raises ModelDirectoryError for it, too, where one is Malformed."""
    require_file(path)
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            yield Messages(data)
    except OSError as error:
        raise ModelDirectoryError(f"cannot be read ({error.strerror})", path=path) from error
    except Malformed as error:
        finding = f"cannot be loaded: it is no whole ONNX graph ({error})"
        raise ModelDirectoryError(finding, path=path, hint=KEEP_WHOLE) from error


class _Content:
    """Collects what is wanted while the messages are walked.

    files: the bytes that the graph takes from each file with weights. named: its own weights.
    """

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.inputs: list[FilePort] = []
        self.outputs: list[FilePort] = []
        self.files: dict[str, int] = {}
        self.named: set[str] = set()

    def read(self) -> None:
        found = False
        for number, kind, start, stop in self._messages.fields(0, self._messages.size):
            if number == 7 and kind == BYTES:  # ModelProto.graph
                found = True
                self._graph(start, stop)
            elif number == 25 and kind == BYTES:  # ModelProto.functions
                self._nodes(start, stop, 7, 0)
        if not found:
            raise Malformed("there is no graph in it")

    def _graph(self, start: int, stop: int) -> None:
        for number, kind, begin, end in self._messages.fields(start, stop):
            if kind != BYTES:
                continue
            if number == 1:  # node
                self._node(begin, end, 0)
            elif number == 5:  # initializer
                self.named.add(self._tensor(begin, end))
            elif number == 11:  # input
                self.inputs.append(self._port(begin, end))
            elif number == 12:  # output
                self.outputs.append(self._port(begin, end))

    def _nodes(self, start: int, stop: int, field: int, depth: int) -> None:
        """The nodes and weights of a graph inside a node (field 1), or the nodes of a function."""
        if depth > _DEEPEST:
            raise Malformed("its graphs are nested too deeply")
        for number, kind, begin, end in self._messages.fields(start, stop):
            if kind == BYTES and number == field:
                self._node(begin, end, depth)
            elif kind == BYTES and number == 5 and field == 1:  # initializer
                self._tensor(begin, end)

    def _node(self, start: int, stop: int, depth: int) -> None:
        for number, kind, begin, end in self._messages.fields(start, stop):
            if number != 5 or kind != BYTES or end - begin < _LEAST_EXTERNAL:  # attribute
                continue
            for inner, _, first, last in self._messages.inner(begin, end, 5, 6, 10, 11):
                if inner in (5, 10):  # t, tensors
                    self._tensor(first, last)
                else:  # g, graphs
                    self._nodes(first, last, 1, depth + 1)

    def _tensor(self, start: int, stop: int) -> str:
        """Notes where a tensor's numbers lie; returns its name."""
        name, place = "", {}
        for number, _, begin, end in self._messages.inner(start, stop, 8, 13):
            if number == 8:
                name = self._messages.text(begin, end)
            else:  # external_data
                key, value = self._entry(begin, end)
                place[key] = value
        if "location" in place:
            size = sum(_whole_number(place.get(key, "0")) for key in ("offset", "length"))
            self.files[place["location"]] = max(size, self.files.get(place["location"], 0))
        return name

    def _entry(self, start: int, stop: int) -> tuple[str, str]:
        texts = {
            number: self._messages.text(begin, end)
            for number, _, begin, end in self._messages.inner(start, stop, 1, 2)
        }
        return texts.get(1, ""), texts.get(2, "")

    def _port(self, start: int, stop: int) -> FilePort:
        name, kind = "", ""
        shape: tuple[Side, ...] = ()
        for number, _, begin, end in self._messages.inner(start, stop, 1, 2):
            if number == 1:
                name = self._messages.text(begin, end)
            else:
                kind, shape = self._type(begin, end)
        return FilePort(name, kind, shape)

    def _type(self, start: int, stop: int) -> tuple[str, tuple[Side, ...]]:
        element = 0
        sides: list[Side] = []
        for _, _, begin, end in self._messages.inner(start, stop, 1):  # tensor_type
            for number, kind, first, last in self._messages.fields(begin, end):
                if number == 1 and kind == NUMBER:
                    element = first
                elif number == 2 and kind == BYTES:  # shape
                    dims = self._messages.inner(first, last, 1)
                    sides = [self._side(side, until) for _, _, side, until in dims]
        return f"tensor({_TYPES.get(element, element)})", tuple(sides)

    def _side(self, start: int, stop: int) -> Side:
        for number, kind, begin, end in self._messages.fields(start, stop):
            if number == 1 and kind == NUMBER:
                return begin if begin < 2**63 else begin - 2**64
            if number == 2 and kind == BYTES:
                return self._messages.text(begin, end)
        return None


def _whole_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0


def _weights_file(graph: Path, name: str, size: int) -> Path:
    """The file beside a graph that holds `size` bytes of its weights."""
    pure = (PurePosixPath(name), PureWindowsPath(name))
    if any(path.anchor or ".." in path.parts for path in pure):
        finding = f"keeps weights in {name!r}, outside its own folder"
        raise ModelDirectoryError(finding, path=graph, hint=KEEP_WHOLE)
    file = graph.parent / name
    try:
        found = require_file(file).stat().st_size
    except ModelDirectoryError as error:
        finding = f"{error.finding}, but {graph.name} keeps weights in it"
        raise ModelDirectoryError(finding, path=file, hint=error.hint) from error
    if found < size:
        finding = f"has {found} bytes, but {graph.name} keeps weights in the first {size}"
        raise ModelDirectoryError(finding, path=file, hint=KEEP_WHOLE)
    return file
