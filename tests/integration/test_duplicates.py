"""Duplicates in a real library, and what becomes of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from photoclip.domain import CancelToken, Progress, Stage
from photoclip.engine import Engine
from photoclip.errors import Cancelled
from photoclip.library.trash import Trash
from photoclip.paths import bundled
from photoclip.search.duplicates import Advantage, DuplicateGroup, DuplicateKind

SAMPLES = bundled("resources/sample_photos")
CONTENT, PICTURE, SERIES = DuplicateKind
EXIF_DATE, EXIF_CAMERA = 36867, 272


def sample(name: str) -> Image.Image:
    with Image.open(SAMPLES / f"{name}.jpg") as picture:
        return picture.convert("RGB")


def taken(picture: Image.Image, path: Path, when: str) -> None:
    exif = Image.Exif()
    exif[EXIF_CAMERA] = "Camera"
    exif.get_ifd(0x8769)[EXIF_DATE] = when
    picture.save(path, exif=exif, quality=92)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("*.md"))
    shutil.copy(folder / "two_parrots.jpg", folder / "the same.jpg")
    door = sample("red_wooden_door")
    door.resize((300, 200)).save(folder / "small door.jpg")
    door.crop((60, 40, 700, 500)).save(folder / "part of a door.png")
    ImageOps.mirror(sample("racing_yacht")).convert("L").save(folder / "mirrored.jpg", quality=40)
    boat = sample("old_boat_at_a_pier")
    taken(boat, folder / "boat 1.jpg", "2023:05:01 12:00:00")
    return folder


def names(group: DuplicateGroup) -> list[str]:
    return [one.path.name for one in group.members]


def test_copies_are_grouped_with_the_best_first(engine: Engine) -> None:
    told: list[Progress] = []
    found = engine.duplicates.find([CONTENT, PICTURE], progress=told.append)
    groups = {frozenset(names(group)): group for group in found.groups}
    assert set(groups) == {
        frozenset({"the same.jpg", "two_parrots.jpg"}),
        frozenset({"red_wooden_door.jpg", "small door.jpg", "part of a door.png"}),
        frozenset({"racing_yacht.jpg", "mirrored.jpg"}),
        frozenset({"old_boat_at_a_pier.jpg", "boat 1.jpg"}),
    }
    assert found.unseen == 0
    best = {group.best.path.name: group.advantage for group in groups.values()}
    assert best["red_wooden_door.jpg"] is Advantage.LARGEST
    assert best["racing_yacht.jpg"] is Advantage.HEAVIEST
    assert best["boat 1.jpg"] is Advantage.DATED
    sizes = [group.size for group in found.groups]
    assert sizes == sorted(sizes, reverse=True)
    assert {step.stage for step in told} == {Stage.LOOKING, Stage.COMPARING}
    # What was seen is remembered.
    told.clear()
    engine.duplicates.find([PICTURE], progress=told.append)
    assert {step.stage for step in told} == {Stage.COMPARING}


def test_a_series_is_told_from_copies(engine: Engine, photos: Path) -> None:
    rafting = sample("white_water_rafting")
    # One shot after the other: everything has moved on.
    for second, step in enumerate((0, 150, 290)):
        shot = rafting.crop((step, 0, step + 450, 512))
        shot.paste(shot.crop((0, 0, 120, 512)).transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, 0))
        taken(shot, photos / f"shot {second}.jpg", f"2024:01:01 10:00:0{second * 3}")
    engine.library.index()
    found = engine.duplicates.find([SERIES])
    together = {name for group in found.groups for name in names(group)}
    copies = {name for group in engine.duplicates.find([PICTURE]).groups for name in names(group)}
    assert {f"shot {number}.jpg" for number in range(3)} <= together | copies
    assert "old_boat_at_a_pier.jpg" not in together
    assert all(group.kind is SERIES for group in found.groups)


def test_a_picture_made_of_two_does_not_make_them_one(engine: Engine, photos: Path) -> None:
    parrots, yacht = sample("two_parrots").resize((640, 480)), sample("racing_yacht")
    both = Image.new("RGB", (1280, 480))
    both.paste(parrots, (0, 0))
    both.paste(yacht.resize((640, 480)), (640, 0))
    both.save(photos / "both.jpg")
    engine.library.index()
    for group in engine.duplicates.find([PICTURE]).groups:
        found = {name for name in names(group) if "parrots" in name or "yacht" in name}
        assert len(found) <= 1 or group.best.path.name == "both.jpg"
        assert all(one.likeness is not None and one.likeness.same for one in group.others)


def test_what_was_tilted_leads_to_what_was_turned(engine: Engine, photos: Path) -> None:
    barn = sample("red_barn_by_a_pond")
    barn.rotate(8, Image.Resampling.BICUBIC, expand=True).save(photos / "tilted.jpg", quality=95)
    barn.rotate(90, expand=True).save(photos / "turned.jpg")
    engine.library.index()
    groups = [set(names(group)) for group in engine.duplicates.find([PICTURE]).groups]
    assert {"red_barn_by_a_pond.jpg", "tilted.jpg", "turned.jpg"} in groups


def test_what_a_camera_took_twice_is_a_series_and_no_copy(engine: Engine, photos: Path) -> None:
    barn = sample("red_barn_by_a_pond")
    taken(barn, photos / "first.jpg", "2024:01:01 10:00:00")
    taken(barn.crop((4, 4, barn.width, barn.height)), photos / "next.jpg", "2024:01:01 10:00:02")
    engine.library.index()
    found = engine.duplicates.find([PICTURE, SERIES]).groups
    together = [group.kind for group in found if {"first.jpg", "next.jpg"} <= set(names(group))]
    assert together == [SERIES]


def test_photos_that_are_out_of_reach_are_counted(engine: Engine, photos: Path) -> None:
    shutil.rmtree(engine.thumbnails.base)
    (photos / "mirrored.jpg").unlink()
    found = engine.duplicates.find([PICTURE])
    assert found.unseen == 1
    assert not any("mirrored.jpg" in names(group) for group in found.groups)


def test_it_can_be_cancelled_and_goes_on_where_it_was(engine: Engine) -> None:
    cancel = CancelToken()

    def stop(progress: Progress) -> None:
        cancel.cancel()

    with pytest.raises(Cancelled):
        engine.duplicates.find(cancel=cancel, progress=stop)
    assert engine.duplicates.find().groups


class Bin:
    """Stands for the system's trash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def __call__(self, path: Path) -> None:
        path.rename(self.folder / path.name)


