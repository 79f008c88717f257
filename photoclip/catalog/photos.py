"""Photos: contents, wherever their files lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from photoclip.catalog import filters, listings, rows, scopes
from photoclip.catalog.connections import Connections
from photoclip.catalog.criteria import Filter
from photoclip.catalog.faults import damaged
from photoclip.domain import (
    Days,
    FolderScope,
    Listing,
    Metadata,
    ModelId,
    Order,
    Photo,
    PhotoId,
    PhotoIds,
    PhotoStatus,
)

# That a photo, as p, can be shown.
VISIBLE = "p.status = 'ok' AND EXISTS (SELECT 1 FROM files f WHERE f.photo = p.id)"

_IDS = "SELECT p.id FROM photos p"
_IDS_OF_FILES = "SELECT DISTINCT p.id FROM files f JOIN photos p ON p.id = f.photo"

_UPSERT = f"""
INSERT INTO photos (content_hash, size, status, reason, {rows.METADATA_COLUMNS})
VALUES ({", ".join("?" * 18)})
ON CONFLICT (content_hash) DO UPDATE SET
size = excluded.size, status = excluded.status, reason = excluded.reason,
{", ".join(f"{name} = excluded.{name}" for name in rows.METADATA_COLUMNS.split(", "))}
RETURNING id
"""

_WITHOUT_EMBEDDING = """
SELECT p.id FROM photos p
WHERE p.status = 'ok'
AND NOT EXISTS (SELECT 1 FROM embeddings e WHERE e.model = ? AND e.photo = p.id)
AND EXISTS (SELECT 1 FROM files f JOIN roots r ON r.id = f.root WHERE f.photo = p.id AND r.online)
ORDER BY p.id
"""

_LACKING = f"""
SELECT count(*) FROM photos p WHERE {VISIBLE}
AND NOT EXISTS (SELECT 1 FROM embeddings e WHERE e.model = ? AND e.photo = p.id)
"""

_SAMPLE = f"SELECT p.id FROM photos p WHERE {VISIBLE} ORDER BY p.content_hash LIMIT ?"

# What is said of a photo but by its files, which say it anew.
_TAGS = """
INSERT OR IGNORE INTO tags (label, photo, state, source, score, version, changed_at)
SELECT label, ?2, state, source, score, version, changed_at FROM tags
WHERE photo = ?1 AND source <> 'file'
"""
_ALBUMS = """
INSERT OR IGNORE INTO album_photos (album, photo, position)
SELECT album, ?2, position FROM album_photos WHERE photo = ?1
AND NOT EXISTS (SELECT 1 FROM files WHERE photo = ?1)
"""


class Photos:
    """The photos of a catalog. A photo is visible when it is readable and has a file."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def get(self, photo: PhotoId) -> Photo | None:
        """A photo, or None."""
        return self.many([photo]).get(photo)

    def many(self, ids: Iterable[PhotoId]) -> dict[PhotoId, Photo]:
        """The photos with these ids, as far as they exist; any number of them."""
        where = "id IN (SELECT value FROM json_each(?))"
        return {photo.id: photo for photo in self._where(where, rows.id_list(ids))}

    def by_hash(self, content_hash: bytes) -> Photo | None:
        """The photo with this SHA-256, or None."""
        return next(iter(self._where("content_hash = ?", content_hash)), None)

    def upsert(
        self,
        content_hash: bytes,
        size: int,
        status: PhotoStatus,
        reason: str,
        metadata: Metadata,
    ) -> PhotoId:
        """Store what is now known of a content; its id never changes. size in bytes."""
        values = (content_hash, size, status.value, rows.text(reason))
        with self._connections.transaction() as db:
            row = db.execute(_UPSERT, values + rows.metadata_values(metadata)).fetchone()
        return PhotoId(row[0])

    def take_over(self, before: PhotoId, photo: PhotoId) -> None:
        """Let a photo have the tags of another, and its places in albums where that has no file.

        What is said of it already stays.
        """
        with self._connections.transaction() as db:
            db.execute(_TAGS, (before, photo))
            db.execute(_ALBUMS, (before, photo))

    def remove(self, ids: Iterable[PhotoId]) -> None:
        """Forget photos for good, with their files and embeddings; their ids are not reused."""
        sql = "DELETE FROM photos WHERE id IN (SELECT value FROM json_each(?))"
        with self._connections.transaction() as db:
            db.execute(sql, (rows.id_list(ids),))

    def count(self) -> int:
        """How many photos are visible."""
        return int(self._connections.value(f"SELECT count(*) FROM photos p WHERE {VISIBLE}"))

    def is_empty(self) -> bool:
        """Whether the catalog holds no photo at all, visible or not."""
        return not self._connections.value("SELECT EXISTS (SELECT 1 FROM photos)")

    def visible_ids(self, within: FolderScope | None = None) -> PhotoIds:
        """Ids of the visible photos, of those with a file in a folder. (n,) int64, ascending."""
        if within is None:
            found = self._connections.rows(f"{_IDS} WHERE {VISIBLE} ORDER BY p.id")
        else:
            there, values = scopes.condition(within)
            sql = f"{_IDS_OF_FILES} WHERE {there} AND p.status = 'ok' ORDER BY p.id"
            found = self._connections.rows(sql, values)
        return rows.photo_ids(found)

    def matching(self, wanted: Sequence[Filter]) -> PhotoIds:
        """Ids of photos that pass all filters, visible or not. (n,) int64, ascending."""
        return filters.matching(self._connections, wanted)

    def dated(
        self,
        order: Order,
        within: FolderScope | None = None,
        among: Iterable[PhotoId] | None = None,
    ) -> Listing:
        """Visible photos in order, of those with a file in a folder, or of these, where given.

        NEWEST and OLDEST go by when they were taken, else by their oldest file's time, and tell
        the days; NAME goes by file names and tells none; FOLDER goes by folders, which it tells,
        and in them by names; RELEVANCE is NEWEST here.
        """
        return listings.dated(self._connections, order, within, among)

    def days_of(self, ids: Sequence[PhotoId]) -> Days:
        """(n,) int32: the local day of each photo as date.toordinal(), 0 where unknown."""
        return listings.days_of(self._connections, ids)

    def named(self, text: str) -> set[PhotoId]:
        """Photos with a file whose name begins with a text, in whatever case."""
        return listings.named(self._connections, text)

    def ids_without_embedding(self, model: ModelId) -> list[PhotoId]:
        """Readable photos with a file within reach that this model has not embedded yet."""
        found = self._connections.rows(_WITHOUT_EMBEDDING, (model,))
        return [PhotoId(row[0]) for row in found]

    def count_without_embedding(self, model: ModelId) -> int:
        """How many visible photos this model has not embedded, those out of reach included."""
        return int(self._connections.value(_LACKING, (model,)))

    def sample(self, count: int) -> list[PhotoId]:
        """So many visible photos from all over the library, the same ones each time.

        Those with the smallest content hash: spread like dice, and hardly changed by new photos.
        """
        return [PhotoId(row[0]) for row in self._connections.rows(_SAMPLE, (count,))]

    def _where(self, condition: str, value: object) -> list[Photo]:
        sql = f"SELECT {rows.PHOTO_COLUMNS} FROM photos WHERE {condition}"
        found = self._connections.rows(sql, (value,))
        try:
            return [rows.photo(row) for row in found]
        except ValueError as error:
            raise damaged(self._connections.path, f"is damaged ({error})") from error
