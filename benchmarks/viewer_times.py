"""Opens photos in the real window and times it. Started by viewer.py; prints figures as JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from photoclip.domain import PhotoId
from photoclip.engine import Engine
from photoclip.gui.app import make_application
from photoclip.gui.bridge import Bridge
from photoclip.gui.main_window import MainWindow
from photoclip.gui.theme import Theme
from photoclip.paths import Paths

HUGE_NAME = "huge.jpg"
SIZE = (1600, 1000)
LIMIT_MS = 300_000
OPENINGS = 20
KEYS = 100
# How fast a key repeats that is held down.
REPEAT_MS = 33
TICK_MS = 2

Row = list[str | float]


class Painted(QObject):
    """Notes when the canvas has painted something of a photo."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._canvas = window.viewer.canvas
        self.at = 0.0
        self._canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._canvas.has_pixels and not self.at:
            # The filter is asked before it paints.
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.at = self.at or time.perf_counter()


class Beat(QObject):
    """Finds the longest time in which the window does not get its turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = time.perf_counter()
        self.worst = 0.0

    def start(self) -> None:
        """Look from now on."""
        self._last, self.worst = time.perf_counter(), 0.0
        self._timer.start()

    def stop(self) -> float:
        """The longest time, in ms."""
        self._beat()
        self._timer.stop()
        return self.worst

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, 1000 * (now - self._last))
        self._last = now


class Stopwatch:
    """Measures one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.viewer = window.viewer
        self.painted = Painted(window)
        self.beat = Beat(window)
        self.ids = list(window.photo_model.ids)
        paths = window.engine.catalog.files.paths_of(self.ids)
        names = [paths[photo][0].name for photo in self.ids]
        self.huge = names.index(HUGE_NAME)
        self.usual = [row for row in range(len(self.ids)) if row != self.huge]

    def rows(self) -> list[Row]:
        """All figures."""
        photos = self.usual[:OPENINGS]
        return [
            self._openings("opened, tile in memory: first pixels", photos, forget=False),
            self._openings("opened, thumbnail on disk: first pixels", photos, forget=True),
            self._openings("opened: sharp", photos, forget=True, until=self._sharp),
            self._keys(),
            *self._whole(),
        ]

    def _openings(
        self,
        name: str,
        rows: list[int],
        *,
        forget: bool,
        until: Callable[[], object] | None = None,
    ) -> Row:
        times: list[float] = []
        self.beat.start()
        for row in rows:
            self.window.looking.close()
            self._have_tile(row)
            if forget:
                self._forget(self.ids[row])
            times.append(self._open(row, until))
        return _row(name, times, self.beat.stop())

    def _open(self, row: int, until: Callable[[], object] | None = None) -> float:
        self.painted.at = 0.0
        begin = time.perf_counter()
        self.window.looking.look_at(row)
        wait_for(lambda: self.painted.at)
        if until is None:
            return 1000 * (self.painted.at - begin)
        wait_for(until)
        return 1000 * (time.perf_counter() - begin)

    def _keys(self) -> Row:
        """A key held down, from the first photo on and round."""
        self._open(self.usual[0], self._sharp)
        times: list[float] = []
        self.beat.start()
        for _ in range(KEYS):
            pressed = time.perf_counter()
            self.painted.at = 0.0
            end = self.viewer.row + 1 == len(self.ids)
            QTest.keyClick(self.viewer, Qt.Key.Key_Home if end else Qt.Key.Key_Right)
            wait_for(lambda: self.painted.at)
            times.append(1000 * (self.painted.at - pressed))
            pause(REPEAT_MS - 1000 * (time.perf_counter() - pressed))
        return _row(f"{KEYS} photos, {1000 // REPEAT_MS} keys a second", times, self.beat.stop())

    def _whole(self) -> list[Row]:
        """The picture of 100 megapixels."""
        self.window.looking.close()
        self._have_tile(self.huge)
        self._forget(self.ids[self.huge])
        self.beat.start()
        first = self._open(self.huge)
        begin = time.perf_counter()
        wait_for(self._sharp)
        sharp = first + 1000 * (time.perf_counter() - begin)
        held = self.beat.stop()
        self.beat.start()
        begin = time.perf_counter()
        before = self.viewer.canvas.decoded_width
        self.viewer.actual_size()
        wait_for(lambda: self.viewer.canvas.decoded_width > 2 * before)
        whole = 1000 * (time.perf_counter() - begin)
        zoomed = self.beat.stop()
        steps = self._zoom_about()
        return [
            _row("100 megapixels: first pixels", [first], held),
            _row("100 megapixels: sharp", [sharp], held),
            _row("100 megapixels: all pixels", [whole], zoomed),
            _row("100 megapixels: a step of zooming or moving", steps, max(steps)),
        ]

    def _zoom_about(self) -> list[float]:
        canvas, port = self.viewer.canvas, self.viewer.canvas.viewport()
        times = []
        for act in (canvas.zoom_in, canvas.zoom_out, lambda: canvas.pan(1, 0), canvas.zoom_out) * 8:
            begin = time.perf_counter()
            act()
            port.repaint()
            times.append(1000 * (time.perf_counter() - begin))
        return times

    def _sharp(self) -> bool:
        photo = self.viewer.photo
        return (
            photo is not None
            and self.window.pictures.is_ready(photo)
            and self.viewer.canvas.decoded_width > 512
        )

    def _have_tile(self, row: int) -> None:
        self.window.grid.show_photo(row)
        wait_for(lambda: self.window.thumbnails.tile(self.ids[row]))

    def _forget(self, photo: PhotoId) -> None:
        for loader in (self.window.thumbnails, self.window.pictures.thumbnails):
            loader._cache.drop(photo)


def _row(name: str, times: list[float], held: float) -> Row:
    ordered = sorted(times)
    far = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return [name, *(round(one, 1) for one in (statistics.median(times), far, ordered[-1], held))]


def wait_for(condition: Callable[[], object]) -> None:
    """Let the window work until the condition holds. Raises TimeoutError."""
    loop, timer, limit = QEventLoop(), QTimer(interval=1), QTimer(singleShot=True)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    limit.timeout.connect(loop.quit)
    timer.start()
    limit.start(LIMIT_MS)
    loop.exec()
    if not condition():
        raise TimeoutError("the window did not get ready")


def pause(milliseconds: float) -> None:
    """Let the window work for a while."""
    if milliseconds > 0:
        loop = QEventLoop()
        QTimer.singleShot(round(milliseconds), loop.quit)
        loop.exec()


def main(argv: list[str]) -> int:
    """LIBRARY FOLDER"""
    library, folder = map(Path, argv)
    app = make_application()
    with Engine.open(Paths.under(library)) as engine:
        window = MainWindow(engine, Bridge(), Theme(app, Qt.ColorScheme.Light))
        window.resize(*SIZE)
        window.show()
        window.start()
        window.folders.add([folder])
        count = len(list(folder.iterdir()))
        wait_for(lambda: window.photo_model.rowCount() == count and not window.status.is_running)
        pause(500)
        print(json.dumps(Stopwatch(window).rows()))
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
