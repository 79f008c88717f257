from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.domain import Metadata, PhotoId, PhotoIds, PhotoStatus, Vectors
from photoclip.errors import FileUnavailable, UnreadableImage
from photoclip.images.decode import ThreadDecoder
from photoclip.images.kept import KeptPictures
from photoclip.tagging.labels import Labels
from photoclip.tagging.service import Tagging

DIM = 32
THINGS = ("dog", "cat", "boat")


def unit(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.linalg.norm(rows, axis=-1, keepdims=True), np.float32)


def direction(thing: str) -> Vectors:
    """What all texts about a thing come to: an axis of its own."""
    vector = np.zeros(DIM, np.float32)
    vector[THINGS.index(thing)] = 1
    return vector


class TextModel:
    """Texts that name a thing lie in its direction, all others anywhere between the others."""

    def __init__(self, fingerprint: str = "one") -> None:
        self.fingerprint = fingerprint
        self.embedded: list[str] = []

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        rng = np.random.default_rng(zlib.crc32(text.encode()))
        for thing in THINGS:
            if thing in text:
                return unit(direction(thing) + 0.02 * rng.standard_normal(DIM).astype(np.float32))
        other = rng.standard_normal(DIM).astype(np.float32)
        other[: len(THINGS)] = 0
        return unit(other)


class World:
    """A library of vectors, with the catalog that knows its photos."""

    def __init__(self, catalog: Catalog, folder: Path) -> None:
        self.catalog = catalog
        self.model_in_use = TextModel()
        self.ids = np.empty(0, np.int64)
        self.rows = np.empty((0, DIM), np.float32)
        self.read: list[Path] = []
        self.root = catalog.roots.add(folder)
        self.begin()

    def begin(self) -> None:
        """A session begins, which knows nothing but the catalog and what was kept."""
        folder = self.root.path
        self.labels = Labels(self.catalog)
        self.kept = KeptPictures(folder.parent / "examples", ThreadDecoder)
        self.tagging = Tagging(self.catalog, self.labels, lambda: self, folder / "cache", self.kept)

    @property
    def model(self) -> CurrentModel:
        model = self.model_in_use
        return cast(CurrentModel, SimpleNamespace(fingerprint=model.fingerprint, get=lambda: model))

    @model.setter
    def model(self, model: CurrentModel) -> None:
        raise NotImplementedError

    def vectors(self) -> tuple[PhotoIds, Vectors]:
        # Without photos nothing tells the model's dim.
        return self.ids, self.rows if len(self.rows) else np.empty((0, 1), np.float32)

    def picture(self, path: Path) -> Vectors:
        """Files hold the name of the thing that they show; one without a name is damaged."""
        self.read.append(path)
        if not path.exists():
            raise FileUnavailable("does not exist", path=path)
        thing = path.read_text(encoding="utf-8")
        if not thing:
            raise UnreadableImage("is damaged", path=path)
        rng = np.random.default_rng(zlib.crc32(str(path).encode()))
        return unit(direction(thing) + 0.05 * rng.standard_normal(DIM).astype(np.float32))

    def add(self, thing: str, count: int, strength: float = 2.0) -> list[PhotoId]:
        """Photos of a thing, or of nothing in particular ("")."""
        rng = np.random.default_rng(len(self.ids))
        noise = unit(rng.standard_normal((count, DIM)).astype(np.float32))
        noise[:, : len(THINGS)] *= 0.3
        rows = unit(noise + (strength * direction(thing) if thing else 0))
        photos = [self._photo(f"{len(self.ids) + number}") for number in range(count)]
        self.ids = np.concatenate([self.ids, np.array(photos, np.int64)])
        self.rows = np.concatenate([self.rows, rows])
        return photos

    def _photo(self, name: str) -> PhotoId:
        digest = hashlib.sha256(name.encode()).digest()
        photo = self.catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata())
        self.catalog.files.put(self.root.id, name, photo, 1, 1)
        return photo


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with Catalog.open(tmp_path / "catalog.sqlite") as catalog:
        folder = tmp_path / "photos"
        folder.mkdir()
        yield World(catalog, folder)
