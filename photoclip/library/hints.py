"""Reads file system events: which folder should be looked at again, if any."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from photoclip.library.rules import NO_MEDIA, Rules

# Reading a photo makes these, and we read photos; a folder is "modified" by whatever happens in
# it, which is told by an event of its own.
NO_NEWS = frozenset({"opened", "closed_no_write"})


class Hints(FileSystemEventHandler):
    """Passes on the folders of one root that have news. Called on the observer's thread."""

    def __init__(self, root: Path, rules: Rules, tell: Callable[[Path], None]) -> None:
        """root: as the catalog names it, though it may be watched by its real path."""
        self._root = root
        # Systems report real paths, also below a linked root.
        self._prefixes = tuple(
            place.rstrip(os.sep) + os.sep for place in (os.path.realpath(root), str(root))
        )
        self._rules = rules
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Overrides watchdog's: tell the folders that the event speaks of."""
        for folder in self.folders(event):
            self._tell(folder)

    def folders(self, event: FileSystemEvent) -> Iterator[Path]:
        """The folders to look at again."""
        if event.event_type in NO_NEWS or (event.is_directory and event.event_type == "modified"):
            return
        for raw in (event.src_path, event.dest_path):
            relative = self._relative(os.fsdecode(raw)) if raw else None
            if relative is not None:
                yield from self._folder_of(relative, is_folder=event.is_directory)

    def _relative(self, path: str) -> str | None:
        for prefix in self._prefixes:
            if path.rstrip(os.sep) + os.sep == prefix:
                return ""
            if path.startswith(prefix):
                return path[len(prefix) :].replace(os.sep, "/")
        return None

    def _folder_of(self, relative: str, *, is_folder: bool) -> Iterator[Path]:
        parent, _, name = relative.rpartition("/")
        if is_folder or not name:
            folder = relative
        elif name == NO_MEDIA or self._rules.takes_file(name) or self._rules.takes_sidecar(name):
            folder = parent
        else:
            return
        if not self._rules.skips_path(folder):
            yield self._root / folder
