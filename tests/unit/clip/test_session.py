"""The choice of a device, with a runtime that fails in every way that real ones do."""

from __future__ import annotations

import pytest

from photoclip.clip.placement import Placement
from photoclip.clip.providers import (
    COREML,
    CPU,
    CUDA,
    DIRECTML,
    MIGRAPHX,
    OPENVINO,
    ROCM,
    TENSORRT,
)
from photoclip.clip.session import DeviceReport, SessionOpener, Tuning
from photoclip.errors import ModelDirectoryError, ModelError
from tests.unit.clip.fakes import BOTH, GRAPH, TOWER, FakeProbe, FakeRuntime, opened


def test_the_best_device_is_taken() -> None:
    runtime = FakeRuntime(built_in=(CPU, COREML, DIRECTML, CUDA))
    assert opened(runtime) == DeviceReport("CUDA", CUDA, "", "auto")
    # The CPU tells what is right.
    assert runtime.tried == [CUDA, CPU]


@pytest.mark.parametrize(
    ("built_in", "device"),
    [
        ((DIRECTML, CPU), "DirectML"),
        ((COREML, CPU), "CoreML"),
        ((COREML, DIRECTML), "DirectML"),
        ((OPENVINO, COREML, CPU), "CoreML"),
        ((OPENVINO, CPU), "OpenVINO"),
        ((ROCM, MIGRAPHX, CPU), "MIGraphX"),
        ((ROCM, CPU), "ROCm"),
        ((TENSORRT, CUDA, CPU), "CUDA"),
        ((TENSORRT, CPU), "CPU"),
        (("AzureExecutionProvider", CPU), "CPU"),
    ],
)
def test_the_order_of_devices(built_in: tuple[str, ...], device: str) -> None:
    assert opened(FakeRuntime(built_in)).device == device


def test_tensorrt_is_for_those_who_ask_for_it() -> None:
    assert opened(FakeRuntime((TENSORRT, CUDA, CPU)), "tensorrt").device == "TensorRT"


def test_a_build_for_the_cpu_says_so() -> None:
    report = opened(FakeRuntime((CPU,)))
    assert report == DeviceReport("CPU", CPU, "this onnxruntime works on the CPU only", "auto")
    suspicions = {CPU: "a and b overwrite each other"}
    assert opened(FakeRuntime((CPU,), suspicions=suspicions)).reason == suspicions[CPU]


def test_a_missing_driver_is_the_reason_and_nothing_is_tried() -> None:
    runtime = FakeRuntime(obstacles={CUDA: "there is no NVIDIA driver"})
    assert opened(runtime).reason == "CUDA: there is no NVIDIA driver"
    assert runtime.tried == [CPU]


def test_a_missing_library_is_the_reason_of_a_silent_fall_back() -> None:
    suspicions = {CUDA: "libcublasLt.so.12 is missing"}
    report = opened(FakeRuntime(silent=(CUDA,), suspicions=suspicions))
    assert report.reason == "CUDA: libcublasLt.so.12 is missing"
    assert opened(FakeRuntime(suspicions=suspicions)).device == "CUDA"


def test_a_graph_can_do_without_a_provider() -> None:
    opener = SessionOpener(FakeRuntime((COREML, CPU)))
    report = opener.open(TOWER, FakeProbe(), without=frozenset({COREML})).report
    assert (report.device, report.reason) == ("CPU", "CoreML: not used")
    assert opener.open(TOWER, FakeProbe()).report.device == "CoreML"


def test_the_next_device_is_tried_after_one_that_refuses() -> None:
    runtime = FakeRuntime(built_in=(CUDA, DIRECTML, CPU), refusing=(CUDA,))
    assert opened(runtime) == DeviceReport("DirectML", DIRECTML, "CUDA: out of memory", "auto")


def test_a_silent_fall_back_is_noticed() -> None:
    report = opened(FakeRuntime(silent=(CUDA,)))
    assert (report.device, report.reason) == ("CPU", "CUDA: onnxruntime could not start CUDA")


def test_a_device_that_fails_its_first_run_is_not_used() -> None:
    report = opened(FakeRuntime(), probe=FakeProbe(broken=(CUDA,)))
    assert report.device == "CPU"
    assert report.reason == "CUDA: no kernel image is available for this card"


@pytest.mark.parametrize(
    ("cosine", "reason"),
    [
        (0.99, "gives wrong vectors (cosine 0.9900 to the CPU's, below 0.999)"),
        (-1.0, "gives wrong vectors (cosine -1.0000 to the CPU's, below 0.999)"),
        (0, "gave numbers that are not finite"),
    ],
)
def test_a_device_with_other_vectors_is_passed_over(cosine: float, reason: str) -> None:
    runtime = FakeRuntime((CUDA, DIRECTML, CPU))
    report = opened(runtime, probe=FakeProbe(cosines={CUDA: cosine}))
    assert (report.device, report.reason) == ("DirectML", f"CUDA: {reason}")


