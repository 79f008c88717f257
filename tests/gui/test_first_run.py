"""From nothing to a found photo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from photoclip.gui import wording
from photoclip.gui.theme import Theme
from photoclip.gui.views.welcome import WelcomePage
from photoclip.library.suggestions import PlaceKind, Suggestion

from .conftest import OpenApp, close, copy_samples, with_photos


def test_sample_photos_are_found_by_words(open_app: OpenApp) -> None:
    app = open_app()
    browser = app.window.browser
    app.wait(lambda: browser.page is browser.welcome)
    app.qtbot.mouseClick(browser.welcome.samples, Qt.MouseButton.LeftButton)
    app.wait_for_photos(24)
    assert browser.page is browser.grid
    assert browser.result.text() == wording.photos(24)
    assert "hat" in app.search("a woman in a red hat")[0]
    assert "“a woman in a red hat”" in browser.result.text()
    assert any("barn" in name for name in app.search("a red barn")[:3])


def test_a_folder_is_chosen_and_indexed(open_app: OpenApp, pictures: Path) -> None:
    app = open_app()
    app.wait(lambda: app.window.browser.page is app.window.browser.welcome)
    app.wait(lambda: app.window.browser.welcome.add.property("role") == "primary")
    app.chosen.append(pictures)
    app.qtbot.mouseClick(app.window.browser.welcome.add, Qt.MouseButton.LeftButton)
    app.wait_for_photos(4)
    app.wait(
        lambda: (
            [(row.name, row.count) for row in app.window.folders_section.rows] == [("Pictures", 4)]
        )
    )
    device = app.engine.model.get().device
    badge = f"{device.device} · {device.precision}"
    app.wait(lambda: app.window.status.device.text() == badge)
    assert device.reason in app.window.status.device.toolTip()


def test_escape_and_the_cross_bring_all_photos_back(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    search = app.window.browser.search
    app.search("parrots")
    app.qtbot.keyClick(search.edit, Qt.Key.Key_Escape)
    app.wait(lambda: app.window.gallery.answer.query.is_everything)
    assert search.edit.text() == ""
    assert app.window.browser.result.text() == wording.photos(4)
    app.search("parrots")
    app.qtbot.mouseClick(search.clear_button, Qt.MouseButton.LeftButton)
    app.wait(lambda: app.window.gallery.answer.query.is_everything)
    assert search.clear_button.isHidden()


def test_only_the_newest_search_is_run(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    app.search("warm")
    texts: list[str] = []
    app.window.gallery.searching.answered.connect(lambda answer: texts.append(answer.query.text))
    app.type("a woman in a red hat")
    app.wait(lambda: texts and texts[-1] == "a woman in a red hat")
    # Keys came faster than answers: far fewer searches than letters, and none out of date.
    assert len(texts) < 5
    assert all("a woman in a red hat".startswith(text) for text in texts)


def test_the_next_start_shows_the_photos_without_asking(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    close(app)
    again = open_app()
    again.wait_for_photos(4)
    assert "parrots" in again.search("parrots")[0]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with photos in two usual places."""
    home = tmp_path / "anna"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.delenv("XDG_PICTURES_DIR", raising=False)
    copy_samples(home / "Pictures" / "Holidays", ["two_parrots", "red_barn"])
    copy_samples(home / "Dropbox" / "Camera Uploads", ["motocross"])
    return home


def test_usual_folders_are_proposed_and_watched(open_app: OpenApp, home: Path) -> None:
    app = open_app()
    welcome = app.window.browser.welcome
    app.wait(lambda: len(welcome.rows) == 2 and not welcome.is_looking)
    pictures, uploads = welcome.rows
    assert welcome.add.property("role") == ""
    assert [row.found.path for row in welcome.rows] == [
        home / "Pictures",
        home / "Dropbox" / "Camera Uploads",
    ]
    assert (pictures.count.text(), uploads.count.text()) == (wording.photos(2), wording.photos(1))
    assert wording.photos(2) in pictures.box.accessibleName()
    assert app.window.focusWidget() is welcome.start
    app.wait(lambda: uploads.box.visibleRegion().contains(QPoint(10, 10)))  # is laid out
    app.qtbot.mouseClick(uploads.box, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert welcome.chosen() == [home / "Pictures"]
    app.qtbot.mouseClick(welcome.start, Qt.MouseButton.LeftButton)
    app.wait_for_photos(2)
    assert [root.path for root in app.engine.library.roots()] == [home / "Pictures"]
    assert app.window.focusWidget() is app.window.browser.search.edit


def test_what_is_not_watched_yet_is_proposed_again_later(open_app: OpenApp, home: Path) -> None:
    app = with_photos(open_app, home / "Pictures", 2)
    browser = app.window.browser
    app.window.commands.action("welcome").trigger()
    assert browser.page is browser.welcome
    app.wait(lambda: [row.found.photos for row in browser.welcome.rows] == [1])
    app.window.folders.read()  # news from the catalog do not take the page away
    app.wait(lambda: not browser.welcome.is_looking)
    assert browser.page is browser.welcome
    app.window.commands.action("photos").trigger()
    assert browser.page is browser.grid


def test_nothing_chosen_is_nothing_to_start_with(open_app: OpenApp, home: Path) -> None:
    app = open_app()
    welcome = app.window.browser.welcome
    app.wait(lambda: len(welcome.rows) == 2)
    for row in welcome.rows:
        row.box.setChecked(False)
    assert not welcome.start.isEnabled()
    assert welcome.add.isEnabled()


def test_without_photos_one_chooses_a_folder(open_app: OpenApp) -> None:
    app = open_app()
    welcome = app.window.browser.welcome
    app.wait(lambda: app.window.browser.page is welcome and not welcome.is_looking)
    assert welcome.rows == []
    assert not welcome.start.isVisible()
    assert welcome.add.isVisible()


def test_a_drive_is_proposed_but_not_chosen(theme: Theme, qtbot: QtBot) -> None:
    page = WelcomePage(theme)
    qtbot.addWidget(page)
    card = Suggestion(Path("/media/card/DCIM"), PlaceKind.DRIVE, 1200, complete=False)
    page.add_suggestion(card)
    assert page.chosen() == []
    assert wording.photos(1200) in page.rows[0].count.text()
    assert page.rows[0].count.text() != wording.photos(1200)
    page.clear_suggestions()
    assert page.rows == []


def test_after_the_welcome_one_types(open_app: OpenApp) -> None:
    app = open_app()
    browser = app.window.browser
    app.wait(lambda: browser.page is browser.welcome)
    browser.welcome.samples.setFocus()
    app.qtbot.mouseClick(browser.welcome.samples, Qt.MouseButton.LeftButton)
    app.wait(lambda: browser.page is browser.grid)
    assert app.window.focusWidget() is browser.search.edit
    app.wait(lambda: not app.window.status.is_running)


def test_return_starts_as_the_focus_promises(open_app: OpenApp, home: Path) -> None:
    app = open_app()
    welcome = app.window.browser.welcome
    app.wait(lambda: len(welcome.rows) == 2 and not welcome.is_looking)
    assert app.window.focusWidget() is welcome.start
    app.qtbot.keyClick(welcome.start, Qt.Key.Key_Return)
    app.wait_for_photos(3)
    assert [root.path for root in app.engine.library.roots()] == [
        home / "Pictures",
        home / "Dropbox" / "Camera Uploads",
    ]
