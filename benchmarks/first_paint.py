"""Opens a window, tells when it was painted and what memory it took. Started by window.py."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks.resident import resident_bytes

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow

# Quiet for so long: tiles and rows are there.
SETTLED_MS = 1500
LIMIT_MS = 60_000


class Watcher(QObject):
    """Waits for a window's first frame, then until it shows what it is to show.

    complete: whether photos are there. idle: whether nothing goes on any more. stay: go on until
    then, and take the memory.
    """

    def __init__(
        self,
        app: QApplication,
        complete: Callable[[], bool] = lambda: True,
        idle: Callable[[], bool] = lambda: True,
        *,
        stay: bool,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._complete = complete
        self._idle = idle
        self._stay = stay
        self.painted_ns = 0
        self.complete_ns = 0
        self.resident = 0
        self._poll = QTimer(self, interval=5)
        self._poll.timeout.connect(self._look)
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
        self._app.removeEventFilter(self)
        if self._stay:
            self._poll.start()
            QTimer.singleShot(LIMIT_MS, self._end)
        else:
            self._end()

    def _look(self) -> None:
        if not self.complete_ns and self._complete():
            self.complete_ns = time.time_ns()
        if self.complete_ns and self._idle():
            self._poll.stop()
            QTimer.singleShot(SETTLED_MS, self._end)

    def _end(self) -> None:
        self.resident = resident_bytes()
        for window in self._app.topLevelWidgets():
            window.close()
        self._app.quit()


def bare(*, stay: bool) -> Watcher:
    """An empty main window: what Qt itself takes."""
    app = QApplication(sys.argv[:1])
    watcher = Watcher(app, stay=stay)
    window = QMainWindow()
    window.resize(1240, 800)
    window.show()
    app.exec()
    return watcher


def photoclip(library: Path, *, stay: bool, search: bool) -> Watcher:
    """The application's own start. To stay means without what search takes, unless asked for."""
    from photoclip.gui import app as gui
    from photoclip.gui.controllers.readiness import Readiness
    from photoclip.gui.main_window import MainWindow
    from photoclip.library.upkeep import Upkeep
    from photoclip.paths import Paths

    watchers: list[Watcher] = []
    make = gui.make_application

    def window() -> MainWindow | None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        return found[0] if found else None

    def make_and_watch() -> QApplication:
        app = make()
        shown, idle = lambda: shows_photos(window()), lambda: is_idle(window(), search=search)
        watchers.append(Watcher(app, shown, idle, stay=stay))
        return app

    gui.make_application = make_and_watch
    if stay:
        # The daily backup and the graph of large libraries come and go.
        setattr(Upkeep, "start", lambda _: None)  # noqa: B010
    if stay and not search:
        setattr(Readiness, "warm_up", Slot()(lambda _: None))  # noqa: B010
    if gui.main(Paths.under(library)) != 0:
        raise RuntimeError("the window did not open")
    return watchers[0]


def is_idle(window: MainWindow | None, *, search: bool) -> bool:
    """Whether all files were looked at, and the model is open if that is asked for."""
    if window is None or window.indexing.running:
        return False
    return window.readiness.ready or not search


def shows_photos(window: MainWindow | None) -> bool:
    """Whether the grid shows all that is on screen, or there is nothing to show."""
    if window is None or window.gallery.answer is None:
        return False
    if window.browser.page is not window.grid and not window.photo_model.ids:
        return True
    seen = [window.photo_model.ids[row] for row in window.grid.visible_rows()]
    return bool(seen) and all(window.thumbnails.tile(photo) is not None for photo in seen)


def main(argv: list[str]) -> int:
    """[--stay [--search]] bare | LIBRARY"""
    parser = argparse.ArgumentParser(prog="benchmarks.first_paint")
    parser.add_argument("--stay", action="store_true", help="until all is shown")
    parser.add_argument("--search", action="store_true", help="until the model is open, too")
    parser.add_argument("library", help="'bare', or the folder of a library")
    args = parser.parse_args(argv)
    if args.library == "bare":
        watcher = bare(stay=args.stay)
    else:
        watcher = photoclip(Path(args.library), stay=args.stay, search=args.search)
    found = {"painted_ns": watcher.painted_ns, "complete_ns": watcher.complete_ns}
    print(json.dumps({**found, "resident": watcher.resident}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
