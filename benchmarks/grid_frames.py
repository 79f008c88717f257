"""Scrolls a grid and times what it does. Started by grid.py; prints its figures as JSON."""

from __future__ import annotations

import gc
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication

from photoclip.domain import Days, PhotoId
from photoclip.gui import pixels
from photoclip.gui.app import SWITCH_INTERVAL
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.delegates.photo import PhotoDelegate
from photoclip.gui.models.photo_row import PhotoRow
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.theme import RADIUS, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.grid.photo_grid import SMALLEST, USUAL, PhotoGrid
from photoclip.gui.views.grid.timeline import GridWithTimeline
from photoclip.paths import bundled

WIDTH, HEIGHT = 1600, 1000
STEPS, DRAGS = 240, 120
DAYS = 6000
PARTS = ("scroll", "paint", "answers")

Row = list[str | float]


class Samples:
    """Tiles and rows of photos that stand for a library."""

    def __init__(self) -> None:
        self.files = sorted(bundled("resources/sample_photos").glob("*.jpg"))
        self._pictures: dict[int, Image.Image] = {}
        for number, file in enumerate(self.files):
            picture = Image.open(file).convert("RGB")
            picture.thumbnail((512, 512))
            self._pictures[number] = picture

    def draw(self, photo: PhotoId, side: int, ratio: float) -> QImage:
        """A tile. Runs on a worker."""
        picture = self._pictures[photo % len(self.files)]
        return pixels.tile(picture, side, round(RADIUS * ratio))

    def rows(self, photos: Iterable[PhotoId]) -> dict[PhotoId, PhotoRow]:
        """What the catalog would tell."""
        files = self.files
        return {
            photo: PhotoRow(files[photo % len(files)], animated=photo % 9 == 0) for photo in photos
        }


@dataclass
class Clock:
    """Milliseconds of pieces of work: by the clock, and of this thread on the processor."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def time(self, work: Callable[[], object]) -> None:
        """Do it and note what it took."""
        begun, on_processor = time.perf_counter(), time.thread_time()
        work()
        self.clock.append(1000 * (time.perf_counter() - begun))
        self.processor.append(1000 * (time.thread_time() - on_processor))

    def clear(self) -> None:
        """Begin anew."""
        self.clock.clear()
        self.processor.clear()


class TimedGrid(PhotoGrid):
    """Notes what each frame took."""

    def __init__(self, model: PhotoGridModel, thumbnails: ThumbnailLoader) -> None:
        super().__init__(model, thumbnails)
        self.frames = Clock()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.frames.time(lambda: super(TimedGrid, self).paintEvent(event))


class TimedBridge(Bridge):
    """Notes for how long answers of workers held the window at a time."""

    def __init__(self) -> None:
        self.turns = Clock()
        super().__init__()

    @Slot()
    def _drain(self) -> None:
        self.turns.time(super()._drain)


class Rig:
    """A grid with its timeline, as in the window."""

    def __init__(self, app: QApplication, count: int) -> None:
        self.app = app
        self.samples = Samples()
        self.bridge = TimedBridge()
        self.model = PhotoGridModel()
        self.thumbnails = ThumbnailLoader(self.bridge, self.samples.draw)
        theme = Theme(app, Qt.ColorScheme.Light)
        self.grid = TimedGrid(self.model, self.thumbnails)
        self.grid.setItemDelegate(PhotoDelegate(theme, self.thumbnails, self.grid))
        self.pane = GridWithTimeline(theme, self.grid)
        self.pane.resize(WIDTH, HEIGHT)
        self.model.rows_wanted.connect(self._read)
        self.ids = [PhotoId(number) for number in range(1, count + 1)]
        newest = date(2026, 6, 3).toordinal()
        order = np.random.default_rng(1).integers(newest - DAYS, newest, count)
        self.days = np.sort(order)[::-1].astype(np.int32)

    @Slot(list)
    def _read(self, photos: list[PhotoId]) -> None:
        self.bridge.run(Lane.CATALOG, lambda: self.samples.rows(photos), self.model.set_rows)

    def settle(self) -> None:
        """Wait until everything on screen is there."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            self.app.processEvents()
            rows = self.grid.visible_rows()
            seen = self.model.ids[rows.start : rows.stop]
            if all(self.thumbnails.tile(photo) is not None for photo in seen):
                return
            time.sleep(0.002)

    def scroll(self, places: Iterable[int], scroll: Callable[[int], None]) -> list[list[float]]:
        """For scrolling, painting and answers: median, 95th percentile and maximum, twice."""
        steps, frames, turns = Clock(), self.grid.frames, self.bridge.turns
        frames.clear()
        turns.clear()
        for value in places:
            steps.time(partial(scroll, value))
            self.app.processEvents()
            time.sleep(0.004)  # the workers get what a screen of 60 Hz would leave them
        return [[*_spread(one.clock), *_spread(one.processor)] for one in (steps, frames, turns)]


