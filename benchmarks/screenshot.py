"""Takes the README's picture from the real window, with the sample photos.

    python benchmarks/screenshot.py [--dark] [--search TEXT] [--output FILE]

Needs no display. Works in a library of its own, which is deleted afterwards.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QFont

from photoclip.engine import Engine
from photoclip.gui.app import make_application
from photoclip.gui.bridge import Bridge
from photoclip.gui.main_window import MainWindow
from photoclip.gui.theme import Theme
from photoclip.paths import Paths, bundled

REPOSITORY = Path(__file__).resolve().parent.parent
OUTPUT = REPOSITORY / "docs" / "screenshots" / "main-window.png"
SIZE = (1240, 800)
SECONDS = 300


def main(arguments: Sequence[str]) -> int:
    """Take the picture. Returns the exit code."""
    args = parse(arguments)
    app = make_application()
    if args.font:
        app.setFont(QFont(args.font, 10))
    theme = Theme(app, Qt.ColorScheme.Dark if args.dark else Qt.ColorScheme.Light)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        with Engine.open(Paths.under(Path(folder) / "library")) as engine:
            window = MainWindow(engine, Bridge(), theme)
            window.resize(*SIZE)
            window.show()
            window.start()
            taken = take(window, args)
            window.close()
    print(args.output if taken else "the window did not get ready")
    return 0 if taken else 1


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--dark", action="store_true", help="the dark colours")
    parser.add_argument("--font", default="", help="a font other than the system's")
    parser.add_argument("--search", default="a lighthouse by the sea", help="what to search for")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    args = parser.parse_args(arguments)
    args.output.parent.mkdir(parents=True, exist_ok=True)
    return args


def take(window: MainWindow, args: argparse.Namespace) -> bool:
    """Index the samples, search, and save the window; whether that came about."""
    count = len(list((bundled("resources") / "sample_photos").glob("*.jpg")))
    window.commands.action("add_samples").trigger()
    model, gallery = window.photo_model, window.gallery
    if not wait_for(lambda: model.rowCount() == count and not window.status.is_running):
        return False
    window.notice.hide()
    window.browser.search.show_text(args.search)
    gallery.search_text(args.search)

    def ready() -> bool:
        answered = gallery.answer is not None and gallery.answer.query.text == args.search
        seen = [model.ids[row] for row in window.grid.visible_rows()]
        return answered and all(window.thumbnails.tile(photo) is not None for photo in seen)

    return wait_for(ready) and window.grab().save(str(args.output))


def wait_for(condition: Callable[[], bool]) -> bool:
    """Let the window work until the condition holds; whether it did within SECONDS."""
    loop, timer, limit = QEventLoop(), QTimer(interval=50), QTimer(singleShot=True)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    limit.timeout.connect(loop.quit)
    timer.start()
    limit.start(SECONDS * 1000)
    loop.exec()
    return condition()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
