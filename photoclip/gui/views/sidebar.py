"""The side panel: all photos, watched folders, problems."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoclip.gui import wording
from photoclip.gui.delegates.folder import FolderDelegate
from photoclip.gui.models.folders import FolderModel
from photoclip.gui.theme import Theme
from photoclip.gui.views.parts import label, restyle, tool_button

WIDTH = 236


class NavButton(QToolButton):
    """A place to go, with a count at its end."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(f"  {text}")
        self.setProperty("role", "nav")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(20, 20))
        self.setMinimumWidth(WIDTH - 24)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.badge = label("", "badge")
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch()
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_count(self, count: int, *, alert: bool = False) -> None:
        """The number at the end; none for nothing."""
        self.badge.setText(wording.number(count))
        self.badge.setVisible(count > 0)
        restyle(self.badge, alert=alert)
        self.setAccessibleDescription(wording.number(count))


class Sidebar(QFrame):
    """photos_wanted, problems_wanted: a place was chosen; the rest is about folders."""

    photos_wanted = Signal()
    problems_wanted = Signal()
    add_wanted = Signal()
    folder_menu_wanted = Signal(object, QPoint)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, model: FolderModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setMinimumWidth(180)
        self._theme = theme
        self._model = model
        self.photos = NavButton(self.tr("All photos"))
        self.problems = NavButton(self.tr("Problems"))
        self.add = tool_button("add", self.tr("Watch another folder (Ctrl+O)"))
        self._delegate = FolderDelegate(theme, self)
        self.folders = _folder_list(model, self._delegate)
        self.folders.setAccessibleName(self.tr("Watched folders"))
        self._none = label(self.tr("No folder is watched yet."), "body")
        self._lay_out()
        self._connect()
        self.apply_theme()
        self._show_none()
        self.show_place(problems=False)

    def show_place(self, *, problems: bool) -> None:
        """Mark where the person is."""
        self.photos.setChecked(not problems)
        self.problems.setChecked(problems)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.photos.setIcon(self._theme.icon("photos"))
        self.problems.setIcon(self._theme.icon("problem"))
        self.add.setIcon(self._theme.icon("plus"))
        self.folders.viewport().update()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(8, 12, 0, 0)
        heading.addWidget(label(self.tr("Watched folders"), "heading"))
        heading.addStretch()
        heading.addWidget(self.add)
        self._none.setWordWrap(True)
        self._none.setContentsMargins(8, 0, 8, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(2)
        column.addWidget(self.photos)
        column.addWidget(self.problems)
        column.addLayout(heading)
        column.addWidget(self._none)
        column.addWidget(self.folders, 1)
        column.addStretch()

    def _connect(self) -> None:
        self.photos.clicked.connect(self.photos_wanted)
        self.problems.clicked.connect(self.problems_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.folders.customContextMenuRequested.connect(self._folder_menu)
        self._delegate.menu_wanted.connect(self.folder_menu_wanted)
        self._model.modelReset.connect(self._show_none)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.folders)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove_chosen)

    @Slot()
    def _show_none(self) -> None:
        empty = self._model.rowCount() == 0
        self._none.setVisible(empty)
        self.folders.setVisible(not empty)

    @Slot(QPoint)
    def _folder_menu(self, at: QPoint) -> None:
        index = self.folders.indexAt(at)
        if index.isValid():
            row = self._model.folder(index)
            self.folder_menu_wanted.emit(row, self.folders.viewport().mapToGlobal(at))

    @Slot()
    def _remove_chosen(self) -> None:
        index = self.folders.currentIndex()
        if index.isValid():
            self.remove_wanted.emit(self._model.folder(index).root)


def _folder_list(model: FolderModel, delegate: FolderDelegate) -> QListView:
    # Without a parent, so that the layout's order is the order of the Tab key.
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.setAcceptDrops(False)
    return view
