"""From how labels stand to tags: what photos get, what they lose, and as which version."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.catalog.tag_runs import RunOfLabel, TagChange
from photoclip.domain import (
    CancelToken,
    Label,
    LabelId,
    LabelVersion,
    PhotoId,
    PhotoIds,
    ProgressCallback,
    Stage,
    Tag,
    TagSource,
    TagState,
    no_progress,
    pace,
)
from photoclip.tagging.exclusive import Reached, groups_of, settle
from photoclip.tagging.standing import Photos, Standing
from photoclip.tagging.standings import Standings

# Differences of no consequence: of a threshold, in spreads, and of a vector.
_SAME_THRESHOLD = 0.1
_SAME_VECTOR = 1e-3


class Mode(StrEnum):
    """What becomes of photos that reach a label's threshold."""

    SUGGEST = "suggest"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a label did, or would do, to photos.

    threshold: None where nothing clearly matches, which finding says. precision: as estimated
    there. passing: how many photos reach it. gained: photos that got the label, or were only
    suggested before; lost: photos that have it no more. version: 0 in a dry run of a new one.
    run: by which it can be taken back; 0 where nothing changed.
    """

    label: Label
    threshold: float | None
    precision: float | None
    finding: str
    passing: int
    gained: PhotoIds
    lost: PhotoIds
    version: int
    run: int = 0


OutcomeCallback = Callable[[Outcome], object]


def nobody_waits(outcome: Outcome) -> None:
    """An OutcomeCallback for those who wait for all of them."""
    del outcome


@dataclass(frozen=True, slots=True)
class _Found:
    """A label with the photos that it comes to."""

    standing: Standing
    reached: Reached


class _Recorder:
    """Keeps what one run does. run: its number, 0 before anything changed."""

    def __init__(self, catalog: Catalog, mode: Mode) -> None:
        self.mode = mode
        self.run = 0
        self._runs = catalog.tag_runs

    def note(self, one: RunOfLabel, changes: Sequence[TagChange]) -> None:
        """What became of a label."""
        if not self.run:
            self.run = self._runs.begin(self.mode).id
        self._runs.note(self.run, one, changes)


class Applying:
    """Applies labels to photos. Thread-safe."""

    def __init__(self, catalog: Catalog, standings: Standings) -> None:
        self._catalog = catalog
        self._standings = standings

    def apply(
        self,
        labels: Sequence[Label],
        photos: Photos,
        among: PhotoIds | None,
        mode: Mode,
        *,
        dry_run: bool,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
        on_outcome: OutcomeCallback = nobody_waits,
    ) -> list[Outcome]:
        """An outcome for each label, stored one by one, so that ending loses none that was.

        on_outcome: is told each when it is stored.
        Raises ModelError, SettingsError, Cancelled.
        """
        cancel = cancel or CancelToken()
        outcomes = []
        recorder = _Recorder(self._catalog, mode)
        each = self._found(labels, photos, among, cancel, progress)
        tell = pace(Stage.TAGGING, len(each), cancel, progress)
        for done, found in enumerate(each, start=1):
            cancel.check()
            with self._catalog.snapshot() if dry_run else self._catalog.transaction():
                outcome = self._outcome(found, photos, among, recorder, dry_run)
            outcomes.append(outcome)
            on_outcome(outcome)
            tell(done)
        return outcomes

    def _found(
        self,
        labels: Sequence[Label],
        photos: Photos,
        among: PhotoIds | None,
        cancel: CancelToken,
        progress: ProgressCallback,
    ) -> list[_Found]:
        everyone = [*labels, *self._rivals(labels)]
        allowed = None if among is None else np.isin(photos.ids, among)
        standings: list[Standing] = []
        reached: dict[LabelId, Reached] = {}
        for stood in self._standings.each(everyone, photos, cancel, progress):
            rows = stood.standing.passing(stood.scores)
            if allowed is not None:
                rows = rows[allowed[rows]]
            standings.append(stood.standing)
            reached[stood.standing.label.id] = Reached(photos.ids[rows], stood.scores[rows])
        settled = settle(everyone, reached, self._catalog.tags.given)
        return [_Found(one, settled[one.label.id]) for one in standings[: len(labels)]]

    def _rivals(self, labels: Sequence[Label]) -> list[Label]:
        """Other labels of the exclusive groups."""
        groups = groups_of(labels)
        there = {label.id for label in labels}
        others = groups_of(self._catalog.labels.all()) if groups else {}
        return [one for key in groups for one in others.get(key, []) if one.id not in there]

    def _outcome(
        self,
        found: _Found,
        photos: Photos,
        among: PhotoIds | None,
        recorder: _Recorder,
        dry_run: bool,
    ) -> Outcome:
        label = found.standing.label
        known = {tag.photo: tag for tag in self._catalog.tags.of_label(label.id)}
        latest = self._catalog.labels.latest(label.id)
        version = _version(found.standing, photos)
        same = latest is not None and _is_same(latest, version)
        number = latest.number if latest is not None and same else 0
        there = not dry_run and self._catalog.labels.get(label.id) is not None
        if there and not same:
            number = self._catalog.labels.add_version(version).number
        tags = _tags(found, known, recorder.mode, number)
        lost = _lost(known, tags, photos, among)
        gained = [tag.photo for tag in tags if _is_news(known.get(tag.photo), tag)]
        if there:
            self._catalog.tags.replace(label.id, tags, lost)
            changes = _changes(known, tags, lost)
            if changes or not same:
                recorder.note(RunOfLabel(label.id, number, not same), changes)
        return Outcome(
            label,
            found.standing.threshold,
            found.standing.precision,
            found.standing.finding,
            len(found.reached.ids),
            np.array(gained, np.int64),
            np.array(lost, np.int64),
            number,
            recorder.run if there else 0,
        )


def asked(one: Label | LabelVersion) -> tuple[object, ...]:
    """What a person asked for. Where that is a threshold, no preset counts."""
    by_hand = one.threshold is not None if isinstance(one, Label) else one.by_hand
    return one.prompts, one.templates, one.threshold if by_hand else one.preset


def _is_same(one: LabelVersion, other: LabelVersion) -> bool:
    """Whether two versions of a label come to the same."""
    if asked(one) != asked(other) or one.model != other.model:
        return False
    if one.vector is None or other.vector is None or one.vector.shape != other.vector.shape:
        return False
    if one.threshold is None or other.threshold is None:
        return one.threshold is other.threshold
    near = abs(one.threshold - other.threshold) <= _SAME_THRESHOLD
    return near and bool(np.abs(one.vector - other.vector).max(initial=0) <= _SAME_VECTOR)


def _version(standing: Standing, photos: Photos) -> LabelVersion:
    label = standing.label
    return LabelVersion(
        label.id,
        0,
        label.prompts,
        label.templates,
        label.preset,
        standing.threshold,
        photos.model.fingerprint,
        standing.precision,
        standing.vector,
        by_hand=label.threshold is not None,
    )


def _tags(found: _Found, known: Mapping[PhotoId, Tag], mode: Mode, number: int) -> list[Tag]:
    """What photos get, without those that somebody spoke of; what was accepted stays so."""
    label = found.standing.label
    every = mode is Mode.ACCEPT or label.automatic
    tags = []
    for photo, score in found.reached.pairs():
        before = known.get(photo)
        if before is not None and before.source is not TagSource.AUTO:
            continue
        stays = before is not None and before.state is TagState.ACCEPTED
        state = TagState.ACCEPTED if every or stays else TagState.SUGGESTED
        tags.append(Tag(photo, label.id, state, TagSource.AUTO, score, number))
    return tags


def _lost(
    known: Mapping[PhotoId, Tag], tags: Sequence[Tag], photos: Photos, among: PhotoIds | None
) -> list[PhotoId]:
    """Photos that were looked at and have the label no more, ascending.

    Of what is out of reach, or not embedded by this model yet, nothing is known.
    """
    stay = {tag.photo for tag in tags}
    ours = [
        photo for photo, tag in known.items() if tag.source is TagSource.AUTO and photo not in stay
    ]
    there = np.intersect1d(np.array(ours, np.int64), photos.ids)
    if among is not None:
        there = np.intersect1d(there, among)
    return [PhotoId(number) for number in there.tolist()]


def _changes(
    known: Mapping[PhotoId, Tag], tags: Sequence[Tag], lost: Sequence[PhotoId]
) -> list[TagChange]:
    """All that somebody might want back; that a score moved on one and the same scale is not."""
    changes = []
    for tag in tags:
        before = known.get(tag.photo)
        if _is_news(before, tag) or (before is not None and before.version != tag.version):
            changes.append(TagChange(tag.photo, before, tag.state))
    return [*changes, *(TagChange(photo, known[photo], None) for photo in lost)]


def _is_news(before: Tag | None, now: Tag) -> bool:
    return before is None or before.state is not now.state
