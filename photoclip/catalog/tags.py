"""Tags: labels on photos. What a person said is changed by that person alone.

A tag belongs to a photo, which is content: no rename, move or lost drive takes it away.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from photoclip.catalog import rows
from photoclip.catalog.connections import Connections
from photoclip.catalog.photos import VISIBLE
from photoclip.domain import LabelId, PhotoId, PhotoIds, Tag, TagSource, TagState

ACCEPTED = frozenset({TagState.ACCEPTED})
EVERY_STATE = frozenset(TagState)

_COLUMNS = "photo, label, state, source, score, version"
# A person's word stands, and what a file says stands against what photoclip thinks. What would
# change nothing is left alone, so that nobody has to look at it again.
_PUT = f"""
INSERT INTO tags ({_COLUMNS}) SELECT ?1, ?2, ?3, ?4, ?5, ?6
WHERE EXISTS (SELECT 1 FROM photos WHERE id = ?1) AND EXISTS (SELECT 1 FROM labels WHERE id = ?2)
ON CONFLICT (label, photo) DO UPDATE SET
    state = excluded.state, source = excluded.source, score = excluded.score,
    version = excluded.version, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE (excluded.source = 'person' OR source = 'auto'
    OR (source = 'file' AND excluded.source = 'file'))
AND (state, source, score, version)
    IS NOT (excluded.state, excluded.source, excluded.score, excluded.version)
