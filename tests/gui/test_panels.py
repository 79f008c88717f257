"""The columns of the window: their widths at the first start and at the next."""

from __future__ import annotations

from PySide6.QtCore import QSize

from photoclip.gui.views.panels import DETAILS, DETAILS_WIDTH, SIDEBAR, SIDEBAR_WIDTH

from .conftest import App, OpenApp, close

# Of the usual size in spite of the small screen that tests have.
SIZE = QSize(1240, 800)


def opened(open_app: OpenApp) -> App:
    app = open_app()
    app.window.resize(SIZE)
    app.wait(lambda: app.window.panels.width() == SIZE.width())
    return app


def test_the_side_panel_begins_at_its_usual_width(open_app: OpenApp) -> None:
    panels = opened(open_app).window.panels
    assert panels.sizes()[SIDEBAR] == SIDEBAR_WIDTH
    panels.show_details(True)
    assert panels.sizes()[DETAILS] == DETAILS_WIDTH


def test_widths_are_kept_for_the_next_start(open_app: OpenApp) -> None:
    app = opened(open_app)
    app.window.panels.show_details(True)
    app.window.panels.setSizes([300, 560, 380])
    left, _, right = app.window.panels.sizes()
    close(app)
    again = opened(open_app).window.panels
    assert (again.sizes()[SIDEBAR], again.sizes()[DETAILS]) == (left, right)


def test_a_hidden_column_comes_back_as_wide_as_it_was(open_app: OpenApp) -> None:
    panels = opened(open_app).window.panels
    panels.setSizes([310, 930, 0])
    left = panels.sizes()[SIDEBAR]
    panels.show_sidebar(False)
    assert panels.sizes()[SIDEBAR] == 0
    panels.show_sidebar(True)
    assert panels.sizes()[SIDEBAR] == left
