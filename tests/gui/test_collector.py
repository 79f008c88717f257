"""Cycles are collected on the window's thread, never on a worker."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from photoclip.gui.bridge import Bridge, Lane


class Ring(QObject):
    """Refers to itself, as widgets and their slots do."""

    def __init__(self, ends: list[QThread]) -> None:
        super().__init__()
        self.me = self
        self._ends = weakref.finalize(self, lambda: ends.append(QThread.currentThread()))


def churn() -> None:
    """What makes Python collect: many objects that stay for a while."""
    kept = [[number] for number in range(200_000)]
    assert kept


def test_no_worker_collects(qtbot: QtBot) -> None:
    assert not gc.isenabled()
    ends: list[QThread] = []
    for _ in range(50):
        Ring(ends)
    bridge, done = Bridge(), threading.Event()
    bridge.run(Lane.CATALOG, churn, lambda _: done.set())
    qtbot.waitUntil(done.is_set, timeout=30_000)
    kept = [[number] for number in range(10_000)]
    qtbot.waitUntil(lambda: len(ends) == 50, timeout=30_000)
    assert set(ends) == {QThread.currentThread()}
    assert kept
    bridge.close()