"""
_UNTAGGED = f"""
SELECT p.id FROM photos p WHERE {VISIBLE}
AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.photo = p.id AND t.state = 'accepted')
ORDER BY p.id
"""
_STATES = "sum(state = 'suggested'), sum(state = 'accepted'), sum(state = 'rejected')"
_COUNTS = f"""
SELECT label, {_STATES} FROM tags WHERE photo IN (SELECT photo FROM files) GROUP BY label
"""
_COUNTS_AMONG = f"SELECT label, {_STATES} FROM tags WHERE photo {rows.LISTED} GROUP BY label"


@dataclass(frozen=True, slots=True)
class TagCounts:
    """Photos within reach of the catalog, by what is known of one label on them."""

    suggested: int = 0
    accepted: int = 0
    rejected: int = 0


class Tags:
    """The tags of a catalog, one for each label and photo at most."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    @property
    def generation(self) -> int:
        """Grows with every transaction that changes a tag."""
        return self._connections.generation("tags")

    def get(self, photo: PhotoId, label: LabelId) -> Tag | None:
        """What is known of a label on a photo, or None."""
        found = self._where("photo = ? AND label = ?", photo, label)
        return found[0] if found else None

    def of_photo(self, photo: PhotoId) -> list[Tag]:
        """All that is known of a photo, by label."""
        return self._where("photo = ? ORDER BY label", photo)

    def of_photos(
        self, photos: Iterable[PhotoId], states: Collection[TagState] = EVERY_STATE
    ) -> dict[PhotoId, list[Tag]]:
        """All that is known of these photos, by label; photos without a tag are left out."""
        condition = f"photo {rows.LISTED} AND state {rows.LISTED} ORDER BY photo, label"
        found: dict[PhotoId, list[Tag]] = {}
        for tag in self._where(condition, rows.id_list(photos), _json(states)):
            found.setdefault(tag.photo, []).append(tag)
        return found

    def among(self, label: LabelId, photos: Iterable[PhotoId]) -> list[Tag]:
        """What is known of a label on these photos."""
        return self._where(f"label = ? AND photo {rows.LISTED}", label, rows.id_list(photos))

    def of_label(self, label: LabelId, states: Collection[TagState] = EVERY_STATE) -> list[Tag]:
        """All photos of a label in these states, the highest score first."""
        return of_label(self._connections, label, states)

    def suggested(self, label: LabelId | None = None, limit: int | None = None) -> list[Tag]:
        """Suggestions for visible photos, of one label or all, the highest score first.

        At most limit of them.
        """
        values: list[object] = []
        condition = "state = 'suggested' AND photo IN (SELECT photo FROM files)"
        if label is not None:
            condition += " AND label = ?"
            values.append(label)
        values.append(-1 if limit is None else limit)
        return self._where(f"{condition} ORDER BY score DESC, photo, label LIMIT ?", *values)

    def said(self, label: LabelId, most: int) -> tuple[PhotoIds, PhotoIds]:
        """Photos that a person gave the label, and that a person refused it: (n,) and (m,) int64.

        The newest first, at most so many of each.
        """
        return (
            self._said(label, TagState.ACCEPTED, most),
            self._said(label, TagState.REJECTED, most),
        )

    def given(self, label: LabelId) -> PhotoIds:
        """Photos that a person or a file gave the label. (n,) int64, ascending."""
        sql = (
            "SELECT photo FROM tags WHERE label = ? AND state = 'accepted' AND source <> 'auto' "
            "ORDER BY photo"
        )
        return rows.photo_ids(self._connections.rows(sql, (label,)))

    def of_version(self, label: LabelId, version: int) -> PhotoIds:
        """Photos with what photoclip thinks by a version of the label. (n,) int64, ascending."""
        sql = (
            "SELECT photo FROM tags WHERE label = ? AND version = ? AND source = 'auto' "
            "ORDER BY photo"
        )
        return rows.photo_ids(self._connections.rows(sql, (label, version)))

    def photos_with(
        self, labels: Iterable[LabelId], states: Collection[TagState] = ACCEPTED
    ) -> PhotoIds:
        """Photos with any of these labels, visible or not. (n,) int64, ascending."""
        sql = f"SELECT DISTINCT photo FROM tags WHERE label {rows.LISTED} AND state {rows.LISTED}"
        found = self._connections.rows(sql, (rows.id_list(labels), _json(states)))
        return np.sort(rows.photo_ids(found))

    def untagged(self) -> PhotoIds:
        """Visible photos without any accepted label. (n,) int64, ascending."""
        return rows.photo_ids(self._connections.rows(_UNTAGGED))

    def counts(self) -> dict[LabelId, TagCounts]:
        """How many photos with a file each label has; labels without any are left out."""
        found = self._connections.rows(_COUNTS)
        return {LabelId(label): TagCounts(*counts) for label, *counts in found}

    def counts_among(self, photos: Iterable[PhotoId]) -> dict[LabelId, TagCounts]:
        """How many of these photos each label has; labels without any are left out."""
        found = self._connections.rows(_COUNTS_AMONG, (rows.id_list(photos),))
        return {LabelId(label): TagCounts(*counts) for label, *counts in found}

    def put(self, tags: Iterable[Tag]) -> int:
        """Store what is new. Gives how many tags changed.

        A tag that a person gave or refused is only changed by a person's, one from a file not by
        photoclip's own. Photos and labels that are gone meanwhile are left out.
        """
        return put(self._connections, tags)

    def replace(self, label: LabelId, tags: Sequence[Tag], lost: Iterable[PhotoId]) -> int:
        """Store what photoclip thinks of a label now, and forget what it thought of lost photos.

        What a person or a file said stays. Gives how many tags changed.
        """
        sql = f"DELETE FROM tags WHERE label = ? AND source = 'auto' AND photo {rows.LISTED}"
        with self._connections.transaction() as db:
            gone = db.execute(sql, (label, rows.id_list(lost))).rowcount
            return gone + put(self._connections, tags)

    def restore(self, label: LabelId, before: dict[PhotoId, Tag | None]) -> None:
        """Tags as they were, whoever changed them since: for undoing. None: there was none."""
        with self._connections.transaction():
            self.forget(label, before)
            put(self._connections, [tag for tag in before.values() if tag is not None])

    def forget(self, label: LabelId, photos: Iterable[PhotoId]) -> int:
        """Take back whatever was said of a label on these photos. Gives how many tags went."""
        sql = f"DELETE FROM tags WHERE label = ? AND photo {rows.LISTED}"
        with self._connections.transaction() as db:
            return db.execute(sql, (label, rows.id_list(photos))).rowcount

    def _said(self, label: LabelId, state: TagState, most: int) -> PhotoIds:
        sql = (
            "SELECT photo FROM tags WHERE label = ? AND state = ? AND source = 'person' "
            "ORDER BY changed_at DESC, photo LIMIT ?"
        )
        return rows.photo_ids(self._connections.rows(sql, (label, state.value, most)))

    def _where(self, condition: str, *values: object) -> list[Tag]:
        return _read(self._connections, condition, values)


def of_label(
    connections: Connections, label: LabelId, states: Collection[TagState] = EVERY_STATE
) -> list[Tag]:
    """As Tags.of_label()."""
    condition = f"label = ? AND state {rows.LISTED} ORDER BY score DESC, photo"
    return _read(connections, condition, (label, _json(states)))


def put(connections: Connections, tags: Iterable[Tag]) -> int:
    """As Tags.put()."""
    values = [
        (tag.photo, tag.label, tag.state.value, tag.source.value, tag.score, tag.version)
        for tag in tags
    ]
    with connections.transaction() as db:
        return max(0, db.executemany(_PUT, values).rowcount) if values else 0


def _read(connections: Connections, condition: str, values: Sequence[object]) -> list[Tag]:
    found = connections.rows(f"SELECT {_COLUMNS} FROM tags WHERE {condition}", values)
    return [_tag(row) for row in found]


def _tag(row: tuple[Any, ...]) -> Tag:
    photo, label, state, source, score, version = row
    return Tag(PhotoId(photo), LabelId(label), TagState(state), TagSource(source), score, version)


def _json(states: Collection[TagState]) -> str:
    return json.dumps(sorted(states))
