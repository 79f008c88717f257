"""A session of ONNX Runtime as a GraphSession, with its messages cut to the point."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from photoclip.clip.graph import Array, Feeds, Port
from photoclip.clip.session import GraphFailure

# What an error says beside its message: its code, the graph's path, which photoclip names itself,
# and the place and function in ONNX Runtime's own sources.
_BESIDE_THE_POINT = re.compile(
    r"\[ONNXRuntimeError\] : \d+ : [A-Z_]+ : "
    r"|Load model from .* failed: ?"
    r"|\S*onnxruntime[/\\]\S+:\d+ (?:[^()]*\([^)]*\)(?: const)? )?"
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class _Port:
    name: str
    type: str
    shape: tuple[int | str | None, ...]

    @classmethod
    def of(cls, described: Any) -> _Port:
        """Raises UnicodeDecodeError where a damaged graph has bytes for a name."""
        return cls(described.name, described.type, tuple(described.shape))


class OrtSession:
    """See GraphSession. Feeds and results lie in the computer's own memory."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._inputs = [_Port.of(port) for port in session.get_inputs()]
        self._outputs = [_Port.of(port) for port in session.get_outputs()]

    def inputs(self) -> Sequence[Port]:
        return self._inputs

    def outputs(self) -> Sequence[Port]:
        return self._outputs

    def providers(self) -> Sequence[str]:
        return list(self._session.get_providers())

    def run(self, output: str, feeds: Feeds) -> Array:
        try:
            return self._run(output, feeds)
        except Exception as error:
            raise GraphFailure(message(error)) from error

    def _run(self, output: str, feeds: Feeds) -> Array:
        result: Array = self._session.run([output], dict(feeds))[0]
        return result


class BoundSession(OrtSession):
    """Feeds go into memory of the device that is taken once for each shape, and so do results.

    values: ONNX Runtime's class for such memory. device: its name for the device. One run at a
    time, because runs of one shape share the memory.
    """

    def __init__(self, session: Any, values: Any, device: str) -> None:
        super().__init__(session)
        self._values, self._device = values, device
        self._lock = threading.Lock()
        self._entries: dict[tuple[object, ...], Any] = {}
        self._results: dict[tuple[object, ...], Any] = {}

    def run(self, output: str, feeds: Feeds) -> Array:
        try:
            return super().run(output, feeds)
        except GraphFailure:
            # Where memory was short, what was kept for other shapes may be what is lacking.
            with self._lock:
                self._entries.clear()
                self._results.clear()
            raise

    def _run(self, output: str, feeds: Feeds) -> Array:
        with self._lock:
            binding = self._session.io_binding()
            for name, array in feeds.items():
                binding.bind_ortvalue_input(name, self._filled(name, array))
            shapes = (output, *((name, array.shape) for name, array in feeds.items()))
            if shapes in self._results:
                binding.bind_ortvalue_output(output, self._results[shapes])
            else:
                # ONNX Runtime takes the memory, since it alone knows the size; it is kept.
                binding.bind_output(output, self._device)
            self._session.run_with_iobinding(binding)
            self._results[shapes] = binding.get_outputs()[0]
            # A copy: in the computer's own memory it would be that of the next run.
            return np.array(self._results[shapes].numpy())

    def _filled(self, name: str, array: Array) -> Any:
        key = (name, array.shape, array.dtype)
        if key not in self._entries:
            self._entries[key] = self._values.ortvalue_from_numpy(array, self._device)
        else:
            self._entries[key].update_inplace(array)
        return self._entries[key]


def message(error: Exception) -> str:
    """What ONNX Runtime says, on one line and without its source files."""
    text = _BESIDE_THE_POINT.sub("", " ".join(str(error).split()))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
