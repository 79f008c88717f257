"""What is dragged over the side panel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoclip.gui.models.photos import MIME_PHOTOS
from photoclip.gui.sections.folders import FoldersSection
from photoclip.gui.views.sidebar.sidebar import Sidebar

from ..conftest import OpenApp
from .conftest import LEFT, Albums, many

# The offscreen platform says so of every panel that is a window, and of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def photos(*numbers: int) -> QMimeData:
    mime = QMimeData()
    mime.setData(MIME_PHOTOS, ",".join(map(str, numbers)).encode())
    return mime


def folders(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag(
    bar: Sidebar, mime: QMimeData, index: QModelIndex, *, drop: bool = True
) -> tuple[bool, str]:
    """Drag over a line: whether the panel takes part, and what it says of the drop."""
    at = bar.view.visualRect(index).center() if index.isValid() else QPoint(50, 580)
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    target = bar.view.viewport()
    enter = QDragEnterEvent(at, action, mime, LEFT, keys)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False, ""
    QApplication.sendEvent(target, QDragMoveEvent(at, action, mime, LEFT, keys))
    marked = bar.view.drops.marked
    if drop:
        QApplication.sendEvent(target, QDropEvent(QPointF(at), action, mime, LEFT, keys))
    else:
        QApplication.sendEvent(target, QDragLeaveEvent())
    assert not bar.view.drops.marked
    return True, marked


def test_photos_are_dropped_on_a_place(bar: Sidebar, albums: Albums) -> None:
    assert drag(bar, photos(7, 8), bar.index("albums", "4")) == (True, "Add to Family")
    assert albums.taken == [("Family", (7, 8))]
    drag(bar, photos(7, 8), bar.index("albums", "1"), drop=False)
    assert len(albums.taken) == 1


def test_it_is_told_where_photos_cannot_be_dropped(bar: Sidebar, albums: Albums) -> None:
    refused = QSignalSpy(bar.refused)
    bar.view.expand(bar.index("albums", "1"))
    assert drag(bar, photos(7), bar.index("albums", "3")) == (True, "")
    assert "Found by itself" in refused.at(0)[0]
    assert drag(bar, photos(7), QModelIndex()) == (True, "")
    assert refused.count() == 2
    assert albums.taken == []


def test_resting_on_a_place_opens_what_is_below_it(bar: Sidebar, qtbot: QtBot) -> None:
    holidays = bar.index("albums", "1")
    at, mime = bar.view.visualRect(holidays).center(), photos(1)
    enter = QDragEnterEvent(
        at, Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(bar.view.viewport(), enter)
    qtbot.waitUntil(lambda: bar.view.isExpanded(holidays))
    QApplication.sendEvent(bar.view.viewport(), QDragLeaveEvent())


def test_folders_dropped_among_the_watched_are_watched(
    bar: Sidebar, watched: FoldersSection, tmp_path: Path
) -> None:
    wanted = QSignalSpy(watched.watch_wanted)
    watched.show([many(0)])
    for index in (bar.model.index(1, 0), bar.index("folders", "1/"), QModelIndex()):
        took_part, text = drag(bar, folders(tmp_path), index)
        assert took_part
        assert tmp_path.name in text
    assert [wanted.at(number)[0] for number in range(3)] == [(tmp_path,)] * 3
    drag(bar, folders(tmp_path), bar.index("library", "photos"))
    assert wanted.count() == 3


def test_what_no_section_wants_is_left_to_the_window(bar: Sidebar) -> None:
    text = QMimeData()
    text.setText("parrots")
    assert drag(bar, text, bar.index("albums", "4")) == (False, "")


def test_drags_over_the_panel_go_to_it_or_to_the_window(open_app: OpenApp) -> None:
    app = open_app()
    text, at = QMimeData(), QPoint(30, 40)
    text.setText("parrots")
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier

    def enter(mime: QMimeData) -> bool:
        """Whether the window shows what it would do."""
        event = QDragEnterEvent(at, action, mime, LEFT, keys)
        QApplication.sendEvent(app.window.sidebar.view.viewport(), event)
        shown = app.window.drops.overlay.isVisible()
        QApplication.sendEvent(app.window.sidebar.view.viewport(), QDragLeaveEvent())
        return shown

    assert enter(text)
    app.window.drops.overlay.hide()
    assert not enter(photos(1))


# What a screen reader, and what a person sees.
