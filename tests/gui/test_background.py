"""Going on without a window, and what the desktop is told."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from photoclip.domain import Progress, Stage
from photoclip.gui import notifications
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.notifications import Announcer, NotifySend, TrayNotifier

from .conftest import App, OpenApp, PretendedTrayIcon, RecordingNotifier, close, sample, with_photos

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture(autouse=True)
def quits_as_usual() -> Iterator[None]:
    yield
    QGuiApplication.setQuitOnLastWindowClosed(True)


def in_background(app: App, on: bool = True) -> App:
    app.engine.settings = replace(app.engine.settings, background=on)
    app.window.background.apply()
    return app


# The window and the icon.


def test_closing_hides_the_window_and_work_goes_on(open_app: OpenApp, pictures: Path) -> None:
    app = in_background(with_photos(lambda: open_app(tray=True), pictures))
    app.wait(lambda: app.engine.library.watch_status is not None)
    assert app.tray_icon.shown
    app.window.close()
    assert app.window.isHidden()
    assert [title for title, _ in app.notifier.told] == ["photoclip goes on in the background"]
    shutil.copy(sample("lighthouse"), pictures)
    app.wait(lambda: app.engine.catalog.photos.count() == 5)
    app.tray_icon.clicked.emit()
    assert app.window.isVisible()
    app.wait_for_photos(5)


def test_how_to_get_it_back_is_told_once(open_app: OpenApp, tmp_path: Path) -> None:
    app = in_background(open_app(tmp_path / "library", tray=True))
    for _ in range(2):
        app.window.close()
        app.window.come_to_front()
    assert len(app.notifier.told) == 1
    close(app)
    again = in_background(open_app(tmp_path / "library", tray=True))
    again.window.close()
    assert again.window.isHidden() and again.notifier.told == []


def test_without_a_place_for_the_icon_closing_ends_it(open_app: OpenApp) -> None:
    app = in_background(open_app())
    assert not app.tray_icon.shown and not app.window.background.keeps_going
    app.window.close()
    assert app.window.isHidden() and app.notifier.told == []
    # The bridge takes no more work.
    answered: list[int] = []
    app.bridge.post(lambda: answered.append(1))
    app.qtbot.wait(50)
    assert answered == []


def test_without_the_wish_closing_ends_it(open_app: OpenApp) -> None:
    app = open_app(tray=True)
    assert not app.tray_icon.shown
    app.window.close()
    assert not app.tray_icon.shown and app.notifier.told == []


def test_quitting_from_the_menu_really_ends_it(open_app: OpenApp) -> None:
    app = in_background(open_app(tray=True))
    app.window.close()
    ended: list[int] = []
    app.window.destroyed.connect(lambda: ended.append(1))
    app.window.tray.quit.trigger()
    assert not app.tray_icon.shown
    answered: list[int] = []
    app.bridge.post(lambda: answered.append(1))
    app.qtbot.wait(50)
    assert answered == []


def test_quit_in_the_menu_bar_ends_it_too(open_app: OpenApp) -> None:
    app = in_background(open_app(tray=True))
    app.window.commands.action("quit").trigger()
    assert app.window.isHidden() and not app.tray_icon.shown and app.notifier.told == []


def test_the_icon_tells_what_goes_on_and_pauses_it(open_app: OpenApp, pictures: Path) -> None:
    app = in_background(with_photos(lambda: open_app(tray=True), pictures))
    assert "photoclip" in app.tray_icon.tooltip
    pause = app.window.tray.pause
    assert pause.text() == "Pause"
    pause.trigger()
    assert app.window.tasks.paused and pause.text() == "Go on"
    assert "paused" in app.tray_icon.tooltip
    pause.trigger()
    assert not app.window.tasks.paused and pause.text() == "Pause"


def test_turning_the_wish_off_takes_the_icon_away(open_app: OpenApp) -> None:
    app = in_background(open_app(tray=True))
    assert app.tray_icon.shown
    in_background(app, on=False)
    assert not app.tray_icon.shown and not app.window.background.keeps_going


# Notifications.


class Desk:
    """Tasks whose ends are told, or not."""

    def __init__(self) -> None:
        self.tasks = Tasks()
        self.notifier = RecordingNotifier()
        self.wanted, self.looked_at = True, False
        self.announcer = Announcer(
            self.tasks, self.notifier, lambda: self.wanted, lambda: self.looked_at
        )

    def task(self, done: int = 7, minor: bool = False) -> TaskHandle:
        task = self.tasks.begin("Indexing", minor=minor)
        task.show(Progress(Stage.INDEXING, done, 7))
        return task

    def titles(self) -> list[str]:
        return [title for title, _ in self.notifier.told]


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Where everything takes long."""
    monkeypatch.setattr(notifications, "LONG_SECONDS", -1.0)
    return Desk()


