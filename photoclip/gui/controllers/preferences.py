"""What the person chose: kept in their file, and told to whoever goes by it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.engine import IN_USE, Engine
from photoclip.errors import SettingsError
from photoclip.settings import Settings, changed_names, save_settings, with_value

# While a slider moves there is nothing worth keeping.
SOON_MS = 400


class Preferences(QObject):
    """changed(Settings, frozenset of names): they count from now on. failed(PhotoclipError)."""

    changed = Signal(object, object)
    failed = Signal(object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._settings = engine.settings
        self._waiting: dict[str, object] = {}
        self._timer = QTimer(self, interval=SOON_MS, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def settings(self) -> Settings:
        """What counts now."""
        return self._settings

    def change(self, **values: Any) -> bool:
        """Take values, by the names of the settings; whether all of them can be.

        Otherwise failed tells why, and nothing was changed. Where only the disk refuses, they
        count until the end, and failed tells that.
        """
        for name in values:
            self._waiting.pop(name, None)
        wanted = self._settings
        try:
            for name, value in values.items():
                wanted = with_value(wanted, name, value)
        except SettingsError as error:
            self.failed.emit(error)
            return False
        names = changed_names(self._settings, wanted)
        if names:
            self._settings = wanted
            self._engine.note(wanted)
        self._save(frozenset(values))
        if names:
            self.changed.emit(wanted, names)
        return True

    def change_soon(self, **values: Any) -> None:
        """Take values as soon as no others come, as from a slider."""
        self._waiting |= values
        self._timer.start()

    def reset(self, *names: str) -> None:
        """Give settings their defaults again."""
        defaults = Settings()
        self.change(**{name: getattr(defaults, name) for name in names})

    def take_back(self, *names: str) -> None:
        """Return to what the engine goes by, where that could not change."""
        self.change(**{name: getattr(self._engine.settings, name) for name in names})

    def take_over(self, other: Preferences) -> None:
        """Ask for what the engine did not come to while another window asked for it."""
        names = changed_names(self._settings, other.settings) & IN_USE
        self.change(**{name: getattr(other.settings, name) for name in names})

    @Slot()
    def flush(self) -> None:
        """Take what change_soon() was given, now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        if waiting:
            self.change(**waiting)

    def _save(self, names: frozenset[str]) -> None:
        try:
            save_settings(self._settings, self._engine.paths.settings_file, names)
        except SettingsError as error:
            hint = self.tr("The change counts until photoclip is closed.")
            self.failed.emit(SettingsError(error.finding, path=error.path, hint=hint))