def test_every_reason_is_kept() -> None:
    runtime = FakeRuntime((CUDA, DIRECTML, COREML, CPU), silent=(DIRECTML,))
    assert opened(runtime, probe=FakeProbe(broken=(CUDA, COREML))).reason == (
        "CUDA: no kernel image is available for this card; "
        "DirectML: onnxruntime could not start DirectML; "
        "CoreML: no kernel image is available for this card"
    )


@pytest.mark.parametrize(
    ("device", "runtime", "reason"),
    [
        ("coreml", FakeRuntime(), "this onnxruntime has no CoreML"),
        ("cuda", FakeRuntime(obstacles={CUDA: "libcuda.so.1 is missing"}), "libcuda.so.1 is missi"),
        ("cuda", FakeRuntime(refusing=(CUDA,)), "out of memory"),
        (
            "directml",
            FakeRuntime((CUDA, DIRECTML, CPU), silent=(DIRECTML,)),
            "onnxruntime could no",
        ),
    ],
)
def test_a_device_that_was_asked_for_and_cannot_be_had(
    device: str, runtime: FakeRuntime, reason: str
) -> None:
    report = opened(runtime, device)
    assert (report.device, report.requested) == ("CPU", device)
    assert report.reason.startswith(reason)
    assert CUDA not in runtime.tried or device == "cuda"


def test_the_cpu_can_be_asked_for() -> None:
    runtime, probe = FakeRuntime(), FakeProbe()
    assert opened(runtime, "cpu", probe) == DeviceReport("CPU", CPU, "", "cpu")
    assert (runtime.tried, probe.warmed) == ([CPU], [])


def test_a_graph_that_nothing_loads_is_refused() -> None:
    opener = SessionOpener(FakeRuntime(refusing=(CUDA, CPU)))
    with pytest.raises(ModelDirectoryError, match=r"cannot be loaded \(out of memory\)") as caught:
        opener.open(TOWER, FakeProbe())
    assert caught.value.path == GRAPH


def test_a_misfit_that_the_first_run_finds_is_no_reason_to_change_the_device() -> None:
    runtime = FakeRuntime()
    with pytest.raises(ModelDirectoryError, match="takes sound"):
        SessionOpener(runtime).open(TOWER, FakeProbe(misfit=GRAPH))
    assert runtime.tried == [CUDA]


def test_what_failed_once_is_not_tried_again() -> None:
    runtime, probe = FakeRuntime(), FakeProbe(broken=(CUDA,))
    opener = SessionOpener(runtime)
    opener.open(TOWER, probe)
    opener.open(TOWER, probe)
    assert runtime.tried == [CUDA, CPU, CPU]


def test_a_device_with_wrong_results_is_used_no_more() -> None:
    opener = SessionOpener(FakeRuntime())
    opener.refuse(Placement(CUDA, GRAPH, "fp32", own=True), "gives wrong vectors")
    assert opener.open(TOWER, FakeProbe()).report.reason == "CUDA: gives wrong vectors"


def test_after_a_device_was_lost_only_the_cpu_works() -> None:
    opener = SessionOpener(FakeRuntime((CUDA, DIRECTML, CPU)))
    assert opener.open(TOWER, FakeProbe()).report.device == "CUDA"
    opener.leave(Placement(CUDA, GRAPH, "fp32", own=True), "failed while working (lost)")
    report = opener.open(TOWER, FakeProbe()).report
    assert report.device == "CPU"
    assert report.reason == "CUDA: failed while working (lost); DirectML: not used"


def test_the_plan_loads_nothing() -> None:
    runtime = FakeRuntime()
    assert SessionOpener(runtime).plan(TOWER) == DeviceReport("CUDA", CUDA, "", "auto")
    assert SessionOpener(runtime).plan(BOTH).precision == "fp16"
    assert SessionOpener(runtime, "cpu").plan(BOTH).precision == "int8"
    assert runtime.created == []


def test_an_unknown_device_is_refused() -> None:
    with pytest.raises(ModelError, match="device is 'tpu', not one of auto, tensorrt, cuda"):
        SessionOpener(FakeRuntime(), "tpu")


def test_threads_are_handed_on() -> None:
    runtime = FakeRuntime(built_in=(CPU,))
    SessionOpener(runtime, tuning=Tuning(threads=3)).open(TOWER, FakeProbe())
    assert runtime.threads == [3]
