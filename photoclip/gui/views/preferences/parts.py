"""What all sections of the preferences are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, Theme
from photoclip.gui.views.parts import label, tool_button
from photoclip.gui.views.preferences.lists import ListRow
from photoclip.settings import Settings

# In widths of an average letter: lines of a card, and from where on a control stands beside them.
CARD_WIDTH = 104
BESIDE_WIDTH = 62
NUMBER_WIDTH = 24


def wrapped(text: str, role: str) -> QLabel:
    """A text of several lines."""
    made = label(text, role)
    made.setWordWrap(True)
    return made


def card_width(part: QWidget) -> int:
    """Logical pixels that a card takes at most."""
    return CARD_WIDTH * part.fontMetrics().averageCharWidth()


class Section(QScrollArea):
    """One section: a column of cards that scrolls."""

    def __init__(self, theme: Theme, title: str, icon: str) -> None:
        super().__init__()
        self.theme = theme
        self.title = title
        self.icon = icon
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The controls inside are what one goes to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(SPACE_L)
        self._column.addStretch(1)
        self._centre()
        self.setWidget(self._inside)

    def add_card(self, title: str, text: str = "") -> Card:
        """One more card below those that are there."""
        card = Card(title, text)
        self.insert_card(card)
        return card

    def insert_card(self, card: Card) -> None:
        """A card of one's own below those that are there."""
        self._column.insertWidget(self._column.count() - 1, card)

    @property
    def beside(self) -> int:
        """Pixels from the edge to where the cards begin."""
        return max(SPACE_XL, (self.width() - card_width(self)) // 2)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        draw(self, self.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._centre()

    def _centre(self) -> None:
        # No wider than the cards, or layouts count with lines that are longer than they are.
        right = max(SPACE_XL, self.viewport().width() - self.beside - card_width(self))
        self._column.setContentsMargins(self.beside, SPACE_S, right, SPACE_XL)

    def shown(self) -> None:
        """The section came to the front; for those that read something then."""


class Card(QFrame):
    """Settings that belong together, under a title."""

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self._column.setSpacing(SPACE_M)
        self._column.addWidget(label(title, "section"))
        if text:
            self._column.addWidget(wrapped(text, "body"))
        self._fit()

    def add(self, widget: QWidget) -> None:
        """One more thing, across the card."""
        self._column.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(card_width(self))


class Row(QWidget):
    """What is set, what that means, its control, and a way back to the default."""

    def __init__(self, title: str, text: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self.title = label(title, "setting")
        self.text = wrapped(text, "caption")
        self.reset = named_button("reset", self.tr("Reset to the default"), title)
        self.reset.hide()
        control.setAccessibleName(control.accessibleName() or title)
        control.setAccessibleDescription(text)
        self.title.setBuddy(control)
        self._lay_out()

    def explain(self, text: str) -> None:
        """Change what the setting means."""
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.control.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction, align = QBoxLayout.Direction, Qt.AlignmentFlag
        if self.width() >= BESIDE_WIDTH * self.fontMetrics().averageCharWidth():
            self._row.setDirection(direction.LeftToRight)
            self._row.setAlignment(self._side, align.AlignRight | align.AlignVCenter)
            self._side.setDirection(direction.LeftToRight)
        else:
            self._row.setDirection(direction.TopToBottom)
            self._row.setAlignment(self._side, align.AlignLeft)
            # The control begins where the words do.
            self._side.setDirection(direction.RightToLeft)

    def _lay_out(self) -> None:
        self.text.setVisible(bool(self.text.text()))
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        words.addWidget(self.title)
        words.addWidget(self.text)
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side.setSpacing(SPACE_XS)
        self._side.addWidget(self.reset)
        self._side.addWidget(self.control)
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(kept)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_S)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._side)


class Bound:
    """Keeps a row and a setting in step: the control shows it, and the reset gives its default."""

    def __init__(
        self, preferences: Preferences, row: Row, name: str, show: Callable[[Settings], object]
    ) -> None:
        """show: puts the setting into the control. The control calls preferences.change."""
        self._preferences = preferences
        self._row = row
        self._name = name
        self._show = show
        row.reset.clicked.connect(lambda: preferences.reset(name))
        self.refresh()

    def refresh(self) -> None:
        """Show what counts now."""
        settings = self._preferences.settings
        with QSignalBlocker(self._row.control):
            self._show(settings)
        changed = getattr(settings, self._name) != getattr(Settings(), self._name)
        if self._row.reset.hasFocus() and not changed:
            self._row.control.setFocus()
        self._row.reset.setVisible(changed)


class SettingsSection(Section):
    """A section with rows that show settings."""

    def __init__(self, theme: Theme, title: str, icon: str, preferences: Preferences) -> None:
        super().__init__(theme, title, icon)
        self.preferences = preferences
        self._bound: list[Bound] = []
        preferences.changed.connect(self._refresh)
        preferences.failed.connect(self._refresh)

    def bind(self, row: Row, name: str, show: Callable[[Settings], object]) -> Row:
        """Have a row show a setting. See Bound."""
        self._bound.append(Bound(self.preferences, row, name, show))
        return row

    def add_switch(self, card: Card, box: QCheckBox, name: str, title: str, text: str) -> None:
        """A row of a card that switches a setting on and off."""
        box.setAccessibleName(title)
        box.toggled.connect(lambda on: self.preferences.change(**{name: on}))
        row = Row(title, text, box)
        card.add(self.bind(row, name, lambda settings: box.setChecked(getattr(settings, name))))

    @Slot()
    def _refresh(self) -> None:
        for bound in self._bound:
            bound.refresh()


class Number(QSpinBox):
    """A whole number that is told when it is meant: at Return, by the arrows, or on leaving.

    meant(int).
    """

    meant = Signal(int)

    def __init__(self, lowest: int, highest: int, step: int, suffix: str) -> None:
        super().__init__()
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setGroupSeparatorShown(True)
        # As wide as ordinary numbers, not as the largest one.
        self.setMaximumWidth(NUMBER_WIDTH * self.fontMetrics().averageCharWidth())
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.meant)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change what happens to lie under the pointer."""
        event.ignore()


def named_button(icon: str, says: str, of_what: str) -> QToolButton:
    """An icon among others like it, told apart by what it belongs to. Drawn by draw()."""
    made = tool_button(icon, says)
    made.setProperty("picture", icon)
    made.setAccessibleName(f"{says}: {of_what}")
    made.setIconSize(QSize(16, 16))
    return made


def draw(part: QWidget, theme: Theme) -> None:
    """Draw the icons in a part in the colours in use."""
    for button in part.findChildren(QToolButton):
        if name := button.property("picture"):
            button.setIcon(theme.icon(name))
    rows = [*part.findChildren(ListRow), *([part] if isinstance(part, ListRow) else [])]
    for row in rows:
        row.draw(theme)


def in_line(*widgets: QWidget) -> QWidget:
    """Widgets side by side at the beginning of a line."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_S)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return made
