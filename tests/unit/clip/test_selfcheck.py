"""The self-check: what it compares, and everything that it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import pytest
from onnx import helper

from photoclip.clip.encoder import ClipModel
from photoclip.errors import ModelDirectoryError, ModelSelfCheckError
from tests.unit.clip.golden import add_golden

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

DIRECTML = "DmlExecutionProvider"


def check(path: Path, **options: Any) -> ClipModel:
    return ClipModel.open(path, device="cpu", **options)


def test_a_sound_model_passes_and_says_what_was_compared(workshop: Workshop) -> None:
    path = workshop.make()
    add_golden(workshop, path)
    report = check(path).checked
    assert report is not None
    assert (report.dim, report.golden) == (workshop.dim, 4)
    assert (report.image_device, report.text_device) == ("CPU", "CPU")
    assert report.worst_cosine == pytest.approx(1, abs=1e-5)


def test_a_model_without_golden_vectors_passes_on_generated_input(workshop: Workshop) -> None:
    report = check(workshop.make(image_batch=1, text_batch=1, text_length=10)).checked
    assert report is not None
    assert (report.golden, report.worst_cosine) == (0, None)


def test_small_differences_of_rounding_pass(workshop: Workshop) -> None:
    path = workshop.make()
    add_golden(workshop, path, turn=0.05)
    report = check(path).checked
    assert report is not None
    assert report.worst_cosine == pytest.approx(np.cos(0.05), abs=1e-4)


def test_other_vectors_than_the_golden_ones_are_refused(workshop: Workshop) -> None:
    path = workshop.make()
    add_golden(workshop, path, turn=0.5)
    with pytest.raises(ModelSelfCheckError, match=r"cosine 0\.87.. to the expected one, below 0.9"):
        check(path)


@pytest.mark.parametrize("tower", ["visual", "textual"])
def test_a_graph_of_another_model_is_refused(workshop: Workshop, tower: str) -> None:
    path, other = workshop.make(), workshop.make("other", seed=9)
    add_golden(workshop, path)
    graph = path / tower / "model.onnx"
    graph.write_bytes((other / tower / "model.onnx").read_bytes())
    with pytest.raises(ModelSelfCheckError, match="gives golden input") as caught:
        check(path)
    assert caught.value.path == graph


def test_another_preprocessing_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    add_golden(workshop, path)
    workshop.edit(path / "visual" / "preprocess_cfg.json", mean=[0.0, 0.2, 0.9])
    with pytest.raises(ModelSelfCheckError, match="gives golden input"):
        check(path)


@pytest.mark.parametrize("value", [np.nan, np.inf, 0.0])
@pytest.mark.parametrize("tower", ["visual", "textual"])
def test_outputs_that_are_no_vectors_are_refused(
    workshop: Workshop, tower: str, value: float
) -> None:
    path = workshop.make()
    graph = path / tower / "model.onnx"
    workshop.change_weights(graph, lambda weights: np.full_like(weights, value))
    with pytest.raises(ModelSelfCheckError, match=r"not finite|zeros") as caught:
        check(path)
    assert caught.value.path == graph


def test_vectors_of_another_length_than_promised_are_refused(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "photoclip.json", normalised=True)
    with pytest.raises(ModelSelfCheckError, match=r"of length .*promises unit vectors"):
        check(path)


def test_vectors_of_the_promised_length_pass(workshop: Workshop) -> None:
    path = workshop.make(normalise=True)
    workshop.edit(path / "photoclip.json", normalised=True)
    assert check(path).checked is not None


def test_a_vocabulary_larger_than_the_graphs_is_refused(workshop: Workshop) -> None:
    path = workshop.make(words_in_graph=len(workshop.words) - 2)
    with pytest.raises(ModelSelfCheckError, match=r"has words that model\.onnx has no pl") as got:
        check(path)
    assert got.value.path == path / "textual" / "tokenizer.json"
    assert "belongs to another model" in got.value.hint


def test_added_tokens_beyond_the_graph_do_no_harm(workshop: Workshop) -> None:
    path = workshop.make()
    tokenizer = workshop.tokenizer()
    tokenizer.add_special_tokens([f"<extra_id_{number}>" for number in range(100)])
    tokenizer.save(str(path / "textual" / "tokenizer.json"))
    assert check(path).checked is not None


def test_a_graph_that_answers_at_random_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    graph = path / "visual" / "model.onnx"
    model = onnx.load(str(graph))
    nodes = model.graph.node
    noise = helper.make_node("RandomNormalLike", ["weights"], ["random"], scale=10.0)
    nodes.insert(0, noise)
    next(node for node in nodes if node.op_type == "MatMul").input[1] = "random"
    onnx.save(model, str(graph))
    with pytest.raises(ModelSelfCheckError, match="another vector when it stands alone"):
        check(path)


def test_a_golden_image_of_an_unknown_kind_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    row = {"kind": "spiral", "width": 4, "height": 4, "embedding": [1.0] * workshop.dim}
    workshop.edit(path / "photoclip.json", golden={"images": [row]})
    with pytest.raises(ModelSelfCheckError, match="spiral") as caught:
        check(path)
    assert caught.value.path == path / "photoclip.json"


@pytest.mark.parametrize("tower", ["visual", "textual"])
def test_graphs_that_do_not_load_are_refused(workshop: Workshop, tower: str) -> None:
    path = workshop.make()
    graph = path / tower / "model.onnx"
    graph.write_bytes(graph.read_bytes()[:200])
    with pytest.raises(ModelDirectoryError, match="cannot be loaded") as caught:
        check(path)
    assert caught.value.path == graph


def test_towers_swapped_are_refused(workshop: Workshop) -> None:
    path = workshop.make()
    image, text = path / "visual" / "model.onnx", path / "textual" / "model.onnx"
    content = image.read_bytes()
    image.write_bytes(text.read_bytes())
    text.write_bytes(content)
    with pytest.raises(ModelDirectoryError, match=r"takes images as tensor\(int32\)"):
        check(path)


def test_a_graph_that_gives_vectors_of_another_size_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    graph = path / "textual" / "model.onnx"
    workshop.change_weights(graph, lambda weights: weights[:, :1])
    with pytest.raises(ModelSelfCheckError, match=r"output of shape \(1, 1\), not \(1, 6\)") as got:
        check(path)
    assert got.value.path == graph


def inaccurate(run: Callable[..., Any], output: str, feeds: Any) -> Any:
    """What a graphics card does that computes another vector for pictures."""
    result = run(output, feeds)
    return np.roll(result, 1, axis=1) if "image" in feeds else result


def test_a_device_with_wrong_vectors_is_left_for_the_cpu(workshop: Workshop) -> None:
    path = workshop.make()
    add_golden(workshop, path)
    expected = ClipModel.open(path, device="cpu").encode_texts(["a dog"])
    model = ClipModel.open(path, runtime=workshop.runtime(DIRECTML, inaccurate))
    assert model.device.device == "CPU"
    assert model.device.reason.startswith("DirectML: gives wrong vectors (cosine")
    assert model.encode_texts(["a dog"]) == pytest.approx(expected)


def test_a_model_that_is_wrong_everywhere_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    add_golden(workshop, path, turn=1.0)
    with pytest.raises(ModelSelfCheckError, match="gives golden input"):
        ClipModel.open(path, runtime=workshop.runtime(DIRECTML, inaccurate))


def test_the_vocabulary_is_tried_on_the_cpu(workshop: Workshop) -> None:
    # Graphics cards read past the end of a table without complaint.
    runtime = workshop.runtime(DIRECTML)
    with ClipModel.open(workshop.make(), runtime=runtime) as model:
        assert model.device.device == "DirectML"
    assert ("textual", "CPUExecutionProvider") in runtime.loaded
