"""Indexing on a graphics card that runs out of memory and then breaks: no photo is lost by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from photoclip.catalog.store import Catalog
from photoclip.clip.encoder import ClipModel
from photoclip.clip.providers import CUDA
from photoclip.clip.session import GraphFailure
from photoclip.images.decode import ThreadDecoder
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.pipeline import Pipeline
from photoclip.library.relink import volume_of
from photoclip.settings import Settings
from tests.unit.clip.conftest import Tiny, WatchedRuntime

PHOTOS = 60


class Card:
    """Fits 5 pictures from its fourth run on; in the ninth it is gone."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, run: Callable[..., Any], output: str, feeds: Any) -> Any:
        self.runs += 1
        if self.runs > 3 and len(feeds["image"]) > 5:
            raise GraphFailure("CUDA failure 2: out of memory ; GPU=0")
        if self.runs > 8:
            raise GraphFailure("CUDA failure 719: unspecified launch failure ; GPU=0")
        return run(output, feeds)


def indexed(base: Path, folder: Path, model: ClipModel) -> dict[str, Any]:
    """The vectors by file name."""
    base.mkdir()
    with Catalog.open(base / "catalog.sqlite") as catalog:
        root = catalog.roots.add(folder, volume_of(folder))
        thumbnails = ThumbnailCache(base / "thumbnails")
        report = Pipeline(
            catalog, lambda: model, ThreadDecoder(), thumbnails, Settings(), workers=2
        ).index([root])
        assert (report.new, report.unreadable) == (PHOTOS, 0)
        known = catalog.embeddings.find_model(model.fingerprint)
        assert known is not None
        ids, vectors = catalog.embeddings.load(known)
        places = catalog.files.paths_of(ids)
    return {places[number][0].name: row for number, row in zip(ids, vectors, strict=True)}


def test_all_photos_are_embedded(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(PHOTOS):
        colours = np.random.default_rng(number).integers(0, 256, (8, 8, 3), np.uint8)
        Image.fromarray(colours).save(folder / f"{number}.png")
    directory, card = Tiny().write(tmp_path / "model"), Card()
    with ClipModel.open(directory, check=False, runtime=WatchedRuntime(CUDA, card)) as model:
        found = indexed(tmp_path / "card", folder, model)
        assert model.device.device == "CPU"
        assert "unspecified launch failure" in model.device.reason
    with ClipModel.open(directory, check=False, device="cpu") as model:
        wanted = indexed(tmp_path / "cpu", folder, model)
    assert card.runs == 9
    assert found.keys() == wanted.keys()
    for name, vector in wanted.items():
        assert found[name] == pytest.approx(vector, abs=1e-3)
