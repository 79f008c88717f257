"""How photos of a library score by one label: all that previews, tags and explanations need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.current import CurrentModel
from photoclip.domain import Label, PhotoIds, Preset, Vectors
from photoclip.errors import ImageError
from photoclip.index.chance import FEWEST
from photoclip.index.vectors import cosines as cosines_with
from photoclip.index.vectors import rows_of as rows_of_all
from photoclip.tagging.odds import odds_of
from photoclip.tagging.precision import COMMON, Said, estimate, shift_of
from photoclip.tagging.preview import Preview, place_of
from photoclip.tagging.prompting import Prompted
from photoclip.tagging.scale import Background, Scale, scale_of
from photoclip.tagging.tuning import Clicks, fit


@dataclass(frozen=True, slots=True)
class Photos:
    """A library in one model: ids (n,), vectors (n, dim), their mean (dim,), what is usual.

    picture: the unit vector (dim,) of any other picture. Raises ImageError, ModelError.
    """

    model: CurrentModel
    ids: PhotoIds
    vectors: Vectors
    mean: Vectors
    background: Background
    picture: Callable[[Path], Vectors]


@dataclass(frozen=True, slots=True)
class Taught:
    """Examples from outside of the library: vectors (n, dim), right (n,).

    unusable: files that there is no vector of, and why.
    """

    vectors: Vectors
    right: NDArray[np.bool_]
    unusable: tuple[ImageError, ...] = ()


NOTHING_TAUGHT = Taught(np.empty((0, 1), np.float32), np.empty(0, np.bool_))


@dataclass(frozen=True, slots=True)
class Voices:
    """Photos that a person gave a label (n,) and refused it (m,), the newest first.

    taught: what other pictures say beside them.
    """

    right: PhotoIds
    wrong: PhotoIds
    taught: Taught = NOTHING_TAUGHT

    @property
    def key(self) -> tuple[bytes, ...]:
        """Tells two of them apart."""
        parts = (self.right, self.wrong, self.taught.vectors, self.taught.right)
        return tuple(part.tobytes() for part in parts)


@dataclass(frozen=True, slots=True)
class Standing:
    """A label over a library.

    vector: (dim,) what photos are compared with. scale: of its scores. threshold: the least score
    that gets the label; None where nothing clearly matches. precision: as estimated there; None
    where no photo reaches it. finding: why nothing is suggested, "" where something is.
    """

    label: Label
    prompted: Prompted
    vector: Vectors
    scale: Scale
    threshold: float | None
    precision: float | None
    finding: str

    def passing(self, scores: Vectors) -> NDArray[np.intp]:
        """Places in scores (n,) that reach the threshold."""
        if self.threshold is None:
            return np.empty(0, np.intp)
        return np.flatnonzero(scores >= self.threshold)


@dataclass(frozen=True, slots=True)
class Stood:
    """A standing with the scores (n,) of all photos, and what it does to them."""

    standing: Standing
    scores: Vectors
    preview: Preview


def stand(
    label: Label,
    prompted: Prompted,
    cosines: Vectors,
    photos: Photos,
    voices: Voices,
    *,
    every: bool = True,
) -> Stood:
    """Judge a label by its text's cosines (n,) with all photos.

    every: the preview holds all photos; else those alone that the label might come to.
    """
    rows_right, rows_wrong = rows_of(photos.ids, voices.right), rows_of(photos.ids, voices.wrong)
    clicked = np.concatenate([rows_right, rows_wrong])
    said = np.zeros(len(cosines), np.int8)
    said[rows_right], said[rows_wrong] = 1, -1
    text_scale = scale = scale_of(cosines)
    right = said[clicked] == 1
    clicks = _clicks(photos.vectors[clicked], right, voices.taught)
    fitted = fit(prompted.vector, clicks, photos.mean, scale.spread)
    if fitted.vector is not prompted.vector:
        cosines = cosines_with(photos.vectors, fitted.vector)
        scale = scale_of(cosines)
    scores = scale.scores(cosines)
    # Pictures from outside are none of those that the label is judged on.
    held_out = scale.scores(fitted.held_out[: len(clicked)])
    told_apart = photos.background.told_apart(text_scale)
    odds = odds_of(scores, scale, photos.background, told_apart)
    shift = shift_of(odds.of(held_out), right)
    least = -np.inf if every else odds.reaching(COMMON - shift)
    order = _order(scores, said, label, least)
    ordered = scores[order]
    by_score = odds.of(ordered) + np.float32(shift)
    preview = _preview(label, photos, order, ordered, said[order], by_score)
    taught = voices.taught
    preview = replace(preview, clicks=preview.clicks + len(taught.right), unusable=taught.unusable)
    threshold = label.threshold
    if threshold is None and preview.place:
        threshold = preview.threshold(preview.place)
    precision = float(preview.precision[preview.place]) if preview.place else None
    standing = Standing(
        label, prompted, fitted.vector, scale, threshold, precision, preview.finding
    )
    return Stood(standing, scores, preview)


def _clicks(vectors: Vectors, right: NDArray[np.bool_], taught: Taught) -> Clicks:
    """What was said of photos, and after that what other pictures say."""
    if not len(taught.right):
        return Clicks(vectors, right)
    return Clicks(np.concatenate([vectors, taught.vectors]), np.concatenate([right, taught.right]))


def _order(scores: Vectors, said: NDArray[np.int8], label: Label, least: float) -> NDArray[np.intp]:
    """Rows by falling score: those of the least one, and those that count whatever they score."""
    if label.threshold is not None:
        least = min(least, label.threshold)
    some = np.flatnonzero((scores >= np.float32(least)) | (said != 0))
    return some[np.argsort(-scores[some], kind="stable")]


def _preview(
    label: Label,
    photos: Photos,
    order: NDArray[np.intp],
    scores: Vectors,
    said: NDArray[np.int8],
    odds: Vectors,
) -> Preview:
    found = estimate(odds, Said(said == 1, said == -1), len(photos.ids))
    presets = {preset: found.place(preset) for preset in Preset}
    place = presets[label.preset]
    if label.threshold is not None:
        place = place_of(scores, label.threshold)
    return Preview(
        photos.ids[order],
        scores,
        said,
        found.counts,
        found.precision,
        place,
        presets,
        int((said != 0).sum()),
        _finding(len(photos.ids), place, label),
    )


def _finding(photos: int, place: int, label: Label) -> str:
    if place:
        return ""
    if not photos:
        return "no photos are indexed yet"
    if photos < FEWEST and label.threshold is None:
        return f"{photos} photos are too few to tell"
    return "nothing clearly matches"


def rows_of(ids: PhotoIds, wanted: PhotoIds) -> NDArray[np.intp]:
    """Where those of wanted that are among ids stand there, in the order of wanted."""
    if not len(wanted):
        return np.empty(0, np.intp)
    return rows_of_all(ids, wanted[np.isin(wanted, ids)])


def cosines_of(prompted: Sequence[Prompted], vectors: Vectors) -> NDArray[np.float32]:
    """(labels, n) cosines of labels with photos (n, dim), by one matrix product; n may be 0."""
    if not len(vectors):
        # Nothing tells its dim.
        return np.empty((len(prompted), 0), np.float32)
    if len(prompted) == 1:
        return cosines_with(vectors, prompted[0].vector)[None]
    texts = np.stack([one.vector for one in prompted]).astype(np.float32)
    return np.asarray(texts @ vectors.T, np.float32)
