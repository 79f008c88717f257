"""Starts that open no window of their own: a second one, and those that fail."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoclip.catalog.lock import LibraryLock
from photoclip.domain import QueryKind
from photoclip.engine import Engine
from photoclip.errors import CatalogDamaged, CatalogTooNew, LibraryInUse, PhotoclipError
from photoclip.gui import preflight
from photoclip.gui.dialogs import about, startup
from photoclip.gui.instance import Instance, raise_other, server_name
from photoclip.gui.main_window import MainWindow
from photoclip.index.tuning import Recall
from photoclip.paths import Paths

from .conftest import OpenApp

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox
from photoclip.gui import app
from photoclip.paths import Paths

def watch():
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox) and widget.isVisible():
            print(widget.text(), flush=True)
            print(widget.informativeText(), flush=True)
            widget.close()
        elif isinstance(widget, QMainWindow) and widget.isVisible() and sys.argv[2:]:
            print("shown", flush=True)
            getattr(widget, sys.argv[2])()

make = app.make_application
def making():
    made = make()
    timer = QTimer(made, interval=20)
    timer.timeout.connect(watch)
    timer.start()
    return made
app.make_application = making
sys.exit(app.main(Paths.under(Path(sys.argv[1]))))
"""


def start(library: Path, *then: str, before: str = "") -> subprocess.Popen[str]:
    """Start the program; `then` is called on its window as soon as that is shown.

    before: Python that runs in it first.
    """
    return subprocess.Popen(
        [sys.executable, "-c", before + PROGRAM, str(library), *then],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def test_the_program_opens_and_closes(tmp_path: Path) -> None:
    code, out, err = finish(start(tmp_path / "library", "close"))
    assert (code, err) == (0, "")
    assert "shown" in out
    assert (tmp_path / "library" / "catalog.sqlite").is_file()


def test_control_c_closes_the_window(tmp_path: Path) -> None:
    process = start(tmp_path / "library", "isVisible")
    assert process.stdout is not None
    assert "shown" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert finish(process)[0] == 0


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="has no terminals that hang up")
def test_closing_the_terminal_closes_the_window(tmp_path: Path) -> None:
    process = start(tmp_path / "library", "isVisible")
    assert process.stdout is not None
    assert "shown" in process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    assert finish(process)[0] == 0


def test_work_that_hangs_does_not_keep_the_process(tmp_path: Path) -> None:
    hanging = "import threading, time; threading.Thread(target=time.sleep, args=(90,)).start()\n"
    process = start(tmp_path / "library", "close", before=hanging)
    began = time.monotonic()
    code, out, err = finish(process)
    assert (code, "shown" in out) == (0, True)
    assert "left behind" in err
    assert time.monotonic() - began < 60


def test_a_fault_of_its_own_is_told(tmp_path: Path) -> None:
    fault = (
        "from photoclip.gui.controllers.gallery import Gallery\n"
        "def fail(*given): raise RuntimeError('made to fail')\n"
        "Gallery.__init__ = fail\n"
    )
    code, out, err = finish(start(tmp_path / "library", before=fault))
    assert code == 1
    assert "fault of its own" in out
    assert "made to fail" in out
    assert "Traceback" in err


# The offscreen platform cannot raise windows, and says so.
@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_raises_the_first_window(
    qtbot: QtBot, open_app: OpenApp, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    app = open_app(library)
    instance = Instance(library)
    assert instance.listen()
    instance.raised.connect(app.window.come_to_front)
    app.window.showMinimized()
    with qtbot.waitSignal(instance.raised, timeout=60_000):
        second = start(library)
    assert finish(second)[0] == 0
    assert not app.window.isMinimized()
    instance.close()


def test_another_library_is_another_window(tmp_path: Path) -> None:
    instance = Instance(tmp_path / "one")
    assert instance.listen()
    assert server_name(tmp_path / "one") != server_name(tmp_path / "two")
    assert not raise_other(tmp_path / "two")
    instance.close()


def test_the_same_library_by_another_name(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert server_name(tmp_path / "link") == server_name(tmp_path / "real")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes go with their process there")
def test_a_socket_left_behind_is_no_window(tmp_path: Path) -> None:
    leave = (
        "import sys, os; from PySide6.QtCore import QCoreApplication;"
        "from PySide6.QtNetwork import QLocalServer; a = QCoreApplication([]);"
        "s = QLocalServer(); assert s.listen(sys.argv[1]); os.kill(os.getpid(), 9)"
    )
    name = server_name(tmp_path)
    subprocess.run([sys.executable, "-c", leave, name], check=False)
    assert not raise_other(tmp_path)
    instance = Instance(tmp_path)
    assert instance.listen()
    instance.close()
    QLocalServer.removeServer(name)


def test_a_library_that_the_command_line_uses(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    with Engine.open(paths):
        pass
    lock = LibraryLock.acquire(paths.lock_file)
    code, out, err = finish(start(paths.data))
    lock.release()
    assert code == 1
    assert "in use" in out
    assert str(os.getpid()) in out + err


def test_a_damaged_catalog_is_told_and_kept(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    paths.data.mkdir()
    paths.catalog_file.write_bytes(b"this is no database" * 1000)
    code, out, _ = finish(start(paths.data))
    assert code == 1
    assert "damaged" in out
    assert str(paths.catalog_file) in out
    assert paths.catalog_file.read_bytes() == b"this is no database" * 1000


def test_a_newer_catalog_is_told_and_kept(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    with Engine.open(paths):
        pass
    with sqlite3.connect(paths.catalog_file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    code, out, _ = finish(start(paths.data))
    assert code == 1
    assert "newer photoclip" in out


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (LibraryInUse("is in use by process 7", path=Path("/l")), "another photoclip"),
        (CatalogDamaged("is damaged", path=Path("/l"), hint="Copy the backup."), "damaged"),
        (CatalogTooNew("is newer", path=Path("/l")), "newer"),
        (PhotoclipError("cannot be made"), "cannot be opened"),
    ],
)
def test_what_the_start_says(qapp: QApplication, error: PhotoclipError, words: str) -> None:
    box = startup.box(error)
    assert words in box.text()
    for part in (error.finding, error.hint):
        assert part in box.informativeText()
    box.deleteLater()


def test_about(open_app: OpenApp) -> None:
    window: MainWindow = open_app(start=False).window
    box = about.box(window)
    assert "photoclip" in box.text()
    assert "MIT" in box.informativeText()
    assert "every photo" in box.informativeText()
    box.deleteLater()
    known = (Recall(QueryKind.IMAGE, 100, 0.9981, 10**5, 64, 0.3, 5.0),)
    known += (Recall(QueryKind.TEXT, 400, 0.99, 10**5, 60, 1.2, 5.0),)
    box = about.box(window, known)
    assert "99.8%" in box.informativeText()
    assert "99.0%" in box.informativeText()
    box.deleteLater()


def test_no_display_is_said_before_qt_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert "no display" in preflight.what_is_missing({})
    assert preflight.what_is_missing({"QT_QPA_PLATFORM": "offscreen"}) == ""
    assert preflight.what_is_missing({"WAYLAND_DISPLAY": "wayland-0"}) == ""


def test_a_missing_library_is_named_with_its_cure(tmp_path: Path) -> None:
    said = preflight.missing_library(tmp_path / "libqxcb.so")
    assert "libqxcb.so" in said
    assert "apt install" in said
