"""The page of labels: all of them, or one; and what applying them would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from photoclip.domain import Label
from photoclip.gui.controllers.label_work import Request
from photoclip.gui.models.labels import NOTHING
from photoclip.gui.sections.label_tree import LabelRow
from photoclip.gui.theme import SPACE_M, SPACE_XL, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.browser import AlonePage
from photoclip.gui.views.labels.diff import DiffCard
from photoclip.gui.views.labels.label_page import LabelPage
from photoclip.gui.views.labels.overview import LabelsOverview
from photoclip.gui.views.labels.tiles import TileFeed
from photoclip.tagging.applying import Outcome


class LabelsPage(AlonePage):
    """escaped: back to the photos. leaving: the label that is shown goes in a moment.

    place_changed: another label, or all of them, is shown.
    """

    escaped = Signal()
    leaving = Signal()
    place_changed = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self.overview = LabelsOverview(theme)
        self.one = LabelPage(theme, thumbnails)
        self.diff = DiffCard(theme, thumbnails)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        below = QVBoxLayout()
        below.setContentsMargins(SPACE_XL, 0, SPACE_XL, SPACE_M)
        below.addWidget(self.diff)
        column.addLayout(below)
        editor, sides = self.one.editor, self.one.sides
        self.tiles = [
            *(sides.accepted, sides.rejected),
            *(editor.right, editor.refused),
            *(self.diff.gained, self.diff.lost),
        ]
        self._feed = TileFeed(thumbnails, self.tiles)
        self.one.back_wanted.connect(self.show_all)
        self.diff.refused.connect(self.one.applying.show)
        self.diff.confirmed.connect(self.one.applying.show)
        self.diff.refused.connect(self.focus)

    @property
    def label(self) -> Label | None:
        """The label that is shown; None where all are."""
        return self.one.kept if self._stack.currentWidget() is self.one else None

    def show_rows(self, rows: Sequence[LabelRow]) -> None:
        """Labels were read."""
        self.overview.show_rows(rows)
        outdated = {row.label.id for row in rows if row.outdated}
        self.one.show_outdated(self.one.kept.id in outdated)
        changed = [row for row in rows if self.one.note_examples(row.label)]
        if changed and self.label is not None and self.isVisible():
            self.one.look_again()

    @Slot()
    def show_all(self) -> None:
        """Show all labels."""
        self.leaving.emit()
        self.forget_label()

    def forget_label(self) -> None:
        """The label that was shown is gone: show all of them."""
        self.diff.leave()
        self._stack.setCurrentWidget(self.overview)
        self.overview.focus()
        self.place_changed.emit()

    def show_new(self, name: str, draft: Label) -> None:
        """Show a new label. draft: what was written of it so far."""
        self._show(NOTHING, replace(draft, name=name))

    def show_label(self, shown: Label) -> None:
        """Show one."""
        self._show(shown, None)

    def _show(self, shown: Label, draft: Label | None) -> None:
        self.leaving.emit()
        self.diff.leave()
        self._stack.setCurrentWidget(self.one)
        self.one.show_label(shown, draft)
        self.one.focus()
        self.place_changed.emit()

    def show_diff(self, request: Request, outcomes: Sequence[Outcome]) -> None:
        """Show what would change, and ask."""
        # Nobody asks twice at once, and a low window has no room for both.
        self.one.applying.hide()
        self.diff.ask(request, outcomes)

    @Slot()
    def focus(self) -> None:
        """Give the keyboard to what one does next."""
        (self.one if self.label is not None else self.overview).focus()

    def apply_theme(self) -> None:
        self.overview.apply_theme()
        self.one.apply_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.diff.isHidden():
            self.diff.leave()
        elif self.label is not None:
            self.show_all()
        else:
            self.escaped.emit()
