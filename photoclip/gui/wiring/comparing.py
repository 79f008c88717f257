"""Two models beside each other, in a dialog that is made when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.clip.prompts import load_queries
from photoclip.domain import PhotoId
from photoclip.gui.bridge import Lane
from photoclip.gui.commands import Command, Menu
from photoclip.gui.controllers.comparison import ComparisonRun
from photoclip.gui.controllers.inventory import Inventory
from photoclip.gui.controllers.pictures import draw_tile
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.search.contrast import Comparison

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.comparison.dialog import ComparisonDialog

# Searches to begin with.
FEW = 8


class CompareWiring(QObject):
    """Between the dialog and the comparison."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ComparisonDialog | None = None
        self.run = ComparisonRun(window.engine, window.bridge, window.tasks, self)
        self._inventory = Inventory(window.engine, window.bridge, self)
        command = Command("compare", self.tr("Compare models…"), Menu.EDIT, "chip", group=8)
        window.commands.add(command, self.open)
        window.comparing = self

    @property
    def dialog(self) -> ComparisonDialog:
        """The dialog, made now where nobody wanted it so far."""
        if self._dialog is None:
            self._dialog = self._made()
        return self._dialog

    @Slot()
    def open(self) -> None:
        """Show the dialog, with the searches of late."""
        recent = self._window.browser.search.recent.model.texts
        self.dialog.offer([*recent, *load_queries()][:FEW])
        self.dialog.open()

    @Slot()
    def stop(self) -> None:
        """End a comparison that is under way."""
        self.run.stop()

    def _made(self) -> ComparisonDialog:
        from photoclip.gui.views.comparison.dialog import ComparisonDialog
        from photoclip.gui.views.comparison.results import Results

        window, run = self._window, self.run
        draw = partial(draw_tile, window.engine)
        thumbnails = ThumbnailLoader(window.bridge, draw, parent=self)
        dialog = ComparisonDialog(window, Results(thumbnails))
        dialog.look_wanted.connect(self._inventory.look_at_models)
        self._inventory.models_told.connect(dialog.show_models)
        self._inventory.failed.connect(dialog.show_error)
        dialog.start_wanted.connect(run.start)
        dialog.stop_wanted.connect(run.stop)
        run.begun.connect(dialog.show_begun)
        run.progressed.connect(dialog.show_progress)
        run.failed.connect(dialog.show_error)
        run.ended.connect(dialog.show_ended)
        run.told.connect(self._show)
        return dialog

    @Slot(object)
    def _show(self, found: Comparison) -> None:
        engine, dialog = self._window.engine, self.dialog
        shown = {place.photo for one in found.contrasts for side in one.places for place in side}
        self._window.bridge.run(
            Lane.CATALOG,
            lambda: engine.catalog.files.paths_of(sorted(shown, key=PhotoId)),
            lambda places: dialog.results.show_comparison(found, places),
        )
        few = found.photos < found.asked
        dialog.say(self.tr("No more photos are within reach.") if few else "")
