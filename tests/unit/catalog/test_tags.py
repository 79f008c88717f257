from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from photoclip.catalog.store import Catalog
from photoclip.catalog.tags import EVERY_STATE, TagCounts
from photoclip.domain import (
    Label,
    LabelId,
    Metadata,
    PhotoId,
    PhotoStatus,
    Root,
    Tag,
    TagSource,
    TagState,
)
from tests.unit.catalog.conftest import AddPhoto

SUGGESTED, ACCEPTED, REJECTED = TagState.SUGGESTED, TagState.ACCEPTED, TagState.REJECTED
AUTO, PERSON, FILE = TagSource.AUTO, TagSource.PERSON, TagSource.FILE


@pytest.fixture
def label(catalog: Catalog) -> LabelId:
    kept = catalog.labels.add(Label(LabelId(0), "dog"))
    assert kept is not None
    return kept.id


@pytest.fixture
def photo(add_photo: AddPhoto) -> PhotoId:
    return add_photo("a")


@pytest.mark.parametrize(
    ("first", "second", "stays"),
    [
        ((PERSON, REJECTED), (AUTO, ACCEPTED), True),
        ((PERSON, ACCEPTED), (AUTO, SUGGESTED), True),
        ((PERSON, REJECTED), (FILE, ACCEPTED), True),
        ((PERSON, REJECTED), (PERSON, ACCEPTED), False),
        ((FILE, ACCEPTED), (AUTO, SUGGESTED), True),
        ((FILE, ACCEPTED), (PERSON, REJECTED), False),
        ((AUTO, ACCEPTED), (FILE, ACCEPTED), False),
        ((AUTO, SUGGESTED), (AUTO, ACCEPTED), False),
    ],
)
def test_whose_word_stands(
    catalog: Catalog,
    label: LabelId,
    photo: PhotoId,
    first: tuple[TagSource, TagState],
    second: tuple[TagSource, TagState],
    stays: bool,
) -> None:
    tags = [Tag(photo, label, state, source) for source, state in (first, second)]
    assert catalog.tags.put(tags[:1]) == 1
    assert catalog.tags.put(tags[1:]) == (0 if stays else 1)
    assert catalog.tags.get(photo, label) == tags[0 if stays else 1]


def test_what_changes_nothing_is_no_change(
    catalog: Catalog, label: LabelId, photo: PhotoId
) -> None:
    tag = Tag(photo, label, SUGGESTED, AUTO, 0.5, 1)
    catalog.tags.put([tag])
    before = catalog.tags.generation
    assert catalog.tags.put([tag, replace(tag, photo=PhotoId(999))]) == 0
    assert catalog.tags.put([replace(tag, label=LabelId(999))]) == 0
    assert catalog.tags.generation == before
    assert catalog.tags.put([]) == 0


def test_what_photoclip_thinks_is_replaced_and_nothing_else(
    catalog: Catalog, label: LabelId, add_photo: AddPhoto
) -> None:
    a, b, c, d, e = (add_photo(name) for name in "abcde")
    said = Tag(a, label, REJECTED, PERSON)
    read = Tag(b, label, ACCEPTED, FILE)
    old = [Tag(one, label, SUGGESTED, AUTO, 0.1) for one in (c, d)]
    catalog.tags.put([said, read, *old])
    new = [Tag(one, label, SUGGESTED, AUTO, 0.2) for one in (a, b, d, e)]
    assert catalog.tags.replace(label, new, [a, b, c]) == 3
    assert catalog.tags.of_label(label) == [new[2], new[3], said, read]
    assert catalog.tags.replace(label, [], [a, e]) == 1
    assert catalog.tags.of_label(label, {SUGGESTED}) == [new[2]]


def test_an_undo_restores_what_was_before(
    catalog: Catalog, label: LabelId, add_photo: AddPhoto
) -> None:
    a, b = add_photo("a"), add_photo("b")
    thought = Tag(a, label, SUGGESTED, AUTO, 0.5, 2)
    catalog.tags.put([thought])
    before = {one: catalog.tags.get(one, label) for one in (a, b)}
    catalog.tags.put([Tag(one, label, ACCEPTED, PERSON) for one in (a, b)])
    catalog.tags.restore(label, before)
    assert catalog.tags.of_label(label) == [thought]
    assert catalog.tags.forget(label, [a, b]) == 1
    assert catalog.tags.of_label(label) == []


