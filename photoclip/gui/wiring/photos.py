"""What can be done with the chosen photos, in the grid and in the viewer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence

from photoclip.domain import PhotoId
from photoclip.gui.bridge import Lane
from photoclip.gui.commands import Command, Menu, Needs, Situation
from photoclip.gui.controllers import folders as reading
from photoclip.gui.controllers.paging import Place
from photoclip.gui.models.photos import PhotoGridModel

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.viewer.viewer import Viewer


class PhotoWiring(QObject):
    """Between grid, viewer, and the actions on photos."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._add_commands()
        self._connect()
        self._offer()

    def _add_commands(self) -> None:
        add, window, on = self._window.commands.add, self._window, self._window.photo_actions
        everything = QKeySequence.StandardKey.SelectAll
        add(
            Command(
                "select_all",
                self.tr("Select all"),
                Menu.EDIT,
                keys=(everything,),
                needs=Needs.GRID,
                group=1,
            ),
            window.grid.selectAll,
        )
        opening, revealing = self.tr("Open in another program"), self.tr("Show in the file manager")
        for group, name, text, icon, key, needs, act in (
            (
                0,
                "similar",
                self.tr("Find similar photos"),
                "similar",
                "Ctrl+L",
                Needs.PHOTOS,
                self.find_similar,
            ),
            (1, "open", opening, "open", "Ctrl+Return", Needs.FEW_PHOTOS, on.open),
            (1, "reveal", revealing, "reveal", "Ctrl+R", Needs.ONE_PHOTO, on.reveal),
            (
                1,
                "copy_path",
                self.tr("Copy path"),
                "copy",
                "Ctrl+Shift+C",
                Needs.PHOTOS,
                on.copy_paths,
            ),
        ):
            command = Command(
                name, text, Menu.PHOTO, icon, (key,), needs, on_photos=True, group=group
            )
            add(command, partial(self._act_on_chosen, act))

    def _act_on_chosen(self, act: Callable[[list[PhotoId]], None]) -> None:
        act(self._window.chosen())

    def _connect(self) -> None:
        window = self._window
        feed_rows(window, window.photo_model)
        window.grid.opened.connect(window.looking.look_at)
        window.grid.menu_wanted.connect(window.menus.of_photos)
        window.grid.selection_changed.connect(self._offer)
        window.looking.changed.connect(self._offer)
        window.pages.review.once_made(lambda page: page.chosen_changed.connect(self._offer))
        window.gallery.searching.answered.connect(self._offer)
        window.albums.current_changed.connect(self._offer)
        window.gallery.place_changed.connect(self._offer)
        window.pages.labels.once_made(lambda page: page.place_changed.connect(self._offer))
        window.pages.viewer.once_made(self._connect_viewer)
        window.photo_actions.told.connect(window.notice.tell)
        window.photo_actions.failed.connect(window.complain)

    def _connect_viewer(self, viewer: Viewer) -> None:
        window = self._window
        viewer.menu_wanted.connect(window.menus.of_photos)
        viewer.similar_wanted.connect(self.find_similar)
        viewer.open_wanted.connect(window.photo_actions.open)
        viewer.reveal_wanted.connect(window.photo_actions.reveal)

    @Slot(object)
    def find_similar(self, photos: list[PhotoId]) -> None:
        """Search by photos of the library."""
        self._window.looking.close()
        self._window.gallery.search_photos(photos)

    @Slot()
    def _offer(self) -> None:
        window = self._window
        viewing, reviewing = window.looking.open_now, window.gallery.place is Place.REVIEW
        photos = 1 if viewing else window.grid.count_selected()
        if reviewing and not viewing:
            photos = len(window.review_page.chosen_photos())
        answer = window.gallery.answer
        ranked = answer is not None and not answer.query.is_browsing
        in_album = window.albums.current is not None
        at_labels = window.gallery.place is Place.LABELS
        tuning = at_labels and window.labels_page.label is not None
        own_order = in_album and window.gallery.in_own_order
        window.commands.offer(
            Situation(photos, viewing, ranked, in_album, tuning, reviewing, own_order)
        )


def feed_rows(window: MainWindow, model: PhotoGridModel) -> None:
    """Have what a model wants to know of photos read by a worker, again when it may be other."""
    engine = window.engine

    def read(photos: list[PhotoId]) -> None:
        window.bridge.run(
            Lane.CATALOG,
            lambda: reading.photo_rows(engine, photos),
            model.set_rows,
            window.complain,
        )

    model.rows_wanted.connect(read)
    window.rows_outdated.connect(model.forget_rows)
