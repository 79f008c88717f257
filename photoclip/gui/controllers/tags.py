"""Tags that people give, refuse and take back, each with what undoes it; read by workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.catalog.tags import TagCounts
from photoclip.domain import Label, LabelId, PhotoId, TagState
from photoclip.domain.names import key_of
from photoclip.engine import Engine
from photoclip.errors import LabelError, PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.rereading import Rereading
from photoclip.gui.models.tagged import Tagged, TagsOfPhotos, tagged
from photoclip.tagging.labels import NEW
from photoclip.tagging.service import Undo, Verdict

T = TypeVar("T")

MOST_RECENT = 8
MOST_UNDO = 100


@dataclass(frozen=True, slots=True)
class Change:
    """What a person said of a label, on so many photos. new: the label was made for it."""

    label: Label
    verdict: Verdict
    photos: int
    undo: Undo
    new: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """All labels by name, how many photos each has, and when that was read."""

    labels: tuple[Label, ...] = ()
    counts: tuple[tuple[LabelId, TagCounts], ...] = ()
    read_at: tuple[int, int] = (-1, -1)


class Tags(QObject):
    """changed: tags or labels are others than before, whoever changed them.

    told: known is another. done(Change), undone(Change): what a person did. failed(PhotoclipError).
    """

    changed = Signal()
    told = Signal()
    done = Signal(object)
    undone = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._recent: list[LabelId] = []
        self._history: list[Change] = []
        self._known = Known()
        work = lambda: _known(engine, self._known.read_at)  # noqa: E731
        self._reading = Rereading(bridge, Lane.TAGS, work, self._tell)
        self._counts: dict[LabelId, TagCounts] = {}

    @property
    def labels(self) -> Sequence[Label]:
        """All of them by name, as they were read last."""
        return self._known.labels

    @property
    def waiting(self) -> int:
        """How many suggestions wait for a person's word."""
        return sum(counts.suggested for counts in self._counts.values())

    @property
    def recent(self) -> list[Label]:
        """Those that a person gave of late, the newest first."""
        known = {label.id: label for label in self.labels}
        return [known[number] for number in self._recent if number in known]

    def counts(self, label: LabelId) -> TagCounts:
        """How many photos a label has, as they were read last."""
        return self._counts.get(label, TagCounts())

    @Slot()
    def look(self) -> None:
        """Read what there is, where anything changed since; changed and told tell of it."""
        self._reading.read()

    # What a person says.

    def give(self, photos: Sequence[PhotoId], label: LabelId) -> None:
        """Photos have a label, those that have it already aside."""
        self._say(photos, label, Verdict.RIGHT, frozenset({TagState.ACCEPTED}), among=False)

    def accept(self, photos: Sequence[PhotoId], label: LabelId) -> None:
        """Those of the photos have a label for which it is suggested."""
        self._say(photos, label, Verdict.RIGHT, frozenset({TagState.SUGGESTED}))

    def refuse(self, photos: Sequence[PhotoId], label: LabelId) -> None:
        """Those of the photos do not have a label for which it is suggested."""
        self._say(photos, label, Verdict.WRONG, frozenset({TagState.SUGGESTED}))

    def remove(self, photos: Sequence[PhotoId], label: LabelId) -> None:
        """Those of the photos that have a label do not have it."""
        self._say(photos, label, Verdict.WRONG, frozenset({TagState.ACCEPTED}))

    def give_named(self, photos: Sequence[PhotoId], name: str) -> None:
        """Photos have the label of this name, which is made where there is none."""
        engine, ids = self._engine, list(photos)

        def work() -> Change:
            proper = engine.labels.proper(Label(NEW, name)).name
            known = engine.catalog.labels.named(proper)
            label = known or engine.labels.add(proper)
            new = _without(engine, label.id, ids)
            undo = engine.tagging.click(label.id, new, Verdict.RIGHT)
            return Change(label, Verdict.RIGHT, len(new), undo, known is None)

        self._change(work)

    def take_back(self, change: Change) -> None:
        """Take one thing back that a person did; nothing where that was done already."""
        if change not in self._history:
            return
        self._history.remove(change)
        engine = self._engine

        def work() -> Change:
            engine.tagging.undo(change.undo)
            number = change.label.id
            if change.new and not engine.catalog.tags.of_label(number):
                engine.labels.remove(number)
            return change

        def done(change: Change) -> None:
            self.undone.emit(change)
            self.look()

        self._bridge.run(Lane.TAGS, work, done, self._fail)

    # What is remembered.

    def state(self) -> object:
        """The labels that were given of late."""
        return list(self._recent)

    def restore(self, state: object) -> None:
        """Take what state() gave."""
        if isinstance(state, list):
            numbers = [LabelId(one) for one in state if isinstance(one, int)]
            self._recent = numbers[:MOST_RECENT]

    # The rest.

    def _say(
        self,
        photos: Sequence[PhotoId],
        label: LabelId,
        verdict: Verdict,
        states: frozenset[TagState],
        *,
        among: bool = True,
    ) -> None:
        """among: of photos with the label in these states; else of all others."""
        engine, ids = self._engine, list(photos)

        def work() -> Change:
            known = engine.labels.get(label)
            there = {
                tag.photo for tag in engine.catalog.tags.among(label, ids) if tag.state in states
            }
            some = [photo for photo in ids if (photo in there) == among]
            return Change(known, verdict, len(some), engine.tagging.click(label, some, verdict))

        self._change(work)

    def _change(self, work: Callable[[], Change]) -> None:
        def done(change: Change) -> None:
            if change.photos:
                self._history = [*self._history[-MOST_UNDO + 1 :], change]
            if change.verdict is Verdict.RIGHT:
                number = change.label.id
                others = [one for one in self._recent if one != number]
                self._recent = [number, *others][:MOST_RECENT]
            self.done.emit(change)
            self.look()

        self._bridge.run(Lane.TAGS, work, done, self._fail)

    def _fail(self, error: PhotoclipError) -> None:
        self.failed.emit(error)
        if isinstance(error, LabelError):
            # It may be gone, and whoever offered it should know.
            self.look()

    def _tell(self, known: Known | None) -> None:
        if known is not None:
            self._known, self._counts = known, dict(known.counts)
            self.told.emit()
            self.changed.emit()


