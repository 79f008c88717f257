"""ONNX Runtime behind the Runtime protocol: its options, its noise and its errors."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from photoclip.clip.graph import Array, Feeds, Port
from photoclip.clip.session import COREML, CPU, GraphFailure, GraphSession
from photoclip.interrupts import interrupts_deferred

_FATAL = 4
CUDA = "CUDAExecutionProvider"
_PROVIDER_OPTIONS: dict[str, dict[str, str]] = {
    # The default grows by powers of two and would take memory that other programs need.
    # The exhaustive search for a convolution takes seconds for every new size of a batch.
    CUDA: {"arena_extend_strategy": "kSameAsRequested", "cudnn_conv_algo_search": "HEURISTIC"},
    # The default NeuralNetwork format lacks operators and aborts on graphs that it has taken.
    COREML: {"ModelFormat": "MLProgram"},
}
_LOAD_FAILURE = re.compile(r"Failed to load (?:.*[/\\])?([^/\\:]+): ")
# What an error says beside its message: its code, the graph's path, which photoclip names itself,
# and the place and function in ONNX Runtime's own sources.
_BESIDE_THE_POINT = re.compile(
    r"\[ONNXRuntimeError\] : \d+ : [A-Z_]+ : "
    r"|Load model from .* failed: ?"
    r"|\S*onnxruntime[/\\]\S+:\d+ (?:[^()]*\([^)]*\)(?: const)? )?"
)


class OnnxRuntime:
    """The onnxruntime module, imported at its first use because that takes 100 ms."""

    def __init__(self, find_library: Callable[[str], object] | None = None) -> None:
        self._find_library = find_library or ctypes.CDLL
        self._missing = ""

    def available(self) -> Sequence[str]:
        """See Runtime."""
        return list(_onnxruntime().get_available_providers())

    def obstacle(self, provider: str) -> str:
        """See Runtime. Without its driver CUDA is not tried; its libraries are loaded here."""
        return self._cuda_obstacle() if provider == CUDA else ""

    def suspicion(self, provider: str) -> str:
        """See Runtime. The library of CUDA that was not found, which the log alone would tell."""
        return self._missing if provider == CUDA else ""

    def create(self, graph: Path, provider: str, threads: int) -> GraphSession:
        """See Runtime."""
        ort = _onnxruntime()
        providers = list(dict.fromkeys((provider, CPU)))
        try:
            session = ort.InferenceSession(
                str(graph),
                sess_options=_options(ort, provider, threads),
                providers=[(name, _PROVIDER_OPTIONS.get(name, {})) for name in providers],
                # ONNX Runtime's own fallback prints to standard output and hides the reason.
                enable_fallback=0,
            )
            return _OrtSession(session)
        except Exception as error:
            raise GraphFailure(_message(error)) from error

    def _cuda_obstacle(self) -> str:
        driver = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
        try:
            self._find_library(driver)
        except OSError:
            return f"there is no NVIDIA driver ({driver} is missing)"
        missing = _LOAD_FAILURE.search(_preload(_onnxruntime()))
        self._missing = f"{missing[1]} is missing" if missing else ""
        return ""


@dataclass(frozen=True, slots=True)
class _Port:
    name: str
    type: str
    shape: tuple[int | str | None, ...]

    @classmethod
    def of(cls, described: Any) -> _Port:
        """Raises UnicodeDecodeError where a damaged graph has bytes for a name."""
        return cls(described.name, described.type, tuple(described.shape))


class _OrtSession:
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
            result: Array = self._session.run([output], dict(feeds))[0]
        except Exception as error:
            raise GraphFailure(_message(error)) from error
        return result


def _onnxruntime() -> ModuleType:
    # Since 1.29 the official builds report on each process to their maker unless this is set
    # before they are loaded (Privacy.md in the package); nothing may leave the machine.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    with interrupts_deferred():
        import onnxruntime

    # What the variable does not reach: builds for Windows that trace through the system.
    onnxruntime.disable_telemetry_events()
    # Everything worth knowing is raised as well; the log goes to standard error from C++.
    onnxruntime.set_default_logger_severity(_FATAL)
    module: ModuleType = onnxruntime
    return module


def _options(ort: ModuleType, provider: str, threads: int) -> Any:
    options = ort.SessionOptions()
    options.log_severity_level = _FATAL
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    # Threads that wait by spinning take the cores from those that decode the next pictures.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # DirectML supports neither memory patterns nor parallel execution.
    options.enable_mem_pattern = provider != "DmlExecutionProvider"
    return options


def _preload(ort: ModuleType) -> str:
    """Load CUDA's libraries from their wheels; returns what ONNX Runtime said about it."""
    if not hasattr(ort, "preload_dlls"):
        return ""
    said: list[str] = []
    # It prints its findings. A print of its own in that module catches them, where a redirected
    # sys.stdout would also swallow what other threads print meanwhile.
    vars(ort)["print"] = lambda *words: said.append(" ".join(map(str, words)))
    try:
        ort.preload_dlls()
    except (OSError, RuntimeError) as error:
        said.append(f"Failed to load CUDA: {error}")
    finally:
        vars(ort).pop("print", None)
    return "\n".join(said)


def _message(error: Exception) -> str:
    """What ONNX Runtime says, on one line and without its source files."""
    text = _BESIDE_THE_POINT.sub("", " ".join(str(error).split()))
    return text if len(text) <= 300 else f"{text[:297]}..."
