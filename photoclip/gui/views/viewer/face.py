"""How the viewer looks: a bar, the photo with what floats over it, and a strip below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from photoclip.gui import wording
from photoclip.gui.photo_wording import Fact
from photoclip.gui.theme import DARK, SPACE_L, Theme
from photoclip.gui.views.viewer.bar import ViewerBar
from photoclip.gui.views.viewer.buttons import draw_icons, make_buttons
from photoclip.gui.views.viewer.canvas import Canvas
from photoclip.gui.views.viewer.error_card import ErrorCard
from photoclip.gui.views.viewer.filmstrip import Filmstrip
from photoclip.gui.views.viewer.information import Information
from photoclip.gui.views.viewer.overlay import Overlay
from photoclip.gui.views.viewer.region_frame import RegionFrame
from photoclip.gui.views.viewer.slideshow import Slideshow


class ViewerFace(QWidget):
    """Shows what it is given; which photo that is and what buttons do is for others to say."""

    def __init__(self, theme: Theme, slideshow: Slideshow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.theme = theme
        self.slideshow = slideshow
        self.canvas = Canvas()
        self._buttons = make_buttons()
        self.bar = ViewerBar(self._buttons)
        self.name, self.details, self.position = self.bar.name, self.bar.details, self.bar.position
        self.filmstrip = Filmstrip(theme)
        self.overlay = Overlay(self.canvas, self._buttons, self)
        self.information = Information(self)
        self.region = RegionFrame(theme, self.canvas)
        self.error = ErrorCard(theme, self)
        self._moving = self._playing = self._full_screen = False
        self._strip_wanted = True
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.filmstrip)
        slideshow.changed.connect(self.offer)
        self.overlay.shown_changed.connect(self._show_cursor)
        self.apply_theme()
        self.offer()

    @property
    def is_full_screen(self) -> bool:
        """Whether there is nothing but the photo."""
        return self._full_screen

    def button(self, name: str) -> QToolButton:
        """A button by its name."""
        return self._buttons[name]

    def show_place(self, row: int, count: int) -> None:
        """Where the photo lies among the others."""
        self._buttons["previous"].setEnabled(row > 0)
        self._buttons["next"].setEnabled(row + 1 < count)
        self.position.setText(f"{wording.number(row + 1)} / {wording.number(count)}")

    def show_nothing(self, turn: int) -> None:
        """Another photo is to come, turned by so many quarters."""
        self.error.hide()
        self.region.stop()
        self.show_words("", "")
        self.canvas.clear(turn)
        self.overlay.percent.clear()
        self.set_moving(moving=False, playing=False)

    def show_words(self, name: str, details: str, facts: Sequence[Fact] = ()) -> None:
        """Name and metadata of the photo."""
        self.bar.show_words(name, details)
        self.setAccessibleName(f"{name}. {details}")
        self.information.show_facts(facts)
        self.error.set_name(name)
        self._place()

    def show_tile(self, tile: QPixmap, full_size: QSize) -> None:
        """Show the middle of the photo until there is more."""
        self.canvas.show_tile(tile, full_size)

    def show_picture(self, image: QImage | QPixmap, full_size: QSize) -> None:
        """Show pixels of the photo, coarse or fine."""
        self.overlay.allow_zoom(True)
        self.canvas.show_picture(image, full_size)

    def show_frame(self, image: QImage) -> None:
        """Show the next moment of a moving picture."""
        self.canvas.show_frame(image)

    def show_error(self, text: str, icon: str = "broken") -> None:
        """Say why there are no pixels, or no more of them."""
        preview = self.canvas.has_pixels
        self.error.tell(self.name.text(), text, icon, over_preview=preview)
        self.overlay.allow_zoom(preview)
        self._place()

    def set_moving(self, *, moving: bool, playing: bool) -> None:
        """Whether the photo can be played, and whether it is."""
        if (moving, playing) != (self._moving, self._playing):
            self._moving, self._playing = moving, playing
            self.offer()

    def set_full_screen(self, on: bool) -> None:
        """Nothing but the photo, on black, or all of it again."""
        self._full_screen = on
        self.canvas.set_paper(DARK.window if on else "")
        self.offer()
        self.overlay.wake()

    @Slot()
    def toggle_information(self) -> None:
        """Show or hide what is known of the photo."""
        self.information.setVisible(self.information.isHidden())
        self.offer()

    @Slot()
    def toggle_filmstrip(self) -> None:
        """Show or hide the photos around this one."""
        self._strip_wanted = not self._strip_wanted
        self.offer()

    @Slot()
    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        draw_icons(self._buttons, self.theme, playing=self._playing)
        self.error.apply_theme()
        self.filmstrip.update()

    @Slot()
    def offer(self) -> None:
        """Show the controls that make sense now, pressed where they are on."""
        running, full = self.slideshow.is_running, self._full_screen
        self.bar.setVisible(not full)
        self.filmstrip.setVisible(self._strip_wanted and not full)
        self._buttons["slideshow"].setChecked(running)
        self._buttons["info"].setChecked(not self.information.isHidden())
        self._buttons["region"].setChecked(not self.region.isHidden())
        self._buttons["filmstrip"].setChecked(self._strip_wanted)
        self.overlay.seconds.setText(self.tr("{n} s").format(n=self.slideshow.seconds))
        self.overlay.offer(moving=self._moving, slideshow=running, full_screen=full)
        draw_icons(self._buttons, self.theme, playing=self._playing)
        self._place()

    # What Qt calls.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def focusNextPrevChild(self, next: bool) -> bool:
        # What has gone away cannot take the focus.
        self.overlay.wake()
        return super().focusNextPrevChild(next)

    # The rest.

    def _place(self) -> None:
        self._column.activate()
        space = self.canvas.geometry()
        self.overlay.place()
        self.error.place(space)
        self.information.fit(space.width() - 2 * SPACE_L, space.height() - 2 * SPACE_L)
        right, top = space.right() - SPACE_L - self.information.width(), space.top() + SPACE_L
        self.information.move(right, top)
        self.information.raise_()

    @Slot(bool)
    def _show_cursor(self, shown: bool) -> None:
        if shown or not self._full_screen:
            self.canvas.show_hand()
        else:
            self.canvas.viewport().setCursor(Qt.CursorShape.BlankCursor)
