"""The middle of the window: search box, result line, and the grid or what stands for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from photoclip.gui.theme import Theme
from photoclip.gui.views.grid.photo_grid import PhotoGrid
from photoclip.gui.views.grid.timeline import GridWithTimeline
from photoclip.gui.views.pages import ErrorPage, LoadingPage, NothingPage
from photoclip.gui.views.problems import ProblemsPage
from photoclip.gui.views.search.more_line import MoreLine
from photoclip.gui.views.search.note_line import NoteLine
from photoclip.gui.views.search.result_line import ResultLine
from photoclip.gui.views.search.search_bar import SearchBar
from photoclip.gui.views.welcome import WelcomePage


class AlonePage(QWidget):
    """Stands in place of photos and the search box."""

    def apply_theme(self) -> None:
        """Drawings in the colours in use."""


class Browser(QWidget):
    """Shows one of its pages at a time; who decides which is the window."""

    def __init__(self, theme: Theme, grid: PhotoGrid, problems: ProblemsPage) -> None:
        super().__init__()
        self.setObjectName("browser")
        self._theme = theme
        self.grid = grid
        self._photos = GridWithTimeline(theme, grid)
        self.problems = problems
        self.search = SearchBar(theme)
        self.line = ResultLine(theme, grid.cell_size)
        self.note = NoteLine(theme)
        self.more = MoreLine()
        self.result = self.line.label
        self.tile_size = self.line.tile_size
        self.welcome = WelcomePage(theme)
        self.loading = LoadingPage(theme)
        self.nothing = NothingPage(theme)
        self.error = ErrorPage(theme)
        self._added: list[AlonePage] = []
        # Without the search box above them.
        self._alone: list[QWidget] = [self.welcome, problems]
        self._head = QWidget()
        self.pages = QStackedWidget()
        self._lay_out()
        self.apply_theme()

    def add_page(self, page: AlonePage) -> None:
        """A page that stands in place of photos and the search box."""
        self._alone.append(page)
        self._added.append(page)
        self.pages.addWidget(page)
        _tab_after(self.grid, page)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front, with what belongs above it."""
        welcomed = self.page is self.welcome and self.welcome.isAncestorOf(self.focusWidget())
        self.pages.setCurrentWidget(self._photos if page is self.grid else page)
        self.line.setVisible(page is self.grid)
        self.note.setVisible(page is self.grid and bool(self.note.label.text()))
        self.more.setVisible(page is self.grid and bool(self.more.label.text()))
        self._head.setVisible(page not in self._alone)
        if welcomed and page is not self.welcome:
            # Or Qt picks whatever comes next; typing is what one does now.
            self.search.edit.setFocus()

    @property
    def page(self) -> QWidget | None:
        """The page in front."""
        page = self.pages.currentWidget()
        return self.grid if page is self._photos else page

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for part in (
            self.search,
            self.line,
            self.note,
            self.welcome,
            self.loading,
            self.nothing,
            self.error,
        ):
            part.apply_theme()
        self.problems.apply_theme()
        for page in self._added:
            page.apply_theme()
        self.grid.viewport().update()

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(18, 14, 18, 4)
        head.addWidget(self.search)
        self.tile_size.valueChanged.connect(self._resize_tiles)
        for page in (
            self.loading,
            self.welcome,
            self._photos,
            self.nothing,
            self.error,
            self.problems,
        ):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.line)
        column.addWidget(self.note)
        column.addWidget(self.pages, 1)
        column.addWidget(self.more)

    @Slot(int)
    def _resize_tiles(self, side: int) -> None:
        self.grid.set_cell_size(side)


def _tab_after(before: QWidget, page: QWidget) -> None:
    """Have Tab come through a page where it stands; what is made late comes last otherwise."""
    chain: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and page.isAncestorOf(widget):
        chain.append(widget)
        widget = widget.nextInFocusChain()
    for widget in chain:
        # Qt leaves the others where they are.
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(before, widget)
            before = widget
