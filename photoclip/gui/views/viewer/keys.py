"""The keys of the viewer that are no commands (those are in gui/wiring/viewing.py)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from photoclip.gui.views.viewer.viewer import Viewer

Act = Callable[[], object]

_OTHERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ViewerKeys:
    """What each key does that is no command: arrows, and other ways back."""

    def __init__(self, viewer: Viewer) -> None:
        key, canvas = Qt.Key, viewer.canvas
        self._acts: Mapping[Qt.Key, Act] = {
            key.Key_Left: partial(_pan_or, viewer, -1, 0, viewer.previous),
            key.Key_Right: partial(_pan_or, viewer, 1, 0, viewer.next),
            key.Key_Up: partial(canvas.pan, 0, -1),
            key.Key_Down: partial(canvas.pan, 0, 1),
            key.Key_Return: viewer.close_viewer,
            key.Key_Enter: viewer.close_viewer,
            key.Key_Backspace: viewer.close_viewer,
        }

    def act(self, event: QKeyEvent) -> Act | None:
        """What a key does now, or None where it means nothing here."""
        return None if event.modifiers() & _OTHERS else self._acts.get(Qt.Key(event.key()))


def _pan_or(viewer: Viewer, right: int, down: int, act: Act) -> None:
    """Arrows move what is zoomed, and go on otherwise."""
    if viewer.canvas.is_fitted or not viewer.canvas.can_pan():
        act()
    else:
        viewer.canvas.pan(right, down)
