"""Two models side by side in the window, and the searches that the command line takes from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoclip.cli.comparing import recent_searches
from photoclip.gui.views.comparison.dialog import ComparisonDialog
from tests.small_model import OTHER, SmallModel

from .conftest import App, OpenApp, close, with_photos

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> type[SmallModel]:
    made = type("Small", (SmallModel,), {})
    monkeypatch.setattr("photoclip.clip.encoder.ClipModel", made)
    return made


@pytest.fixture
def app(open_app: OpenApp, pictures: Path, other_model: Path, tmp_path: Path) -> App:
    models = tmp_path / "library" / "models"
    models.mkdir(parents=True)
    shutil.move(other_model, models / "other")
    return with_photos(open_app, pictures)


def opened(app: App) -> ComparisonDialog:
    app.window.commands.action("compare").trigger()
    dialog = app.window.comparing.dialog
    app.wait(lambda: dialog.models[1].count() == 2)
    return dialog


def test_both_models_results_are_shown_side_by_side(app: App, qtbot: QtBot) -> None:
    dialog = opened(app)
    assert not dialog.isModal()
    assert dialog.queries.toPlainText()
    assert [box.currentText() for box in dialog.models] == ["photoclip-embedded-1", OTHER]
    dialog.queries.setPlainText("a barn\n\nпопугаи")
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert dialog.stop.isVisible()
    results = dialog.results
    # Two queries, two models, four photos.
    app.wait(lambda: len(results.tiles) == 2 * 2 * 4)
    app.wait(lambda: all(not tile.picture.pixmap().isNull() for tile in results.tiles))
    assert dialog.start.isVisible()
    assert all(tile.accessibleName() for tile in results.tiles)
    # The grid is as it was, and its model in use.
    assert app.engine.search.text("parrots").model == "photoclip-embedded-1"
    assert app.window.photo_model.rowCount() == 4


def test_it_needs_two_models_and_a_query(app: App) -> None:
    dialog = opened(app)
    assert dialog.start.isEnabled()
    dialog.models[1].setCurrentIndex(dialog.models[0].currentIndex())
    assert not dialog.start.isEnabled()
    assert "different" in dialog.state.text()
    dialog.models[1].setCurrentIndex(1 - dialog.models[0].currentIndex())
    assert dialog.start.isEnabled()
    dialog.queries.setPlainText(" \n")
    assert not dialog.start.isEnabled()


def test_closing_the_dialog_ends_the_comparison(app: App, qtbot: QtBot) -> None:
    dialog, run = opened(app), app.window.comparing.run
    app.engine.library.watched.pause()
    dialog.queries.setPlainText("a barn")
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert run.running
    dialog.close()
    app.wait(lambda: not run.running)


def test_a_model_that_fails_is_told(app: App, qtbot: QtBot, small: type[SmallModel]) -> None:
    dialog = opened(app)
    small.after = 0
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    app.wait(lambda: "NaN" in dialog.state.text())
    assert dialog.start.isVisible()
    assert dialog.results.tiles == []


def test_the_command_line_knows_the_searches_of_late(app: App) -> None:
    paths = app.engine.paths
    assert recent_searches(paths) == []
    searches = ['a "red" barn, \\ = %20; x', "попугаи 犬 🐶"]
    for text in reversed(searches):
        app.window.browser.search.recent.remember(text)
    close(app)
    assert recent_searches(paths) == searches
    paths.window_file.write_text('[General]\nsearches="[1, 2\n', encoding="utf-8")
    assert recent_searches(paths) == []
    paths.window_file.write_text("searches=@ByteArray(x)\n", encoding="utf-8")
    assert recent_searches(paths) == []
