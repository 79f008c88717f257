"""What photoclip keeps on this computer, where, how large it is, and how to get rid of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from photoclip.catalog.faults import backup_path
from photoclip.domain import CancelToken
from photoclip.errors import LibraryError
from photoclip.images.kept import kept_files
from photoclip.images.own_thumbnails import own_thumbnails
from photoclip.images.thumbnails import ThumbnailSize
from photoclip.paths import Paths


class Kind(StrEnum):
    """What is kept. The caches are made again where they are missing."""

    CATALOG = "catalog"
    BACKUP = "backup"
    EXAMPLES = "examples"
    THUMBNAILS = "thumbnails"
    INDEX = "index"
    SETTINGS = "settings"
    WINDOW = "window"
    MODELS = "models"


CACHES = (Kind.THUMBNAILS, Kind.INDEX)
# Models are put there by people, and photoclip has no other copy of them.
NEVER_DELETED = frozenset({Kind.MODELS})


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of one kind in one place. size: bytes of so many files."""

    kind: Kind
    place: Path
    files: int
    size: int


@dataclass(slots=True)
class Cleared:
    """What was deleted, in files and bytes, and what could not be."""

    files: int = 0
    size: int = 0
    problems: list[LibraryError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Holding:
    kind: Kind
    place: Path
    find: Callable[[], Iterator[Path | None]]


class Storage:
    """Everything that photoclip wrote for one library. Photos are no part of it.

    paths: where things lie now; usual: where they would without a choice, as caches may be there
    from before. Nothing here needs the library to be open.
    """

    def __init__(self, paths: Paths, usual: Paths | None = None) -> None:
        self._paths = paths
        self._usual = usual or paths

    def look(self, cancel: CancelToken | None = None) -> list[Stored]:
        """What is kept, kind by kind; an unusual place of a cache only where something is in it.

        Reads the head of every thumbnail, so not for the window's thread. Raises Cancelled.
        """
        token = cancel or CancelToken()
        found = [_measured(holding, token) for holding in self._holdings()]
        first: set[Kind] = set()
        shown = []
        for stored in found:
            if stored.files or stored.kind not in first:
                shown.append(stored)
            first.add(stored.kind)
        return shown

    def clear(self, kind: Kind, cancel: CancelToken | None = None) -> Cleared:
        """Delete a cache, also while the library is open; it is made again as it is needed.

        Raises LibraryError for what is no cache, Cancelled.
        """
        if kind not in CACHES:
            names = " and ".join(CACHES)
            raise LibraryError(f"{kind} is no cache", hint=f"Caches are {names}.")
        return self._delete({kind}, cancel or CancelToken())

    def delete_everything(self, cancel: CancelToken | None = None) -> Cleared:
        """Forget all that photoclip knows and wrote; the next start is like the first.

        Only while the library is closed. Photos, models, other programs' thumbnails and the empty
        lock file stay. Raises Cancelled, after which some of it is gone.
        """
        done = self._delete(set(Kind) - NEVER_DELETED, cancel or CancelToken())
        for folder in self._own_folders():
            with suppress(OSError):
                folder.rmdir()  # only where it is empty
        return done

    def _own_folders(self) -> Iterator[Path]:
        if self._paths.thumbnails != self._usual.thumbnails:
            yield from (self._paths.thumbnails / size.folder for size in ThumbnailSize)
        for paths in (self._paths, self._usual):
            inner = [path for path in _below(paths.compiled) if path.is_dir()]
            yield from sorted(inner, reverse=True)
            yield from (paths.compiled, paths.index, paths.cache, paths.config)
            yield from (paths.examples, paths.data)

    def _delete(self, kinds: set[Kind], cancel: CancelToken) -> Cleared:
        done = Cleared()
        for holding in self._holdings():
            if holding.kind in kinds:
                for path in holding.find():
                    cancel.check()
                    if path is not None:
                        _remove(path, done)
        return done

    def _holdings(self) -> Iterator[_Holding]:
        paths = self._paths
        catalog, backup = paths.catalog_file, backup_path(paths.catalog_file)
        settings, window = paths.settings_file, paths.window_file
        yield _Holding(Kind.CATALOG, catalog, partial(_with_suffixes, catalog, _SQLITE))
        yield _Holding(Kind.BACKUP, backup, partial(_with_unfinished, backup))
        yield _Holding(Kind.EXAMPLES, paths.examples, partial(kept_files, paths.examples))
        for base in {paths.thumbnails: None, self._usual.thumbnails: None}:
            yield _Holding(Kind.THUMBNAILS, base, partial(own_thumbnails, base))
        for cache in {place.cache: place for place in (paths, self._usual)}.values():
            yield _Holding(Kind.INDEX, cache.index, partial(_index_files, cache))
        yield _Holding(Kind.SETTINGS, settings, partial(_with_unfinished, settings))
        yield _Holding(Kind.WINDOW, window, partial(_with_suffixes, window, ("", ".lock")))
        yield _Holding(Kind.MODELS, paths.models, partial(_below, paths.models))


_SQLITE = ("", "-wal", "-shm", "-journal")


def _index_files(paths: Paths) -> Iterator[Path | None]:
    """The saved graphs and what lies beside them; models' passed checks, and what was compiled."""
    yield from _matching(paths.index, ["*.hnsw", "*.npy", "*.npz", "*.rows", "*.json", "*.tmp"])
    checks = paths.checks_file
    yield from _matching(checks.parent, [checks.name, f"{checks.stem}.*.tmp"])
    yield from (path for path in _below(paths.compiled) if not path.is_dir())


def _with_unfinished(path: Path) -> Iterator[Path | None]:
    """A file, what a killed process left of writing it, and what was set aside as unreadable."""
    names = [path.name, f"{path.name}.*.tmp", f"{path.name}.*.tmp-*", f"{path.name}.unreadable"]
    return _matching(path.parent, names)


def _with_suffixes(path: Path, suffixes: Sequence[str]) -> Iterator[Path | None]:
    yield from (path.with_name(path.name + suffix) for suffix in suffixes)


def _matching(folder: Path, patterns: Iterable[str]) -> Iterator[Path | None]:
    for pattern in patterns:
        yield from folder.glob(pattern)


def _below(folder: Path) -> Iterator[Path]:
    yield from folder.rglob("*")


def _measured(holding: _Holding, cancel: CancelToken) -> Stored:
    files = size = 0
    for path in holding.find():
        cancel.check()
        if path is not None and (found := _size(path)) is not None:
            files, size = files + 1, size + found
    return Stored(holding.kind, holding.place, files, size)


def _size(path: Path) -> int | None:
    """Bytes of an ordinary file; None for what is none."""
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None  # vanished meanwhile


def _remove(path: Path, done: Cleared) -> None:
    size = _size(path)
    if size is None:
        return
    try:
        path.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        finding = f"cannot be deleted ({error.strerror})"
        done.problems.append(LibraryError(finding, path=path))
        return
    done.files += 1
    done.size += size
