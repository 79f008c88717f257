"""The choice of a precision: the fastest of a device whose vectors agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.clip.placement import LEAST_COSINE
from photoclip.clip.providers import COREML, CPU, CUDA, DIRECTML, MIGRAPHX, OPENVINO
from photoclip.clip.session import SessionOpener, Tuning
from photoclip.clip.spec import Precision
from tests.unit.clip.fakes import (
    BOTH,
    FP16,
    GRAPH,
    INT8,
    TOWER,
    FakeProbe,
    FakeRuntime,
    Memory,
    opened,
)


@pytest.mark.parametrize(
    ("provider", "wanted", "graph", "precision"),
    [
        (CUDA, "auto", FP16, "fp16"),
        (DIRECTML, "auto", FP16, "fp16"),
        (COREML, "auto", FP16, "fp16"),
        (CPU, "auto", INT8, "int8"),
        (CUDA, "fp32", GRAPH, "fp32"),
        (CPU, "fp32", GRAPH, "fp32"),
        (CPU, "fp16", FP16, "fp16"),
        (CUDA, "int8", INT8, "int8"),
        # These make fp16 of a graph by themselves.
        (MIGRAPHX, "auto", GRAPH, "fp16"),
        (OPENVINO, "auto", GRAPH, "fp16"),
        (MIGRAPHX, "fp32", GRAPH, "fp32"),
    ],
)
def test_the_precision(provider: str, wanted: str, graph: Path, precision: Precision) -> None:
    runtime = FakeRuntime((provider, CPU))
    report = opened(runtime, tower=BOTH, precision=wanted)
    assert (report.provider, report.precision, report.precision_reason) == (provider, precision, "")
    assert runtime.created[0] == (provider, graph.name, precision)


@pytest.mark.parametrize(
    ("probe", "reason"),
    [
        (FakeProbe(broken=(FP16,)), "fp16: no kernel image is available for this card"),
        (FakeProbe(cosines={FP16: 0.9}), "fp16: gives wrong vectors (cosine 0.9000"),
        (FakeProbe(cosines={FP16: 0}), "fp16: gave numbers that are not finite"),
        (FakeProbe(misfit=FP16), "fp16: takes sound"),
    ],
)
def test_a_precision_that_will_not_do_leaves_the_device(probe: FakeProbe, reason: str) -> None:
    report = opened(FakeRuntime(), probe=probe, tower=BOTH)
    assert (report.device, report.precision, report.reason) == ("CUDA", "fp32", "")
    assert report.precision_reason.startswith(reason)


@pytest.mark.parametrize("cosine", [LEAST_COSINE["int8"] + 0.001, LEAST_COSINE["int8"] - 0.001])
def test_int8_may_be_a_little_off(cosine: float) -> None:
    report = opened(FakeRuntime((CPU,)), probe=FakeProbe(cosines={INT8: cosine}), tower=BOTH)
    assert report.precision == ("int8" if cosine > LEAST_COSINE["int8"] else "fp32")


def test_a_precision_that_the_model_has_not_is_the_reason() -> None:
    report = opened(FakeRuntime((CPU,)), precision="int8")
    assert (report.precision, report.precision_reason) == ("fp32", "the model has no int8 graph")
    assert opened(FakeRuntime((CPU,))).precision_reason == ""


def test_what_was_compared_once_is_remembered() -> None:
    memory, probe = Memory(), FakeProbe(cosines={INT8: 0.5})
    for _ in range(2):
        runtime = FakeRuntime((CUDA, CPU))
        opener = SessionOpener(runtime, tuning=Tuning("int8"), verdicts=memory)
        report = opener.open(BOTH, probe).report
        assert (report.device, report.precision) == ("CUDA", "fp32")
        assert report.precision_reason.startswith("int8: gives wrong vectors")
    assert runtime.tried == [CUDA]


def test_a_device_that_was_wrong_may_be_mended_by_the_next_start() -> None:
    memory = Memory()
    opener = SessionOpener(FakeRuntime(), verdicts=memory)
    assert opener.open(TOWER, FakeProbe(cosines={CUDA: 0.5})).report.device == "CPU"
    again = SessionOpener(FakeRuntime(), verdicts=memory)
    assert again.open(TOWER, FakeProbe()).report.device == "CUDA"


def test_a_passing_failure_is_not_remembered() -> None:
    memory = Memory()
    SessionOpener(FakeRuntime(), verdicts=memory).open(BOTH, FakeProbe(broken=(FP16,)))
    assert [placement.precision for placement, _ in memory.found] == ["fp32"]


@pytest.mark.parametrize(
    ("seconds", "usual", "wanted", "precision"),
    [
        (0.05, 0.1, "auto", "int8"),
        (0.105, 0.1, "auto", "int8"),
        (0.2, 0.1, "auto", "fp32"),
        # Who asks for it gets it, and what is over at once is not worth a thought.
        (0.2, 0.1, "int8", "int8"),
        (0.004, 0.001, "auto", "int8"),
    ],
)
def test_int8_that_is_slower_is_no_gain(
    seconds: float, usual: float, wanted: str, precision: Precision
) -> None:
    probe, memory = FakeProbe(times={INT8: seconds, GRAPH: usual}), Memory()
    for _ in range(2):
        opener = SessionOpener(FakeRuntime((CPU,)), tuning=Tuning(wanted), verdicts=memory)
        report = opener.open(BOTH, probe).report
        assert report.precision == precision
    if precision == "fp32":
        reason = "int8: takes 200 ms where the model's own graph takes 100 ms"
        assert report.precision_reason == reason
        # The time says nothing against those who ask for it.
        asked = SessionOpener(FakeRuntime((CPU,)), tuning=Tuning("int8"), verdicts=memory)
        assert asked.open(BOTH, probe).report.precision == "int8"