def test_the_end_of_long_work_is_told(desk: Desk) -> None:
    desk.task().finish("7 photos added")
    assert desk.notifier.told == [("Indexing is complete", "7 photos added")]


def test_short_work_is_not_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notifications, "LONG_SECONDS", 10.0)
    desk.task().finish("7 photos added")
    assert desk.titles() == []


def test_a_failure_is_told_however_short_but_not_again_and_again(desk: Desk) -> None:
    for _ in range(3):
        desk.task().fail("The disk is full")
    assert desk.notifier.told == [("Indexing failed", "The disk is full")]
    desk.task().finish("7 photos added")
    desk.task().fail("The disk is full")
    assert len(desk.titles()) == 3


@pytest.mark.parametrize("why", ["not wanted", "looked at"])
def test_nothing_is_told_where(desk: Desk, why: str) -> None:
    desk.wanted, desk.looked_at = why != "not wanted", why == "looked at"
    desk.task().finish("7 photos added")
    desk.task().fail("The disk is full")
    assert desk.titles() == []


def test_what_is_no_news_is_not_told(desk: Desk) -> None:
    desk.task(done=0).finish("Up to date")
    desk.task().stopped("It was stopped")
    desk.task(minor=True).finish()
    assert desk.titles() == []


def test_a_click_on_a_notification_brings_the_window(open_app: OpenApp) -> None:
    app = in_background(open_app(tray=True))
    app.window.close()
    app.notifier.clicked.emit()
    assert app.window.isVisible()


def test_beside_the_icon_where_there_is_no_other_way(qtbot: QtBot) -> None:
    icon = PretendedTrayIcon()
    notifier = TrayNotifier(icon, lambda: False)
    notifier.tell("One", "nobody sees it")
    assert icon.told == []
    icon.place = True
    notifier.tell("Two", "text")
    assert icon.shown and icon.told == [("Two", "text")]
    with qtbot.waitSignal(notifier.clicked):
        icon.message_clicked.emit()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the program")
def test_the_program_of_the_desktop_gets_text_and_tells_of_a_click(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program, said = tmp_path / "notify-send", tmp_path / "said"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{said}"\necho default\n')
    program.chmod(0o755)
    notifier = NotifySend(str(program))
    with qtbot.waitSignal(notifier.clicked, timeout=10_000):
        notifier.tell("--title", "a < b & c")
    lines = said.read_text().splitlines()
    assert lines[-3:] == ["--", "--title", "a &lt; b &amp; c"]
    assert "--app-name=photoclip" in lines


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the program")
def test_an_old_program_is_asked_without_a_click(qtbot: QtBot, tmp_path: Path) -> None:
    program, said = tmp_path / "notify-send", tmp_path / "said"
    program.write_text(
        f'#!/bin/sh\ncase "$*" in *--action*) exit 1;; esac\nprintf "%s\\n" "$@" > "{said}"\n'
    )
    program.chmod(0o755)
    notifier = NotifySend(str(program))
    notifier.tell("Title", "text")
    qtbot.waitUntil(lambda: said.exists() and "text" in said.read_text(), timeout=10_000)
    notifier.close()
