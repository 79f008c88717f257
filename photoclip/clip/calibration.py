"""What is measured of a model once, so that its scores can be judged: how it sees rare things."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from photoclip.clip import vectorfiles
from photoclip.clip.prompts import RARE, TextEncoder, lines_of
from photoclip.domain import Vectors
from photoclip.paths import bundled

SUFFIX = ".rare.npy"


class Model(TextEncoder, Protocol):
    """What is needed of a ClipModel."""

    @property
    def fingerprint(self) -> str: ...


def rare_texts() -> tuple[str, ...]:
    """Texts about things that hardly anybody's own photos show.

    Raises SettingsError where the file that ships with photoclip cannot be read.
    """
    return lines_of(bundled("resources") / f"prompts/{RARE}.txt")


class Calibration:
    """The rare texts' vectors by model, kept as files of a folder. Thread-safe.

    A file is a cache: one that is missing, damaged or of other texts is made again.
    """

    def __init__(self, folder: Path, texts: Sequence[str] | None = None) -> None:
        self._folder = folder
        self._texts = rare_texts() if texts is None else tuple(texts)
        self._lock = threading.Lock()
        self._known: tuple[str, Vectors] | None = None

    def rare(self, model: Model) -> Vectors:
        """(texts, dim) unit vectors of the rare texts in a model's space.

        Takes about as long as that many searches the first time, then next to nothing.
        Raises ModelError where the model cannot be used.
        """
        with self._lock:
            fingerprint = model.fingerprint
            if self._known is None or self._known[0] != fingerprint:
                self._known = fingerprint, self._load_or_make(model, fingerprint)
            return self._known[1]

    def _load_or_make(self, model: Model, fingerprint: str) -> Vectors:
        name = vectorfiles.file_name(fingerprint, self._texts, SUFFIX)
        vectors = vectorfiles.read_unit(name, self._folder, len(self._texts))
        if vectors is None:
            vectors = model.encode_texts(self._texts)
            vectorfiles.write(self._folder / name, vectors)
        return vectors
