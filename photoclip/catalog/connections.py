"""Connections to one catalog file: many for reading, one for writing, from any thread.

Connections are pooled instead of tied to threads, so that threads may come and go, and no
connection is ever used by two threads at once or closed under a running query.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote_from_bytes

from photoclip.catalog.faults import damaged, translated
from photoclip.errors import LibraryError

# No memory map: where a disk fails or a file is cut short, reads through one kill the process.
_PRAGMAS = """
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 0;
PRAGMA cache_size = -{cache};
PRAGMA journal_size_limit = 67108864;
"""

# Kilobytes of pages. Every thread that reads at a time has a connection, and what one of them
# lacks the system has in memory; a writer changes pages all over the indexes.
_READER_CACHE, _WRITER_CACHE = 4096, 32768
_WRITING = ("rw", "rwc")


def connect(path: PurePath, mode: str, busy_seconds: float) -> sqlite3.Connection:
    """Open a connection. mode: "rwc", "rw", "ro", or "immutable" (read without any lock)."""
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{_uri(path)}?{query}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        cache = _WRITER_CACHE if mode in _WRITING else _READER_CACHE
        connection.executescript(_PRAGMAS.format(cache=cache))
    except BaseException:
        connection.close()
        raise
    return connection


class Connections:
    """The open connections of one catalog.

    Reads take an idle connection or open one; inside transaction() or snapshot() they use the
    connection of that block, so that a thread sees what it wrote.
    """

    def __init__(self, path: Path, mode: str, busy_seconds: float) -> None:
        self.path = path
        self.mode = mode
        self._busy_seconds = busy_seconds
        self._writing = threading.RLock()
        self._writer: sqlite3.Connection | None = None
        self._depth = 0
        self._state = threading.Condition()
        self._idle: list[sqlite3.Connection] = []
        self._borrowed: set[sqlite3.Connection] = set()
        self._closed = False
        self._here = threading.local()

    @property
    def writable(self) -> bool:
        """Whether transaction() is allowed."""
        return self.mode in _WRITING

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self.reading() as db:
            return db.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one, where they are too many to hold all at once."""
        with self.reading() as db:
            yield from db.execute(sql, values)

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        with self.reading() as db:
            row = db.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def generation(self, of: str) -> int:
        """What the triggers have counted up to for files, labels, tags, ratings or albums."""
        value = self.value("SELECT value FROM meta WHERE key = ?", (f"{of}_generation",))
        if value is None:
            raise damaged(self.path, "is damaged (generations are missing)")
        return int(value)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with. Its cursors must not outlive the block."""
        with translated(self.path):
            current = self._current()
            if current is not None:
                yield current
                return
            db = self._take()
            try:
                yield db
            finally:
                self._give_back(db)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """A block in which all reads of this thread see one and the same state."""
        if self._current() is not None:
            yield
            return
        with self.reading() as db:
            db.execute("BEGIN")
            self._here.current = db
            try:
                yield
            finally:
                self._here.current = None
                if db.in_transaction:
                    db.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A block whose writes all happen or none; an inner block is undone by itself."""
        if not self.writable:
            raise LibraryError("is open for reading only", path=self.path)
        with self._writing, translated(self.path):
            inner = self._depth > 0
            db = self._open_writer()
            outside, self._here.current = self._current(), db
            self._depth += 1
            try:
                with self._savepoint(db) if inner else self._outermost(db):
                    yield db
            finally:
                self._depth -= 1
                self._here.current = outside

    def close(self) -> None:
        """Close every connection: running reads are interrupted, a running write is awaited."""
        if self._current() is not None:
            raise LibraryError("cannot be closed from inside a transaction", path=self.path)
        with self._writing, self._state, translated(self.path):
            self._closed = True
            while self._borrowed:
                for db in self._borrowed:
                    db.interrupt()
                # Again and again: a reader between two queries is not stopped by it.
                self._state.wait(timeout=0.05)
            for db in (*self._idle, *([self._writer] if self._writer else [])):
                db.close()
            self._idle.clear()
            self._writer = None

    def _current(self) -> sqlite3.Connection | None:
        current: sqlite3.Connection | None = getattr(self._here, "current", None)
        return current

    def _take(self) -> sqlite3.Connection:
        with self._state:
            self._refuse_closed()
            # Opened under the lock: close() then waits for it like for every other.
            mode = "ro" if self.writable else self.mode
            db = self._idle.pop() if self._idle else connect(self.path, mode, self._busy_seconds)
            self._borrowed.add(db)
            return db

    def _give_back(self, db: sqlite3.Connection) -> None:
        with self._state:
            self._borrowed.discard(db)
            if self._closed:
                db.close()
            else:
                self._idle.append(db)
            self._state.notify_all()

    def _open_writer(self) -> sqlite3.Connection:
        self._refuse_closed()
        if self._writer is None:
            self._writer = connect(self.path, self.mode, self._busy_seconds)
        return self._writer

    def _refuse_closed(self) -> None:
        if self._closed:
            raise LibraryError("is closed", path=self.path)

    @contextmanager
    def _outermost(self, db: sqlite3.Connection) -> Iterator[None]:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            self._roll_back(db)
            raise

    def _roll_back(self, db: sqlite3.Connection) -> None:
        try:
            # A full disk makes SQLite roll back by itself.
            if db.in_transaction:
                db.execute("ROLLBACK")
        except sqlite3.Error:
            # Closing rolls back too; the next transaction gets a new connection.
            self._writer = None
            db.close()

    @contextmanager
    def _savepoint(self, db: sqlite3.Connection) -> Iterator[None]:
        db.execute("SAVEPOINT inner_block")
        try:
            yield
        except BaseException:
            # Where the whole transaction is gone already, there is nothing left to undo.
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK TO inner_block")
                db.execute("RELEASE inner_block")
            raise
        db.execute("RELEASE inner_block")


def _uri(path: PurePath) -> str:
    # as_uri() gives file://server/share for network paths, which SQLite refuses.
    text = path.as_posix()
    text = text if text.startswith("/") else f"/{text}"
    return "file://" + quote_from_bytes(os.fsencode(text), safe="/:")
