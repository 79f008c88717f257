"""How much work is left for a model, and how long that will take on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog.store import Catalog
from photoclip.cores import allowed_cores
from photoclip.domain import CancelToken, PhotoId
from photoclip.errors import ImageError, ModelOutputError
from photoclip.images.decode import Decoder
from photoclip.library.chosen import NO_MODEL

if TYPE_CHECKING:
    from photoclip.clip.encoder import ClipModel

# Photos of the library to measure on: a batch or so takes about a second on a slow machine.
SAMPLE = 12


@dataclass(frozen=True, slots=True)
class Outlook:
    """photos: how many have no vector of the model. seconds: to embed them, None if unknown."""

    photos: int
    seconds: float | None


def look_ahead(
    catalog: Catalog, model: ClipModel, decoder: Decoder, cancel: CancelToken
) -> Outlook:
    """Count the photos that a model has not embedded, and time it on a few of them.

    Takes about a second. Raises ModelError, Cancelled.
    """
    known = catalog.embeddings.find_model(model.fingerprint)
    lacking = catalog.photos.ids_without_embedding(NO_MODEL if known is None else known)
    cancel.check()
    each = seconds_each(catalog, model, decoder, lacking)
    return Outlook(len(lacking), None if each is None else each * len(lacking))


def seconds_each(
    catalog: Catalog, model: ClipModel, decoder: Decoder, photos: Sequence[PhotoId]
) -> float | None:
    """Seconds to read and embed a photo, timed on a few; None where none can be read."""
    step = max(1, len(photos) // SAMPLE)
    return _seconds_each(model, decoder, list(_places(catalog, photos[::step][:SAMPLE])))


def _places(catalog: Catalog, photos: Sequence[PhotoId]) -> Iterator[Path]:
    for places in catalog.files.paths_of(photos).values():
        yield from places[:1]


def _seconds_each(model: ClipModel, decoder: Decoder, places: Sequence[Path]) -> float | None:
    """Seconds for a photo, decoded on all cores and then embedded; None where none can be read."""
    side = model.spec.preprocess.decode_side

    def pixels(path: Path) -> NDArray[np.float32] | None:
        try:
            return model.preprocess(decoder.decode(path, min_side=side).image)
        except ImageError:
            return None

    # The first picture also loads the graph, which the run pays for only once.
    first = next((found for found in map(pixels, places) if found is not None), None)
    if first is None:
        return None
    try:
        model.encode_images(first[None])
        began = time.perf_counter()
        with ThreadPoolExecutor(allowed_cores()) as pool:
            read = [found for found in pool.map(pixels, places) if found is not None]
        model.encode_images(np.stack(read))
    except ModelOutputError:
        return None
    return (time.perf_counter() - began) / len(read)
