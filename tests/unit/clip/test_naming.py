"""What a person may call a model."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from photoclip.clip.naming import choice_of
from photoclip.errors import ModelError
from photoclip.paths import Paths, bundled


@pytest.fixture
def paths(tmp_path: Path, other_model: Path) -> Paths:
    """With one model, "the other model", in a folder called mine."""
    paths = Paths.under(tmp_path / "library")
    paths.models.mkdir(parents=True)
    shutil.move(other_model, paths.models / "mine")
    return paths


@pytest.mark.parametrize("text", ["", "embedded", "photoclip-embedded-1", "Photoclip-Embedded-1"])
def test_the_embedded_one_has_a_word_and_a_name(paths: Paths, text: str) -> None:
    assert choice_of(text, paths) == "embedded"


@pytest.mark.parametrize("text", ["the other model", "The Other Model", "mine"])
def test_installed_ones_go_by_their_name_or_folder(paths: Paths, text: str) -> None:
    assert choice_of(text, paths) == str(paths.models / "mine")


def test_paths_are_absolute_and_may_lead_to_the_embedded_one(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").mkdir()
    (tmp_path / "mine").mkdir()
    assert choice_of("here", paths) == str(tmp_path / "here")
    assert choice_of(f".{os.sep}mine", paths) == str(tmp_path / "mine")
    assert choice_of(f".{os.sep}gone", paths) == str(tmp_path / "gone")
    assert choice_of(str(bundled("models/embedded")), paths) == "embedded"


def test_a_name_of_several_models_is_refused(paths: Paths) -> None:
    shutil.copytree(paths.models / "mine", paths.models / "yours")
    with pytest.raises(ModelError, match="several models") as error:
        choice_of("the other model", paths)
    assert str(paths.models / "yours") in str(error.value)
    assert choice_of("yours", paths) == str(paths.models / "yours")


def test_what_could_be_downloaded_is_told(paths: Paths) -> None:
    with pytest.raises(ModelError, match="photoclip models download ViT-B-32__openai"):
        choice_of("vit-b-32__openai", paths)


def test_a_name_that_nothing_has_is_refused(paths: Paths) -> None:
    with pytest.raises(ModelError, match="nonsense"):
        choice_of("nonsense", paths)
