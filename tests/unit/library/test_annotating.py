"""What other programs write about photos becomes tags and ratings, and goes with them."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from photoclip.domain import (
    KEYWORDS,
    Label,
    LabelId,
    PhotoId,
    Tag,
    TagSource,
    TagState,
)
from photoclip.images.xmp.editing import edit, new
from photoclip.images.xmp.entries import Entry

from .conftest import Desk, picture


def xmp(
    *subjects: str, paths: Sequence[str] = (), rating: int | None = None, more: str = ""
) -> str:
    """A sidecar as other programs write it."""
    flat, whole = ("".join(f"<rdf:li>{one}</rdf:li>" for one in some) for some in (subjects, paths))
    stars = f' xmp:Rating="{rating}"' if rating is not None else ""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        f'xmlns:lr="http://ns.adobe.com/lightroom/1.0/"{stars}{more}>'
        f"<dc:subject><rdf:Bag>{flat}</rdf:Bag></dc:subject>"
        f"<lr:hierarchicalSubject><rdf:Bag>{whole}</rdf:Bag></lr:hierarchicalSubject>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )


def with_keywords(seed: int, packet: str) -> bytes:
    stream = io.BytesIO()
    with Image.open(io.BytesIO(picture(seed))) as image:
        image.save(stream, "JPEG", xmp=packet.encode())
    return stream.getvalue()


def tags(desk: Desk, name: str) -> dict[str, tuple[TagState, TagSource]]:
    photo = desk.photo_at(name)
    assert photo is not None
    labels = {label.id: label.name for label in desk.catalog.labels.all()}
    return {labels[t.label]: (t.state, t.source) for t in desk.catalog.tags.of_photo(photo)}


def rating(desk: Desk, name: str) -> int | None:
    photo = desk.photo_at(name)
    assert photo is not None
    return desk.catalog.annotations.rating(photo)


FROM_FILE = (TagState.ACCEPTED, TagSource.FILE)


def write(desk: Desk, name: str, text: str | bytes) -> Path:
    return desk.write_bytes(name, text if isinstance(text, bytes) else text.encode())


def test_headers_and_sidecars_of_both_names_become_tags_and_ratings(desk: Desk) -> None:
    write(desk, "a.jpg", with_keywords(1, xmp("sunset", "dog", paths=["animals|dog"], rating=3)))
    desk.write("b/b.jpg", 2)
    write(desk, "b/b.jpg.xmp", xmp("beach", rating=5))
    desk.write("c.jpg", 3)
    write(desk, "c.xmp", xmp("Beach"))
    write(desk, "d.jpg", with_keywords(4, xmp("embedded", rating=1)))
    write(desk, "d.xmp", xmp("sidecar", rating=4))
    write(desk, "nobody.xmp", xmp("lost"))
    desk.index()
    assert tags(desk, "a.jpg") == {"animals/dog": FROM_FILE, "sunset": FROM_FILE}
    # One label, called as it was met first.
    assert tags(desk, "b/b.jpg") == tags(desk, "c.jpg")
    assert {name.lower(): tag for name, tag in tags(desk, "c.jpg").items()} == {"beach": FROM_FILE}
    assert tags(desk, "d.jpg") == {"embedded": FROM_FILE, "sidecar": FROM_FILE}
    assert [rating(desk, name) for name in ("a.jpg", "b/b.jpg", "c.jpg", "d.jpg")] == [
        3,
        5,
        None,
        4,
    ]
    assert {label.set for label in desk.catalog.labels.all()} == {KEYWORDS}


def test_sidecars_that_come_change_and_go_are_noticed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("a.jpg", 1)
    desk.index()
    write(desk, "a.jpg.xmp", xmp("one", "both"))
    assert desk.index().unchanged == 1
    assert set(tags(desk, "a.jpg")) == {"one", "both"}
    path = write(desk, "a.jpg.xmp", xmp("two", "both", rating=2))
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"two", "both"}
    # What is unchanged is not read.
    with monkeypatch.context() as patch:
        patch.setattr("photoclip.library.annotating.read_sidecar", None)
        patch.setattr("photoclip.library.annotating.annotations_of", None)
        desk.index()
    path.unlink()
    desk.index()
    assert tags(desk, "a.jpg") == {}
    assert rating(desk, "a.jpg") is None
    assert desk.catalog.labels.all() == []


def test_a_moved_photo_takes_what_its_new_place_says(desk: Desk) -> None:
    photo = desk.write("a.jpg", 1)
    write(desk, "a.xmp", xmp("here"))
    write(desk, "b/b.xmp", xmp("there"))
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"here"}
    photo.rename(desk.folder / "b" / "b.jpg")
    desk.index()
    assert set(tags(desk, "b/b.jpg")) == {"there"}


def test_a_person_has_the_last_word_and_own_labels_stay(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    sidecar = write(desk, "a.xmp", xmp("Dog", "cat", "own"))
    own = desk.catalog.labels.add(Label(LabelId(0), "own", prompts=("mine",)))
    dog = desk.catalog.labels.add(Label(LabelId(0), "dog", set=KEYWORDS))
    assert own is not None and dog is not None
    desk.index()
    photo = desk.photo_at("a.jpg")
    assert photo is not None
    desk.catalog.tags.put([Tag(photo, dog.id, TagState.REJECTED, TagSource.PERSON)])
    write(desk, "a.xmp", xmp("dog", "cat", "own", "new"))
    desk.index()
    assert tags(desk, "a.jpg")["dog"] == (TagState.REJECTED, TagSource.PERSON)
    sidecar.unlink()
    desk.index()
    assert tags(desk, "a.jpg") == {"dog": (TagState.REJECTED, TagSource.PERSON)}
    assert {label.name for label in desk.catalog.labels.all()} == {"dog", "own"}


def test_what_photoclip_wrote_is_not_read_back(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    packet = new("photoclip")
    edit(packet, [Entry("animals/dog", source="auto")])
    data = packet.to_bytes()
    write(desk, "a.jpg.xmp", data)
    desk.index()
    assert tags(desk, "a.jpg") == {}
    assert desk.catalog.sidecars.written() == {desk.folder / "a.jpg.xmp"}
    write(desk, "a.jpg.xmp", data.replace(b"<rdf:li>dog<", b"<rdf:li>cat</rdf:li><rdf:li>dog<", 1))
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"cat"}


def test_a_sidecar_that_a_pair_shares_is_for_the_raw_file(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    # Not decoded, but a photo by its name.
    write(desk, "a.dng", with_keywords(2, xmp()))
    write(desk, "a.xmp", xmp("raw"))
    desk.index()
    assert tags(desk, "a.jpg") == {}
    assert set(tags(desk, "a.dng")) == {"raw"}
    write(desk, "a.xmp", xmp("said", more=' photoshop:SidecarForExtension="JPG"'))
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"said"}
    assert tags(desk, "a.dng") == {}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        xmp("x").encode()[:-30],
        b"\xff\xfe\x00",
        b'<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>',
        b"<a/>",
    ],
)
def test_a_broken_sidecar_is_a_reason_not_a_crash(desk: Desk, data: bytes) -> None:
    desk.write("a.jpg", 1)
    path = write(desk, "a.jpg.xmp", data)
    desk.index()
    assert tags(desk, "a.jpg") == {}
    (problem,) = desk.catalog.sidecars.problems()
    assert problem.path == path and problem.reason
    write(desk, "a.jpg.xmp", xmp("mended"))
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"mended"}
    assert desk.catalog.sidecars.problems() == []


def test_photos_that_were_indexed_before_are_looked_at_once(desk: Desk) -> None:
    write(desk, "a.jpg", with_keywords(1, xmp("old")))
    write(desk, "gone.jpg", with_keywords(2, xmp("gone")))
    desk.index()
    with desk.catalog.transaction() as db:
        db.execute("DELETE FROM annotations")
        db.execute("DELETE FROM tags")
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"old"}
    assert desk.catalog.annotations.unread() == []


def test_a_run_that_was_killed_in_between_is_made_up_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk, "a.jpg", with_keywords(1, xmp("x")))
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):

        def killed(*_: object) -> None:
            raise KeyboardInterrupt

        patch.setattr("photoclip.library.annotating.Annotator.settle", killed)
        desk.index()
    assert tags(desk, "a.jpg") == {}
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"x"}


def test_a_long_run_does_not_keep_labels_until_its_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("a.jpg", 1)
    write(desk, "a.xmp", xmp("early"))
    monkeypatch.setattr("photoclip.library.annotating.EVERY_SECONDS", 0)
    monkeypatch.setattr("photoclip.library.annotating.Annotator.finish", lambda _: None)
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"early"}


@pytest.mark.skipif(os.name == "nt", reason="bytes in names")
def test_names_that_are_no_text(desk: Desk) -> None:
    name = os.fsdecode(b"\xff\xe9.jpg")
    desk.write(name, 1)
    write(desk, os.fsdecode(b"\xff\xe9.xmp"), xmp("odd"))
    desk.index()
    assert set(tags(desk, name)) == {"odd"}


def test_a_lost_drive_loses_no_tag(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    write(desk, "a.xmp", xmp("kept"))
    desk.index()
    photo = desk.photo_at("a.jpg")
    away = desk.base / "away"
    desk.folder.rename(away)
    desk.index()
    assert photo is not None
    assert [tag.photo for tag in desk.catalog.tags.of_photo(PhotoId(photo))] == [photo]
    away.rename(desk.folder)
    desk.index()
    assert set(tags(desk, "a.jpg")) == {"kept"}
