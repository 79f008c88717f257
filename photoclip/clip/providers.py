"""ONNX Runtime's execution providers that photoclip knows, best first, and their options.

Sources: ONNX Runtime's pages on each provider, and the headers that parse the options.
"""

from __future__ import annotations

import hashlib
import logging
import os
from dataclasses import dataclass
from pathlib import Path

from photoclip.clip.spec import Precision

log = logging.getLogger(__name__)

CPU = "CPUExecutionProvider"
CUDA = "CUDAExecutionProvider"
TENSORRT = "TensorrtExecutionProvider"
MIGRAPHX = "MIGraphXExecutionProvider"
ROCM = "ROCMExecutionProvider"
DIRECTML = "DmlExecutionProvider"
COREML = "CoreMLExecutionProvider"
OPENVINO = "OpenVINOExecutionProvider"


@dataclass(frozen=True, slots=True)
class Provider:
    """word: as the settings have it. key: ONNX Runtime's name. name: as people know it.

    automatic: whether it is tried where nobody asked for it. texts: whether it is of use for
    texts. converts: whether it makes fp16 of an fp32 graph by itself. alone: whether a session
    may run only once at a time. fast: the precision that it is fastest with.
    """

    word: str
    key: str
    name: str
    automatic: bool = True
    texts: bool = True
    converts: bool = False
    alone: bool = False
    fast: Precision = "fp16"


PROVIDERS = (
    # Builds an engine for minutes, for each model and size of a batch, so only who asks gets it.
    Provider("tensorrt", TENSORRT, "TensorRT", automatic=False, converts=True),
    Provider("cuda", CUDA, "CUDA"),
    Provider("migraphx", MIGRAPHX, "MIGraphX", converts=True),
    Provider("rocm", ROCM, "ROCm"),
    Provider("directml", DIRECTML, "DirectML", alone=True),
    # Compiles a graph anew for every length of a text, which takes longer than to run it.
    Provider("coreml", COREML, "CoreML", texts=False),
    Provider("openvino", OPENVINO, "OpenVINO", converts=True),
    Provider("cpu", CPU, "CPU", fast="int8"),
)
BY_WORD = {provider.word: provider for provider in PROVIDERS}
BY_KEY = {provider.key: provider for provider in PROVIDERS}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a session is opened with. memory: bytes of the device at most, 0 for all it has.

    cache: a folder for what providers compile, None for none. devices: OpenVINO's, as it names
    them.
    """

    graph: Path
    provider: str
    precision: Precision
    memory: int = 0
    cache: Path | None = None
    devices: tuple[str, ...] = ()


def chain(chosen: Chosen) -> list[tuple[str, dict[str, str]]]:
    """The providers of one session with their options; what one cannot do, the next one does."""
    keys = [chosen.provider]
    if chosen.provider == TENSORRT:
        keys.append(CUDA)
    if chosen.provider != CPU:
        keys.append(CPU)
    return [(key, options(key, chosen)) for key in keys]


def options(key: str, chosen: Chosen) -> dict[str, str]:
    """A provider's options, all as text, the way ONNX Runtime's bindings take them."""
    if key in (CUDA, ROCM):
        return _cuda(chosen)
    if key == TENSORRT:
        return _tensorrt(chosen)
    if key == MIGRAPHX:
        return _migraphx(chosen)
    if key == OPENVINO:
        return _openvino(chosen)
    if key == DIRECTML:
        # Laptops list the graphics of their processor first.
        return {"performance_preference": "high_performance"}
    if key == COREML:
        # The default NeuralNetwork format lacks operators and aborts on graphs that it has taken.
        return {"ModelFormat": "MLProgram"}
    return {}


def _cuda(chosen: Chosen) -> dict[str, str]:
    # The default grows by powers of two and would take memory that other programs need.
    # The exhaustive search for a convolution takes seconds for every new size of a batch.
    found = {"arena_extend_strategy": "kSameAsRequested"}
    if chosen.provider != ROCM:
        found["cudnn_conv_algo_search"] = "HEURISTIC"
    if chosen.memory:
        found["gpu_mem_limit"] = str(chosen.memory)
        if chosen.provider != ROCM:
            # Workspaces of convolutions lie beside the arena; the limit is meant for both.
            found["cudnn_conv_use_max_workspace"] = "0"
    return found


def _tensorrt(chosen: Chosen) -> dict[str, str]:
    found = {"trt_fp16_enable": "True" if chosen.precision == "fp16" else "False"}
    if chosen.memory:
        found["trt_max_workspace_size"] = str(chosen.memory)
    cache = _own_cache(chosen)
    if cache is not None:
        found |= {
            "trt_engine_cache_enable": "True",
            "trt_engine_cache_path": str(cache),
            "trt_timing_cache_enable": "True",
            "trt_timing_cache_path": str(cache),
        }
    return found


def _migraphx(chosen: Chosen) -> dict[str, str]:
    cache = _own_cache(chosen)
    if cache is not None:
        # Not all of AMD's builds know the option of that name; the variable they all do.
        os.environ["ORT_MIGRAPHX_MODEL_CACHE_PATH"] = str(cache)
    found = {"migraphx_fp16_enable": "1" if chosen.precision == "fp16" else "0"}
    if chosen.memory:
        found["migraphx_mem_limit"] = str(chosen.memory)
        found["migraphx_arena_extend_strategy"] = "kSameAsRequested"
    return found


def _openvino(chosen: Chosen) -> dict[str, str]:
    # Its processor part is not used: it is no faster than ONNX Runtime's own on these graphs and
    # is known to fail on dynamic batches.
    device = next((name for name in chosen.devices if name.startswith(("GPU", "NPU"))), "GPU")
    precision = "FP16" if chosen.precision == "fp16" else "FP32"
    found = {"device_type": device, "precision": precision}
    cache = _own_cache(chosen)
    if cache is not None:
        found["cache_dir"] = str(cache)
    return found


def _own_cache(chosen: Chosen) -> Path | None:
    """A folder for what is compiled of one graph as it is now.

    TensorRT names an engine by the graph's nodes, which two models of one architecture share.
    """
    if chosen.cache is None:
        return None
    try:
        state = chosen.graph.stat()
        content = f"{chosen.graph.resolve()} {state.st_size} {state.st_mtime_ns}"
        name = hashlib.sha256(content.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        folder = chosen.cache / BY_KEY[chosen.provider].word / name
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log.info("nothing that a device compiles is kept: %s", error)
        return None
    return folder
