"""A window with photos, as the tests of the viewer need it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from photoclip.gui.views.viewer.viewer import Viewer

from ..conftest import App, OpenApp, with_photos

Key = Qt.Key


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def look(app: App, row: int = 0) -> Viewer:
    app.window.looking.look_at(row)
    wait_until_sharp(app)
    viewer: Viewer = app.window.viewer
    return viewer


def wait_until_sharp(app: App) -> None:
    app.wait(lambda: app.window.viewer.canvas.decoded_width in (768, 512))


class Recording:
    """An Awake that only notes."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def hold(self, reason: str) -> None:
        assert reason
        self.notes.append("hold")

    def release(self) -> None:
        self.notes.append("release")


def runs(viewer: Viewer) -> bool:
    return viewer.slideshow.is_running
