"""Going on without a window, when the person wants that and the desktop has a place for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from photoclip.gui.notifications import Notifier
from photoclip.gui.tray import Tray


class Background(QObject):
    """Hides the window instead of closing it."""

    def __init__(
        self, window: QWidget, tray: Tray, notifier: Notifier, wanted: Callable[[], bool]
    ) -> None:
        """wanted: by the settings."""
        super().__init__(window)
        self._window = window
        self._tray = tray
        self._notifier = notifier
        self._wanted = wanted
        self._told = self._hidden = False
        self.apply()

    @property
    def keeps_going(self) -> bool:
        """Whether the window, when it is closed, only hides."""
        # To refuse to close then would keep the person logged in.
        ending = QGuiApplication.instance().isSavingSession()  # type: ignore[union-attr]
        return self._wanted() and self._tray.available and not ending

    @Slot()
    def apply(self) -> None:
        """Show the icon or take it away, as the settings say."""
        self._tray.set_shown(self._wanted())

    def hide(self) -> None:
        """Hide the window; the first time, say that work goes on and how to end it."""
        # Or a dialog that is closed later would end the application.
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self._hidden = True
        self._window.hide()
        if not self._told:
            self._told = True
            self._notifier.tell(
                self.tr("photoclip goes on in the background"),
                self.tr("Its icon in the panel opens the window again, and quits."),
            )

    @Slot()
    def come_back(self) -> None:
        """The window is shown again."""
        self._hidden = False
        QGuiApplication.setQuitOnLastWindowClosed(True)

    def end(self) -> None:
        """Take the icon away; nothing goes on."""
        QGuiApplication.setQuitOnLastWindowClosed(True)
        self._tray.set_shown(False)
        if self._hidden:
            # A window that is not there is not the last one to be closed.
            QGuiApplication.quit()

    def state(self) -> object:
        """Whether the person was told, to be kept for the next start."""
        return self._told

    def restore(self, state: object) -> None:
        """What state() gave."""
        self._told = state is True
