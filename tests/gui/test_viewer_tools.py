"""What the viewer can do with the photo that is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from photoclip.domain import PhotoId
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.filmstrip import Filmstrip
from photoclip.gui.views.slideshow import Slideshow
from photoclip.gui.views.viewer import Viewer

from .conftest import App, OpenApp, with_photos

Key = Qt.Key


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def look(app: App, row: int = 0) -> Viewer:
    app.window.looking.look_at(row)
    wait_until_sharp(app)
    viewer: Viewer = app.window.viewer
    return viewer


def wait_until_sharp(app: App) -> None:
    app.wait(lambda: app.window.viewer.canvas.decoded_width in (768, 512))


class Recording:
    """An Awake that only notes."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def hold(self, reason: str) -> None:
        assert reason
        self.notes.append("hold")

    def release(self) -> None:
        self.notes.append("release")


def runs(viewer: Viewer) -> bool:
    return viewer.slideshow.is_running


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


class TestSlideshow:
    def test_it_waits_for_the_next_photo(self, qtbot: QtBot) -> None:
        ready: list[bool] = []
        show = Slideshow(lambda: bool(ready))
        show.set_seconds(1)
        with qtbot.assertNotEmitted(show.next_wanted, wait=1300):
            show.toggle()
        ready.append(True)
        with qtbot.waitSignal(show.next_wanted, timeout=2000):
            pass
        show.stop()

    def test_it_goes_on_and_round(self, app: App) -> None:
        viewer = look(app, 3)
        app.qtbot.keyClick(viewer, Key.Key_Space)
        assert runs(viewer)
        assert viewer.button("slideshow").isChecked()
        assert viewer.neighbours()[0] == app.window.photo_model.ids[0]
        viewer.slideshow.set_seconds(1)
        app.wait(lambda: viewer.row == 0)
        app.qtbot.keyClick(viewer, Key.Key_Space)
        assert not runs(viewer)
        assert viewer.slideshow.seconds == 1

    def test_the_display_stays_on_meanwhile(self, qtbot: QtBot, theme: Theme) -> None:
        awake = Recording()
        viewer = Viewer(theme, awake=awake)
        qtbot.addWidget(viewer)
        viewer.show()
        viewer.toggle_slideshow()
        assert awake.notes == ["hold"]
        viewer.hide()
        assert awake.notes == ["hold", "release"]
        assert not runs(viewer)

    def test_its_pace(self, qtbot: QtBot) -> None:
        show = Slideshow(lambda: True)
        show.slower()
        assert show.seconds == 8
        for _ in range(20):
            show.faster()
        assert show.seconds == 2
        for _ in range(20):
            show.slower()
        assert show.seconds == 60


class TestFilmstrip:
    def test_a_click_goes_there(self, app: App) -> None:
        viewer = look(app)
        strip = viewer.filmstrip
        at = strip.cell(2).center().toPoint()
        app.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
        assert viewer.row == 2
        app.wait(lambda: strip.middle == 2)
        assert abs(strip.cell(2).center().x() - strip.width() / 2) < 1

    def test_it_has_a_picture_of_each(self, app: App) -> None:
        look(app)
        loader, ids = app.window.pictures.thumbnails, app.window.photo_model.ids
        app.wait(lambda: all(loader.tile(photo) is not None for photo in ids))
        tile = loader.tile(ids[0])
        assert tile is not None
        assert tile.width() != tile.height(), "all of the photo, not only its middle"

    def test_it_can_be_put_away(self, app: App) -> None:
        viewer = look(app)
        app.qtbot.keyClick(viewer, Key.Key_T)
        assert not viewer.filmstrip.isVisible()
        app.qtbot.keyClick(viewer, Key.Key_T)
        assert viewer.filmstrip.isVisible()

    def test_it_draws_only_what_is_seen(self, app: App, theme: Theme) -> None:
        asked: list[PhotoId] = []

        def draw(photo: PhotoId, side: int, ratio: float) -> QImage:
            del side, ratio
            asked.append(photo)
            return QImage(256, 170, QImage.Format.Format_RGB32)

        loader = ThumbnailLoader(app.bridge, draw)
        strip = Filmstrip(theme)
        app.qtbot.addWidget(strip)
        strip.set_thumbnails(loader)
        strip.resize(1000, strip.sizeHint().height())
        strip.show()
        ids = [PhotoId(number) for number in range(100_000)]
        strip.set_photos(ids, 50_000)
        app.wait(lambda: loader.tile(ids[50_000]) is not None)
        assert len(strip.rows_seen()) < 25
        strip.set_current(99_999)
        app.wait(lambda: loader.tile(ids[99_999]) is not None)
        assert strip.rows_seen().stop == 100_000
        assert len(asked) < 100
        assert isinstance(strip.grab(), QPixmap)


