"""Watched folders."""

from __future__ import annotations

import os
from pathlib import Path

from photoclip.catalog import rows, sidecars
from photoclip.catalog.connections import Connections
from photoclip.domain import FolderScope, Root, RootId
from photoclip.errors import FolderError


class Roots:
    """The watched folders. None of them lies inside another."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def all(self) -> list[Root]:
        """All watched folders, in the order they were added."""
        sql = f"SELECT {rows.ROOT_COLUMNS} FROM roots ORDER BY id"
        return [rows.root(row) for row in self._connections.rows(sql)]

    def get(self, root: RootId) -> Root | None:
        """A watched folder, or None where it is not watched any more."""
        sql = f"SELECT {rows.ROOT_COLUMNS} FROM roots WHERE id = ?"
        found = self._connections.rows(sql, (root,))
        return rows.root(found[0]) if found else None

    def find(self, path: Path) -> Root | None:
        """The watched folder at this path, through whatever links it is named, or None."""
        path = _absolute(path)
        return next((root for root in self.all() if _relation(path, root.path) == "same"), None)

    def scope_of(self, path: Path) -> FolderScope | None:
        """The watched folder that a path names or lies in, and where in it, or None."""
        path = _absolute(path)
        roots = self.all()
        for root in roots:
            if path.is_relative_to(root.path):
                return FolderScope(root.id, _below(path, root.path))
        real = Path(os.path.realpath(path))
        for root in roots:
            known = _way_up(root.path)[0]
            for step in (real, *real.parents):
                if known & _identities(step):
                    return FolderScope(root.id, _below(real, step))
        return None

    def add(self, path: Path, volume: str = "") -> Root:
        """Watch a folder. volume: what tells its disk apart.

        Raises FolderError where it is missing, no folder or not readable, and where it is, or
        lies inside or around, a folder that is watched already.
        """
        path = _absolute(path)
        _require_folder(path)
        compared = self._refuse_overlaps(path, [])
        with self._connections.transaction() as db:
            self._refuse_overlaps(path, compared)
            sql = "INSERT INTO roots (path, volume) VALUES (?, ?)"
            cursor = db.execute(sql, (os.fsencode(path), rows.text(volume)))
            return Root(RootId(cursor.lastrowid or 0), path, rows.text(volume), True)

    def remove(self, root: RootId) -> None:
        """Stop watching a folder. Its photos and their embeddings stay, without these files."""
        with self._connections.transaction() as db:
            db.execute("DELETE FROM roots WHERE id = ?", (root,))

    def set_online(self, root: RootId, online: bool, volume: str | None = None) -> None:
        """Note whether the folder can be reached, and on which disk it was seen."""
        with self._connections.transaction() as db:
            db.execute("UPDATE roots SET online = ? WHERE id = ?", (int(online), root))
            if volume is not None:
                sql = "UPDATE roots SET volume = ? WHERE id = ?"
                db.execute(sql, (rows.text(volume), root))

    def relocate(self, root: RootId, path: Path, *, missing: bool = False) -> Root:
        """Note that a watched folder now lies elsewhere, as when its disk got another name.

        missing: it need not be there now. Raises FolderError as add() does, or where the folder
        is not watched.
        """
        path = _absolute(path)
        if not missing:
            _require_folder(path)
        own = [known for known in self.all() if known.id == root]
        compared = self._refuse_overlaps(path, own)
        with self._connections.transaction() as db:
            self._refuse_overlaps(path, [*compared, *own])
            before = self.get(root)
            db.execute("UPDATE roots SET path = ? WHERE id = ?", (os.fsencode(path), root))
            moved = self.get(root)
            if before is not None:
                sidecars.relocate_exports(db, before.path, path)
        if moved is None:
            raise FolderError("is not watched any more", path=path)
        return moved

    def _refuse_overlaps(self, path: Path, but: list[Root]) -> list[Root]:
        """Compare a folder with all roots but these; gives the roots.

        Before a transaction, as a network share that is gone may take long to say so, and
        again in it, for those that came meanwhile.
        """
        skipped = {(root.id, root.path) for root in but}
        roots = self.all()
        for other in roots:
            if (other.id, other.path) not in skipped:
                _refuse_overlap(path, other)
        return roots


def _absolute(path: Path) -> Path:
    # ".." after a link leads elsewhere than its text says, so the system has to follow it.
    return path.resolve() if ".." in path.parts else path.absolute()


def _below(path: Path, folder: Path) -> str:
    return "/".join(path.relative_to(folder).parts)


def _require_folder(path: Path) -> None:
    try:
        if not path.is_dir():
            finding = "is not a folder" if path.exists() else "does not exist"
            raise FolderError(finding, path=path, hint="Give the path of a folder of photos.")
        with os.scandir(path):
            pass
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise FolderError(f"cannot be read ({reason})", path=path) from error


def _refuse_overlap(path: Path, other: Root) -> None:
    match _relation(path, other.path):
        case "same":
            raise FolderError(_named("is already watched", path, other), path=path)
        case "inside":
            finding = f"lies inside the watched folder {other.path}"
            raise FolderError(finding, path=path, hint="Its photos are found already.")
        case "around":
            finding = f"lies around the watched folder {other.path}"
            raise FolderError(finding, path=path, hint="Remove that one first.")


def _named(finding: str, path: Path, other: Root) -> str:
    return finding if path == other.path else f"{finding} as {other.path}"


def _relation(path: Path, other: Path) -> str:
    """How path lies to other: "same", "inside", "around" or "apart"."""
    up, other_up = _way_up(path), _way_up(other)
    if up[0] & other_up[0]:
        return "same"
    if any(step & other_up[0] for step in up[1:]):
        return "inside"
    if any(step & up[0] for step in other_up[1:]):
        return "around"
    return "apart"


def _way_up(path: Path) -> list[set[object]]:
    """What the folder and each folder above it is known by, links followed."""
    real = Path(os.path.realpath(path))
    return [_identities(step) for step in (real, *real.parents)]


def _identities(path: Path) -> set[object]:
    """The folder's name under the system's case rules and, where it is there, its inode.

    Only the inode knows what the file system takes for the same name (case, composed and
    decomposed letters); only the name is left of a folder that is offline.
    """
    known: set[object] = {os.path.normcase(path)}
    try:
        status = path.stat()
    except (OSError, ValueError):
        return known
    if status.st_ino:  # 0 on network shares that have none
        known.add((status.st_dev, status.st_ino))
    return known
