"""ONNX Runtime itself: its errors in our words, and not a word of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto

from photoclip.clip import ortsession
from photoclip.clip import runtime as module
from photoclip.clip.providers import (
    COREML,
    CPU,
    CUDA,
    DIRECTML,
    MIGRAPHX,
    OPENVINO,
    TENSORRT,
    Chosen,
    chain,
)
from photoclip.clip.runtime import OnnxRuntime
from photoclip.clip.session import GraphFailure
from photoclip.clip.spec import Precision

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

NO_INTEL = "OpenVINO finds neither graphics nor a neural processor of Intel's"


def found(name: str) -> object:
    return name


def lost(name: str) -> object:
    raise OSError(f"{name}: cannot open shared object file")


def onnxruntime_that_says(monkeypatch: pytest.MonkeyPatch, *lines: str) -> ModuleType:
    """A stand-in for the onnxruntime module whose preload_dlls prints, as the real one does."""
    fake = ModuleType("onnxruntime")
    source = f"def preload_dlls():\n    for line in {lines!r}: print(line)\n"
    exec(source, vars(fake))
    monkeypatch.setattr(module, "_onnxruntime", lambda: fake)
    return fake


def test_the_cpu_is_always_there() -> None:
    runtime = OnnxRuntime()
    assert CPU in runtime.available()
    assert runtime.obstacle(CPU) == ""


def test_a_machine_without_a_driver_is_told_so() -> None:
    driver = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
    reason = OnnxRuntime(find_library=lost).obstacle(CUDA)
    assert reason == f"there is no NVIDIA driver ({driver} is missing)"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Failed to load libcublasLt.so.12: libcublasLt.so.12: cannot open", "libcublasLt.so.12"),
        (r"Failed to load C:\p\cudnn64_9.dll: [WinError 126]", "cudnn64_9.dll"),
        ("Failed to load /a b/lib/libcudart.so.13: wrong ELF class", "libcudart.so.13"),
    ],
)
def test_a_missing_library_is_named_and_nothing_printed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], line: str, reason: str
) -> None:
    fake = onnxruntime_that_says(monkeypatch, line, "Please follow the instructions.")
    runtime = OnnxRuntime(find_library=found)
    # ONNX Runtime may do without the library, so that it is worth a try.
    assert runtime.obstacle(CUDA) == ""
    assert runtime.suspicion(CUDA) == f'{reason} is missing, which the extra "cuda" brings'
    assert capfd.readouterr() == ("", "")
    assert "print" not in vars(fake)


def test_complete_libraries_are_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    onnxruntime_that_says(monkeypatch)
    runtime = OnnxRuntime(find_library=found)
    assert (runtime.obstacle(CUDA), runtime.suspicion(CUDA)) == ("", "")


def test_an_onnxruntime_that_cannot_preload_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = onnxruntime_that_says(monkeypatch)
    del vars(fake)["preload_dlls"]
    assert OnnxRuntime(find_library=found).obstacle(CUDA) == ""


def test_a_preload_that_fails_is_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = onnxruntime_that_says(monkeypatch)

    def fail() -> None:
        raise RuntimeError("Invalid parameter of directory")

    vars(fake)["preload_dlls"] = fail
    runtime = OnnxRuntime(find_library=found)
    assert runtime.obstacle(CUDA) == ""
    assert runtime.suspicion(CUDA) == 'CUDA is missing, which the extra "cuda" brings'


def test_a_graph_runs(workshop: Workshop) -> None:
    session = OnnxRuntime().create(workshop.make() / "visual" / "model.onnx", CPU, threads=1)
    assert [port.name for port in session.inputs()] == ["image"]
    assert [port.name for port in session.outputs()] == ["embedding"]
    assert session.providers() == [CPU]
    result = session.run("embedding", {"image": np.ones((2, 3, 8, 8), np.float32)})
    assert result.shape == (2, workshop.dim)


@pytest.mark.parametrize("provider", [CPU, CUDA, "DmlExecutionProvider"])
def test_options(provider: str) -> None:
    import onnxruntime

    options = module._options(onnxruntime, provider, threads=3)
    assert options.intra_op_num_threads == 3
    assert options.execution_mode == onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # DirectML fails with memory patterns; the others are faster with them.
    assert options.enable_mem_pattern == (provider != "DmlExecutionProvider")


@pytest.mark.parametrize("keep", [1, 50, 400])
def test_a_damaged_graph_is_a_failure_without_noise(
    workshop: Workshop, capfd: pytest.CaptureFixture[str], keep: int
) -> None:
    graph = workshop.make() / "visual" / "model.onnx"
    graph.write_bytes(graph.read_bytes()[:keep])
    with pytest.raises(GraphFailure) as caught:
        OnnxRuntime().create(graph, CPU, threads=1)
    assert "ONNXRuntimeError" not in caught.value.finding
    assert "\n" not in caught.value.finding
    assert capfd.readouterr() == ("", "")


def test_a_graph_with_bytes_for_a_name_is_a_failure(workshop: Workshop) -> None:
    graph = workshop.make() / "visual" / "model.onnx"
    graph.write_bytes(graph.read_bytes().replace(b"embedding", b"embeddin\xff"))
    with pytest.raises(GraphFailure, match="codec can't decode"):
        OnnxRuntime().create(graph, CPU, threads=1)


def test_a_run_that_fails_is_a_failure_without_noise(
    workshop: Workshop, capfd: pytest.CaptureFixture[str]
) -> None:
    session = OnnxRuntime().create(workshop.make() / "textual" / "model.onnx", CPU, threads=1)
    with pytest.raises(GraphFailure, match="indices element out of data bounds, idx=999"):
        session.run("embedding", {"text": np.full((1, 4), 999, np.int32)})
    with pytest.raises(GraphFailure):
        session.run("embedding", {"text": np.zeros((1, 4), np.float32)})
    assert capfd.readouterr() == ("", "")


def test_a_provider_that_cannot_start_makes_no_noise(
    workshop: Workshop, capfd: pytest.CaptureFixture[str]
) -> None:
    runtime = OnnxRuntime()
    if CUDA not in runtime.available() or not runtime.obstacle(CUDA):
        pytest.skip("needs an onnxruntime with CUDA on a machine without")
    graph: Path = workshop.make() / "visual" / "model.onnx"
    try:
        providers = runtime.create(graph, CUDA, threads=1).providers()
    except GraphFailure:
        providers = [CPU]
    assert providers == [CPU]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "[ONNXRuntimeError] : 1 : FAIL : Non-zero status code returned while running Add node. "
            "Name:'/text_tower/Add' Status Message: /onnxruntime_src/onnxruntime/core/providers/"
            "cpu/math/element_wise_ops.h:583 void onnxruntime::BroadcastIterator::Append(ptrdiff_t,"
            " ptrdiff_t) axis == 1 || axis == largest was false. Attempting to broadcast\n",
            "Non-zero status code returned while running Add node. Name:'/text_tower/Add' "
            "Status Message: axis == 1 || axis == largest was false. Attempting to broadcast",
        ),
        (
            "[ONNXRuntimeError] : 7 : INVALID_PROTOBUF : Load model from /a b/model.onnx "
            "failed:Protobuf parsing failed.",
            "Protobuf parsing failed.",
        ),
    ],
)
def test_messages_are_cut_to_the_point(said: str, kept: str) -> None:
    assert ortsession.message(RuntimeError(said)) == kept


def test_long_messages_are_cut() -> None:
    assert len(ortsession.message(RuntimeError("word " * 500))) == 300


# What providers are given


def test_options_of_cuda_keep_to_the_memory_that_it_may_take(tmp_path: Path) -> None:
    free = dict(chain(Chosen(tmp_path, CUDA, "fp32")))[CUDA]
    assert free == {
        "arena_extend_strategy": "kSameAsRequested",
        "cudnn_conv_algo_search": "HEURISTIC",
    }
    bounded = dict(chain(Chosen(tmp_path, CUDA, "fp32", memory=2 << 30)))[CUDA]
    assert bounded["gpu_mem_limit"] == "2147483648"
    assert bounded["cudnn_conv_use_max_workspace"] == "0"


def test_tensorrt_keeps_its_engines_apart_and_leaves_the_rest_to_cuda(tmp_path: Path) -> None:
    graphs = [tmp_path / name / "model.onnx" for name in ("one", "other")]
    for graph in graphs:
        graph.parent.mkdir()
        graph.write_bytes(b"the same architecture")
    found = [chain(Chosen(graph, TENSORRT, "fp16", 1 << 20, tmp_path)) for graph in graphs]
    assert [name for name, _ in found[0]] == [TENSORRT, CUDA, CPU]
    first, second = (options[0][1] for options in found)
    assert first["trt_fp16_enable"] == "True"
    folders = {Path(options["trt_engine_cache_path"]) for options in (first, second)}
    assert len(folders) == 2
    assert all(folder.is_dir() and tmp_path / "tensorrt" in folder.parents for folder in folders)


def test_a_cache_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    graph = tmp_path / "model.onnx"
    graph.write_bytes(b"")
    options = dict(chain(Chosen(graph, TENSORRT, "fp32", cache=graph)))[TENSORRT]
    assert options == {"trt_fp16_enable": "False"}


@pytest.mark.parametrize(
    ("provider", "precision", "name", "value"),
    [
        (MIGRAPHX, "fp16", "migraphx_fp16_enable", "1"),
        (MIGRAPHX, "fp32", "migraphx_fp16_enable", "0"),
        (OPENVINO, "fp16", "precision", "FP16"),
        (OPENVINO, "fp32", "device_type", "GPU.1"),
        (DIRECTML, "fp32", "performance_preference", "high_performance"),
        (COREML, "fp32", "ModelFormat", "MLProgram"),
    ],
)
def test_options_of_other_providers(
    tmp_path: Path, provider: str, precision: Precision, name: str, value: str
) -> None:
    chosen = Chosen(tmp_path, provider, precision, devices=("GPU.1", "NPU"))
    assert dict(chain(chosen))[provider][name] == value


# Devices of other makers


def onnxruntime_with(devices: list[str]) -> ModuleType:
    fake = ModuleType("onnxruntime")
    bindings = SimpleNamespace(get_available_openvino_device_ids=lambda: devices)
    vars(fake)["capi"] = SimpleNamespace(_pybind_state=bindings)
    return fake


@pytest.mark.parametrize(
    ("devices", "fine"), [(["CPU"], False), ([], False), (["CPU", "GPU"], True), (["NPU"], True)]
)
def test_openvino_is_for_graphics_and_neural_processors(
    monkeypatch: pytest.MonkeyPatch, devices: list[str], fine: bool
) -> None:
    monkeypatch.setattr(module, "_onnxruntime", lambda: onnxruntime_with(devices))
    reason = OnnxRuntime().obstacle(OPENVINO)
    assert reason == ("" if fine else NO_INTEL)


def test_without_openvino_there_are_no_devices_of_it() -> None:
    assert module.openvino_devices(module._onnxruntime()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere AMD's driver has no such file")
def test_a_machine_without_amds_driver_is_told_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "_AMD_DEVICE", tmp_path / "kfd")
    assert "no AMD driver" in OnnxRuntime().obstacle(MIGRAPHX)
    (tmp_path / "kfd").touch()
    assert OnnxRuntime().obstacle(MIGRAPHX) == ""


def test_tensorrt_needs_its_library_beside_cuda(monkeypatch: pytest.MonkeyPatch) -> None:
    onnxruntime_that_says(monkeypatch)

    def find(name: str) -> object:
        return lost(name) if "nvinfer" in name else name

    assert OnnxRuntime(find_library=find).obstacle(CUDA) == ""
    assert "there is no TensorRT" in OnnxRuntime(find_library=find).obstacle(TENSORRT)
    assert "there is no NVIDIA driver" in OnnxRuntime(find_library=lost).obstacle(TENSORRT)
    assert OnnxRuntime(find_library=found).obstacle(TENSORRT) == ""


def test_builds_over_each_other_are_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"onnxruntime": "1.20", "onnxruntime-gpu": "1.31.1"}
    monkeypatch.setattr("importlib.metadata.version", version_among(versions))
    for provider in (CPU, CUDA):
        assert OnnxRuntime().suspicion(provider) == (
            "onnxruntime-gpu-1.31.1 and onnxruntime-1.20 overwrite each other; uninstall all of "
            "them, then install one"
        )
    del versions["onnxruntime"]
    assert OnnxRuntime().suspicion(CPU) == ""


def version_among(versions: dict[str, str]) -> Callable[[str], str]:
    def version(name: str) -> str:
        if name not in versions:
            raise metadata.PackageNotFoundError(name)
        return versions[name]

    return version


# Memory of a device, which the computer's own stands for


def test_a_bound_session_gives_what_others_give(workshop: Workshop) -> None:
    import onnxruntime

    graph = workshop.make(image_type=TensorProto.FLOAT16) / "visual" / "model.onnx"
    plain = OnnxRuntime().create(graph, CPU, threads=1)
    inner = onnxruntime.InferenceSession(str(graph), providers=[CPU])
    bound = ortsession.BoundSession(inner, onnxruntime.OrtValue, "cpu")
    results = []
    for seed, count in enumerate((4, 4, 1, 4)):
        feeds = {"image": workshop.pixels(count, seed).astype(np.float16)}
        results.append((bound.run("embedding", feeds), plain.run("embedding", feeds)))
    # Compared last: no run may write over what an earlier one gave.
    assert all(np.array_equal(mine, theirs) for mine, theirs in results)
    assert bound.providers() == [CPU]


def test_a_bound_session_takes_memory_once_for_each_shape(workshop: Workshop) -> None:
    import onnxruntime

    taken: list[tuple[int, ...]] = []

    class Counting:
        @staticmethod
        def ortvalue_from_numpy(array: NDArray[np.float32], device: str) -> object:
            taken.append(array.shape)
            return onnxruntime.OrtValue.ortvalue_from_numpy(array, device)

    graph = workshop.make() / "visual" / "model.onnx"
    inner = onnxruntime.InferenceSession(str(graph), providers=[CPU])
    bound = ortsession.BoundSession(inner, Counting, "cpu")
    for count in (4, 1, 4, 1, 4):
        bound.run("embedding", {"image": workshop.pixels(count)})
    assert taken == [(4, 3, 8, 8), (1, 3, 8, 8)]
    # What failed may have lacked just that memory.
    with pytest.raises(GraphFailure):
        bound.run("embedding", {"image": workshop.pixels(4)[:, :2]})
    bound.run("embedding", {"image": workshop.pixels(1)})
    assert taken[-1] == (1, 3, 8, 8)


def test_a_bound_session_fails_as_others_do(workshop: Workshop) -> None:
    import onnxruntime

    graph = workshop.make() / "textual" / "model.onnx"
    options = module._options(onnxruntime, CPU, threads=1)
    inner = onnxruntime.InferenceSession(str(graph), options, providers=[CPU])
    bound = ortsession.BoundSession(inner, onnxruntime.OrtValue, "cpu")
    with pytest.raises(GraphFailure, match="indices element out of data bounds"):
        bound.run("embedding", {"text": np.full((1, 4), 999, np.int32)})
    assert bound.run("embedding", {"text": np.ones((1, 4), np.int32)}).shape == (1, workshop.dim)
