"""Suggests labels for the photos of an album, a folder or a search, as a task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from photoclip.domain import CancelToken, PhotoId, ProgressCallback
from photoclip.errors import Cancelled
from photoclip.gui import label_wording
from photoclip.gui.bridge import Lane
from photoclip.gui.controllers.single import SingleTask
from photoclip.tagging.applying import Mode, Outcome


@dataclass(frozen=True, slots=True)
class Suggested:
    """What labels did to the photos of something with a name.

    stopped: before all of them were through.
    """

    name: str
    outcomes: Sequence[Outcome]
    stopped: bool = False

    @property
    def count(self) -> int:
        """How many suggestions there are that were not there before."""
        return sum(len(outcome.gained) for outcome in self.outcomes)


class SuggestWork(SingleTask):
    """suggested(Suggested): labels were. taken_back: that was undone."""

    suggested = Signal(object)
    taken_back = Signal()

    LANE = Lane.TAGGING

    def suggest(self, name: str, among: Callable[[], Iterable[PhotoId]]) -> None:
        """Suggest all labels for photos; nothing where work is under way.

        among: finds them, on the worker.
        """
        tagging = self._engine.tagging

        def work(cancel: CancelToken, progress: ProgressCallback) -> Suggested:
            photos = list(among())
            cancel.check()
            stored: list[Outcome] = []
            try:
                tagging.apply(
                    among=photos,
                    mode=Mode.SUGGEST,
                    cancel=cancel,
                    progress=progress,
                    on_outcome=stored.append,
                )
            except Cancelled:
                if not any(outcome.run for outcome in stored):
                    raise
                return Suggested(name, stored, stopped=True)
            return Suggested(name, stored)

        title = self.tr("Suggesting tags for “{name}”").format(name=name)
        in_words = lambda done: label_wording.suggestions(done.count)  # noqa: E731
        text = self.tr("Looking for the photos…")
        self._run(title, work, in_words, self.suggested.emit, text=text)

    def _is_partial(self, found: object) -> bool:
        return isinstance(found, Suggested) and found.stopped

    def take_back(self, outcomes: Sequence[Outcome]) -> None:
        """Undo suggestions, without a word."""
        tagging, tell = self._engine.tagging, self.taken_back.emit
        work = lambda: tagging.undo_apply(outcomes)  # noqa: E731
        self._bridge.run(Lane.TAGS, work, lambda _: tell(), self.failed.emit)
