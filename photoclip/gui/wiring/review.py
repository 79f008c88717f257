"""The review of suggestions: its page, its keys, and what it shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Slot

from photoclip.domain import Label, PhotoId
from photoclip.errors import PhotoclipError
from photoclip.gui import locations, tag_wording
from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.controllers.paging import Place
from photoclip.gui.controllers.pictures import Picture, Words
from photoclip.gui.controllers.review import Decision, Step
from photoclip.gui.error_wording import sentence
from photoclip.gui.wiring.photos import feed_rows
from photoclip.tagging.review import Item

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.review.page import ReviewPage

# Photos that are decoded before anybody looks at them.
AHEAD = 3


class ReviewWiring(QObject):
    """Between the page, the side panel, and what a worker does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._work = window.reviewing
        window.gallery.add_place(Place.REVIEW, window.pages.review.get)
        feed_rows(window, window.review_model)
        self._add_commands()
        window.library_section.review_wanted.connect(self.show_page)
        window.labels_section.review_wanted.connect(self.show_label)
        self._connect_work()
        window.pages.review.once_made(self._connect_page)

    @property
    def _page(self) -> ReviewPage:
        return self._window.review_page

    def _add_commands(self) -> None:
        add, about = self._window.commands.add, self.tr("suggestions, labels")
        go = Command("review", self.tr("Review"), Menu.GO, "review", ("Ctrl+5",), about=about)
        add(go, self.show_page)
        accept = partial(self._decide_chosen, Decision.ACCEPT)
        reject = partial(self._decide_chosen, Decision.REJECT)
        skip = partial(self._decide_chosen, Decision.SKIP)
        for group, name, text, icon, key, act in (
            (0, "accept", self.tr("Accept the suggestion"), "check", "A", accept),
            (0, "reject", self.tr("Reject the suggestion"), "close", "R", reject),
            (0, "skip", self.tr("Ask again later"), "next", "S", skip),
            (0, "take_back", self.tr("Undo the last decision"), "reset", "U", self.undo),
            (1, "above", self.tr("Accept all above…"), "", "B", self._ask_above),
            (1, "why", self.tr("Why this label"), "info", "W", self._ask_why),
            (2, "large", self.tr("One photo at a time"), "", "V", self._toggle_large),
        ):
            command = Command(
                f"review_{name}", text, Menu.REVIEW, icon, (key,), Needs.REVIEW, group=group
            )
            add(command, act, self._window.pages.review)

    def _connect_page(self, page: ReviewPage) -> None:
        window = self._window
        window.notice.keep_above(page.buttons)
        page.decided.connect(self._decide)
        page.undo_wanted.connect(self.undo)
        page.open_wanted.connect(window.looking.look_among)
        page.escaped.connect(window.back_to_photos)
        page.retry_wanted.connect(self._work.read)
        page.grid.menu_wanted.connect(window.menus.of_photos)
        self._work.undone.connect(page.show_step)
        self._connect_pictures(page)
        page.show_labels(window.tags.labels)

    def _connect_work(self) -> None:
        window, work = self._window, self._work
        work.told.connect(self._show)
        work.undone.connect(self._tell_undone)
        work.failed.connect(window.complain)
        work.unreadable.connect(self._show_error)
        window.tags.told.connect(self._labels_told)
        window.tags.changed.connect(self._read)
        window.gallery.place_changed.connect(self._place_changed)

    def _connect_pictures(self, page: ReviewPage) -> None:
        pictures, large = self._window.pictures, page.large
        large.photo_wanted.connect(self._want_picture)
        pictures.loaded.connect(self._show_picture)
        pictures.failed.connect(self._no_picture)
        pictures.told.connect(self._show_words)

    @Slot()
    def show_page(self) -> None:
        """What waits for a person's word."""
        self._window.looking.close()
        self._window.gallery.go(Place.REVIEW)
        self._page.focus()

    @Slot(object)
    def show_label(self, label: Label) -> None:
        """What waits of one label."""
        self._page.choose(label.id)
        self.show_page()

    def _decide_chosen(self, decision: Decision) -> None:
        self._page.decide(decision)

    def _ask_above(self) -> None:
        self._page.ask_above()

    def _ask_why(self) -> None:
        self._page.ask_why()

    def _toggle_large(self) -> None:
        self._page.toggle_large()

    @Slot()
    def undo(self) -> None:
        """Take the last decision back."""
        if not self._work.undo():
            self._window.notice.tell(self.tr("There is nothing to undo."))

    @Slot()
    def _place_changed(self) -> None:
        if self._window.gallery.place is Place.REVIEW:
            self._work.read()
        else:
            # What was decided shows elsewhere.
            self._window.tags.look()

    @Slot(object, object)
    def _decide(self, decision: Decision, items: list[Item]) -> None:
        self._work.decide(decision, items)
        if len(items) > 1:
            names = {item.label for item in items}
            known = self._page.labels.get(items[0].label) if len(names) == 1 else None
            name = known.name if known is not None else ""
            told = tag_wording.decided(decision, len(items), name)
            self._window.notice.tell(told, self.tr("Undo"), self.undo)

    @Slot()
    def _read(self) -> None:
        if self._window.gallery.place is Place.REVIEW:
            self._work.read()

    @Slot()
    def _labels_told(self) -> None:
        tags = self._window.tags
        if self._window.pages.review.is_made:
            self._page.show_labels(tags.labels)
        self._window.library_section.show_suggestions(tags.waiting)

    @Slot()
    def _show(self) -> None:
        queue = self._work.queue
        self._window.library_section.show_suggestions(len(queue))
        self._page.show_queue(queue)

    @Slot(object)
    def _show_error(self, error: PhotoclipError) -> None:
        self._page.show_error(sentence(error))

    @Slot(object)
    def _tell_undone(self, step: Step) -> None:
        self._window.tags.look()
        if len(step.items) > 1:
            told = self.tr("%Ln suggestion(s) wait again.", "", len(step.items))
            self._window.notice.tell(told)

    # One photo at a time.

    @Slot(object)
    def _want_picture(self, photo: PhotoId) -> None:
        window = self._window
        screen: QSize = self._page.screen().size() * self._page.devicePixelRatioF()
        window.pictures.want(photo, screen, self._page.following(AHEAD))

    @Slot(object)
    def _show_picture(self, picture: Picture) -> None:
        self._page.large.show_image(picture.photo, picture.image)

    @Slot(object, object)
    def _no_picture(self, photo: PhotoId, error: PhotoclipError) -> None:
        del error
        self._page.large.show_image(photo, None)

    @Slot(object)
    def _show_words(self, words: Words) -> None:
        name = locations.shown(words.path.name) if words.path is not None else ""
        self._page.large.show_name(words.photo, name)