def _spread(times: list[float]) -> list[float]:
    # Nothing is left to do where all tiles are in memory.
    ordered = sorted(times) or [0.0]
    p95 = ordered[int(len(ordered) * 0.95)]
    return [round(value, 1) for value in (statistics.median(ordered), p95, ordered[-1])]


def scrolling(rig: Rig, name: str) -> list[Row]:
    """Frames of wheel steps, page jumps, and drags of the timeline."""
    bar = rig.grid.verticalScrollBar()
    rows: list[Row] = []
    rig.settle()
    step, page, end = bar.singleStep() * 3, bar.pageStep(), bar.maximum()
    jumps = random.Random(1)
    drag = [jumps.randrange(end) for _ in range(DRAGS)]
    for way, places, scroll in (
        ("wheel steps", [step * n for n in range(STEPS)], bar.setValue),
        ("pages", [page * n for n in range(STEPS)], bar.setValue),
        ("timeline", drag, rig.pane.timeline.setValue),
    ):
        for part, times in zip(PARTS, rig.scroll(places, scroll), strict=True):
            rows.append([name, way, part, *times])
        rig.settle()
    return rows


def first_paint(rig: Rig) -> Row:
    """From having the ids to the painted grid, in a window that stands already."""
    rig.pane.show()
    rig.app.processEvents()

    def show() -> None:
        rig.model.show(rig.ids, None, rig.days)
        rig.grid.scrollToTop()
        rig.grid.executeDelayedItemsLayout()
        rig.grid.viewport().repaint()

    return _timed("first paint after the ids", show)


def work(rig: Rig) -> list[Row]:
    """Selecting and sorting."""
    grid, ids, days = rig.grid, rig.ids, rig.days
    half = len(ids) // 2

    def select_all() -> None:
        grid.selectAll()
        grid.viewport().repaint()

    done = [_timed("select all and paint", select_all)]
    grid.show_photo(len(ids) // 3)
    grid.rows.select([range(half)])
    there = f"{half:,} selected"
    done.append(_timed(f"sort the other way, {there}", lambda: _resort(rig, ids[::-1], days)))
    mixed = ids[:]
    random.Random(2).shuffle(mixed)
    done.append(_timed(f"sort by name, {there} here and there", lambda: _resort(rig, mixed, None)))
    assert grid.count_selected() == half
    rig.model.show(ids, None, days)
    grid.rows.select([range(half)])
    more = [PhotoId(len(ids) + number) for number in range(1, 33)]
    grown = np.concatenate([np.full(32, days[0]), days])
    done.append(_timed(f"32 photos more, {there}", lambda: _resort(rig, [*more, *ids], grown)))
    return done


def _resort(rig: Rig, ids: list[PhotoId], days: Days | None) -> None:
    rig.grid.refresh(ids, {}, days)
    rig.grid.viewport().repaint()


def _timed(name: str, work: Callable[[], object]) -> Row:
    took = Clock()
    took.time(work)
    return [name, round(took.clock[0]), round(took.processor[0])]


def main(count: int) -> int:
    """Print the figures."""
    # As app.py does.
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication([])
    rig = Rig(app, count)
    rows = [first_paint(rig)]
    gc.collect()
    gc.freeze()
    frames = []
    for side in (USUAL, SMALLEST):
        rig.grid.set_cell_size(side)
        frames += scrolling(rig, f"{side} px, {len(rig.grid.visible_rows())} on screen")
    rig.grid.set_cell_size(USUAL)
    rows += work(rig)
    memory = round(rig.thumbnails.bytes / 1e6)
    rig.bridge.close()
    print(json.dumps({"frames": frames, "work": rows, "memory": memory}))
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
