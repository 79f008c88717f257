"""Opens the window: the composition root of the graphical part."""

from __future__ import annotations

import logging
import signal
import sys
from functools import partial
from types import FrameType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from photoclip.errors import PhotoclipError
from photoclip.gui import icons, preflight
from photoclip.gui.collector import Collector
from photoclip.gui.ending import end_soon
from photoclip.gui.instance import Instance, raise_other
from photoclip.gui.session import Session
from photoclip.gui.theme import Theme
from photoclip.gui.translation import Translation
from photoclip.paths import Paths

# Seconds. With Python's own 5 ms the window would wait that long for each worker that computes.
SWITCH_INTERVAL = 0.001

log = logging.getLogger(__name__)


def main(paths: Paths) -> int:
    """Open the window on a library and run until it is closed. Returns the exit code.

    Where a window is open on the same library already, that one comes to the front.
    """
    missing = preflight.what_is_missing()
    if missing:
        print(f"photoclip: {missing}", file=sys.stderr)
        return 1
    app = make_application()
    if raise_other(paths.data):
        return 0
    instance = Instance(paths.data)
    # Before the engine is opened: a second start finds the ear, not only the locked library.
    instance.listen()
    translation = Translation(app)
    translation.use("")
    try:
        return _run(app, instance, Session(paths, Theme(app), translation))
    except PhotoclipError as error:
        from photoclip.gui.dialogs import startup

        print(f"photoclip: {error}", file=sys.stderr)
        startup.box(error).exec()
        return 1
    except Exception as error:
        from photoclip.gui.dialogs import fault

        # Where it was started from a menu, nobody sees what is printed.
        log.exception("the window cannot open")
        fault.box(error).exec()
        return 1
    finally:
        instance.close()


def make_application() -> QApplication:
    """The one QApplication, with the names that the desktop knows it by."""
    QCoreApplication.setApplicationName("photoclip")
    QApplication.setDesktopFileName("photoclip")
    app = QApplication(sys.argv[:1])
    app.setApplicationDisplayName("photoclip")
    app.setWindowIcon(icons.app_icon())
    return app


def _run(app: QApplication, instance: Instance, session: Session) -> int:
    sys.setswitchinterval(SWITCH_INTERVAL)
    collector = Collector(app)
    session.filled.connect(collector.spare)
    session.open()
    try:
        instance.raised.connect(session.come_to_front)
        session.failed.connect(partial(_give_up, app))
        _close_on_signals(session)
        # The first frame comes before any work.
        QTimer.singleShot(0, session.window.start)
        code = app.exec()
        end_soon(code)
        return code
    finally:
        session.close()
        collector.close()


def _give_up(app: QApplication, error: PhotoclipError) -> None:
    """There is no window to say it."""
    from photoclip.gui.dialogs import startup

    print(f"photoclip: {error}", file=sys.stderr)
    startup.box(error).exec()
    app.exit(1)


def _close_on_signals(session: Session) -> None:
    def close(number: int, frame: FrameType | None) -> None:
        del number, frame
        # Not at once: the signal may come in the middle of painting.
        QTimer.singleShot(0, session.quit)

    # The last one: the terminal is closed that it was started from. Windows has none of that.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), close)
    # Python sees signals only while it runs, and Qt's event loop does not.
    ticker = QTimer(session, interval=300)
    ticker.timeout.connect(lambda: None)
    ticker.start()
