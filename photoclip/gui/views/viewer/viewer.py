"""One photo in full, with its neighbours one key away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from photoclip.domain import PhotoId
from photoclip.gui.awake import Awake, system_awake
from photoclip.gui.theme import Theme
from photoclip.gui.views.viewer.buttons import connect_buttons
from photoclip.gui.views.viewer.face import ViewerFace
from photoclip.gui.views.viewer.keys import ViewerKeys
from photoclip.gui.views.viewer.slideshow import Slideshow
from photoclip.images.cropping import is_too_small

# Photos that are loaded before anybody asks, in the direction of travel and against it.
AHEAD, BEHIND = 2, 1


class Viewer(ViewerFace):
    """photo_wanted: show this photo (its pixels are asked for elsewhere).

    neighbours_wanted: others than before are likely to be looked at next.
    current_changed: the photo that is looked at. closed: the row of the photo looked at last, for
    the grid to go to. full_screen_wanted(bool): for the window. menu_wanted: where.
    region_wanted: the photo, a Region of it, its size, and whether to add that to the search.
    """

    photo_wanted = Signal(object)
    neighbours_wanted = Signal()
    current_changed = Signal(object)
    sharpness_wanted = Signal(object)
    play_wanted = Signal()
    closed = Signal(int)
    full_screen_wanted = Signal(bool)
    menu_wanted = Signal(QPoint)
    similar_wanted = Signal(object)
    region_wanted = Signal(object, object, QSize, bool)
    open_wanted = Signal(object)
    reveal_wanted = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, awake: Awake | None = None
    ) -> None:
        super().__init__(theme, Slideshow(self._next_is_ready), parent)
        self.slideshow.setParent(self)
        self._awake = awake or system_awake()
        self._ids: list[PhotoId] = []
        self._row = 0
        self._step = 1
        self._turns: dict[PhotoId, int] = {}
        self._is_ready: Callable[[PhotoId], bool] = bool
        self._watched: QWidget | None = None
        # Commands that are those of a part.
        canvas = self.canvas
        self.toggle_slideshow, self.toggle_play = self.slideshow.toggle, self.play_wanted.emit
        self.fit, self.fill, self.actual_size = canvas.fit, canvas.fill, canvas.actual_size
        self.zoom_in, self.zoom_out = canvas.zoom_in, canvas.zoom_out
        connect_buttons(self)
        self._keys = ViewerKeys(self)
        canvas.sharpness_wanted.connect(self._want_sharpness)
        canvas.zoomed.connect(self._leave_region_behind)
        self.region.chosen.connect(self._choose_region)
        self.region.left.connect(self._region_left)
        self.filmstrip.chosen.connect(self._go)
        self.slideshow.next_wanted.connect(self._go_on)
        self.slideshow.changed.connect(self._slideshow_changed)

    @property
    def photo(self) -> PhotoId | None:
        """The photo that is looked at."""
        return self._ids[self._row] if self._ids else None

    @property
    def row(self) -> int:
        """Where it lies in the grid's order."""
        return self._row

    def neighbours(self) -> list[PhotoId]:
        """The photos that the next keys may ask for, the likeliest first."""
        step = self._step
        rows = [self._row + step * by for by in (*range(1, AHEAD + 1), *range(-1, -BEHIND - 1, -1))]
        if self.slideshow.is_running:
            following = self._next_row()
            rows = [following, *(row for row in rows if row != following)]
        return [self._ids[row] for row in rows if 0 <= row < len(self._ids) and row != self._row]

    def set_ready(self, ready: Callable[[PhotoId], bool]) -> None:
        """Tell how to find out whether a photo could be shown at once."""
        self._is_ready = ready

    def look_at(self, ids: Sequence[PhotoId], row: int) -> None:
        """Show the photo at a row of this order."""
        self._ids = list(ids)
        self._row = row
        self.filmstrip.set_photos(self._ids, row)
        self._go(row)
        self.overlay.wake()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Commands.

    @Slot()
    def next(self) -> None:
        """Go to the photo after this one."""
        self._go(self._row + 1)

    @Slot()
    def previous(self) -> None:
        """Go to the photo before this one."""
        self._go(self._row - 1)

    @Slot()
    def first(self) -> None:
        """Go to the first photo."""
        self._go(0)

    @Slot()
    def last(self) -> None:
        """Go to the last photo."""
        self._go(len(self._ids) - 1)

    @Slot()
    def rotate_left(self) -> None:
        """Turn what is seen; the file stays as it is."""
        self._turn(-1)

    @Slot()
    def rotate_right(self) -> None:
        """Turn what is seen; the file stays as it is."""
        self._turn(1)

    @Slot()
    def toggle_full_screen(self) -> None:
        """Only the photo, or the window again."""
        self.full_screen_wanted.emit(not self.is_full_screen)

    @Slot()
    def leave(self) -> None:
        """Out of full screen, or back to the grid."""
        if self.is_full_screen:
            self.full_screen_wanted.emit(False)
        else:
            self.close_viewer()

    @Slot()
    def toggle_region(self) -> None:
        """Draw a frame around what is looked for, or do not."""
        if self.region.isVisible():
            self.region.stop()
        elif self.canvas.has_pixels:
            self.slideshow.stop()
            self.region.start(self.canvas.photo_space())
            self.overlay.sleep()
        self.offer()

    @Slot()
    def close_viewer(self) -> None:
        """Back to the grid."""
        self.closed.emit(self._row)

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys.act(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self.set_full_screen(self._watched.isFullScreen())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.slideshow.stop()
        if self.is_full_screen and not event.spontaneous():
            self.full_screen_wanted.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowStateChange and self.isVisible():
            self.set_full_screen(self.window().isFullScreen())
        return super().eventFilter(watched, event)

    # The rest.

    @Slot(int)
    def _go(self, row: int) -> None:
        if not 0 <= row < len(self._ids):
            return
        self._step = 1 if row >= self._row else -1
        self._row = row
        photo = self._ids[row]
        self.show_nothing(self._turns.get(photo, 0))
        self.show_place(row, len(self._ids))
        self.filmstrip.set_current(row)
        self.slideshow.shown()
        self.photo_wanted.emit(photo)
        self.current_changed.emit(photo)

    def _turn(self, quarters: int) -> None:
        if self.photo is not None:
            self._turns[self.photo] = (self.canvas.turn + quarters) % 4
            self.canvas.turn_to(self._turns[self.photo])

    def _next_row(self) -> int:
        return (self._row + 1) % max(1, len(self._ids))

    def _next_is_ready(self) -> bool:
        return bool(self._ids) and self._is_ready(self._ids[self._next_row()])

    @Slot()
    def _go_on(self) -> None:
        self._go(self._next_row())
        # From the last photo to the first is forwards, too.
        self._step = 1

    @Slot()
    def _slideshow_changed(self) -> None:
        self.overlay.wake()
        if self.slideshow.is_running:
            # After the last photo comes the first.
            self.neighbours_wanted.emit()
            self._awake.hold(self.tr("Slideshow"))
        else:
            self._awake.release()

    @Slot(QRect, bool)
    def _choose_region(self, space: QRect, adding: bool) -> None:
        region, size = self.canvas.region(space), self.canvas.photo_size
        if is_too_small(region, size.width(), size.height()):
            self.region.refuse()
            return
        self.region.stop()
        self.region_wanted.emit(self.photo, region, size, adding)

    @Slot()
    def _region_left(self) -> None:
        self.offer()
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.overlay.wake()

    @Slot()
    def _leave_region_behind(self) -> None:
        # Sharper pixels of the same photo move nothing.
        if self.canvas.photo_space() != self.region.space:
            self.region.stop()

    @Slot()
    def _want_sharpness(self) -> None:
        self.sharpness_wanted.emit(self.photo)
