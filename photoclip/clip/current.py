"""The model in use: opened once, when it is first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from photoclip.clip.directory import fingerprint

if TYPE_CHECKING:
    from photoclip.clip.encoder import ClipModel


class CurrentModel:
    """Opens a model directory when a vector is first asked for, then keeps it.

    Whoever only compares files with the catalog never pays for ONNX Runtime.
    """

    def __init__(self, directory: Path, opener: Callable[[Path], ClipModel]) -> None:
        self.directory = directory
        self._opener = opener
        self._lock = threading.Lock()
        self._model: ClipModel | None = None
        self._fingerprint = ""

    @property
    def fingerprint(self) -> str:
        """Hex SHA-256 over the files that decide an embedding; loads no graph.

        Raises ModelDirectoryError where the directory is not a model.
        """
        if not self._fingerprint:
            self._fingerprint = fingerprint(self.directory)
        return self._fingerprint

    @property
    def loaded(self) -> ClipModel | None:
        """The model where it is open already."""
        return self._model

    def get(self) -> ClipModel:
        """The open model. Raises ModelError where it cannot be used."""
        with self._lock:
            if self._model is None:
                self._model = self._opener(self.directory)
            return self._model

    def retire(self) -> None:
        """Give the model's memory back where another one takes over.

        Searches that hold this one still end as they would have.
        """
        with self._lock:
            if self._model is not None:
                self._model.unload()
                self._model = None

    def close(self) -> None:
        """Give the model's memory back; the next get() opens it again."""
        with self._lock:
            if self._model is not None:
                self._model.close()
                self._model = None
