"""Embeddings, keyed by (photo, model), so that models live beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog import rows
from photoclip.catalog.connections import Connections
from photoclip.catalog.faults import damaged
from photoclip.domain import ModelId, PhotoId, PhotoIds, Vectors
from photoclip.errors import LibraryError, ModelOutputError

# Half precision costs about 0.0005 of a cosine and halves the catalog.
_STORED = np.dtype("<f2")
_ROWS_A_STEP = 4096

_PUT = """
INSERT INTO embeddings (photo, model, vector) VALUES (?, ?, ?)
ON CONFLICT (model, photo) DO UPDATE SET vector = excluded.vector
"""


class Embeddings:
    """The embeddings of a catalog: unit vectors, stored as float16, given as float32."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def find_model(self, fingerprint: str) -> ModelId | None:
        """The model with this fingerprint, or None where nothing was embedded with it."""
        sql = "SELECT id FROM models WHERE fingerprint = ?"
        found = self._connections.value(sql, (fingerprint,))
        return None if found is None else ModelId(found)

    def model_id(self, fingerprint: str, name: str, dim: int) -> ModelId:
        """The id of a model, which is entered where it is new.

        Raises ModelOutputError where it was entered with another dim.
        """
        sql = "SELECT id, dim, name FROM models WHERE fingerprint = ?"
        name = rows.text(name)
        for model, known_dim, known_name in self._connections.rows(sql, (fingerprint,)):
            if known_dim != dim:
                finding = f"gives {dim} numbers for a photo, in this library it gave {known_dim}"
                raise ModelOutputError(f"model {name} {finding}")
            if known_name != name and self._connections.writable:
                with self._connections.transaction() as db:
                    db.execute("UPDATE models SET name = ? WHERE id = ?", (name, model))
            return ModelId(model)
        with self._connections.transaction() as db:
            db.execute(
                "INSERT INTO models (fingerprint, name, dim) VALUES (?, ?, ?) "
                "ON CONFLICT (fingerprint) DO NOTHING",
                (fingerprint, name, dim),
            )
            return ModelId(db.execute(sql, (fingerprint,)).fetchone()[0])

    def has(self, model: ModelId, photo: PhotoId) -> bool:
        """Whether the model has embedded the photo."""
        sql = "SELECT EXISTS (SELECT 1 FROM embeddings WHERE model = ? AND photo = ?)"
        return bool(self._connections.value(sql, (model, photo)))

    def put(self, model: ModelId, ids: Sequence[PhotoId] | PhotoIds, vectors: Vectors) -> None:
        """Store or replace embeddings. vectors: (n, dim), one for each of the n ids.

        Raises ModelOutputError where they are not n finite vectors of the model's dim.
        """
        stored = _packed(_checked(vectors, len(ids), self._dim(model)))
        values = [(int(photo), model, vector) for photo, vector in zip(ids, stored, strict=True)]
        with self._connections.transaction() as db:
            db.executemany(_PUT, values)

    def load(self, model: ModelId) -> tuple[PhotoIds, Vectors]:
        """All embeddings of a model: ids (n,) ascending, and unit vectors (n, dim)."""
        sql = "SELECT photo, vector FROM embeddings WHERE model = ? ORDER BY photo"
        with self._connections.snapshot():
            return self._read(model, self.count(model), sql, (model,))

    def get(self, model: ModelId, ids: Sequence[PhotoId] | PhotoIds) -> tuple[PhotoIds, Vectors]:
        """Embeddings of some photos: those of ids that have one, ascending, as load() gives."""
        sql = (
            "SELECT photo, vector FROM embeddings WHERE model = ? "
            "AND photo IN (SELECT value FROM json_each(?)) ORDER BY photo"
        )
        return self._read(model, len(ids), sql, (model, rows.id_list(ids)))

    def count(self, model: ModelId) -> int:
        """How many photos the model has embedded."""
        sql = "SELECT count(*) FROM embeddings WHERE model = ?"
        return int(self._connections.value(sql, (model,)))

    def generation(self, model: ModelId) -> int:
        """Grows with every transaction that changes an embedding of the model."""
        found = self._connections.value("SELECT generation FROM models WHERE id = ?", (model,))
        return 0 if found is None else int(found)

    def _dim(self, model: ModelId) -> int:
        found = self._connections.value("SELECT dim FROM models WHERE id = ?", (model,))
        if found is None:
            raise LibraryError(f"knows no model {model}", path=self._connections.path)
        return int(found)

    def _read(
        self, model: ModelId, most: int, sql: str, values: tuple[Any, ...]
    ) -> tuple[PhotoIds, Vectors]:
        dim = self._dim(model)
        ids = np.empty(most, np.int64)
        vectors = np.empty((most, dim), np.float32)
        done = 0
        with self._connections.reading() as db:
            cursor = db.execute(sql, values)
            while batch := cursor.fetchmany(_ROWS_A_STEP):
                part = slice(done, done + len(batch))
                ids[part] = [photo for photo, _ in batch]
                vectors[part] = self._unpacked([vector for _, vector in batch], dim)
                self._normalise(ids[part], vectors[part])
                done += len(batch)
        return ids[:done], vectors[:done]

    def _unpacked(self, blobs: list[bytes], dim: int) -> NDArray[np.float16]:
        joined = b"".join(blobs)
        size = dim * _STORED.itemsize
        if set(map(len, blobs)) - {size}:
            raise damaged(self._connections.path, "is damaged (an embedding has a wrong length)")
        return np.frombuffer(joined, _STORED).reshape(len(blobs), dim)

    def _normalise(self, ids: PhotoIds, vectors: Vectors) -> None:
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        sound = np.isfinite(norms) & (norms > 0)
        if not sound.all():
            photo = ids[int(np.argmin(sound))]
            raise damaged(
                self._connections.path, f"is damaged (the embedding of photo {photo} is no vector)"
            )
        vectors /= norms


def _checked(vectors: Vectors, count: int, dim: int) -> Vectors:
    vectors = np.asarray(vectors, np.float32)
    if vectors.shape != (count, dim):
        raise ModelOutputError(f"embeddings have shape {vectors.shape}, not {(count, dim)}")
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not (np.isfinite(norms).all() and (norms > 0).all()):
        raise ModelOutputError("an embedding holds NaN, infinity or only zeros")
    unit: Vectors = vectors / norms
    return unit


def _packed(vectors: Vectors) -> list[bytes]:
    return [vector.tobytes() for vector in vectors.astype(_STORED)]
