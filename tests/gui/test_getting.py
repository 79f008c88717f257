"""Models to be had, in the real window, from a hub of this machine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoclip.clip.zoo import entries
from photoclip.gui.controllers.tasks import Task, TaskState
from photoclip.gui.views.preferences.getting import RECOMMENDED, Getting, OfferRow
from photoclip.gui.views.preferences.model import ModelRow
from tests.gui.conftest import App, OpenApp
from tests.hub_server import HubServer, changes_bytes, hub_serving, says, stalls_after
from tests.unit.clip.conftest import Tiny

NAME = "ViT-B-32__openai"
REPO = f"immich-app/{NAME}"
WEIGHTS = "visual/weights.data"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    with hub_serving() as server:
        model = Tiny().write(tmp_path / "remote")
        files = [path for path in model.rglob("*") if path.is_file()]
        contents = {path.relative_to(model).as_posix(): path.read_bytes() for path in files}
        server.add(REPO, {**contents, WEIGHTS: random.Random(1).randbytes(900_000)})
        monkeypatch.setenv("HF_ENDPOINT", server.endpoint)
        yield server


@pytest.fixture
def app(open_app: OpenApp, hub: HubServer) -> App:
    return open_app()


@pytest.fixture
def getting(app: App) -> Getting:
    """The card, as a person comes to it."""
    app.window.commands.action("preferences").trigger()
    page = app.window.preferring.page
    page.open(page.model)
    getting = page.model.getting
    app.wait(lambda: getting.rows.rows)
    return getting


def row(getting: Getting, name: str = NAME) -> OfferRow:
    found = getting.row(name)
    assert found is not None
    return found


def click(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def models(app: App) -> list[str]:
    rows = app.window.preferring.page.model.models.rows
    return [row.model.path.name for row in rows if isinstance(row, ModelRow)][1:]


def task(app: App) -> Task:
    """The newest download."""
    return [task for task in app.window.tasks.all() if task.title.startswith("Downloading")][-1]


def state(app: App) -> TaskState:
    return task(app).state


def test_a_few_are_shown_and_all_can_be(app: App, getting: Getting, qtbot: QtBot) -> None:
    assert {row.offer.name for row in getting.rows.rows if isinstance(row, OfferRow)} == RECOMMENDED
    usual = row(getting)
    assert "English" in usual.line.text() and "63.3 % on ImageNet" in usual.line.text()
    assert "openclip_results.csv" in usual.toolTip() and "MIT" in usual.toolTip()
    click(qtbot, getting.more)
    assert len(getting.rows.rows) == len(entries())
    click(qtbot, getting.more)
    assert len(getting.rows.rows) == len(RECOMMENDED)


def test_a_model_is_downloaded_and_deleted(
    app: App, hub: HubServer, getting: Getting, qtbot: QtBot
) -> None:
    assert hub.asked == []
    click(qtbot, row(getting).download)
    app.wait(lambda: state(app) is TaskState.DONE)
    app.wait(lambda: row(getting).offer.installed)
    app.wait(lambda: models(app) == [NAME])
    assert not row(getting).download.isVisible() and not row(getting).stop.isVisible()
    click(qtbot, row(getting).remove)
    app.wait(lambda: not row(getting).offer.installed)
    app.wait(lambda: models(app) == [])
    assert not (app.engine.paths.models / NAME).exists()


def test_a_download_is_paused_stopped_and_gone_on_with(
    app: App, hub: HubServer, getting: Getting, qtbot: QtBot
) -> None:
    hub.faults[WEIGHTS] = [stalls_after(300_000)]
    click(qtbot, row(getting).download)
    app.wait(hub.waiting.is_set)
    assert task(app).can_pause and task(app).can_cancel
    app.window.tasks.pause_one(task(app).key)
    assert " MB" in task(app).line or " kB" in task(app).line
    app.window.tasks.resume_one(task(app).key)
    click(qtbot, row(getting).stop)
    app.wait(lambda: state(app) is TaskState.CANCELLED)
    app.wait(lambda: row(getting).offer.here > 0)
    assert models(app) == [] and row(getting).download.text() == "Go on"
    assert "are here already" in row(getting).line.text()
    click(qtbot, row(getting).download)
    app.wait(lambda: row(getting).offer.installed)


def test_what_goes_wrong_is_told_and_can_be_tried_again(
    app: App, hub: HubServer, getting: Getting, qtbot: QtBot
) -> None:
    hub.faults[WEIGHTS] = [changes_bytes, changes_bytes]
    click(qtbot, row(getting).download)
    app.wait(lambda: state(app) is TaskState.FAILED)
    app.wait(lambda: "twice" in row(getting).line.text())
    assert models(app) == []
    click(qtbot, row(getting).download)
    app.wait(lambda: row(getting).offer.installed)
    assert "twice" not in row(getting).line.text()


def test_any_repository_can_be_named(
    app: App, hub: HubServer, getting: Getting, qtbot: QtBot
) -> None:
    hub.repositories["some/model"] = hub.repositories[REPO]
    qtbot.keyClicks(getting.other, "some/model")
    qtbot.keyClick(getting.other, Qt.Key.Key_Return)
    app.wait(lambda: models(app) == ["some--model"])
    app.wait(lambda: getting.row("some--model") is not None)
    assert getting.other.text() == ""
    hub.always["listing"] = says(404)
    qtbot.keyClicks(getting.other, "no/thing")
    click(qtbot, getting.fetch)
    app.wait(lambda: getting.row("no/thing") is not None)
    app.wait(lambda: "has no no/thing" in row(getting, "no/thing").line.text())


def test_offline_is_offline(app: App, hub: HubServer, getting: Getting, qtbot: QtBot) -> None:
    getting.offline.click()
    assert app.window.preferences.settings.offline
    app.wait(lambda: app.engine.settings.offline)
    click(qtbot, row(getting).download)
    app.wait(lambda: "stay offline" in row(getting).line.text())
    assert hub.asked == []


def test_the_end_of_the_window_ends_downloads(
    app: App, hub: HubServer, getting: Getting, qtbot: QtBot
) -> None:
    hub.faults[WEIGHTS] = [stalls_after(300_000)]
    click(qtbot, row(getting).download)
    app.wait(hub.waiting.is_set)
    app.window.quit()
    assert not (app.engine.paths.models / NAME).exists()
