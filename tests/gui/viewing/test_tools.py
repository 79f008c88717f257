"""What the viewer can do with the photo that is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from photoclip.gui.theme import Theme
from photoclip.gui.views.viewer.viewer import Viewer

from ..conftest import App, OpenApp, with_photos
from .conftest import (
    Key,
    look,
    wait_until_sharp,
)


class TestGoing:
    def test_home_and_end(self, app: App) -> None:
        viewer = look(app, 1)
        app.qtbot.keyClick(viewer, Key.Key_End)
        assert viewer.row == 3
        app.qtbot.keyClick(viewer, Key.Key_Right)
        assert viewer.row == 3
        app.qtbot.keyClick(viewer, Key.Key_Home)
        assert viewer.row == 0

    def test_it_tells_which_photo_is_looked_at(self, app: App) -> None:
        spy = QSignalSpy(app.window.viewer.current_changed)
        viewer = look(app, 1)
        viewer.next()
        assert [spy.at(n)[0] for n in range(spy.count())] == list(app.window.photo_model.ids[1:3])

    def test_two_ahead_are_loaded_and_one_behind(self, app: App) -> None:
        ids = app.window.photo_model.ids
        viewer = look(app, 1)
        assert viewer.neighbours() == [ids[2], ids[3], ids[0]]
        viewer.next()
        viewer.previous()
        assert viewer.neighbours() == [ids[0], ids[2]]

    def test_the_next_photo_is_there_at_once(self, app: App) -> None:
        viewer = look(app)
        following = app.window.photo_model.ids[1]
        app.wait(lambda: app.window.pictures.is_ready(following))
        viewer.next()
        assert viewer.canvas.decoded_width in (768, 512)

    def test_keys_of_the_window_are_left_to_it(self, app: App) -> None:
        viewer = look(app, 1)
        for key in (Key.Key_R, Key.Key_I, Key.Key_Right, Key.Key_F):
            app.qtbot.keyClick(viewer, key, Qt.KeyboardModifier.MetaModifier)
        assert viewer.row == 1
        assert viewer.canvas.turn == 0
        assert not viewer.information.isVisible()
        assert not viewer.is_full_screen


class TestOpening:
    def test_all_pixels_are_only_loaded_to_be_looked_at(
        self, open_app: OpenApp, tmp_path: Path
    ) -> None:
        folder = tmp_path / "Large"
        folder.mkdir()
        Image.effect_noise((3000, 2000), 40).convert("RGB").save(folder / "large.jpg")
        app = with_photos(open_app, folder, 1)
        canvas = app.window.viewer.canvas
        wished = QSignalSpy(canvas.sharpness_wanted)
        app.window.looking.look_at(0)
        app.wait(lambda: canvas.decoded_width > 512)
        assert wished.count() == 0
        app.window.viewer.actual_size()
        app.wait(lambda: canvas.decoded_width == 3000)

    def test_the_tile_of_the_grid_is_shown_at_once(self, app: App) -> None:
        photo = app.window.photo_model.ids[0]
        app.wait(lambda: app.window.thumbnails.tile(photo) is not None)
        canvas = app.window.viewer.canvas
        app.window.looking.look_at(0)
        assert canvas.has_pixels, "before anything was read"
        before = where_it_lies(app)
        assert canvas.decoded_width == 0
        app.wait(lambda: canvas.decoded_width > 0)
        assert where_it_lies(app) == before
        wait_until_sharp(app)
        assert where_it_lies(app) == before

    def test_thumbnails_of_the_strip_are_shown_at_once(self, app: App) -> None:
        viewer = look(app)
        pictures = app.window.pictures
        third = app.window.photo_model.ids[3]
        app.wait(lambda: pictures.at_hand(third) is not None)
        viewer.last()
        assert viewer.canvas.decoded_width > 0


def where_it_lies(app: App) -> QRectF:
    canvas = app.window.viewer.canvas
    return QRectF(canvas.mapFromScene(canvas.sceneRect()).boundingRect())


class TestTurning:
    def test_it_is_turned_and_stays_so(self, app: App, pictures: Path) -> None:
        before = {path: path.read_bytes() for path in pictures.iterdir()}
        viewer = look(app)
        wide = viewer.canvas.sceneRect().size().toSize()
        app.qtbot.keyClick(viewer, Key.Key_R)
        assert viewer.canvas.sceneRect().size().toSize() == wide.transposed()
        assert viewer.canvas.is_fitted
        viewer.next()
        assert viewer.canvas.turn == 0
        viewer.previous()
        assert viewer.canvas.turn == 1
        app.qtbot.keyClick(viewer, Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
        app.qtbot.keyClick(viewer, Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
        assert viewer.canvas.turn == 3
        assert {path: path.read_bytes() for path in pictures.iterdir()} == before

    @pytest.mark.parametrize(
        ("turn", "corner"), [(0, "red"), (1, "blue"), (2, "yellow"), (3, "lime")]
    )
    def test_turns_go_to_the_right(
        self, qtbot: QtBot, theme: Theme, turn: int, corner: str
    ) -> None:
        viewer = Viewer(theme)
        qtbot.addWidget(viewer)
        viewer.resize(500, 500)
        viewer.show()
        viewer.show_nothing(turn)
        viewer.show_picture(four_corners(), QSize(40, 20))
        canvas = viewer.canvas
        at = canvas.mapFromScene(2, 2)
        assert canvas.viewport().grab().toImage().pixelColor(at) == QColor(corner)


def four_corners() -> QImage:
    """Red and lime above, blue and yellow below."""
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    for x in range(40):
        for y in range(20):
            row = ("red", "lime") if y < 10 else ("blue", "yellow")
            image.setPixelColor(x, y, QColor(row[x >= 20]))
    return image


class TestZooming:
    def test_actual_size_fill_and_fit(self, app: App) -> None:
        viewer = look(app)
        canvas = viewer.canvas
        fitted = canvas.scale_factor
        app.qtbot.keyClick(viewer, Key.Key_1)
        assert canvas.scale_factor == pytest.approx(1.0)
        app.qtbot.keyClick(viewer, Key.Key_2)
        shown, space = where_it_lies(app), canvas.viewport().size()
        assert shown.width() >= space.width() - 1
        assert shown.height() >= space.height() - 1
        assert not canvas.is_fitted
        app.qtbot.keyClick(viewer, Key.Key_0)
        assert canvas.scale_factor == pytest.approx(fitted)

    def test_arrows_move_what_is_zoomed(self, app: App) -> None:
        viewer = look(app, 1)
        for _ in range(6):
            viewer.zoom_in()
        bar = viewer.canvas.horizontalScrollBar()
        before = bar.value()
        app.qtbot.keyClick(viewer, Key.Key_Right)
        assert bar.value() > before
        assert viewer.row == 1
        app.qtbot.keyClick(viewer, Key.Key_PageDown)
        assert viewer.row == 2

    def test_dragging_moves_what_is_zoomed(self, app: App) -> None:
        viewer = look(app)
        for _ in range(6):
            viewer.zoom_in()
        port, bar = viewer.canvas.viewport(), viewer.canvas.horizontalScrollBar()
        before = bar.value()
        middle = port.rect().center()
        app.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=middle)
        app.qtbot.mouseMove(port, middle - QPoint(60, 0))
        app.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middle - QPoint(60, 0))
        assert bar.value() == before + 60

    def test_a_tiny_picture_is_not_blown_up(self, qtbot: QtBot, theme: Theme) -> None:
        viewer = Viewer(theme)
        qtbot.addWidget(viewer)
        viewer.resize(900, 700)
        viewer.show()
        viewer.show_picture(four_corners(), QSize(40, 20))
        assert viewer.canvas.scale_factor == pytest.approx(4.0)

    def test_a_panorama_fits(self, qtbot: QtBot, theme: Theme) -> None:
        viewer = Viewer(theme)
        qtbot.addWidget(viewer)
        viewer.resize(900, 700)
        viewer.show()
        viewer.show_picture(four_corners(), QSize(40_000, 800))
        shown = viewer.canvas.mapFromScene(viewer.canvas.sceneRect()).boundingRect()
        assert abs(shown.width() - 900) <= 2
        assert abs(shown.center().y() - viewer.canvas.viewport().rect().center().y()) <= 2


class TestInformation:
    def test_it_comes_and_goes(self, app: App, pictures: Path) -> None:
        viewer = look(app)
        app.qtbot.keyClick(viewer, Key.Key_I)
        assert viewer.information.isVisible()
        app.wait(lambda: viewer.information.facts)
        told = {fact.name: fact.value for fact in viewer.information.facts}
        assert told["Name"] == app.names()[0]
        assert told["Folder"] == str(pictures)
        assert "×" in told["Size"]
        assert viewer.button("info").isChecked()
        app.qtbot.keyClick(viewer, Key.Key_I)
        assert not viewer.information.isVisible()


class TestFullScreen:
    def test_only_the_photo_stays(self, app: App) -> None:
        viewer, window = look(app), app.window
        app.qtbot.keyClick(viewer, Key.Key_F)
        app.wait(lambda: viewer.is_full_screen)
        assert window.isFullScreen()
        assert not viewer.bar.isVisible()
        assert not viewer.filmstrip.isVisible()
        assert not window.menuBar().isVisible()
        assert viewer.button("leave-full-screen").isVisible()
        viewer.overlay.sleep()
        assert not viewer.overlay.pill.isVisible()
        assert viewer.canvas.viewport().cursor().shape() is Qt.CursorShape.BlankCursor
        app.qtbot.mouseMove(viewer.canvas.viewport(), QPoint(30, 40))
        assert viewer.overlay.pill.isVisible()
        assert viewer.canvas.viewport().cursor().shape() is not Qt.CursorShape.BlankCursor

    def test_escape_leaves_it_first(self, app: App) -> None:
        viewer = look(app)
        viewer.toggle_full_screen()
        app.wait(lambda: viewer.is_full_screen)
        app.qtbot.keyClick(viewer, Key.Key_Escape)
        app.wait(lambda: not viewer.is_full_screen)
        assert app.window.looking.open_now
        assert viewer.bar.isVisible()
        app.qtbot.keyClick(viewer, Key.Key_Escape)
        assert not app.window.looking.open_now

    def test_closing_the_viewer_gives_the_window_back(self, app: App) -> None:
        viewer = look(app)
        viewer.toggle_full_screen()
        app.wait(lambda: viewer.is_full_screen)
        app.qtbot.keyClick(viewer, Key.Key_Return)
        app.wait(lambda: not app.window.isFullScreen())
        assert not app.window.commands.action("full_screen").isChecked()
