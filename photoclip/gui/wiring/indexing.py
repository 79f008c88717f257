"""Indexing and the model as the status tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.gui.commands import Command, Menu

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class IndexWiring(QObject):
    """Between long work, the status and the gallery."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        indexing, area = window.indexing, window.status.tasks
        area.problems_wanted.connect(window.gallery.show_problems)
        window.notice.keep_above(area.panel)
        indexing.progressed.connect(self._progressed)
        indexing.ended.connect(self._ended)
        indexing.failed.connect(window.complain)
        indexing.photos_changed.connect(window.photos_changed)
        window.readiness.told.connect(window.status.show_device)
        window.readiness.failed.connect(window.complain)
        window.tray.open_wanted.connect(window.come_to_front)
        window.tray.quit_wanted.connect(window.quit)
        window.notifier.clicked.connect(window.come_to_front)
        self._add_commands()

    def _add_commands(self) -> None:
        add, window = self._window.commands.add, self._window
        add(
            Command("pause", self.tr("Pause or go on with all tasks"), Menu.FILE, "pause"),
            window.tasks.toggle,
        )
        add(
            Command("tasks", self.tr("All tasks"), Menu.VIEW, "expand", ("Ctrl+J",)),
            window.status.tasks.toggle,
        )

    @Slot()
    def _progressed(self) -> None:
        # Where a device fails, work goes on elsewhere.
        self._window.readiness.look()
        self._window.gallery.set_indexing(True)
        self._window.folders_section.set_indexing(True)

    @Slot()
    def _ended(self) -> None:
        self._window.readiness.look()
        self._window.gallery.set_indexing(False)
        self._window.folders_section.set_indexing(False)
        self._window.look_again()
