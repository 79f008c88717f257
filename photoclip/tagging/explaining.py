"""Why a photo has a label, or has not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    Label,
    LabelId,
    PhotoId,
    PhotoStatus,
    Tag,
    TagState,
    Vectors,
)
from photoclip.errors import LabelError
from photoclip.tagging.standing import Photos, Standing, rows_of
from photoclip.tagging.standings import Standings

MOST = 5


@dataclass(frozen=True, slots=True)
class Competitor:
    """Another label on the same photo, on its own scale. tag: what is known of it there."""

    label: Label
    score: float
    threshold: float | None
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Why:
    """A label on a photo.

    score, threshold: on the label's scale; threshold is None where nothing clearly matches, which
    finding says. precision: as estimated at the threshold. tag: what is known, or None. version: of
    the label when it was last applied, 0 for never. prompts: with the cosine of each, the best
    first. competing: labels that come nearest to their thresholds, the best first. accepted,
    rejected: photos that have the label, or were refused it, with their cosines to this one.
    """

    photo: PhotoId
    label: Label
    score: float
    threshold: float | None
    precision: float | None
    finding: str
    tag: Tag | None
    version: int
    clicks: int
    prompts: tuple[tuple[str, float], ...]
    competing: tuple[Competitor, ...]
    accepted: tuple[tuple[PhotoId, float], ...]
    rejected: tuple[tuple[PhotoId, float], ...]

    @property
    def passes(self) -> bool:
        """Whether the score reaches the threshold."""
        return self.threshold is not None and self.score >= self.threshold


def explain(
    catalog: Catalog,
    standings: Standings,
    photo: PhotoId,
    label: Label,
    others: Sequence[Label],
    cancel: CancelToken,
) -> Why:
    """Why a photo has a label. others: all labels that may compete.

    Raises LabelError where the photo is not indexed or not readable, ModelError, SettingsError,
    Cancelled.
    """
    photos = standings.photos()
    rows = rows_of(photos.ids, np.array([photo], np.int64))
    if not len(rows):
        raise _without_vector(catalog, photo)
    vector = photos.vectors[rows[0]]
    [standing, *rivals] = standings.small(
        [label, *(one for one in others if one.id != label.id)], photos, cancel
    )
    tags = {tag.label: tag for tag in catalog.tags.of_photo(photo)}
    latest = catalog.labels.latest(label.id)
    right, wrong = catalog.tags.said(label.id, MOST)
    cosines = standing.prompted.each @ vector
    best = np.argsort(-cosines, kind="stable")
    return Why(
        photo,
        label,
        _score(standing, vector),
        standing.threshold,
        standing.precision,
        standing.finding,
        tags.get(label.id),
        latest.number if latest is not None else 0,
        len(right) + len(wrong),
        tuple((standing.prompted.prompts[row], float(cosines[row])) for row in best),
        _competing(rivals, vector, tags),
        _nearest(catalog, label, TagState.ACCEPTED, photos, photo, vector),
        _nearest(catalog, label, TagState.REJECTED, photos, photo, vector),
    )


def _without_vector(catalog: Catalog, photo: PhotoId) -> LabelError:
    known, files = catalog.photos.get(photo), catalog.files.of_photo(photo)
    if known is not None and known.status is PhotoStatus.UNREADABLE and files:
        return LabelError(known.reason, path=files[0].path)
    return LabelError("this photo is not indexed yet", hint="Try again in a moment.")


def _score(standing: Standing, vector: Vectors) -> float:
    cosine = np.array([vector @ standing.vector], np.float32)
    return float(standing.scale.scores(cosine)[0])


def _competing(
    rivals: Sequence[Standing], vector: Vectors, tags: dict[LabelId, Tag]
) -> tuple[Competitor, ...]:
    """Those that reach their threshold first, then by score."""
    found = [
        Competitor(one.label, _score(one, vector), one.threshold, tags.get(one.label.id))
        for one in rivals
    ]
    found.sort(key=lambda one: (one.threshold is None or one.score < one.threshold, -one.score))
    return tuple(found[:MOST])


def _nearest(
    catalog: Catalog,
    label: Label,
    state: TagState,
    photos: Photos,
    photo: PhotoId,
    vector: Vectors,
) -> tuple[tuple[PhotoId, float], ...]:
    ids = catalog.tags.photos_with([label.id], {state})
    rows = rows_of(photos.ids, ids[ids != photo])
    cosines = photos.vectors[rows] @ vector
    best = np.argsort(-cosines, kind="stable")[:MOST]
    return tuple((PhotoId(int(photos.ids[rows[one]])), float(cosines[one])) for one in best)
