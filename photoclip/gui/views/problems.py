"""The list of files that could not be read, with what to do about them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from photoclip.domain import Problem
from photoclip.gui import wording
from photoclip.gui.delegates.problem import ProblemDelegate
from photoclip.gui.models.problems import ProblemModel
from photoclip.gui.theme import Theme
from photoclip.gui.views.pages import Page
from photoclip.gui.views.parts import label, push_button


class ProblemsPage(QWidget):
    """retry_wanted: read all of them again; menu_wanted: about one problem, where.

    escaped: back to the photos.
    """

    retry_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    reveal_wanted = Signal(object)
    escaped = Signal()

    def __init__(self, theme: Theme, model: ProblemModel) -> None:
        super().__init__()
        self._model = model
        self.title = label("", "page")
        self.retry = push_button(self.tr("Try again"))
        self.list = QListView()
        self.fine = Page(
            theme,
            "fine",
            self.tr("No problems"),
            self.tr("Every file in the watched folders could be read."),
        )
        self._configure(theme)
        self._lay_out()
        self.retry.clicked.connect(self.retry_wanted)
        self.list.activated.connect(self._reveal)
        self.list.customContextMenuRequested.connect(self._menu)
        model.modelReset.connect(self._count)
        self._count()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.fine.apply_theme()
        self.list.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _configure(self, theme: Theme) -> None:
        self.list.setAccessibleName(self.tr("Files that could not be read"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(ProblemDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setAcceptDrops(False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.fine, 1)

    @Slot()
    def _count(self) -> None:
        count = self._model.rowCount()
        self.title.setText(self.tr("{files} could not be read").format(files=wording.files(count)))
        for widget in (self.title, self.retry, self.list):
            widget.setVisible(count > 0)
        self.fine.setVisible(count == 0)

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            problem = self._model.problem(index)
            self.menu_wanted.emit(problem, self.list.viewport().mapToGlobal(at))

    @Slot("QModelIndex")
    def _reveal(self, index: object) -> None:
        problem: Problem = self._model.problem(index)  # type: ignore[arg-type]
        self.reveal_wanted.emit(problem.path)
