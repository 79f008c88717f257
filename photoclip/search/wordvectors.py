"""The vectors of many words, made once for each model and kept as a file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from photoclip.clip import vectorfiles
from photoclip.clip.calibration import Model
from photoclip.clip.prompts import filled, load_templates
from photoclip.domain import CancelToken, Progress, ProgressCallback, Stage, Vectors
from photoclip.errors import ModelOutputError

SUFFIX = ".words.npy"
# Of the words that come from label sets.
LABELS_SUFFIX = f".labels{SUFFIX}"
# The prompts that a query of a word or two gets: a click on a word then finds what it was told for.
TEMPLATES = "short_query"
_BATCH = 32


def word_vectors(
    model: Model,
    texts: Sequence[str],
    folder: Path,
    cancel: CancelToken,
    progress: ProgressCallback,
    suffix: str = SUFFIX,
) -> Vectors:
    """(n, dim) unit vectors of n texts.

    Takes about as long as that many searches the first time. What ships with photoclip, or is
    kept in folder for this model and these texts, is read; a damaged file is made again, and one
    for other texts goes. suffix: of the file's name, one for each list.
    Raises ModelError, Cancelled.
    """
    name = vectorfiles.file_name(model.fingerprint, texts, suffix)
    kept = vectorfiles.read_unit(name, folder, len(texts))
    if kept is not None:
        return kept
    vectors = embedded_words(model, texts, cancel, progress)
    # Of a folder that cannot be changed nothing goes, and nothing comes.
    with suppress(OSError):
        for outdated in folder.glob(f"{model.fingerprint[:32]}-????????{suffix}"):
            outdated.unlink()
    vectorfiles.write(folder / name, vectors)
    return vectors


def embedded_words(
    model: Model, texts: Sequence[str], cancel: CancelToken, progress: ProgressCallback
) -> Vectors:
    """(n, dim) unit vectors of n texts, made anew. Raises ModelError, Cancelled."""
    templates, parts = load_templates(TEMPLATES), []
    for start in range(0, len(texts), _BATCH):
        cancel.check()
        progress(Progress(Stage.READING_WORDS, start, len(texts)))
        some = texts[start : start + _BATCH]
        prompts = [prompt for text in some for prompt in filled(text, templates)]
        vectors = model.encode_texts(prompts).reshape(len(some), len(templates), -1)
        parts.append(vectors.mean(axis=1, dtype=np.float32))
    means = np.concatenate(parts)
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    if not (lengths > 0).all():
        raise ModelOutputError("the prompts of a word cancel each other out")
    unit: Vectors = means / lengths
    return unit
