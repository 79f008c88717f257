"""Judges labels over the library, block by block, so that memory does not grow with them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    Label,
    LabelId,
    ProgressCallback,
    Stage,
    Vectors,
    no_progress,
    pace,
)
from photoclip.tagging.examples import Examples
from photoclip.tagging.holding import Holding
from photoclip.tagging.prompting import Prompted, PromptVectors
from photoclip.tagging.standing import Photos, Standing, Stood, Voices, cosines_of, stand
from photoclip.tagging.tuning import MOST_CLICKS

# 13 MB of cosines for 100,000 photos.
_BLOCK = 32

_Key = tuple[Label, tuple[bytes, ...], str, int]


class Standings:
    """How labels stand, of which what is small is remembered. Thread-safe."""

    def __init__(
        self, catalog: Catalog, holding: Holding, prompts: PromptVectors, examples: Examples
    ) -> None:
        self._catalog = catalog
        self._holding = holding
        self._prompts = prompts
        self._examples = examples
        self._lock = threading.Lock()
        self._known: dict[LabelId, tuple[_Key, Standing]] = {}

    def photos(self) -> Photos:
        """The library as it is now. Raises ModelError."""
        return self._holding.photos()

    def each(
        self,
        labels: Sequence[Label],
        photos: Photos,
        cancel: CancelToken,
        progress: ProgressCallback = no_progress,
    ) -> Iterator[Stood]:
        """Labels in this order. Raises ModelError, SettingsError, Cancelled."""
        prompted = self._prompted(labels, photos, cancel, progress)
        tell = pace(Stage.MATCHING, len(labels), cancel, progress)
        for start in range(0, len(labels), _BLOCK):
            cancel.check()
            some = labels[start : start + _BLOCK]
            texts = prompted[start : start + _BLOCK]
            for label, text, cosines in zip(
                some, texts, cosines_of(texts, photos.vectors), strict=True
            ):
                yield self._stood(label, text, cosines, photos)
            tell(start + len(some))

    def whole(self, label: Label, photos: Photos, cancel: CancelToken) -> Stood:
        """One label, whose preview holds all photos. Raises ModelError, SettingsError."""
        [prompted] = self._prompted([label], photos, cancel, no_progress)
        [cosines] = cosines_of([prompted], photos.vectors)
        return stand(label, prompted, cosines, photos, self._voices(label, photos))

    def small(self, labels: Sequence[Label], photos: Photos, cancel: CancelToken) -> list[Standing]:
        """How labels that are kept stand, from memory where nothing changed since.

        Raises ModelError, SettingsError, Cancelled.
        """
        keys = {label.id: self._key(label, photos) for label in labels}
        with self._lock:
            known = dict(self._known)
        missing = [label for label in labels if _differs(known.get(label.id), keys[label.id])]
        for stood in self.each(missing, photos, cancel):
            number = stood.standing.label.id
            known[number] = keys[number], stood.standing
        with self._lock:
            self._known = known
        return [known[label.id][1] for label in labels]

    def _stood(self, label: Label, text: Prompted, cosines: Vectors, photos: Photos) -> Stood:
        return stand(label, text, cosines, photos, self._voices(label, photos), every=False)

    def _prompted(
        self,
        labels: Sequence[Label],
        photos: Photos,
        cancel: CancelToken,
        progress: ProgressCallback,
    ) -> list[Prompted]:
        return self._prompts.of(photos.model.get(), labels, cancel, progress)

    def _voices(self, label: Label, photos: Photos) -> Voices:
        right, wrong = self._catalog.tags.said(label.id, MOST_CLICKS)
        return Voices(right, wrong, self._examples.of(label, photos))

    def _key(self, label: Label, photos: Photos) -> _Key:
        return label, self._voices(label, photos).key, photos.model.fingerprint, len(photos.ids)


def _differs(known: tuple[_Key, Standing] | None, key: _Key) -> bool:
    return known is None or known[0] != key
