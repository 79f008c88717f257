"""Pictures outside of the library as examples of labels."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import Label, LabelId, PhotoId, TagState
from photoclip.errors import LabelError
from photoclip.tagging import naming
from photoclip.tagging.examples import divided
from photoclip.tagging.service import Verdict

from .conftest import TextModel, World, direction


@pytest.fixture
def cats(world: World) -> list[PhotoId]:
    """Twelve photos of cats among two hundred others."""
    world.add("", 200)
    return world.add("cat", 12)


def pictures(folder: Path, thing: str, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    found = [folder / f"{thing} {number}.jpg" for number in range(count)]
    for path in found:
        path.write_text(thing, encoding="utf-8")
    return found


def taught(world: World, folder: Path, name: str = "pet") -> Label:
    """A label whose text says nothing, which four pictures of cats teach, and one of a boat."""
    label = world.labels.add(name)
    cats, boats = pictures(folder, "cat", 4), pictures(folder, "boat", 1)
    assert world.tagging.read([*cats, *boats]) == []
    world.tagging.click(label.id, [], Verdict.RIGHT, cats)
    world.tagging.click(label.id, [], Verdict.WRONG, boats)
    return world.labels.get(label.id)


def best(world: World, label: Label, count: int = 12) -> set[int]:
    return set(world.tagging.preview(label).ids[:count].tolist())


def test_pictures_from_outside_teach_a_label(
    world: World, cats: list[PhotoId], tmp_path: Path
) -> None:
    label = world.labels.add("pet")
    assert best(world, label) != set(cats)
    label = taught(world, tmp_path / "elsewhere", "other pet")
    assert [path.name for path in label.examples] == [f"cat {n}.jpg" for n in range(4)]
    assert [path.name for path in label.counterexamples] == ["boat 0.jpg"]
    preview = world.tagging.preview(label)
    assert set(preview.ids[:12].tolist()) == set(cats)
    assert (preview.clicks, preview.unusable) == (5, ())
    # They are no photos: nothing is tagged, and no photo counts as clicked.
    assert not preview.said.any()
    assert world.catalog.tags.of_label(label.id) == []
    world.tagging.apply([label])
    [version] = world.catalog.labels.versions(label.id)
    assert version.vector is not None
    assert float(version.vector @ direction("cat")) > 0.5


def test_files_may_go_and_come_as_long_as_the_model_stays(
    world: World, cats: list[PhotoId], tmp_path: Path
) -> None:
    label = taught(world, tmp_path / "elsewhere")
    gone = label.examples[0]
    gone.unlink()
    world.read.clear()
    assert best(world, label) == set(cats)
    assert world.read == []
    # Another model reads what is there, once, and says what is not.
    world.model_in_use = TextModel("two")
    preview = world.tagging.preview(label)
    assert set(preview.ids[:12].tolist()) == set(cats)
    assert preview.clicks == 4
    assert [(error.path, error.finding) for error in preview.unusable] == [(gone, "does not exist")]
    world.read.clear()
    world.tagging.preview(label)
    assert world.read == []
    gone.write_text("cat", encoding="utf-8")
    assert world.tagging.preview(label).unusable == ()
    assert world.read == [gone]
    # What the first one saw is still known.
    world.model_in_use = TextModel("one")
    world.read.clear()
    assert world.tagging.preview(label).clicks == 5
    assert world.read == []


def test_what_is_no_picture_is_told_with_its_file(world: World, tmp_path: Path) -> None:
    broken, missing = tmp_path / "broken.jpg", tmp_path / "missing.jpg"
    broken.write_text("", encoding="utf-8")
    [good] = pictures(tmp_path, "dog", 1)
    found = world.tagging.read([broken, good, missing])
    assert [str(error) for error in found] == [
        f"{broken}: is damaged",
        f"{missing}: does not exist",
    ]


def test_what_was_said_of_pictures_is_undone(
    world: World, cats: list[PhotoId], tmp_path: Path
) -> None:
    label = taught(world, tmp_path / "elsewhere")
    one = label.examples[1]
    turned = world.tagging.click(label.id, cats[:1], Verdict.WRONG, [one])
    assert world.labels.get(label.id).counterexamples[-1] == one
    cleared = world.tagging.click(label.id, [], Verdict.CLEAR, [one])
    assert one not in world.labels.get(label.id).counterexamples
    world.tagging.undo(cleared)
    world.tagging.undo(turned)
    now = world.labels.get(label.id)
    assert set(now.examples) == set(label.examples)
    assert now.counterexamples == label.counterexamples
    assert world.catalog.tags.of_label(label.id) == []
    # A label that is removed has them again afterwards.
    world.labels.put_back(world.labels.remove(label.id))
    assert world.labels.get(label.id) == now
    nothing = world.tagging.click(LabelId(999), [], Verdict.RIGHT, [one])
    world.tagging.undo(nothing)


def test_examples_survive_a_restart_and_unused_ones_are_forgotten(
    world: World, cats: list[PhotoId], tmp_path: Path
) -> None:
    label = taught(world, tmp_path / "elsewhere")
    kept = world.catalog.path
    with Catalog.open(kept) as again:
        assert again.labels.get(label.id) == label
        assert len(again.examples.get("one", label.examples)) == 4
    world.tagging.click(label.id, [], Verdict.CLEAR, label.examples[:3])
    # That may be undone yet.
    world.tagging.forget_unused_examples()
    assert list(world.catalog.examples.get("one", label.examples)) == list(label.examples)
    world.begin()
    world.tagging.forget_unused_examples()
    assert list(world.catalog.examples.get("one", label.examples)) == [label.examples[3]]


def test_pictures_without_a_file_go_when_nothing_needs_them(world: World, tmp_path: Path) -> None:
    first, second, third = pictures(tmp_path / "examples", "cat", 3)
    first, second, third = (
        path.rename(path.with_name(letter * 64))
        for path, letter in zip((first, second, third), "abc", strict=True)
    )
    pet = world.labels.add("pet", examples=[first, second])
    other = world.labels.add("other", counterexamples=[third])
    world.begin()
    cleared = world.tagging.click(pet.id, [], Verdict.CLEAR, [first])
    removed = world.labels.remove(other.id)
    world.tagging.forget_unused_examples()
    assert first.exists() and second.exists() and third.exists()
    world.tagging.undo(cleared)
    world.labels.put_back(removed)
    world.tagging.click(pet.id, [], Verdict.CLEAR, [second])
    world.labels.remove(other.id)
    world.begin()
    world.tagging.forget_unused_examples()
    assert [path.exists() for path in (first, second, third)] == [True, False, False]


def test_a_library_that_moved_has_its_pictures(
    world: World, cats: list[PhotoId], tmp_path: Path
) -> None:
    [here] = pictures(tmp_path / "examples", "cat", 1)
    here = here.rename(here.with_name("a" * 64))
    label = world.labels.add("pet", examples=[Path("/before/examples") / here.name])
    assert world.tagging.preview(label).clicks == 1
    assert world.read == [here]
    world.tagging.forget_unused_examples()
    assert here.exists()


def test_a_library_without_photos_has_nothing_to_compare(world: World, tmp_path: Path) -> None:
    label = taught(world, tmp_path / "elsewhere")
    assert len(world.tagging.preview(label).ids) == 0
    [outcome] = world.tagging.apply([label])
    assert outcome.finding == "no photos are indexed yet"


def test_vectors_that_are_damaged_are_made_again(
    world: World, cats: list[PhotoId], tmp_path: Path
) -> None:
    label = taught(world, tmp_path / "elsewhere")
    for path, vector in zip(
        label.examples,
        [np.zeros(32, np.float32), np.full(32, np.nan, np.float32), np.ones(7, np.float32)],
        strict=False,
    ):
        world.catalog.examples.put("one", path, vector)
    assert world.tagging.preview(label).clicks == 5
    assert best(world, label) == set(cats)


def test_labels_take_their_examples_along_as_paths(
    world: World, cats: list[PhotoId], tmp_path: Path
) -> None:
    label = taught(world, tmp_path / "elsewhere")
    photo, file = cats[0], world.root.path / world.catalog.files.of_photo(cats[0])[0].path
    rows = json.loads(world.labels.export_json([label]))["labels"]
    assert rows[0]["examples"] == list(map(str, label.examples))
    odd = "odd \udcff.jpg"
    rows[0].update(name="pet again", examples=[*rows[0]["examples"], str(file), "near.jpg", odd])
    written = tmp_path / "labels.json"
    written.write_text(json.dumps(rows), encoding="utf-8")
    [again] = world.labels.import_file(written).new
    # What the library has is a tag; what is not written out lies beside the list.
    assert again.examples == (*label.examples, tmp_path / "near.jpg", tmp_path / odd)
    assert again.counterexamples == label.counterexamples
    tag = world.catalog.tags.get(photo, again.id)
    assert tag is not None and tag.state is TagState.ACCEPTED
    preview = world.tagging.preview(again)
    assert [error.path for error in preview.unusable] == [tmp_path / "near.jpg", tmp_path / odd]


_NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="can be a name there")


@pytest.mark.parametrize("name", ["a\0b", pytest.param("\ud800", marks=_NOT_ON_WINDOWS)])
def test_what_can_be_no_file_is_refused(world: World, name: str) -> None:
    text = json.dumps([{"name": "dog", "examples": [name]}])
    with pytest.raises(LabelError, match="can be no file"):
        world.labels.import_text(text)
    assert world.labels.all() == []


def test_there_can_be_only_so_many(world: World) -> None:
    paths = [Path(f"/{n}.jpg") for n in range(naming.MOST_EXAMPLES + 1)]
    label = world.labels.add("dog", examples=paths[1:], counterexamples=paths[:2])
    # A picture is one or the other.
    assert label.counterexamples == (paths[0],)
    with pytest.raises(LabelError, match="at most"):
        world.tagging.click(label.id, [], Verdict.RIGHT, paths[:1])
    assert world.labels.get(label.id) == label


def test_files_are_divided_into_photos_and_others(world: World, tmp_path: Path) -> None:
    [photo] = world.add("dog", 1)
    inside = world.root.path / "0"
    outside = tmp_path / "x.jpg"
    assert divided(world.catalog, [inside, outside, outside]) == ({inside: photo}, [outside])
    # What became a photo since is an example still.
    assert divided(world.catalog, [inside], [inside]) == ({}, [inside])
