from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoId, PhotoStatus, Root

AddPhoto = Callable[..., PhotoId]


@pytest.fixture
def catalog_file(tmp_path: Path) -> Path:
    return tmp_path / "library" / "catalog.sqlite"


@pytest.fixture
def catalog(catalog_file: Path) -> Iterator[Catalog]:
    with Catalog.open(catalog_file) as catalog:
        yield catalog


@pytest.fixture
def root(catalog: Catalog, tmp_path: Path) -> Root:
    folder = tmp_path / "photos"
    folder.mkdir()
    return catalog.roots.add(folder)


@pytest.fixture
def add_photo(catalog: Catalog) -> AddPhoto:
    """Store a photo of this name, with a file for each root given."""

    def add(
        name: str,
        *roots: Root,
        status: PhotoStatus = PhotoStatus.OK,
        reason: str = "",
        metadata: Metadata | None = None,
        mtime_ns: int = 1,
    ) -> PhotoId:
        digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()
        photo = catalog.photos.upsert(digest, len(name), status, reason, metadata or Metadata())
        for root in roots:
            catalog.files.put(root.id, name, photo, len(name), mtime_ns)
        return photo

    return add
