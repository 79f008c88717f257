"""The search box: chips of what the search is narrowed to, then words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from photoclip.gui import dropping
from photoclip.gui.theme import Theme
from photoclip.gui.views.parts import restyle, tool_button
from photoclip.gui.views.search.chips import ChipData, ChipRow
from photoclip.gui.views.search.recent import RecentSearches
from photoclip.gui.views.search.suggestions import Suggestions

HEIGHT = 42
# Of the box; the rest is for the words.
MOST_CHIPS = 0.5


_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class SearchEdit(QLineEdit):
    """pasted: something other than text came from the clipboard; escaped: Esc was pressed.

    left_downwards, left_backwards: on to the grid, or to the chips before the text.
    """

    pasted = Signal(QMimeData)
    escaped = Signal()
    left_downwards = Signal()
    left_backwards = Signal()
    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers: QWidget | None = None
        self.suggestions: Suggestions | None = None
        # Forgets the search that is chosen in a list; whether one was.
        self.forget: Callable[[], bool] = lambda: False

    def event(self, event: QEvent) -> bool:
        about_shortcut = event.type() is QEvent.Type.ShortcutOverride
        if about_shortcut and isinstance(event, QKeyEvent) and self._asks_for_keys(event):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if self._is_for_a_list(event):
            event.accept()
        elif event.key() in _CHOOSE and self.offers is not None and self.offers.isVisible():
            # The list of offers gets what the box leaves.
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste) and dropping.is_picture(mime):
            self.pasted.emit(mime)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif self._leads_out(event):
            self.left_backwards.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab leaves the box, unless there is something to complete.
        if forward and self.suggestions is not None and self.suggestions.complete():
            return True
        return super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.suggestions is not None:
            self.suggestions.compose(bool(event.preeditString()))
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit()

    def _is_for_a_list(self, event: QKeyEvent) -> bool:
        """Act on a key that is meant for a list below the box."""
        if self.suggestions is not None and self.suggestions.takes(event):
            return True
        return event.key() == Qt.Key.Key_Delete and self.forget()

    def _asks_for_keys(self, event: QKeyEvent) -> bool:
        # Nobody searches for that alone.
        return event.text() == "?" and not self.text()

    def _leads_out(self, event: QKeyEvent) -> bool:
        before = Qt.Key.Key_Left if self.isLeftToRight() else Qt.Key.Key_Right
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        return at_start and plain and event.key() in (Qt.Key.Key_Backspace, before)


class SearchBar(QFrame):
    """edited: the text changed; cleared: text and chips are to go; chip_removed: one, by its key.
    chip_turned: one is to exclude what it asks for, or the other way round.

    pasted: see SearchEdit. chips_cleared: all chips are to go. entered_grid: on to the photos.
    star_pressed: the search is to be kept, or forgotten.
    """

    edited = Signal(str)
    chip_turned = Signal(str)
    cleared = Signal()
    chip_removed = Signal(str)
    chips_cleared = Signal()
    pasted = Signal(QMimeData)
    entered_grid = Signal()
    star_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBar")
        self._theme = theme
        self._icon = QLabel()
        self.chips = ChipRow(theme)
        self.edit = SearchEdit()
        self._star_on = False
        self.star = tool_button("star", "")
        self._clear = tool_button("close", self.tr("Clear the search (Esc)"))
        self.filters = tool_button("filter", self.tr("Filters: by folder, date, camera and more"))
        self.recent = RecentSearches(theme, self.edit, self)
        self.edit.offers = self.recent.popup
        self.suggestions = Suggestions(theme, self.edit, self, lambda: self.recent.model.texts)
        self.edit.suggestions = self.suggestions
        self.edit.forget = self._forget
        self._lay_out()
        self._connect()
        self.apply_theme()
        self.show_star(shown=False, on=False)
        self._show_clear()

    def show_text(self, text: str) -> None:
        """Set the text without searching for it."""
        if self.edit.text() != text:
            blocked = self.edit.blockSignals(True)
            self.edit.setText(text)
            self.edit.blockSignals(blocked)
        self._show_clear()

    def show_chips(self, chips: Sequence[ChipData]) -> None:
        """Show what the search is narrowed to."""
        self.chips.show_chips(chips)
        if not chips and self.chips.isAncestorOf(self.focusWidget()):
            self.edit.setFocus()
        self._show_clear()

    def show_star(self, *, shown: bool, on: bool) -> None:
        """Offer to keep the search; on: it is kept already."""
        self._star_on = on
        says = self.tr("Forget this saved search") if on else self.tr("Save this search")
        self.star.setToolTip(says)
        self.star.setAccessibleName(says)
        self.star.setVisible(shown)
        self._draw_star()

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

    @Slot(str)
    def begin_filter(self, name: str) -> None:
        """Have the value of a filter typed behind what is there."""
        edit = self.edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.end(False)
        gap = " " if edit.text().strip() and not edit.text().endswith(" ") else ""
        edit.insert(f"{gap}{name}:")

    @Slot()
    def clear(self) -> None:
        """Ask for text and chips to go."""
        self._remember()
        self.show_text("")
        self.cleared.emit()

    @Slot()
    def step_back(self) -> None:
        """Ask for the text to go, or for the chips where there is none."""
        if self.edit.text():
            self._remember()
            self.show_text("")
            self.edited.emit("")
        elif self.chips.chips:
            self.chips_cleared.emit()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self._icon.setPixmap(self._theme.pixmap("search", 20))
        self._clear.setIcon(self._theme.icon("close"))
        self._draw_star()
        self.filters.setIcon(self._theme.icon("filter"))
        self.chips.apply_theme()
        self.recent.apply_theme()

    @property
    def is_used(self) -> bool:
        """Whether there are words or chips in it."""
        return bool(self.edit.text().strip() or self.chips.chips)

    @property
    def clear_button(self) -> QToolButton:
        """The cross at the end of the box."""
        return self._clear

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # With a list or a menu of its own open, the keys are still for the box.
        popup = Qt.FocusReason.PopupFocusReason
        if (
            watched is self.edit
            and isinstance(event, QFocusEvent)
            and (event.gotFocus() or event.reason() is not popup)
        ):
            restyle(self, focused=event.gotFocus())
            if event.lostFocus():
                self._remember()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chips.setMaximumWidth(int(self.width() * MOST_CHIPS))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_height()

    def _lay_out(self) -> None:
        self._fit_height()
        self.edit.setAccessibleName(self.tr("Search photos"))
        # Drops belong to the window, which knows pictures and folders.
        self.edit.setAcceptDrops(False)
        self.edit.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.chips)
        row.addWidget(self.edit, 1)
        row.addWidget(self.star)
        row.addWidget(self._clear)
        row.addWidget(self.filters)

    def _fit_height(self) -> None:
        self.setFixedHeight(max(HEIGHT, round(2.4 * self.fontMetrics().height())))

    def _connect(self) -> None:
        edit, chips = self.edit, self.chips
        edit.textEdited.connect(self._text_edited)
        edit.pasted.connect(self.pasted)
        edit.escaped.connect(self.step_back)
        edit.left_downwards.connect(self._go_down)
        edit.left_backwards.connect(chips.focus_last)
        edit.pressed.connect(self.recent.offer)
        chips.removed.connect(self.chip_removed)
        chips.turned.connect(self.chip_turned)
        chips.left.connect(edit.setFocus)
        chips.typed.connect(self._type_after_chips)
        chips.escaped.connect(self.step_back)
        self.star.clicked.connect(self.star_pressed)
        self._clear.clicked.connect(self.clear)
        self.recent.chosen.connect(self._search_again)

    def _draw_star(self) -> None:
        self.star.setIcon(self._theme.icon("star-on" if self._star_on else "star"))

    @Slot(str)
    def _text_edited(self, text: str) -> None:
        self._show_clear()
        self.edited.emit(text)

    @Slot(str)
    def _type_after_chips(self, text: str) -> None:
        self.type_on(self.edit.text() + text)

    @Slot(str)
    def _search_again(self, text: str) -> None:
        self.type_on(text)
        self.suggestions.hide()

    def _forget(self) -> bool:
        past = self.suggestions.past_chosen
        if past:
            self.recent.forget(past)
            self.suggestions.offer_again()
        return bool(past) or self.recent.forget_chosen()

    @Slot()
    def _go_down(self) -> None:
        self._remember()
        if not self.recent.offer():
            self.entered_grid.emit()

    def _remember(self) -> None:
        if self.edit.text().strip():
            self.recent.remember(self.edit.text())

    def _show_clear(self) -> None:
        narrowed = bool(self.chips.chips)
        self.edit.setPlaceholderText(
            self.tr("Add words, if you like")
            if narrowed
            else self.tr("Describe what you remember, or drop a picture to find similar photos")
        )
        self._clear.setVisible(bool(self.edit.text()) or narrowed)
