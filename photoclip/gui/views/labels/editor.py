"""What a label is: its name, the words and photos that describe it, and how it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain import Label, PhotoId
from photoclip.gui import dropping, label_wording
from photoclip.gui.models.labels import NOTHING
from photoclip.gui.theme import SPACE_M, SPACE_S, SPACE_XS, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.labels.colors import ColorButton
from photoclip.gui.views.labels.outside import Outside
from photoclip.gui.views.labels.tiles import Tiles
from photoclip.gui.views.parts import label, restyle
from photoclip.tagging.service import Verdict

SMALL = 74


class Editor(QScrollArea):
    """edited: the draft is another now.

    dropped(Dropped, Verdict): example photos. decided(list of PhotoId, Verdict): about examples.
    taken_away(list of Path): pictures outside of the library are to be examples no more.
    opened(list of PhotoId, row): look at an example.
    """

    edited = Signal()
    dropped = Signal(object, object)
    taken_away = Signal(object)
    decided = Signal(object, object)
    opened = Signal(object, int)

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._label = NOTHING
        self._showing = False
        # What each line of the box stands for; the usual ones come first.
        self._offered: list[tuple[str, ...]] = []
        self.name = QLineEdit()
        self.wrong = label("", "error")
        self.description = QLineEdit()
        self.prompts = QPlainTextEdit()
        self.templates = QComboBox()
        self.color = ColorButton()
        self.automatic = QCheckBox(self.tr("Accept without asking"))
        clear = (Verdict.CLEAR,)
        right, wrong = self.tr("Examples that show it"), self.tr("Examples that do not")
        self.right = Tiles(theme, thumbnails, right, clear, side=SMALL)
        self.refused = Tiles(theme, thumbnails, wrong, clear, side=SMALL)
        self.shown_outside, self.refused_outside = Outside(theme), Outside(theme)
        self._configure()
        self._lay_out()
        self._connect()

    @property
    def draft(self) -> Label:
        """The label as it is written now."""
        return replace(
            self._label,
            name=self.name.text().strip(),
            description=self.description.text().strip(),
            prompts=tuple(filter(None, map(str.strip, self.prompts.toPlainText().split("\n")))),
            templates=self._offered[self.templates.currentIndex()],
            color=self.color.color,
            automatic=self.automatic.isChecked(),
        )

    def show_label(self, shown: Label) -> None:
        """Show a label; its examples come with a preview."""
        self._showing = True
        self._label = shown
        self.name.setText(shown.name)
        self.description.setText(shown.description)
        self.prompts.setPlainText("\n".join(shown.prompts))
        self._show_templates(shown.templates)
        self.color.show_color(shown.color)
        self.automatic.setChecked(shown.automatic)
        self.complain("")
        self._showing = False

    def take_number(self, kept: Label) -> None:
        """The draft is kept now; what is typed meanwhile stays."""
        self._label = replace(
            self._label,
            id=kept.id,
            set=kept.set,
            examples=kept.examples,
            counterexamples=kept.counterexamples,
        )

    def show_examples(self, right: Sequence[PhotoId], wrong: Sequence[PhotoId]) -> None:
        """Show what a person said by photos."""
        for tiles, photos in ((self.right, right), (self.refused, wrong)):
            tiles.show_photos(photos)

    def show_outside(self, shown: Label, unusable: Mapping[Path, str]) -> None:
        """Show a label's examples that are no photos of the library.

        unusable: those of which the model in use has nothing, and why.
        """
        self.shown_outside.show_examples(shown.examples, unusable)
        self.refused_outside.show_examples(shown.counterexamples, unusable)

    def show_picture(self, path: Path, picture: QImage) -> None:
        """What such an example shows."""
        self.shown_outside.show_picture(path, picture)
        self.refused_outside.show_picture(path, picture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture is no text: pasted while somebody writes, it is an example all the same."""
        key = event if event.type() is QEvent.Type.KeyPress else None
        if isinstance(key, QKeyEvent) and key.matches(QKeySequence.StandardKey.Paste):
            mime = QGuiApplication.clipboard().mimeData()
            # Tables come as text and as a picture of it.
            if dropping.is_picture(mime) and (mime.hasUrls() or not mime.hasText()):
                self.paste()
                return True
        return super().eventFilter(watched, event)

    def paste(self) -> None:
        """Take what is on the clipboard for examples of the kind where the keys are."""
        refused = self.refused.hasFocus() or self.refused_outside.isAncestorOf(
            QApplication.focusWidget() or self
        )
        dropped = dropping.read(QGuiApplication.clipboard().mimeData())
        self.dropped.emit(dropped, Verdict.WRONG if refused else Verdict.RIGHT)

    def complain(self, text: str) -> None:
        """Say why the label cannot be kept; empty: it can."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        restyle(self.name, wrong=bool(text))

    def apply_theme(self) -> None:
        """Drawings in the colours in use."""
        self.shown_outside.apply_theme()
        self.refused_outside.apply_theme()

    def add_templates(self, names: Sequence[str]) -> None:
        """Offer these."""
        for name in names:
            self._offer((name,))

    def _show_templates(self, chosen: tuple[str, ...]) -> None:
        if chosen not in self._offered:
            # Several at once can only come from a file.
            self._offer(chosen)
        self.templates.setCurrentIndex(self._offered.index(chosen))

    def _offer(self, names: tuple[str, ...]) -> None:
        self._offered.append(names)
        self.templates.addItem(", ".join(map(label_wording.templates, names or ("",))))

    @Slot()
    def _edited(self) -> None:
        if not self._showing:
            self.complain("")
            self.edited.emit()

    def _configure(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.name.setPlaceholderText(self.tr("our dog"))
        self.name.setAccessibleName(self.tr("Name"))
        self.description.setAccessibleName(self.tr("Description"))
        self.prompts.setAccessibleName(self.tr("What the photos show, one description a line"))
        self.prompts.setPlaceholderText(self.tr("a brown dog on a sofa\na dog running on a beach"))
        self.prompts.setTabChangesFocus(True)
        self.prompts.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 18)
        for part in (self.templates, self.templates.view()):
            part.setAccessibleName(self.tr("Words around the descriptions"))
        self._offer(())
        self.automatic.setToolTip(
            self.tr("Photos that pass get the label at once; otherwise they are suggested first.")
        )
        self.right.empty_text = self.tr("Drop photos here, or say A or R to the photos beside.")
        self.refused.empty_text = self.tr("Drop photos here that do not show it.")
        self.wrong.setWordWrap(True)
        for tiles in (self.right, self.refused):
            tiles.lie_in_a_row()
            tiles.setAcceptDrops(True)
            tiles.viewport().setAcceptDrops(True)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 2, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_XS)
        name = self.tr("Name; a parent stands before a slash, as in animals/dog")
        self._add(column, name, self.name)
        column.addWidget(self.wrong)
        prompts = self.tr("What the photos show, one description a line (else the name)")
        self._add(column, prompts, self.prompts)
        self._add(column, self.tr("Examples that show it"), self.right)
        column.addWidget(self.shown_outside)
        self._add(column, self.tr("Examples that do not"), self.refused)
        column.addWidget(self.refused_outside)
        self._add(column, self.tr("Note to yourself"), self.description)
        self._add(column, self.tr("Words around the descriptions"), self.templates)
        self._add(column, self.tr("Colour"), self.color)
        column.addSpacing(SPACE_S)
        column.addWidget(self.automatic)
        column.addStretch(1)
        self.setWidget(inside)
        self.show_examples((), ())
        self.show_outside(NOTHING, {})

    def _add(self, column: QVBoxLayout, text: str, part: QWidget) -> QLabel:
        title = label(text, "heading")
        title.setWordWrap(True)
        title.setBuddy(part)
        column.addSpacing(SPACE_S)
        column.addWidget(title)
        column.addWidget(part)
        return title

    def _connect(self) -> None:
        self.name.textChanged.connect(self._edited)
        self.description.textChanged.connect(self._edited)
        self.prompts.textChanged.connect(self._edited)
        self.templates.currentIndexChanged.connect(self._edited)
        self.color.changed.connect(self._edited)
        self.automatic.toggled.connect(self._edited)
        self.right.dropped.connect(lambda dropped: self.dropped.emit(dropped, Verdict.RIGHT))
        self.refused.dropped.connect(lambda dropped: self.dropped.emit(dropped, Verdict.WRONG))
        for written in (self.name, self.description, self.prompts):
            written.installEventFilter(self)
        for outside in (self.shown_outside, self.refused_outside):
            outside.removed.connect(lambda path: self.taken_away.emit([path]))
        for tiles in (self.right, self.refused):
            tiles.decided.connect(self.decided)
            tiles.opened.connect(self.opened)
