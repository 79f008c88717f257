"""The window as a whole: keys, menus, themes, memory, names for screen readers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QWidget,
)

from photoclip.domain import Metadata, Progress, Stage
from photoclip.gui import icons, wording
from photoclip.gui.theme import DARK, LIGHT, Theme
from photoclip.gui.window_state import usual_size

from .conftest import App, OpenApp, close, copy_samples, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


@pytest.mark.parametrize("key", ["Ctrl+F", "/"])
def test_keys_that_focus_the_search(app: App, key: str) -> None:
    assert key in [
        shortcut.toString() for shortcut in app.window.commands.action("find").shortcuts()
    ]
    app.window.grid.setFocus()
    app.window.commands.action("find").trigger()
    assert app.window.focusWidget() is app.window.browser.search.edit


def test_search_from_the_viewer_and_from_problems(app: App) -> None:
    app.window.looking.look_at(0)
    app.window.commands.action("find").trigger()
    assert not app.window.looking.open_now
    app.window.commands.action("problems").trigger()
    app.window.commands.action("find").trigger()
    assert app.window.browser.page is app.window.grid


def test_keys_go_from_the_box_into_the_grid_and_out(app: App) -> None:
    edit = app.window.browser.search.edit
    app.search("parrots")
    app.qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert app.window.focusWidget() is app.window.grid
    assert app.window.grid.currentIndex().row() == 0
    app.qtbot.keyClick(app.window.grid, Qt.Key.Key_Escape)
    app.wait(lambda: app.window.gallery.answer.query.is_everything)


def test_every_action_is_in_a_menu_and_no_key_is_taken_twice(app: App) -> None:
    menus = [action.menu() for action in app.window.menuBar().actions()]
    listed = [action for menu in menus for action in menu.actions()]
    made = [entry.action for entry in app.window.commands.all()]
    assert all(isinstance(action, QAction) and action in listed for action in made)
    # What counts in the whole window counts everywhere, else only in one panel.
    window = Qt.ShortcutContext.WindowShortcut
    everywhere = [
        key.toString() for one in made if one.shortcutContext() is window for key in one.shortcuts()
    ]
    panels: dict[QObject, list[str]] = {}
    # Made when somebody goes there.
    for page in (app.window.viewer, app.window.labels_page, app.window.review_page):
        assert page.isHidden()
    for action in made:
        if action.shortcutContext() is not window:
            [panel] = [part for part in action.associatedObjects() if not isinstance(part, QMenu)]
            panels.setdefault(panel, []).extend(key.toString() for key in action.shortcuts())
    assert len(panels) > 1
    for keys in panels.values():
        assert len(everywhere + keys) == len({*everywhere, *keys})
    for key in ("Ctrl+O", "Ctrl+F", "/", "F11", "Ctrl+Q"):
        assert key in everywhere


def test_actions_know_whether_they_make_sense(app: App) -> None:
    similar, reveal = (app.window.commands.action(name) for name in ("similar", "reveal"))
    app.window.grid.clearSelection()
    assert not similar.isEnabled()
    app.window.grid.selectAll()
    assert similar.isEnabled()
    assert not reveal.isEnabled()
    app.window.grid.show_photo(0)
    assert reveal.isEnabled()


def test_full_screen_and_back(app: App) -> None:
    app.window.commands.action("full_screen").trigger()
    assert app.window.isFullScreen()
    app.window.commands.action("full_screen").trigger()
    assert not app.window.isFullScreen()


def test_whatever_takes_keys_has_a_name(app: App) -> None:
    for widget in app.window.findChildren(QWidget):
        if widget.objectName().startswith("qt_"):
            continue  # parts of Qt's own widgets
        if widget.isHidden() and not widget.accessibleName():
            continue  # gets its text when it is shown
        if isinstance(widget.parent(), QLineEdit):
            continue  # a drawing inside of a field
        if isinstance(widget, QAbstractButton):
            assert widget.accessibleName() or widget.text(), widget.objectName()
        elif isinstance(widget, QAbstractItemView | QLineEdit):
            assert widget.accessibleName(), widget


def test_light_and_dark(app: App, theme: Theme) -> None:
    light = app.window.grab().toImage()
    theme.choose(Qt.ColorScheme.Dark)
    assert theme.colors is DARK
    dark = app.window.grab().toImage()
    theme.choose(Qt.ColorScheme.Light)
    assert theme.colors is LIGHT
    corner = (light.width() - 4, light.height() // 2)
    assert light.pixelColor(*corner).lightness() > 200
    assert dark.pixelColor(*corner).lightness() < 60


def test_every_icon_draws_something(qapp: QApplication) -> None:
    names = [path.stem for path in icons.icon_file("search").parent.glob("*.svg")]
    assert len(names) > 20
    for name in names:
        image = icons.pixmap(name, "#102030", 24, 2.0).toImage()
        assert any(
            image.pixelColor(x, y).alpha() for x in range(0, 48, 2) for y in range(0, 48, 2)
        ), name
    assert not icons.app_icon().isNull()


def test_the_window_remembers_its_tiles(app: App, open_app: OpenApp) -> None:
    app.window.browser.tile_size.setValue(300)
    assert app.window.grid.cell_size == 300
    close(app)
    assert open_app().window.browser.tile_size.value() == 300


def test_a_model_that_cannot_be_used_is_explained(
    open_app: OpenApp, pictures: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "settings.toml").write_text(f'model = "{tmp_path / "no model"}"\n')
    app = open_app()
    app.wait(lambda: app.window.status.device.text() == "No model")
    app.wait(lambda: "no model" in app.window.notice.text())
    app.window.gallery.search_text("parrots")
    app.wait(lambda: app.window.browser.page is app.window.browser.error)
    assert "no model" in app.window.browser.error.body.text()
    assert "stopped" not in app.window.status.text.text()
    app.window.panels.show_details(True)
    app.window.resize(app.window.minimumSize())
    body, page = app.window.browser.error.body, app.window.browser.error
    app.wait(lambda: page.width() < 500)
    app.wait(lambda: body.mapTo(page, body.rect().topLeft()).x() > 0)
    assert body.mapTo(page, body.rect().topRight()).x() < page.width()
    assert body.heightForWidth(body.width()) <= body.height()
    app.window.browser.error.retry_wanted.emit()
    app.wait(lambda: app.window.browser.page is app.window.browser.error)


def test_wrong_settings_are_told(open_app: OpenApp, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "settings.toml").write_text("pixel_limit = 3\n")
    app = open_app()
    app.wait(lambda: "pixel_limit" in app.window.notice.text())


def test_an_empty_folder_says_so(open_app: OpenApp, tmp_path: Path) -> None:
    empty = tmp_path / "Empty"
    empty.mkdir()
    app = open_app()
    app.window.folders.add([empty])
    app.wait(lambda: app.window.browser.page is app.window.browser.nothing)
    assert "No photos" in app.window.browser.nothing.title.text()


def test_progress_in_words() -> None:
    running = Progress(Stage.INDEXING, 120, 400, rate=35.2, seconds_left=75)
    assert wording.progress(running) == (
        "Indexing 120 of 400 photos · 35 photos/s · about 1 minute left"
    )
    assert "Looking for photos" in wording.progress(Progress(Stage.SCANNING, 7))
    assert wording.duration(20) == "less than a minute"
    assert wording.duration(4000) == "about 1 hour"


def test_metadata_in_words() -> None:
    words = wording.details(
        Metadata(
            format="JPEG",
            width=4000,
            height=3000,
            taken_at=datetime(2024, 5, 17, 18, 30),
            camera="Canon EOS R6",
            iso=400,
            focal_length=35.0,
            aperture=2.8,
            exposure_time=1 / 250,
        )
    )
    for part in (
        "5/17/2024",
        "6:30",
        "Canon EOS R6",
        "35 mm",
        "ƒ/2.8",
        "1/250 s",
        "ISO 400",
        "4000 × 3000",
    ):
        assert part in words
    assert wording.details(Metadata()) == ""


def test_actions_have_their_icons_in_every_theme(app: App, theme: Theme) -> None:
    entries = [entry for entry in app.window.commands.all() if entry.command.icon]
    assert len(entries) > 5
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        theme.choose(scheme)
        for entry in entries:
            assert not entry.action.icon().isNull(), entry.command.name


def test_typing_on_the_grid_searches(app: App) -> None:
    grid, search = app.window.grid, app.window.browser.search
    grid.setFocus()
    grid.show_photo(1)
    app.qtbot.keyClicks(grid, "r")
    assert app.window.focusWidget() is search.edit
    app.qtbot.keyClicks(search.edit, "ed barn")
    app.wait(lambda: app.window.gallery.answer.query.text == "red barn")
    assert app.wait_for_names()[0] == "red_barn_by_a_pond.jpg"


def test_pasted_text_is_searched_for(app: App) -> None:
    app.window.looking.look_at(0)
    QApplication.clipboard().setText("two\nparrots ")
    app.window.commands.action("paste").trigger()
    assert not app.window.looking.open_now
    app.wait(lambda: app.window.gallery.answer.query.text == "two parrots")
    assert app.window.browser.search.edit.text() == "two parrots"


def test_a_warning_goes_by_itself_and_an_offer_stays_longer(app: App) -> None:
    notice = app.window.notice
    app.window.intake.refused.emit("No.")
    assert notice.text() == "No."
    assert 0 < notice.milliseconds_left < 10_000
    notice.tell("Gone.", "Undo", lambda: None)
    assert notice.milliseconds_left > 15_000
    notice.tell("Broken.", alarm=True)
    assert notice.milliseconds_left < 0


def test_the_first_window_fits_on_the_screen() -> None:
    assert usual_size(QSize(2560, 1440)) == QSize(1240, 820)
    small = usual_size(QSize(1366, 728))
    assert small.width() == 1240
    assert small.height() < 728


def test_tab_goes_down_the_side_panel_and_on_to_the_search(app: App) -> None:
    sidebar = app.window.sidebar
    app.wait(lambda: app.window.folders_section.rows)
    app.window.notice.hide()
    sidebar.view.setFocus()
    assert sidebar.view.currentIndex().isValid()
    buttons = [sidebar.buttons[name] for name in ("albums", "labels", "folders")]
    for after in (*buttons, app.window.browser.search.edit):
        app.qtbot.keyClick(app.window.focusWidget(), Qt.Key.Key_Tab)
        assert app.window.focusWidget() is after


def test_long_names_end_in_an_ellipsis(open_app: OpenApp, tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "Pictures", ["two_parrots"])
    long = folder / f"{'a bird and another ' * 9}.jpg"
    next(folder.iterdir()).rename(long)
    app = with_photos(open_app, folder, 1)
    app.window.resize(app.window.minimumSize())
    app.window.looking.look_at(0)
    viewer, browser = app.window.viewer, app.window.browser
    app.wait(lambda: viewer.name.text() == long.name)
    app.wait(lambda: "…" in viewer.name.shown())
    assert viewer.name.toolTip() == long.name
    app.window.looking.close()
    app.window.gallery.search_pictures((long,))
    assert "…" in browser.search.chips.texts()[0]
    assert browser.search.chips.sizeHint().width() < 300
    app.wait_for_similar()
    app.search(("a bird and another " * 9).strip())
    app.wait(lambda: "…" in browser.result.shown())
