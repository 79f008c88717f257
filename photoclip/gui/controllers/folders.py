"""What the side panel and the grid tell about folders, files and problems, read by workers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.catalog.tags import ACCEPTED
from photoclip.domain import Label, Photo, PhotoId, PhotoStatus, Problem, Root
from photoclip.domain.names import key_of
from photoclip.engine import Engine
from photoclip.gui.bridge import Bridge, Lane, ignore
from photoclip.gui.controllers.rereading import Rereading
from photoclip.gui.models.photo_row import PhotoRow
from photoclip.gui.sections.folder_tree import FolderRow, FolderState, folder_row
from photoclip.images.animated import is_animated
from photoclip.library.watcher import WatchStatus

# States of folders and of watching change by themselves.
LOOK_MS = 3000


@dataclass(frozen=True, slots=True)
class Overview:
    """What the panels beside the grid show. polling: why changes are not told by the system."""

    folders: list[FolderRow]
    problems: list[Problem]
    photos: int
    polling: str


Signs = tuple[tuple[Root, ...], tuple[int, ...], WatchStatus | None]


class Folders(QObject):
    """told(Overview); added(list of Root); removed(Root); failed(PhotoclipError).

    relocated(Root, Root): a folder as it was, and as it is in its new place.
    """

    told = Signal(object)
    added = Signal(object)
    removed = Signal(object)
    relocated = Signal(object, object)
    failed = Signal(object)
    states_changed = Signal()

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        work = lambda: overview(engine)  # noqa: E731
        self._reading = Rereading(bridge, Lane.CATALOG, work, self._tell, self.failed.emit)
        self._states: dict[Path, FolderState] = {}
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._seen: Signs | None = None

    @Slot()
    def read(self) -> None:
        """Read the overview; told when it is there."""
        self._reading.read()

    @Slot()
    def _look(self) -> None:
        if not self._reading.running:
            engine = self._engine
            # The next reading that somebody waits for tells what is wrong.
            self._bridge.run(Lane.CATALOG, lambda: signs(engine), self._read_if_new, ignore)

    def _read_if_new(self, now: Signs) -> None:
        if now != self._seen:
            self._seen = now
            self.read()

    def keep_reading(self) -> None:
        """Read now, and from time to time."""
        self._timer.start()
        self.read()

    def add(self, paths: Sequence[Path]) -> None:
        """Watch folders."""
        engine = self._engine
        self._bridge.run(
            Lane.FOLDERS,
            lambda: engine.library.add_folders(paths),
            self.added.emit,
            self.failed.emit,
        )

    def remove(self, root: Root) -> None:
        """Stop watching a folder."""
        engine = self._engine

        def work() -> Root:
            engine.library.remove_folder(root.id)
            return root

        self._bridge.run(Lane.FOLDERS, work, self.removed.emit, self.failed.emit)

    def relocate(self, root: Root, path: Path) -> None:
        """Go on with a watched folder where it lies now."""
        library = self._engine.library
        self._bridge.run(
            Lane.FOLDERS,
            lambda: library.relocate_folder(root.id, path),
            lambda found: self.relocated.emit(root, found),
            self.failed.emit,
        )

    def put_back(self, root: Root) -> None:
        """Undo relocate(): the folder as it was."""
        library = self._engine.library
        self._bridge.run(
            Lane.FOLDERS, lambda: library.put_folder_back(root), self._put_back, self.failed.emit
        )

    def _put_back(self, root: Root) -> None:
        del root
        self.read()

    def _tell(self, found: Overview) -> None:
        states = {row.root.path: row.state for row in found.folders}
        changed = bool(self._states) and states != self._states
        self._states = states
        self.told.emit(found)
        if changed:
            self.states_changed.emit()


def signs(engine: Engine) -> Signs:
    """What changes when the overview does, read in no time. Runs on a worker."""
    roots = tuple(engine.library.roots())
    catalog = engine.catalog
    now = (catalog.files_generation, catalog.labels.generation, catalog.tags.generation)
    return roots, now, engine.library.watch_status


def overview(engine: Engine) -> Overview:
    """Read what the panels show. Runs on a worker."""
    status = engine.library.watch_status
    polled = set(status.polled) if status is not None else set()
    rows = [
        folder_row(root, _state(root, polled), engine.catalog.files.folder_counts(root.id))
        for root in engine.library.roots()
    ]
    reason = status.reason if status is not None and status.mode == "polling" else ""
    return Overview(rows, engine.library.problems(), engine.catalog.photos.count(), reason)


def _state(root: Root, polled: set[Path]) -> FolderState:
    if not root.online:
        return FolderState.OFFLINE
    return FolderState.POLLED if root.path in polled else FolderState.WATCHED


def photo_rows(engine: Engine, photos: Sequence[PhotoId]) -> dict[PhotoId, PhotoRow]:
    """What the grid tells about photos. Runs on a worker."""
    paths = engine.catalog.files.paths_of(photos)
    offline = engine.catalog.files.offline_photos(photos)
    known = engine.catalog.photos.many(paths)
    labels = _labels(engine, photos)
    return {
        number: _photo_row(known[number], places[0], number in offline, labels.get(number, ()))
        for number, places in paths.items()
        if number in known
    }


def _labels(engine: Engine, photos: Sequence[PhotoId]) -> dict[PhotoId, tuple[Label, ...]]:
    tags = engine.catalog.tags.of_photos(photos, ACCEPTED)
    known = engine.catalog.labels.many({tag.label for some in tags.values() for tag in some})
    return {
        photo: tuple(
            sorted(
                (known[tag.label] for tag in some if tag.label in known),
                key=lambda label: key_of(label.name),
            )
        )
        for photo, some in tags.items()
    }


def _photo_row(photo: Photo, path: Path, offline: bool, labels: tuple[Label, ...]) -> PhotoRow:
    return PhotoRow(
        path,
        offline=offline,
        unreadable=photo.status is PhotoStatus.UNREADABLE,
        animated=not offline and is_animated(path, photo.metadata.format),
        labels=labels,
        taken=photo.metadata.taken_at,
        size=(photo.metadata.width, photo.metadata.height),
    )
