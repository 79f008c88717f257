"""Labels and queries to vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from photoclip.clip.prompts import encode_label, encode_query, load_templates
from photoclip.domain import Vectors
from photoclip.errors import ModelOutputError, QueryError, SettingsError


class Recorder:
    """Gives prepared unit vectors and notes the texts."""

    def __init__(self, *rows: Sequence[float]) -> None:
        self.rows = np.array(rows, np.float32)
        self.texts: list[str] = []

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        self.texts = list(texts)
        return self.rows


def test_the_bundled_subset_is_that_of_clips_authors() -> None:
    assert load_templates() == (
        "itap of a {}.",
        "a bad photo of the {}.",
        "a origami {}.",
        "a photo of the large {}.",
        "a {} in a video game.",
        "art of the {}.",
        "a photo of the small {}.",
    )


def test_there_is_a_plain_template() -> None:
    assert load_templates("plain") == ("a photo of a {}.",)


def test_templates_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_text("\ufeff# mine\n\n  ein Foto von {}\n{} im {}\n", encoding="utf-8")
    assert load_templates(file) == ("ein Foto von {}", "{} im {}")


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ("a photo\n", "the template 'a photo' has no {} in it"),
        ("# nothing\n", "holds no templates"),
    ],
)
def test_templates_that_cannot_be_used(tmp_path: Path, content: str, finding: str) -> None:
    file = tmp_path / "own.txt"
    file.write_text(content)
    with pytest.raises(SettingsError, match=finding):
        load_templates(file)


def test_templates_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_templates(tmp_path / "none.txt")
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xff{}")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_templates(tmp_path / "bytes.txt")


def test_a_label_is_the_normalised_mean_of_its_prompts() -> None:
    model = Recorder((1, 0, 0), (0, 1, 0), (1, 0, 0))
    vector = encode_label(model, " dog ", ("a {}", "{} {{x}}", "the {}"))
    assert model.texts == ["a dog", "dog {{x}}", "the dog"]
    # The mean is (2/3, 1/3, 0), of length sqrt(5) / 3.
    assert vector == pytest.approx([2 / 5**0.5, 1 / 5**0.5, 0])
    assert vector.dtype == np.float32


def test_a_label_uses_the_subset_by_default() -> None:
    model = Recorder(*[(1, 0)] * 7)
    encode_label(model, "{0} birthday")
    assert model.texts[0] == "itap of a {0} birthday."
    assert len(model.texts) == 7


def test_prompts_that_cancel_out_are_refused() -> None:
    with pytest.raises(ModelOutputError, match="cancel"):
        encode_label(Recorder((1, 0), (-1, 0)), "dog", ("a {}", "no {}"))


def test_a_query_is_embedded_as_it_is() -> None:
    model = Recorder((0, 1))
    assert encode_query(model, " birthday cake in the garden ").tolist() == [0, 1]
    assert model.texts == ["birthday cake in the garden"]


@pytest.mark.parametrize("query", ["dog", " red  door "])
def test_a_query_of_a_word_or_two_is_an_ensemble(query: str) -> None:
    model = Recorder((0, 1))
    assert encode_query(model, query).tolist() == [0, 1]
    assert query.strip() in model.texts
    assert f"a photo of a {query.strip()}." in model.texts


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_is_no_query(text: str) -> None:
    with pytest.raises(QueryError):
        encode_query(Recorder((0, 1)), text)
    with pytest.raises(QueryError):
        encode_label(Recorder((0, 1)), text)
