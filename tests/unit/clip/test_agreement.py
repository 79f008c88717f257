"""What sample photos tell of exports that went wrong without a sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from photoclip.clip.encoder import ClipModel
from photoclip.clip.examination.agreement import measure_agreement, measure_colours
from photoclip.clip.examination.trials import BLUE_TEXT, RED, RED_TEXT, Pictures, trial_pictures
from photoclip.clip.report import Measurement, Verdict
from photoclip.clip.towers import Rows
from photoclip.paths import bundled

Pixels = NDArray[np.float32]
Embed = Callable[[Pixels], Rows]


@pytest.fixture(scope="module")
def model() -> Iterator[ClipModel]:
    with ClipModel.open(bundled("models/embedded"), device="cpu", check=False) as model:
        yield model


@pytest.fixture(scope="module")
def pictures(model: ClipModel) -> Pictures:
    return trial_pictures(model.spec.preprocess)


def agreement(
    model: ClipModel, pictures: Pictures, embed: Embed, languages: tuple[str, ...] = ("en",)
) -> Measurement:
    directory = replace(model.directory, spec=replace(model.spec, languages=languages))
    texts = model.encode_texts(pictures.captions)
    return measure_agreement(embed(pictures.pixels), texts, pictures.pixels, embed, directory)


def as_bytes(model: ClipModel) -> Embed:
    """A graph that was trained on pixels from 0 to 255."""
    mean, std = (
        np.array(values, np.float32)[:, None, None]
        for values in (model.spec.preprocess.mean, model.spec.preprocess.std)
    )
    return lambda pixels: model.encode_images((pixels / 255 - mean) / std)


def test_a_graph_for_bytes_that_is_given_fractions_is_told(
    model: ClipModel, pictures: Pictures
) -> None:
    row = agreement(model, pictures, as_bytes(model))
    assert row.verdict is Verdict.WARNING
    assert row.finding.endswith("with pixels from 0 to 255")
    assert row.path == model.directory.image.graph


def test_towers_that_do_not_belong_together_are_told(model: ClipModel, pictures: Pictures) -> None:
    shuffle = np.random.default_rng(1).permutation(model.spec.dim)

    def embed(pixels: Pixels) -> Rows:
        return model.encode_images(pixels)[:, shuffle]

    row = agreement(model, pictures, embed)
    assert row.verdict is Verdict.WARNING
    assert "as by chance" in row.finding
    # Perhaps it just takes no English.
    assert agreement(model, pictures, embed, languages=()).verdict is Verdict.NOTE


def test_a_graph_with_red_and_blue_exchanged_is_told(model: ClipModel, pictures: Pictures) -> None:
    texts = model.encode_texts([RED_TEXT, BLUE_TEXT])
    red = pictures.pixels[list(RED)]

    def blue_first(pixels: Pixels) -> Rows:
        return model.encode_images(np.ascontiguousarray(pixels[:, ::-1]))

    assert measure_colours(red, model.encode_images, texts, model.directory).value == 3
    row = measure_colours(red, blue_first, texts, model.directory)
    assert (row.value, row.verdict) == (0, Verdict.WARNING)
