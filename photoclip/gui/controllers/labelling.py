"""Labels in the window: which there are, on how many photos, and changing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.catalog.tags import TagCounts
from photoclip.domain import Label, LabelId, PhotoId
from photoclip.domain.names import key_of
from photoclip.engine import Engine
from photoclip.errors import ModelError, PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.albums import photos_of
from photoclip.gui.controllers.rereading import Rereading
from photoclip.gui.sections.label_tree import LabelRow
from photoclip.library.export import write
from photoclip.tagging.service import Undo, Verdict

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a label on photos, and what undoes it.

    unknown: how many files and folders hold no photo of the library. problems: files that can be
    no examples, and why.
    """

    label: Label
    photos: Sequence[PhotoId]
    verdict: Verdict
    undo: Undo
    unknown: int = 0
    problems: tuple[PhotoclipError, ...] = ()


class Labelling(QObject):
    """told(list of LabelRow): by name, each right before those below it. failed(PhotoclipError).
    sets_told(list of LabelSet): those that ship with photoclip.

    Each change is told with what undoes it: made(Label), edited(Label, Label: before and now),
    removed(RemovedLabel), put_back(Label), brought(Added): from a set or a file; said(Said).
    refused(Label, PhotoclipError): this one cannot be kept as it is. exported(Path).
    """

    told = Signal(object)
    sets_told = Signal(object)
    made = Signal(object)
    edited = Signal(object, object)
    removed = Signal(object)
    restored = Signal(object)
    brought = Signal(object)
    said = Signal(object)
    exported = Signal(object)
    refused = Signal(object, object)
    failed = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._reading = Rereading(bridge, Lane.LABELS, lambda: rows_of(engine), self._tell)
        self._known: dict[LabelId, LabelRow] = {}

    @property
    def rows(self) -> Sequence[LabelRow]:
        """Those there are, by name."""
        return list(self._known.values())

    def row(self, label: LabelId) -> LabelRow | None:
        """One of them, as it was read last."""
        return self._known.get(label)

    @Slot()
    def read(self) -> None:
        """Read and count them; told when that is done."""
        self._reading.read()

    @Slot()
    def read_sets(self) -> None:
        """Read what label sets ship with photoclip; they never change."""
        labels = self._engine.labels
        self._bridge.run(Lane.LABELS, labels.sets, self.sets_told.emit, self.failed.emit)

    def keep(self, draft: Label) -> None:
        """Make a label of a draft without a number, or change the one with that number."""
        labels = self._engine.labels

        def work() -> tuple[Label | None, Label]:
            others = _fields(draft)
            # Examples are kept at once, by those who read them; a draft may not know yet.
            del others["examples"], others["counterexamples"]
            if not draft.id:
                return None, labels.add(draft.name, **others)
            before = labels.get(draft.id)
            return before, labels.edit(draft.id, name=draft.name, **others)

        def tell(change: tuple[Label | None, Label]) -> None:
            before, now = change
            if before is None:
                self.made.emit(now)
            elif before != now:
                self.edited.emit(before, now)

        self._change(work, tell, lambda error: self.refused.emit(draft, error))

    def named(self, name: str) -> Label | None:
        """The one of this name, in whatever case."""
        key = key_of(name)
        rows = self._known.values()
        return next((row.label for row in rows if key and key_of(row.label.name) == key), None)

    def change(self, label: Label, **changes: Any) -> None:
        """Change some of what a label is."""
        labels = self._engine.labels
        self._change(
            lambda: labels.edit(label.id, **changes), lambda now: self.edited.emit(label, now)
        )

    def remove(self, label: Label) -> None:
        """Forget one with its tags."""
        labels = self._engine.labels
        self._change(lambda: labels.remove(label.id), self.removed.emit)

    def remove_many(self, gone: Sequence[Label]) -> None:
        """Forget labels that were just made, without a word."""
        labels = self._engine.labels
        self._change(lambda: [labels.remove(label.id) for label in gone], None)

    def put_back(self, removed: Any) -> None:
        """One as it was, with its tags."""
        labels = self._engine.labels
        self._change(lambda: labels.put_back(removed), self.restored.emit)

    def add_set(self, name: str) -> None:
        """Add one of the sets that ship with photoclip."""
        labels = self._engine.labels
        self._change(lambda: labels.add_set(name), self.brought.emit)

    def import_from(self, path: Path) -> None:
        """Add the labels of a file; those that are known stay as they are."""
        labels = self._engine.labels
        self._change(lambda: labels.import_file(path), self.brought.emit)

    def export_to(self, path: Path) -> None:
        """Write all labels: JSON where the name ends so, else plain text."""
        labels = self._engine.labels

        def work() -> Path:
            is_json = path.suffix.lower() == ".json"
            write(path, labels.export_json() if is_json else labels.export_text())
            return path

        self._bridge.run(Lane.LABELS, work, self.exported.emit, self.failed.emit)

    def say(
        self,
        label: Label,
        contents: Iterable[PhotoId | Path],
        verdict: Verdict = Verdict.RIGHT,
        done: Callable[[Said], object] | None = None,
    ) -> None:
        """A person's word about a label on photos, or files and folders of the library.

        done: is told instead of everybody.
        """
        engine, contents = self._engine, tuple(contents)

        def work() -> Said:
            photos, unknown = photos_of(engine, contents)
            undo = engine.tagging.click(label.id, photos, verdict)
            return Said(label, photos, verdict, undo, unknown)

        self._change(work, done or self.said.emit)

    def take_back(self, undo: Undo, done: Callable[[], object] | None = None) -> None:
        """What was known before a person spoke, without a word."""
        tagging = self._engine.tagging
        tell = None if done is None else lambda _: done()
        self._change(lambda: tagging.undo(undo), tell)

    def _change(
        self,
        work: Callable[[], T],
        tell: Callable[[T], object] | None,
        failed: Callable[[PhotoclipError], object] | None = None,
    ) -> None:
        def done(result: T) -> None:
            if tell is not None:
                tell(result)
            self.read()

        def fail(error: PhotoclipError) -> None:
            (failed or self.failed.emit)(error)
            # What was on screen may be gone.
            self.read()

        self._bridge.run(Lane.LABELS, work, done, fail)

    def _tell(self, rows: list[LabelRow]) -> None:
        self._known = {row.label.id: row for row in rows}
        self.told.emit(rows)


def rows_of(engine: Engine) -> list[LabelRow]:
    """All labels with how many photos have them. On a worker."""
    counts = engine.catalog.tags.counts()
    try:
        outdated = {label.id for label in engine.tagging.outdated()}
    except ModelError:
        # Told by search, which needs it more.
        outdated = set()
    found = []
    for label in engine.labels.all():
        some = counts.get(label.id, TagCounts())
        numbers = some.accepted, some.suggested, some.rejected
        found.append(LabelRow(label, *numbers, label.id in outdated))
    return found


def _fields(label: Label) -> dict[str, Any]:
    """All but its number and its name."""
    return {one.name: getattr(label, one.name) for one in fields(Label)[2:]}
