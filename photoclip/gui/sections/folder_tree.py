"""Watched folders and those below them as places; made on workers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from photoclip.domain import FolderScope, Root
from photoclip.gui import locations
from photoclip.gui.sections.base import Place

_DIGITS = re.compile(r"(\d+)")


class FolderState(StrEnum):
    """How changes in a folder come to be known."""

    WATCHED = "watched"
    POLLED = "polled"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A watched folder, the number of photos in it, and the folders below it."""

    root: Root
    count: int
    state: FolderState
    folders: tuple[Place, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """What people call the folder."""
        return locations.shown(self.root.path.name or self.root.path)


def folder_row(root: Root, state: FolderState, counts: Mapping[str, int]) -> FolderRow:
    """A watched folder. counts: photos in each folder with those below it, "" is all of it."""
    folders = _below(root, counts, dim=state is FolderState.OFFLINE)
    return FolderRow(root, counts.get("", 0), state, folders)


def key_of(scope: FolderScope) -> str:
    """The key of a folder's place."""
    return f"{scope.root}/{scope.folder}"


def name_of(scope: FolderScope) -> str:
    """What people call a folder below a watched one."""
    return locations.shown(scope.folder.rpartition("/")[2])


def _below(root: Root, counts: Mapping[str, int], *, dim: bool) -> tuple[Place, ...]:
    inside: dict[str, list[Place]] = {}
    # Deepest first: "a/b" comes after "a", so each finds its own folders ready.
    for folder in sorted(counts, reverse=True):
        if folder:
            scope = FolderScope(root.id, folder)
            children = _by_name(inside.pop(folder, []))
            place = Place(
                key_of(scope),
                name_of(scope),
                "folder",
                counts[folder],
                children,
                dim=dim,
                data=scope,
            )
            inside.setdefault(folder.rpartition("/")[0], []).append(place)
    return _by_name(inside.get("", []))


def _by_name(places: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: natural(place.text)))


def natural(name: str) -> tuple[tuple[Any, ...], str]:
    """Sorts names as people do: "trip 2" before "trip 10"."""
    # Every second part is a number.
    parts = _DIGITS.split(name.casefold())
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts)), name
