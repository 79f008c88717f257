"""The page of suggestions: photos of one label at a time, or one photo with all its labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from photoclip.domain import Label, LabelId, PhotoId
from photoclip.gui import tag_wording
from photoclip.gui.controllers.review import Decision, Step
from photoclip.gui.delegates.photo import PhotoDelegate
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.models.review_queue import ReviewQueue
from photoclip.gui.theme import SPACE_M, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.browser import AlonePage
from photoclip.gui.views.grid.photo_grid import PhotoGrid
from photoclip.gui.views.pages import ErrorPage, LoadingPage, Page
from photoclip.gui.views.parts import ElidedLabel, label
from photoclip.gui.views.review.above import AboveBar
from photoclip.gui.views.review.actions import ReviewActions
from photoclip.gui.views.review.head import ReviewHead
from photoclip.gui.views.review.large import LargeView
from photoclip.tagging.review import Item


class ReviewPage(AlonePage):
    """decided(Decision, list of Item). undo_wanted. open_wanted(photos, row): in the viewer.

    why_wanted(PhotoId, LabelId). chosen_changed: other photos are selected. escaped: back to the
    photos. retry_wanted: read once more.
    """

    decided = Signal(object, object)
    undo_wanted = Signal()
    open_wanted = Signal(object, int)
    why_wanted = Signal(object, object)
    chosen_changed = Signal()
    escaped = Signal()
    retry_wanted = Signal()

    def __init__(self, theme: Theme, model: PhotoGridModel, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self.queue = ReviewQueue()
        self._read = False
        self.labels: Mapping[LabelId, Label] = {}
        self.scope: LabelId | None = None
        self._wanted: LabelId | None = None
        self.label: LabelId | None = None
        # Where the next photo is to be chosen after a decision.
        self._next: int | None = None
        self._skipped: PhotoId | None = None
        self.model = model
        self.head = ReviewHead()
        self.name = ElidedLabel()
        self.score = label("", "body")
        self.grid = PhotoGrid(model, thumbnails)
        self.grid.setItemDelegate(PhotoDelegate(theme, thumbnails, self.grid))
        self.large = LargeView(theme)
        self.above = AboveBar()
        self.buttons = ReviewActions()
        self.loading = LoadingPage(theme)
        self.fine = Page(theme, "fine")
        self.error = ErrorPage(theme)
        self.views = QStackedWidget()
        self._fill_pages()
        self._lay_out()
        self._connect()
        self._show_view(self.loading)

    # What is shown.

    @property
    def is_large(self) -> bool:
        """Whether one photo is shown at a time."""
        return self.head.large.isChecked()

    def show_labels(self, labels: Sequence[Label]) -> None:
        """These labels there are, by name."""
        self.labels = {one.id: one for one in labels}
        if self._read:
            self.show_queue(self.queue)

    def show_queue(self, queue: ReviewQueue) -> None:
        """This waits now."""
        self.queue, self._read = queue, True
        counts = queue.labels()
        names = {number: one.name for number, one in self.labels.items()}
        if self._wanted in counts:
            self.scope, self._wanted, self.label = self._wanted, None, None
            self.large.forget()
        if self.scope is not None and self.scope not in counts:
            self.scope = None
        self.head.show_scopes(counts, names)
        self.head.show_scope(self.scope)
        self.head.show_extent(queue.extent(self.scope))
        waiting = [number for number in names if number in counts]
        if not waiting:
            self.label = None
            self.model.show([])
            self.large.forget()
            self._show_view(self.fine if self.labels or not len(queue) else self.loading)
            self.chosen_changed.emit()
        elif self.is_large:
            self._show_large()
        else:
            self._show_grid(waiting)
        self._next = self._skipped = None

    def choose(self, number: LabelId) -> None:
        """Review one label, as soon as something is known to wait of it."""
        self._wanted = number
        if self._read:
            self.show_queue(self.queue)

    def show_error(self, text: str) -> None:
        """The queue could not be read."""
        self.error.say(self.tr("Suggestions cannot be read now"), text)
        self._show_view(self.error)

    def show_step(self, step: Step) -> None:
        """This waits again: go there. Followed by show_queue()."""
        first = step.items[0]
        if self.scope not in (None, first.label):
            self.scope = None
        self.label = first.label
        if self.is_large:
            self.large.forget()
            self.large.photo = first.photo
            self._show_large(anew=True)
        else:
            self._show_photos([item.photo for item in step.items if item.label == first.label])

    def chosen(self) -> list[Item]:
        """The suggestions that are selected."""
        if self.views.currentWidget() is self.large:
            return self.large.chosen()
        if self.views.currentWidget() is not self.grid or self.label is None:
            return []
        found = (self.queue.item(photo, self.label) for photo in self.grid.selected_photos())
        return [item for item in found if item is not None]

    def chosen_photos(self) -> list[PhotoId]:
        """The photos that are selected."""
        if self.views.currentWidget() is self.large:
            return [self.large.photo] if self.large.photo is not None else []
        return self.grid.selected_photos() if self.views.currentWidget() is self.grid else []

    # What the person wants.

    @Slot(object)
    def decide(self, decision: Decision) -> None:
        """About what is selected; a photo that is shown large is skipped as a whole."""
        items = self.chosen()
        if not items:
            return
        self._skipped = items[0].photo if decision is Decision.SKIP else None
        if not self.is_large:
            self._next = self.grid.rows.all()[0].start
            # Or the view would follow what is put off to the end.
            self.grid.selectionModel().clear()
        else:
            photos = self._photos()
            self._next = photos.index(items[0].photo)
            if decision is Decision.SKIP:
                items = self.queue.of_photo(items[0].photo)
                self.large.forget()
        self.decided.emit(decision, items)

    @Slot()
    def ask_above(self) -> None:
        """Offer to accept everything down to what is selected."""
        if self.is_large or self.label is None:
            return
        scores = [item.score for item in self.chosen() if item.score is not None]
        self.above.ask(self.queue.of_label(self.label), min(scores, default=None))

    @Slot()
    def ask_why(self) -> None:
        """Why the first of what is selected."""
        for item in self.chosen()[:1]:
            self.why_wanted.emit(item.photo, item.label)

    @Slot()
    def toggle_large(self) -> None:
        """One photo at a time, or all of a label."""
        self.head.large.toggle()

    def focus(self) -> None:
        """Give the keyboard to what one does next."""
        view = self.views.currentWidget()
        if view is self.grid:
            self.grid.setFocus()
        elif view is self.large:
            self.large.list.setFocus()
        else:
            self.setFocus()

    def apply_theme(self) -> None:
        for page in (self.loading, self.fine, self.error):
            page.apply_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    # The rest.

    def _photos(self) -> list[PhotoId]:
        return self.queue.photos(self.scope)

    def _show_grid(self, waiting: Sequence[LabelId]) -> None:
        number = self.scope if self.scope is not None else self.label
        number = number if number in waiting else self._after(waiting)
        ids = self.queue.photos(number)
        if number != self.label or not self.model.ids:
            self.label = number
            self.model.show(ids)
            self.grid.show_from_top()
            self._select(0)
        else:
            self.grid.refresh(ids)
            if not self.grid.count_selected():
                self._select(self._row(ids))
        self._show_view(self.grid)
        self._tell_chosen()

    def _after(self, waiting: Sequence[LabelId]) -> LabelId:
        """The label after the one that is done, in the order of names."""
        order = list(self.labels)
        at = order.index(self.label) if self.label is not None and self.label in order else -1
        later = (number for number in order[at + 1 :] if number in waiting)
        return next(later, waiting[0])

    def _row(self, photos: Sequence[PhotoId]) -> int:
        """Where one goes on after a decision."""
        row = min(self._next or 0, len(photos) - 1)
        return 0 if photos[row] == self._skipped else row

    def _select(self, row: int) -> None:
        self.grid.show_photo(max(0, min(row, len(self.model.ids) - 1)))

    def _show_photos(self, photos: Sequence[PhotoId]) -> None:
        """Select photos that wait again."""
        self.model.show(self.queue.photos(self.label))
        rows = sorted(row for one in photos if (row := self.model.position(one)) is not None)
        if rows:
            self.grid.show_photo(rows[0])
            self.grid.rows.select([range(row, row + 1) for row in rows])

    def _show_large(self, *, anew: bool = False) -> None:
        photos, photo = self._photos(), self.large.photo
        if anew:
            self.large.photo = None
        if photo not in photos:
            photo = photos[self._row(photos)]
        self.large.show_photo(photo, self.queue.of_photo(photo, self.scope), self.labels)
        self._show_view(self.large)
        self._tell_chosen()

    @Slot(int)
    def _step(self, by: int) -> None:
        photos = self._photos()
        if self.large.photo in photos:
            at = photos.index(self.large.photo) + by
            if 0 <= at < len(photos):
                photo = photos[at]
                items = self.queue.of_photo(photo, self.scope)
                self.large.show_photo(photo, items, self.labels)

    def following(self, count: int) -> list[PhotoId]:
        """The photos that come after the one that is shown large."""
        photos = self._photos()
        at = photos.index(self.large.photo) + 1 if self.large.photo in photos else 0
        return photos[at : at + count]

    @Slot(object)
    def _set_scope(self, scope: LabelId | None) -> None:
        self.above.leave()
        self.scope = scope
        if scope is not None:
            self.label = None
        self.large.forget()
        self.show_queue(self.queue)
        self.focus()

    @Slot(bool)
    def _set_large(self, on: bool) -> None:
        self.above.leave()
        photos = self.grid.selected_photos() if on else []
        self.large.forget()
        self.large.photo = photos[0] if photos else None
        if on and photos:
            self._show_large(anew=True)
        else:
            self.show_queue(self.queue)
        self._show_actions()
        self.focus()

    @Slot()
    def _open(self) -> None:
        photos = self._photos() if self.is_large else list(self.model.ids)
        chosen = self.chosen_photos()
        if chosen and chosen[0] in photos:
            self.open_wanted.emit(photos, photos.index(chosen[0]))

    @Slot()
    def _tell_chosen(self) -> None:
        chosen = self.chosen()
        number = chosen[0].label if chosen else self.label
        known = self.labels.get(number) if number is not None else None
        self.name.setText(known.name if known is not None else "")
        self.name.setToolTip(known.description if known is not None else "")
        self.score.setText(tag_wording.scores(chosen))
        self.buttons.show_chosen(some=bool(chosen))
        self.chosen_changed.emit()

    def _show_view(self, view: QWidget) -> None:
        focused = QApplication.focusWidget()
        here = focused is not None and (focused is self or self.views.isAncestorOf(focused))
        self.views.setCurrentWidget(view)
        self._show_actions()
        if here:
            self.focus()

    def _show_actions(self) -> None:
        some = self.views.currentWidget() in (self.grid, self.large)
        for part in (self.name, self.score, self.head.scope, self.head.large):
            part.setVisible(some)
        undoable = self.queue.extent().done > 0
        self.buttons.show_state(waiting=some, large=self.is_large, undoable=undoable)
        self.head.show_any(some=self.queue.extent().total > 0)

    def _fill_pages(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.name.setProperty("role", "section")
        self.grid.setAccessibleName(self.tr("Photos with a suggested label"))
        self.loading.say(self.tr("Looking for suggestions…"), "")
        self.fine.say(
            self.tr("Nothing to review"),
            self.tr(
                "Apply labels to your photos: what they suggest waits here for your word, also"
                " for photos that come in later."
            ),
        )

    def _lay_out(self) -> None:
        for view in (self.loading, self.fine, self.error, self.grid, self.large):
            self.views.addWidget(view)
        named = QHBoxLayout()
        named.setSpacing(SPACE_M)
        named.addWidget(self.name)
        named.addWidget(self.score, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(SPACE_M)
        column.addWidget(self.head)
        column.addLayout(named)
        column.addWidget(self.views, 1)
        column.addWidget(self.above)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.head.scope_chosen.connect(self._set_scope)
        self.head.large_wanted.connect(self._set_large)
        self.buttons.decided.connect(self.decide)
        self.buttons.undo_wanted.connect(self.undo_wanted)
        self.buttons.above_wanted.connect(self.ask_above)
        self.buttons.why_wanted.connect(self.ask_why)
        self.above.confirmed.connect(self._accept_above)
        self.above.refused.connect(self.focus)
        self.error.retry_wanted.connect(self.retry_wanted)
        self.grid.selection_changed.connect(self._tell_chosen)
        self.grid.opened.connect(self._open)
        self.grid.escaped.connect(self.escaped)
        self.large.chosen_changed.connect(self._tell_chosen)
        self.large.stepped.connect(self._step)
        self.large.opened.connect(self._open)
        self.large.escaped.connect(self.escaped)

    @Slot(object)
    def _accept_above(self, items: Sequence[Item]) -> None:
        self._next = 0
        self.grid.selectionModel().clear()
        self.decided.emit(Decision.ACCEPT, list(items))
        self.focus()
