"""Takes back what applying labels did, also when another process did it, and long ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoclip.catalog.store import Catalog
from photoclip.catalog.tag_runs import RunOfLabel, TagChange, TagRun
from photoclip.domain import CancelToken, Label, PhotoId, Tag, TagSource


@dataclass(frozen=True, slots=True)
class LabelTakenBack:
    """What became of one label: numbers of photos, ascending.

    removed: the tag is gone. restored: tags that are what they were before.
    kept: somebody spoke of it since, or it was applied anew, so that it stays.
    withdrawn: the version that counts no more, 0 for none.
    """

    label: Label
    removed: Sequence[PhotoId]
    restored: Sequence[Tag]
    kept: Sequence[PhotoId]
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was taken back of a run."""

    run: TagRun
    labels: Sequence[LabelTakenBack]


def take_back(
    catalog: Catalog, run: TagRun, *, dry_run: bool = False, cancel: CancelToken | None = None
) -> TakenBack:
    """Put tags back as they were before a run, but for those that are others again since.

    Label by label: what was ended goes on where it stopped. Labels that are gone stay so.
    dry_run: only tell. Raises Cancelled, LibraryError.
    """
    cancel = cancel or CancelToken()
    done = []
    for one in catalog.tag_runs.labels(run.id):
        cancel.check()
        with catalog.snapshot() if dry_run else catalog.transaction():
            label = catalog.labels.get(one.label)
            if label is not None:
                done.append(_take_back(catalog, run.id, label, one, dry_run))
            if not dry_run:
                catalog.tag_runs.forget(run.id, one.label)
    if not dry_run:
        catalog.tag_runs.forget(run.id)
    return TakenBack(run, done)


def _take_back(
    catalog: Catalog, run: int, label: Label, one: RunOfLabel, dry_run: bool
) -> LabelTakenBack:
    changes = catalog.tag_runs.changes(run, label.id)
    now = {tag.photo: tag for tag in catalog.tags.among(label.id, [it.photo for it in changes])}
    ours = [change for change in changes if _is_ours(change, now.get(change.photo), one)]
    untouched = {change.photo for change in ours}
    before: dict[PhotoId, Tag | None] = {change.photo: change.before for change in ours}
    withdrawn = one.new and not catalog.tag_runs.is_used_by_others(run, one)
    if withdrawn:
        # New photos got it only because the label had been applied as this version.
        numbers = catalog.tags.of_version(label.id, one.version).tolist()
        later = {PhotoId(number) for number in numbers} - {change.photo for change in changes}
        before |= dict.fromkeys(later)
    if not dry_run:
        catalog.tags.restore(label.id, before)
        if withdrawn:
            catalog.labels.withdraw(label.id, one.version)
    restored = [it.before for it in ours if it.before is not None and _is_news(it)]
    return LabelTakenBack(
        label,
        sorted(photo for photo, tag in before.items() if tag is None),
        restored,
        [it.photo for it in changes if it.photo not in untouched and _is_news(it)],
        one.version if withdrawn else 0,
    )


def _is_ours(change: TagChange, now: Tag | None, one: RunOfLabel) -> bool:
    """Whether a tag is what the run made of it."""
    if now is None or change.now is None:
        return now is None and change.now is None
    return (now.source, now.state, now.version) == (TagSource.AUTO, change.now, one.version)


def _is_news(change: TagChange) -> bool:
    return (change.before.state if change.before is not None else None) is not change.now