def test_the_others_go_to_the_trash_and_out_of_the_library(
    engine: Engine, photos: Path, tmp_path: Path
) -> None:
    trash = Trash(engine.catalog, Bin(tmp_path / "bin"))
    (group,) = (g for g in engine.duplicates.find([PICTURE]).groups if len(g.members) == 3)
    done = trash.discard([one.path for one in group.others], group.best.path)
    assert sorted(path.name for path in done.moved) == ["part of a door.png", "small door.jpg"]
    assert done.problems == []
    assert group.best.path.exists()
    assert sorted(path.name for path in (tmp_path / "bin").iterdir()) == [
        "part of a door.png",
        "small door.jpg",
    ]
    assert all(engine.catalog.files.by_path(path) is None for path in done.moved)
    assert group not in engine.duplicates.find([PICTURE]).groups
    assert engine.library.index().removed == 0


def test_nothing_is_moved_that_is_not_what_it_was(
    engine: Engine, photos: Path, tmp_path: Path
) -> None:
    trash = Trash(engine.catalog, Bin(tmp_path / "bin"))
    keep, other = photos / "red_wooden_door.jpg", photos / "small door.jpg"
    content = other.read_bytes()
    for prepare, files, kept, finding in (
        (lambda: other.write_bytes(content + b"more"), [other], keep, "was changed"),
        (lambda: other.write_bytes(content), [other], other, "is the one to be kept"),
        (lambda: None, [photos / "nowhere.jpg"], keep, "is not in the library"),
        (lambda: keep.unlink(), [other], keep, "cannot be read"),
    ):
        prepare()
        done = trash.discard(files, kept)
        assert done.moved == []
        assert finding in str(done.problems[0])
    assert other.read_bytes() == content
    assert list((tmp_path / "bin").iterdir()) == []


def test_a_trash_that_refuses_changes_nothing(engine: Engine, photos: Path) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    other = photos / "the same.jpg"
    done = Trash(engine.catalog, refuse).discard([other], photos / "two_parrots.jpg")
    assert done.moved == []
    assert "cannot be moved to the trash (Permission denied)" in str(done.problems[0])
    assert engine.catalog.files.by_path(other) is not None
