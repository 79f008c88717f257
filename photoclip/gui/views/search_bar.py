"""The search box, and beside its text the picture that similar photos are looked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from photoclip.gui.theme import Theme
from photoclip.gui.views.parts import restyle, rounded_pixmap, tool_button

HEIGHT = 42
CHIP_PICTURE = 26
CHIP_TEXT = 180


class SearchEdit(QLineEdit):
    """pasted: something other than text came from the clipboard; escaped: Esc was pressed."""

    pasted = Signal(QMimeData)
    escaped = Signal()
    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and is_picture(mime):
            self.pasted.emit(mime)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


def is_picture(mime: QMimeData | None) -> bool:
    """Whether a clipboard holds files or a picture rather than text."""
    return mime is not None and (mime.hasImage() or mime.hasUrls())


class Chip(QFrame):
    """The picture of a similarity search. removed: its cross was pressed."""

    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self._picture = QLabel()
        self._text = QLabel()
        self._remove = tool_button("close", self.tr("Remove this picture from the search"))
        self._remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 2, 4, 2)
        row.setSpacing(6)
        for widget in (self._picture, self._text, self._remove):
            row.addWidget(widget)
        self._theme = theme
        self.apply_theme()

    def show_picture(self, picture: QImage | QPixmap | None, text: str) -> None:
        """Show what is searched for; text names it."""
        name = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, CHIP_TEXT)
        self._text.setText(name)
        self._text.setToolTip(text)
        self.set_picture(picture)
        self.setVisible(True)

    def set_picture(self, picture: QImage | QPixmap | None) -> None:
        """The picture itself, which may come later than its name."""
        ratio = self.devicePixelRatioF()
        if picture is None:
            self._picture.setPixmap(self._theme.pixmap("photos", 18, "accent"))
        else:
            self._picture.setPixmap(rounded_pixmap(picture, CHIP_PICTURE, ratio))

    def text(self) -> str:
        """What the chip says."""
        return self._text.text()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self._remove.setIcon(self._theme.icon("close", "accent"))
        self._remove.setIconSize(QSize(14, 14))


class SearchBar(QFrame):
    """edited: the text changed; cleared: text and picture are gone; pasted: see SearchEdit."""

    edited = Signal(str)
    cleared = Signal()
    picture_removed = Signal()
    pasted = Signal(QMimeData)
    entered_grid = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBar")
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self._icon = QLabel()
        self.chip = Chip(theme)
        self.edit = SearchEdit()
        self._clear = tool_button("close", self.tr("Clear the search (Esc)"))
        self._lay_out()
        self._connect()
        self.apply_theme()
        self._show_clear()

    def show_text(self, text: str) -> None:
        """Set the text without searching for it."""
        if self.edit.text() != text:
            blocked = self.edit.blockSignals(True)
            self.edit.setText(text)
            self.edit.blockSignals(blocked)
        self._show_clear()

    def show_picture(self, picture: QImage | QPixmap | None, text: str) -> None:
        """Show the picture of a similarity search in place of a text."""
        self.show_text("")
        self.chip.show_picture(picture, text)
        self._show_clear()

    def drop_picture(self) -> None:
        """Take the picture away without searching."""
        self.chip.setVisible(False)
        self._show_clear()

    @Slot()
    def focus(self) -> None:
        """Have the next key type into the box."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    @Slot(str)
    def type_on(self, text: str) -> None:
        """What was typed elsewhere: it begins a new search, and the next key goes on with it."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.setText(text)
        self.edit.textEdited.emit(text)

    @Slot()
    def clear(self) -> None:
        """Empty the box: text and picture."""
        self.drop_picture()
        self.show_text("")
        self.cleared.emit()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self._icon.setPixmap(self._theme.pixmap("search", 20))
        self._clear.setIcon(self._theme.icon("close"))
        self.chip.apply_theme()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, focused=event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.edit.setAccessibleName(self.tr("Search photos"))
        # Drops belong to the window, which knows pictures and folders.
        self.edit.setAcceptDrops(False)
        self.edit.installEventFilter(self)
        self.chip.setVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 6, 0)
        row.setSpacing(8)
        for widget in (self._icon, self.chip, self.edit, self._clear):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.edit.textEdited.connect(self._text_edited)
        self.edit.pasted.connect(self.pasted)
        self.edit.escaped.connect(self.clear)
        self.edit.left_downwards.connect(self.entered_grid)
        self._clear.clicked.connect(self.clear)
        self.chip.removed.connect(self._remove_picture)

    @Slot(str)
    def _text_edited(self, text: str) -> None:
        # A text takes the place of a picture: the two are not combined.
        self.chip.setVisible(False)
        self._show_clear()
        self.edited.emit(text)

    @Slot()
    def _remove_picture(self) -> None:
        self.drop_picture()
        self.picture_removed.emit()

    def _show_clear(self) -> None:
        with_picture = not self.chip.isHidden()
        self.edit.setPlaceholderText(
            self.tr("Or describe what you remember")
            if with_picture
            else self.tr("Describe what you remember, or drop a picture to find similar photos")
        )
        self._clear.setVisible(bool(self.edit.text()) or with_picture)

    @property
    def clear_button(self) -> QToolButton:
        """The cross at the end of the box."""
        return self._clear
