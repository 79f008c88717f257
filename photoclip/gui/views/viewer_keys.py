"""The keys of the viewer. Those with Ctrl, Alt or Meta are left to the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from photoclip.gui.views.viewer import Viewer

Act = Callable[[], object]

_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# These are the same key on one keyboard and need Shift on another.
_ZOOM = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class ViewerKeys:
    """What each key does."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer
        self._plain = _plain(viewer)
        self._shifted: Mapping[Qt.Key, Act] = {Qt.Key.Key_R: viewer.rotate_left}

    def act(self, event: QKeyEvent) -> Act | None:
        """What a key does now, or None where it means nothing here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & _OTHERS:
            return None
        if modifiers & Qt.KeyboardModifier.ShiftModifier and key not in _ZOOM:
            return self._shifted.get(key)
        return self._plain.get(key)


def _plain(viewer: Viewer) -> Mapping[Qt.Key, Act]:
    key = Qt.Key
    canvas, show = viewer.canvas, viewer.slideshow
    return {
        key.Key_Left: partial(_pan_or, viewer, -1, 0, viewer.previous),
        key.Key_Right: partial(_pan_or, viewer, 1, 0, viewer.next),
        key.Key_Up: partial(canvas.pan, 0, -1),
        key.Key_Down: partial(canvas.pan, 0, 1),
        key.Key_PageUp: viewer.previous,
        key.Key_PageDown: viewer.next,
        key.Key_Home: viewer.first,
        key.Key_End: viewer.last,
        key.Key_Space: viewer.toggle_slideshow,
        key.Key_S: viewer.toggle_slideshow,
        key.Key_Comma: show.slower,
        key.Key_Period: show.faster,
        key.Key_P: viewer.toggle_play,
        key.Key_Escape: viewer.leave,
        key.Key_Return: viewer.close_viewer,
        key.Key_Enter: viewer.close_viewer,
        key.Key_Backspace: viewer.close_viewer,
        key.Key_Plus: canvas.zoom_in,
        key.Key_Equal: canvas.zoom_in,
        key.Key_Minus: canvas.zoom_out,
        key.Key_Underscore: canvas.zoom_out,
        key.Key_0: canvas.fit,
        key.Key_1: canvas.actual_size,
        key.Key_2: canvas.fill,
        key.Key_R: viewer.rotate_right,
        key.Key_I: viewer.toggle_information,
        key.Key_T: viewer.toggle_filmstrip,
        key.Key_F: viewer.toggle_full_screen,
    }


def _pan_or(viewer: Viewer, right: int, down: int, act: Act) -> None:
    """Arrows move what is zoomed, and go on otherwise."""
    if viewer.canvas.is_fitted or not viewer.canvas.can_pan():
        act()
    else:
        viewer.canvas.pan(right, down)
