"""What the preferences tell about this machine: models, devices, and what is kept where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.clip import zoo
from photoclip.clip.devices import Device, find_devices
from photoclip.clip.opening import model_directory
from photoclip.clip.session import DeviceReport
from photoclip.clip.zoo import InstalledModel
from photoclip.domain import CancelToken
from photoclip.engine import Engine
from photoclip.errors import ModelError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.library.storage import Cleared, Kind


@dataclass(frozen=True, slots=True)
class Models:
    """found: the embedded one first. used: the directory in use. running: where it runs, None as
    long as it is not open. embedded, photos: how many photos it knows, of how many. next_name,
    next_embedded: the same of the next model, "" where there is none.
    """

    found: list[InstalledModel]
    used: Path
    devices: list[Device]
    running: DeviceReport | None
    embedded: int
    photos: int
    next_name: str = ""
    next_embedded: int = 0


class Inventory(QObject):
    """models_told(Models); storage_told(list of Stored); cleared(Kind, Cleared); failed(error)."""

    models_told = Signal(object)
    storage_told = Signal(object)
    cleared = Signal(object, object)
    failed = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._looking: CancelToken | None = None

    @Slot()
    def look_at_models(self) -> None:
        """Read the models and devices; models_told follows."""
        engine = self._engine
        self._bridge.run(
            Lane.FOLDERS, lambda: models(engine), self.models_told.emit, self.failed.emit
        )

    @Slot()
    def look_at_storage(self) -> None:
        """Measure what is kept; storage_told follows. One look at a time: the last one counts."""
        self.stop()
        storage, token = self._engine.storage, CancelToken()
        self._looking = token
        self._bridge.run(
            Lane.STORAGE,
            lambda: storage.look(token),
            self.storage_told.emit,
            self.failed.emit,
            token,
        )

    @Slot()
    def stop(self) -> None:
        """Nobody wants to know any more."""
        if self._looking is not None:
            self._looking.cancel()

    @Slot(object)
    def clear(self, kind: Kind) -> None:
        """Delete a cache; cleared follows, then another look."""
        self.stop()
        storage = self._engine.storage
        tell: Callable[[Cleared], None] = lambda done: self._tell(kind, done)  # noqa: E731
        self._bridge.run(Lane.STORAGE, lambda: storage.clear(kind), tell, self.failed.emit)

    def _tell(self, kind: Kind, done: Cleared) -> None:
        self.cleared.emit(kind, done)
        self.look_at_storage()


def models(engine: Engine) -> Models:
    """Read what there is to choose from. Runs on a worker."""
    used = model_directory(engine.settings)
    found = zoo.find_models(engine.paths)
    here = {model.path.resolve() for model in found}
    chosen = [used] if engine.switch is None else [used, engine.switch.directory]
    found += [zoo.describe(path) for path in chosen if path.resolve() not in here]
    loaded = engine.model.loaded
    return Models(
        found,
        used,
        find_devices(),
        loaded.device if loaded is not None else None,
        _embedded(engine),
        engine.catalog.photos.count(),
        *_next(engine),
    )


def _next(engine: Engine) -> tuple[str, int]:
    """Name of the next model, and how many photos it has embedded."""
    switch = engine.switch
    if switch is None:
        return "", 0
    try:
        return zoo.describe(switch.directory).name, switch.state().embedded
    except ModelError:
        return switch.directory.name, 0


def _embedded(engine: Engine) -> int:
    """How many photos the model in use has embedded; 0 where it cannot be used."""
    try:
        known = engine.catalog.embeddings.find_model(engine.model.fingerprint)
    except ModelError:
        return 0
    return 0 if known is None else engine.catalog.embeddings.count(known)
