"""Batches through the image tower; one bad picture never takes its neighbours along."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from photoclip.domain import Vectors
from photoclip.errors import ModelOutputError
from photoclip.library.work import Prepared, Unreadable

if TYPE_CHECKING:
    from photoclip.clip.encoder import ClipModel

log = logging.getLogger(__name__)

# A batch cannot be interrupted, so a slow model gets smaller ones.
BATCH_SECONDS = 2.0
# So many pictures that fail one by one, and none that works, are the model's fault.
HOPELESS = 8


@dataclass(frozen=True, slots=True)
class Embedded:
    """vectors: (n, dim), for the n prepared; failed: the others."""

    prepared: list[Prepared]
    vectors: Vectors
    failed: list[Unreadable]


class Pace:
    """A model in batches that take no longer than about BATCH_SECONDS. For one thread."""

    def __init__(self, model: Callable[[], ClipModel]) -> None:
        """model: opens it; called when there is something to embed."""
        self._model = model
        self._most = sys.maxsize

    @property
    def batch_size(self) -> int:
        """How many pictures the next batch should have. Opens the model."""
        return min(self._model().batch_size, self._most)

    def embed(self, batch: Sequence[Prepared]) -> Embedded:
        """Embed a batch, as embed() does."""
        began = time.monotonic()
        embedded = embed(self._model(), batch)
        each = (time.monotonic() - began) / len(batch)
        self._most = max(1, int(BATCH_SECONDS / max(each, 1e-6)))
        return embedded


def embed(model: ClipModel, batch: Sequence[Prepared]) -> Embedded:
    """Embed a batch, and where that fails each picture by itself.

    Raises ModelOutputError where none of at least HOPELESS pictures can be embedded.
    """
    try:
        return Embedded(list(batch), _encode(model, batch), [])
    except ModelOutputError as error:
        log.warning("a batch of %d failed, trying one by one: %s", len(batch), error)
        return _one_by_one(model, batch)


def _one_by_one(model: ClipModel, batch: Sequence[Prepared]) -> Embedded:
    prepared: list[Prepared] = []
    vectors: list[Vectors] = []
    failed: list[Unreadable] = []
    for one in batch:
        try:
            vectors.append(_encode(model, [one]))
            prepared.append(one)
        except ModelOutputError as error:
            if not prepared and len(failed) + 1 >= HOPELESS:
                raise
            failed.append(_failed(one, error))
    joined = np.concatenate(vectors) if vectors else np.empty((0, model.spec.dim), np.float32)
    return Embedded(prepared, joined, failed)


def _encode(model: ClipModel, batch: Sequence[Prepared]) -> Vectors:
    return model.encode_images(np.stack([one.pixels for one in batch]))


def _failed(one: Prepared, error: ModelOutputError) -> Unreadable:
    reason = f"the model gives no vector for it: {error.finding}"
    return Unreadable(one.item, one.stamp, one.content_hash, reason, one.metadata)
