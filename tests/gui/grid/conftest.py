"""A grid of a few weeks, as the tests of the grid need it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from photoclip.domain import Days, PhotoId
from photoclip.gui.bridge import Bridge
from photoclip.gui.delegates.photo import PhotoDelegate
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.grid.photo_grid import PhotoGrid
from photoclip.gui.views.grid.timeline import GridWithTimeline

NEWEST = date(2024, 6, 3)
# Photos on each day, newest first, three times over.
LENGTHS = [7, 1, 12, 3, 20, 5] * 3
COUNT = sum(LENGTHS)


def days_of(lengths: list[int], apart: int = 9) -> Days:
    days = [NEWEST - timedelta(days=apart * number) for number in range(len(lengths))]
    return np.repeat([day.toordinal() for day in days], lengths).astype(np.int32)


def ids(count: int = COUNT) -> list[PhotoId]:
    return [PhotoId(number) for number in range(count)]


def draw(photo: PhotoId, side: int, ratio: float) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    return image


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> Iterator[GridWithTimeline]:
    bridge, model = Bridge(), PhotoGridModel()
    loader = ThumbnailLoader(bridge, draw)
    grid = PhotoGrid(model, loader)
    grid.setItemDelegate(PhotoDelegate(theme, loader, grid))
    pane = GridWithTimeline(theme, grid)
    for part in (model, loader):
        part.setParent(pane)
    pane.setMinimumSize(400, 300)
    pane.resize(1000, 700)
    qtbot.addWidget(pane)
    model.show(ids(), None, days_of(LENGTHS))
    pane.show()
    qtbot.waitExposed(pane)
    grid.setFocus()
    yield pane
    assert bridge.close(10)


@pytest.fixture
def grid(pane: GridWithTimeline) -> PhotoGrid:
    return pane.grid


def model_of(grid: PhotoGrid) -> PhotoGridModel:
    model = grid.model()
    assert isinstance(model, PhotoGridModel)
    return model


def click(qtbot: QtBot, grid: PhotoGrid, row: int, keys: Qt.KeyboardModifier | None = None) -> None:
    grid.scrollTo(grid.model().index(row, 0))
    keys = keys or Qt.KeyboardModifier.NoModifier
    place = grid.cell(row).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, keys, place)
