"""Albums in the window: which there are, which of them is shown, and changing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.catalog.albums import Held, RemovedAlbum
from photoclip.domain import Album, PhotoId
from photoclip.domain.names import key_of
from photoclip.engine import Engine
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.rereading import Rereading
from photoclip.search.splitting import Group, Split

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Put:
    """Photos that were put into an album. new: those that were not in it before.

    there: how many were. unknown: how many files are not in the library.
    """

    album: Album
    new: Sequence[PhotoId]
    there: int = 0
    unknown: int = 0


class AlbumShelf(QObject):
    """told(list of Album): those by hand, by name. failed(PhotoclipError).

    Each change is told with what undoes it: made(Album), renamed(Album before, Album now, whether
    that undoes it), removed(RemovedAlbum), put(Put), taken(Album, Held), arranged(Album, photos in
    the order before), moved(Album, how many photos, photos in the order before).
    proposed(Split); divided(list of Album).
    current_changed: another album, or none, is shown. changed: what is in some album changed.
    """

    told = Signal(object)
    made = Signal(object)
    renamed = Signal(object, object, bool)
    removed = Signal(object)
    put = Signal(object)
    taken = Signal(object, object)
    arranged = Signal(object, object)
    moved = Signal(object, int, object)
    proposed = Signal(object)
    divided = Signal(object)
    current_changed = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._reading = Rereading(bridge, Lane.FOLDERS, lambda: engine.albums.by_hand(), self._tell)
        self._known: list[Album] = []
        self._asked = ""
        self._current: Album | None = None

    @property
    def all(self) -> Sequence[Album]:
        """Those by hand, by name."""
        return self._known

    @property
    def current(self) -> Album | None:
        """The one by hand whose photos are shown."""
        return self._current

    @Slot()
    def read(self) -> None:
        """Read and count them; told when that is done."""
        self._reading.read()

    def note(self, name: str) -> None:
        """Photos of an album of this name are asked for now; empty: of none."""
        self._asked = name
        self._find_current()

    def make(self, name: str, contents: Iterable[PhotoId | Path] = ()) -> None:
        """A new one; a name that is taken gets a number."""
        engine, contents = self._engine, tuple(contents)

        def work() -> Album:
            return engine.albums.create_with_a_name(name, photos_of(engine, contents)[0])

        self._change(work, self.made.emit)

    def rename(self, album: Album, name: str, *, undoing: bool = False) -> None:
        """Give one another name. undoing: that which it had before."""
        albums = self._engine.albums
        tell = lambda now: self.renamed.emit(album, now, undoing)  # noqa: E731
        self._change(lambda: albums.rename(album.id, name), tell)

    def remove(self, album: Album) -> None:
        """Forget one, not its photos."""
        albums = self._engine.albums
        self._change(lambda: albums.remove(album.id), self.removed.emit)

    def put_back(self, removed: RemovedAlbum) -> None:
        """One as it was, without a word."""
        albums = self._engine.albums
        self._change(lambda: albums.put_back(removed), None)

    def put_in(self, album: Album, contents: Iterable[PhotoId | Path]) -> None:
        """Put photos, files and folders at the end of one."""
        engine, contents = self._engine, tuple(contents)

        def work() -> Put:
            photos, unknown = photos_of(engine, contents)
            new = engine.albums.add(album.id, photos)
            return Put(album, new, len(photos) - len(new), unknown)

        self._change(work, self.put.emit)

    def take_out(self, album: Album, photos: Sequence[PhotoId], *, quiet: bool = False) -> None:
        """Take photos out of one. quiet: without a word, to undo what was just done."""
        albums = self._engine.albums
        tell = None if quiet else lambda held: self.taken.emit(album, held)
        self._change(lambda: albums.take_out(album.id, photos), tell)

    def put_photos_back(self, album: Album, held: Held) -> None:
        """Photos where they were, without a word."""
        albums = self._engine.albums
        self._change(lambda: albums.put_photos_back(album.id, held), None)

    def arrange(self, album: Album, photos: Sequence[PhotoId], *, quiet: bool = False) -> None:
        """Give one this order. quiet: without a word, to undo what was just done."""
        albums = self._engine.albums
        tell = None if quiet else lambda before: self.arranged.emit(album, before)
        self._change(lambda: albums.arrange(album.id, photos), tell)

    def move(self, album: Album, photos: Sequence[PhotoId], before: PhotoId | None) -> None:
        """Put photos of one right before another, or at its end."""
        albums = self._engine.albums
        tell = lambda order: self.moved.emit(album, len(photos), order)  # noqa: E731
        self._change(lambda: albums.move(album.id, photos, before), tell)

    def propose(self, album: Album) -> None:
        """Find out how one could be divided by labels."""
        splitting = self._engine.splitting
        work: Callable[[], Split] = lambda: splitting.propose(album)  # noqa: E731
        self._bridge.run(Lane.CATALOG, work, self.proposed.emit, self.failed.emit)

    def divide(self, split: Split, groups: Sequence[Group], rest: str) -> None:
        """Make an album of each of these groups, and of the rest where that gets a name."""
        splitting = self._engine.splitting
        self._change(lambda: splitting.create(split, groups, rest), self.divided.emit)

    def undo_divide(self, albums: Sequence[Album]) -> None:
        """Forget albums that were just made, without a word."""
        engine = self._engine
        self._change(lambda: [engine.albums.remove(album.id) for album in albums], None)

    def _change(self, work: Callable[[], T], tell: Callable[[T], object] | None) -> None:
        def done(result: T) -> None:
            if tell is not None:
                tell(result)
            self.changed.emit()
            self.read()

        self._bridge.run(Lane.FOLDERS, work, done, self.failed.emit)

    def _tell(self, albums: list[Album]) -> None:
        self._known = albums
        self._find_current()
        self.told.emit(albums)

    def _find_current(self) -> None:
        key = key_of(self._asked)
        found = next((one for one in self._known if key and key_of(one.name) == key), None)
        if found != self._current:
            self._current = found
            self.current_changed.emit()


def photos_of(engine: Engine, contents: Iterable[PhotoId | Path]) -> tuple[list[PhotoId], int]:
    """The photos among these, each once, and how many files and folders hold none. On a worker."""
    photos: dict[PhotoId, None] = {}
    unknown = 0
    for one in contents:
        found = engine.library.photos_at(one) if isinstance(one, Path) else [one]
        unknown += not found
        photos.update(dict.fromkeys(found))
    return list(photos), unknown
