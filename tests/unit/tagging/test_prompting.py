"""Labels become vectors, each text embedded once for each model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoclip.domain import CancelToken, Label, LabelId, Progress, no_progress
from photoclip.errors import Cancelled, SettingsError
from photoclip.tagging.prompting import SUFFIX, Prompted, PromptVectors, texts_of

from .conftest import TextModel


def label(name: str, *prompts: str, templates: tuple[str, ...] = ()) -> Label:
    return Label(LabelId(0), name, prompts=prompts, templates=templates)


def vectors(kept: PromptVectors, model: TextModel, *labels: Label) -> list[Prompted]:
    return kept.of(model, labels, CancelToken(), no_progress)


def test_names_and_prompts_are_taken_as_searches_are() -> None:
    [short] = texts_of(label("animals/dog"))
    assert short[0] == "dog"
    assert "a photo of a dog." in short
    assert texts_of(label("x", "a dog in the snow")) == [["a dog in the snow"]]
    own = texts_of(label("x", "a party", "a wedding", templates=("event", "plain")))
    assert [len(one) for one in own] == [6, 6]
    assert own[1][-1] == "a photo of a a wedding."
    with pytest.raises(SettingsError):
        texts_of(label("x", templates=("none",)))


def test_prompts_are_averaged_as_unit_vectors(tmp_path: Path) -> None:
    model = TextModel()
    [one] = vectors(PromptVectors(tmp_path), model, label("x", "dog in the snow", "cat on a mat"))
    assert one.prompts == ("dog in the snow", "cat on a mat")
    assert np.allclose(np.linalg.norm(one.each, axis=1), 1, atol=1e-5)
    mean = one.each.mean(axis=0)
    assert np.allclose(one.vector, mean / np.linalg.norm(mean), atol=1e-5)


def test_texts_are_embedded_once_and_kept_by_model(tmp_path: Path) -> None:
    model = TextModel()
    [first] = vectors(PromptVectors(tmp_path), model, label("dog"))
    again = TextModel()
    [second] = vectors(PromptVectors(tmp_path), again, label("dog"))
    assert again.embedded == []
    # Half precision on the disk.
    assert np.allclose(first.vector, second.vector, atol=1e-3)
    other = TextModel("other")
    vectors(PromptVectors(tmp_path), other, label("dog"))
    assert other.embedded
    assert len(list(tmp_path.glob(f"*{SUFFIX}"))) == 2


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nonsense", b"\x93NUMPY"])
def test_a_damaged_file_is_made_again(tmp_path: Path, content: bytes) -> None:
    model = TextModel()
    vectors(PromptVectors(tmp_path), model, label("dog"))
    [file] = tmp_path.glob(f"*{SUFFIX}")
    file.write_bytes(content)
    again = TextModel()
    vectors(PromptVectors(tmp_path), again, label("dog"))
    assert again.embedded == model.embedded
    assert file.read_bytes() != content


def test_a_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert vectors(PromptVectors(tmp_path / "file"), TextModel(), label("dog"))


def test_what_was_embedded_before_it_was_ended_is_kept(tmp_path: Path) -> None:
    token, model = CancelToken(), TextModel()
    many = [label("x", f"number {n} of very many") for n in range(200)]

    def end(state: Progress) -> None:
        if state.done >= 64:
            token.cancel()

    with pytest.raises(Cancelled):
        PromptVectors(tmp_path).of(model, many, token, end)
    assert len(model.embedded) == 64
    PromptVectors(tmp_path).of(model, many, CancelToken(), no_progress)
    assert len(model.embedded) == len(set(model.embedded)) == 200
