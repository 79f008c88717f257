"""What labels did is taken back, by whoever comes later, and never what was said since."""

from __future__ import annotations

import pytest

from photoclip.catalog.tag_runs import MOST
from photoclip.domain import CancelToken, Label, PhotoId, Tag, TagSource, TagState
from photoclip.errors import Cancelled
from photoclip.tagging.applying import Mode
from photoclip.tagging.following import Following
from photoclip.tagging.service import Tagging, Verdict

from .conftest import World

SUGGESTED, ACCEPTED, REJECTED = TagState.SUGGESTED, TagState.ACCEPTED, TagState.REJECTED


@pytest.fixture
def dogs(world: World) -> list[PhotoId]:
    world.add("", 200)
    return world.add("dog", 12)


def tags_of(world: World, label: Label) -> dict[PhotoId, Tag]:
    return {tag.photo: tag for tag in world.catalog.tags.of_label(label.id)}


def afterwards(world: World) -> Tagging:
    """Another process, which knows nothing but the catalog."""
    world.begin()
    return world.tagging


def test_the_last_run_is_taken_back_by_a_later_process(world: World, dogs: list[PhotoId]) -> None:
    dog, boat = world.labels.add("dog"), world.labels.add("boat")
    world.tagging.apply([dog, boat])
    suggested = tags_of(world, dog)
    world.tagging.apply([dog, boat], mode=Mode.ACCEPT)
    later = afterwards(world)
    undone = later.undo_latest()
    assert undone is not None
    assert undone.run.mode == "accept"
    [told] = undone.labels
    assert (told.label, told.removed, told.kept, told.withdrawn) == (dog, [], [], 0)
    assert {tag.photo for tag in told.restored} == set(suggested)
    assert tags_of(world, dog) == suggested
    undone = later.undo_latest()
    assert undone is not None
    assert {one.label: one.withdrawn for one in undone.labels} == {dog: 1, boat: 1}
    assert tags_of(world, dog) == {}
    assert later.undo_latest() is None


def test_a_dry_run_tells_the_same_and_changes_nothing(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog], mode=Mode.ACCEPT)
    before, generation = tags_of(world, dog), world.catalog.tags.generation
    would = world.tagging.undo_latest(dry_run=True)
    assert (tags_of(world, dog), world.catalog.tags.generation) == (before, generation)
    assert world.catalog.labels.latest(dog.id) is not None
    assert world.tagging.undo_latest() == would


def test_what_was_said_since_stays(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog], mode=Mode.ACCEPT)
    right, wrong, cleared, named, *rest = dogs
    world.tagging.click(dog.id, [right], Verdict.RIGHT)
    world.tagging.click(dog.id, [wrong], Verdict.WRONG)
    world.tagging.click(dog.id, [cleared], Verdict.CLEAR)
    world.catalog.tags.put([Tag(named, dog.id, ACCEPTED, TagSource.FILE)])
    spoken = tags_of(world, dog)
    undone = world.tagging.undo_latest()
    assert undone is not None
    [told] = undone.labels
    assert set(told.kept) == {right, wrong, cleared, named}
    assert set(told.removed) >= set(rest)
    assert tags_of(world, dog) == {photo: spoken[photo] for photo in (right, wrong, named)}


def test_what_a_later_run_decided_stays(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    first = world.tagging.apply([dog])
    world.tagging.apply([dog], among=dogs[:3], mode=Mode.ACCEPT)
    # As a message of long ago offers it.
    world.tagging.undo_apply(first)
    assert {photo: tag.state for photo, tag in tags_of(world, dog).items()} == dict.fromkeys(
        dogs[:3], ACCEPTED
    )
    # Its version is that of other tags by now.
    assert world.catalog.labels.latest(dog.id) is not None


def test_a_label_is_what_it_was_applied_as_before(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog], mode=Mode.ACCEPT)
    before = tags_of(world, dog)
    changed = world.labels.edit(dog.id, prompts=["a dog", "the dog"])
    world.tagging.apply([changed])
    assert {tag.version for tag in tags_of(world, dog).values()} == {2}
    world.tagging.undo_latest()
    assert tags_of(world, dog) == before
    assert world.tagging.outdated() == [changed]
    [again] = world.tagging.apply([changed])
    assert again.version == 3
    removed = world.labels.remove(dog.id)
    world.labels.put_back(removed)
    assert [one.withdrawn for one in world.catalog.labels.versions(dog.id)] == [False, True, False]


def test_photos_that_followed_the_label_go_with_it(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    new = world.add("dog", 3)
    with Following(world.catalog, lambda: world) as following:
        assert following.suggest(new) == 3
        world.tagging.click(dog.id, new[:1], Verdict.RIGHT)
        world.tagging.undo_latest()
        assert set(tags_of(world, dog)) == {new[0]}
        assert following.suggest(world.add("dog", 2)) == 0


def test_nothing_follows_a_label_that_is_taken_back_at_that_moment(
    world: World, dogs: list[PhotoId], monkeypatch: pytest.MonkeyPatch
) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    following = Following(world.catalog, lambda: world)
    compare = Following._passing

    def meanwhile(*values: object) -> object:
        found = compare(*values)  # type: ignore[arg-type]
        afterwards(world).undo_latest()
        return found

    monkeypatch.setattr(Following, "_passing", meanwhile)
    assert following.suggest(world.add("dog", 3)) == 0
    assert tags_of(world, dog) == {}


def test_a_run_that_was_ended_is_taken_back_as_far_as_it_came(
    world: World, dogs: list[PhotoId]
) -> None:
    dog, cat = world.labels.add("dog"), world.labels.add("cat")
    world.add("cat", 12)
    token = CancelToken()
    commit = world.catalog.tags.replace

    def replace(*values: object) -> int:
        token.cancel()
        return commit(*values)  # type: ignore[arg-type]

    world.catalog.tags.replace = replace  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        world.tagging.apply([dog, cat], cancel=token)
    assert tags_of(world, dog)
    undone = afterwards(world).undo_latest()
    assert undone is not None
    assert [one.label for one in undone.labels] == [dog]
    assert tags_of(world, dog) == {}


def test_taking_back_goes_on_where_it_was_ended(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        world.tagging.undo_latest(cancel=token)
    assert tags_of(world, dog)
    assert world.tagging.undo_latest() is not None
    assert tags_of(world, dog) == {}


def test_labels_and_photos_that_are_gone_are_left_alone(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    removed = world.labels.remove(dog.id)
    would = world.tagging.undo_latest(dry_run=True)
    assert would is not None and would.labels == []
    world.labels.put_back(removed)
    assert world.tagging.undo_latest() is not None
    assert tags_of(world, dog) == {}


def test_what_changed_nothing_is_no_run_and_old_ones_are_forgotten(
    world: World, dogs: list[PhotoId]
) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    first = world.catalog.tag_runs.latest()
    assert world.tagging.apply([dog])[0].run == 0
    assert world.catalog.tag_runs.latest() == first
    assert first is not None
    for _ in range(MOST):
        world.catalog.tag_runs.begin("suggest")
    assert world.catalog.tag_runs.get(first.id) is None
    assert world.catalog.tag_runs.changes(first.id, dog.id) == []
