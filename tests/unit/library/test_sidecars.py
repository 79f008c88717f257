"""Tags go out to sidecars, and come back without a trace of others' work lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    Label,
    LabelId,
    LabelVersion,
    PhotoId,
    Preset,
    Tag,
    TagSource,
    TagState,
)
from photoclip.errors import Cancelled, FolderError
from photoclip.images.sidecar import write_sidecar
from photoclip.images.xmp.entries import held
from photoclip.images.xmp.keywords import written_in
from photoclip.images.xmp.names import HIERARCHY, SUBJECT, TAGS_LIST
from photoclip.images.xmp.packet import parse
from photoclip.images.xmp.values import all_of
from photoclip.library.sidecars import Fate, SidecarReport, Sidecars

from .conftest import Desk
from .test_annotating import write, xmp

posix = pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")


class Labelled:
    """A watched folder with two photos, and labels to put on them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.catalog = desk.catalog
        self.a, self.b = desk.write("a.jpg", 1), desk.write("sub/b.jpg", 2)
        desk.index()
        self.sidecars = Sidecars(desk.catalog)

    def label(self, name: str) -> Label:
        found = self.catalog.labels.named(name)
        found = found or self.catalog.labels.add(Label(LabelId(0), name))
        assert found is not None
        return found

    def tag(
        self, photo: Path, name: str, state: TagState = TagState.ACCEPTED, **more: object
    ) -> None:
        of = self.desk.catalog.files.by_path(photo)
        assert of is not None and of.photo is not None
        values = {"source": TagSource.PERSON, **more}
        self.catalog.tags.put([Tag(of.photo, self.label(name).id, state, **values)])  # type: ignore[arg-type]

    def photo(self, path: Path) -> PhotoId:
        found = self.catalog.files.by_path(path)
        assert found is not None and found.photo is not None
        return found.photo

    def tree(self) -> dict[str, bytes]:
        files = sorted(path for path in self.desk.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.desk.folder)): path.read_bytes() for path in files}


@pytest.fixture
def labelled(desk: Desk) -> Iterator[Labelled]:
    yield Labelled(desk)


def words(path: Path) -> list[list[str]]:
    packet = parse(path.read_bytes())
    return [list(all_of(packet, one.name)) for one in (SUBJECT, HIERARCHY, TAGS_LIST)]


def fates(report: SidecarReport) -> dict[str, str]:
    return {one.sidecar.name: str(one.fate) for one in report.changes}


def test_writes_with_provenance_once_and_undoes_all_of_it(labelled: Labelled) -> None:
    before = labelled.tree()
    dog = labelled.label("animals/dog")
    model = labelled.catalog.embeddings.find_model("small")
    assert model is not None
    labelled.catalog.labels.add_version(
        LabelVersion(dog.id, 0, ("a dog",), (), Preset.BALANCED, 0.2, "small")
    )
    labelled.tag(labelled.a, "animals/dog", source=TagSource.AUTO, score=0.25, version=1)
    labelled.tag(labelled.a, "sunset")
    labelled.tag(labelled.b, "maybe", TagState.SUGGESTED, source=TagSource.AUTO)
    labelled.tag(labelled.b, "no", TagState.REJECTED)
    planned = labelled.sidecars.write(dry_run=True)
    assert labelled.tree() == before and labelled.sidecars.written() == 0
    done = labelled.sidecars.write()
    assert planned == done
    (change,) = done.changes
    assert change.sidecar == labelled.desk.folder / "a.jpg.xmp"
    assert (change.photo, change.fate) == (labelled.a, Fate.CREATED)
    assert change.added == ("animals/dog", "sunset")
    assert words(change.sidecar)[1:] == [["animals|dog", "sunset"], ["animals/dog", "sunset"]]
    first = held(parse(change.sidecar.read_bytes()))[0].entry
    assert (first.version, first.score, first.source) == (1, 0.25, "auto")
    assert first.model == "small small"
    written = labelled.tree()
    again = labelled.sidecars.write()
    assert (again.changes, again.unchanged) == ([], 1)
    assert labelled.tree() == written
    assert labelled.sidecars.written() == 1
    assert fates(labelled.sidecars.undo(dry_run=True)) == {"a.jpg.xmp": "removed"}
    assert fates(labelled.sidecars.undo()) == {"a.jpg.xmp": "removed"}
    assert labelled.tree() == before
    assert labelled.sidecars.written() == 0
    assert labelled.sidecars.undo().changes == []


def test_rejecting_a_label_takes_it_out_at_the_next_export(labelled: Labelled) -> None:
    for name in ("one", "two"):
        labelled.tag(labelled.a, name)
    labelled.tag(labelled.b, "one")
    labelled.sidecars.write()
    labelled.tag(labelled.a, "one", TagState.REJECTED)
    labelled.tag(labelled.b, "one", TagState.REJECTED)
    report = labelled.sidecars.write()
    assert fates(report) == {"a.jpg.xmp": "changed", "b.jpg.xmp": "removed"}
    assert words(labelled.a.with_name("a.jpg.xmp")) == [["two"]] * 3


