"""Labels and queries to vectors: prompt ensembles as in CLIP's zero-shot classification."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from photoclip.domain import Vectors
from photoclip.errors import ModelOutputError, QueryError, SettingsError
from photoclip.paths import bundled

DEFAULT_TEMPLATES = "clip_subset"
# Not templates, though they lie beside them.
RARE = "rare"
# Captions are sentences. Prompts around a single word lift its mean average precision over 66
# concepts with the embedded model from .386 to .411 (1,000 photos of Flickr8k that it was not
# trained on); for three words and more they change nothing.
SHORT_QUERY_WORDS = 2
_PLACE = "{}"


class TextEncoder(Protocol):
    """What is needed of a ClipModel."""

    def encode_texts(self, texts: Sequence[str]) -> Vectors: ...


def load_templates(source: str | Path = DEFAULT_TEMPLATES) -> tuple[str, ...]:
    """Prompt templates, one a line; lines that start with # are comments.

    source: a file, or one of template_names().
    Raises SettingsError where the file cannot be read or a template has no {} for the label.
    """
    path = source if isinstance(source, Path) else bundled("resources") / f"prompts/{source}.txt"
    templates = lines_of(path)
    for template in templates:
        if _PLACE not in template:
            raise SettingsError(f"the template {template!r} has no {_PLACE} in it", path=path)
    if not templates:
        raise SettingsError("holds no templates", path=path)
    return templates


def template_names() -> tuple[str, ...]:
    """The prompt templates that ship with photoclip, by name."""
    folder = bundled("resources") / "prompts"
    named = (path.stem for path in folder.glob("*.txt"))
    return tuple(sorted(name for name in named if name != RARE))


def load_queries() -> tuple[str, ...]:
    """Searches such as people type, that ship with photoclip to measure with."""
    return lines_of(bundled("resources") / "queries/everyday.txt")


def lines_of(path: Path) -> tuple[str, ...]:
    """The lines of a text file, but for those that are empty or start with #.

    Raises SettingsError where it cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read ({error})", path=path) from error
    return tuple(line.strip() for line in lines if line.strip() and line.lstrip()[0] != "#")


def encode_label(model: TextEncoder, name: str, templates: Sequence[str] | None = None) -> Vectors:
    """One vector for a label: the mean of its unit vectors over prompt templates.

    templates: with {} for the label; the bundled subset of seven where None.
    Returns a (dim,) unit vector. Raises QueryError for an empty name.
    """
    label = _not_empty(name)
    prompts = filled(label, templates or load_templates())
    return mean_vector(model.encode_texts(prompts), label)


def filled(text: str, templates: Sequence[str]) -> list[str]:
    """A text in each of the templates."""
    return [template.replace(_PLACE, text) for template in templates]


def mean_vector(vectors: Vectors, name: str) -> Vectors:
    """The (dim,) unit vector in the middle of unit vectors (n, dim).

    Raises ModelOutputError, which names what they are of, where they cancel each other out.
    """
    mean = vectors.mean(axis=0, dtype=np.float32)
    length = float(np.linalg.norm(mean))
    if length == 0.0:
        raise ModelOutputError(f"the prompts of the label {name!r} cancel each other out")
    vector: Vectors = mean / np.float32(length)
    return vector


def encode_query(model: TextEncoder, text: str) -> Vectors:
    """One vector for what a person typed: as typed, or an ensemble where that is very short.

    Returns a (dim,) unit vector. Raises QueryError for an empty text.
    """
    query = _not_empty(text)
    return encode_label(model, query, query_templates(query))


def query_templates(query: str) -> tuple[str, ...]:
    """The templates that a search for this text goes by."""
    short = len(query.split()) <= SHORT_QUERY_WORDS
    return load_templates("short_query") if short else (_PLACE,)


def _not_empty(text: str) -> str:
    stripped = text.strip()
    if not stripped:
        raise QueryError("there is no text to compare with")
    return stripped
