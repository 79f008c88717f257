"""The words' vectors are made once for each model, and again where what is kept is of no use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from photoclip.clip.directory import fingerprint
from photoclip.domain import CancelToken, Progress, Vectors, no_progress
from photoclip.errors import Cancelled, ModelOutputError
from photoclip.paths import bundled
from photoclip.search.usual import usual_photos
from photoclip.search.wordlist import bundled_words, with_labels
from photoclip.search.wordvectors import LABELS_SUFFIX, SUFFIX, word_vectors
from photoclip.tagging.sets import label_words

TEXTS = [f"word {number}" for number in range(70)]


class Model:
    """Embeds by length, and counts the texts."""

    def __init__(self, fingerprint: str = "f" * 64) -> None:
        self.fingerprint = fingerprint
        self.texts = 0

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        vectors = np.stack([np.random.default_rng(len(text)).normal(size=8) for text in texts])
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def vectors(model: Model, folder: Path, texts: Sequence[str] = TEXTS) -> Vectors:
    return word_vectors(model, texts, folder, CancelToken(), no_progress)


def test_they_are_made_once_for_each_model_and_list(tmp_path: Path) -> None:
    model, other = Model(), Model("e" * 64)
    first = vectors(model, tmp_path)
    made = model.texts
    assert first.dtype == np.float32
    assert np.linalg.norm(first, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    assert np.allclose(vectors(model, tmp_path), first, atol=2e-3)
    assert model.texts == made
    vectors(other, tmp_path)
    vectors(model, tmp_path, TEXTS[:5])
    assert (other.texts, model.texts) == (made, made + made * 5 // 70)
    # That of the longer list went, the other model's stays.
    assert sorted(file.name[:1] for file in tmp_path.iterdir()) == ["e", "f"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(file.read_bytes()[:-3]),
        lambda file: file.write_bytes(b""),
        lambda file: np.save(file, np.full((len(TEXTS), 8), np.inf, np.float16)),
        lambda file: np.save(file, np.zeros((len(TEXTS), 8), np.float16)),
        lambda file: np.save(file, np.ones((3, 8), np.float16)),
    ],
)
def test_a_damaged_file_is_made_again(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    good = vectors(Model(), tmp_path)
    [file] = tmp_path.iterdir()
    spoil(file)
    assert np.allclose(vectors(Model(), tmp_path), good, atol=2e-3)
    unasked = Model()
    assert np.allclose(vectors(unasked, tmp_path), good, atol=2e-3)
    assert unasked.texts == 0


def test_cancelling_ends_it_and_leaves_nothing(tmp_path: Path) -> None:
    cancel, told = CancelToken(), []

    def progress(now: Progress) -> None:
        told.append((now.done, now.total))
        cancel.cancel()

    with pytest.raises(Cancelled):
        word_vectors(Model(), TEXTS, tmp_path, cancel, progress)
    assert told == [(0, len(TEXTS))]
    assert list(tmp_path.iterdir()) == []


def test_prompts_that_cancel_each_other_out_are_told(tmp_path: Path) -> None:
    class Opposing(Model):
        def encode_texts(self, texts: Sequence[str]) -> Vectors:
            signs = np.array([(-1) ** number for number in range(len(texts))], np.float32)
            return signs[:, None] * np.eye(1, 8, dtype=np.float32)

    with pytest.raises(ModelOutputError):
        vectors(Opposing(), tmp_path)


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert len(vectors(Model(), tmp_path / "file")) == len(TEXTS)


def test_other_models_look_at_the_sample_photos_once(tmp_path: Path) -> None:
    seen: list[str] = []

    def embed(picture: Path) -> Vectors:
        seen.append(picture.name)
        vector = np.random.default_rng(len(seen)).normal(size=8)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)

    first = usual_photos("a" * 64, 8, tmp_path, embed, CancelToken())
    count = len(seen)
    again = usual_photos("a" * 64, 8, tmp_path, embed, CancelToken())
    assert count == len(list((bundled("resources") / "sample_photos").glob("*.jpg")))
    assert len(seen) == count
    assert np.allclose(first.axes, again.axes, atol=2e-3)
    [file] = tmp_path.iterdir()
    np.save(file, np.ones((5, 4), np.float16))
    usual_photos("a" * 64, 8, tmp_path, embed, CancelToken())
    assert len(seen) == 2 * count


def test_the_embedded_model_was_measured_already(tmp_path: Path) -> None:
    # If this fails after a change of the model, words or labels: python -m models.calibrate
    def unwanted(picture: Path) -> Vectors:
        raise AssertionError(picture)

    model = Model(fingerprint(bundled("models/embedded")))
    own = bundled_words()
    more = with_labels(own, label_words())[len(own) :]
    for words, suffix in ((own, SUFFIX), (more, LABELS_SUFFIX)):
        texts = [word.text for word in words]
        kept = word_vectors(model, texts, tmp_path, CancelToken(), no_progress, suffix)
        assert len(kept) == len(texts) > 0
    usual = usual_photos(model.fingerprint, 384, tmp_path, unwanted, CancelToken())
    assert usual.mean.shape == (384,)
    assert model.texts == 0
