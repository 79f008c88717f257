"""Looks for duplicates and moves them to the trash on a worker, as tasks among the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from photoclip.domain import CancelToken, Progress, ProgressCallback
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui import duplicate_wording
from photoclip.gui.bridge import Lane
from photoclip.gui.controllers.single import SingleTask
from photoclip.search.duplicate_finder import Finds
from photoclip.search.duplicates import Duplicate


@dataclass(frozen=True, slots=True)
class Choice:
    """Of one group: what stays, and what goes to the trash."""

    keep: Duplicate
    others: tuple[Duplicate, ...]

    @property
    def size(self) -> int:
        """Bytes that the others take."""
        return sum(one.photo.size for one in self.others)


@dataclass
class Moved:
    """moved: files in the trash, of so many bytes. problems: why others are where they were."""

    moved: list[Path] = field(default_factory=list)
    size: int = 0
    problems: list[PhotoclipError] = field(default_factory=list)


class Duplicates(SingleTask):
    """told(Finds): what was found. moved(Moved): what went to the trash, also where it was ended
    early. Photos that were looked at until then are remembered.
    """

    told = Signal(object)
    moved = Signal(object)

    LANE = Lane.DUPLICATES

    @Slot()
    def look(self) -> None:
        """Look through the whole library; nothing where work is under way."""
        finder = self._engine.duplicates

        def work(cancel: CancelToken, progress: ProgressCallback) -> Finds:
            return finder.find(cancel=cancel, progress=progress)

        def in_words(found: Finds) -> str:
            return duplicate_wording.found(len(found.groups))

        self._run(self.tr("Looking for duplicates"), work, in_words, self.told.emit)

    def discard(self, choices: Sequence[Choice]) -> None:
        """Move the others of each choice to the trash; nothing where work is under way."""
        trash = self._engine.trash

        def work(cancel: CancelToken, _: ProgressCallback) -> Moved:
            done = Moved()
            for choice in choices:
                for one in choice.others:
                    try:
                        cancel.check()
                    except Cancelled:
                        return done  # what was moved so far has to be told
                    part = trash.discard([one.path], choice.keep.path)
                    done.moved += part.moved
                    done.problems += part.problems
                    done.size += one.photo.size if part.moved else 0
            return done

        def in_words(done: Moved) -> str:
            return duplicate_wording.moved(len(done.moved), done.size)

        self._run(self.tr("Moving duplicates to the trash"), work, in_words, self.moved.emit)

    def _progress_in_words(self, progress: Progress) -> str:
        return duplicate_wording.progress(progress)
