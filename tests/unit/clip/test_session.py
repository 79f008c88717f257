"""The choice of a device, with a runtime that fails in every way that real ones do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoclip.clip import session as module
from photoclip.clip.graph import Feeds, Port
from photoclip.clip.session import (
    COREML,
    CPU,
    DeviceReport,
    GraphFailure,
    GraphSession,
    SessionOpener,
    cpu_threads,
)
from photoclip.errors import ModelDirectoryError, ModelError

CUDA, DIRECTML = "CUDAExecutionProvider", "DmlExecutionProvider"
GRAPH = Path("visual") / "model.onnx"


class FakeSession:
    def __init__(self, provider: str, runs: bool) -> None:
        self.provider, self.runs = provider, runs

    def inputs(self) -> Sequence[Port]:
        return []

    def outputs(self) -> Sequence[Port]:
        return []

    def providers(self) -> Sequence[str]:
        return list(dict.fromkeys((self.provider, CPU)))

    def run(self, output: str, feeds: Feeds) -> Any:
        del output, feeds
        if not self.runs:
            raise GraphFailure("no kernel image is available for this card")
        return np.zeros((1, 1))


@dataclass
class FakeRuntime:
    """built_in: what it was built with. The rest names the providers that fail, and how."""

    built_in: tuple[str, ...] = (CUDA, CPU)
    obstacles: dict[str, str] = field(default_factory=dict)
    suspicions: dict[str, str] = field(default_factory=dict)
    refusing: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    created: list[tuple[str, int]] = field(default_factory=list)

    def available(self) -> Sequence[str]:
        return self.built_in

    def obstacle(self, provider: str) -> str:
        return self.obstacles.get(provider, "")

    def suspicion(self, provider: str) -> str:
        return self.suspicions.get(provider, "")

    def create(self, graph: Path, provider: str, threads: int) -> GraphSession:
        assert graph == GRAPH
        self.created.append((provider, threads))
        if provider in self.refusing:
            raise GraphFailure("out of memory")
        really = CPU if provider in self.silent else provider
        return FakeSession(really, provider not in self.broken)


def warm_up(session: GraphSession) -> None:
    session.run("embedding", {})


def opened(runtime: FakeRuntime, device: str = "auto") -> DeviceReport:
    result = SessionOpener(runtime, device).open(GRAPH, warm_up)
    assert result.session.providers()[0] == result.report.provider
    return result.report


def test_the_best_device_is_taken() -> None:
    runtime = FakeRuntime(built_in=(CPU, COREML, DIRECTML, CUDA))
    assert opened(runtime) == DeviceReport("CUDA", CUDA, "", "auto")
    assert [provider for provider, _ in runtime.created] == [CUDA]


@pytest.mark.parametrize(
    ("built_in", "device"),
    [((DIRECTML, CPU), "DirectML"), ((COREML, CPU), "CoreML"), ((COREML, DIRECTML), "DirectML")],
)
def test_the_order_of_devices(built_in: tuple[str, ...], device: str) -> None:
    assert opened(FakeRuntime(built_in)).device == device


def test_tensorrt_and_others_are_left_alone() -> None:
    report = opened(FakeRuntime(("TensorrtExecutionProvider", "OpenVINOExecutionProvider", CPU)))
    assert report == DeviceReport("CPU", CPU, "this onnxruntime works on the CPU only", "auto")


def test_a_missing_driver_is_the_reason_and_nothing_is_tried() -> None:
    runtime = FakeRuntime(obstacles={CUDA: "there is no NVIDIA driver"})
    assert opened(runtime).reason == "CUDA: there is no NVIDIA driver"
    assert [provider for provider, _ in runtime.created] == [CPU]


def test_a_missing_library_is_the_reason_of_a_silent_fall_back() -> None:
    suspicions = {CUDA: "libcublasLt.so.12 is missing"}
    report = opened(FakeRuntime(silent=(CUDA,), suspicions=suspicions))
    assert report.reason == "CUDA: libcublasLt.so.12 is missing"
    assert opened(FakeRuntime(suspicions=suspicions)).device == "CUDA"


def test_a_graph_can_do_without_a_provider() -> None:
    opener = SessionOpener(FakeRuntime((COREML, CPU)))
    report = opener.open(GRAPH, warm_up, without=frozenset({COREML})).report
    assert (report.device, report.reason) == ("CPU", "CoreML: not used")
    assert opener.open(GRAPH, warm_up).report.device == "CoreML"


def test_the_next_device_is_tried_after_one_that_refuses() -> None:
    runtime = FakeRuntime(built_in=(CUDA, DIRECTML, CPU), refusing=(CUDA,))
    assert opened(runtime) == DeviceReport("DirectML", DIRECTML, "CUDA: out of memory", "auto")


def test_a_silent_fall_back_is_noticed() -> None:
    report = opened(FakeRuntime(silent=(CUDA,)))
    assert (report.device, report.reason) == ("CPU", "CUDA: onnxruntime could not start CUDA")


def test_a_device_that_fails_its_first_run_is_not_used() -> None:
    report = opened(FakeRuntime(broken=(CUDA,)))
    assert report.device == "CPU"
    assert report.reason == "CUDA: no kernel image is available for this card"


def test_every_reason_is_kept() -> None:
    runtime = FakeRuntime((CUDA, DIRECTML, COREML, CPU), broken=(CUDA, COREML), silent=(DIRECTML,))
    assert opened(runtime).reason == (
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
    assert CUDA not in [provider for provider, _ in runtime.created] or device == "cuda"


def test_the_cpu_can_be_asked_for() -> None:
    runtime = FakeRuntime()
    assert opened(runtime, "cpu") == DeviceReport("CPU", CPU, "", "cpu")
    assert [provider for provider, _ in runtime.created] == [CPU]


def test_the_cpu_runs_nothing_at_loading() -> None:
    runtime = FakeRuntime(built_in=(CPU,), broken=(CPU,))
    assert opened(runtime).device == "CPU"


def test_a_graph_that_nothing_loads_is_refused() -> None:
    opener = SessionOpener(FakeRuntime(refusing=(CUDA, CPU)))
    with pytest.raises(ModelDirectoryError, match=r"cannot be loaded \(out of memory\)") as caught:
        opener.open(GRAPH, warm_up)
    assert caught.value.path == GRAPH


def test_a_misfit_that_the_first_run_finds_is_no_reason_to_change_the_device() -> None:
    def misfit(session: GraphSession) -> None:
        raise ModelDirectoryError("takes sound, not images", path=GRAPH)

    runtime = FakeRuntime()
    with pytest.raises(ModelDirectoryError, match="takes sound"):
        SessionOpener(runtime).open(GRAPH, misfit)
    assert [provider for provider, _ in runtime.created] == [CUDA]


def test_what_failed_once_is_not_tried_again() -> None:
    runtime = FakeRuntime(broken=(CUDA,))
    opener = SessionOpener(runtime)
    opener.open(GRAPH, warm_up)
    opener.open(GRAPH, warm_up)
    assert [provider for provider, _ in runtime.created] == [CUDA, CPU, CPU]


def test_a_device_with_wrong_results_is_used_no_more() -> None:
    opener = SessionOpener(FakeRuntime())
    opener.refuse(CUDA, "gives wrong vectors")
    assert opener.open(GRAPH, warm_up).report.reason == "CUDA: gives wrong vectors"


def test_the_plan_loads_nothing() -> None:
    runtime = FakeRuntime()
    assert SessionOpener(runtime).plan() == DeviceReport("CUDA", CUDA, "", "auto")
    assert SessionOpener(runtime, "cpu").plan().device == "CPU"
    assert runtime.created == []


def test_an_unknown_device_is_refused() -> None:
    with pytest.raises(ModelError, match="device is 'tpu', not one of auto, cuda, directml"):
        SessionOpener(FakeRuntime(), "tpu")


def test_threads_are_handed_on() -> None:
    runtime = FakeRuntime(built_in=(CPU,))
    SessionOpener(runtime, threads=3).open(GRAPH, warm_up)
    assert runtime.created == [(CPU, 3)]


def test_threads_are_those_of_the_cores_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.os, "sched_getaffinity", lambda pid: {2, 3, 5, 7}, raising=False)
    assert (cpu_threads(), cpu_threads(reserved=1), cpu_threads(reserved=9)) == (4, 3, 1)


def test_threads_where_the_system_knows_no_affinity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(module.os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(module.os, "cpu_count", lambda: None)
    assert cpu_threads() == 1
    monkeypatch.setattr(module.os, "cpu_count", lambda: 6)
    assert cpu_threads(reserved=2) == 4
