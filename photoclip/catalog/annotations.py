"""What other programs wrote about photos: their keywords become tags, their ratings filters."""

from __future__ import annotations

import json
from collections.abc import Iterable

from photoclip.catalog import rows, tags
from photoclip.catalog.connections import Connections
from photoclip.domain import (
    KEYWORDS,
    Annotations,
    LabelId,
    PhotoId,
    Tag,
    TagSource,
    TagState,
)

_PUT = """
INSERT INTO annotations (photo, keywords, rating) VALUES (?, ?, ?)
ON CONFLICT (photo) DO UPDATE SET
keywords = excluded.keywords, rating = excluded.rating, settled = 0
"""
_UNREAD = """
SELECT p.id FROM photos p WHERE p.status = 'ok'
AND NOT EXISTS (SELECT 1 FROM annotations a WHERE a.photo = p.id)
AND EXISTS (SELECT 1 FROM files f JOIN roots r ON r.id = f.root WHERE f.photo = p.id AND r.online)
ORDER BY p.id
"""
# Most photos have nothing of the kind, and need no second look.
_NOTHING = """
UPDATE annotations SET settled = 1 WHERE NOT settled AND keywords = '[]' AND rating IS NULL
AND NOT EXISTS (SELECT 1 FROM sidecars WHERE keywords <> '[]' OR rating IS NOT NULL)
AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.photo = annotations.photo AND t.source = 'file')
AND NOT EXISTS (SELECT 1 FROM ratings r WHERE r.photo = annotations.photo)
"""
_GONE = f"""
DELETE FROM tags WHERE photo = ? AND source = 'file'
AND label NOT {rows.LISTED}
"""
_RATE = """
INSERT INTO ratings (photo, stars) VALUES (?, ?)
ON CONFLICT (photo) DO UPDATE SET stars = excluded.stars
"""
# A label that came with a keyword goes with it, unless somebody made it their own.
_UNUSED = """
DELETE FROM labels WHERE label_set = ? AND prompts = '[]' AND description = ''
AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.label = labels.id)
AND NOT EXISTS (SELECT 1 FROM label_versions v WHERE v.label = labels.id)
"""


class AnnotationsOfPhotos:
    """The annotations of a catalog.

    What a photo's own header says is kept for each photo; sidecars are kept apart. A photo is
    settled when its tags and its rating are what all of them say together.
    """

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    @property
    def generation(self) -> int:
        """Grows with every transaction that changes a rating."""
        return self._connections.generation("ratings")

    def put(self, photo: PhotoId, written: Annotations) -> None:
        """Keep what a photo's own header says."""
        keywords = json.dumps([rows.text(keyword) for keyword in written.keywords])
        with self._connections.transaction() as db:
            db.execute(_PUT, (photo, keywords, written.rating))

    def get(self, photo: PhotoId) -> Annotations | None:
        """What a photo's own header says; None where nobody looked yet."""
        sql = "SELECT keywords, rating FROM annotations WHERE photo = ?"
        for keywords, rating in self._connections.rows(sql, (photo,)):
            return Annotations(tuple(json.loads(keywords)), rating)
        return None

    def unread(self) -> list[PhotoId]:
        """Readable photos within reach whose header nobody looked at for this."""
        return [PhotoId(row[0]) for row in self._connections.rows(_UNREAD)]

    def unsettled(self) -> list[PhotoId]:
        """Photos whose tags and ratings may be out of date."""
        if not self._connections.value("SELECT 1 FROM annotations WHERE NOT settled LIMIT 1"):
            return []
        with self._connections.transaction() as db:
            db.execute(_NOTHING)
        sql = "SELECT photo FROM annotations WHERE NOT settled ORDER BY photo"
        return [PhotoId(row[0]) for row in self._connections.rows(sql)]

    def settle(self, photo: PhotoId, labels: Iterable[LabelId], rating: int | None) -> None:
        """Make a photo's tags from files, and its rating, what they are now.

        What a person said of a label stays.
        """
        ids = list(labels)
        found = [Tag(photo, label, TagState.ACCEPTED, TagSource.FILE) for label in ids]
        with self._connections.transaction() as db:
            db.execute(_GONE, (photo, rows.id_list(ids)))
            tags.put(self._connections, found)
            if rating is None:
                db.execute("DELETE FROM ratings WHERE photo = ?", (photo,))
            else:
                db.execute(_RATE, (photo, rating))
            db.execute("UPDATE annotations SET settled = 1 WHERE photo = ?", (photo,))

    def rating(self, photo: PhotoId) -> int | None:
        """0 to 5 stars, -1 for rejected, None where nothing says it."""
        sql = "SELECT stars FROM ratings WHERE photo = ?"
        stars = self._connections.value(sql, (photo,))
        return None if stars is None else int(stars)

    def drop_unused_labels(self) -> None:
        """Forget labels that came with keywords which are on no photo any more."""
        with self._connections.transaction() as db:
            db.execute(_UNUSED, (KEYWORDS,))
