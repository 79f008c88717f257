"""Finds photos by their metadata, in SQL."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import singledispatch

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog import rows, scopes
from photoclip.catalog.connections import Connections
from photoclip.catalog.criteria import (
    Bytes,
    Camera,
    Criterion,
    Duplicate,
    Everything,
    Filter,
    Format,
    Has,
    InFolder,
    Iso,
    Known,
    Lens,
    Near,
    OneOf,
    Oriented,
    Pixels,
    Rating,
    Shape,
    Sides,
    Span,
    Taken,
)
from photoclip.domain import PhotoId, PhotoIds

_KNOWN = {
    Known.GPS: "p.latitude IS NOT NULL AND p.longitude IS NOT NULL",
    Known.DATE: "p.taken_at IS NOT NULL",
    Known.CAMERA: "p.camera != ''",
    Known.LENS: "p.lens != ''",
}
_SHAPES = {
    Shape.LANDSCAPE: "p.width > p.height AND p.height > 0",
    Shape.PORTRAIT: "p.width < p.height AND p.width > 0",
    Shape.SQUARE: "p.width = p.height AND p.width > 0",
}
_EARTH_KM = 6371.0
_KM_A_DEGREE = 111.0

# (n,)
_Floats = NDArray[np.float64]
# A condition in SQL and its values.
_Sql = tuple[str, tuple[object, ...]]


def matching(connections: Connections, filters: Sequence[Filter]) -> PhotoIds:
    """Photos that pass all filters, visible or not. (n,) int64, ascending."""
    with connections.snapshot():
        parts = [_filter(connections, one) for one in filters]
        where = " AND ".join(sql for sql, _ in parts) or "1"
        values = [value for _, some in parts for value in some]
        # One text is a third of what 100,000 rows cost.
        sql = f"SELECT group_concat(p.id) FROM photos p WHERE {where}"
        found = connections.value(sql, values)
    if not found:
        return np.empty(0, np.int64)
    return np.sort(np.fromstring(found, np.int64, sep=","))


def _filter(connections: Connections, wanted: Filter) -> _Sql:
    parts = [_condition(_looked_up(connections, one)) for one in wanted.any_of]
    sql = " OR ".join(f"({sql})" for sql, _ in parts) or "0"
    # What is unknown is NULL in SQL, and so would be its opposite.
    sql = f"NOT coalesce(({sql}), 0)" if wanted.excluded else f"({sql})"
    return sql, tuple(value for _, some in parts for value in some)


class _Named:
    """A column that holds one of these names."""

    def __init__(self, column: str, names: Iterable[str]) -> None:
        self.column = column
        self.names = json.dumps(list(names))


def _looked_up(connections: Connections, criterion: Criterion) -> Criterion | _Named:
    """A criterion that is for Python to decide, as what it comes to."""
    match criterion:
        case Camera(words):
            return _Named("camera", _names(connections, "camera", words))
        case Lens(words):
            return _Named("lens", _names(connections, "lens", words))
        case Near():
            return OneOf(_near(connections, criterion))
    return criterion


def _names(connections: Connections, column: str, words: str) -> list[str]:
    # There are few of them, and SQLite knows the case of English letters only.
    found = connections.rows(f"SELECT DISTINCT {column} FROM photos WHERE {column} != ''")
    wanted = words.casefold().split()
    return [name for (name,) in found if all(word in name.casefold() for word in wanted)]


def _near(connections: Connections, near: Near) -> tuple[PhotoId, ...]:
    """Photos within the circle, of those in the box around it."""
    height = near.kilometres / _KM_A_DEGREE
    sql = "SELECT id, latitude, longitude FROM photos WHERE latitude BETWEEN ? AND ?"
    box = (near.latitude - height, near.latitude + height)
    found = np.array(connections.rows(sql, box), np.float64).reshape(-1, 3)
    found = found[~np.isnan(found).any(axis=1)]
    within = _distances(near, found[:, 1], found[:, 2]) <= near.kilometres
    return tuple(PhotoId(int(number)) for number in found[within, 0].tolist())


def _distances(near: Near, latitudes: _Floats, longitudes: _Floats) -> _Floats:
    """Kilometres on the sphere (haversine)."""
    there, here = np.radians(latitudes), math.radians(near.latitude)
    across = np.radians(longitudes - near.longitude)
    chord = np.sin((there - here) / 2) ** 2
    chord = chord + math.cos(here) * np.cos(there) * np.sin(across / 2) ** 2
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1))))


@singledispatch
def _condition(criterion: object) -> _Sql:
    raise TypeError(f"no criterion: {criterion!r}")


@_condition.register
def _(named: _Named) -> _Sql:
    return f"p.{named.column} {rows.LISTED}", (named.names,)


@_condition.register
def _(one: OneOf) -> _Sql:
    return f"p.id {rows.LISTED}", (rows.id_list(one.photos),)


@_condition.register
def _(_: Everything) -> _Sql:
    return "1", ()


@_condition.register
def _(taken: Taken) -> _Sql:
    parts = ["p.taken_at IS NOT NULL"]
    values = []
    if taken.first is not None:
        parts.append("p.taken_at >= ?")
        values.append(taken.first.isoformat())
    if taken.last is not None and taken.last < date.max:
        parts.append("p.taken_at < ?")
        values.append((taken.last + timedelta(days=1)).isoformat())
    return " AND ".join(parts), tuple(values)


@_condition.register
def _(iso: Iso) -> _Sql:
    return _within("p.iso", iso.span)


@_condition.register
def _(rating: Rating) -> _Sql:
    sql, values = _within("r.stars", rating.span)
    return f"p.id IN (SELECT r.photo FROM ratings r WHERE {sql})", values


@_condition.register
def _(size: Bytes) -> _Sql:
    return _within("p.size", size.span)


@_condition.register
def _(pixels: Pixels) -> _Sql:
    return _within("nullif(p.width * p.height, 0)", pixels.span)


@_condition.register
def _(sides: Sides) -> _Sql:
    longer, some = _within("nullif(max(p.width, p.height), 0)", sides.longer)
    shorter, others = _within("nullif(min(p.width, p.height), 0)", sides.shorter)
    return f"{longer} AND {shorter}", (*some, *others)


@_condition.register
def _(oriented: Oriented) -> _Sql:
    return _SHAPES[oriented.shape], ()


@_condition.register
def _(has: Has) -> _Sql:
    return _KNOWN[has.what], ()


@_condition.register
def _(wanted: Format) -> _Sql:
    sql, values = f"p.format {rows.LISTED}", [json.dumps(wanted.names)]
    for suffix in wanted.suffixes:
        there = f"lower(substr(CAST(f.path AS TEXT), -{len(suffix)})) = ?"
        sql += f" OR p.id IN (SELECT f.photo FROM files f WHERE {there})"
        values.append(suffix)
    return sql, tuple(values)


@_condition.register
def _(_: Duplicate) -> _Sql:
    often = "SELECT photo FROM files WHERE photo IS NOT NULL GROUP BY photo HAVING count(*) > 1"
    return f"p.id IN ({often})", ()


@_condition.register
def _(inside: InFolder) -> _Sql:
    there, values = scopes.condition(inside.scope)
    return f"p.id IN (SELECT f.photo FROM files f WHERE {there})", values


def _within(column: str, span: Span) -> _Sql:
    if span.is_open:
        return f"{column} IS NOT NULL", ()
    ends = ((">=", span.low), ("<=", span.high))
    parts = [(f"{column} {sign} ?", value) for sign, value in ends if value is not None]
    return " AND ".join(sql for sql, _ in parts), tuple(value for _, value in parts)
