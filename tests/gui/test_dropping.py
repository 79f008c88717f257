"""What people drag into the window, from everywhere, and out of it."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from photoclip.gui import dropping, wording
from photoclip.gui.dropping import MOST_PICTURES, Dropped
from photoclip.gui.models.photos import MIME_PHOTOS
from photoclip.images import formats
from tests.web import Server, dribbles, sends, serving

from .conftest import App, OpenApp, copy_samples, sample, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def link(url: str, html: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url)])
    mime.setText(url)
    if html:
        mime.setHtml(html)
    return mime


def touched(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).touch()
    return [folder / name for name in names]


# What it is.


def test_folders_win_over_files_beside_them(tmp_path: Path) -> None:
    folder = tmp_path / "Trip"
    folder.mkdir()
    read = dropping.read(files(folder, *touched(tmp_path, "a.jpg", "b.jpg")))
    assert read.folders == (folder,)
    assert read.pictures == ()
    assert "2" in read.left_out


def test_pictures_win_over_what_is_none(tmp_path: Path) -> None:
    paths = touched(tmp_path / "files", "a.jpg", "film.mp4", "notes.txt", "b.PNG")
    read = dropping.read(files(*paths))
    assert read.pictures == (paths[0], paths[3])
    assert "2" in read.left_out
    assert not read.problem


def test_a_video_says_that_it_is_one(tmp_path: Path) -> None:
    read = dropping.read(files(*touched(tmp_path, "film.mov")))
    assert "video" in read.problem
    assert "film.mov" in read.problem


def test_a_raw_file_is_taken_only_where_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mime = files(*touched(tmp_path, "photo.CR2"))
    monkeypatch.setattr(formats, "EXTENSIONS", formats.EXTENSIONS | {".cr2"})
    assert len(dropping.read(mime).pictures) == 1
    monkeypatch.setattr(formats, "EXTENSIONS", formats.EXTENSIONS - {".cr2"})
    assert "raw" in dropping.read(mime).problem


def test_a_file_without_a_name_for_it_may_be_a_picture(tmp_path: Path) -> None:
    paths = touched(tmp_path, "download")
    assert dropping.read(files(*paths)).pictures == tuple(paths)


def test_many_pictures_are_cut_and_that_is_said(tmp_path: Path) -> None:
    paths = touched(tmp_path, *(f"{number:02}.jpg" for number in range(MOST_PICTURES + 1)))
    read = dropping.read(files(*paths))
    assert read.pictures == tuple(paths[:MOST_PICTURES])
    assert wording.number(MOST_PICTURES) in read.left_out


def test_a_browser_wraps_a_picture_in_a_link_to_a_page() -> None:
    mime = link(
        "https://example.org/page.html",
        '<meta charset="utf-8"><a href="page.html"><IMG alt="x" src="https://pics.example.net/1?a=1&amp;b=2"></a>',
    )
    assert dropping.read(mime) == Dropped(link="https://pics.example.net/1?a=1&b=2")


def test_a_picture_inside_a_piece_of_a_page_needs_no_fetching() -> None:
    content = sample("two_parrots").read_bytes()
    mime = QMimeData()
    mime.setHtml(f'<img src="data:image/jpeg;base64,{base64.b64encode(content).decode()}">')
    assert dropping.read(mime) == Dropped(pictures=(content,))


def test_an_address_as_text_is_a_link() -> None:
    mime = QMimeData()
    mime.setText(" https://example.org/a.jpg\n")
    assert dropping.read(mime).link == "https://example.org/a.jpg"


@pytest.mark.parametrize("url", ["ftp://example.org/a.jpg", "mailto:me@example.org"])
def test_other_links_are_explained(url: str) -> None:
    assert "cannot fetch" in dropping.read(link(url)).problem


def test_pages_cannot_reach_for_files() -> None:
    mime = QMimeData()
    mime.setHtml('<img src="file:///etc/passwd"><img src="javascript:x()">')
    assert dropping.read(mime).problem


# What happens.


def test_a_link_is_fetched_only_when_the_person_says_so(app: App, server: Server) -> None:
    server.answers["/barn.jpg"] = sends(sample("red_barn").read_bytes(), "image/jpeg")
    app.drop(link(server.url("/barn.jpg")))
    notice = app.window.notice
    assert "downloads nothing" in notice.text()
    assert isinstance(notice.action, QPushButton)
    assert "127.0.0.1" in notice.action.text()
    assert server.seen == []
    app.qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert "barn" in app.wait_for_similar()[0]
    assert [path for path, _ in server.seen] == ["/barn.jpg"]
    assert notice.text() == ""


def test_a_pasted_link_is_offered_too(app: App, server: Server) -> None:
    QGuiApplication.clipboard().setText(server.url("/barn.jpg"))
    app.window.intake.paste()
    assert "127.0.0.1" in app.window.notice.text()
    assert server.seen == []


@pytest.mark.parametrize("broken", [False, True])
def test_a_link_to_something_else_says_so(app: App, server: Server, broken: bool) -> None:
    body = sample("red_barn").read_bytes()[:600] if broken else b"<html>"
    server.answers["/page"] = sends(body, "image/jpeg" if broken else "text/html")
    app.drop(link(server.url("/page")))
    app.qtbot.mouseClick(app.window.notice.action, Qt.MouseButton.LeftButton)
    words = "damaged" if broken else "a web page"
    app.wait(lambda: words in app.window.notice.text())
    assert app.window.gallery.answer.query.is_everything


def test_fetching_can_be_stopped(app: App, server: Server) -> None:
    server.answers["/slow.png"] = dribbles
    app.drop(link(server.url("/slow.png")))
    app.qtbot.mouseClick(app.window.notice.action, Qt.MouseButton.LeftButton)
    notice = app.window.notice
    assert "127.0.0.1" in notice.text()
    assert notice.milliseconds_left < 0
    app.wait(lambda: server.seen)
    app.qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert notice.text() == ""
    assert app.window.gallery.answer.query.is_everything


def test_what_is_left_out_is_told(app: App, tmp_path: Path) -> None:
    more = copy_samples(tmp_path / "More", ["mountain_stream"])
    app.drop(files(more, sample("two_parrots")))
    app.wait_for_photos(5)
    assert [row.name for row in app.window.folders_section.rows] == ["More", "Pictures"]


def test_a_photo_of_the_library_finds_itself_first(app: App, pictures: Path) -> None:
    (barn,) = pictures.glob("*barn*")
    app.drop(files(barn))
    assert app.wait_for_similar()[0] == barn.name


# Where it goes.


class Taker(QLabel):
    """A part of the window that takes drops of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Here", parent)
        self.setAcceptDrops(True)
        self.taken = 0
        self.willing = True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(self.willing)

    def dropEvent(self, event: QDropEvent) -> None:
        self.taken += 1
        event.accept()


