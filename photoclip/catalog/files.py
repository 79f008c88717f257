"""Files: the places where photos were seen."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from photoclip.catalog import rows, scopes
from photoclip.catalog.connections import Connections
from photoclip.domain import FileId, FolderScope, PhotoFile, PhotoId, Problem, RootId

_FILES = f"SELECT {rows.FILE_COLUMNS} FROM files f JOIN roots r ON r.id = f.root"

_PUT = """
INSERT INTO files (root, path, photo, size, mtime_ns, reason) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (root, path) DO UPDATE SET photo = excluded.photo, size = excluded.size,
mtime_ns = excluded.mtime_ns, reason = excluded.reason
RETURNING id
"""

_PATHS = """
SELECT f.photo, r.path, f.path FROM files f JOIN roots r ON r.id = f.root
WHERE f.photo IN (SELECT value FROM json_each(?))
ORDER BY r.online DESC, f.id
"""

_PROBLEMS = """
SELECT r.path, f.path, coalesce(nullif(f.reason, ''), p.reason, ''), f.photo
FROM files f JOIN roots r ON r.id = f.root LEFT JOIN photos p ON p.id = f.photo
WHERE f.photo IS NULL OR p.status = 'unreadable'
ORDER BY f.root, f.path
"""

_OFFLINE = """
SELECT f.photo FROM files f JOIN roots r ON r.id = f.root
WHERE f.photo IS NOT NULL AND {among} GROUP BY f.photo HAVING max(r.online) = 0
"""

# Every nth file, so that it costs no sorting.
_SAMPLE = """
SELECT path FROM
(SELECT path, row_number() OVER (ORDER BY path) - 1 AS place FROM files WHERE root = ?1)
WHERE place % max(1, (SELECT (count(*) + ?2 - 1) / ?2 FROM files WHERE root = ?1)) = 0
"""

_IN_FOLDERS = """
SELECT f.path, f.photo FROM files f JOIN photos p ON p.id = f.photo
WHERE f.root = ? AND p.status = 'ok'
"""

_OFTEN = "SELECT photo FROM files WHERE photo IS NOT NULL GROUP BY photo HAVING count(*) > 1"


class Files:
    """The files of a catalog. Relative paths are below their root, with "/" on all systems.

    Names are kept byte for byte: not normalised, and valid Unicode or not.
    """

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def under(self, within: FolderScope) -> Iterator[tuple[str, PhotoFile]]:
        """The files in a folder and in those below it, with their paths from its root.

        One by one: all of 100,000 files take as much memory as everything else together.
        """
        where, values = scopes.condition(within)
        for row in self._connections.each(f"{_FILES} WHERE {where}", values):
            yield os.fsdecode(row[3]), rows.file(row)

    def of_photo(self, photo: PhotoId) -> list[PhotoFile]:
        """Where a photo was seen, places within reach first."""
        sql = f"{_FILES} WHERE f.photo = ? ORDER BY r.online DESC, f.id"
        return [rows.file(row) for row in self._connections.rows(sql, (photo,))]

    def paths_of(self, ids: Iterable[PhotoId]) -> dict[PhotoId, list[Path]]:
        """Absolute paths of photos, places within reach first; photos without a file left out."""
        paths: dict[PhotoId, list[Path]] = {}
        for photo, folder, relative in self._connections.rows(_PATHS, (rows.id_list(ids),)):
            paths.setdefault(photo, []).append(rows.absolute(folder, relative))
        return paths

    def by_path(self, path: Path) -> PhotoFile | None:
        """The file at an absolute path, directly or through links, or None."""
        roots = self._connections.rows(f"SELECT {rows.ROOT_COLUMNS} FROM roots")
        folders = [(root.id, root.path) for root in map(rows.root, roots)]
        path = path.absolute()
        real = [(number, Path(os.path.realpath(folder))) for number, folder in folders]
        return self._below(folders, path) or self._below(real, Path(os.path.realpath(path)))

    def put(
        self,
        root: RootId,
        relative: str,
        photo: PhotoId | None,
        size: int,
        mtime_ns: int,
        reason: str = "",
    ) -> FileId:
        """Note a file as it is now. photo None, with a reason: it could not even be read.

        size in bytes, mtime_ns in nanoseconds since 1970. Raises ValueError for a path that
        does not lie below the root.
        """
        if not relative or relative.startswith("/") or ".." in relative.split("/"):
            raise ValueError(f"not a path below a root: {relative!r}")
        values = (root, os.fsencode(relative), photo, size, mtime_ns, rows.text(reason))
        with self._connections.transaction() as db:
            return FileId(db.execute(_PUT, values).fetchone()[0])

    def sample(self, root: RootId, count: int) -> list[str]:
        """Relative paths of at most so many files of a root, from all over it."""
        found = self._connections.rows(_SAMPLE, (root, count))
        return [os.fsdecode(path) for (path,) in found]

    def remove(self, ids: Iterable[FileId]) -> None:
        """Forget files; their photos stay, without these places."""
        sql = "DELETE FROM files WHERE id IN (SELECT value FROM json_each(?))"
        with self._connections.transaction() as db:
            db.execute(sql, (rows.id_list(ids),))

    def count(self, within: FolderScope | None = None) -> int:
        """How many files are known, readable or not; only those in a folder where given."""
        where, values = scopes.condition(within) if within is not None else ("1", ())
        return int(self._connections.value(f"SELECT count(*) FROM files f WHERE {where}", values))

    def problems(self) -> list[Problem]:
        """Files that have no place in search, with the reason, by path."""
        return [
            Problem(rows.absolute(folder, relative), reason, photo)
            for folder, relative, reason, photo in self._connections.rows(_PROBLEMS)
        ]

    def offline_photos(self, among: Iterable[PhotoId] | None = None) -> set[PhotoId]:
        """Photos, of these where given, all of whose files lie on roots out of reach."""
        if self._connections.value("SELECT min(online) FROM roots") != 0:
            return set()
        if among is None:
            found = self._connections.rows(_OFFLINE.format(among="1"))
        else:
            chosen = "f.photo IN (SELECT value FROM json_each(?))"
            found = self._connections.rows(_OFFLINE.format(among=chosen), (rows.id_list(among),))
        return {PhotoId(row[0]) for row in found}

    def folders(self, root: RootId) -> set[str]:
        """Every folder of a root that files lie in or below; "" is the root itself."""
        found: set[bytes] = set()
        for (path,) in self._connections.each("SELECT path FROM files WHERE root = ?", (root,)):
            folder = path.rpartition(b"/")[0]
            if folder not in found:
                found.update(_way_up(folder))
        return {os.fsdecode(folder) for folder in found}

    def folder_counts(self, root: RootId) -> dict[str, int]:
        """How many readable photos lie in each folder or below it ("" is the root), by path.

        A photo that lies at several places in a folder counts once.
        """
        often = {photo for (photo,) in self._connections.rows(_OFTEN)}
        alone: Counter[bytes] = Counter()
        several: set[tuple[bytes, int]] = set()
        for path, photo in self._connections.each(_IN_FOLDERS, (root,)):
            folder = path.rpartition(b"/")[0]
            if photo in often:
                several.update((above, photo) for above in _way_up(folder))
            else:
                alone[folder] += 1
        counts = Counter(folder for folder, _ in several)
        for inner, count in alone.items():
            for folder in _way_up(inner):
                counts[folder] += count
        return {os.fsdecode(folder): counts[folder] for folder in sorted(counts)}

    def _below(self, folders: list[tuple[RootId, Path]], path: Path) -> PhotoFile | None:
        for root, folder in folders:
            if path.is_relative_to(folder):
                relative = os.fsencode(path.relative_to(folder).as_posix())
                sql = f"{_FILES} WHERE f.root = ? AND f.path = ?"
                for row in self._connections.rows(sql, (root, relative)):
                    return rows.file(row)
        return None


def _way_up(folder: bytes) -> Iterator[bytes]:
    """A folder, and each one above it up to the root, b""."""
    yield folder
    while folder:
        folder = folder.rpartition(b"/")[0]
        yield folder
