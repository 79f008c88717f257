"""A session outlives its windows: another language brings another window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoclip.catalog.lock import LibraryLock
from photoclip.errors import LibraryInUse
from photoclip.gui.session import Session
from photoclip.gui.theme import DARK, Theme
from photoclip.gui.translation import Translation
from photoclip.paths import Paths
from photoclip.settings import save_settings

from .conftest import SLOW


@pytest.fixture
def session(english: Translation, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    made = Session(Paths.under(tmp_path / "library"), theme, english)
    made.open()
    yield made
    made.close()
    english.use("en")


def test_another_language_brings_another_window(
    session: Session, pictures: Path, qtbot: QtBot
) -> None:
    first, filled = session.window, []
    session.filled.connect(lambda: filled.append(session.window))
    first.start()
    first.resize(760, 600)
    first.panels.show_details(True)
    first.folders.add([pictures])
    qtbot.waitUntil(lambda: first.photo_model.rowCount() == 4, timeout=SLOW)
    session.engine.settings = replace(session.engine.settings, language="de")
    gone: list[bool] = []
    first.destroyed.connect(lambda: gone.append(True))
    first.renewal_wanted.emit()
    qtbot.waitUntil(lambda: session.window is not first, timeout=SLOW)
    second = session.window
    assert second.isVisible()
    qtbot.waitUntil(lambda: gone == [True], timeout=SLOW)
    assert (second.width(), second.height()) == (760, 600)
    assert second.commands.action("details").isChecked()
    titles = [action.text() for action in second.menuBar().actions()]
    assert "&Datei" in titles
    qtbot.waitUntil(lambda: second.photo_model.rowCount() == 4, timeout=SLOW)
    qtbot.waitUntil(lambda: session.engine.library.watch_status is not None, timeout=SLOW)
    assert filled == [first, second]


def test_a_change_made_with_the_language_is_not_lost(
    session: Session, pictures: Path, qtbot: QtBot
) -> None:
    first = session.window
    held = session.engine.library.at_rest()
    with held:
        # What waits for the engine in the old window ends with that.
        first.indexing.start()
        first.preferences.change(ignore=("private",))
        first.preferences.change(language="de")
        qtbot.waitUntil(lambda: session.window is not first, timeout=SLOW)
    qtbot.waitUntil(lambda: session.engine.settings.ignore == ("private",), timeout=SLOW)
    assert session.engine.settings.language == "de"


def test_a_library_that_another_takes_while_all_is_deleted(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = session.engine.close
    locks: list[LibraryLock] = []

    def close_and_lose() -> None:
        close()
        if not locks:
            locks.append(LibraryLock.acquire(session.engine.paths.lock_file))

    monkeypatch.setattr(session.engine, "close", close_and_lose)
    with qtbot.waitSignal(session.failed, timeout=SLOW) as failed:
        session.window.forgetting_wanted.emit()
    assert isinstance(failed.args[0], LibraryInUse)
    QGuiApplication.setQuitOnLastWindowClosed(True)
    locks[0].release()


def test_it_opens_in_the_chosen_colours(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    session = Session(paths, theme, Translation(qapp))
    session.open()
    dark = replace(session.engine.settings, appearance="dark")
    session.close()
    save_settings(dark, paths.settings_file)
    session.open()
    assert theme.colors is DARK
    session.close()
