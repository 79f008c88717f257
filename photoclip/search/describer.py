"""Tells what a model sees in photos of the library and in any picture; ready when first asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photoclip.clip.current import CurrentModel
from photoclip.domain import CancelToken, PhotoId, ProgressCallback, Vectors, no_progress
from photoclip.search.comparing import Comparing
from photoclip.search.describe import Description, Lexicon
from photoclip.search.usual import usual_photos
from photoclip.search.wordlist import Word, bundled_words, with_labels
from photoclip.search.wordvectors import LABELS_SUFFIX, SUFFIX, word_vectors

# As many words as a person reads at a glance.
LIMIT = 10


@dataclass(frozen=True, slots=True)
class _Ready:
    """What was made of which library: its sample (n, dim), None for none."""

    library: Vectors | None
    lexicon: Lexicon


class Describer:
    """Thread-safe. Of one model and one library."""

    def __init__(
        self,
        model: CurrentModel,
        comparing: Comparing,
        folder: Path,
        rare: Callable[[], Vectors],
        library: Callable[[], Vectors | None],
        labels: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """folder: of caches. rare: gives the rare texts' vectors (m, dim). library: gives vectors
        (n, dim) from all over the library. labels: of the label sets.
        """
        self._model = model
        self._comparing = comparing
        self._folder = folder
        self._rare = rare
        self._library = library
        self._labels = labels
        self._lock = threading.Lock()
        self._ready: _Ready | None = None

    def photo(self, photo: PhotoId, limit: int | None = LIMIT) -> Description:
        """The words for a photo of the library, by its stored vector; no file is read.

        limit: at most so many; None: all. The first call does what prepare() does.
        Raises QueryError where the photo is not embedded yet, ModelError.
        """
        return self._described(self._comparing.photos([photo]), limit)

    def picture(self, picture: Path | bytes, limit: int | None = LIMIT) -> Description:
        """The words for any picture: a file, or an encoded image in memory.

        Raises ImageError where it gives no pixels, ModelError.
        """
        return self._described(self._comparing.pictures([picture]), limit)

    @property
    def is_ready(self) -> bool:
        """Whether a description takes no longer than a look-up."""
        return self._ready is not None

    def prepare(
        self, cancel: CancelToken | None = None, progress: ProgressCallback = no_progress
    ) -> None:
        """Embed the words and the sample photos, where that is still to be done for this model.

        Raises ModelError, SettingsError where the words cannot be read, Cancelled.
        """
        self._lexicon(cancel or CancelToken(), progress)

    def _described(self, vector: Vectors, limit: int | None) -> Description:
        lexicon = self._lexicon(CancelToken(), no_progress)
        return lexicon.describe(vector, limit, self._model.get().spec.name)

    def _lexicon(self, cancel: CancelToken, progress: ProgressCallback) -> Lexicon:
        library = self._library()
        with self._lock:
            known = self._ready
            if known is None:
                known = _Ready(library, self._made(library, cancel, progress))
            elif known.library is not library:
                known = _Ready(library, known.lexicon.over_library(library))
            self._ready = known
            return known.lexicon

    def _made(
        self, library: Vectors | None, cancel: CancelToken, progress: ProgressCallback
    ) -> Lexicon:
        model, own = self._model.get(), bundled_words()
        words = with_labels(own, self._labels())
        vectors = self._vectors(own, SUFFIX, cancel, progress)
        if more := words[len(own) :]:
            others = self._vectors(more, LABELS_SUFFIX, cancel, progress)
            vectors = np.concatenate([vectors, others])
        usual = usual_photos(
            model.fingerprint, model.spec.dim, self._folder, self._embedded, cancel
        )
        return Lexicon.over(words, vectors, self._rare(), usual, library)

    def _vectors(
        self, words: tuple[Word, ...], suffix: str, cancel: CancelToken, progress: ProgressCallback
    ) -> Vectors:
        texts = [word.text for word in words]
        return word_vectors(self._model.get(), texts, self._folder, cancel, progress, suffix)

    def _embedded(self, picture: Path) -> Vectors:
        return self._comparing.pictures([picture])
