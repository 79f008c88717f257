"""ONNX Runtime itself: its errors in our words, and not a word of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
import pytest

from photoclip.clip import runtime as module
from photoclip.clip.runtime import OnnxRuntime
from photoclip.clip.session import CPU, GraphFailure

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

CUDA = "CUDAExecutionProvider"


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
    assert runtime.suspicion(CUDA) == f"{reason} is missing"
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
    assert runtime.suspicion(CUDA) == "CUDA is missing"


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
    assert module._message(RuntimeError(said)) == kept


def test_long_messages_are_cut() -> None:
    assert len(module._message(RuntimeError("word " * 500))) == 300
