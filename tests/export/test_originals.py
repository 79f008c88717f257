"""An export gives what its original library gives: on equal pixels, on tokens, and from files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoclip.clip.directory import read_directory
from photoclip.clip.encoder import ClipModel
from photoclip.clip.session import Tuning
from photoclip.clip.tokenizer import Tokenizer
from photoclip.images.decode import decode_image
from tests.export.conftest import Export, Exported
from tests.export.corpus import SURROGATES, TEXTS
from tests.export.pictures import Photo, photos

SAME = 0.9999
FROM_FILE = 0.99
# Chosen so that a confusion of inputs, a wrong pooling or a missing mask cannot pass.
DIFFERENT = 0.95


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Photo]:
    return list(photos(tmp_path_factory.mktemp("photos")))


@pytest.fixture
def model(exported: Exported) -> Iterator[ClipModel]:
    with open_exactly(exported.directory) as opened:
        yield opened


def open_exactly(directory: Path) -> ClipModel:
    """In float32 on the CPU, without a self-check of its own."""
    return ClipModel.open(directory, device="cpu", tuning=Tuning(precision="fp32"), check=False)


def cosines(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return np.einsum("nd,nd->n", first, second)


def test_towers_agree_on_equal_pixels_and_texts(exported: Exported, model: ClipModel) -> None:
    height, width = model.spec.preprocess.size
    pixels = np.random.default_rng(0).normal(size=(5, 3, height, width)).astype(np.float32)
    if exported.family == "siglip2":  # its processor takes no numbers between the bytes' values
        pixels = (np.rint((pixels.clip(-2, 2) / 4 + 0.5) * 255) / 255 - np.float32(0.5)) / 0.5
    expected = exported.original.reference.images(pixels)
    assert cosines(model.encode_images(pixels), expected).min() > SAME
    spoken = exported.original.reference.texts(TEXTS)
    assert cosines(model.encode_texts(TEXTS), spoken).min() > SAME
    assert (spoken[:5] @ spoken[:5].T).min() < DIFFERENT


def test_a_batch_equals_single_runs(model: ClipModel) -> None:
    height, width = model.spec.preprocess.size
    pixels = np.random.default_rng(1).normal(size=(5, 3, height, width)).astype(np.float32)
    alone = np.concatenate([model.encode_images(one[None]) for one in pixels])
    assert cosines(model.encode_images(pixels), alone).min() > SAME
    spoken = np.concatenate([model.encode_texts([text]) for text in TEXTS])
    assert cosines(model.encode_texts(TEXTS), spoken).min() > SAME


def test_tokens_are_the_reference_tokenizers(exported: Exported) -> None:
    tokenizer = Tokenizer.open(read_directory(exported.directory))
    expected = exported.original.reference.tokens(TEXTS)
    for text, ours, theirs in zip(TEXTS, tokenizer.encode(TEXTS).ids, expected, strict=True):
        assert ours.tolist() == theirs.tolist(), text


def test_texts_that_no_reference_takes_have_vectors(model: ClipModel) -> None:
    assert np.isfinite(model.encode_texts(SURROGATES)).all()


def test_photo_files_get_the_vectors_of_what_they_show(
    exported: Exported, model: ClipModel, files: list[Photo]
) -> None:
    reference, spec = exported.original.reference, model.spec.preprocess
    pixels = [
        model.preprocess(decode_image(one.file, min_side=spec.decode_side).image) for one in files
    ]
    expected = reference.images(np.stack([reference.pixels(one.shown) for one in files]))
    found = cosines(model.encode_images(np.stack(pixels)), expected)
    named = {
        one.file.name: round(float(cosine), 4) for one, cosine in zip(files, found, strict=True)
    }
    assert found.min() > FROM_FILE, named
    assert (expected @ expected.T).min() < DIFFERENT


def test_small_pictures_give_the_very_pixels(
    exported: Exported, model: ClipModel, files: list[Photo]
) -> None:
    """Where the decoder reduces nothing, preprocessing differs from the reference by rounding."""
    reference = exported.original.reference
    photo = next(one for one in files if one.file.name == "landscape.png")
    ours = model.preprocess(decode_image(photo.file).image)
    step = 1 / 255 / min(model.spec.preprocess.std)
    assert np.abs(ours - reference.pixels(photo.shown)).max() < 1.01 * step


def test_a_retrieval_model_gives_its_own_scores(export: Export) -> None:
    made = export("blip")
    pixels = np.random.default_rng(2).normal(size=(3, 3, 64, 64)).astype(np.float32)
    with open_exactly(made.directory) as model:
        ours = model.encode_images(pixels) @ model.encode_texts(TEXTS).T
    scores = made.original.reference.scores(pixels, TEXTS)  # type: ignore[attr-defined]
    assert np.abs(ours - scores).max() < 1e-4


def test_blip2s_vector_is_the_mean_of_its_queries(export: Export) -> None:
    """Which is never above the model's own score, the best query's, in proportion to its length."""
    made = export("blip2")
    pixels = np.random.default_rng(3).normal(size=(3, 3, 64, 64)).astype(np.float32)
    queries = made.original.reference.queries(pixels)  # type: ignore[attr-defined]
    lengths = np.linalg.norm(queries.mean(axis=1), axis=1)[:, None]
    with open_exactly(made.directory) as model:
        ours = model.encode_images(pixels) @ model.encode_texts(TEXTS).T
        best = np.einsum("nqd,td->nqt", queries, model.encode_texts(TEXTS)).max(axis=1)
    assert (ours * lengths <= best + 1e-5).all()
