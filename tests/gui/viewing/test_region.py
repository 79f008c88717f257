"""A frame around a part of a photo searches for what is in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from photoclip.gui.views.viewer.region_frame import RegionFrame

from ..conftest import App
from .conftest import Key, look

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def frame(app: App) -> Iterator[RegionFrame]:
    """Offered by key over the first photo."""
    viewer = look(app)
    app.qtbot.keyClick(viewer, Key.Key_A)
    assert viewer.region.isVisible()
    yield viewer.region


def draw(app: App, frame: RegionFrame, first: QPoint, last: QPoint) -> None:
    app.qtbot.mousePress(frame, Left, pos=first)
    app.qtbot.mouseMove(frame, last)
    app.qtbot.mouseRelease(frame, Left, pos=last)


def test_a_drawn_frame_is_searched_for_and_words_go_with_it(app: App, frame: RegionFrame) -> None:
    name = app.names()[0]
    space = frame.space
    draw(app, frame, space.center(), space.bottomRight() + QPoint(40, 40))
    app.wait_for_similar()
    assert not app.window.looking.open_now
    chip = app.window.browser.search.chips.chips[0]
    assert chip.data.text == f"Part of {name}"
    app.wait(lambda: not chip._picture.pixmap().isNull())
    names = app.search("parrots")
    assert len(names) == 4
    match = app.window.gallery.why(app.window.photo_model.ids[0])
    assert match is not None
    assert [part for part, _ in match.parts] == [f"Part of {name}", "parrots"]


def test_a_frame_that_is_too_small_says_so_and_stays(app: App, frame: RegionFrame) -> None:
    at = frame.space.center()
    draw(app, frame, at, at + QPoint(4, 200))
    assert frame.isVisible()
    assert "too small" in frame.hint.text()
    assert app.window.looking.open_now
    draw(app, frame, at, at + QPoint(90, 90))
    assert app.wait_for_similar()


def test_keys_move_and_size_the_frame(app: App, frame: RegionFrame) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    before = QRect(frame.frame)
    app.qtbot.keyClick(frame, Key.Key_Right)
    app.qtbot.keyClick(frame, Key.Key_Up)
    assert frame.frame.size() == before.size()
    assert frame.frame.left() > before.left()
    assert frame.frame.top() < before.top()
    for _ in range(90):
        app.qtbot.keyClick(frame, Key.Key_Left)
    assert frame.frame.left() == frame.space.left()
    app.qtbot.keyClick(frame, Key.Key_Down, shift)
    assert frame.frame.height() > before.height()
    app.qtbot.keyClick(frame, Key.Key_Return)
    app.wait_for_similar()
    # Shift adds another part to the first.
    viewer = look(app)
    app.qtbot.keyClick(viewer, Key.Key_A)
    app.qtbot.keyClick(viewer.region, Key.Key_Return, shift)
    app.wait(lambda: len(app.window.gallery.answer.query.pictures) == 2)


def test_escape_leaves_the_frame_and_then_the_photo(app: App, frame: RegionFrame) -> None:
    viewer = app.window.viewer
    assert viewer.button("region").isChecked()
    app.qtbot.keyClick(frame, Key.Key_Escape)
    assert not frame.isVisible()
    assert not viewer.button("region").isChecked()
    assert app.window.looking.open_now
    app.qtbot.keyClick(viewer, Key.Key_A)
    viewer.next()
    assert not frame.isVisible()
    app.wait(lambda: viewer.canvas.has_pixels)
    app.qtbot.mouseClick(viewer.button("region"), Left)
    viewer.rotate_right()
    assert not frame.isVisible()
    app.qtbot.keyClick(viewer, Key.Key_Escape)
    assert not app.window.looking.open_now


@pytest.mark.parametrize("turn", range(4))
def test_a_turned_view_is_cut_upright(app: App, turn: int) -> None:
    viewer = look(app)
    canvas = viewer.canvas
    for _ in range(turn):
        viewer.rotate_right()
    space = canvas.photo_space()
    corner = QRect(space.topLeft(), space.size() / 4)
    region = canvas.region(corner)
    # The corner at the top left of what is seen.
    expected = [(0, 0), (0, 1), (1, 1), (1, 0)][turn]
    middle = ((region.left + region.right) / 2, (region.top + region.bottom) / 2)
    assert tuple(round(share) for share in middle) == expected
    assert region.right - region.left == pytest.approx(0.25, abs=0.02)
