"""From a label to a vector: each prompt in its templates, averaged as unit vectors."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photoclip.clip import vectorfiles
from photoclip.clip.calibration import Model
from photoclip.clip.prompts import (
    filled,
    load_templates,
    mean_vector,
    query_templates,
)
from photoclip.domain import CancelToken, Label, ProgressCallback, Stage, Vectors, pace

SUFFIX = ".prompts.npz"
_BATCH = 64
# Of a few kilobytes each in memory and half of that on the disk.
_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Prompted:
    """A label's (dim,) unit vector, and those of its prompts (prompts, dim)."""

    prompts: tuple[str, ...]
    each: Vectors
    vector: Vectors


def prompts_of(label: Label) -> tuple[str, ...]:
    """The texts that describe a label: its own prompts, else the last part of its name."""
    return label.prompts or (label.leaf,)


def texts_of(label: Label) -> list[list[str]]:
    """For each prompt of a label the texts to embed. Raises SettingsError for unknown templates.

    Without templates of its own, a prompt is taken as a search for the same words would be.
    """
    own = tuple(one for name in label.templates for one in load_templates(name))
    return [
        filled(_encodable(prompt), own or query_templates(prompt)) for prompt in prompts_of(label)
    ]


class PromptVectors:
    """Vectors of prompts by model, remembered in memory and in a folder. Thread-safe.

    A file is a cache: one that is missing or damaged is made again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._fingerprint = ""
        self._known: dict[str, Vectors] = {}

    def of(
        self,
        model: Model,
        labels: Sequence[Label],
        cancel: CancelToken,
        progress: ProgressCallback,
    ) -> list[Prompted]:
        """The vectors of labels. Only texts that were never asked for are embedded.

        Raises ModelError, SettingsError, Cancelled.
        """
        texts = [texts_of(label) for label in labels]
        wanted = list(dict.fromkeys(text for mine in texts for one in mine for text in one))
        known = self._known_of(model.fingerprint)
        missing = [text for text in wanted if text not in known]
        if missing:
            known = self._embedded(model, missing, known, cancel, progress)
        return [_prompted(label, mine, known) for label, mine in zip(labels, texts, strict=True)]

    def _known_of(self, fingerprint: str) -> dict[str, Vectors]:
        with self._lock:
            if fingerprint != self._fingerprint:
                self._fingerprint = fingerprint
                self._known = _read(self._file(fingerprint))
            return self._known

    def _embedded(
        self,
        model: Model,
        texts: list[str],
        known: dict[str, Vectors],
        cancel: CancelToken,
        progress: ProgressCallback,
    ) -> dict[str, Vectors]:
        """What is known and these texts. Others may ask for theirs meanwhile."""
        made: dict[str, Vectors] = {}
        tell = pace(Stage.READING_PROMPTS, len(texts), cancel, progress)
        try:
            for start in range(0, len(texts), _BATCH):
                cancel.check()
                batch = texts[start : start + _BATCH]
                made.update(zip(batch, model.encode_texts(batch), strict=True))
                tell(start + len(batch))
        finally:
            self._keep(model.fingerprint, made)
        return {**known, **made}

    def _keep(self, fingerprint: str, made: dict[str, Vectors]) -> None:
        with self._lock:
            if made and fingerprint == self._fingerprint:
                newest = list({**self._known, **made}.items())[-_MOST_KEPT:]
                self._known = dict(newest)
                _write(self._file(fingerprint), self._known)

    def _file(self, fingerprint: str) -> Path:
        return self._folder / f"{fingerprint[:32]}{SUFFIX}"


def _prompted(label: Label, texts: list[list[str]], known: dict[str, Vectors]) -> Prompted:
    each = np.stack(
        [mean_vector(np.stack([known[text] for text in one]), label.name) for one in texts]
    )
    return Prompted(prompts_of(label), each, mean_vector(each, label.name))


def _encodable(text: str) -> str:
    """What is no text (parts of names in other encodings) as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _read(file: Path) -> dict[str, Vectors]:
    try:
        with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as kept:
            texts = json.loads(kept["texts"].tobytes())
            vectors = np.asarray(kept["vectors"], np.float32)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}
    if vectors.ndim != 2 or not isinstance(texts, list) or len(texts) != len(vectors):
        return {}
    unit = vectorfiles.units(vectors)
    return {} if unit is None else dict(zip(map(str, texts), unit, strict=True))


def _write(file: Path, known: dict[str, Vectors]) -> None:
    texts = np.frombuffer(json.dumps(list(known)).encode(), np.uint8)
    vectors = np.stack(list(known.values())).astype(np.float16)
    vectorfiles.keep(file, lambda stream: np.savez(stream, texts=texts, vectors=vectors))
