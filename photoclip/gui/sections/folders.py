"""The watched folders as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from photoclip.domain import FolderScope
from photoclip.gui import dropping, locations, wording
from photoclip.gui.dropping import Dropped
from photoclip.gui.sections.base import MenuItem, Place, Section
from photoclip.gui.sections.folder_tree import FolderRow, FolderState, key_of, natural


class FoldersSection(Section):
    """Signals tell what the person wants to do with a folder.

    folder_wanted(FolderScope, str): show its photos; the name is what people call it.
    remove_wanted(Root), locate_wanted(Root): stop watching it, say where it lies now.
    look_wanted, reveal_wanted, copy_wanted(Path): look for new photos in it, show it in the file
    manager, copy its path. watch_wanted(tuple of Path): folders were dropped.
    suggest_wanted(FolderScope, str): suggest tags for its photos.
    """

    folder_wanted = Signal(object, str)
    add_wanted = Signal()
    watch_wanted = Signal(object)
    remove_wanted = Signal(object)
    locate_wanted = Signal(object)
    look_wanted = Signal(object)
    reveal_wanted = Signal(object)
    copy_wanted = Signal(object)
    suggest_wanted = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("folders", "", parent)
        self.title = self.tr("Watched folders", "heading of the side panel")
        self.add_text = self.tr("Watch another folder…")
        self._rows: dict[int, FolderRow] = {}
        self._indexing = False
        # Those whose photos come in just now.
        self._busy: frozenset[int] = frozenset()
        self._places = self._make()

    @property
    def rows(self) -> Sequence[FolderRow]:
        """The watched folders by name."""
        return list(self._rows.values())

    def show(self, rows: Sequence[FolderRow]) -> None:
        """Show these folders."""
        before = self._rows
        ordered = sorted(rows, key=lambda row: (natural(row.name), str(row.root.path)))
        self._rows = {row.root.id: row for row in ordered}
        if self._indexing:
            self._busy = self._growing(before) or self._busy & self._rows.keys()
        self._update()

    def set_indexing(self, running: bool) -> None:
        """Indexing began or ended; which folders it is about shows as their counts grow."""
        self._indexing = running
        if not running and self._busy:
            self._busy = frozenset()
            self._update()

    def row(self, place: Place) -> FolderRow | None:
        """The watched folder that a place is, or lies in."""
        return self._rows.get(place.data.root) if isinstance(place.data, FolderScope) else None

    def open(self, place: Place) -> None:
        if isinstance(place.data, FolderScope):
            self.folder_wanted.emit(place.data, place.text)

    def add(self) -> None:
        self.add_wanted.emit()

    def menu(self, place: Place | None) -> Sequence[MenuItem]:
        row = self.row(place) if place is not None else None
        if place is None or row is None:
            return super().menu(None)
        path = self._path(place, row)
        items = [
            MenuItem(
                self.tr("Show in the file manager"),
                partial(self.reveal_wanted.emit, path),
                "reveal",
            ),
            MenuItem(self.tr("Copy path"), partial(self.copy_wanted.emit, path), "copy"),
        ]
        if row.root.online:
            look = self.tr("Look for new photos in it")
            items.append(MenuItem(look, partial(self.look_wanted.emit, path), "retry"))
        suggest = partial(self.suggest_wanted.emit, place.data, place.text)
        items.append(MenuItem(self.tr("Suggest tags for its photos"), suggest, "label"))
        return [*items, *self._root_items(place, row)]

    def tooltip(self, place: Place) -> str:
        row = self.row(place)
        if row is None:
            return ""
        path = locations.shown(self._path(place, row))
        return f"{path}\n{wording.photos(place.count or 0)} · {self.state_text(row)}"

    def spoken(self, place: Place) -> str:
        row = self.row(place)
        told = super().spoken(place)
        return f"{told}, {self.state_text(row)}" if row is not None else told

    def wants(self, dropped: Dropped) -> bool:
        return bool(dropped.folders)

    def accepts(self, place: Place | None, dropped: Dropped) -> str:
        # Not the folders: nothing is ever moved into one of them.
        if place is not None or not dropped.folders:
            return ""
        return dropping.invitation(dropped)[0]

    def take(self, place: Place | None, dropped: Dropped) -> None:
        del place
        self.watch_wanted.emit(dropped.folders)

    def remove(self, place: Place) -> None:
        row = self.row(place)
        if row is not None:
            self.remove_wanted.emit(row.root)

    def state_text(self, row: FolderRow) -> str:
        """The state of a watched folder as people read it."""
        if row.root.id in self._busy:
            return self.tr("photos are coming in")
        return {
            FolderState.WATCHED: self.tr("watched"),
            FolderState.POLLED: self.tr("looked at from time to time"),
            FolderState.OFFLINE: self.tr("not connected"),
        }[row.state]

    def _root_items(self, place: Place, row: FolderRow) -> list[MenuItem]:
        if not place.removable:
            return []
        items = []
        if row.state is FolderState.OFFLINE:
            locate = partial(self.locate_wanted.emit, row.root)
            items.append(MenuItem(self.tr("Locate folder…"), locate, "search", 1))
        stop = self.tr("Stop watching")
        return [*items, MenuItem(stop, partial(self.remove, place), "remove", 1)]

    def _path(self, place: Place, row: FolderRow) -> Path:
        assert isinstance(place.data, FolderScope)
        return row.root.path / place.data.folder

    def _growing(self, before: dict[int, FolderRow]) -> frozenset[int]:
        return frozenset(
            row.root.id
            for row in self._rows.values()
            if row.root.id not in before or before[row.root.id].count != row.count
        )

    def _update(self) -> None:
        self._places = self._make()
        self.changed.emit()

    def _make(self) -> tuple[Place, ...]:
        if not self._rows:
            return (Place("none", self.tr("No folder yet"), hint=True),)
        return tuple(map(self._place, self._rows.values()))

    def _place(self, row: FolderRow) -> Place:
        scope = FolderScope(row.root.id)
        away = row.state is FolderState.OFFLINE
        return Place(
            key_of(scope),
            row.name,
            "folder-off" if away else "folder",
            row.count,
            row.folders,
            badge=self._badge(row),
            color="warning" if away else "muted",
            dim=away,
            removable=True,
            data=scope,
        )

    def _badge(self, row: FolderRow) -> str:
        if row.state is FolderState.OFFLINE:
            return ""
        if row.root.id in self._busy:
            return "sync"
        return "clock" if row.state is FolderState.POLLED else ""
