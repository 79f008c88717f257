"""Another model in the window: embedded in the background, changed over to, taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from photoclip.clip.directory import fingerprint
from photoclip.clip.passed import PassedChecks
from photoclip.gui.controllers.tasks import Task, TaskState
from photoclip.gui.views.preferences.model import ModelRow
from photoclip.settings import Settings, load_settings
from tests.small_model import OTHER, SmallModel

from .conftest import App, OpenApp, close, copy_samples, with_photos

OLD = "photoclip-embedded-1"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> type[SmallModel]:
    made = type("Small", (SmallModel,), {})
    monkeypatch.setattr("photoclip.clip.encoder.ClipModel", made)
    return made


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def kept(app: App) -> Settings:
    return load_settings(app.engine.paths.settings_file)[0]


def answers(app: App) -> tuple[str, int]:
    found = app.engine.search.text("parrots")
    return found.model, found.searched


def states(app: App) -> list[TaskState]:
    return [task.state for task in app.window.tasks.all() if task.title == "Changing the model"]


def choose(app: App, model: Path, qtbot: QtBot) -> None:
    """As a person does, on the page of the preferences, who has seen the report on it before."""
    passed = PassedChecks(app.engine.paths.checks_file)
    passed.remember(fingerprint(model), "CPU", "fp32")
    app.chosen.append(model)
    app.window.preferring.open_models()
    page = app.window.preferring.page
    app.wait(lambda: page.model.models.rows)
    qtbot.mouseClick(page.model.choose, Qt.MouseButton.LeftButton)


def test_search_changes_over_by_itself_and_goes_back_at_once(
    app: App, other_model: Path, qtbot: QtBot
) -> None:
    begun: list[Task] = []
    app.window.tasks.begun.connect(begun.append)
    choose(app, other_model, qtbot)
    app.wait(lambda: kept(app) == Settings(model=str(other_model)))
    assert "Changing the model" in [task.title for task in begun]
    assert states(app) == [TaskState.DONE]
    app.wait(lambda: answers(app) == (OTHER, 4))
    notice = app.window.notice
    app.wait(lambda: OTHER in notice.text())
    page = app.window.preferring.page
    app.wait(lambda: [row.button.isChecked() for row in page.findChildren(ModelRow)] == [0, 1])
    action = notice.action
    assert isinstance(action, QPushButton)
    assert action.text() == "Go back"
    action.click()
    app.wait(lambda: answers(app) == (OLD, 4))
    assert kept(app) == Settings()


def test_it_can_be_paused_and_given_up_in_the_task_list(app: App, other_model: Path) -> None:
    window = app.window
    window.tasks.pause()
    window.switching.use(str(other_model))
    app.wait(lambda: states(app) == [TaskState.PAUSED])
    assert kept(app).next_model == str(other_model)
    # New photos are found meanwhile, by the model in use.
    window.indexing.resume()
    copy_samples(app.engine.library.roots()[0].path, ["lighthouse_on"])
    app.wait(lambda: answers(app) == (OLD, 5))
    (task,) = [task for task in window.tasks.active() if task.title == "Changing the model"]
    window.tasks.cancel_one(task.key)
    app.wait(lambda: states(app) == [TaskState.CANCELLED])
    app.wait(lambda: app.engine.switch is None)
    assert kept(app).next_model == ""
    assert answers(app) == (OLD, 5)


def test_it_goes_on_after_a_restart(
    open_app: OpenApp, app: App, other_model: Path, qtbot: QtBot
) -> None:
    app.window.tasks.pause()
    app.window.switching.use(str(other_model))
    app.wait(lambda: states(app) == [TaskState.PAUSED])
    close(app)
    again = open_app()
    again.wait(lambda: answers(again) == (OTHER, 4))
    assert kept(again) == Settings(model=str(other_model))


def test_the_page_tells_how_far_it_is(app: App, other_model: Path, qtbot: QtBot) -> None:
    app.window.tasks.pause()
    choose(app, other_model, qtbot)
    panel = app.window.preferring.page.model.switch
    app.wait(lambda: panel.isVisible())
    assert OTHER in panel.state.text()
    assert "0 of 4 photos" in panel.state.text()
    qtbot.mouseClick(panel.stay, Qt.MouseButton.LeftButton)
    app.wait(lambda: not panel.isVisible())
    assert app.engine.switch is None
    choose(app, other_model, qtbot)
    app.wait(lambda: panel.isVisible())
    qtbot.mouseClick(panel.now, Qt.MouseButton.LeftButton)
    app.wait(lambda: kept(app) == Settings(model=str(other_model)))
    app.wait(lambda: answers(app)[0] == OTHER)


def test_a_model_that_fails_is_told_and_given_up(
    app: App, other_model: Path, small: type[SmallModel]
) -> None:
    small.after = 0
    app.window.switching.use(str(other_model))
    app.wait(lambda: "NaN" in app.window.notice.text())
    app.wait(lambda: app.engine.switch is None)
    assert states(app) == [TaskState.FAILED]
    assert kept(app).next_model == ""
    assert answers(app) == (OLD, 4)


def test_a_folder_that_is_no_model_is_refused(app: App, tmp_path: Path) -> None:
    app.window.preferring.open_models()
    page = app.window.preferring.page
    # It was a model when it was examined.
    app.window.switching.use(str(tmp_path))
    app.wait(lambda: str(tmp_path) in page.model.error.text())
    assert kept(app) == Settings()


def test_what_waits_for_a_drive_goes_on_when_it_is_back(
    app: App, pictures: Path, other_model: Path
) -> None:
    away = pictures.with_name("away")
    app.window.tasks.pause()
    app.window.switching.use(str(other_model))
    app.wait(lambda: states(app) == [TaskState.PAUSED])
    shutil.move(pictures, away)
    app.window.tasks.resume()
    app.wait(lambda: TaskState.CANCELLED in states(app))
    assert answers(app)[0] == OLD
    assert kept(app).next_model == str(other_model)
    shutil.move(away, pictures)
    app.window.indexing.start()
    app.wait(lambda: answers(app) == (OTHER, 4))


def test_letters_that_the_model_does_not_know_are_told_over_the_results(
    app: App, qtbot: QtBot
) -> None:
    note = app.window.browser.note
    # Key by key, QTest knows Latin letters only.
    app.window.gallery.search_text("попугаи")
    app.wait(note.isVisible)
    assert "English only" in note.label.text()
    assert "Cyrillic" in note.label.text()
    qtbot.mouseClick(note.models, Qt.MouseButton.LeftButton)
    assert app.window.preferring.page.model.isVisible()
    app.window.preferring.close()
    app.search("parrots")
    assert not note.isVisible()
