"""Filters by metadata, each against photos that pass, that do not, and that tell nothing."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

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
from photoclip.catalog.store import Catalog
from photoclip.domain import FolderScope, Metadata, PhotoId, PhotoStatus, Root

NOTHING_KNOWN = "unknown"
PHOTOS = {
    "vienna": Metadata(
        format="JPEG",
        width=4000,
        height=3000,
        taken_at=datetime(2023, 6, 30, 23, 59, 59),
        camera="Canon EOS 5D",
        lens="EF 50mm f/1.8",
        iso=100,
        latitude=48.2082,
        longitude=16.3738,
    ),
    "fiji": Metadata(
        format="HEIF",
        width=3000,
        height=4000,
        taken_at=datetime(2023, 7, 1, 0, 0, 0),
        camera="ÖSTLICHE Werke",
        iso=3200,
        latitude=-17.8,
        longitude=179.99,
    ),
    "square": Metadata(
        format="RAW", width=2000, height=2000, taken_at=datetime(2020, 2, 29, 12), camera="NIKON"
    ),
    NOTHING_KNOWN: Metadata(),
}


@pytest.fixture
def ids(catalog: Catalog, root: Root) -> dict[str, PhotoId]:
    found = {}
    for number, (name, metadata) in enumerate(PHOTOS.items()):
        size = 1000 * number
        digest = bytes([number]) * 32
        found[name] = catalog.photos.upsert(digest, size, PhotoStatus.OK, "", metadata)
        catalog.files.put(root.id, f"trip/{name}.jpg", found[name], size, 1)
    catalog.files.put(root.id, "copies/vienna.CR2", found["vienna"], 0, 1)
    catalog.annotations.settle(found["vienna"], [], 4)
    catalog.annotations.settle(found["fiji"], [], -1)
    # A file that could not be read has no photo, which is NULL to SQL.
    catalog.files.put(root.id, "trip/broken.jpg", None, 1, 1, "cannot be read")
    return found


def names(catalog: Catalog, ids: dict[str, PhotoId], *filters: Filter) -> set[str]:
    found = catalog.photos.matching(filters).tolist()
    assert found == sorted(set(found))
    return {name for name, photo in ids.items() if photo in found}


CASES: list[tuple[Criterion, set[str]]] = [
    (Taken(date(2023, 6, 1), date(2023, 6, 30)), {"vienna"}),
    (Taken(date(2023, 7, 1), None), {"fiji"}),
    (Taken(None, date(2023, 6, 30)), {"vienna", "square"}),
    (Taken(None, date.max), {"vienna", "fiji", "square"}),
    (Camera("eos canon"), {"vienna"}),
    (Camera("östliche"), {"fiji"}),
    (Camera("%"), set()),
    (Lens("50MM"), {"vienna"}),
    (Iso(Span(100, 3199)), {"vienna"}),
    (Iso(Span(None, 2**62)), {"vienna", "fiji"}),
    (Iso(Span()), {"vienna", "fiji"}),
    (Rating(Span(4, 4)), {"vienna"}),
    (Rating(Span(3, 5)), {"vienna"}),
    (Rating(Span(-1, -1)), {"fiji"}),
    (Rating(Span(0, 5)), {"vienna"}),
    (Bytes(Span(1000, 2000)), {"fiji", "square"}),
    (Pixels(Span(12_000_000, None)), {"vienna", "fiji"}),
    (Pixels(Span(None, 5_000_000)), {"square"}),
    (Sides(Span(2000, 2000), Span(2000, 2000)), {"square"}),
    (Sides(Span(None, 4000)), {"vienna", "fiji", "square"}),
    (Oriented(Shape.LANDSCAPE), {"vienna"}),
    (Oriented(Shape.PORTRAIT), {"fiji"}),
    (Oriented(Shape.SQUARE), {"square"}),
    (Format(("HEIF", "RAW")), {"fiji", "square"}),
    (Format(suffixes=(".cr2",)), {"vienna"}),
    (Has(Known.GPS), {"vienna", "fiji"}),
    (Has(Known.DATE), {"vienna", "fiji", "square"}),
    (Has(Known.CAMERA), {"vienna", "fiji", "square"}),
    (Has(Known.LENS), {"vienna"}),
    (Near(48.2, 16.37, 2), {"vienna"}),
    (Near(48.2, 16.37, 0.1), set()),
    # Over the date line, where longitudes begin anew.
    (Near(-17.8, -179.99, 5), {"fiji"}),
    (Near(90, 0, 30_000), {"vienna", "fiji"}),
    (Duplicate(), {"vienna"}),
    (OneOf(()), set()),
    (Everything(), set(PHOTOS)),
]


@pytest.mark.parametrize(
    ("criterion", "expected"), CASES, ids=lambda value: re.sub(r"\W+", " ", repr(value))[:40]
)
def test_a_criterion_and_its_opposite(
    catalog: Catalog, ids: dict[str, PhotoId], criterion: Criterion, expected: set[str]
) -> None:
    assert names(catalog, ids, Filter((criterion,))) == expected
    # Nothing is excluded for what it does not tell.
    assert names(catalog, ids, Filter((criterion,), excluded=True)) == set(PHOTOS) - expected


def test_filters_hold_together_and_their_criteria_one_by_one(
    catalog: Catalog, root: Root, ids: dict[str, PhotoId]
) -> None:
    trip, copies = (InFolder(FolderScope(root.id, name)) for name in ("trip", "copies"))
    assert names(catalog, ids, Filter((copies,))) == {"vienna"}
    assert names(catalog, ids, Filter((trip, copies))) == set(PHOTOS)
    assert names(catalog, ids, Filter((trip,)), Filter((copies,), True)) == set(PHOTOS) - {"vienna"}
    summer = Filter((Taken(date(2023, 6, 1), date(2023, 8, 31)),))
    assert names(catalog, ids, summer, Filter((Camera("canon"), Camera("nikon")))) == {"vienna"}
    assert names(catalog, ids) == set(PHOTOS)


def test_many_values_are_no_trouble(catalog: Catalog, ids: dict[str, PhotoId]) -> None:
    isos = tuple(Iso(Span(number, number)) for number in range(50, 114))
    assert names(catalog, ids, *[Filter(isos)] * 32) == {"vienna"}


def test_the_filters_that_matter_go_through_indexes(catalog_file: Path, catalog: Catalog) -> None:
    with catalog.transaction() as db:
        for where in ("taken_at >= '2023'", "camera = 'x'", "latitude BETWEEN 1 AND 2"):
            [plan] = db.execute(f"EXPLAIN QUERY PLAN SELECT id FROM photos WHERE {where}")
            assert "USING" in plan[3] and "INDEX photos_by_" in plan[3]
