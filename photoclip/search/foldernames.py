"""Finds folders that a person names, by path or by name alone."""

from __future__ import annotations

import os
import re
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.domain import FolderScope, Root
from photoclip.errors import QueryError
from photoclip.paths import expanded

# As paths begin, on all systems; anything else is a name.
_PATH = re.compile(r"[/\\~]|\.{1,2}(?:[/\\]|$)|[A-Za-z]:[/\\]")
_SEPARATORS = re.compile(r"[/\\]+") if os.name == "nt" else re.compile(r"/+")

_Parts = tuple[str, ...]


class FolderNames:
    """The folders of a catalog by name. Thread-safe; looks again when files came or went."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lock = threading.Lock()
        self._generation = -1
        self._known: list[tuple[_Parts, FolderScope]] = []

    def scopes(self, text: str) -> list[FolderScope]:
        """The folders that a path or a name leads to, none inside another.

        A path ("/", "~", "./", "C:/" in front) may also lie around watched folders. A name, or the
        last few of a path ("2023/Italy"), may be that of several folders; case does not count.
        Raises QueryError where there is none.
        """
        try:
            found = self._at(text) if is_path(text) else self._named(text)
        except (OSError, ValueError) as error:
            raise QueryError(f"there is no folder {text}") from error
        if not found:
            raise QueryError(f"there is no folder {text} with photos in it")
        return found

    def _at(self, text: str) -> list[FolderScope]:
        if "\0" in text:
            return []
        folder = expanded(Path(text)).absolute()
        scope = self._catalog.roots.scope_of(folder)
        if scope is not None:
            there = folder.is_dir() or len(self._catalog.photos.visible_ids(scope))
            return [scope] if there else []
        real = Path(os.path.realpath(folder))
        roots = self._catalog.roots.all()
        return [
            FolderScope(root.id)
            for root in roots
            if root.path.is_relative_to(folder) or root.path.is_relative_to(real)
        ]

    def _named(self, text: str) -> list[FolderScope]:
        wanted = _parts(text)
        if not wanted:
            return []
        found = [scope for parts, scope in self._folders() if parts[-len(wanted) :] == wanted]
        return list(_outermost(found))

    def _folders(self) -> Sequence[tuple[_Parts, FolderScope]]:
        with self._lock:
            generation = self._catalog.files_generation
            if generation != self._generation:
                roots = self._catalog.roots.all()
                self._known = [folder for root in roots for folder in self._folders_of(root)]
                self._generation = generation
            return self._known

    def _folders_of(self, root: Root) -> Iterator[tuple[_Parts, FolderScope]]:
        above = _parts(os.fspath(root.path))
        whole = FolderScope(root.id)
        # A folder around the root holds all of it.
        for end in range(1, len(above) + 1):
            yield above[:end], whole
        for folder in self._catalog.files.folders(root.id) - {""}:
            yield above + _parts(folder), FolderScope(root.id, folder)


def is_path(text: str) -> bool:
    """Whether a text is a path, rather than a name that may lie anywhere."""
    return bool(_PATH.match(text))


def _parts(path: str) -> _Parts:
    """The names along a path, as they are compared."""
    plain = unicodedata.normalize("NFC", path).casefold()
    return tuple(part for part in _SEPARATORS.split(plain) if part)


def _outermost(scopes: Sequence[FolderScope]) -> Iterator[FolderScope]:
    """Those that lie in none of the others, each once."""
    there = set(scopes)
    for scope in sorted(there, key=lambda scope: (scope.root, scope.folder)):
        steps = scope.folder.split("/") if scope.folder else []
        above = {FolderScope(scope.root, "/".join(steps[:end])) for end in range(len(steps))}
        if not above & there:
            yield scope