def test_tags_are_found_by_photo_and_label(
    catalog: Catalog, label: LabelId, add_photo: AddPhoto, root: Root
) -> None:
    a, b, gone = add_photo("a", root), add_photo("b", root), add_photo("gone")
    add_photo("broken", root, status=PhotoStatus.UNREADABLE, reason="cut short")
    catalog.tags.put(
        [
            Tag(a, label, SUGGESTED, AUTO, 0.5),
            Tag(b, label, ACCEPTED, PERSON),
            Tag(gone, label, ACCEPTED, AUTO, 0.9),
        ]
    )
    assert catalog.tags.photos_with([label]).tolist() == [b, gone]
    assert catalog.tags.photos_with([label], EVERY_STATE).tolist() == [a, b, gone]
    assert catalog.tags.photos_with([]).tolist() == []
    assert catalog.tags.untagged().tolist() == [a]
    assert catalog.tags.counts() == {label: TagCounts(1, 1, 0)}
    assert list(catalog.tags.of_photos([a, b, gone], {ACCEPTED})) == [b, gone]


def test_what_a_person_said_comes_newest_first(
    catalog: Catalog, label: LabelId, add_photo: AddPhoto
) -> None:
    a, b, c, d = (add_photo(name) for name in "abcd")
    catalog.tags.put([Tag(a, label, ACCEPTED, AUTO), Tag(d, label, ACCEPTED, FILE)])
    catalog.tags.put([Tag(b, label, REJECTED, PERSON), Tag(c, label, ACCEPTED, PERSON)])
    accepted, rejected = catalog.tags.said(label, 10)
    assert (accepted.tolist(), rejected.tolist()) == ([c], [b])
    assert [len(some) for some in catalog.tags.said(label, 0)] == [0, 0]


def test_a_lost_file_loses_no_tag(
    catalog: Catalog, label: LabelId, add_photo: AddPhoto, root: Root
) -> None:
    photo = add_photo("a", root)
    catalog.tags.put([Tag(photo, label, ACCEPTED, PERSON)])
    catalog.roots.remove(root.id)
    assert add_photo("a") == photo
    assert catalog.tags.photos_with([label]).tolist() == [photo]


def test_labels_are_counted_among_some_photos(
    catalog: Catalog, label: LabelId, add_photo: AddPhoto
) -> None:
    photos = [add_photo(name) for name in "abc"]
    other = catalog.labels.add(Label(LabelId(0), "cat"))
    assert other is not None
    catalog.tags.put(
        [
            Tag(photos[0], label, ACCEPTED, PERSON),
            Tag(photos[1], label, SUGGESTED, AUTO, 1.0, 1),
            Tag(photos[2], other.id, REJECTED, PERSON),
        ]
    )
    assert catalog.tags.counts_among(photos[:2]) == {label: TagCounts(1, 1, 0)}
    assert catalog.tags.counts_among([]) == {}
    assert catalog.labels.many([label, LabelId(99)]).keys() == {label}


NOON = datetime(2023, 6, 1, 12, 0, 0)


@pytest.mark.parametrize(
    ("taken", "taken_now", "kept"),
    [(NOON, NOON, True), (NOON, datetime(2024, 6, 1), False), (None, None, False)],
)
def test_an_edited_file_keeps_what_a_person_said(
    catalog: Catalog,
    label: LabelId,
    add_photo: AddPhoto,
    root: Root,
    taken: datetime | None,
    taken_now: datetime | None,
    kept: bool,
) -> None:
    before = add_photo("a", root, metadata=Metadata(taken_at=taken))
    other, album = catalog.labels.add(Label(LabelId(0), "cat")), catalog.albums.add("Summer")
    assert other is not None
    assert album is not None
    catalog.albums.add_photos(album.id, [before])
    said = Tag(before, label, REJECTED, PERSON, 0.5, 2)
    catalog.tags.put([said, Tag(before, other.id, SUGGESTED, AUTO)])
    after = add_photo("edited", metadata=Metadata(taken_at=taken_now))
    catalog.files.put(root.id, "a", after, 9, 2)
    assert catalog.tags.of_photo(after) == ([replace(said, photo=after)] if kept else [])
    assert (after in catalog.albums.photos(album.id)) == kept
    assert len(catalog.tags.of_photo(before)) == 2
