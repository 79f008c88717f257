"""The catalog file: opening, migrating, checking and backing it up."""

from __future__ import annotations

import logging
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from photoclip.catalog.albums import Albums
from photoclip.catalog.annotations import AnnotationsOfPhotos
from photoclip.catalog.backup import back_up, is_due
from photoclip.catalog.checks import findings
from photoclip.catalog.connections import Connections, connect
from photoclip.catalog.details import Details
from photoclip.catalog.due import SuggestionsDue
from photoclip.catalog.embeddings import Embeddings
from photoclip.catalog.examples import ExampleVectors
from photoclip.catalog.faults import as_library_error, backup_path, damaged, translated
from photoclip.catalog.files import Files
from photoclip.catalog.labels import Labels
from photoclip.catalog.looks import Looks
from photoclip.catalog.models import Models
from photoclip.catalog.photos import Photos
from photoclip.catalog.roots import Roots
from photoclip.catalog.schema import (
    APPLICATION_ID,
    MIGRATIONS,
    is_blank,
    is_ours,
    migrate,
    version_of,
)
from photoclip.catalog.searches import Searches
from photoclip.catalog.sidecars import SidecarFiles
from photoclip.catalog.tag_runs import TagRuns
from photoclip.catalog.tags import Tags
from photoclip.closing import Closing
from photoclip.domain import CancelToken
from photoclip.errors import CatalogDamaged, CatalogTooNew, LibraryError

# https://www.sqlite.org/fileformat.html#the_database_header
_HEADER = struct.Struct(">16s44xI4xI28x")
_MAGIC = b"SQLite format 3\x00"


class Catalog(Closing):
    """One open catalog. Any thread may use it; other processes may read it meanwhile."""

    def __init__(self, connections: Connections) -> None:
        """Wrap the connections of a catalog that open() found sound."""
        self.path = connections.path
        self.writable = connections.writable
        self._connections = connections
        self.roots = Roots(connections)
        self.photos = Photos(connections)
        self.files = Files(connections)
        self.details = Details(connections)
        self.embeddings = Embeddings(connections)
        self.looks = Looks(connections)
        self.models = Models(connections)
        self.searches = Searches(connections)
        self.annotations = AnnotationsOfPhotos(connections)
        self.sidecars = SidecarFiles(connections)
        self.labels = Labels(connections)
        self.examples = ExampleVectors(connections)
        self.tags = Tags(connections)
        self.tag_runs = TagRuns(connections)
        self.suggestions_due = SuggestionsDue(connections)
        self.albums = Albums(connections)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        writable: bool = True,
        busy_seconds: float = 10.0,
        daily_backup: bool = True,
        beside: bool = False,
    ) -> Catalog:
        """Open the catalog at path.

        writable: make it where it is missing, migrate it (after a backup beside it), and back
        it up where the backup is a day old, unless daily_backup is off (then call
        back_up_daily() from a worker). Otherwise nothing is made or changed.
        beside: another process holds the library: only rows may be written.
        Raises CatalogDamaged, CatalogTooNew, LibraryInUse (locked for longer than
        busy_seconds) and LibraryError; in each case the file is left as it was.
        """
        path = path.absolute()
        _look_at_header(path, writable)
        if not writable:
            return cls(_open_as_it_is(path, _reading_mode(path, busy_seconds), busy_seconds))
        if beside:
            return cls(_open_as_it_is(path, "rw", busy_seconds))
        catalog = cls(_open_for_writing(path, busy_seconds))
        try:
            if daily_backup:
                catalog._back_up_if_possible()
        except BaseException:
            catalog.close()
            raise
        return catalog

    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """A block whose writes all happen or none. Blocks may nest within a thread."""
        return self._connections.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """A block in which all reads of this thread see one and the same state."""
        return self._connections.snapshot()

    @property
    def files_generation(self) -> int:
        """Grows with every transaction that changes which readable photos have files."""
        return self._connections.generation("files")

    def check(self) -> list[str]:
        """What is wrong with the catalog, [] when it is sound. Reads all of it."""
        try:
            return findings(self._connections)
        except CatalogDamaged as error:
            return [error.finding]

    def backup(self, target: Path, cancel: CancelToken | None = None) -> None:
        """Copy the catalog to target, whole and checked, while it stays in use.

        Raises CatalogDamaged (target is then left as it was), Cancelled, LibraryError.
        """
        with self._own_connection() as db:
            back_up(db, self.path, target, cancel or CancelToken())

    def back_up_daily(self, cancel: CancelToken) -> bool:
        """Renew the backup beside the catalog where it is a day old. Whether that was done."""
        if not is_due(self.path) or self.photos.is_empty():
            return False
        self.backup(backup_path(self.path), cancel)
        return True

    def close(self) -> None:
        """Close the connections of all threads. Further calls raise LibraryError."""
        self._connections.close()

    def _back_up_if_possible(self) -> None:
        try:
            self.back_up_daily(CancelToken())
        except CatalogDamaged:
            raise
        except LibraryError as error:
            # A full disk must not keep people from their photos.
            logging.getLogger(__name__).warning("no backup was made: %s", error)

    @contextmanager
    def _own_connection(self) -> Iterator[sqlite3.Connection]:
        mode = "immutable" if self._connections.mode == "immutable" else "ro"
        with translated(self.path), closing(connect(self.path, mode, 10.0)) as db:
            yield db


