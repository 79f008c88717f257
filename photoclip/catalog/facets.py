"""What occurs in a library, for people to choose from."""

from __future__ import annotations

from dataclasses import dataclass, field

from photoclip.catalog.connections import Connections

_SEEN = "EXISTS (SELECT 1 FROM files f WHERE f.photo = p.id)"
# More names than this nobody reads; the rest can be typed.
_MOST = 40

# By name, how many photos.
Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Facets:
    """cameras, lenses, formats: the most frequent first. months: "2023-06", newest first.

    isos, rated, positioned: whether any photo tells its sensitivity, has a rating, or tells where
    it was taken.
    """

    cameras: Counts = field(default_factory=dict)
    lenses: Counts = field(default_factory=dict)
    formats: Counts = field(default_factory=dict)
    months: Counts = field(default_factory=dict)
    isos: bool = False
    rated: bool = False
    positioned: bool = False


def facets(connections: Connections) -> Facets:
    """What the photos that have files tell. Reads all of them: on a worker."""
    with connections.snapshot():
        return Facets(
            _names(connections, "camera"),
            _names(connections, "lens"),
            _names(connections, "format"),
            _months(connections),
            _any(connections, "photos WHERE iso IS NOT NULL"),
            _any(connections, "ratings"),
            _any(connections, "photos WHERE latitude IS NOT NULL AND longitude IS NOT NULL"),
        )


def _any(connections: Connections, rows: str) -> bool:
    return bool(connections.rows(f"SELECT 1 FROM {rows} LIMIT 1"))


def _names(connections: Connections, column: str) -> Counts:
    found = connections.rows(
        f"SELECT {column}, count(*) FROM photos p WHERE {column} != '' AND {_SEEN}"
        f" GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT {_MOST}"
    )
    return dict(found)


def _months(connections: Connections) -> Counts:
    found = connections.rows(
        "SELECT substr(taken_at, 1, 7) AS month, count(*) FROM photos p"
        f" WHERE taken_at IS NOT NULL AND {_SEEN} GROUP BY month ORDER BY month DESC"
    )
    return dict(found)
