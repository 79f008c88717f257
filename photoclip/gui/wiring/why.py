"""Why this tag: asked from a chip or in the review, answered beside the photos."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import LabelId, PhotoId
from photoclip.errors import PhotoclipError
from photoclip.gui.controllers.explaining import Explaining
from photoclip.gui.controllers.paging import Place
from photoclip.gui.controllers.pictures import draw_tile
from photoclip.gui.error_wording import sentence
from photoclip.gui.models.subject import Subject
from photoclip.gui.thumbnails import LEAST_BYTES, ThumbnailLoader
from photoclip.tagging.explaining import Why

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.review.page import ReviewPage


class WhyWiring(QObject):
    """Between those who ask and the panel of details."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.work = Explaining(window.engine, window.bridge, self)
        self._block = window.details_panel.why
        # What the panel was scrolled to.
        self._brought: object = None
        draw = partial(draw_tile, window.engine)
        tiles = ThumbnailLoader(window.bridge, draw, limit_bytes=LEAST_BYTES, parent=self)
        self._block.set_thumbnails(tiles)
        self._connect_block()
        self._connect_work()

    def _connect_block(self) -> None:
        window, block = self._window, self._block
        window.details_panel.tags.why_wanted.connect(self.ask)
        window.pages.review.once_made(self._connect_review)
        window.details_panel.subject_changed.connect(self._look)
        window.panels.details_shown.connect(self._look)
        window.tags.changed.connect(self.work.again)
        block.close_wanted.connect(self.work.forget)
        block.opened.connect(window.looking.look_among)

    def _connect_review(self, page: ReviewPage) -> None:
        page.why_wanted.connect(self.ask)
        page.chosen_changed.connect(self._follow)

    def _connect_work(self) -> None:
        self.work.begun.connect(self._begin)
        self.work.told.connect(self._show)
        self.work.failed.connect(self._fail)
        self.work.ended.connect(self._end)

    @Slot(object, object)
    def ask(self, photo: PhotoId, label: LabelId) -> None:
        """Show why beside the photos."""
        self._window.panels.show_details(True)
        self._window.details_panel.fold("why").set_open(True)
        self.work.ask(photo, label)

    @Slot()
    def _follow(self) -> None:
        """In the review, the answer goes along with what is decided on."""
        chosen = self._window.review_page.chosen()
        if self.work.asked is not None and len(chosen) == 1:
            self.work.ask(chosen[0].photo, chosen[0].label)

    @Slot()
    def _look(self) -> None:
        """Another photo is another question, which nobody asked."""
        window, asked = self._window, self.work.asked
        if asked is None:
            return
        subject: Subject = window.details_panel.subject
        other = subject.details is None or subject.details.photo.id != asked[0]
        reviewing = window.gallery.place is Place.REVIEW
        if (other and not reviewing) or window.details_panel.isHidden():
            self.work.forget()
        else:
            self._bring()

    @Slot()
    def _begin(self) -> None:
        if self.work.asked is not None:
            self._block.show_asked(self.work.asked[0])
            self._tell()

    @Slot()
    def _end(self) -> None:
        self._brought = None
        self._block.show_asked(None)
        self._tell()

    @Slot(object)
    def _show(self, why: Why) -> None:
        self._block.show_why(why)
        self._bring()

    def _bring(self) -> None:
        """Scroll there, once for each question: a person may look at something else."""
        details, asked = self._window.details_panel.subject.details, self.work.asked
        if details is None or asked is None or details.photo.id != asked[0]:
            return
        if self._brought != asked:
            self._brought = asked
            self._window.details_panel.bring("why")

    @Slot(object)
    def _fail(self, error: PhotoclipError) -> None:
        self._block.show_error(sentence(error))

    def _tell(self) -> None:
        panel = self._window.details_panel
        panel.fold("why").tell(panel.subject)