def _look_at_header(path: Path, writable: bool) -> None:
    """Refuse what is not ours before SQLite touches it; a missing file is fine for writing."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER.size)
    except FileNotFoundError:
        _expect_new(path, writable)
        return
    except OSError as error:
        hint = "Check the permissions of the file and of its folder."
        raise LibraryError(f"cannot be read ({error.strerror})", path=path, hint=hint) from error
    if not header and _beside(path, "-wal").exists():
        return  # made by SQLite, its first pages still wait in the -wal file
    if not header and not backup_path(path).exists():
        _expect_new(path, writable)
        return
    if len(header) < _HEADER.size or not header.startswith(_MAGIC):
        raise damaged(path, "is empty" if not header else "is damaged (not an SQLite database)")
    _, version, application = _HEADER.unpack(header)
    if application not in (0, APPLICATION_ID):
        raise damaged(path, "belongs to another program")
    if application == APPLICATION_ID:
        _refuse_newer(path, version)


def _expect_new(path: Path, writable: bool) -> None:
    if backup_path(path).exists():
        hint = f"Copy {backup_path(path)} to its name to go on, or move it away to start anew."
        raise CatalogDamaged("is missing, but its backup is there", path=path, hint=hint)
    if not writable:
        raise _no_library(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        finding = f"cannot be made ({error.strerror})"
        raise LibraryError(finding, path=path.parent) from error


def _open_for_writing(path: Path, busy_seconds: float) -> Connections:
    with translated(path), closing(connect(path, "rwc", busy_seconds)) as db:
        if not is_blank(db):
            _refuse_foreign(db, path)
        # Changes the file, so only now that it is known to be ours or blank. Where the file
        # system cannot share memory SQLite keeps its rollback journal, which works as well.
        _switch_to_wal(db, busy_seconds)
        if 0 < version_of(db) < len(MIGRATIONS):
            back_up(db, path, backup_path(path), CancelToken())
        migrate(db, MIGRATIONS)
        # Keeps the -wal and -shm files in place while the pool opens its own connection.
        connections = Connections(path, "rw", busy_seconds)
        try:
            with connections.transaction():
                return connections
        except BaseException:
            connections.close()
            raise


def _switch_to_wal(db: sqlite3.Connection, busy_seconds: float) -> None:
    """Turn on WAL mode. Where two processes do so at once, SQLite gives up without waiting."""
    deadline = time.monotonic() + busy_seconds
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() >= deadline:
                raise
        time.sleep(0.02)


def _open_as_it_is(path: Path, mode: str, busy_seconds: float) -> Connections:
    """Connections to a catalog that nothing need be changed about. Raises LibraryError."""
    connections = Connections(path, mode, busy_seconds)
    try:
        with connections.reading() as db:
            if is_blank(db):
                raise _no_library(path)
            _refuse_foreign(db, path)
            if version_of(db) < len(MIGRATIONS):
                hint = "Run `photoclip index` once to bring it up to date."
                raise LibraryError("was written by an older photoclip", path=path, hint=hint)
    except BaseException:
        connections.close()
        raise
    return connections


def _reading_mode(path: Path, busy_seconds: float) -> str:
    """How to read: beside writers, or without any lock where the folder cannot be written.

    A catalog in WAL mode needs its -shm file even for reading. Without a -wal file nobody is
    writing, and the file can be read as it is: https://www.sqlite.org/wal.html#read_only_databases
    """
    try:
        with closing(connect(path, "ro", busy_seconds)) as db:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return "ro"
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        unwritable = code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if unwritable and not _holds_changes(_beside(path, "-wal")):
            return "immutable"
        raise as_library_error(error, path) from error


def _holds_changes(wal: Path) -> bool:
    try:
        return wal.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _refuse_foreign(db: sqlite3.Connection, path: Path) -> None:
    if not is_ours(db):
        raise damaged(path, "is not a photoclip catalog")
    _refuse_newer(path, version_of(db))


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(MIGRATIONS):
        finding = f"was written by a newer photoclip (format {version}, not {len(MIGRATIONS)})"
        hint = "Update photoclip; nothing was changed."
        if backup_path(path).exists():
            hint += f" Its backup is {backup_path(path)}."
        raise CatalogTooNew(finding, path=path, hint=hint)


def _no_library(path: Path) -> LibraryError:
    hint = "Add a folder of photos first: `photoclip add FOLDER`."
    return LibraryError("does not exist yet", path=path, hint=hint)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
