"""The buttons of the viewer, named for their icons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from photoclip.gui.theme import Theme
from photoclip.gui.translation import tr
from photoclip.gui.views.parts import tool_button

if TYPE_CHECKING:
    from photoclip.gui.views.viewer.viewer import Viewer

Act = Callable[[], object]

# Buttons whose icon is not their name.
ICONS = {"shorter": "minus", "longer": "plus", "pause-show": "pause"}
CHECKABLE = frozenset({"slideshow", "info", "filmstrip", "region"})


def make_buttons() -> dict[str, QToolButton]:
    """All of them, by name."""
    made = {}
    for name, says in _texts():
        made[name] = tool_button(name, says)
        made[name].setCheckable(name in CHECKABLE)
    return made


def connect_buttons(viewer: Viewer) -> None:
    """Let each do what it says."""
    canvas, show = viewer.canvas, viewer.slideshow
    for name, act in (
        ("back", viewer.close_viewer),
        ("rotate-left", viewer.rotate_left),
        ("rotate-right", viewer.rotate_right),
        ("slideshow", viewer.toggle_slideshow),
        ("info", viewer.toggle_information),
        ("filmstrip", viewer.toggle_filmstrip),
        ("full-screen", viewer.toggle_full_screen),
        ("similar", lambda: viewer.similar_wanted.emit([viewer.photo])),
        ("region", viewer.toggle_region),
        ("open", lambda: viewer.open_wanted.emit([viewer.photo])),
        ("reveal", lambda: viewer.reveal_wanted.emit([viewer.photo])),
        ("previous", viewer.previous),
        ("next", viewer.next),
        ("zoom-out", canvas.zoom_out),
        ("zoom-in", canvas.zoom_in),
        ("fit", canvas.fit),
        ("fill", canvas.fill),
        ("actual-size", canvas.actual_size),
        ("play", viewer.toggle_play),
        ("pause-show", viewer.toggle_slideshow),
        ("shorter", show.faster),
        ("longer", show.slower),
        ("leave-full-screen", viewer.toggle_full_screen),
    ):
        viewer.button(name).clicked.connect(partial(_do, act))


def _do(act: Act, checked: bool = False) -> None:
    # What the button says about being pressed follows from what is shown.
    del checked
    act()


def draw_icons(buttons: dict[str, QToolButton], theme: Theme, *, playing: bool) -> None:
    """Give all buttons their icons in the colours in use."""
    for name, button in buttons.items():
        icon = ICONS.get(name, name)
        if name == "play" and playing:
            icon = "pause"
        button.setIcon(theme.icon(icon, "accent" if button.isChecked() else "text"))


def _texts() -> list[tuple[str, str]]:
    return [
        ("back", tr("Back to all photos (Esc)")),
        ("rotate-left", tr("Turn the view to the left (Shift+R)")),
        ("rotate-right", tr("Turn the view to the right (R)")),
        ("slideshow", tr("Slideshow (S)")),
        ("info", tr("Information (I)")),
        ("filmstrip", tr("Filmstrip (T)")),
        ("full-screen", tr("Full screen (F)")),
        ("similar", tr("Find similar photos")),
        ("region", tr("Find photos like a part of this one (A)")),
        ("open", tr("Open in another program")),
        ("reveal", tr("Show in the file manager")),
        ("previous", tr("Previous photo (Left)")),
        ("next", tr("Next photo (Right)")),
        ("zoom-out", tr("Smaller (-)")),
        ("zoom-in", tr("Larger (+)")),
        ("fit", tr("Show the whole photo (0)")),
        ("fill", tr("Fill the window (2)")),
        ("actual-size", tr("Actual size (1)")),
        ("play", tr("Play or pause (P)")),
        ("pause-show", tr("Pause the slideshow (Space)")),
        ("shorter", tr("Show each photo for a shorter time (.)")),
        ("longer", tr("Show each photo longer (,)")),
        ("leave-full-screen", tr("Leave full screen (Esc)")),
    ]
