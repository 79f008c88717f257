"""Opens a window, tells when it was painted and what memory it took. Started by window.py."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from benchmarks.watcher import Watcher
    from photoclip.gui.main_window import MainWindow


def bare(*, stay: bool) -> Watcher:
    """An empty main window: what Qt itself takes."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    from benchmarks.watcher import Watcher

    app = QApplication(sys.argv[:1])
    watcher = Watcher(app, stay=stay)
    window = QMainWindow()
    window.resize(1240, 800)
    window.show()
    app.exec()
    return watcher


def photoclip(library: Path, *, stay: bool, search: bool) -> Watcher:
    """The application's own start. To stay means without what search takes, unless asked for."""
    # Imported as by photoclip/__main__.py, which takes less than another order.
    from photoclip.__main__ import importing

    with importing():
        from photoclip.cli import main as cli

        arguments = cli.parse(["--library", str(library)])
        from photoclip.gui import app as gui
    from PySide6.QtCore import Slot
    from PySide6.QtWidgets import QApplication

    from benchmarks.watcher import Watcher
    from photoclip.gui.controllers.readiness import Readiness
    from photoclip.gui.main_window import MainWindow
    from photoclip.library.upkeep import Upkeep

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
    if gui.main(cli.library_paths(arguments)) != 0:
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