def test_what_others_wrote_before_and_since_stays(labelled: Labelled) -> None:
    theirs = xmp("sunset", "family", paths=["people|family"], rating=4)
    short = write(labelled.desk, "a.xmp", theirs)
    labelled.tag(labelled.a, "sunset")
    labelled.tag(labelled.a, "dog")
    labelled.tag(labelled.b, "dog")
    report = labelled.sidecars.write()
    assert fates(report) == {"a.xmp": "changed", "b.jpg.xmp": "created"}
    made = labelled.b.with_name("b.jpg.xmp")
    made.write_bytes(
        made.read_bytes().replace(b"<rdf:li>dog<", b"<rdf:li>x</rdf:li><rdf:li>dog<", 1)
    )
    report = labelled.sidecars.undo()
    assert fates(report) == {"a.xmp": "changed", "b.jpg.xmp": "changed"}
    assert words(short) == [["sunset", "family"], ["people|family"], []]
    assert written_in(parse(short.read_bytes())).rating == 4
    assert words(made) == [["x"], [], []]
    assert b"<photoclip:" not in made.read_bytes() + short.read_bytes()


def test_undoing_works_without_the_catalog_that_wrote(labelled: Labelled, tmp_path: Path) -> None:
    before = labelled.tree()
    labelled.tag(labelled.a, "dog")
    labelled.sidecars.write()
    with Catalog.open(tmp_path / "other" / "catalog.sqlite") as other:
        report = Sidecars(other).undo(folder=labelled.desk.folder)
    assert fates(report) == {"a.jpg.xmp": "removed"}
    assert labelled.tree() == before
    # And after the next look at the folder, without naming it.
    labelled.sidecars.write()
    with labelled.catalog.transaction() as db:
        db.execute("DELETE FROM exports")
    labelled.desk.index()
    assert labelled.sidecars.written() == 1
    labelled.sidecars.undo()
    assert labelled.tree() == before


def test_only_some_photos_and_some_labels(labelled: Labelled) -> None:
    for photo in (labelled.a, labelled.b):
        labelled.tag(photo, "one")
        labelled.tag(photo, "two")
    labelled.sidecars.write([labelled.photo(labelled.a)], [labelled.label("one").id])
    assert set(labelled.tree()) == {"a.jpg", "a.jpg.xmp", "sub/b.jpg"}
    assert words(labelled.a.with_name("a.jpg.xmp")) == [["one"]] * 3
    labelled.sidecars.write()
    labelled.sidecars.undo([labelled.photo(labelled.a)], [labelled.label("one").id])
    assert words(labelled.a.with_name("a.jpg.xmp")) == [["two"]] * 3
    assert words(labelled.b.with_name("b.jpg.xmp")) == [["one", "two"]] * 3


def test_keywords_of_others_go_along_with_ours_but_not_alone(labelled: Labelled) -> None:
    short = write(labelled.desk, "a.xmp", xmp("theirs"))
    copy = write(labelled.desk, "copy/a.jpg", labelled.a.read_bytes())
    labelled.desk.index()
    assert labelled.sidecars.write().changes == []
    labelled.tag(labelled.a, "ours")
    # A program that finds a sidecar may look no further.
    assert fates(labelled.sidecars.write()) == {"a.xmp": "changed", "a.jpg.xmp": "created"}
    assert words(copy.with_name("a.jpg.xmp")) == [["ours", "theirs"]] * 3
    assert words(short)[0] == ["theirs", "ours"]
    labelled.desk.index()
    assert labelled.sidecars.write().changes == []
    labelled.tag(labelled.a, "ours", TagState.REJECTED)
    assert fates(labelled.sidecars.write()) == {"a.xmp": "changed", "a.jpg.xmp": "removed"}
    assert words(short)[0] == ["theirs"]


@posix
def test_what_cannot_be_written_is_told_and_the_others_are(labelled: Labelled) -> None:
    broken = write(labelled.desk, "sub/c.jpg.xmp", "<x:xmpmeta")
    odd = write(labelled.desk, "d.xmp", "<a/>")
    paths = [labelled.a, labelled.desk.write("sub/c.jpg", 3), labelled.desk.write("d.jpg", 4)]
    labelled.desk.index()
    gone = labelled.desk.write("e.jpg", 5)
    labelled.desk.index()
    locked = write(labelled.desk, "sub/b.xmp", xmp("x"))
    locked.chmod(0o444)
    for path in (*paths, labelled.b, gone):
        labelled.tag(path, "dog")
    gone.unlink()
    told = labelled.sidecars.write(dry_run=True)
    report = labelled.sidecars.write()
    assert (told.changes, list(map(str, told.problems))) == (
        report.changes,
        list(map(str, report.problems)),
    )
    assert fates(report) == {"a.jpg.xmp": "created"}
    found = {str(one.path): one.finding for one in report.problems}
    assert set(found) == {str(broken), str(odd), str(gone), str(locked)}
    assert "not well-formed" in found[str(broken)]
    assert found[str(gone)] == "is not there now"
    assert found[str(locked)] == "is write-protected"
    assert (broken.read_text(), odd.read_text()) == ("<x:xmpmeta", "<a/>")


