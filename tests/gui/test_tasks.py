"""Long work in one place: what it does, how far it is, and how it is paused and ended."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoclip.domain import CancelToken, IndexReport, Progress, ProgressCallback, Stage
from photoclip.gui import wording
from photoclip.gui.bridge import Bridge
from photoclip.gui.controllers.tasks import TaskHandle, Tasks, TaskState
from photoclip.gui.controllers.upkeep import UpkeepTasks
from photoclip.gui.models.tasks import TaskModel
from photoclip.gui.theme import Theme
from photoclip.gui.views.status import StatusBar
from photoclip.gui.views.tasks.area import TaskArea
from photoclip.library.upkeep import Upkeep

from .conftest import MANY, App, OpenApp, in_the_middle, sample, with_photos

HALF = Progress(Stage.INDEXING, 60, 120, 12.0, 5.0)


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


@pytest.fixture
def area(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[TaskArea]:
    """The task area at the bottom of something like a window."""
    window, host = QMainWindow(), QWidget()
    window.setMinimumSize(400, 300)
    window.resize(900, 600)
    window.setCentralWidget(host)
    status = StatusBar(theme, tasks)
    column = QVBoxLayout(host)
    column.addStretch()
    column.addWidget(status)
    window.show()
    yield status.tasks
    window.close()
    window.deleteLater()


def settled(app: App) -> int:
    """How many photos there are once a batch that was under way is stored."""
    counts: list[int] = []

    def still() -> bool:
        counts.append(app.engine.catalog.photos.count())
        return len(counts) > 30 and len(set(counts[-30:])) == 1

    app.qtbot.waitUntil(still, timeout=30_000)
    return counts[-1]


# The list.


def test_the_model_follows_the_tasks(tasks: Tasks, qtmodeltester: ModelTester) -> None:
    tasks.begin("Before")
    model = TaskModel(tasks)
    qtmodeltester.check(model)
    first, second = tasks.begin("One", CancelToken()), tasks.begin("Two")
    assert [model.index(row).data() for row in range(3)] == ["Before", "One", "Two"]
    first.show(HALF)
    assert model.rows[1].done == 60
    second.finish("All of it")
    described = model.index(2).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "All of it"
    first.drop()
    assert [task.title for task in model.rows] == ["Before", "Two"]


def test_a_task_obeys_through_its_control(tasks: Tasks) -> None:
    token = CancelToken()
    task = tasks.begin("Export", token)
    tasks.pause_one(task.task.key)
    assert token.paused and task.task.state is TaskState.PAUSED
    tasks.resume_one(task.task.key)
    assert not token.paused and task.task.state is TaskState.RUNNING
    task.pause()
    tasks.cancel_one(task.task.key)
    assert token.cancelled and not task.task.can_cancel
    task.stopped("It was stopped")
    assert task.task.state is TaskState.CANCELLED


def test_progress_keeps_a_pause_and_ends_a_wait(tasks: Tasks) -> None:
    paused = tasks.begin("One", CancelToken())
    paused.pause()
    paused.show(HALF)
    assert paused.task.state is TaskState.PAUSED
    assert paused.task.line == wording.paused("One", 60, 120)
    waiting = tasks.begin("Two", state=TaskState.WAITING)
    assert waiting.task.line == wording.waiting("Two")
    waiting.show(HALF)
    assert waiting.task.state is TaskState.RUNNING


def test_pausing_everything_leaves_out_what_cannot_be_paused(tasks: Tasks) -> None:
    token, stubborn = CancelToken(), CancelToken()
    tasks.begin("One", token)
    tasks.begin("Two", stubborn, can_pause=False)
    tasks.begin("Three")
    tasks.toggle()
    assert token.paused and not stubborn.paused and tasks.paused
    tasks.toggle()
    assert not token.paused and not tasks.paused


def test_minor_tasks_leave_at_their_end_and_new_ones_replace_old_ones(tasks: Tasks) -> None:
    tasks.begin("Model", minor=True).finish()
    assert tasks.all() == []
    tasks.begin("Indexing").finish("3 photos added")
    tasks.begin("Indexing").drop()
    assert [task.text for task in tasks.all()] == ["3 photos added"]
    tasks.begin("Indexing").finish("Up to date")
    assert [task.text for task in tasks.all()] == ["Up to date"]


def test_the_end_is_told_once(tasks: Tasks) -> None:
    ended: list[object] = []
    tasks.ended.connect(ended.append)
    task = tasks.begin("One")
    task.finish()
    task.fail("too late")
    assert len(ended) == 1


# The area.


def test_it_is_quiet_where_nothing_runs(area: TaskArea, tasks: Tasks) -> None:
    assert not area.is_running and not area.text.text() and area.expand.isHidden()
    tasks.begin("Indexing").finish("Up to date")
    assert not area.is_running and area.text.text() == "Up to date"
    assert area.buttons.isHidden() and area.bar.isHidden()


def test_one_task_shows_on_the_line(area: TaskArea, tasks: Tasks) -> None:
    task = tasks.begin("Indexing", CancelToken())
    assert (area.bar.minimum(), area.bar.maximum()) == (0, 0)
    task.show(HALF)
    assert area.is_running and area.bar.value() == 500 and area.bar.maximum() == 1000
    assert area.text.text() == wording.progress(HALF)
    assert not area.is_open
    assert "Indexing" in area.bar.accessibleName()
    assert "Indexing" in area.buttons.pause.accessibleName()
    assert "Indexing" in area.buttons.cancel.accessibleName()


def test_the_panel_opens_for_a_second_task_and_stays_closed_when_closed(
    area: TaskArea, tasks: Tasks, qtbot: QtBot
) -> None:
    first = tasks.begin("One", CancelToken())
    tasks.begin("Opening the model", minor=True)
    assert not area.is_open
    second = tasks.begin("Two", CancelToken())
    assert area.is_open
    bottom = area.panel.geometry().bottom()
    status = area.parentWidget()
    assert status is not None and bottom < status.y()
    qtbot.keyClick(area.panel, Qt.Key.Key_Escape)
    assert not area.is_open
    second.show(HALF)
    assert not area.is_open
    area.toggle()
    assert area.is_open
    first.finish()
    second.finish()
    assert area.panel.row(second.task.key).bar.isHidden()


def test_messages_leave_the_open_list_free(open_app: OpenApp) -> None:
    app = open_app(start=False)
    window = app.window
    window.tasks.begin("One")
    window.notice.tell("A message")
    window.tasks.begin("Two")
    panel = window.status.tasks.panel
    assert panel.isVisible()
    top = window.stack.mapFromGlobal(panel.mapToGlobal(QPoint(0, 0))).y()
    assert window.notice.geometry().bottom() < top
    panel.hide()
    assert window.notice.geometry().bottom() > top


def test_what_is_over_can_be_put_away(area: TaskArea, tasks: Tasks, qtbot: QtBot) -> None:
    task = tasks.begin("Export")
    task.fail("The disk is full")
    area.toggle()
    row = area.panel.row(task.task.key)
    assert row.line.text() == "The disk is full"
    qtbot.mouseClick(row.buttons.cancel, Qt.MouseButton.LeftButton)
    assert tasks.all() == [] and not area.is_open


def test_unreadable_files_lead_to_the_problems(area: TaskArea, tasks: Tasks, qtbot: QtBot) -> None:
    tasks.begin("Indexing").finish("3 unreadable", problems=3)
    assert not area.problems.isHidden()
    with qtbot.waitSignal(area.problems_wanted):
        qtbot.mouseClick(area.problems, Qt.MouseButton.LeftButton)
    tasks.begin("Indexing")
    assert area.problems.isHidden()


def test_the_keyboard_reaches_everything(area: TaskArea, tasks: Tasks, qtbot: QtBot) -> None:
    token = CancelToken()
    tasks.begin("Indexing", token)
    for button in (area.buttons.pause, area.buttons.cancel, area.expand):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName()
    area.toggle()
    row = area.panel.row(tasks.all()[0].key)
    qtbot.waitUntil(row.buttons.pause.hasFocus)
    qtbot.keyClick(row.buttons.pause, Qt.Key.Key_Space)
    assert token.paused


# The window.


def test_the_focus_comes_back_from_the_list(open_app: OpenApp) -> None:
    app = open_app(start=False)
    window = app.window
    edit = window.browser.search.edit
    window.gallery.set_folders(1)
    task = window.tasks.begin("One", CancelToken())
    edit.setFocus()
    app.wait(edit.hasFocus)
    window.commands.action("tasks").trigger()
    button = window.status.tasks.panel.row(task.task.key).buttons.pause
    app.wait(button.hasFocus)
    window.status.tasks.toggle()
    assert edit.hasFocus()


def test_pause_resume_and_cancel(open_app: OpenApp, many: Path) -> None:
    app = open_app()
    click, left = app.qtbot.mouseClick, Qt.MouseButton.LeftButton
    buttons = app.window.status.tasks.buttons
    app.window.folders.add([many])
    app.wait(lambda: in_the_middle(app))
    click(buttons.pause, left)
    done = settled(app)
    assert done < MANY
    assert "paused" in app.window.status.text.text()
    assert app.window.status.is_running
    click(buttons.pause, left)
    app.wait(lambda: app.engine.catalog.photos.count() > done)
    click(buttons.pause, left)
    click(buttons.cancel, left)
    app.wait(lambda: not app.window.status.is_running)
    assert app.window.status.text.text().startswith("Indexing was stopped")
    assert app.engine.catalog.photos.count() < MANY
    app.window.commands.action("reindex").trigger()
    app.wait_for_photos(MANY)


def test_asking_for_photos_ends_a_pause(open_app: OpenApp, many: Path, pictures: Path) -> None:
    app = open_app()
    app.window.folders.add([many])
    app.wait(lambda: in_the_middle(app))
    app.window.commands.action("pause").trigger()
    settled(app)
    app.window.folders.add([pictures])
    app.wait_for_photos(MANY + 4)


def test_a_pause_holds_for_what_changes_later(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    app.wait(lambda: app.engine.library.watch_status is not None)
    app.window.tasks.pause()
    assert "paused" in app.window.status.text.text()
    shutil.copy(sample("lighthouse"), pictures)
    app.wait(lambda: app.window.tasks.active()[0].text == wording.progress(_nothing_seen()))
    assert settled(app) == 4
    app.window.tasks.resume()
    app.wait_for_photos(5)


def test_photos_that_come_bit_by_bit_are_told_together(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    app.wait(lambda: app.engine.library.watch_status is not None)
    for count, name in ((5, "lighthouse"), (6, "rafting")):
        shutil.copy(sample(name), pictures)
        app.wait_for_photos(count)
        told = wording.report(IndexReport(new=count))
        app.wait(lambda told=told: app.window.status.text.text() == told)


def test_a_pause_in_which_nothing_came_leaves_no_trace(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    app.window.tasks.pause()
    app.window.tasks.resume()
    assert app.window.tasks.active() == []
    assert not app.window.status.is_running


def test_unreadable_photos_are_one_click_away(open_app: OpenApp, pictures: Path) -> None:
    (pictures / "broken.jpg").write_bytes(b"this is no picture" * 100)
    app = open_app()
    app.window.folders.add([pictures])
    app.wait_for_photos(4)
    app.wait(lambda: not app.window.status.tasks.problems.isHidden())
    app.qtbot.mouseClick(app.window.status.tasks.problems, Qt.MouseButton.LeftButton)
    assert app.window.browser.page is app.window.browser.problems


def test_what_the_library_does_for_itself_is_shown_where_it_takes_long(
    tasks: Tasks, qtbot: QtBot
) -> None:
    go_on = threading.Event()

    def job(cancel: CancelToken, progress: ProgressCallback) -> None:
        progress(Progress(Stage.BUILDING, 128, 60_000))
        assert go_on.wait(30)
        cancel.check()

    upkeep, bridge = Upkeep([job]), Bridge()
    shows = UpkeepTasks(upkeep, bridge, tasks)
    upkeep.start()
    qtbot.waitUntil(lambda: bool(tasks.active()))
    assert tasks.active()[0].can_pause and tasks.active()[0].total == 60_000
    tasks.pause()
    assert upkeep.control.paused
    tasks.cancel_one(tasks.active()[0].key)
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.active())
    assert not upkeep.control.paused
    upkeep.close()
    bridge.close()
    shows.deleteLater()


def _nothing_seen() -> Progress:
    return Progress(Stage.SCANNING, 0)


def test_a_run_that_found_nothing_new_says_so(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    ended: list[TaskHandle] = []
    app.window.tasks.ended.connect(ended.append)
    app.window.commands.action("reindex").trigger()
    app.wait(lambda: ended)
    assert app.window.status.text.text() == "Up to date"
    assert wording.report(IndexReport()) == ""
