"""Compares two models on a worker, as a task among the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from photoclip.domain import CancelToken, ProgressCallback
from photoclip.gui.bridge import Lane
from photoclip.gui.controllers.single import SingleTask
from photoclip.search.contrast import Comparison


class ComparisonRun(SingleTask):
    """One comparison at a time; vectors made until it is ended stay. told(Comparison)."""

    told = Signal(object)

    LANE = Lane.COMPARE

    def start(self, choices: tuple[str, str], queries: Sequence[str], photos: int) -> None:
        """Compare two models, named as in the settings; nothing where one is under way."""
        comparer = self._engine.comparer

        def work(cancel: CancelToken, progress: ProgressCallback) -> Comparison:
            return comparer.compare(
                choices, queries, photos=photos, cancel=cancel, progress=progress
            )

        self._run(
            self.tr("Comparing models"),
            work,
            lambda _: self.tr("The models are compared"),
            self.told.emit,
            text=self.tr("Opening the models…"),
        )
