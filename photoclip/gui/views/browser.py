"""The middle of the window: search box, result line, and the grid or what stands for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QStackedWidget, QVBoxLayout, QWidget

from photoclip.gui.theme import Theme
from photoclip.gui.views.grid import LARGEST, SMALLEST, PhotoGrid
from photoclip.gui.views.pages import ErrorPage, LoadingPage, NothingPage, WelcomePage
from photoclip.gui.views.parts import ElidedLabel
from photoclip.gui.views.problems import ProblemsPage
from photoclip.gui.views.search_bar import SearchBar


class Browser(QWidget):
    """Shows one of its pages at a time; who decides which is the window."""

    def __init__(self, theme: Theme, grid: PhotoGrid, problems: ProblemsPage) -> None:
        super().__init__()
        self.setObjectName("browser")
        self._theme = theme
        self.grid = grid
        self.problems = problems
        self.search = SearchBar(theme)
        self.result = ElidedLabel()
        self.tile_size = QSlider(Qt.Orientation.Horizontal)
        self.welcome = WelcomePage(theme)
        self.loading = LoadingPage(theme)
        self.nothing = NothingPage(theme)
        self.error = ErrorPage(theme)
        self._smaller, self._larger = QLabel(), QLabel()
        self._head = QWidget()
        self._line = QWidget()
        self.pages = QStackedWidget()
        self._lay_out()
        self.apply_theme()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front, with what belongs above it."""
        welcomed = self.page is self.welcome and self.welcome.isAncestorOf(self.focusWidget())
        self.pages.setCurrentWidget(page)
        self._line.setVisible(page is self.grid)
        self._head.setVisible(page not in (self.welcome, self.problems))
        if welcomed and page is not self.welcome:
            # Or Qt picks whatever comes next; typing is what one does now.
            self.search.edit.setFocus()

    @property
    def page(self) -> QWidget | None:
        """The page in front."""
        return self.pages.currentWidget()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for part in (self.search, self.welcome, self.loading, self.nothing, self.error):
            part.apply_theme()
        self.problems.apply_theme()
        self._smaller.setPixmap(self._theme.pixmap("photos", 14, "faint"))
        self._larger.setPixmap(self._theme.pixmap("photos", 20, "faint"))
        self.grid.viewport().update()

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(18, 14, 18, 4)
        head.addWidget(self.search)
        self._lay_out_line()
        for page in (
            self.loading,
            self.welcome,
            self.grid,
            self.nothing,
            self.error,
            self.problems,
        ):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._line)
        column.addWidget(self.pages, 1)

    def _lay_out_line(self) -> None:
        self.result.setObjectName("resultLine")
        self.tile_size.setRange(SMALLEST, LARGEST)
        self.tile_size.setFixedWidth(120)
        self.tile_size.setValue(self.grid.cell_size)
        self.tile_size.setToolTip(self.tr("Size of the tiles"))
        self.tile_size.setAccessibleName(self.tr("Size of the tiles"))
        self.tile_size.valueChanged.connect(self._resize_tiles)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(20, 4, 20, 6)
        line.setSpacing(8)
        line.addWidget(self.result, 1)
        for widget in (self._smaller, self.tile_size, self._larger):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot(int)
    def _resize_tiles(self, side: int) -> None:
        self.grid.set_cell_size(side)
