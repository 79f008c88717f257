"""The page of the preferences in the real window: everything counts at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from photoclip.gui import wording
from photoclip.gui.session import Session
from photoclip.gui.theme import Theme
from photoclip.gui.translation import Translation
from photoclip.gui.views.preferences.lists import ListRow
from photoclip.gui.views.preferences.model import ModelRow
from photoclip.gui.views.preferences.page import PreferencesPage
from photoclip.gui.views.preferences.parts import Card, Row
from photoclip.gui.views.preferences.storage import name_of
from photoclip.library.storage import Kind
from photoclip.paths import Paths
from photoclip.settings import Settings, load_settings, save_settings

from .conftest import SLOW, App, OpenApp, with_photos


def opened(app: App) -> PreferencesPage:
    """The page, opened as a person does."""
    app.window.commands.action("preferences").trigger()
    assert app.window.preferring.shown
    return app.window.preferring.page


def kept(app: App) -> Settings:
    settings, problems = load_settings(app.engine.paths.settings_file)
    assert problems == []
    return settings


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def row_of(page: PreferencesPage, control: QWidget) -> Row:
    return next(row for row in page.findChildren(Row) if row.control is control)


@pytest.mark.parametrize("width", [720, 1920])
def test_the_column_stands_in_the_middle(app: App, width: int) -> None:
    app.window.resize(width, 600)
    page = opened(app)
    card = page.general.findChild(Card)
    assert card is not None
    left = card.mapTo(page.general, QPoint()).x()
    right = page.general.width() - left - card.width()
    app.wait(lambda: page.heading.mapTo(page, QPoint()).x() == card.mapTo(page, QPoint()).x())
    assert abs(left - right) <= page.general.verticalScrollBar().sizeHint().width()


def test_it_opens_by_key_and_leaves_by_escape(app: App, qtbot: QtBot) -> None:
    qtbot.keyClick(app.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    preferring = app.window.preferring
    app.wait(lambda: preferring.shown)
    page = preferring.page
    app.wait(lambda: page.navigation.hasFocus() or not page.isActiveWindow())
    qtbot.keyClick(page.navigation, Qt.Key.Key_Down)
    assert page.navigation.currentRow() == 1
    qtbot.keyClick(page.navigation, Qt.Key.Key_Escape)
    assert not preferring.shown
    app.window.commands.action("preferences").trigger()
    assert page.navigation.currentRow() == 1
    app.window.commands.action("find").trigger()
    assert not preferring.shown


def test_colours_change_at_once_and_can_be_reset(app: App, qtbot: QtBot) -> None:
    page, theme = opened(app), app.window.theme
    was = theme.dark
    wanted = "light" if was else "dark"
    row = row_of(page, page.general.appearance)
    assert row.reset.isHidden()
    click(qtbot, page.general.appearance.button(wanted))
    assert theme.dark is not was
    assert kept(app).appearance == wanted
    assert not row.reset.isHidden()
    click(qtbot, row.reset)
    assert theme.dark is was
    assert page.general.appearance.key == "system"
    assert kept(app).appearance == "system"


def test_both_sliders_for_the_tiles_go_together(app: App) -> None:
    page, slider = opened(app), app.window.browser.tile_size
    page.general.tiles.setValue(250)
    assert slider.value() == app.window.grid.cell_size == 250
    app.wait(lambda: kept(app).tile_size == 250)
    slider.setValue(150)
    assert page.general.tiles.value() == 150
    app.wait(lambda: kept(app).tile_size == 150)


def test_the_size_of_the_tiles_is_kept_on_closing(app: App, open_app: OpenApp) -> None:
    app.window.browser.tile_size.setValue(260)
    app.window.close()
    assert kept(app).tile_size == 260


def test_switches_and_numbers_are_kept(app: App, qtbot: QtBot) -> None:
    page = opened(app)
    page.general.notify.click()
    page.folders.rescan.setValue(12)
    page.storage.memory.setValue(320)
    assert kept(app) == Settings(notify=False, rescan_minutes=12, tile_memory_mb=320)
    app.wait(lambda: app.engine.settings == kept(app))
    page.storage.memory.lineEdit().setText("128")
    qtbot.keyClick(page.storage.memory, Qt.Key.Key_Return)
    assert kept(app).tile_memory_mb == 128


def test_patterns_are_added_checked_and_removed(app: App, qtbot: QtBot) -> None:
    patterns = opened(app).folders.patterns
    patterns.field.setText("private*")
    qtbot.keyClick(patterns.field, Qt.Key.Key_Return)
    assert kept(app).ignore[-1] == "private*"
    assert [chip.text for chip in patterns.patterns] == list(kept(app).ignore)
    assert patterns.field.text() == ""
    for wrong in ("a/b", "private*"):
        patterns.field.setText(wrong)
        click(qtbot, patterns.add)
        assert not patterns.error.isHidden()
    assert kept(app).ignore[-1] == "private*"
    qtbot.keyClicks(patterns.field, "x")
    assert patterns.error.isHidden()
    click(qtbot, patterns.patterns[-1].remove)
    app.wait(lambda: kept(app).ignore == Settings().ignore)
    patterns.patterns[0].remove.setFocus()
    click(qtbot, patterns.patterns[0].remove)
    app.wait(lambda: len(patterns.patterns) == 3)
    click(qtbot, patterns.reset)
    assert [chip.text for chip in patterns.patterns] == list(Settings().ignore)


def test_an_ignored_folder_leaves_the_grid(app: App, pictures: Path) -> None:
    (pictures / "private").mkdir()
    next(pictures.glob("*barn*")).rename(pictures / "private" / "barn.jpg")
    app.window.indexing.start()
    app.wait_for_photos(4)
    opened(app)
    app.window.preferences.change(ignore=["private"])
    app.wait(lambda: len(app.engine.catalog.photos.visible_ids()) == 3)
    app.wait_for_photos(3)


def test_watched_folders_are_shown_added_and_stopped(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    folders = opened(app).folders
    app.wait(lambda: len(folders.folders.rows) == 1)
    row = folders.folders.rows[0]
    assert isinstance(row, ListRow)
    assert wording.photos(4) in row.line.text()
    other = tmp_path / "other"
    other.mkdir()
    app.chosen.append(other)
    click(qtbot, folders.add)
    app.wait(lambda: len(folders.folders.rows) == 2)
    assert app.window.preferring.shown
    for button in folders.folders.rows[0].findChildren(QToolButton):
        click(qtbot, button)
    app.wait(lambda: len(folders.folders.rows) == 1)


def test_models_are_listed_with_the_one_in_use(app: App, qtbot: QtBot) -> None:
    page = opened(app)
    page.open(page.model)
    app.wait(lambda: page.model.models.rows)
    row = page.model.models.rows[0]
    assert isinstance(row, ModelRow)
    assert row.button.isChecked()
    app.wait(lambda: wording.number(4) in page.model.state.text())
    click(qtbot, row.findChildren(QToolButton)[0])
    assert app.desktop.opened == [row.model.path / "MODEL_CARD.md"]


def test_devices_that_cannot_be_had_cannot_be_chosen(app: App) -> None:
    page = opened(app)
    page.open(page.model)
    app.wait(lambda: page.model.models.rows)
    device = page.model.running.device
    cpu = device.findData("cpu")
    assert device.model().flags(device.model().index(cpu, 0)) & Qt.ItemFlag.ItemIsEnabled
    coreml = device.findData("coreml")
    assert not device.model().flags(device.model().index(coreml, 0)) & Qt.ItemFlag.ItemIsEnabled
    device.setCurrentIndex(cpu)
    device.activated.emit(cpu)
    assert kept(app).device == "cpu"
    app.wait(lambda: app.engine.model.get().device.requested == "cpu")


def test_a_model_that_cannot_be_used_is_told_and_taken_back(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(app)
    page.open(page.model)
    app.wait(lambda: page.model.models.rows)
    broken = tmp_path / "broken"
    broken.mkdir()
    # It was sound when it was examined.
    app.window.switching.use(str(broken))
    app.wait(lambda: not page.model.error.isHidden())
    assert str(broken) in page.model.error.text()
    app.wait(lambda: kept(app).model == "")
    app.wait(lambda: any(row.button.isChecked() for row in page.model.findChildren(ModelRow)))


def test_storage_is_shown_and_cleared(app: App, qtbot: QtBot) -> None:
    page = opened(app)
    page.open(page.storage)
    app.wait(lambda: len(page.storage.kept.rows) == len(Kind))
    name = name_of(Kind.THUMBNAILS)
    row = next(row for row in page.storage.kept.rows if row.accessibleName().startswith(name))
    clear = [button for button in row.findChildren(QWidget) if button.property("role") == "link"]
    click(qtbot, clear[0])
    thumbnails = app.engine.paths.thumbnails
    app.wait(lambda: not list(thumbnails.rglob("*.png")))


def test_a_cache_moves_where_the_person_wants_it(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(app)
    page.open(page.storage)
    place = tmp_path / "fast"
    place.mkdir()
    app.chosen.append(place)
    click(qtbot, page.storage.cache)
    assert kept(app).cache == str(place)
    app.wait(lambda: app.engine.paths.index == place / "index")
    assert str(place) in row_of(page, page.storage.cache).text.text()
    click(qtbot, row_of(page, page.storage.cache).reset)
    app.wait(lambda: app.engine.paths.index != place / "index")


def test_deleting_everything_has_to_be_typed(app: App, qtbot: QtBot) -> None:
    page = opened(app)
    page.open(page.privacy)
    confirmation = page.privacy.confirmation
    wanted: list[bool] = []
    app.window.forgetting_wanted.connect(lambda: wanted.append(True))
    click(qtbot, page.privacy.delete)
    assert not confirmation.isHidden()
    assert not confirmation.confirm.isEnabled()
    qtbot.keyClick(confirmation.field, Qt.Key.Key_Return)
    assert wanted == []
    qtbot.keyClick(confirmation.field, Qt.Key.Key_Escape)
    assert confirmation.isHidden()
    assert app.window.preferring.shown
    click(qtbot, page.privacy.delete)
    qtbot.keyClicks(confirmation.field, confirmation.word.upper())
    qtbot.keyClick(confirmation.field, Qt.Key.Key_Return)
    app.wait(lambda: wanted == [True])


def test_every_control_has_a_name_and_takes_the_focus(app: App) -> None:
    page = opened(app)
    page.open(page.model)
    app.wait(lambda: page.model.models.rows)
    page.open(page.storage)
    app.wait(lambda: page.storage.kept.rows)
    reachable = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(widget, _CONTROLS)
    ]
    assert len(reachable) > 25
    for widget in reachable:
        told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert told.strip(), widget


_CONTROLS = (QToolButton, QComboBox, QRadioButton)


def test_wrong_values_in_the_file_are_told_when_the_window_opens(
    open_app: OpenApp, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    text = 'tile_size = 7\nappearance = "pink"\nlanguage = "de"\n'
    (library / "settings.toml").write_text(text, encoding="utf-8")
    app = open_app(library)
    assert app.window.preferences.settings == Settings(language="de")
    told = app.window.notice.text()
    assert "settings.toml" in told
    assert "tile_size" in told
    assert "pink" in told


@pytest.fixture
def session(qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    paths = Paths.under(tmp_path / "library")
    save_settings(Settings(device="cpu"), paths.settings_file)
    made = Session(paths, theme, Translation(qapp))
    made.open()
    made.window.start()
    yield made
    made.close()
    Translation(qapp).use("en")


def test_another_language_counts_at_once_and_the_page_stays(session: Session, qtbot: QtBot) -> None:
    first = session.window
    first.commands.action("preferences").trigger()
    general = first.preferring.page.general
    at = general.language.findData("de")
    general.language.setCurrentIndex(at)
    general.language.activated.emit(at)
    qtbot.waitUntil(lambda: session.window is not first, timeout=SLOW)
    second = session.window
    assert second.preferring.shown
    page = second.preferring.page
    assert page.general.language is page.focusWidget()
    assert second.preferences.settings == Settings(device="cpu", language="de")
    second.preferences.reset("language")


def test_after_deleting_everything_it_is_as_at_the_first_start(
    session: Session, qtbot: QtBot, pictures: Path
) -> None:
    first = session.window
    first.folders.add([pictures])
    qtbot.waitUntil(lambda: first.photo_model.rowCount() == 4, timeout=SLOW)
    first.commands.action("preferences").trigger()
    first.preferring.page.privacy.delete_wanted.emit()
    qtbot.waitUntil(lambda: session.window is not first, timeout=SLOW)
    second = session.window
    assert second.isVisible()
    assert second.preferences.settings == Settings()
    assert session.engine.library.roots() == []
    assert session.engine.catalog.photos.count() == 0
    assert not list(session.engine.paths.thumbnails.rglob("*.png"))
    assert len(list(pictures.iterdir())) == 4
    qtbot.waitUntil(lambda: second.browser.page is second.browser.welcome, timeout=SLOW)
