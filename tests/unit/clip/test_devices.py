"""ClipModel on devices other than the CPU, which the CPU plays here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from photoclip.clip.session import GraphFailure
from photoclip.errors import ModelOutputError

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

DIRECTML = "DmlExecutionProvider"


def test_a_full_graphics_card_gets_smaller_batches(workshop: Workshop) -> None:
    def three_fit(run: Callable[..., Any], output: str, feeds: Any) -> Any:
        if len(feeds["image"]) > 3:
            raise GraphFailure("out of memory")
        return run(output, feeds)

    path, runtime = workshop.make(), workshop.runtime(DIRECTML, three_fit)
    model = workshop.open(path, runtime=runtime, batch_size=8)
    vectors = model.encode_images(workshop.pixels(9))
    assert vectors == pytest.approx(workshop.open(path).encode_images(workshop.pixels(9)), abs=1e-6)
    assert runtime.batches == [1, 2, 2, 2, 2, 1]
    assert model.device.device == "DirectML"


def test_a_broken_graphics_card_is_no_endless_loop(workshop: Workshop) -> None:
    def works_once(run: Callable[..., Any], output: str, feeds: Any) -> Any:
        if runtime.batches:
            raise GraphFailure("device removed")
        return run(output, feeds)

    runtime = workshop.runtime(DIRECTML, works_once)
    model = workshop.open(workshop.make(), runtime=runtime, batch_size=8)
    with pytest.raises(ModelOutputError, match="device removed"):
        model.encode_images(workshop.pixels(9))


def test_directml_runs_one_batch_at_a_time(workshop: Workshop) -> None:
    inside: list[int] = []
    most: list[int] = []
    never = threading.Event()

    def crowded(run: Callable[..., Any], output: str, feeds: Any) -> Any:
        inside.append(1)
        most.append(len(inside))
        never.wait(0.02)  # lets others in, if they can come in
        inside.pop()
        return run(output, feeds)

    model = workshop.open(workshop.make(), runtime=workshop.runtime(DIRECTML, crowded))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda seed: model.encode_images(workshop.pixels(2, seed)), range(8)))
    assert most == [1] * 9


def test_coreml_is_for_pictures_only(workshop: Workshop) -> None:
    runtime = workshop.runtime("CoreMLExecutionProvider")
    model = workshop.open(workshop.make(), runtime=runtime)
    model.encode_texts(["a dog"])
    assert model.device.device == "CoreML"
    model.encode_images(workshop.pixels(1))
    assert model.device.device == "CoreML"
    assert runtime.loaded == [
        ("textual", "CPUExecutionProvider"),
        ("visual", "CoreMLExecutionProvider"),
    ]


def test_a_device_that_fails_its_first_run_is_left_for_both_towers(workshop: Workshop) -> None:
    def fail(run: Callable[..., Any], output: str, feeds: Any) -> Any:
        raise GraphFailure("no such kernel")

    runtime = workshop.runtime(DIRECTML, fail)
    model = workshop.open(workshop.make(), runtime=runtime)
    assert model.device.device == "DirectML"
    assert np.isfinite(model.encode_images(workshop.pixels(1))).all()
    model.encode_texts(["a dog"])
    assert (model.device.device, model.device.reason) == ("CPU", "DirectML: no such kernel")
    assert runtime.loaded == [
        ("visual", DIRECTML),
        ("visual", "CPUExecutionProvider"),
        ("textual", "CPUExecutionProvider"),
    ]
