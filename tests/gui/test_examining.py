"""A model is examined before it is used: the report, what it lets one do, and its end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from photoclip.clip.opening import examine_model
from photoclip.clip.passed import PassedChecks
from photoclip.gui.controllers.tasks import TaskState
from photoclip.gui.views.preferences.model import ModelRow, ModelSection
from photoclip.gui.views.preferences.report import ReportCard
from photoclip.settings import Settings, load_settings, save_settings
from tests.unit.clip.conftest import Tiny

from .conftest import App, OpenApp


@pytest.fixture
def app(open_app: OpenApp) -> App:
    return open_app()


@pytest.fixture
def tiny(app: App) -> Path:
    """A model that is installed beside the embedded one."""
    return Tiny().write(app.engine.paths.models / "tiny")


def opened(app: App) -> ModelSection:
    page = app.window.preferring.page
    app.window.preferring.open()
    page.open(page.model)
    app.wait(lambda: page.model.models.rows)
    return page.model


def row_of(section: ModelSection, path: Path) -> ModelRow:
    rows = [row for row in section.models.rows if isinstance(row, ModelRow)]
    return next(row for row in rows if row.model.path == path)


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def kept_model(app: App) -> str:
    return load_settings(app.engine.paths.settings_file)[0].model


def told(card: ReportCard) -> bool:
    return card.isVisible() and card.leave.isVisible()


def test_a_model_is_used_after_its_report_was_seen(app: App, qtbot: QtBot, tiny: Path) -> None:
    section = opened(app)
    card = section.report
    assert card.isHidden()
    click(qtbot, row_of(section, tiny).button)
    assert card.isVisible()
    assert card.stop.isVisible()
    app.wait(lambda: told(card))
    assert "tiny" in card.outcome.text()
    assert card.use.isEnabled()
    assert kept_model(app) == ""
    click(qtbot, card.use)
    assert card.isHidden()
    app.wait(lambda: kept_model(app) == str(tiny))
    app.wait(lambda: app.engine.model.directory == tiny)


def test_the_report_tells_all_that_was_recognised_and_measured(
    app: App, qtbot: QtBot, tiny: Path
) -> None:
    section = opened(app)
    click(qtbot, row_of(section, tiny).check)
    app.wait(lambda: told(section.report))
    labels = [part for part in section.report.details.findChildren(QLabel) if part.isVisible()]
    texts = {part.text() for part in labels}
    assert "image float (batch, 3, 8, 8) (colours first; any number at once)" in texts
    assert {"Image tower", "Text tower", "Together as alone", "Time for one"} <= texts
    names = {
        QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name) for part in labels
    }
    assert "Same input, same vector: 1 (at least 0.9999) · fine" in names
    # No line of a text is cut off.
    app.wait(lambda: all(part.height() >= part.heightForWidth(part.width()) for part in labels))


def test_a_model_may_be_left(app: App, qtbot: QtBot, tiny: Path) -> None:
    section = opened(app)
    click(qtbot, row_of(section, tiny).button)
    app.wait(lambda: told(section.report))
    click(qtbot, section.report.leave)
    assert section.report.isHidden()
    app.wait(lambda: row_of(section, app.engine.model.directory).button.isChecked())
    assert kept_model(app) == ""


def test_a_refused_model_cannot_be_used(app: App, qtbot: QtBot) -> None:
    broken = Tiny(words_in_graph=10).write(app.engine.paths.models / "broken")
    section = opened(app)
    click(qtbot, row_of(section, broken).button)
    card = section.report
    app.wait(lambda: told(card))
    assert not card.use.isEnabled()
    file = broken / "textual" / "tokenizer.json"
    assert any(
        str(file) in found.text() and "no place for" in found.text() for found in card.findings
    )
    tasks = app.window.tasks.all()
    assert any(task.state is TaskState.FAILED and "broken" in task.text for task in tasks)


def test_a_directory_that_is_chosen_is_examined_first(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    section = opened(app)
    (tmp_path / "photos").mkdir()
    app.chosen.append(tmp_path / "photos")
    click(qtbot, section.choose)
    app.wait(lambda: told(section.report))
    assert "is not a model directory" in section.report.findings[0].text()
    assert not section.report.use.isEnabled()
    chosen = Tiny().write(tmp_path / "chosen")
    app.chosen.append(chosen)
    click(qtbot, section.choose)
    app.wait(lambda: told(section.report) and section.report.use.isEnabled())
    assert section.report.findings == []
    assert section.report.choice == str(chosen)


def test_a_model_that_passed_before_is_used_at_once(app: App, qtbot: QtBot, tiny: Path) -> None:
    report = examine_model(tiny, app.engine.settings, app.engine.paths)
    assert PassedChecks(app.engine.paths.checks_file).holds(report.fingerprint, "CPU", "fp32")
    section = opened(app)
    click(qtbot, row_of(section, tiny).button)
    app.wait(lambda: kept_model(app) == str(tiny))
    assert section.report.isHidden()


def test_the_model_in_use_is_only_looked_at(
    open_app: OpenApp, qtbot: QtBot, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    used = Tiny().write(library / "models" / "tiny")
    save_settings(Settings(model=str(used)), library / "settings.toml")
    app = open_app(library)
    section = opened(app)
    app.wait(lambda: row_of(section, used).button.isChecked())
    click(qtbot, row_of(section, used).check)
    app.wait(lambda: told(section.report))
    assert section.report.use.isHidden()
    assert section.report.leave.text() == "Close"


@pytest.mark.parametrize("by_task", [False, True])
def test_a_check_can_be_cancelled(app: App, qtbot: QtBot, tiny: Path, by_task: bool) -> None:
    section = opened(app)
    click(qtbot, row_of(section, tiny).check)
    task = app.window.tasks.active()[-1]
    if by_task:
        app.window.tasks.cancel_one(task.key)
    else:
        click(qtbot, section.report.stop)
    assert section.report.isHidden()
    assert not app.window.examining.busy
    handle = app.window.tasks.get(task.key)
    assert handle is not None
    assert handle.task.state is TaskState.CANCELLED
    # The next one is not kept waiting.
    click(qtbot, row_of(section, tiny).check)
    app.wait(lambda: told(section.report))


def test_it_goes_by_keyboard(app: App, qtbot: QtBot, tiny: Path) -> None:
    section = opened(app)
    row = row_of(section, tiny)
    row.button.setFocus()
    qtbot.keyClick(row.button, Qt.Key.Key_Space)
    card = section.report
    app.wait(lambda: told(card))
    app.wait(lambda: section.window().focusWidget() is card.use)
    qtbot.keyClick(card.use, Qt.Key.Key_Tab)
    assert section.window().focusWidget() is card.leave
    qtbot.keyClick(card.leave, Qt.Key.Key_Space)
    assert card.isHidden()


def test_the_window_closes_while_a_check_goes_on(app: App, qtbot: QtBot, tiny: Path) -> None:
    section = opened(app)
    click(qtbot, row_of(section, tiny).check)
    assert app.window.examining.busy
    app.window.quit()
    assert not app.window.examining.busy


def test_a_model_that_went_away_is_told(app: App, qtbot: QtBot, tiny: Path) -> None:
    section = opened(app)
    shutil.rmtree(tiny)
    click(qtbot, row_of(section, tiny).check)
    app.wait(lambda: told(section.report))
    assert "is missing" in section.report.findings[0].text()
