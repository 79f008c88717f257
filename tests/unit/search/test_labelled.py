"""Labels in queries: what was accepted counts, with what lies below."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    Label,
    LabelId,
    Metadata,
    PhotoId,
    PhotoStatus,
    Tag,
    TagSource,
    TagState,
)
from photoclip.errors import QueryError
from photoclip.search.labelled import LabelsOfQueries
from photoclip.search.query import FilterName

LABEL = FilterName.LABEL


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "catalog.sqlite") as catalog:
        yield catalog


@pytest.fixture
def photos(catalog: Catalog, tmp_path: Path) -> list[PhotoId]:
    root = catalog.roots.add(tmp_path)
    made = []
    for name in "abc":
        digest = hashlib.sha256(name.encode()).digest()
        photo = catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata())
        catalog.files.put(root.id, name, photo, 1, 1)
        made.append(photo)
    return made


def tag(catalog: Catalog, name: str, photo: PhotoId, state: TagState = TagState.ACCEPTED) -> None:
    label = catalog.labels.named(name) or catalog.labels.add(Label(LabelId(0), name))
    assert label is not None
    catalog.tags.put([Tag(photo, label.id, state, TagSource.PERSON)])


def test_a_label_finds_those_below_it_and_no_suggestions(
    catalog: Catalog, photos: list[PhotoId]
) -> None:
    labels = LabelsOfQueries(catalog)
    a, b, c = photos
    assert labels.untagged() == photos
    tag(catalog, "animals", a)
    tag(catalog, "animals/dog", b)
    tag(catalog, "animals/cat", c, TagState.SUGGESTED)
    assert labels.photos(LABEL, "Animals") == [a, b]
    assert labels.photos(LABEL, "DOG") == [b]
    assert labels.photos(LABEL, "animals/cat") == []
    assert labels.untagged() == [c]


def test_names_are_counted_as_they_are_now(catalog: Catalog, photos: list[PhotoId]) -> None:
    labels = LabelsOfQueries(catalog)
    assert labels.names(LABEL) == {}
    tag(catalog, "dog", photos[0])
    assert labels.names(LABEL) == {"dog": 1}
    assert labels.names(LABEL) is labels.names(LABEL)
    tag(catalog, "dog", photos[0], TagState.REJECTED)
    assert labels.names(LABEL) == {"dog": 0}


def test_a_label_that_there_is_not_says_which_there_are(
    catalog: Catalog, photos: list[PhotoId]
) -> None:
    labels = LabelsOfQueries(catalog)
    with pytest.raises(QueryError, match="no labels yet"):
        labels.photos(LABEL, "dog")
    tag(catalog, "dog", photos[0])
    with pytest.raises(QueryError) as raised:
        labels.photos(LABEL, "dgo")
    assert raised.value.hint == "Did you mean dog?"
