"""How an examination goes: what it tells, remembers and leaves, and that it can be ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from photoclip.clip.encoder import ClipModel
from photoclip.clip.passed import PassedChecks
from photoclip.clip.report import Check, Step, Topic, Verdict
from photoclip.domain import CancelToken, Progress, Stage
from photoclip.errors import Cancelled, ModelError
from tests.unit.clip.looking import found, look

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

DIRECTML = "DmlExecutionProvider"


def test_a_pass_is_remembered_and_a_refusal_is_not(workshop: Workshop, tmp_path: Path) -> None:
    passed = PassedChecks(tmp_path / "checks.json")
    good = look(workshop.make(), passed=passed)
    assert passed.holds(good.fingerprint, "CPU", "fp32")
    bad = look(workshop.make("bad", words_in_graph=5), passed=passed)
    assert bad.fingerprint
    assert not passed.holds(bad.fingerprint, "CPU", "fp32")


def test_each_step_is_told(workshop: Workshop) -> None:
    told: list[Progress] = []
    look(workshop.make(), progress=told.append)
    assert [step.done for step in told] == list(range(told[0].total or 0))
    assert {step.stage for step in told} == {Stage.CHECKING}
    assert {step.detail for step in told} == {step.value for step in Step}


# The last one is over before anybody looks again.
@pytest.mark.parametrize("step", list(Step)[:-1])
def test_it_ends_at_whatever_step_it_is_cancelled(workshop: Workshop, step: Step) -> None:
    cancel, after = CancelToken(), []

    def watch(progress: Progress) -> None:
        if cancel.cancelled:
            after.append(progress)
        if progress.detail == step:
            cancel.cancel()

    with pytest.raises(Cancelled):
        look(workshop.make(), progress=watch, cancel=cancel)
    assert after == []


def test_an_unknown_device_is_no_fault_of_the_model(workshop: Workshop) -> None:
    with pytest.raises(ModelError, match="abacus"):
        look(workshop.make(), device="abacus")


def turning(run: Callable[..., Any], output: str, feeds: Any) -> Any:
    """What a graphics card does that computes another vector for pictures that stand alone."""
    result = run(output, feeds)
    alone = len(next(iter(feeds.values()))) == 1
    return np.roll(result, 1, axis=1) if "image" in feeds and alone else result


def test_a_device_with_wrong_vectors_is_left_with_a_warning(
    workshop: Workshop, tmp_path: Path
) -> None:
    path, passed = workshop.make(), PassedChecks(tmp_path / "checks.json")
    runtime = workshop.runtime(DIRECTML, turning)
    report = look(path, runtime=runtime, device="auto", passed=passed)
    assert report.ok
    row = found(report, Check.DEVICE)
    assert row.verdict is Verdict.WARNING
    assert row.finding.startswith("gives wrong vectors on DirectML (gives a picture another")
    devices = [fact.value for fact in report.facts if fact.topic is Topic.DEVICE]
    assert devices == ["CPU, fp32", "CPU, fp32"]
    # Whoever opens the model knows as well.
    with ClipModel.open(
        path, runtime=runtime, passed=PassedChecks(tmp_path / "checks.json"), check=False
    ) as model:
        model.encode_images(workshop.pixels(1))
        assert model.device.device == "CPU"


def test_a_sound_device_is_compared_with_the_cpu(workshop: Workshop) -> None:
    report = look(workshop.make(), runtime=workshop.runtime(DIRECTML), device="auto")
    assert report.ok
    assert [row.value for row in report.measurements if row.check is Check.DEVICE] == pytest.approx(
        [1, 1]
    )
