"""Between searches and the middle of the window: what is asked, and which page answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from photoclip.domain import FolderScope, Order, PhotoId, RootId
from photoclip.engine import Engine
from photoclip.errors import ModelError, PhotoclipError
from photoclip.gui import answers, dropping
from photoclip.gui.bridge import Bridge
from photoclip.gui.controllers.narrowing import Narrowing
from photoclip.gui.controllers.paging import Paging, Place
from photoclip.gui.controllers.searching import Answer, Query, Searching
from photoclip.gui.models.match import Match
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.browser import Browser
from photoclip.search.offering import with_term, without_term
from photoclip.search.query import Term, Unusable

_BROWSING = tuple(order for order in Order if order is not Order.RELEVANCE)


class Gallery(QObject):
    """failed: a search by pictures came to nothing. place_changed: something else in place of
    photos, or back.

    scope_changed: photos of another folder are asked for (FolderScope, or None for all).
    asked_changed: something else is asked for than before.
    """

    failed = Signal(object)
    place_changed = Signal()
    scope_changed = Signal(object)
    asked_changed = Signal()
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
        self._browser = browser
        self._model = model
        self.searching = Searching(engine, bridge, self)
        self._narrowing = Narrowing(engine, bridge, browser.search, model, thumbnails, self)
        self._asked = Query()
        self._folder = ""
        self._browse_order = Order.NEWEST
        self._hit_order = Order.RELEVANCE
        self._shown: Answer | None = None
        self._paging = Paging(browser, self)
        self._connect()
        self._update_page()

    @property
    def in_own_order(self) -> bool:
        """Whether the photos of an album are shown as they lie in it."""
        shown = self._shown is not None and self._shown.query == self._asked
        here = self.place is Place.PHOTOS and shown
        return here and self._asked.is_album and self._asked.order is Order.RELEVANCE

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._shown

    @property
    def asked(self) -> Query:
        """What is asked for; its answer may still be on the way."""
        return self._asked

    @property
    def scope(self) -> FolderScope | None:
        """The folder that photos are asked for from."""
        return self._asked.scope

    @property
    def title(self) -> str:
        """What photos are shown, in a few words."""
        return answers.title(self._asked, self._folder)

    @property
    def at_problems(self) -> bool:
        """Whether problems are shown in place of photos."""
        return self._paging.place is Place.PROBLEMS

    @property
    def at_duplicates(self) -> bool:
        """Whether duplicates are shown in place of photos."""
        return self._paging.place is Place.DUPLICATES

    @property
    def place(self) -> Place:
        """Where the person is: at photos, or at something in their place."""
        return self._paging.place

    def why(self, photo: PhotoId) -> Match | None:
        """Why a photo is among the answers; None where nothing was compared."""
        shown = self._shown
        at_photos = self._paging.place is Place.PHOTOS
        if shown is None or not at_photos or photo not in shown.scores:
            return None
        score, rank = shown.scores[photo], shown.scores.rank(photo)
        query = shown.query
        # Pictures come before what was typed.
        names = self._narrowing.names(query)
        named = [
            (names[at] if at < len(names) else name, cosine)
            for at, (name, cosine) in enumerate(shown.scores.parts(photo))
        ]
        what = self._narrowing.label(query)
        return Match(what, not query.has_pictures, score, rank, shown.searched, tuple(named))

    # What the person wants.

    @Slot(str)
    def search_text(self, text: str) -> None:
        """Search as words are typed; no words: all photos."""
        self._ask(replace(self._asked, text=text.strip()), typing=bool(text.strip()))

    def search_saved(self, text: str, *terms: Term) -> None:
        """Search for a text and filters in all folders, and show both in the box."""
        self._browser.search.show_text(text)
        self._ask(Query(text, terms=terms))

    def search_pictures(self, sources: tuple[Path | bytes, ...]) -> None:
        """Find photos similar to pictures from elsewhere, and nothing else."""
        self._compare_with(pictures=sources)

    def search_photos(self, photos: list[PhotoId]) -> None:
        """Find photos similar to photos of the library, and nothing else."""
        if photos:
            self._compare_with(photos=tuple(photos))

    def add_pictures(
        self, pictures: Sequence[Path | bytes] = (), photos: Sequence[PhotoId] = ()
    ) -> bool:
        """Compare with these, too. Returns whether there was room for all."""
        asked, most = self._asked, dropping.MOST_PICTURES
        all_photos = tuple(dict.fromkeys((*asked.photos, *photos)))
        all_pictures = tuple(dict.fromkeys((*asked.pictures, *pictures)))
        kept = all_photos[: most - len(asked.pictures)]
        room = most - len(kept)
        self._ask(replace(asked, photos=kept, pictures=all_pictures[:room]))
        return len(all_photos) + len(all_pictures) <= most

    def call_picture(self, picture: bytes, name: str) -> None:
        """Give a picture a name that is better than none."""
        self._narrowing.call(picture, name)

    @Slot(object, bool)
    def set_filter(self, term: Term, on: bool) -> None:
        """Narrow the search by a filter beside what was typed, or do not any more."""
        change = with_term if on else without_term
        self._ask(replace(self._asked, terms=change(self._asked.terms, term)))

    def set_scope(self, scope: FolderScope | None, label: str = "") -> None:
        """Show only photos of a folder, called label; None: of all folders."""
        self._folder = label if scope is not None else ""
        self._ask(replace(self._asked, scope=scope))

    @Slot(object)
    def set_order(self, order: Order) -> None:
        """Put the photos in another order; that of browsing stays for the next time."""
        if not self._asked.is_browsing:
            self._hit_order = order
        elif order is not Order.RELEVANCE:
            self._browse_order = order
        self._ask(self._asked)

    def state(self) -> object:
        """The order of photos that are compared with nothing."""
        return self._browse_order.value

    def restore(self, state: object) -> None:
        """Take what state() gave, for the next list of photos."""
        if isinstance(state, str) and state in _BROWSING:
            self._browse_order = Order(state)

    @Slot()
    def show_everything(self) -> None:
        """Back to all photos."""
        self._browser.search.show_text("")
        self._ask(Query())

    @Slot()
    def show_more(self) -> None:
        """Show photos that do not clearly match, too."""
        self._ask(replace(self._asked, everything=True))

    @Slot()
    def show_problems(self) -> None:
        """Show the files that could not be read."""
        self.go(Place.PROBLEMS)

    @Slot()
    def show_duplicates(self) -> None:
        """Show the photos that are one picture."""
        self.go(Place.DUPLICATES)

    def add_place(self, place: Place, page: Callable[[], QWidget]) -> None:
        """A place to go to has this page, which is asked for when somebody goes there."""
        self._paging.add(place, page)

    def go(self, place: Place) -> None:
        """Show the page of a place."""
        if place is not self._paging.place:
            self._paging.place = place
            self._update_page()
            self.place_changed.emit()

    @Slot()
    def show_welcome(self) -> None:
        """Show the first page again, until the person goes somewhere else."""
        self.go(Place.WELCOME)

    # What happened elsewhere.

    def set_folders(self, count: int) -> None:
        """So many folders are watched."""
        self._paging.folders = count
        self._update_page()

    def forget_folder(self, root: RootId) -> None:
        """A folder is not watched any more."""
        if self.scope is not None and self.scope.root == root:
            self.set_scope(None)

    def set_indexing(self, running: bool) -> None:
        """Indexing began or ended."""
        if running != self._paging.indexing:
            self._paging.indexing = running
            self._update_page()

    @Slot()
    def refresh(self) -> None:
        """The catalog changed: ask the same again, and keep what is on screen in place."""
        if self._paging.error is None:
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
        search.chip_removed.connect(self._remove_chip)
        search.chip_turned.connect(self._turn_chip)
        search.chips_cleared.connect(self.show_everything)
        browser.line.order_chosen.connect(self.set_order)
        browser.nothing.clear_wanted.connect(self.show_everything)
        browser.nothing.widen_wanted.connect(self._widen)
        browser.nothing.closest_wanted.connect(self.show_more)
        browser.more.more_wanted.connect(self.show_more)
        browser.error.retry_wanted.connect(self._retry)
        browser.grid.escaped.connect(search.step_back)

    def _compare_with(
        self, pictures: tuple[Path | bytes, ...] = (), photos: tuple[PhotoId, ...] = ()
    ) -> None:
        self._browser.search.show_text("")
        # The same picture twice is one chip, and counts once.
        pictures, photos = tuple(dict.fromkeys(pictures)), tuple(dict.fromkeys(photos))
        self._ask(replace(self._asked, text="", pictures=pictures, photos=photos))

    def _ask(self, query: Query, *, typing: bool = False) -> None:
        self.go(Place.PHOTOS)
        query = _anew(query, self._asked)
        if _compared(query) != _compared(self._asked):
            # The order was chosen for other hits than these.
            self._hit_order = Order.RELEVANCE
        if query.scope is None:
            self._folder = ""
        order = self._browse_order if query.is_browsing else self._hit_order
        moved, self._asked = query.scope != self.scope, replace(query, order=order)
        comparing, album = not query.is_browsing, query.is_album
        self._browser.line.show_order(order, comparing=comparing, album=album)
        self._narrowing.show(self._asked, self._folder)
        if typing:
            self.searching.type(self._asked)
        else:
            self.searching.ask(self._asked)
        if moved:
            self.scope_changed.emit(self.scope)
        self.asked_changed.emit()

    @Slot(str)
    def _remove_chip(self, key: str) -> None:
        self._ask(self._narrowing.without(self._asked, key))

    @Slot(str)
    def _turn_chip(self, key: str) -> None:
        self._ask(self._narrowing.turned(self._asked, key))

    @Slot()
    def _widen(self) -> None:
        self.set_scope(None)

    @Slot(object)
    def _show(self, answer: Answer) -> None:
        if answer.unusable:
            self._leave_out(answer.unusable)
            return
        first = self._shown is None
        self._paging.error = None
        if self._shown is not None and _same_search(self._shown.query, answer.query):
            self._browser.grid.refresh(answer.ids, answer.scores, answer.days, answer.names)
        else:
            self._model.show(answer.ids, answer.scores, answer.days, answer.names)
            self._browser.grid.show_from_top()
        self._shown = answer
        self._browser.result.setText(answers.line(answer, self._folder))
        self._browser.note.say(answers.note(answer))
        self._browser.more.say(answers.more(answer))
        self._update_page()
        if first:
            self.first_answered.emit()

    def _leave_out(self, unusable: Sequence[Unusable]) -> None:
        """Say why pictures cannot be compared with, and ask for the rest."""
        self.failed.emit(unusable[0].error)
        broken = {one.source for one in unusable}
        asked = self._asked
        pictures = tuple(one for one in asked.pictures if one not in broken)
        photos = tuple(one for one in asked.photos if one not in broken)
        self._ask(replace(asked, pictures=pictures, photos=photos))

    @Slot(object, object)
    def _fail(self, query: Query, error: PhotoclipError) -> None:
        if isinstance(error, ModelError) or query.is_browsing:
            self._paging.error = error
            self._update_page()
            return
        self.failed.emit(error)
        self._browser.search.show_text("")
        self._ask(replace(self._asked, text="", pictures=(), photos=(), terms=()))

    @Slot()
    def _retry(self) -> None:
        self._paging.error = None
        self.searching.again()

    def _update_page(self) -> None:
        self._paging.show(self._shown, self._folder)


def _compared(query: Query) -> tuple[object, ...]:
    # Words that are typed on are the same search.
    return bool(query.text), query.pictures, query.photos


def _same_search(one: Query, other: Query) -> bool:
    """Whether two queries differ at most in order and in how much of the answer is wanted."""
    return replace(one, order=other.order, everything=other.everything) == other


def _anew(query: Query, before: Query) -> Query:
    """What did not match before may do now."""
    same = (query.text, _compared(query)) == (before.text, _compared(before))
    return query if same else replace(query, everything=False)
