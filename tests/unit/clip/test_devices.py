"""ClipModel on devices other than the CPU, which the CPU plays here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray

from photoclip.clip.passed import PassedChecks
from photoclip.clip.providers import COREML, CPU, CUDA, DIRECTML
from photoclip.clip.session import GraphFailure, Tuning
from photoclip.errors import ModelOutputError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.clip.conftest import Workshop

OUT_OF_MEMORY = "Failed to allocate memory for requested buffer of size 939524096"
REMOVED = "887A0005 The GPU device instance has been suspended."
BROKEN = "Non-zero status code returned while running Conv node"


@dataclass
class Card:
    """A graphics card that fits `rows` rows, and fails with `message` after `good` runs.

    odd: changes the results.
    """

    rows: int = 1000
    good: int = 1000
    failing: int = 1000
    message: str = OUT_OF_MEMORY
    odd: Callable[[NDArray[Any]], NDArray[Any]] | None = None

    def __call__(self, run: Callable[..., Any], output: str, feeds: Any) -> Any:
        if len(next(iter(feeds.values()))) > self.rows:
            raise GraphFailure(OUT_OF_MEMORY)
        self.good -= 1
        if -self.failing <= self.good < 0:
            raise GraphFailure(self.message)
        result = run(output, feeds)
        return self.odd(result) if self.odd else result


def expected(workshop: Workshop, path: Path, pixels: NDArray[np.float32]) -> Any:
    return pytest.approx(workshop.open(path).encode_images(pixels), abs=1e-5)


# Sizes of batches


def test_a_device_gets_batches_of_one_size(workshop: Workshop) -> None:
    path, runtime = workshop.make(), workshop.runtime(CUDA)
    model = workshop.open(path, runtime=runtime, batch_size=4)
    for count in (1, 2, 3, 5, 9):
        pixels = workshop.pixels(count, seed=count)
        assert model.encode_images(pixels) == expected(workshop, path, pixels)
    assert {shape[0] for shape in runtime.beside} == {1, 4}


def test_the_cpu_computes_nothing_that_nobody_asked_for(workshop: Workshop) -> None:
    runtime = workshop.runtime()
    model = workshop.open(workshop.make(), runtime=runtime, batch_size=4)
    for count in (3, 5):
        model.encode_images(workshop.pixels(count))
    assert runtime.batches == [3, 4, 1]


def test_a_device_gets_texts_of_one_length(workshop: Workshop) -> None:
    path, runtime = workshop.make(), workshop.runtime(CUDA)
    workshop.edit(path / "photoclip.json", dynamic_length=True)
    model = workshop.open(path, runtime=runtime, batch_size=4)
    texts = ["cat", "a photo of a dog", "red sea"]
    plain = workshop.open(path).encode_texts(texts)
    assert model.encode_texts(texts) == pytest.approx(plain, abs=1e-5)
    model.encode_texts(["a dog"])
    assert set(runtime.beside) == {(4, workshop.length), (1, workshop.length)}


# Too little memory


def test_a_full_graphics_card_gets_smaller_batches_for_good(workshop: Workshop) -> None:
    path, card = workshop.make(), Card()
    runtime = workshop.runtime(DIRECTML, card)
    model = workshop.open(path, runtime=runtime, batch_size=8)
    model.encode_images(workshop.pixels(8))
    card.rows = 3  # another program takes the rest
    runtime.beside.clear()
    pixels = workshop.pixels(9)
    assert model.encode_images(pixels) == expected(workshop, path, pixels)
    assert [shape[0] for shape in runtime.beside] == [2, 2, 2, 2, 1]
    card.rows = 1000
    model.encode_images(workshop.pixels(4))
    model.unload()
    model.encode_images(workshop.pixels(4))
    assert {shape[0] for shape in runtime.beside} == {2, 1}
    assert model.device.device == "DirectML"


def test_what_does_not_fit_at_the_first_run_is_no_reason_to_leave_the_card(
    workshop: Workshop,
) -> None:
    path, runtime = workshop.make(), workshop.runtime(CUDA, Card(rows=1))
    model = workshop.open(path, runtime=runtime, batch_size=16)
    pixels = workshop.pixels(3)
    assert model.encode_images(pixels) == expected(workshop, path, pixels)
    assert (model.device.device, {shape[0] for shape in runtime.beside}) == ("CUDA", {1})


def test_a_card_without_memory_for_one_is_left(workshop: Workshop) -> None:
    path, card = workshop.make(), Card()
    model = workshop.open(path, runtime=workshop.runtime(CUDA, card), batch_size=4)
    model.encode_images(workshop.pixels(1))
    card.rows = 0
    pixels = workshop.pixels(9)
    assert model.encode_images(pixels) == expected(workshop, path, pixels)
    reason = f"CUDA: failed while working ({OUT_OF_MEMORY})"
    assert (model.device.device, model.device.reason) == ("CPU", reason)


# Broken devices


@pytest.mark.parametrize(("message", "runs"), [(REMOVED, 1), (BROKEN, 2)])
def test_the_work_of_a_broken_card_is_done_on_the_cpu(
    workshop: Workshop, message: str, runs: int
) -> None:
    path, card = workshop.make(), Card(message=message)
    runtime = workshop.runtime(DIRECTML, card)
    model = workshop.open(path, runtime=runtime, batch_size=4)
    model.encode_images(workshop.pixels(1))
    card.good = 1  # it breaks in the second of three batches
    pixels = workshop.pixels(12)
    assert model.encode_images(pixels) == expected(workshop, path, pixels)
    assert card.good == -runs
    assert model.device.device == "CPU"
    assert model.device.reason == f"DirectML: failed while working ({message})"
    assert runtime.loaded[-1] == ("visual", CPU)
    # Its texts fare no better, and nobody needs to find that out the hard way.
    model.encode_texts(["a dog"])
    assert runtime.loaded[-1] == ("textual", CPU)


def test_one_failure_is_an_accident(workshop: Workshop) -> None:
    path, card = workshop.make(), Card(message=BROKEN, failing=1)
    model = workshop.open(path, runtime=workshop.runtime(DIRECTML, card), batch_size=4)
    model.encode_images(workshop.pixels(1))
    pixels = workshop.pixels(12)
    for _ in range(3):
        card.good = 1
        assert model.encode_images(pixels) == expected(workshop, path, pixels)
    assert model.device.device == "DirectML"


def test_many_threads_leave_a_broken_card_together(workshop: Workshop) -> None:
    path, card = workshop.make(), Card(message=REMOVED)
    runtime = workshop.runtime(CUDA, card)
    model = workshop.open(path, runtime=runtime, batch_size=4)
    model.encode_images(workshop.pixels(1))
    card.good = 0
    pixels = workshop.pixels(5)
    plain = expected(workshop, path, pixels)
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda _: model.encode_images(pixels) == plain, range(16)))
    # The CPU's graph is loaded for the comparison, and once to work.
    assert runtime.loaded.count(("visual", CPU)) == 2


def test_a_model_that_fails_on_the_cpu_fails(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.change_weights(path / "visual" / "model.onnx", lambda weights: weights * np.nan)
    with pytest.raises(ModelOutputError, match="not finite"):
        workshop.open(path, runtime=workshop.runtime(CUDA)).encode_images(workshop.pixels(1))


def test_a_device_that_gives_another_shape_is_left(workshop: Workshop) -> None:
    path, card = workshop.make(), Card()
    model = workshop.open(path, runtime=workshop.runtime(CUDA, card), batch_size=4)
    model.encode_images(workshop.pixels(1))
    card.odd = lambda rows: rows[:1]
    pixels = workshop.pixels(3)
    assert model.encode_images(pixels) == expected(workshop, path, pixels)
    assert model.device.reason == "CUDA: gave an output of shape (1, 6), not (4, 6)"


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
    assert set(most) == {1}


def test_coreml_is_for_pictures_only(workshop: Workshop) -> None:
    runtime = workshop.runtime(COREML)
    model = workshop.open(workshop.make(), runtime=runtime)
    model.encode_texts(["a dog"])
    assert model.device.device == "CoreML"
    model.encode_images(workshop.pixels(1))
    assert model.device.device == "CoreML"
    assert runtime.loaded[:2] == [("textual", CPU), ("visual", COREML)]


def test_a_device_that_fails_its_first_run_is_left_for_both_towers(workshop: Workshop) -> None:
    runtime = workshop.runtime(DIRECTML, Card(good=0, message="no such kernel"))
    model = workshop.open(workshop.make(), runtime=runtime)
    assert model.device.device == "DirectML"
    assert np.isfinite(model.encode_images(workshop.pixels(1))).all()
    model.encode_texts(["a dog"])
    assert (model.device.device, model.device.reason) == ("CPU", "DirectML: no such kernel")
    assert runtime.loaded == [("visual", DIRECTML), ("visual", CPU), ("textual", CPU)]


# Precision


def test_int8_on_the_cpu_is_used_where_it_agrees(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.add_variant(path, "int8", lambda weights: (weights * 1.001).astype(np.float32))
    runtime = workshop.runtime()
    model = workshop.open(path, runtime=runtime)
    assert model.device.precision == "int8"
    model.encode_images(workshop.pixels(3))
    assert (model.device.device, model.device.precision) == ("CPU", "int8")
    # Its own graph is what it is compared with.
    assert runtime.graphs == ["model_int8.onnx", "model.onnx"]


def test_int8_with_other_vectors_is_refused_and_that_is_remembered(
    workshop: Workshop, tmp_path: Path
) -> None:
    path = workshop.make()
    graph = workshop.add_variant(path, "int8", lambda weights: np.roll(weights, 1, axis=1))
    passed = PassedChecks(tmp_path / "checks.json")
    wanted = [["model_int8.onnx", "model.onnx", "model.onnx"], ["model.onnx"]]
    for graphs in wanted:
        runtime = workshop.runtime()
        model = workshop.open(path, runtime=runtime, passed=passed)
        pixels = workshop.pixels(3)
        assert np.array_equal(
            model.encode_images(pixels),
            workshop.open(path, tuning=Tuning("fp32")).encode_images(pixels),
        )
        assert runtime.graphs == graphs
        assert model.device.precision_reason.startswith("int8: gives wrong vectors")
    # Another file is another matter.
    workshop.change_weights(graph, lambda weights: np.roll(weights, -1, axis=1))
    model = workshop.open(path, runtime=workshop.runtime(), passed=passed)
    model.encode_images(workshop.pixels(1))
    assert model.device.precision == "int8"


def test_a_picture_that_overflows_in_fp16_is_embedded_in_fp32(workshop: Workshop) -> None:
    path, card = workshop.make(), Card()
    workshop.add_variant(path, "fp16", lambda weights: weights)
    runtime = workshop.runtime(CUDA, card)
    model = workshop.open(path, runtime=runtime, batch_size=4)
    model.encode_images(workshop.pixels(1))
    assert model.device.precision == "fp16"

    def overflow(rows: NDArray[Any]) -> NDArray[Any]:
        card.odd = None
        return np.where(np.arange(len(rows))[:, None] == 1, np.inf, rows)

    card.odd = overflow
    pixels = workshop.pixels(9)
    assert model.encode_images(pixels) == expected(workshop, path, pixels)
    assert (model.device.device, model.device.precision) == ("CUDA", "fp32")
    assert model.device.precision_reason == "fp16: gave numbers that are not finite"


def test_a_variant_that_fails_on_the_cpu_gives_way_to_the_models_own_graph(
    workshop: Workshop,
) -> None:
    path, faulty = workshop.make(), Card()
    workshop.add_variant(path, "int8", lambda weights: weights)
    model = workshop.open(path, runtime=workshop.runtime(work=faulty))
    model.encode_images(workshop.pixels(1))
    assert model.device.precision == "int8"
    faulty.good = 0
    pixels = workshop.pixels(20)
    plain = workshop.open(path, tuning=Tuning("fp32")).encode_images(pixels)
    assert np.array_equal(model.encode_images(pixels), plain)
    assert (model.device.device, model.device.precision) == ("CPU", "fp32")


def test_golden_vectors_that_int8_misses_cost_only_int8(workshop: Workshop, tmp_path: Path) -> None:
    path, passed = workshop.make(), PassedChecks(tmp_path / "checks.json")
    workshop.add_variant(path, "int8", lambda weights: weights)
    odd = Card(odd=lambda rows: np.roll(rows, 1, axis=1) if len(rows) == 1 else rows)
    model = workshop.open(path, runtime=workshop.runtime(work=odd), passed=passed)
    assert model.self_check().image_device == "CPU"
    assert model.device.precision == "fp32"
    assert "int8: gives wrong vectors (gives the same input" in model.device.precision_reason
    # The next start, which skips the check, does without it as well.
    again = workshop.open(path, passed=passed)
    again.encode_images(workshop.pixels(1))
    assert again.device.precision == "fp32"


def test_one_tower_need_not_wait_for_the_other(workshop: Workshop) -> None:
    compiled = threading.Event()

    def slow(run: Callable[..., Any], output: str, feeds: Any) -> Any:
        if "image" in feeds:
            assert compiled.wait(30)
        return run(output, feeds)

    model = workshop.open(workshop.make(), runtime=workshop.runtime(CUDA, slow))
    with ThreadPoolExecutor(1) as pool:
        pictures = pool.submit(model.encode_images, workshop.pixels(1))
        assert model.encode_texts(["a dog"]).shape == (1, workshop.dim)
        assert not pictures.done()
        compiled.set()
        assert pictures.result().shape == (1, workshop.dim)
