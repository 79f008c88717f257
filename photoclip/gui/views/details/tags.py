"""The labels of the chosen photos: those that they have, those that wait, and one more."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QApplication

from photoclip.domain import PhotoId
from photoclip.gui.models.subject import Subject
from photoclip.gui.models.tagged import Tagged, TagsOfPhotos
from photoclip.gui.theme import SPACE_S, Theme
from photoclip.gui.views.details.block import Block
from photoclip.gui.views.parts import label, push_button
from photoclip.gui.views.tags.row import ChipRow


class TagsBlock(Block):
    """There while any photo is chosen.

    give_wanted, accept_wanted, refuse_wanted, remove_wanted(photos, LabelId). why_wanted(photo,
    LabelId). add_wanted: one more, by its name.
    """

    give_wanted = Signal(object, object)
    accept_wanted = Signal(object, object)
    refuse_wanted = Signal(object, object)
    remove_wanted = Signal(object, object)
    why_wanted = Signal(object, object)
    add_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "tags")
        self.title = self.tr("Tags")
        self.tags = TagsOfPhotos()
        self.none = label(self.tr("No tags yet"), "caption")
        self.on_all = ChipRow(theme)
        self.on_some = ChipRow(theme, self.tr("On some of them"), unsure=True)
        self.suggested = ChipRow(theme, self.tr("Suggested"), unsure=True)
        self.add = push_button(self.tr("Add a tag…"), "link")
        self.column.setSpacing(SPACE_S)
        for part in (self.none, self.on_all, self.on_some, self.suggested):
            self.column.addWidget(part)
        self.column.addWidget(self.add)
        self._connect()

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None or subject.summary is not None

    def tell(self, subject: Subject) -> None:
        self.tags = tags = subject.tags
        rows = self._rows()
        had_focus = self._has_focus()
        chosen = len(tags.photos)
        self.on_all.show_tags(tags.on_all(), chosen)
        self.on_some.show_tags(tags.on_some(), chosen)
        self.suggested.show_tags(tags.suggested(), chosen)
        self.none.setVisible(all(row.isHidden() for row in rows))
        if had_focus and not self._has_focus():
            self.add.setFocus()

    def apply_theme(self) -> None:
        for row in self._rows():
            row.apply_theme()

    def _rows(self) -> tuple[ChipRow, ...]:
        return (self.on_all, self.on_some, self.suggested)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and any(row.isAncestorOf(focused) for row in self._rows())

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        for row in self._rows():
            row.why_wanted.connect(self._why)
        self.on_all.remove_wanted.connect(lambda one: self._emit(self.remove_wanted, one))
        self.on_some.remove_wanted.connect(lambda one: self._emit(self.remove_wanted, one))
        self.on_some.accept_wanted.connect(lambda one: self._emit(self.give_wanted, one))
        self.suggested.accept_wanted.connect(lambda one: self._emit(self.accept_wanted, one))
        self.suggested.remove_wanted.connect(lambda one: self._emit(self.refuse_wanted, one))

    def _emit(self, signal: SignalInstance, one: Tagged) -> None:
        signal.emit(self.tags.photos, one.label.id)

    def _why(self, one: Tagged) -> None:
        photos: tuple[PhotoId, ...] = self.tags.photos
        if len(photos) == 1:
            self.why_wanted.emit(photos[0], one.label.id)
