"""What an indexing run stores and counts."""

from __future__ import annotations

import itertools
import os
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from photoclip.domain import PhotoId, PhotoStatus, Progress, Stage
from photoclip.errors import ModelError, ModelOutputError, ModelSelfCheckError
from photoclip.library import run as run_module

from .conftest import Desk, SmallModel, picture


def counts(report: Any) -> dict[str, int]:
    """The counts of a report that are not zero."""
    table = report.as_dict()
    return {name: n for name, n in table.items() if n and not name.endswith(("seconds", "second"))}


def stored_vector(desk: Desk, photo: PhotoId) -> NDArray[np.float32]:
    model = desk.catalog.embeddings.find_model(desk.model.fingerprint)
    assert model is not None
    return desk.catalog.embeddings.get(model, [photo])[1][0]


def test_first_run_stores_photos_files_vectors_and_thumbnails(desk: Desk) -> None:
    paths = [desk.write(f"trip/{n}.jpg", n) for n in range(10)]
    report = desk.index()
    assert counts(report) == {"new": 10}
    assert report.images_per_second > 0 and report.seconds > 0
    assert len(desk.visible()) == 10
    for path in paths:
        photo = desk.photo_at(str(path.relative_to(desk.folder)))
        assert photo is not None
        found = desk.catalog.photos.get(photo)
        assert found is not None and found.status is PhotoStatus.OK
        assert (found.metadata.width, found.metadata.height) == (32, 24)
        assert found.size == path.stat().st_size
        assert float(stored_vector(desk, photo) @ desk.vectors[photo]) > 0.999
        assert desk.thumbnails.find(path, path.stat().st_mtime_ns) is not None
    assert desk.catalog.check() == []


