"""What is said of a photo holds on when another program writes into its file."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from photoclip.domain import Label, LabelId, PhotoId, Tag, TagSource, TagState

from .conftest import Desk, picture


def there(desk: Desk, name: str) -> PhotoId:
    file = desk.catalog.files.by_path(desk.folder / name)
    assert file is not None
    assert file.photo is not None
    return file.photo


def red() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (32, 24), "red").save(stream, "JPEG")
    return stream.getvalue()


@pytest.mark.parametrize(("content", "kept"), [(picture(1) + b"a keyword", True), (red(), False)])
def test_without_a_date_the_picture_tells_whether_it_is_the_same(
    desk: Desk, content: bytes, kept: bool
) -> None:
    desk.write("a.jpg", 1)
    desk.write("b.jpg", 3)
    desk.index()
    before, catalog = there(desk, "a.jpg"), desk.catalog
    said = {
        "dog": (TagState.ACCEPTED, TagSource.PERSON),
        "cat": (TagState.REJECTED, TagSource.PERSON),
        "sea": (TagState.ACCEPTED, TagSource.AUTO),
        "key": (TagState.ACCEPTED, TagSource.FILE),
    }
    for name, (state, source) in said.items():
        label = catalog.labels.add(Label(LabelId(0), name))
        assert label is not None
        catalog.tags.put([Tag(before, label.id, state, source)])
    album = catalog.albums.add("Summer")
    assert album is not None
    catalog.albums.add_photos(album.id, [before, there(desk, "b.jpg")])
    desk.write_bytes("a.jpg", content)
    assert desk.index().changed == 1
    after = there(desk, "a.jpg")
    assert after != before
    names = {label.id: label.name for label in catalog.labels.all()}
    found = {names[tag.label]: (tag.state, tag.source) for tag in catalog.tags.of_photo(after)}
    assert found == ({name: said[name] for name in ("dog", "cat", "sea")} if kept else {})
    assert (after in catalog.albums.photos(album.id)) == kept
