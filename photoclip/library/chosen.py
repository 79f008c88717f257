"""The model of one indexing run, opened only when there is something to embed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from photoclip.catalog.store import Catalog
from photoclip.domain import ModelId

if TYPE_CHECKING:
    # ONNX Runtime takes a while to import.
    from photoclip.clip.encoder import ClipModel

# No model has this id, so every photo lacks its embedding.
NO_MODEL = ModelId(0)


class ChosenModel:
    """Thread-safe. Both callables may be slow; each is called once at most."""

    def __init__(
        self,
        catalog: Catalog,
        opener: Callable[[], ClipModel],
        fingerprint: Callable[[], str] | None,
    ) -> None:
        """fingerprint: tells the model's fingerprint without opening it, where that is known."""
        self._catalog = catalog
        self._opener = opener
        self._fingerprint = fingerprint
        self._lock = threading.RLock()
        self._model: ClipModel | None = None
        self._id: ModelId | None = None
        self._key = ""

    def get(self) -> ClipModel:
        """The open model. Raises ModelError."""
        with self._lock:
            if self._model is None:
                self._model = self._opener()
            return self._model

    def known_id(self) -> ModelId:
        """The model's id in the catalog, NO_MODEL where it has embedded nothing so far."""
        with self._lock:
            if self._id is None:
                found = self._catalog.embeddings.find_model(self._find_key())
                if found is None:
                    return NO_MODEL
                self._id = found
            return self._id

    def entered_id(self) -> ModelId:
        """The same, after entering the model where it is new. Opens it."""
        model = self.get()
        with self._lock:
            spec = model.spec
            self._id = self._catalog.embeddings.model_id(model.fingerprint, spec.name, spec.dim)
            return self._id

    def _find_key(self) -> str:
        if not self._key:
            known = self._fingerprint
            self._key = self.get().fingerprint if known is None else known()
        return self._key
