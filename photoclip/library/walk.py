"""Walks a watched folder with os.scandir: no loops, nothing twice, nothing but ordinary files."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.domain import CancelToken
from photoclip.images.sidecar import is_sidecar_name
from photoclip.library.relink import identity_of
from photoclip.library.rules import NO_MEDIA, Rules
from photoclip.library.work import Stamp

# What a system says of a folder that went away between two looks. Everything else (permission,
# input/output, a stale network handle) hides files that may well still be there.
GONE = (FileNotFoundError, NotADirectoryError)


@dataclass(slots=True)
class Walk:
    """What a walk saw. Names are relative to the root and use "/".

    files, sidecars: name -> (size, mtime_ns). unlisted: folders, and files, that could not be
    looked at, with the reason; whatever was known below them must be taken to be there still.
    never: (device, inode) of folders that are not entered.
    on_folder: told the number of files seen so far, now and then.
    """

    root: str
    rules: Rules
    cancel: CancelToken
    boundaries: tuple[str, ...] = ()
    never: frozenset[tuple[int, int]] = frozenset()
    on_folder: Callable[[int], None] | None = None
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    sidecars: dict[str, tuple[int, int]] = field(default_factory=dict)
    unlisted: dict[str, str] = field(default_factory=dict)
    _visited: set[tuple[int, int]] = field(default_factory=set)
    _folders: list[str] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)

    def run(self, under: str = "") -> None:
        """Walk the root, or one folder in it. Raises Cancelled."""
        if self._is_hidden(under):
            return
        (self._links if self._is_linked(under) else self._folders).append(under)
        while self._folders or self._links:
            self.cancel.check()
            # Real folders first, so that a link never takes a folder away from its own place.
            if self._folders:
                self._enter(self._folders.pop())
            else:
                self._follow(self._links.pop(0))

    def _is_hidden(self, under: str) -> bool:
        parts = under.split("/") if under else []
        ancestors = ["/".join(parts[: n + 1]) for n in range(len(parts))]
        return self.rules.skips_path(under) or any(map(self._is_marked, ancestors))

    def _is_linked(self, folder: str) -> bool:
        here = os.path.realpath(self.root)
        expected = f"{here}{os.sep}{folder.replace('/', os.sep)}" if folder else here
        real = os.path.realpath(self._absolute(folder))
        return os.path.normcase(real) != os.path.normcase(expected)

    def _is_marked(self, folder: str) -> bool:
        path = Path(self._absolute(folder))
        return identity_of(path) in self.never or os.path.lexists(path / NO_MEDIA)

    def _absolute(self, relative: str) -> str:
        return f"{self.root}/{relative}" if relative else self.root

    def _enter(self, folder: str) -> None:
        path = self._absolute(folder)
        try:
            found = Path(path).stat()
            identity = (found.st_dev, found.st_ino)
            if identity in self._visited or identity in self.never:
                return
            self._visited.add(identity)
            with os.scandir(path) as listing:
                entries = list(listing)
        except GONE:
            return
        except OSError as error:
            self.unlisted[folder] = reason_of(error)
            return
        if folder and any(entry.name == NO_MEDIA for entry in entries):
            return
        self._sort(entries, f"{folder}/" if folder else "")
        if self.on_folder is not None:
            self.on_folder(len(self.files))

    def _sort(self, entries: Iterable[os.DirEntry[str]], prefix: str) -> None:
        takes_file, skips_folder = self.rules.takes_file, self.rules.skips_folder
        for entry in entries:
            name = entry.name
            try:
                if entry.is_dir():
                    if skips_folder(name) or is_marked_hidden(entry):
                        continue
                    queue = self._links if entry.is_symlink() else self._folders
                    queue.append(prefix + name)
                elif takes_file(name) or self.rules.takes_sidecar(name):
                    self._note(prefix + name, entry)
            except GONE:
                continue
            except OSError as error:
                if error.errno != errno.ELOOP:  # a link to itself leads nowhere
                    self.unlisted[prefix + name] = reason_of(error)

    def _note(self, relative: str, entry: os.DirEntry[str]) -> None:
        found = entry.stat()
        # Opening a FIFO would block for ever, and a device may do anything.
        if stat.S_ISREG(found.st_mode):
            stamp = Stamp.from_status(found)
            among = self.sidecars if is_sidecar_name(relative) else self.files
            among[relative] = (stamp.size, stamp.mtime_ns)

    def _follow(self, link: str) -> None:
        """Enter a linked folder, unless it leads into or around a watched one."""
        target = os.path.realpath(self._absolute(link))
        if not any(_overlap(target, boundary) for boundary in self.boundaries):
            self._enter(link)


def is_marked_hidden(entry: os.DirEntry[str]) -> bool:
    """Whether Windows' own hidden attribute is set; False elsewhere."""
    if os.name != "nt":
        return False
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def boundaries_of(roots: Iterable[Path]) -> tuple[str, ...]:
    """The real places of watched folders, for Walk.boundaries."""
    return tuple(os.path.realpath(root) for root in roots)


def reason_of(error: OSError | ValueError) -> str:
    """The system's own words for an error, without its number and path."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def _overlap(one: str, other: str) -> bool:
    one, other = one.rstrip(os.sep) + os.sep, other.rstrip(os.sep) + os.sep
    return one.startswith(other) or other.startswith(one)
