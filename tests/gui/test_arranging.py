"""How photos lie in the grid, by commands and by typing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from photoclip.domain import Order

from .conftest import App, OpenApp, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def order_by(app: App, order: Order) -> list[str]:
    app.window.commands.action(f"order_{order.value}").trigger()
    app.wait(lambda: app.window.gallery.answer.query.order is order)
    return app.wait_for_names()


def test_orders_by_command(app: App) -> None:
    newest = order_by(app, Order.NEWEST)
    assert order_by(app, Order.NAME) == sorted(newest)
    assert order_by(app, Order.OLDEST) == newest[::-1]


def test_the_best_match_is_offered_only_for_a_search(app: App) -> None:
    best = app.window.commands.action("order_relevance")
    assert not best.isEnabled()
    app.search("two parrots")
    app.wait(best.isEnabled)
    app.window.gallery.show_everything()
    app.wait(lambda: not best.isEnabled())


def test_typing_goes_by_names_only_in_their_order(app: App) -> None:
    names, grid = order_by(app, Order.NAME), app.window.grid
    grid.setFocus()
    grid.show_photo(0)
    app.qtbot.keyClicks(grid, "two")
    app.wait(lambda: names[grid.currentIndex().row()].startswith("two_parrots"))
    assert app.window.browser.search.edit.text() == ""
    order_by(app, Order.NEWEST)
    app.qtbot.keyClick(grid, Qt.Key.Key_T)
    assert app.window.browser.search.edit.text() == "t"


def test_sizes_by_command(app: App) -> None:
    before = app.window.grid.cell_size
    app.window.commands.action("larger").trigger()
    assert app.window.grid.cell_size > before
    app.window.commands.action("smaller").trigger()
    app.window.commands.action("smaller").trigger()
    assert app.window.grid.cell_size < before
    assert app.window.browser.tile_size.value() == app.window.grid.cell_size


def test_a_day_is_selected_at_once(app: App) -> None:
    app.window.grid.show_photo(1)
    app.window.commands.action("select_day").trigger()
    assert app.window.grid.count_selected() == 4
    assert app.window.commands.action("similar").isEnabled()
