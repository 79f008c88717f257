"""Tags are suggested for albums, folders and searches as a task: followed, and ended."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy

from photoclip.domain import Label, PhotoId, Progress, Stage
from photoclip.gui import wording
from photoclip.gui.controllers.tasks import TaskState
from photoclip.tagging.applying import Outcome

from .conftest import App, OpenApp, copy_samples, with_photos


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    copy_samples(tmp_path / "Pictures" / "north", ["two_parrots", "red_barn"])
    copy_samples(tmp_path / "Pictures" / "south", ["motocross"])
    return with_photos(open_app, tmp_path / "Pictures", 3)


@pytest.fixture
def label(app: App) -> Label:
    return app.engine.labels.add("parrot", threshold=-100.0)


def tagged(app: App, label: Label) -> set[PhotoId]:
    return {tag.photo for tag in app.engine.catalog.tags.of_label(label.id)}


def test_a_folder_and_what_is_shown_get_suggestions(app: App, label: Label) -> None:
    window = app.window
    told = QSignalSpy(window.suggest_work.progressed)
    [folder] = window.folders_section.places()
    north = next(one for one in folder.children if one.text == "north")
    next(one for one in window.folders_section.menu(north) if "tags" in one.text).act()
    [task] = window.tasks.active()
    assert (task.title, task.can_cancel) == ("Suggesting tags for “north”", True)
    app.wait(lambda: window.notice.text() == "2 suggestions for the photos of “north”.")
    assert len(tagged(app, label)) == 2
    assert window.tasks.get(task.key).task.state is TaskState.DONE
    seen = [told.at(place)[0] for place in range(told.count())]
    assert seen[-1].stage is Stage.TAGGING and seen[-1].done == seen[-1].total == 1
    window.commands.action("undo").trigger()
    app.wait(lambda: not tagged(app, label))
    app.search("type:jpeg")
    app.wait(lambda: len(window.gallery.answer.ids) == 3)
    window.commands.action("suggest_tags").trigger()
    app.wait(lambda: len(tagged(app, label)) == 3)


def test_it_can_be_stopped_and_is_not_begun_twice(app: App, label: Label) -> None:
    window, work = app.window, app.window.suggest_work
    let_go = threading.Event()
    photos = list(window.photo_model.ids)

    def slowly() -> list[PhotoId]:
        assert let_go.wait(60)
        return photos

    work.suggest("Trip", slowly)
    [task] = window.tasks.active()
    window.commands.action("suggest_tags").trigger()
    assert "already" in window.notice.text()
    window.tasks.cancel_one(task.key)
    let_go.set()
    app.wait(lambda: not work.running)
    assert tagged(app, label) == set()
    assert window.tasks.get(task.key) is None
    window.commands.action("suggest_tags").trigger()
    app.wait(lambda: tagged(app, label) == set(photos))


def test_what_it_did_until_it_was_stopped_can_be_undone(
    app: App, label: Label, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, work = app.window, app.window.suggest_work
    other = app.engine.labels.add("zebra", threshold=-100.0)
    apply, photos = app.engine.tagging.apply, list(window.photo_model.ids)

    def stopped(*arguments: Any, on_outcome: Callable[[Outcome], object], **named: Any) -> object:
        def tell(outcome: Outcome) -> None:
            on_outcome(outcome)
            named["cancel"].cancel()

        return apply(*arguments, on_outcome=tell, **named)

    monkeypatch.setattr(app.engine.tagging, "apply", stopped)
    work.suggest("Trip", lambda: photos)
    [task] = window.tasks.active()
    app.wait(lambda: not work.running)
    assert (tagged(app, label), tagged(app, other)) == (set(photos), set())
    assert window.notice.text() == "Stopped halfway. 3 suggestions for the photos of “Trip”."
    kept = window.tasks.get(task.key)
    assert kept is not None and kept.task.state is TaskState.CANCELLED
    window.notice._do()
    app.wait(lambda: not tagged(app, label))


def test_how_far_it_is_is_said_in_labels() -> None:
    told = wording.progress(Progress(Stage.MATCHING, 50, 200, 25.0, 6.0))
    assert told == ("Comparing photos with label 50 of 200 · 25 labels/s · less than a minute left")
    prompts = wording.progress(Progress(Stage.READING_PROMPTS, 64, 64, 9.0, 0.0))
    assert prompts == f"Reading prompt 64 of 64 · {wording.decimal(9.0)} prompts/s"
    assert wording.progress(Progress(Stage.TAGGING, 0, 3)) == "Putting label 0 of 3 on photos"