def entering(mime: QMimeData, at: QPoint) -> QDragEnterEvent:
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDragEnterEvent(at, action, mime, button, Qt.KeyboardModifier.NoModifier)


def moving(mime: QMimeData, at: QPoint) -> QDragMoveEvent:
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDragMoveEvent(at, action, mime, button, Qt.KeyboardModifier.NoModifier)


def dropping_at(mime: QMimeData, at: QPoint) -> QDropEvent:
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDropEvent(QPointF(at), action, mime, button, Qt.KeyboardModifier.NoModifier)


def test_a_part_of_the_window_may_take_drops_itself(app: App) -> None:
    taker = Taker(app.window)
    taker.setGeometry(0, 100, 80, 30)
    taker.show()
    mime, overlay = files(sample("two_parrots")), app.window.drops.overlay
    QApplication.sendEvent(taker, entering(mime, QPoint(5, 5)))
    assert overlay.text() == ""
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(taker, drop)
    assert taker.taken == 1
    assert app.window.gallery.answer.query.is_everything


def test_what_a_part_does_not_want_goes_to_the_window(app: App) -> None:
    taker = Taker(app.window)
    taker.willing = False
    taker.show()
    mime = files(sample("two_parrots"))
    QApplication.sendEvent(taker, entering(mime, QPoint(5, 5)))
    assert "similar" in app.window.drops.overlay.text()
    QApplication.sendEvent(app.window, QDragLeaveEvent())
    assert app.window.drops.overlay.text() == ""


@pytest.mark.parametrize("kind", ["video", "link", "picture"])
def test_the_overlay_can_be_painted_for_all_of_them(app: App, kind: str, tmp_path: Path) -> None:
    mime = {
        "video": files(*touched(tmp_path / "films", f"{'a film ' * 20}.mp4")),
        "link": link("https://example.org/a.jpg"),
        "picture": files(sample("two_parrots")),
    }[kind]
    QApplication.sendEvent(app.window, entering(mime, app.window.rect().center()))
    overlay = app.window.drops.overlay
    colors = app.window.theme.colors
    image = overlay.grab().toImage()
    edge = image.pixelColor(image.width() // 2, 14).name()
    assert edge == (colors.warning if kind == "video" else colors.accent)
    overlay.hide()


def test_photos_of_the_grid_search_only_from_the_search_box(app: App) -> None:
    window, drops = app.window, app.window.drops
    window.grid.show_photo(0)
    drag = window.grid.make_drag()
    assert drag is not None
    on_grid = window.grid.mapTo(window, window.grid.rect().center())
    on_box = window.browser.search.mapTo(window, window.browser.search.rect().center())
    for at, taken in ((on_grid, False), (on_grid + QPoint(250, 100), False), (on_box, True)):
        QApplication.sendEvent(window, entering(drag.mimeData(), on_grid))
        drops.began_inside(on_grid)
        event = moving(drag.mimeData(), at)
        QApplication.sendEvent(window, event)
        assert event.isAccepted() is taken
        assert bool(drops.overlay.text()) is (at != on_grid)
        QApplication.sendEvent(window, dropping_at(drag.mimeData(), at))
        assert window.gallery.searching.query.is_everything is not taken
    drag.deleteLater()


# Out of the window.


def test_a_drag_out_holds_files_and_their_paths(app: App) -> None:
    app.window.grid.selectAll()
    drag = app.window.grid.make_drag()
    assert drag is not None
    mime = drag.mimeData()
    paths = [Path(url.toLocalFile()) for url in mime.urls()]
    assert [path.name for path in paths] == app.names()
    assert mime.hasFormat("text/uri-list")
    drag.deleteLater()


JUNK = ["<", "<!--", '<img src="', "<img ", "<p>a</p>", "&#", "<img alt='"]


@pytest.mark.parametrize("junk", JUNK)
def test_a_page_of_junk_holds_nobody_up(junk: str) -> None:
    began = time.thread_time()
    found = dropping.read(link("mailto:nobody", junk * (4_000_000 // len(junk))))
    assert found.problem
    assert time.thread_time() - began < 1.5


def test_numbers_that_no_photo_has_are_left_out() -> None:
    mime = QMimeData()
    mime.setData(MIME_PHOTOS, b"99999999999999999999,-1,abc,7")
    assert dropping.read(mime).photos == (7,)
