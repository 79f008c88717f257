"""What can be chosen from a library, and which times have names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import Annotations, Metadata, PhotoId, PhotoStatus
from photoclip.search.choosing import Season, choices, seasons
from photoclip.search.printing import term_text
from photoclip.search.query import FilterName


class Collections:
    """Two albums and a label."""

    def photos(self, kind: FilterName, name: str) -> Sequence[PhotoId]:
        return []

    def names(self, kind: FilterName) -> Mapping[str, int | None]:
        return {"Summer": 2, "holidays": None} if kind is FilterName.ALBUM else {"dog & cat": 1}

    def untagged(self) -> Sequence[PhotoId] | None:
        return None


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "catalog.sqlite") as made:
        yield made


def add(catalog: Catalog, folder: Path, name: str, metadata: Metadata) -> PhotoId:
    known = catalog.roots.all()
    root = known[0] if known else catalog.roots.add(folder)
    content = name.encode().ljust(32)
    photo = catalog.photos.upsert(content, 1, PhotoStatus.OK, "", metadata)
    catalog.files.put(root.id, name, photo, 1, 1)
    return photo


def described() -> Metadata:
    return Metadata(
        format="JPEG",
        taken_at=datetime(2024, 7, 3),
        camera="Canon EOS 5D",
        lens="50mm",
        iso=400,
        latitude=48.2081743,
        longitude=16.3738189,
    )


def test_every_filter_of_the_language_can_be_chosen(catalog: Catalog, tmp_path: Path) -> None:
    nowhere = add(catalog, tmp_path, "plain.jpg", Metadata())
    photo = add(catalog, tmp_path, "a.jpg", described())
    catalog.annotations.put(photo, Annotations((), 4))
    catalog.annotations.settle(photo, (), 4)
    found = choices(catalog, Collections(), date(2024, 12, 1), [nowhere, photo])
    assert set(found.terms) == set(FilterName)
    for name, terms in found.terms.items():
        assert terms, name
        assert {term.name for term in terms} == {name}
    texts = {name: [term_text(term) for term in terms] for name, terms in found.terms.items()}
    assert texts[FilterName.ALBUM] == ["album:holidays", "album:Summer"]
    assert texts[FilterName.LABEL] == ['label:"dog & cat"']
    assert texts[FilterName.NEAR][0] == "near:48.20817,16.37382,1"
    assert texts[FilterName.IS] == ["is:duplicate", "is:untagged"]
    assert found.positioned
    assert [term_text(term) for term in found.seasons.values()] == [
        "date:2024",
        "date:2024-06..2024-08",
    ]
    assert (found.taken.first, found.taken.last) == (date(2024, 7, 1), date(2024, 7, 31))


def test_nothing_is_offered_that_nothing_passes(catalog: Catalog) -> None:
    found = choices(catalog, Collections(), date(2024, 12, 1))
    for name in (FilterName.IN, FilterName.DATE, FilterName.CAMERA, FilterName.NEAR):
        assert not found.terms[name]
    assert not found.seasons
    assert not found.positioned
    assert found.taken.first is None


@pytest.mark.parametrize(
    ("today", "summer", "winter"),
    [
        ("2024-01-05", "2023-06-01", ("2022-12-01", "2023-02-28")),
        ("2024-03-01", "2023-06-01", ("2023-12-01", "2024-02-29")),
        ("2024-08-31", "2023-06-01", ("2023-12-01", "2024-02-29")),
        ("2024-09-01", "2024-06-01", ("2023-12-01", "2024-02-29")),
        ("2024-12-31", "2024-06-01", ("2023-12-01", "2024-02-29")),
    ],
)
def test_seasons_that_are_over(today: str, summer: str, winter: tuple[str, str]) -> None:
    found = seasons(date.fromisoformat(today))
    assert str(found[Season.LAST_SUMMER].first) == summer
    last = found[Season.LAST_WINTER]
    assert (str(last.first), str(last.last)) == winter
    assert all(period.first < period.last for period in found.values())
