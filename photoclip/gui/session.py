"""One library and the window that shows it, which another window can take over from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from photoclip.engine import Engine, delete_everything
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge
from photoclip.gui.main_window import MainWindow
from photoclip.gui.theme import SCHEMES, Theme
from photoclip.gui.translation import Translation
from photoclip.paths import Paths
from photoclip.settings import Settings

MakeWindow = Callable[[Engine], MainWindow]


class Session(QObject):
    """Holds the engine and its window, both made by open().

    filled: a window shows photos, or that there are none.
    failed(PhotoclipError): there is no window any more, as the library cannot be opened again.
    """

    filled = Signal()
    failed = Signal(object)

    def __init__(
        self,
        paths: Paths,
        theme: Theme,
        translation: Translation,
        make: MakeWindow | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._theme = theme
        self._translation = translation
        self._make = make or (lambda engine: MainWindow(engine, Bridge(), theme))
        self.engine: Engine
        self.window: MainWindow

    def open(self) -> None:
        """Open library and window. Raises LibraryError."""
        self.engine = Engine.open(self._paths, daily_backup=False)
        try:
            self._apply(self.engine.settings)
            self.window = self._new_window()
        except BaseException:
            self.engine.close()
            raise
        self.window.show()

    def close(self) -> None:
        """Close both and give the window up; one that is gone already stays so."""
        if isValid(self.window):
            self.window.quit()
            self.window.deleteLater()
        self.engine.close()

    @Slot()
    def quit(self) -> None:
        """End, wherever the window is."""
        self.window.quit()

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others."""
        self.window.come_to_front()

    @Slot()
    def renew(self) -> None:
        """Show the library in a new window: texts are put into a language as they are made."""
        old = self.window
        old.remember()
        self._apply(self.engine.settings)
        self.window = self._new_window()
        self.window.show()
        # Only now: without any window the application would end.
        old.quit()
        old.deleteLater()
        self.engine.library.stop_watching()
        self.window.start()
        self.window.preferences.take_over(old.preferences)
        self.window.preferring.follow(old.preferring)

    @Slot()
    def forget(self) -> None:
        """Delete all that photoclip keeps, and begin as at the first start."""
        old = self.window
        quits = QGuiApplication.quitOnLastWindowClosed()
        # There is no window for a moment.
        QGuiApplication.setQuitOnLastWindowClosed(False)
        old.quit()
        old.deleteLater()
        self.engine.close()
        problems: list[PhotoclipError] = []
        try:
            problems += delete_everything(self._paths).problems
        except PhotoclipError as error:
            problems.append(error)
        try:
            self.open()
        except PhotoclipError as error:
            self.failed.emit(error)
            return
        QGuiApplication.setQuitOnLastWindowClosed(quits)
        self.window.start()
        for problem in problems[:1]:
            self.window.complain(problem)

    def _new_window(self) -> MainWindow:
        window = self._make(self.engine)
        window.gallery.first_answered.connect(self.filled)
        # Queued: whoever asks is a part of the window that goes.
        window.renewal_wanted.connect(self.renew, Qt.ConnectionType.QueuedConnection)
        window.forgetting_wanted.connect(self.forget, Qt.ConnectionType.QueuedConnection)
        return window

    def _apply(self, settings: Settings) -> None:
        self._translation.use(settings.language)
        self._theme.choose(SCHEMES[settings.appearance])