class TestMoving:
    @pytest.fixture
    def moving(self, open_app: OpenApp, tmp_path: Path) -> App:
        folder = tmp_path / "Moving"
        folder.mkdir()
        frames = [Image.new("RGB", (320, 240), color) for color in ("red", "lime", "blue")]
        frames[0].save(
            folder / "a.gif", save_all=True, append_images=frames[1:], duration=30, loop=0
        )
        frames[0].save(folder / "b.gif")
        return with_photos(open_app, folder, 2)

    def colour(self, app: App) -> str:
        port = app.window.viewer.canvas.viewport()
        found: QColor = port.grab().toImage().pixelColor(port.rect().center())
        return found.name()

    def test_it_plays_and_pauses(self, moving: App) -> None:
        row = moving.names().index("a.gif")
        moving.window.looking.look_at(row)
        viewer = moving.window.viewer
        moving.wait(lambda: viewer.button("play").isVisibleTo(viewer))
        if not viewer.theme.motion:
            moving.qtbot.keyClick(viewer, Key.Key_P)
        seen: set[str] = set()

        def all_seen() -> bool:
            seen.add(self.colour(moving))
            return {"#ff0000", "#00ff00", "#0000ff"} <= seen

        moving.wait(all_seen)
        moving.qtbot.keyClick(viewer, Key.Key_P)
        frames = QSignalSpy(moving.window.looking._player.frame)
        moving.qtbot.wait(200)
        assert frames.count() == 0

    def test_a_still_one_has_nothing_to_play(self, moving: App) -> None:
        row = moving.names().index("b.gif")
        moving.window.looking.look_at(row)
        viewer = moving.window.viewer
        moving.wait(lambda: viewer.canvas.decoded_width == 320)
        moving.qtbot.wait(100)
        assert not viewer.button("play").isVisibleTo(viewer)

    def test_it_ends_with_the_viewer(self, moving: App) -> None:
        moving.window.looking.look_at(moving.names().index("a.gif"))
        viewer = moving.window.viewer
        moving.wait(lambda: viewer.button("play").isVisibleTo(viewer))
        viewer.close_viewer()
        frames = QSignalSpy(moving.window.looking._player.frame)
        moving.qtbot.wait(150)
        assert frames.count() == 0


class TestColours:
    def test_wide_colours_look_the_same_in_tile_and_viewer(
        self, open_app: OpenApp, tmp_path: Path
    ) -> None:
        folder = tmp_path / "Wide"
        folder.mkdir()
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        lab = Image.new("LAB", (300, 300), (150, 180, 90))
        converted = ImageCms.profileToProfile(
            lab, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        assert converted is not None
        expected = converted.getpixel((0, 0))
        lab.save(folder / "lab.tif", icc_profile=profile.tobytes())
        app = with_photos(open_app, folder, 1)
        photo = app.window.photo_model.ids[0]
        app.wait(lambda: app.window.thumbnails.tile(photo) is not None)
        tile = app.window.thumbnails.tile(photo)
        assert tile is not None
        middle = QPoint(tile.width() // 2, tile.height() // 2)
        assert near(tile.toImage().pixelColor(middle), expected)
        app.window.looking.look_at(0)
        canvas = app.window.viewer.canvas
        app.wait(lambda: canvas.decoded_width == 300)
        port = canvas.viewport()
        assert near(port.grab().toImage().pixelColor(port.rect().center()), expected)


def near(found: QColor, expected: object) -> bool:
    assert isinstance(expected, tuple)
    parts = found.red(), found.green(), found.blue()
    return all(abs(a - b) <= 3 for a, b in zip(parts, expected, strict=True))


class TestFaults:
    def test_an_error_does_not_hold_anybody_up(self, app: App, pictures: Path) -> None:
        app.engine.library.stop_watching()
        broken = app.names()[1]
        (pictures / broken).write_bytes(b"\xff\xd8\xff not a picture")
        app.window.looking.look_at(1)
        viewer = app.window.viewer
        app.wait(lambda: viewer.error.isVisible())
        assert viewer.error.text()
        app.qtbot.keyClick(viewer, Key.Key_Right)
        wait_until_sharp(app)
        assert viewer.row == 2
        assert not viewer.error.isVisible()

    def test_all_buttons_say_what_they_do(self, app: App) -> None:
        viewer = look(app)
        for name in ("back", "rotate-left", "info", "slideshow", "previous", "zoom-in", "play"):
            assert viewer.button(name).accessibleName()
            assert not viewer.button(name).icon().isNull()
        assert viewer.filmstrip.accessibleName()
