"""What ClipModel refuses: input of another kind, graphs that do not fit, numbers that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto

from photoclip.errors import ModelDirectoryError, ModelError, ModelOutputError

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((3, 8, 8), np.float32),
        np.zeros((1, 8, 8, 3), np.float32),
        np.zeros((1, 3, 8, 9), np.float32),
        np.zeros((1, 3, 8, 8), np.uint8),
    ],
)
def test_pixels_of_another_kind_are_refused(workshop: Workshop, pixels: NDArray[Any]) -> None:
    with pytest.raises(ModelError, match=r"only floats of shape \(n, 3, 8, 8\)"):
        workshop.open(workshop.make()).encode_images(pixels)


def test_one_text_in_place_of_a_list_is_refused(workshop: Workshop) -> None:
    with pytest.raises(ModelError, match="not one text"):
        workshop.open(workshop.make()).encode_texts("a dog")


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("tower", ["visual", "textual"])
def test_numbers_that_are_not_finite_are_refused(
    workshop: Workshop, tower: str, value: float
) -> None:
    path = workshop.make()
    workshop.change_weights(
        path / tower / "model.onnx", lambda weights: np.full_like(weights, value)
    )
    model = workshop.open(path)
    with pytest.raises(ModelOutputError, match="not finite") as caught:
        model.encode_images(workshop.pixels(2)) if tower == "visual" else model.encode_texts(
            ["a dog"]
        )
    assert caught.value.path == path / tower / "model.onnx"


def test_pixels_that_are_not_finite_are_refused(workshop: Workshop) -> None:
    pixels = workshop.pixels(2)
    pixels[1, 0, 0, 0] = np.nan
    with pytest.raises(ModelOutputError, match="not finite"):
        workshop.open(workshop.make()).encode_images(pixels)


def test_a_vector_of_zeros_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.change_weights(path / "visual" / "model.onnx", np.zeros_like)
    with pytest.raises(ModelOutputError, match="zeros"):
        workshop.open(path).encode_images(workshop.pixels(1))


def test_huge_and_tiny_outputs_are_normalised(workshop: Workshop) -> None:
    for scale in (1e30, 1e-30):
        model = workshop.open(workshop.make(f"at {scale}", image_scale=scale))
        norms = np.linalg.norm(model.encode_images(workshop.pixels(2)), axis=1)
        assert norms == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"image_dim": 5}, "embeddings of 5 numbers, but config.json says 6"),
        ({"image_type": TensorProto.INT32}, r"images as tensor\(int32\)"),
    ],
)
def test_an_image_tower_that_does_not_fit_is_refused(
    workshop: Workshop, changes: dict[str, Any], finding: str
) -> None:
    path = workshop.make(**changes)
    with pytest.raises(ModelDirectoryError, match=finding) as caught:
        workshop.open(path).encode_images(workshop.pixels(1))
    assert caught.value.path == path / "visual" / "model.onnx"


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"text_dim": 5}, "embeddings of 5 numbers, but config.json says 6"),
        ({"text_length": 7}, "takes 7 tokens, but config.json says 10"),
    ],
)
def test_a_text_tower_that_does_not_fit_is_refused(
    workshop: Workshop, changes: dict[str, Any], finding: str
) -> None:
    path = workshop.make(**changes)
    with pytest.raises(ModelDirectoryError, match=finding) as caught:
        workshop.open(path).encode_texts(["a dog"])
    assert caught.value.path == path / "textual" / "model.onnx"


@pytest.mark.parametrize("tower", ["visual", "textual"])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.95])
def test_a_damaged_graph_is_refused(workshop: Workshop, tower: str, share: float) -> None:
    path = workshop.make()
    graph = path / tower / "model.onnx"
    content = graph.read_bytes()
    graph.write_bytes(content[: int(len(content) * share)] or b"garbage")
    with pytest.raises(ModelDirectoryError, match="cannot be loaded") as caught:
        workshop.open(path)
    assert caught.value.path == graph


@pytest.mark.parametrize("tower", ["visual", "textual"])
def test_a_graph_with_a_node_that_nobody_knows_is_refused(workshop: Workshop, tower: str) -> None:
    path = workshop.make()
    graph = path / tower / "model.onnx"
    graph.write_bytes(
        graph.read_bytes().replace(b"MatMul", b"MatMux").replace(b"Gather", b"Gathex")
    )
    model = workshop.open(path)
    with pytest.raises(ModelDirectoryError, match="cannot be loaded") as caught:
        model.encode_images(workshop.pixels(1)) if tower == "visual" else model.encode_texts(
            ["a dog"]
        )
    assert caught.value.path == graph


def test_an_output_of_another_shape_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.change_weights(path / "textual" / "model.onnx", lambda weights: weights[:, :1])
    with pytest.raises(ModelOutputError, match=r"shape \(2, 1\), not \(2, 6\)"):
        workshop.open(path).encode_texts(["a dog", "cat"])


def test_a_changed_file_is_refused_before_anything_is_loaded(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "photoclip.json", files={"visual/model.onnx": "0" * 64})
    with pytest.raises(ModelDirectoryError, match="SHA-256"):
        workshop.open(path)
