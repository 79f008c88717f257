"""Between searches and the middle of the window: what is asked, and which page answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from photoclip.domain import PhotoId
from photoclip.engine import Engine
from photoclip.errors import ModelError, PhotoclipError
from photoclip.gui import dropping, wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers import pictures
from photoclip.gui.controllers.searching import Answer, Query, Searching
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.browser import Browser

CHIP_SIDE = 64


class Gallery(QObject):
    """failed: a search by pictures came to nothing. place_changed: problems instead of photos."""

    failed = Signal(object)
    place_changed = Signal(bool)
    first_answered = Signal()

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        browser: Browser,
        model: PhotoGridModel,
        thumbnails: ThumbnailLoader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._browser = browser
        self._model = model
        self._thumbnails = thumbnails
        self.searching = Searching(engine, bridge, self)
        self._shown: Answer | None = None
        self._error: PhotoclipError | None = None
        self._folders: int | None = None
        self._indexing = False
        self._problems = False
        self._connect()
        self._update_page()

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._shown

    # What the person wants.

    @Slot(str)
    def search_text(self, text: str) -> None:
        """Search as words are typed; no words: all photos."""
        self._go_to_photos()
        if text.strip():
            self.searching.type(text)
        else:
            self.searching.ask(Query())

    def search_pictures(self, sources: tuple[Path | bytes, ...]) -> None:
        """Find photos similar to pictures from elsewhere."""
        self._go_to_photos()
        self._browser.search.show_picture(None, dropping.label(sources))
        engine, first = self._engine, sources[0]
        self._draw_chip(
            Query(pictures=sources), lambda: pictures.draw_source(engine, first, CHIP_SIDE)
        )
        self.searching.ask(Query(pictures=sources))

    def search_photos(self, photos: list[PhotoId]) -> None:
        """Find photos similar to photos of the library."""
        if not photos:
            return
        self._go_to_photos()
        query, engine = Query(photos=tuple(photos)), self._engine
        self._browser.search.show_picture(self._thumbnails.tile(photos[0]), self._label(photos))
        if self._thumbnails.tile(photos[0]) is None:
            self._draw_chip(query, lambda: pictures.draw_tile(engine, photos[0], CHIP_SIDE))
        self.searching.ask(query)

    @Slot()
    def show_everything(self) -> None:
        """Back to all photos, newest first."""
        self._go_to_photos()
        self._browser.search.drop_picture()
        self._browser.search.show_text("")
        self.searching.ask(Query())

    @Slot()
    def show_problems(self) -> None:
        """Show the files that could not be read."""
        self._set_place(problems=True)

    # What happened elsewhere.

    def set_folders(self, count: int) -> None:
        """So many folders are watched."""
        self._folders = count
        self._update_page()

    def set_indexing(self, running: bool) -> None:
        """Indexing began or ended."""
        if running != self._indexing:
            self._indexing = running
            self._update_page()

    @Slot()
    def refresh(self) -> None:
        """The catalog changed: ask the same again, and keep what is on screen in place."""
        if self._error is None:
            self.searching.again()

    def apply_theme(self) -> None:
        """The chip's picture is in no theme's colours; pages are the browser's."""
        self._browser.apply_theme()

    # The rest.

    def _connect(self) -> None:
        search, browser = self._browser.search, self._browser
        self.searching.answered.connect(self._show)
        self.searching.failed.connect(self._fail)
        search.edited.connect(self.search_text)
        search.cleared.connect(self.show_everything)
        search.picture_removed.connect(self.show_everything)
        browser.nothing.clear_wanted.connect(self.show_everything)
        browser.error.retry_wanted.connect(self._retry)
        browser.grid.escaped.connect(self.show_everything)

    @Slot(object)
    def _show(self, answer: Answer) -> None:
        first = self._shown is None
        self._error = None
        if self._shown is not None and self._shown.query == answer.query:
            self._browser.grid.refresh(answer.ids, answer.scores)
        else:
            self._model.show(answer.ids, answer.scores)
            self._browser.grid.scrollToTop()
        self._shown = answer
        self._browser.result.setText(self._result_line(answer))
        self._update_page()
        if first:
            self.first_answered.emit()

    @Slot(object, object)
    def _fail(self, query: Query, error: PhotoclipError) -> None:
        if isinstance(error, ModelError) or query.is_everything:
            self._error = error
            self._update_page()
            return
        self.failed.emit(error)
        self.show_everything()

    @Slot()
    def _retry(self) -> None:
        self._error = None
        self.searching.again()

    def _draw_chip(self, query: Query, draw: Callable[[], QImage]) -> None:
        self._bridge.run(Lane.PICTURE, draw, partial(self._show_chip, query), self._no_chip)

    def _no_chip(self, error: PhotoclipError) -> None:
        """A picture that cannot be drawn cannot be searched for either, and that is told."""

    def _show_chip(self, query: Query, picture: QImage) -> None:
        if self.searching.query == query:
            self._browser.search.chip.set_picture(picture)

    def _label(self, photos: list[PhotoId]) -> str:
        if len(photos) > 1:
            return wording.photos(len(photos))
        row = self._model.row(photos[0])
        return row.name if row is not None else self.tr("Photo")

    def _result_line(self, answer: Answer) -> str:
        if answer.query.is_everything:
            return wording.photos(len(answer.ids))
        to = self._name(answer.query)
        if len(answer.ids) == answer.searched:
            all_of_them = self.tr("{photos}, closest to {what} first")
            return all_of_them.format(photos=wording.photos(answer.searched), what=to)
        some = self.tr("The {n} of {photos} closest to {what}")
        return some.format(
            n=wording.number(len(answer.ids)), photos=wording.photos(answer.searched), what=to
        )

    def _name(self, query: Query) -> str:
        if query.text:
            return self.tr("“{text}”").format(text=query.text)
        if len(query.photos) + len(query.pictures) > 1:
            return self.tr("these pictures")
        return self.tr("this picture")

    def _go_to_photos(self) -> None:
        self._set_place(problems=False)

    def _set_place(self, *, problems: bool) -> None:
        if problems != self._problems:
            self._problems = problems
            self._update_page()
            self.place_changed.emit(problems)

    def _update_page(self) -> None:
        self._browser.show_page(self._page())

    def _page(self) -> QWidget:
        browser = self._browser
        if self._problems:
            return browser.problems
        if self._error is not None:
            return self._error_page(self._error)
        if self._shown is None or self._folders is None:
            browser.loading.say(self.tr("Opening your photos…"), "")
            return browser.loading
        if self._shown.ids:
            return browser.grid
        if self._folders == 0:
            return browser.welcome
        return self._empty_page(self._shown.query)

    def _error_page(self, error: PhotoclipError) -> QWidget:
        place = f"{error.path}\n" if error.path is not None else ""
        title = self.tr("Search does not work now")
        self._browser.error.say(title, f"{place}{error.finding}. {error.hint}".strip())
        return self._browser.error

    def _empty_page(self, query: Query) -> QWidget:
        browser = self._browser
        if self._indexing:
            browser.loading.say(
                self.tr("Looking through your folders…"),
                self.tr("Photos show up here as they are read. You can search them at once."),
            )
            return browser.loading
        if query.is_everything:
            title = self.tr("No photos in the watched folders")
            body = self.tr("New photos show up here by themselves.")
        else:
            title = self.tr("Nothing to compare with yet")
            body = self.tr("None of your photos has been indexed so far.")
        browser.nothing.clear.setVisible(not query.is_everything)
        browser.nothing.say(title, body)
        return browser.nothing
