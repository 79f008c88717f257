"""Which page of the middle of the window answers what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from photoclip.errors import PhotoclipError
from photoclip.gui import answers
from photoclip.gui.controllers.searching import Answer
from photoclip.gui.error_wording import sentence
from photoclip.gui.views.browser import Browser


class Place(Enum):
    """What a person went to: photos, or something in their place."""

    PHOTOS = auto()
    PROBLEMS = auto()
    DUPLICATES = auto()
    WELCOME = auto()
    REVIEW = auto()
    SIDECARS = auto()
    LABELS = auto()


class Paging(QObject):
    """place, error, folders (how many are watched, None: not known yet) and indexing decide."""

    def __init__(self, browser: Browser, parent: QObject) -> None:
        super().__init__(parent)
        self._browser = browser
        self._pages: dict[Place, Callable[[], QWidget]] = {
            Place.PROBLEMS: lambda: browser.problems,
            Place.WELCOME: lambda: browser.welcome,
        }
        self.place = Place.PHOTOS
        self.error: PhotoclipError | None = None
        self.folders: int | None = None
        self.indexing = False

    def add(self, place: Place, page: Callable[[], QWidget]) -> None:
        """A place has this page, which is asked for when somebody goes there."""
        self._pages[place] = page

    def show(self, answer: Answer | None, folder: str) -> None:
        """Show the page for an answer, None where there is none yet.

        folder: what its scope is called.
        """
        self._browser.show_page(self._page(answer, folder))

    def _page(self, answer: Answer | None, folder: str) -> QWidget:
        browser = self._browser
        if self.place is not Place.PHOTOS:
            return self._pages[self.place]()
        if self.error is not None:
            return self._error_page(self.error)
        if answer is None or self.folders is None:
            browser.loading.say(self.tr("Opening your photos…"), "")
            return browser.loading
        if answer.ids:
            return browser.grid
        if self.folders == 0:
            return browser.welcome
        return self._empty_page(answer, folder)

    def _error_page(self, error: PhotoclipError) -> QWidget:
        place = f"{error.path}\n" if error.path is not None else ""
        title = self.tr("Search does not work now")
        self._browser.error.say(title, place + sentence(error))
        return self._browser.error

    def _empty_page(self, answer: Answer, folder: str) -> QWidget:
        browser, query = self._browser, answer.query
        if self.indexing and not answer.more:
            browser.loading.say(
                self.tr("Looking through your folders…"),
                self.tr("Photos show up here as they are read. You can search them at once."),
            )
            return browser.loading
        browser.nothing.clear.setVisible(not query.is_everything)
        browser.nothing.closest.setVisible(bool(answer.more))
        browser.nothing.tune.setVisible(query.is_label and not answer.problems)
        browser.nothing.widen.setVisible(query.scope is not None and not query.is_browsing)
        browser.nothing.draw("empty" if query.is_browsing else "nothing")
        browser.nothing.say(*answers.nothing(answer, folder))
        return browser.nothing
