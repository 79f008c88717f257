"""A watched folder, a catalog and a pipeline, with a small model in place of a CLIP model."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from photoclip.catalog.store import Catalog
from photoclip.clip.spec import PreprocessSpec
from photoclip.domain import IndexReport, PhotoId, Root, Vectors
from photoclip.errors import ModelOutputError
from photoclip.images.decode import DecodedImage, ThreadDecoder
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.pipeline import Pipeline
from photoclip.library.relink import volume_of
from photoclip.settings import Settings

SIDE = 8


def picture(seed: int, size: tuple[int, int] = (32, 24)) -> bytes:
    """A JPEG that differs for each seed, in its bytes and in what the small model sees."""
    colours = np.random.default_rng(seed).integers(0, 256, (3, 4, 3), np.uint8)
    image = Image.fromarray(colours).resize(size, Image.Resampling.NEAREST)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=90, comment=f"seed {seed}".encode())
    return stream.getvalue()


@dataclass
class SmallModel:
    """Stands where a ClipModel does: embeds the colours of a picture. poison: fails on these."""

    fingerprint: str = "small"
    batch_size: int = 4
    spec: Any = field(
        default_factory=lambda: SimpleNamespace(
            name="small", dim=3 * SIDE, preprocess=PreprocessSpec((SIDE, SIDE))
        )
    )
    batches: list[int] = field(default_factory=list)
    poison: Callable[[NDArray[np.float32]], bool] = lambda pixels: False

    def preprocess(self, image: Image.Image) -> NDArray[np.float32]:
        small = np.asarray(image.resize((SIDE, SIDE)), np.float32)
        return small.transpose(2, 0, 1) / 255

    def encode_images(self, pixels: NDArray[np.float32]) -> Vectors:
        if any(self.poison(one) for one in pixels):
            raise ModelOutputError("the graph gave NaN")
        self.batches.append(len(pixels))
        vectors = pixels.mean(axis=3).reshape(len(pixels), -1) + 0.01
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@dataclass
class CountingDecoder:
    """The real decoder; tells how many pictures it was given. before: called first."""

    inner: ThreadDecoder = field(default_factory=ThreadDecoder)
    count: int = 0
    before: Callable[[], None] = lambda: None

    def decode(self, source: Path | bytes, *, min_side: int | None = 512) -> DecodedImage:
        self.count += 1
        self.before()
        return self.inner.decode(source, min_side=min_side)


class Desk:
    """Everything that a test of the pipeline lays hands on."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.folder = base / "photos"
        self.folder.mkdir()
        self.catalog = Catalog.open(base / "catalog.sqlite")
        self.thumbnails = ThumbnailCache(base / "thumbnails")
        self.decoder = CountingDecoder()
        self.model = SmallModel()
        self.opened = 0
        self.settings = Settings()
        self.root = self.watch(self.folder)
        self.vectors: dict[PhotoId, NDArray[np.float32]] = {}

    def watch(self, folder: Path) -> Root:
        return self.catalog.roots.add(folder, volume_of(folder))

    def write(self, name: str, seed: int) -> Path:
        return self.write_bytes(name, picture(seed))

    def write_bytes(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        settle(path)
        return path

    def pipeline(self, **options: Any) -> Pipeline:
        def opener() -> Any:
            self.opened += 1
            return self.model

        options.setdefault("fingerprint", lambda: self.model.fingerprint)
        return Pipeline(
            self.catalog, opener, self.decoder, self.thumbnails, self.settings, **options
        )

    def index(self, *, workers: int = 2, **options: Any) -> IndexReport:
        options.setdefault("on_batch", self.embedded)
        return self.pipeline(workers=workers).index(**options)

    def embedded(self, ids: Sequence[PhotoId], vectors: Vectors) -> None:
        self.vectors.update(zip(ids, vectors, strict=True))

    def visible(self) -> dict[str, bytes]:
        """Paths of the files of visible photos, below the base, with the content's hash."""
        ids = [PhotoId(int(number)) for number in self.catalog.photos.visible_ids()]
        photos = self.catalog.photos.many(ids)
        return {
            path.relative_to(self.base).as_posix(): photos[photo].content_hash
            for photo, paths in self.catalog.files.paths_of(ids).items()
            for path in paths
        }

    def photo_at(self, name: str) -> PhotoId | None:
        file = self.catalog.files.by_path(self.folder / name)
        return None if file is None else file.photo


def settle(path: Path) -> None:
    """Make a file look as if it was written a while ago, as nearly all are."""
    found = path.stat()
    old = found.st_mtime_ns - 60_000_000_000
    os.utime(path, ns=(old, old))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    with desk.catalog:
        yield desk


@pytest.fixture
def make_picture() -> Callable[..., bytes]:
    return picture