def test_second_run_reads_nothing_and_opens_no_model(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(5):
        desk.write(f"{n}.jpg", n)
    desk.index()

    def refuse(*_: object) -> None:
        raise AssertionError("a file was read")

    monkeypatch.setattr("photoclip.library.prepare.load", refuse)
    desk.opened = 0
    assert counts(desk.index()) == {"unchanged": 5}
    assert desk.opened == 0


def test_empty_library_opens_no_model(desk: Desk) -> None:
    assert counts(desk.index()) == {}
    assert desk.opened == 0


def test_batches_are_full_and_the_rest_is_flushed(desk: Desk) -> None:
    for n in range(10):
        desk.write(f"{n}.jpg", n)
    desk.index()
    assert sum(desk.model.batches) == 10
    assert max(desk.model.batches) == desk.model.batch_size


def test_rename_move_and_copy_cost_a_hash_only(desk: Desk) -> None:
    for n, name in enumerate(["renamed.jpg", "moved.jpg", "copied.jpg", "folder/inside.jpg"]):
        desk.write(name, n)
    desk.index()
    before = {name: desk.photo_at(name) for name in ("renamed.jpg", "moved.jpg", "copied.jpg")}
    inside = desk.photo_at("folder/inside.jpg")
    desk.opened = desk.decoder.count = 0

    (desk.folder / "renamed.jpg").rename(desk.folder / "a new name.jpg")
    (desk.folder / "deep").mkdir()
    (desk.folder / "moved.jpg").rename(desk.folder / "deep" / "moved.jpg")
    (desk.folder / "copy.jpg").write_bytes((desk.folder / "copied.jpg").read_bytes())
    (desk.folder / "folder").rename(desk.folder / "folder renamed")
    report = desk.index()

    assert counts(report) == {"moved": 3, "new": 1, "unchanged": 1}
    assert desk.opened == desk.decoder.count == 0
    assert desk.photo_at("a new name.jpg") == before["renamed.jpg"]
    assert desk.photo_at("deep/moved.jpg") == before["moved.jpg"]
    assert desk.photo_at("copy.jpg") == before["copied.jpg"]
    assert desk.photo_at("folder renamed/inside.jpg") == inside
    assert desk.photo_at("renamed.jpg") is None
    assert desk.catalog.files.count() == 5


def test_move_to_another_root_is_a_move(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    desk.index()
    photo = desk.photo_at("a.jpg")
    other = desk.base / "other"
    other.mkdir()
    desk.watch(other)
    (desk.folder / "a.jpg").rename(other / "a.jpg")
    desk.write("keeps the root from being empty.jpg", 2)
    assert counts(desk.index()) == {"moved": 1, "new": 1}
    file = desk.catalog.files.by_path(other / "a.jpg")
    assert file is not None and file.photo == photo


def test_two_gone_copies_and_one_new_place_are_one_move_and_one_removal(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    desk.write("b.jpg", 1)
    desk.index()
    (desk.folder / "a.jpg").unlink()
    (desk.folder / "b.jpg").rename(desk.folder / "c.jpg")
    assert counts(desk.index()) == {"moved": 1, "removed": 1}
    assert set(desk.visible()) == {"photos/c.jpg"}


def test_deleted_file_hides_its_photo_but_keeps_photo_and_vector(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    desk.write("b.jpg", 2)
    desk.index()
    photo = desk.photo_at("a.jpg")
    assert photo is not None
    content = (desk.folder / "a.jpg").read_bytes()
    (desk.folder / "a.jpg").unlink()
    assert counts(desk.index()) == {"removed": 1, "unchanged": 1}
    assert set(desk.visible()) == {"photos/b.jpg"}
    assert stored_vector(desk, photo).any()

    desk.opened = 0
    desk.write_bytes("back again.jpg", content)
    assert counts(desk.index()) == {"new": 1, "unchanged": 1}
    assert desk.photo_at("back again.jpg") == photo
    assert desk.opened == 0


def test_changed_content_is_another_photo(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    desk.index()
    before = desk.photo_at("a.jpg")
    desk.write_bytes("a.jpg", picture(2, size=(40, 40)))
    assert counts(desk.index()) == {"changed": 1}
    assert desk.photo_at("a.jpg") not in (None, before)
    assert len(desk.visible()) == 1


def test_touched_file_keeps_its_photo_without_decoding(desk: Desk) -> None:
    path = desk.write("a.jpg", 1)
    desk.index()
    before, desk.decoder.count = desk.photo_at("a.jpg"), 0
    os.utime(path, ns=(1, 1))
    assert counts(desk.index()) == {"changed": 1}
    assert desk.photo_at("a.jpg") == before
    assert desk.decoder.count == 0
    assert counts(desk.index()) == {"unchanged": 1}


def test_duplicates_are_one_photo_decoded_once(desk: Desk) -> None:
    for n in range(12):
        desk.write(f"{n}.jpg", 7)
    desk.write("other.jpg", 8)
    assert counts(desk.index(workers=4)) == {"new": 13}
    assert desk.decoder.count == 2
    assert len(set(desk.visible().values())) == 2
    assert len(desk.visible()) == 13


def test_unreadable_duplicates_are_all_listed(desk: Desk) -> None:
    for n in range(3):
        desk.write_bytes(f"{n}.jpg", b"no picture")
    assert counts(desk.index()) == {"unreadable": 3}
    assert len(desk.catalog.files.problems()) == 3


def test_new_model_embeds_what_is_there_and_leaves_the_old_vectors(desk: Desk) -> None:
    for n in range(6):
        desk.write(f"{n}.jpg", n)
    desk.write_bytes("bad.jpg", b"no picture")
    desk.index()
    old = desk.catalog.embeddings.find_model("small")
    desk.model = SmallModel(fingerprint="another")
    report = desk.index()
    assert counts(report) == {"unchanged": 7}
    assert report.images_per_second > 0
    new = desk.catalog.embeddings.find_model("another")
    assert old is not None and new is not None
    assert desk.catalog.embeddings.count(old) == desk.catalog.embeddings.count(new) == 6
    desk.opened = 0
    desk.index()
    assert desk.opened == 0


def test_without_a_fingerprint_the_model_tells_it(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    assert counts(desk.pipeline(fingerprint=None).index()) == {"new": 1}


def test_only_some_roots_or_folders(desk: Desk) -> None:
    other = desk.base / "other"
    other.mkdir()
    root = desk.watch(other)
    (other / "x.jpg").write_bytes(picture(9))
    desk.write("a/1.jpg", 1)
    desk.write("b/2.jpg", 2)
    assert counts(desk.index(roots=[root])) == {"new": 1}
    assert counts(desk.index(folders=[desk.folder / "a"])) == {"new": 1}
    assert counts(desk.index(folders=[desk.folder / "a", desk.folder])) == {
        "new": 1,
        "unchanged": 1,
    }
    assert counts(desk.index(folders=[desk.base / "nowhere"])) == {}


def test_folder_that_vanished_is_told_by_its_name_alone(desk: Desk) -> None:
    path = desk.write("a/1.jpg", 1)
    desk.write("2.jpg", 2)
    desk.index()
    path.unlink()
    path.parent.rmdir()
    assert counts(desk.index(folders=[path.parent])) == {"removed": 1}


def test_search_hears_of_batches_after_they_are_committed(desk: Desk) -> None:
    for n in range(6):
        desk.write(f"{n}.jpg", n)
    seen: list[int] = []

    def on_batch(ids: Any, vectors: Any) -> None:
        assert vectors.shape == (len(ids), desk.model.spec.dim)
        assert set(ids) <= set(desk.catalog.photos.visible_ids().tolist())
        seen.extend(ids)

    desk.index(on_batch=on_batch)
    assert sorted(seen) == desk.catalog.photos.visible_ids().tolist()


def test_progress_begins_and_ends_with_the_truth(desk: Desk) -> None:
    for n in range(9):
        desk.write(f"{n}.jpg", n)
    desk.write_bytes("bad.jpg", b"no picture")
    told: list[Progress] = []
    desk.index(progress=told.append)
    stages = [stage for stage, _ in itertools.groupby(told, key=lambda one: one.stage)]
    assert stages == [Stage.SCANNING, Stage.INDEXING]
    indexing = [one for one in told if one.stage is Stage.INDEXING]
    assert (indexing[0].done, indexing[0].total) == (0, 10)
    assert (indexing[-1].done, indexing[-1].total, indexing[-1].unreadable) == (10, 10, 1)
    assert indexing[-1].seconds_left == 0
    assert [one.done for one in indexing] == sorted(one.done for one in indexing)


def test_one_bad_picture_does_not_take_its_batch_along(desk: Desk) -> None:
    for n in range(4):
        desk.write(f"{n}.jpg", n)
    desk.write_bytes("poison.jpg", picture(99, size=(48, 16)))
    poison = desk.decoder.decode(desk.folder / "poison.jpg").image
    marker = desk.model.preprocess(poison)
    desk.model.poison = lambda pixels: bool(np.array_equal(pixels, marker))
    report = desk.index()
    assert counts(report) == {"new": 4, "unreadable": 1}
    (problem,) = desk.catalog.files.problems()
    assert problem.path.name == "poison.jpg"
    assert "NaN" in problem.reason
    assert counts(desk.index()) == {"unchanged": 5}


def test_slow_model_gets_smaller_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoclip.library.embed.BATCH_SECONDS", 1e-9)
    for n in range(10):
        desk.write(f"{n}.jpg", n)
    assert counts(desk.index()) == {"new": 10}
    assert desk.model.batches == [4, 1, 1, 1, 1, 1, 1]


def test_picture_that_nobody_expected_does_not_end_the_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for n in range(4):
        desk.write(f"{n}.jpg", n)
    desk.write_bytes("odd.jpg", picture(9, size=(64, 1)))
    real = desk.model.preprocess

    def stumble(image: Any) -> Any:
        if image.height == 1:
            raise ZeroDivisionError("float division by zero")
        return real(image)

    monkeypatch.setattr(desk.model, "preprocess", stumble)
    assert counts(desk.index()) == {"new": 4, "unreadable": 1}
    assert "ZeroDivisionError" in desk.catalog.files.problems()[0].reason
    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert "odd.jpg" in record.getMessage()
    assert record.exc_info is None, "people would see a traceback"


def test_model_that_fails_on_everything_ends_the_run(desk: Desk) -> None:
    for n in range(12):
        desk.write(f"{n}.jpg", n)
    desk.model.batch_size = 12
    desk.model.poison = lambda pixels: True
    with pytest.raises(ModelOutputError):
        desk.index()
    assert desk.catalog.files.count() == 0


def test_model_that_cannot_be_opened_ends_the_run_and_loses_nothing(desk: Desk) -> None:
    desk.write("a.jpg", 1)

    def refuse() -> Any:
        raise ModelSelfCheckError("gives NaN")

    pipeline = desk.pipeline()
    pipeline._model = refuse
    with pytest.raises(ModelError):
        pipeline.index()
    assert desk.catalog.files.count() == 0
    assert counts(desk.index()) == {"new": 1}


def test_root_that_is_removed_during_the_run(desk: Desk) -> None:
    for n in range(6):
        desk.write(f"{n}.jpg", n)
    desk.decoder.before = lambda: desk.catalog.roots.remove(desk.root.id)
    desk.index()
    assert desk.catalog.files.count() == 0
    assert desk.catalog.check() == []


def test_many_moves_are_committed_in_pieces(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "SETTLED_TOGETHER", 3)
    for n in range(10):
        desk.write(f"a/{n}.jpg", n)
    desk.index()
    (desk.folder / "a").rename(desk.folder / "b")
    assert counts(desk.index()) == {"moved": 10}
    assert len(desk.visible()) == 10
