"""Vectors of pictures that were searched for of late."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path

from photoclip.domain import Vectors

# More than a search takes, and a few kilobytes each.
MOST = 64


class RememberedVectors:
    """Keeps the vectors (dim,) of files as they were, and of encoded images. Thread-safe."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._vectors: OrderedDict[Hashable, Vectors] = OrderedDict()

    def get(
        self, model: str, source: Path | bytes, embed: Callable[[Path | bytes], Vectors]
    ) -> Vectors:
        """The vector that a model, by its fingerprint, makes of a picture. Raises what embed does.

        A file that changed since is embedded again.
        """
        key = (model, _state(source))
        with self._lock:
            if key in self._vectors:
                self._vectors.move_to_end(key)
                return self._vectors[key]
        vector = embed(source)
        with self._lock:
            self._vectors[key] = vector
            while len(self._vectors) > self._most:
                self._vectors.popitem(last=False)
        return vector


def _state(source: Path | bytes) -> Hashable:
    if isinstance(source, bytes):
        return hashlib.blake2b(source).digest()
    try:
        found = source.stat()
    except (OSError, ValueError):
        # Decoding it tells what is wrong.
        return source
    return source, found.st_mtime_ns, found.st_size, found.st_ino
