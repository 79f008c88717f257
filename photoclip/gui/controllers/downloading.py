"""Models to be had: which there are, fetching them when the person says so, and removing them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.clip import zoo
from photoclip.clip.opening import directory_of
from photoclip.clip.shelf import unfinished
from photoclip.clip.zoo import ZooEntry
from photoclip.domain import CancelToken, Progress, ProgressCallback
from photoclip.engine import Engine
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui import wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.error_wording import message
from photoclip.gui.relay import Relay
from photoclip.library.removal import Removed, remove_model


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be downloaded, or was. name: what it is asked for by, and its folder.

    entry: what is known of it, None for a repository that is not of the zoo. here: bytes of a
    download that can go on. used: search goes by it, or will.
    """

    name: str
    entry: ZooEntry | None
    here: int = 0
    installed: bool = False
    used: bool = False


@dataclass(slots=True)
class _Running:
    cancel: CancelToken
    task: TaskHandle
    relay: Relay


class Downloads(QObject):
    """told(list of Offer). begun(name); progressed(name, Progress); ended(name).

    failed(name, PhotoclipError): why a model was not downloaded or removed; ended follows.
    """

    told = Signal(object)
    begun = Signal(str)
    progressed = Signal(str, object)
    failed = Signal(str, object)
    ended = Signal(str)

    def __init__(
        self, engine: Engine, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._tasks = tasks
        self._running: dict[str, _Running] = {}

    @property
    def running(self) -> frozenset[str]:
        """The names of what is being downloaded."""
        return frozenset(self._running)

    @Slot()
    def look(self) -> None:
        """See what there is; told follows. Asks nobody outside."""
        self._bridge.run(Lane.FOLDERS, partial(offers, self._engine), self.told.emit)

    @Slot(str)
    def download(self, name: str) -> None:
        """Fetch a model of the zoo, or of any repository, because the person said so."""
        name = name.strip()
        if not name or name in self._running:
            return
        cancel = CancelToken()
        title = self.tr("Downloading {model}").format(model=_title(name))
        task = self._tasks.begin(title, cancel, text=self.tr("Asking the model hub…"))
        relay = Relay(self._bridge, partial(self._show, name))
        self._running[name] = _Running(cancel, task, relay)
        self.begun.emit(name)
        self._bridge.run(
            Lane.DOWNLOAD,
            partial(fetch, self._engine, name, cancel, relay),
            partial(self._came, name),
            partial(self._stopped, name),
        )

    @Slot(str)
    def stop(self, name: str) -> None:
        """End a download; what came is kept."""
        if name in self._running:
            self._running[name].task.cancel()

    @Slot(str)
    def remove(self, name: str) -> None:
        """Delete a downloaded model, or what is there of an unfinished download."""
        self._bridge.run(
            Lane.STORAGE,
            partial(_remove, self._engine, name),
            partial(self._removed, name),
            partial(self._not_removed, name),
        )

    def close(self) -> None:
        """End all downloads."""
        for running in self._running.values():
            running.cancel.cancel()

    def _show(self, name: str, progress: Progress) -> None:
        running = self._running.get(name)
        if running is not None and not running.cancel.cancelled:
            running.task.show(progress)
            self.progressed.emit(name, progress)

    def _came(self, name: str, size: int) -> None:
        text = self.tr("{size} are here and verified").format(size=wording.size(size))
        self._end(name).task.finish(text)
        self.ended.emit(name)

    def _stopped(self, name: str, error: PhotoclipError) -> None:
        task = self._end(name).task
        if isinstance(error, Cancelled):
            task.stopped(self.tr("What came is kept, and gone on from the next time."))
        else:
            task.fail(message(error))
            self.failed.emit(name, error)
        self.ended.emit(name)

    def _end(self, name: str) -> _Running:
        running = self._running.pop(name)
        running.relay.drop()
        return running

    def _removed(self, name: str, gone: Removed) -> None:
        del gone
        self.ended.emit(name)

    def _not_removed(self, name: str, error: PhotoclipError) -> None:
        self.failed.emit(name, error)
        self.ended.emit(name)


def offers(engine: Engine) -> list[Offer]:
    """What can be had or was downloaded: the zoo, then the rest by name. Runs on a worker."""
    parts = unfinished(engine.paths.models)
    models = {model.path.name: model for model in zoo.find_models(engine.paths)[1:]}
    settings = engine.settings
    used = {directory_of(choice).resolve() for choice in (settings.model, settings.next_model)}
    entries = {entry.name: entry for entry in zoo.entries()}
    downloaded = [name for name, model in models.items() if model.origin is not None]
    return [
        Offer(
            name,
            entries.get(name),
            here=parts.get(name, 0),
            installed=name in models,
            used=name in models and models[name].path.resolve() in used,
        )
        for name in dict.fromkeys([*entries, *sorted([*downloaded, *parts])])
    ]


def fetch(engine: Engine, name: str, cancel: CancelToken, progress: ProgressCallback) -> int:
    """Download a model. Gives its size. Runs on a worker; raises DownloadError, Cancelled."""
    # Takes as long to import as the whole grid, and is hardly ever needed.
    from photoclip.clip.download import download
    from photoclip.clip.hub import Place
    from photoclip.clip.wish import wish_for

    settings = engine.settings
    place = Place.chosen(settings.hub_endpoint, settings.offline)
    models = engine.paths.models
    return download(wish_for(name), models, place, cancel=cancel, progress=progress).size


def _remove(engine: Engine, name: str) -> Removed:
    settings = engine.settings
    used = tuple(directory_of(choice) for choice in (settings.model, settings.next_model))
    return remove_model(name, engine.paths, used)


def _title(name: str) -> str:
    entry = zoo.find_entry(name)
    return entry.title if entry is not None else name