def test_a_drive_that_is_away_keeps_what_is_known_of_it(labelled: Labelled) -> None:
    before = labelled.tree()
    labelled.tag(labelled.a, "dog")
    labelled.sidecars.write()
    away = labelled.desk.base / "away"
    labelled.desk.folder.rename(away)
    for report in (labelled.sidecars.write(), labelled.sidecars.undo()):
        assert report.changes == []
        assert any("out of reach" in one.finding for one in report.problems)
    away.rename(labelled.desk.folder)
    labelled.sidecars.undo()
    assert labelled.tree() == before


def test_a_folder_that_lies_elsewhere_now_is_undone_there(labelled: Labelled) -> None:
    labelled.tag(labelled.a, "dog")
    labelled.sidecars.write()
    elsewhere = labelled.desk.base / "elsewhere"
    labelled.desk.folder.rename(elsewhere)
    labelled.catalog.roots.relocate(labelled.desk.root.id, elsewhere)
    report = labelled.sidecars.undo()
    assert (fates(report), report.problems) == ({"a.jpg.xmp": "removed"}, [])
    assert not (elsewhere / "a.jpg.xmp").exists()


def test_a_sidecar_that_somebody_deleted_is_forgotten(labelled: Labelled) -> None:
    labelled.tag(labelled.a, "dog")
    labelled.sidecars.write()
    labelled.a.with_name("a.jpg.xmp").unlink()
    report = labelled.sidecars.undo()
    assert (report.changes, report.problems, labelled.sidecars.written()) == ([], [], 0)


def test_a_folder_that_is_not_watched_any_more_is_left_alone_until_undone(
    labelled: Labelled,
) -> None:
    before = labelled.tree()
    labelled.tag(labelled.a, "dog")
    labelled.sidecars.write()
    written = labelled.tree()
    labelled.catalog.roots.remove(labelled.desk.root.id)
    labelled.sidecars.write()
    assert labelled.tree() == written
    labelled.sidecars.undo()
    assert labelled.tree() == before


def test_a_broken_sidecar_of_the_raw_file_does_not_keep_the_jpeg_from_its_own(
    labelled: Labelled,
) -> None:
    write(labelled.desk, "a.dng", b"raw")
    write(labelled.desk, "a.xmp", "<broken")
    labelled.tag(labelled.a, "dog")
    assert fates(labelled.sidecars.write()) == {"a.jpg.xmp": "created"}
    with pytest.raises(FolderError, match="is not a folder"):
        labelled.sidecars.undo(folder=labelled.a)


def test_a_raw_file_and_its_jpeg_do_not_share_tags(labelled: Labelled) -> None:
    raw = write(labelled.desk, "a.dng", labelled.desk.write("x.jpg", 9).read_bytes())
    write(labelled.desk, "a.xmp", xmp("raw"))
    labelled.desk.index()
    labelled.tag(labelled.a, "jpeg")
    labelled.tag(raw, "both")
    report = labelled.sidecars.write()
    assert fates(report)["a.jpg.xmp"] == "created"
    assert words(labelled.a.with_name("a.xmp"))[0] == ["raw", "both"]
    assert words(labelled.a.with_name("a.jpg.xmp"))[0] == ["jpeg"]


def test_being_killed_leaves_nothing_that_cannot_be_undone(
    labelled: Labelled, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = labelled.tree()
    labelled.tag(labelled.a, "dog")
    labelled.tag(labelled.b, "dog")
    written = []

    def killed(path: Path, data: bytes, was: bytes | None) -> None:
        if written:
            path.with_name(".photoclip-0123456789abcdef.part").write_bytes(data)
            raise KeyboardInterrupt
        written.append(path)
        write_sidecar(path, data, was)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("photoclip.library.sidecars.write_sidecar", killed)
        labelled.sidecars.write()
    assert len(labelled.tree()) == len(before) + 2
    labelled.sidecars.undo(dry_run=True)
    assert len(labelled.tree()) == len(before) + 2
    labelled.sidecars.undo()
    assert labelled.tree() == before
    assert labelled.sidecars.written() == 0


def test_can_be_cancelled_and_goes_on(labelled: Labelled) -> None:
    labelled.tag(labelled.a, "dog")
    labelled.tag(labelled.b, "dog")
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        labelled.sidecars.write(
            cancel=cancel, progress=lambda state: state.done and cancel.cancel()
        )
    assert set(labelled.tree()) == {"a.jpg", "a.jpg.xmp", "sub/b.jpg"}
    assert fates(labelled.sidecars.write()) == {"b.jpg.xmp": "created"}
