"""Opens a window, tells when it was first painted, and ends. Started by window.py."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """An event filter that waits for a window's first paint event."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.painted_ns = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.painted_ns:
            window = watched.window() if isinstance(watched, QWidget) else None
            if window is not None and window.isVisible():
                # The next turn of the event loop comes after the whole frame.
                self.painted_ns = -1
                QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.painted_ns = time.time_ns()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        for window in app.topLevelWidgets():
            window.close()
        app.quit()


def bare() -> FirstPaint:
    """An empty main window: what Qt itself takes."""
    app = QApplication(sys.argv[:1])
    first = FirstPaint(app)
    window = QMainWindow()
    window.resize(1200, 800)
    window.show()
    app.exec()
    return first


def photoclip(library: Path) -> FirstPaint:
    """The application's own start."""
    from photoclip.gui import app as gui
    from photoclip.paths import Paths

    watchers: list[FirstPaint] = []
    make = gui.make_application

    def make_and_watch() -> QApplication:
        app = make()
        watchers.append(FirstPaint(app))
        return app

    gui.make_application = make_and_watch
    if gui.main(Paths.under(library)) != 0:
        raise RuntimeError("the window did not open")
    return watchers[0]


def main(argv: list[str]) -> int:
    """bare | photoclip LIBRARY"""
    first = bare() if argv[0] == "bare" else photoclip(Path(argv[1]))
    print(json.dumps({"painted_ns": first.painted_ns}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
