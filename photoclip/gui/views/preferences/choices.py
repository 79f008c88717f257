"""Controls with which one of a few things is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QWidget


class Segments(QWidget):
    """One of a few words, all of them in sight. chosen(key)."""

    chosen = Signal(str)

    def __init__(self, choices: Mapping[str, str]) -> None:
        """choices: the words by their keys."""
        super().__init__()
        self.setObjectName("segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, word in choices.items():
            button = QToolButton()
            button.setText(word)
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self.setFocusProxy(next(iter(self._buttons.values())))

    @property
    def key(self) -> str:
        """What is chosen."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def show_key(self, key: str) -> None:
        """Show another choice, without telling."""
        self._buttons[key].setChecked(True)
        self.setFocusProxy(self._buttons[key])

    def button(self, key: str) -> QToolButton:
        """The button of a choice."""
        return self._buttons[key]


class Choice(QComboBox):
    """One of several words; some may not be had. meant(key): the person chose it."""

    meant = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda at: self.meant.emit(self.itemData(at)))

    def offer(self, choices: Mapping[str, str], obstacles: Mapping[str, str] | None = None) -> None:
        """Offer words by their keys. obstacles: why some cannot be chosen."""
        self.clear()
        for key, word in choices.items():
            why = (obstacles or {}).get(key, "")
            self.addItem(word, key)
            at = self.count() - 1
            self.setItemData(at, why, Qt.ItemDataRole.ToolTipRole)
            self.setItemData(at, f"{word}, {why}" if why else word, _SPOKEN)
            model = self.model()
            if why and isinstance(model, QStandardItemModel):
                model.item(at).setEnabled(False)

    def show_key(self, key: str) -> None:
        """Show another choice, without telling."""
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change what happens to lie under the pointer."""
        event.ignore()


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
