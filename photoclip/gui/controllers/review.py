"""Goes through the suggestions that wait: decided at once on screen, and by a worker in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain import CancelToken
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.models.review_queue import ReviewQueue
from photoclip.tagging.review import Item


class Decision(Enum):
    """What a person does about a suggestion. SKIP: ask again later."""

    ACCEPT = auto()
    REJECT = auto()
    SKIP = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """What was decided together."""

    decision: Decision
    items: tuple[Item, ...]


class Reviewing(QObject):
    """told: the queue is another. undone(Step): it waits again. failed(PhotoclipError).

    unreadable(PhotoclipError): the queue could not be read.
    """

    told = Signal()
    undone = Signal(object)
    failed = Signal(object)
    unreadable = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._reading: CancelToken | None = None
        self._steps: list[Step] = []
        self.queue = ReviewQueue()
        self.read_once = False

    @Slot()
    def read(self) -> None:
        """Read what waits; told when that is done."""
        if self._reading is not None:
            self._reading.cancel()
        review = self._engine.review
        self._reading = self._bridge.run(Lane.REVIEW, review.queue, self._tell, self._fail)

    def decide(self, decision: Decision, items: Sequence[Item]) -> None:
        """Accept, reject or put off suggestions."""
        waiting = tuple(one for one in items if self.queue.item(one.photo, one.label) is not None)
        if not waiting:
            return
        review = self._engine.review
        if decision is Decision.SKIP:
            self.queue.postpone(waiting)
        else:
            self.queue.take(waiting)
        self._steps.append(Step(decision, waiting))
        act = {
            Decision.ACCEPT: review.accept,
            Decision.REJECT: review.reject,
            Decision.SKIP: review.skip,
        }[decision]
        self.told.emit()
        self._do(lambda: act(*waiting))

    @Slot()
    def undo(self) -> bool:
        """Take the latest decision back. Returns whether there was one."""
        if not self._steps:
            return False
        step = self._steps.pop()
        self.queue.put_back(step.items, decided=step.decision is not Decision.SKIP)
        self.undone.emit(step)
        self.told.emit()
        # What waits may have changed since, and where it waits is known better by the catalog.
        self._do(self._engine.review.undo, then=self.read)
        return True

    def _do(self, work: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        reading = self._reading is not None
        if self._reading is not None:
            # It began before this was decided.
            self._reading.cancel()
            self._reading = None

        def done(result: object) -> None:
            del result
            if then is not None:
                then()

        self._bridge.run(Lane.REVIEW, work, done, self._refuse)
        if reading and then is None:
            self.read()

    def _refuse(self, error: PhotoclipError) -> None:
        self.failed.emit(error)
        self.read()

    def _tell(self, items: list[Item]) -> None:
        self._reading = None
        self.read_once = True
        self.queue.show(items)
        self.told.emit()

    def _fail(self, error: PhotoclipError) -> None:
        self._reading = None
        self.unreadable.emit(error)
