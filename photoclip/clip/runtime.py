"""ONNX Runtime behind the Runtime protocol: its options, its noise and its errors."""

from __future__ import annotations

import ctypes
import importlib
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from photoclip.clip import distribution
from photoclip.clip.ortsession import BoundSession, OrtSession, message
from photoclip.clip.providers import (
    CUDA,
    DIRECTML,
    MIGRAPHX,
    OPENVINO,
    ROCM,
    TENSORRT,
    Chosen,
    chain,
)
from photoclip.clip.session import GraphFailure, GraphSession
from photoclip.clip.spec import Precision
from photoclip.interrupts import interrupts_deferred

_FATAL = 4
_LOAD_FAILURE = re.compile(r"Failed to load (?:.*[/\\])?([^/\\:]+): ")
# Of AMD's kernel driver, which its runtime talks to.
_AMD_DEVICE = Path("/dev/kfd")


class OnnxRuntime:
    """The onnxruntime module, imported at its first use because that takes 100 ms.

    memory_mb: megabytes of a device that a graph may take, 0 for all. cache: a folder for what
    devices compile, None for none.
    """

    def __init__(
        self,
        find_library: Callable[[str], object] | None = None,
        *,
        memory_mb: int = 0,
        cache: Path | None = None,
    ) -> None:
        self._find_library = find_library or ctypes.CDLL
        self._memory = memory_mb << 20
        self._cache = cache
        self._missing: dict[str, str] = {}

    def available(self) -> Sequence[str]:
        """See Runtime."""
        return list(_onnxruntime().get_available_providers())

    def obstacle(self, provider: str) -> str:
        """See Runtime. Without its driver a device is not tried; libraries are loaded here."""
        if provider in (CUDA, TENSORRT):
            return self._cuda_obstacle() or (
                self._tensorrt_obstacle() if provider == TENSORRT else ""
            )
        if provider in (MIGRAPHX, ROCM) and sys.platform == "linux" and not _AMD_DEVICE.exists():
            return f"there is no AMD driver for computing ({_AMD_DEVICE} is missing)"
        return _openvino_obstacle(_onnxruntime()) if provider == OPENVINO else ""

    def suspicion(self, provider: str) -> str:
        """See Runtime: builds installed over each other, or a library of CUDA that is missing.

        The log alone would tell of the latter.
        """
        return distribution.conflict() or self._missing.get(provider, "")

    def create(
        self, graph: Path, provider: str, threads: int, precision: Precision = "fp32"
    ) -> GraphSession:
        """See Runtime."""
        ort = _onnxruntime()
        devices = tuple(openvino_devices(ort)) if provider == OPENVINO else ()
        chosen = Chosen(graph, provider, precision, self._memory, self._cache, devices)
        try:
            session = ort.InferenceSession(
                str(graph),
                sess_options=_options(ort, provider, threads),
                providers=chain(chosen),
                # ONNX Runtime's own fallback prints to standard output and hides the reason.
                enable_fallback=0,
            )
            if provider in (CUDA, TENSORRT) and provider in session.get_providers():
                return BoundSession(session, ort.OrtValue, "cuda")
            return OrtSession(session)
        except Exception as error:
            raise GraphFailure(message(error)) from error

    def _cuda_obstacle(self) -> str:
        driver = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
        try:
            self._find_library(driver)
        except OSError:
            return f"there is no NVIDIA driver ({driver} is missing)"
        missing = _LOAD_FAILURE.search(_preload(_onnxruntime()))
        if missing:
            self._missing[CUDA] = f'{missing[1]} is missing, which the extra "cuda" brings'
        return ""

    def _tensorrt_obstacle(self) -> str:
        """Load TensorRT, from its wheel where there is one, so that its provider finds it."""
        library = "nvinfer_10.dll" if sys.platform == "win32" else "libnvinfer.so.10"
        with suppress(ImportError, OSError):
            importlib.import_module("tensorrt")
        try:
            self._find_library(library)
        except OSError:
            return f"there is no TensorRT ({library} is missing)"
        return ""


def openvino_devices(ort: ModuleType) -> list[str]:
    """OpenVINO's devices beside the processor, graphics first, as in ["GPU.0", "NPU"]."""
    bindings = getattr(getattr(ort, "capi", None), "_pybind_state", None)
    ask = getattr(bindings, "get_available_openvino_device_ids", None)
    found = [str(name) for name in ask()] if ask else []
    return sorted(name for name in found if name.startswith(("GPU", "NPU")))


def _openvino_obstacle(ort: ModuleType) -> str:
    if sys.platform == "win32":
        # Intel's wheel leaves it to the caller to let Windows find OpenVINO's libraries.
        with suppress(Exception):
            libraries = importlib.import_module("onnxruntime.tools.add_openvino_win_libs")
            libraries.add_openvino_libs_to_path()
    try:
        devices = openvino_devices(ort)
    except RuntimeError as error:
        return message(error)
    return "" if devices else "OpenVINO finds neither graphics nor a neural processor of Intel's"


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
    options.enable_mem_pattern = provider != DIRECTML
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
