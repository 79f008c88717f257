"""The details panel: what it tells of the chosen photos, and what can be done from it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from photoclip.catalog.details import PhotoDetails, PhotoPlace, Summary
from photoclip.domain import (
    FileId,
    Label,
    LabelId,
    Metadata,
    Photo,
    PhotoFile,
    PhotoId,
    PhotoStatus,
    Root,
    RootId,
)
from photoclip.gui import photo_wording, wording
from photoclip.gui.models.match import Match
from photoclip.gui.models.subject import Subject
from photoclip.gui.models.tagged import Tagged, TagsOfPhotos
from photoclip.gui.theme import Theme
from photoclip.gui.views.details.fields import Fields
from photoclip.gui.views.details.panel import NARROWEST, WIDEST, DetailsPanel

from .conftest import App, OpenApp, with_photos

METADATA = Metadata(
    "JPEG",
    6000,
    4000,
    taken_at=datetime(2024, 5, 3, 14, 5, 9),
    taken_offset=330,
    camera="Canon EOS 5D Mark IV",
    lens="EF24-105mm f/4L IS II USM",
    iso=200,
    focal_length=35.0,
    aperture=2.8,
    exposure_time=1 / 4000,
    latitude=-48.85837,
    longitude=2.294481,
)
LONG = "A_name_without_any_spaces_that_has_to_break_somewhere_as_it_is_so_very_long.jpg"


def details_of(*paths: str, online: bool = True, metadata: Metadata = METADATA) -> PhotoDetails:
    root = Root(RootId(1), Path("/photos"), "", online)
    places = tuple(
        PhotoPlace(PhotoFile(FileId(n), root.id, Path(path), PhotoId(7), 5, 10**18), root)
        for n, path in enumerate(paths)
    )
    photo = Photo(PhotoId(7), b"x" * 32, 2_400_000, PhotoStatus.OK, "", metadata)
    return PhotoDetails(photo, places)


def told(fields: Fields) -> dict[str, str]:
    return {fact.name: fact.value for fact in fields.facts}


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> Iterator[DetailsPanel]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 800)
    panel = DetailsPanel(theme)
    panel.setParent(host)
    panel.resize(300, 700)
    host.show()
    yield panel


def shown(panel: DetailsPanel) -> set[str]:
    names = ("preview", "state", "summary", "match", "information", "tags", "position", "files")
    return {name for name in names if panel.fold(name).isVisible()}


def test_nothing_selected_is_a_state_of_its_own(panel: DetailsPanel) -> None:
    assert panel.empty.isVisible()
    assert not panel.area.isVisible()
    panel.tell(Subject(details_of("/photos/a.jpg")))
    assert not panel.empty.isVisible()
    panel.tell(Subject())
    assert panel.empty.isVisible()


def test_one_photo_is_told_in_full(panel: DetailsPanel) -> None:
    panel.tell(Subject(details_of("/photos/a.jpg")))
    assert shown(panel) == {"preview", "information", "position", "files", "tags"}
    facts = told(panel.information.fields)
    assert facts["Name"] == "a.jpg"
    assert "2024" in facts["Taken"]
    assert facts["Taken"].endswith("UTC+5:30")
    assert facts["Dimensions"] == "6000 × 4000\n24 megapixels"
    assert facts["Exposure"].split("  ·  ") == ["1/4000 s", "ƒ/2.8", "ISO 200"]
    assert facts["Focal length"] == "35 mm"
    assert panel.information.fields.value("Camera").toPlainText() == METADATA.camera


def test_what_is_unknown_is_left_out(panel: DetailsPanel) -> None:
    panel.tell(Subject(details_of("/photos/a.jpg", metadata=Metadata("PNG", 3, 2))))
    assert shown(panel) == {"preview", "information", "files", "tags"}
    facts = told(panel.information.fields)
    assert set(facts) == {"Name", "Dimensions", "File size", "Format"}
    assert facts["Dimensions"] == "3 × 2"


def test_why_it_matched_is_told_only_after_a_search(panel: DetailsPanel) -> None:
    details = details_of("/photos/a.jpg")
    panel.tell(Subject(details, match=Match("a cake", True, 0.27412, 12, 1234)))
    assert "match" in shown(panel)
    facts = told(panel.match.fields)
    assert facts == {
        "Searched for": "a cake",
        "Similarity": "0.274",
        "Rank": f"12 of {wording.photos(1234)}",
    }
    by_words = panel.match.meaning.text()
    assert "cosine" in by_words
    assert "same model" in by_words
    panel.tell(Subject(details, match=Match("b.jpg", False, 0.9, 1, 4)))
    assert panel.match.meaning.text() != by_words
    panel.tell(Subject(details))
    assert "match" not in shown(panel)


def test_many_photos_are_summed_up(panel: DetailsPanel) -> None:
    cameras = tuple((f"Camera {n}", 10 - n) for n in range(7))
    first, last = datetime(1998, 2, 3), datetime(2024, 5, 6)
    panel.tell(Subject(summary=Summary(1234, 5_300_000, first, last, 3, 0, 0, cameras, 1300, 17)))
    assert shown(panel) == {"summary", "tags"}
    assert wording.photos(1234) in panel.summary.count.text()
    facts = told(panel.summary.fields)
    assert "1998" in facts["Taken"]
    assert "2024" in facts["Taken"]
    assert facts["Cameras"].splitlines()[0] == "Camera 0 (10)"
    assert len(facts["Cameras"].splitlines()) == photo_wording.MOST_CAMERAS + 1
    assert facts["Not connected"] == wording.photos(17)
    assert facts["Lie at"] == wording.files(1300)
    assert "Cannot be read" not in facts


def test_states_say_what_is_wrong(panel: DetailsPanel) -> None:
    away = details_of("/disk/a.jpg", online=False)
    panel.tell(Subject(away))
    assert "state" in shown(panel)
    row = panel.files.rows[0]
    assert row.state.text() == "Not connected"
    assert not row.reveal.isEnabled()
    bad = replace(away.photo, status=PhotoStatus.UNREADABLE, reason="is truncated")
    panel.tell(Subject(replace(away, photo=bad)))
    assert any("is truncated" in label.text() for label in panel.fold("state").findChildren(QLabel))
    panel.tell(Subject(details_of()))
    assert "state" in shown(panel)
    assert "files" not in shown(panel)


def test_the_position_is_text_and_a_link(panel: DetailsPanel, qtbot: QtBot) -> None:
    panel.tell(Subject(details_of("/photos/a.jpg")))
    assert told(panel.position.fields) == {
        "Position": "48° 51′ 30.1″ S\n2° 17′ 40.1″ E",
        "Decimal": "-48.85837, 2.29448",
    }
    assert "openstreetmap.org" in panel.position.map.toolTip()
    with qtbot.waitSignal(panel.told):
        qtbot.mouseClick(panel.position.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "-48.85837, 2.29448"
    with qtbot.waitSignal(panel.page_wanted) as page:
        qtbot.keyClick(panel.position.map, Qt.Key.Key_Space)
    assert page.args == [
        "https://www.openstreetmap.org/?mlat=-48.85837&mlon=2.29448#map=15/-48.85837/2.29448"
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ((0.0, 0.0), "0° 0′ 0.0″ N\n0° 0′ 0.0″ E"),
        ((59.99999999, -179.5), "60° 0′ 0.0″ N\n179° 30′ 0.0″ W"),
    ],
)
def test_degrees_carry_over(value: tuple[float, float], expected: str) -> None:
    assert photo_wording.position(*value) == expected


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, "UTC"), (120, "UTC+2"), (-570, "UTC−9:30"), (345, "UTC+5:45")]
)
def test_time_zones(offset: int, expected: str) -> None:
    assert photo_wording.zone(offset) == expected


def test_every_place_is_listed(panel: DetailsPanel, qtbot: QtBot) -> None:
    paths = [f"/photos/{n}.jpg" for n in range(20)]
    panel.tell(Subject(details_of(*paths)))
    visible = [row for row in panel.files.rows if row.isVisible()]
    assert [row.path.toPlainText() for row in visible] == paths[: len(visible)]
    assert panel.files.more.isVisible()
    with qtbot.waitSignal(panel.reveal_wanted) as reveal:
        visible[1].reveal.click()
    assert reveal.args == [Path("/photos/1.jpg")]
    with qtbot.waitSignal(panel.copy_wanted) as copy:
        visible[0].copy.click()
    assert copy.args == [Path("/photos/0.jpg")]
    panel.tell(Subject(details_of(*paths[:2])))
    assert sum(row.isVisible() for row in panel.files.rows) == 2
    assert not panel.files.more.isVisible()


@pytest.mark.parametrize("width", [NARROWEST, 300, WIDEST])
def test_nothing_is_wider_than_the_panel_or_cut(
    panel: DetailsPanel, qtbot: QtBot, width: int
) -> None:
    panel.resize(width, 400)
    match = Match("a search of many words " * 4, True, 0.3, 1, 2)
    details = details_of(f"/photos/{LONG * 2}/{LONG}")
    labels = ("a label " * 12, "short", "w" * 60)
    each = tuple(Tagged(Label(LabelId(n), name), 1) for n, name in enumerate(labels))
    waiting = tuple(Tagged(one.label, 0, 1) for one in each)
    tags = TagsOfPhotos((PhotoId(7),), each + waiting)
    panel.tell(Subject(details, match=match, tags=tags))
    inside = panel.area.widget()
    qtbot.waitUntil(lambda: all(v.verticalScrollBar().maximum() == 0 for v in values(panel)))
    assert len(values(panel)) > 8
    assert panel.width() == width
    for widget in inside.findChildren(QWidget):
        if widget.isVisible() and widget.parent() is not None:
            corner = widget.mapTo(inside, QPoint(widget.width(), 0))
            assert corner.x() <= inside.width(), widget
    assert inside.width() == panel.area.viewport().width()


def values(panel: DetailsPanel) -> list[QTextEdit]:
    return [value for value in panel.findChildren(QTextEdit) if value.isVisible()]


def test_values_are_copied_by_the_keyboard(panel: DetailsPanel, qtbot: QtBot) -> None:
    panel.tell(Subject(details_of("/photos/a.jpg")))
    panel.window().activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    camera = panel.information.fields.value("Camera")
    assert camera.accessibleName() == "Camera"
    camera.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keySequence(camera, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == METADATA.camera
    qtbot.keyClick(camera, Qt.Key.Key_Tab)
    assert panel.window().focusWidget() is panel.information.fields.value("Lens")
    assert not camera.textCursor().hasSelection()


def test_closed_blocks_are_remembered(panel: DetailsPanel, theme: Theme, qtbot: QtBot) -> None:
    panel.tell(Subject(details_of("/photos/a.jpg")))
    head = panel.fold("information").head
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert not panel.information.isVisible()
    assert panel.state() == ["information"]
    other = DetailsPanel(theme)
    other.setParent(panel.window())
    other.restore(panel.state())
    other.show()
    other.tell(Subject(details_of("/photos/a.jpg")))
    assert other.fold("information").head.isVisible()
    assert not other.information.isVisible()
    other.restore("nonsense")
    assert other.state() == ["information"]
    other.restore(["state", "gone"])
    assert other.state() == []


def test_the_preview_is_asked_for_once_and_grows(panel: DetailsPanel, qtbot: QtBot) -> None:
    asked: list[tuple[PhotoId, QSize]] = []
    panel.picture_wanted.connect(lambda photo, box: asked.append((photo, box)))
    panel.tell(Subject(details_of("/photos/a.jpg")))
    qtbot.waitUntil(lambda: len(asked) == 1)
    panel.show_picture(PhotoId(8), QImage(10, 10, QImage.Format.Format_RGB32))
    assert not panel.preview.picture.has_picture
    panel.show_picture(PhotoId(7), QImage(asked[0][1], QImage.Format.Format_RGB32))
    assert panel.preview.picture.has_picture
    panel.tell(Subject(details_of("/photos/a.jpg")))
    assert panel.preview.picture.has_picture
    panel.resize(WIDEST, 700)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1][1].width() > asked[0][1].width()
    with qtbot.waitSignal(panel.open_wanted) as opened:
        qtbot.mouseClick(panel.preview.picture, Qt.MouseButton.LeftButton)
    assert opened.args == [7]
    qtbot.keyClick(panel.preview.picture, Qt.Key.Key_Return)


# In the window.


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    shutil.copy(next(pictures.glob("*parrots*")), pictures / "copy.jpg")
    app = with_photos(open_app, pictures)
    app.window.panels.show_details(True)
    return app


def select(app: App, *rows: int) -> None:
    selection, model = app.window.grid.selectionModel(), app.window.photo_model
    selection.clearSelection()
    for row in rows:
        selection.select(model.index(row), QItemSelectionModel.SelectionFlag.Select)


def subject(app: App) -> Subject:
    return app.window.details_panel.subject


def test_the_panel_follows_the_selection(app: App, pictures: Path) -> None:
    row = app.names().index(
        next(name for name in app.names() if "copy" in name or "parrots" in name)
    )
    select(app, row)
    app.wait(lambda: subject(app).details is not None)
    details = subject(app).details
    assert details is not None
    assert details.photo.id == app.window.photo_model.ids[row]
    assert len(details.places) == 2
    picture = app.window.details_panel.preview.picture
    app.wait(lambda: picture.has_picture)
    assert picture.device_size.width() >= picture.width() * picture.devicePixelRatioF()
    select(app, 0, 1, 2)
    app.wait(lambda: subject(app).summary is not None)
    summary = subject(app).summary
    assert summary is not None
    assert summary.photos == 3
    select(app)
    app.wait(lambda: subject(app) == Subject())


def test_a_search_says_why(app: App) -> None:
    app.search("two parrots")
    select(app, 0)
    app.wait(lambda: subject(app).match is not None)
    match = subject(app).match
    assert match is not None
    assert (match.what, match.by_text, match.rank, match.of) == ("two parrots", True, 1, 4)


def test_a_hidden_panel_reads_nothing(app: App, qtbot: QtBot) -> None:
    app.qtbot.mouseClick(app.window.details_panel.close_button, Qt.MouseButton.LeftButton)
    assert not app.window.details_panel.isVisible()
    before = subject(app)
    select(app, 1)
    app.window.commands.action("details").trigger()
    app.wait(lambda: subject(app).details is not None)
    assert subject(app) != before


def test_actions_of_the_panel_reach_the_desktop(app: App, pictures: Path) -> None:
    select(app, 0)
    app.wait(lambda: subject(app).details is not None)
    panel = app.window.details_panel
    panel.page_wanted.emit("https://example.org/")
    assert app.desktop.pages == ["https://example.org/"]
    app.qtbot.mouseClick(panel.files.rows[0].reveal, Qt.MouseButton.LeftButton)
    app.wait(lambda: len(app.desktop.revealed) == 1)
    app.qtbot.mouseClick(panel.preview.picture, Qt.MouseButton.LeftButton)
    assert app.window.looking.open_now
