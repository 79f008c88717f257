"""Pictures outside of the library that teach labels, as photos do that a person clicked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.domain import CancelToken, Label, PhotoId, Vectors
from photoclip.errors import ImageError
from photoclip.images.kept import KeptPictures
from photoclip.paths import expanded
from photoclip.tagging.standing import NOTHING_TAUGHT, Photos, Taught

_Stamp = tuple[int, int] | None


class Pictures(Protocol):
    """What makes the unit vector (dim,) of any picture. It raises ImageError, ModelError."""

    @property
    def model(self) -> CurrentModel: ...

    @property
    def picture(self) -> Callable[[Path], Vectors]: ...


class Examples:
    """Gives the vectors of examples in the model in use. Thread-safe.

    The catalog keeps each of them, so that a file may go; a model that has none yet reads the file.
    """

    def __init__(self, catalog: Catalog, kept: KeptPictures) -> None:
        """kept: those of the library that came without a file."""
        self._catalog = catalog
        self._kept = kept
        self._lock = threading.Lock()
        # What cannot be read is not read again with each letter that somebody types.
        self._failed: dict[tuple[Path, str], tuple[_Stamp, ImageError]] = {}

    def of(self, label: Label, photos: Photos) -> Taught:
        """What the examples of a label say beside photos. Raises ModelError."""
        paths = examples_of(label)
        # Without photos nothing is compared.
        if not paths or not len(photos.vectors):
            return NOTHING_TAUGHT
        dim = photos.vectors.shape[1]
        kept = self._catalog.examples.get(photos.model.fingerprint, paths)
        known = {path: vector for path, vector in kept.items() if len(vector) == dim}
        unusable = []
        for path in paths:
            if path not in known:
                try:
                    known[path] = self._made(path, photos)
                except ImageError as error:
                    unusable.append(error)
        used = [path for path in paths if path in known]
        vectors = np.array([known[path] for path in used], np.float32).reshape(-1, dim)
        right = np.array([path in label.examples for path in used], np.bool_)
        return Taught(vectors, right, tuple(unusable))

    def read(
        self, paths: Iterable[Path], pictures: Pictures, cancel: CancelToken
    ) -> list[ImageError]:
        """Read pictures as they are now, and keep their vectors. Gives what cannot be used.

        Raises ModelError, Cancelled.
        """
        problems = []
        for path in paths:
            cancel.check()
            try:
                self._keep(path, pictures, pictures.picture(path))
            except ImageError as error:
                problems.append(error)
        return problems

    def _made(self, path: Path, pictures: Pictures) -> Vectors:
        key, now = (path, pictures.model.fingerprint), _stamp(path)
        with self._lock:
            before = self._failed.get(key)
        if before is not None and before[0] == now:
            raise before[1]
        try:
            vector = pictures.picture(self._kept.place_of(path))
        except ImageError as error:
            with self._lock:
                self._failed[key] = now, error
            raise
        self._keep(path, pictures, vector)
        return vector

    def _keep(self, path: Path, pictures: Pictures, vector: Vectors) -> None:
        if self._catalog.writable:
            self._catalog.examples.put(pictures.model.fingerprint, path, vector)


def divided(
    catalog: Catalog, paths: Iterable[Path], known: Sequence[Path] = ()
) -> tuple[dict[Path, PhotoId], list[Path]]:
    """Files that are photos of the library, and the others, each absolute and once.

    known: what is an example already is none of the library, even where that holds it by now.
    """
    photos: dict[Path, PhotoId] = {}
    others: dict[Path, None] = {}
    for path in map(absolute, paths):
        file = catalog.files.by_path(path) if path not in known else None
        if file is not None and file.photo is not None:
            photos[path] = file.photo
        else:
            others[path] = None
    return photos, list(others)


def examples_of(label: Label) -> tuple[Path, ...]:
    """All pictures outside of the library that teach a label."""
    return (*label.examples, *label.counterexamples)


def absolute(path: Path) -> Path:
    """Where a file lies, whatever the folder one is in."""
    return expanded(path).absolute()


def forget_unused(catalog: Catalog, kept: KeptPictures, spared: Callable[[], set[Path]]) -> None:
    """Forget vectors of files that no label has as an example any more, and delete kept ones.

    spared: gives files that somebody may have as examples again.
    """
    # In a transaction, so that nobody makes one of them an example meanwhile.
    with catalog.transaction():
        labels = catalog.labels.all()
        used = {path for label in labels for path in examples_of(label)} | spared()
        catalog.examples.forget_others(used)
        # By name: the library may have been elsewhere when they became examples.
        kept.forget_others({path.name for path in used})


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns
