"""Inputs and outputs of graphs as they are found in the wild, and those that are refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from photoclip.clip.graph import embedding_output, image_input, text_input
from photoclip.clip.spec import PreprocessSpec, TowerSpec
from photoclip.clip.tokenizer import Tokens
from photoclip.errors import ModelDirectoryError

FLOAT, HALF, BYTE = "tensor(float)", "tensor(float16)", "tensor(uint8)"
INT32, INT64 = "tensor(int32)", "tensor(int64)"
Axis = int | str | None

GRAPH = Path("model") / "visual" / "model.onnx"
TOWER = TowerSpec(GRAPH)


@dataclass(frozen=True)
class Ports:
    name: str
    type: str
    shape: tuple[Axis, ...]


@pytest.mark.parametrize(
    ("kind", "shape", "batch", "last"),
    [
        (FLOAT, ("batch", 3, 8, 8), None, False),
        (FLOAT, (1, 3, 8, 8), 1, False),
        (FLOAT, (4, 3, 8, 8), 4, False),
        (FLOAT, (None, 3, None, None), None, False),
        (FLOAT, ("b", "c", "h", "w"), None, False),
        (FLOAT, (-1, 3, 8, 8), None, False),
        (HALF, ("batch", 8, 8, 3), None, True),
        (BYTE, (1, 8, 8, 3), 1, True),
        (BYTE, (1, None, None, 3), 1, True),
        (BYTE, (1, 3, 8, 8), 1, False),
    ],
)
def test_image_inputs(kind: str, shape: tuple[Axis, ...], batch: int | None, last: bool) -> None:
    entry = image_input([Ports("pixels", kind, shape)], TOWER, (8, 8))
    assert (entry.name, entry.batch, entry.channels_last) == ("pixels", batch, last)


def test_an_image_three_pixels_wide_keeps_its_channels_first() -> None:
    entry = image_input([Ports("pixels", FLOAT, (1, 3, 8, 3))], TOWER, (8, 3))
    assert not entry.channels_last


@pytest.mark.parametrize(
    ("ports", "finding"),
    [
        ([], "should have one input, the image, but has: none"),
        (
            [Ports("a", FLOAT, (1, 3, 8, 8)), Ports("b", INT64, (1, 77))],
            "should have one input, the image, but has: a, b",
        ),
        ([Ports("a", INT64, (1, 3, 8, 8))], r"takes images as tensor\(int64\)"),
        ([Ports("a", FLOAT, (1, 192))], r"takes input a of shape \(1, 192\), not a batch"),
        ([Ports("a", FLOAT, ())], r"of shape \(\), not a batch"),
        ([Ports("a", FLOAT, (1, 4, 8, 8))], "not images of 3 colours"),
        ([Ports("a", FLOAT, ("n", 3, 9, 8))], "takes images of 8x9 pixels, but preprocessing"),
        ([Ports("a", FLOAT, ("n", 3, 4, None))], r"takes images of \?x4 pixels"),
    ],
)
def test_image_inputs_that_are_refused(ports: list[Ports], finding: str) -> None:
    with pytest.raises(ModelDirectoryError, match=finding) as caught:
        image_input(ports, TOWER, (8, 8))
    assert caught.value.path == GRAPH


def test_pixels_are_given_as_the_graph_wants_them() -> None:
    spec = PreprocessSpec(size=(2, 2))
    pixels = np.arange(24, dtype=np.float32).reshape(2, 3, 2, 2)
    for kind, dtype in ((FLOAT, np.float32), (HALF, np.float16), ("tensor(double)", np.float64)):
        entry = image_input([Ports("x", kind, ("n", 2, 2, 3))], TOWER, (2, 2))
        fed = entry.feeds(pixels, spec)["x"]
        assert fed.dtype == dtype
        assert fed.flags.c_contiguous
        assert np.array_equal(fed[1, 0, 1], pixels[1, :, 0, 1])


def test_bytes_come_back_exactly() -> None:
    spec = PreprocessSpec(size=(16, 16))
    values = np.broadcast_to(np.arange(256).reshape(16, 16), (1, 3, 16, 16))
    mean, std = (np.array(v, np.float32).reshape(3, 1, 1) for v in (spec.mean, spec.std))
    pixels = ((values / np.float32(255) - mean) / std).astype(np.float32)
    entry = image_input([Ports("x", BYTE, (1, 3, 16, 16))], TOWER, (16, 16))
    fed = entry.feeds(pixels, spec)["x"]
    assert fed.dtype == np.uint8
    assert np.array_equal(fed, values)


TOKENS = Tokens(np.array([[5, 6, 0]]), np.array([[1, 1, 0]]))


@pytest.mark.parametrize(("kind", "dtype"), [(INT32, np.int32), (INT64, np.int64)])
def test_token_ids_alone(kind: str, dtype: type[np.generic]) -> None:
    entry = text_input([Ports("text", kind, (1, 3))], TOWER, stated=3)
    feeds = entry.feeds(TOKENS)
    assert (entry.batch, entry.length) == (1, 3)
    assert list(feeds) == ["text"]
    assert feeds["text"].dtype == dtype


def test_a_mask_and_segments_are_fed_where_the_graph_takes_them() -> None:
    ports = [
        Ports("attention_mask", INT32, ("n", "l")),
        Ports("input_ids", INT64, ("n", "l")),
        Ports("token_type_ids", INT64, ("n", "l")),
    ]
    entry = text_input(ports, TOWER, stated=77)
    feeds = entry.feeds(TOKENS)
    assert (entry.batch, entry.length) == (None, None)
    assert feeds["input_ids"].tolist() == [[5, 6, 0]]
    assert feeds["attention_mask"].tolist() == [[1, 1, 0]]
    assert feeds["attention_mask"].dtype == np.int32
    assert feeds["token_type_ids"].tolist() == [[0, 0, 0]]


def test_positions_are_counted_from_zero() -> None:
    ports = [Ports("input_ids", INT64, ("n", "l")), Ports("position_ids", INT32, (1, "l"))]
    entry = text_input(ports, TOWER, stated=3)
    assert entry.batch == 1
    assert entry.feeds(TOKENS)["position_ids"].tolist() == [[0, 1, 2]]
    assert entry.feeds(TOKENS)["position_ids"].dtype == np.int32


@pytest.mark.parametrize(
    ("kind", "dtype"), [("tensor(bool)", np.bool_), (FLOAT, np.float32), (HALF, np.float16)]
)
def test_masks_need_not_be_whole_numbers(kind: str, dtype: type[np.generic]) -> None:
    ports = [Ports("input_ids", INT64, ("n", 3)), Ports("attention_mask", kind, ("n", 3))]
    fed = text_input(ports, TOWER, stated=3).feeds(TOKENS)["attention_mask"]
    assert fed.dtype == dtype
    assert fed.tolist() == [[1, 1, 0]]


@pytest.mark.parametrize(
    ("ports", "finding"),
    [
        (
            [Ports("input_ids", INT64, (1, 3)), Ports("pixel_values", FLOAT, (1, 3, 8, 8))],
            "but has inputs: input_ids, pixel_values",
        ),
        (
            [Ports("ids", INT64, (1, 77)), Ports("mask", INT64, (1, 64))],
            r"inputs of different sizes: ids of shape \(1, 77\) and mask of shape \(1, 64\)",
        ),
        ([], "should take token ids and perhaps a mask, but has inputs: none"),
        ([Ports("attention_mask", INT64, (1, 3))], "but has inputs: attention_mask"),
        ([Ports("ids", INT64, (1, 3)), Ports("more", INT64, (1, 3))], "but has inputs: ids, more"),
        ([Ports("ids", FLOAT, (1, 3))], r"takes input ids as tensor\(float\), not as whole"),
        ([Ports("ids", INT64, (1, 3, 1))], r"of shape \(1, 3, 1\), not \(batch, tokens\)"),
        ([Ports("ids", INT64, (3,))], r"of shape \(3\), not \(batch, tokens\)"),
        ([Ports("ids", INT64, (1, 64))], "takes 64 tokens, but config.json says 77"),
    ],
)
def test_text_inputs_that_are_refused(ports: list[Ports], finding: str) -> None:
    with pytest.raises(ModelDirectoryError, match=finding):
        text_input(ports, TOWER, stated=77)


def test_a_length_that_nobody_states_is_the_graphs_own() -> None:
    assert text_input([Ports("ids", INT64, (1, 64))], TOWER, stated=None).length == 64


@pytest.mark.parametrize(
    ("outputs", "names", "expected"),
    [
        ([Ports("embedding", FLOAT, ("n", 6))], (), "embedding"),
        ([Ports("embedding", FLOAT, (1, None))], (), "embedding"),
        ([Ports("embedding", FLOAT, ())], (), "embedding"),
        ([Ports("hidden", FLOAT, (1, 50, 6)), Ports("pooled", FLOAT, (1, 6))], (), "pooled"),
        ([Ports("wide", FLOAT, (1, 9)), Ports("projected", FLOAT, (1, 6))], (), "projected"),
        ([Ports("open", FLOAT, (1, "w")), Ports("projected", FLOAT, (1, 6))], (), "projected"),
        ([Ports("a", FLOAT, (1, 6)), Ports("b", FLOAT, (1, 6))], ("c", "b"), "b"),
    ],
)
def test_outputs(outputs: list[Ports], names: tuple[str, ...], expected: str) -> None:
    assert embedding_output(outputs, TowerSpec(GRAPH, outputs=names), dim=6) == expected


@pytest.mark.parametrize(
    ("outputs", "names", "finding"),
    [
        ([Ports("hidden", FLOAT, (1, 50, 6))], (), r"but gives: hidden of shape \(1, 50, 6\)"),
        ([Ports("e", FLOAT, ("n", 512))], (), "embeddings of 512 numbers, but config.json says 6"),
        (
            [Ports("pooler_output", FLOAT, (1, 6))],
            ("image_embeds",),
            "has no output named image_em",
        ),
    ],
)
def test_outputs_that_are_refused(
    outputs: list[Ports], names: tuple[str, ...], finding: str
) -> None:
    with pytest.raises(ModelDirectoryError, match=finding):
        embedding_output(outputs, TowerSpec(GRAPH, outputs=names), dim=6)
