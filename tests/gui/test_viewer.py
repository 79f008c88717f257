"""One photo in full."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from .conftest import App, OpenApp, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def sharp(app: App) -> bool:
    """Whether all pixels of the sample photos (768 x 512) are shown."""
    return (
        app.window.viewer.canvas.decoded_width in (768, 512) and app.window.viewer.canvas.is_fitted
    )


def test_enter_opens_and_arrows_go_on(app: App) -> None:
    names, viewer = app.names(), app.window.viewer
    app.window.grid.show_photo(1)
    app.qtbot.keyClick(app.window.grid, Qt.Key.Key_Return)
    assert app.window.looking.open_now
    app.wait(lambda: viewer.name.text() == names[1] and sharp(app))
    assert "× " in viewer.details.text() or "×" in viewer.details.text()
    app.qtbot.keyClick(viewer, Qt.Key.Key_Right)
    app.wait(lambda: viewer.name.text() == names[2] and sharp(app))
    app.qtbot.keyClick(viewer, Qt.Key.Key_Left)
    app.qtbot.keyClick(viewer, Qt.Key.Key_Left)
    app.wait(lambda: viewer.name.text() == names[0])
    app.qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.row == 0
    assert not viewer.button("previous").isEnabled()
    app.qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not app.window.looking.open_now
    assert app.window.grid.currentIndex().row() == 0


def test_double_click_opens(app: App) -> None:
    app.wait(lambda: app.window.grid.visible_rows())
    grid = app.window.grid
    at = grid.visualRect(app.window.photo_model.index(2)).center()
    app.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    app.qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    app.wait(lambda: app.window.viewer.name.text() == app.names()[2])


def test_zoom(app: App) -> None:
    app.window.looking.look_at(0)
    viewer = app.window.viewer
    app.wait(lambda: sharp(app))
    fitted = viewer.canvas.scale_factor
    app.qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.canvas.scale_factor > fitted
    app.qtbot.keyClick(viewer, Qt.Key.Key_Minus)
    assert viewer.canvas.is_fitted
    wheel(viewer.canvas.viewport(), 480)
    assert viewer.canvas.scale_factor == pytest.approx(fitted * 1.25**4, rel=0.01)
    app.qtbot.keyClick(viewer, Qt.Key.Key_0)
    assert viewer.canvas.scale_factor == pytest.approx(fitted)
    wheel(viewer.canvas.viewport(), 120 * 40)
    assert viewer.canvas.scale_factor <= 8.01


def wheel(target: object, turned: int) -> None:
    middle = QPointF(target.rect().center())
    QApplication.sendEvent(
        target,
        QWheelEvent(
            middle,
            target.mapToGlobal(middle),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_large_pictures_come_reduced_and_whole_when_zoomed(
    open_app: OpenApp, tmp_path: Path
) -> None:
    folder = tmp_path / "Large"
    folder.mkdir()
    Image.linear_gradient("L").resize((6000, 4000)).convert("RGB").save(folder / "large.jpg")
    app = with_photos(open_app, folder, 1)
    app.window.looking.look_at(0)
    canvas = app.window.viewer.canvas
    app.wait(lambda: canvas.decoded_width > 512)
    # The screen of the tests is 800 x 800.
    assert canvas.decoded_width < 3000
    wheel(canvas.viewport(), 120 * 12)
    app.wait(lambda: canvas.decoded_width == 6000)
    assert not canvas.is_fitted


def test_find_similar_from_the_viewer(app: App) -> None:
    app.window.looking.look_at(0)
    first = app.names()[0]
    app.qtbot.mouseClick(app.window.viewer.button("similar"), Qt.MouseButton.LeftButton)
    assert not app.window.looking.open_now
    assert first not in app.wait_for_similar()


def test_actions_act_on_the_photo_in_the_viewer(app: App) -> None:
    app.window.looking.look_at(3)
    app.window.commands.action("open").trigger()
    app.wait(lambda: [path.name for path in app.desktop.opened] == [app.names()[3]])


def test_a_photo_that_is_gone_says_why(app: App, pictures: Path) -> None:
    app.engine.library.stop_watching()
    for path in pictures.iterdir():
        path.unlink()
    app.window.looking.look_at(0)
    app.wait(lambda: app.window.viewer.error.isVisible())
    assert "does not exist" in app.window.viewer.error.text()


def test_looking_at_photos_while_the_list_changes(app: App, pictures: Path) -> None:
    app.window.looking.look_at(3)
    looked_at = app.window.viewer.photo
    app.window.gallery.refresh()
    (pictures / app.names()[0]).unlink()
    app.wait(lambda: app.window.photo_model.rowCount() == 3)
    app.qtbot.keyClick(app.window.viewer, Qt.Key.Key_Escape)
    assert app.window.grid.selected_photos() == [looked_at]
