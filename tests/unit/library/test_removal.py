"""Removing downloaded models: the disk is freed, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.clip.directory import fingerprint
from photoclip.clip.origin import Origin, write_origin
from photoclip.clip.zoo import find_models
from photoclip.domain import Metadata, PhotoStatus
from photoclip.errors import DownloadError
from photoclip.library.removal import remove_model
from photoclip.paths import Paths


@pytest.fixture
def paths(tmp_path: Path, other_model: Path) -> Paths:
    """With a downloaded model in it."""
    paths = Paths.under(tmp_path / "library")
    paths.models.mkdir(parents=True)
    other_model.rename(paths.models / "Other")
    write_origin(paths.models / "Other", Origin("Other", "https://hub.example", "a/b", "x", "y"))
    return paths


def names(paths: Paths) -> list[str]:
    return [model.path.name for model in find_models(paths)[1:]]


@pytest.mark.parametrize("name", ["Other", "other", "the other model"])
def test_a_model_is_removed_by_its_names(paths: Paths, name: str) -> None:
    gone = remove_model(name, paths, ())
    assert gone.size > 30_000_000 and gone.path == paths.models / "Other"
    assert names(paths) == [] and not list(paths.models.glob("*Other*/*"))


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("photoclip-embedded-1", "comes with photoclip"),
        ("Othr", "Did you mean Other"),
        ("../library", "no model is called"),
        ("", "no model is called"),
    ],
)
def test_what_is_not_removed(paths: Paths, name: str, match: str) -> None:
    with pytest.raises(DownloadError, match=match):
        remove_model(name, paths, ())
    assert names(paths) == ["Other"]


def test_a_model_in_use_stays(paths: Paths) -> None:
    with pytest.raises(DownloadError, match="is in use"):
        remove_model("Other", paths, (paths.models / "Other",))


def test_what_people_put_there_stays(paths: Paths) -> None:
    (paths.models / "Other" / "photoclip-download.json").unlink()
    with pytest.raises(DownloadError, match="was put there by hand"):
        remove_model("Other", paths, ())


def test_an_unfinished_download_is_removed(paths: Paths) -> None:
    (paths.models / ".Half").mkdir()
    (paths.models / ".Half" / "model.part").write_bytes(bytes(5000))
    assert remove_model("half", paths, ()).size == 5000
    assert not (paths.models / ".Half").exists() and names(paths) == ["Other"]


def test_vectors_stay_unless_they_are_not_wanted(paths: Paths, tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "catalog.sqlite") as catalog:
        photo = catalog.photos.upsert(bytes(32), 1, PhotoStatus.OK, "", Metadata())
        kept, lost = (
            catalog.embeddings.model_id(mark, mark, 2)
            for mark in ("other", fingerprint(paths.models / "Other"))
        )
        for model in (kept, lost):
            catalog.embeddings.put(model, [photo], np.ones((1, 2), np.float32))
        assert remove_model("Other", paths, (), catalog).vectors == 1
        assert (catalog.embeddings.count(kept), catalog.embeddings.count(lost)) == (1, 0)