# All below runs on workers.


def _known(engine: Engine, before: tuple[int, int]) -> Known | None:
    labels, tags = engine.catalog.labels, engine.catalog.tags
    now = (labels.generation, tags.generation)
    if now == before:
        return None
    return Known(tuple(labels.all()), tuple(tags.counts().items()), now)


def _without(engine: Engine, label: LabelId, photos: Iterable[PhotoId]) -> list[PhotoId]:
    tags = engine.catalog.tags.among(label, photos)
    there = {tag.photo for tag in tags if tag.state is TagState.ACCEPTED}
    return [photo for photo in photos if photo not in there]


def tags_of(engine: Engine, photos: Sequence[PhotoId]) -> TagsOfPhotos:
    """The labels of photos, by name."""
    if len(photos) == 1:
        tags = engine.catalog.tags.of_photo(photos[0])
        labels = engine.catalog.labels.many(tag.label for tag in tags)
        each = [tagged(labels[tag.label], tag) for tag in tags if tag.label in labels]
    else:
        counts = engine.catalog.tags.counts_among(photos)
        labels = engine.catalog.labels.many(counts)
        each = [
            Tagged(labels[number], some.accepted, some.suggested)
            for number, some in counts.items()
            if number in labels
        ]
    each = [one for one in each if one.accepted or one.suggested]
    each.sort(key=lambda one: key_of(one.label.name).split("/"))
    return TagsOfPhotos(tuple(photos), tuple(each))
