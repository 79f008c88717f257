"""From nothing to a found photo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from .conftest import OpenApp, close, with_photos


def test_sample_photos_are_found_by_words(open_app: OpenApp) -> None:
    app = open_app()
    browser = app.window.browser
    app.wait(lambda: browser.page is browser.welcome)
    app.qtbot.mouseClick(browser.welcome.samples, Qt.MouseButton.LeftButton)
    app.wait_for_photos(24)
    assert browser.page is browser.grid
    assert browser.result.text() == "24 photos"
    assert "parrots" in app.search("two parrots")[0]
    assert "“two parrots”" in browser.result.text()
    assert any("barn" in name for name in app.search("a red barn")[:3])


def test_a_folder_is_chosen_and_indexed(open_app: OpenApp, pictures: Path) -> None:
    app = open_app()
    app.wait(lambda: app.window.browser.page is app.window.browser.welcome)
    app.chosen.append(pictures)
    app.qtbot.mouseClick(app.window.browser.welcome.add, Qt.MouseButton.LeftButton)
    app.wait_for_photos(4)
    app.wait(
        lambda: [(row.name, row.count) for row in app.window.folder_model.rows] == [("Pictures", 4)]
    )
    device = app.engine.model.get().device
    app.wait(lambda: app.window.status.device.text().endswith(device.device))
    assert device.reason in app.window.status.device.toolTip()


def test_escape_and_the_cross_bring_all_photos_back(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    search = app.window.browser.search
    app.search("parrots")
    app.qtbot.keyClick(search.edit, Qt.Key.Key_Escape)
    app.wait(lambda: app.window.gallery.answer.query.is_everything)
    assert search.edit.text() == ""
    assert app.window.browser.result.text() == "4 photos"
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


def test_after_the_welcome_one_types(open_app: OpenApp) -> None:
    app = open_app()
    browser = app.window.browser
    app.wait(lambda: browser.page is browser.welcome)
    browser.welcome.samples.setFocus()
    app.qtbot.mouseClick(browser.welcome.samples, Qt.MouseButton.LeftButton)
    app.wait(lambda: browser.page is browser.grid)
    assert app.window.focusWidget() is browser.search.edit
    app.wait(lambda: not app.window.status.is_running)
