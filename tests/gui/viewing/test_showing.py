"""Showing photos one after the other, moving pictures, colours and faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from photoclip.domain import PhotoId
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.viewer.filmstrip import Filmstrip
from photoclip.gui.views.viewer.slideshow import Slideshow
from photoclip.gui.views.viewer.viewer import Viewer

from ..conftest import App, OpenApp, with_photos
from .conftest import (
    Key,
    Recording,
    look,
    runs,
    wait_until_sharp,
)


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
