"""The page of the preferences: a list of sections, and the cards of the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme
from photoclip.gui.views.parts import label, tool_button
from photoclip.gui.views.preferences.folders import FoldersSection
from photoclip.gui.views.preferences.general import GeneralSection
from photoclip.gui.views.preferences.model import ModelSection
from photoclip.gui.views.preferences.parts import Section
from photoclip.gui.views.preferences.privacy import PrivacySection
from photoclip.gui.views.preferences.storage import StorageSection

# In widths of an average letter.
NAVIGATION_WIDTH = 28


class PreferencesPage(QWidget):
    """closed: back to the photos. left: nobody looks at the storage any more.

    The sections tell what else is wanted: general, folders, model, storage, privacy.
    """

    closed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("preferences")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.general = GeneralSection(theme, preferences)
        self.folders = FoldersSection(theme, preferences)
        self.model = ModelSection(theme, preferences)
        self.storage = StorageSection(theme, preferences)
        self.privacy = PrivacySection(theme, preferences)
        self.sections: list[Section] = [
            self.general,
            self.folders,
            self.model,
            self.storage,
            self.privacy,
        ]
        self.back = tool_button("back", self.tr("Back to the photos"))
        self.navigation = QListWidget()
        self._pages = QStackedWidget()
        self.heading = label("", "page")
        self._fill()
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.navigation.currentRowChanged.connect(self._open)
        self.privacy.storage_wanted.connect(self._open_storage)
        theme.changed.connect(self.apply_theme)
        self.apply_theme()
        self.navigation.setCurrentRow(0)

    def open(self, section: Section | None = None) -> None:
        """Show a section, or the one that was open last."""
        row = self.navigation.currentRow() if section is None else self.sections.index(section)
        if row == self.navigation.currentRow():
            self._open(row)
        self.navigation.setCurrentRow(row)
        self.navigation.setFocus()

    @Slot()
    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.back.setIcon(self._theme.icon("back", "text"))
        for row, section in enumerate(self.sections):
            self.navigation.item(row).setIcon(self._theme.icon(section.icon))
            section.apply_theme()
        width = NAVIGATION_WIDTH * self.fontMetrics().averageCharWidth()
        self.navigation.setFixedWidth(width)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The rows were measured before the style sheet had its say.
        self.navigation.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.navigation.setObjectName("preferencesNavigation")
        self.navigation.setAccessibleName(self.tr("Sections of the preferences"))
        for section in self.sections:
            section.setAccessibleName(section.title)
            self.navigation.addItem(QListWidgetItem(section.title))
            self._pages.addWidget(section)
            section.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_S)
        head.addWidget(self.back)
        head.addWidget(label(self.tr("Preferences"), "page"))
        head.addStretch(1)
        side = QVBoxLayout()
        side.setContentsMargins(SPACE_M, SPACE_L, SPACE_M, SPACE_M)
        side.setSpacing(SPACE_M)
        side.addLayout(head)
        side.addWidget(self.navigation, 1)
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._top)
        right.addWidget(self._pages, 1)
        panel = QWidget()
        panel.setObjectName("preferencesSide")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.setLayout(side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(panel)
        row.addLayout(right, 1)

    @Slot(int)
    def _open(self, row: int) -> None:
        section = self.sections[row]
        self.left.emit()
        self.heading.setText(section.title)
        self._pages.setCurrentWidget(section)
        self._align()
        if self.isVisible():
            section.shown()

    def _align(self) -> None:
        """The heading stands where the cards below it begin."""
        section = self.sections[self.navigation.currentRow()]
        self._top.setContentsMargins(section.beside, SPACE_L + SPACE_S, SPACE_XL, SPACE_S)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._align()
        return super().eventFilter(watched, event)

    @Slot()
    def _open_storage(self) -> None:
        self.open(self.storage)
