"""Labels on photos: applied, tuned, reviewed and explained, over a small world of vectors."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

import numpy as np
import pytest

from photoclip.domain import (
    CancelToken,
    Label,
    LabelId,
    Metadata,
    PhotoId,
    PhotoStatus,
    Preset,
    Progress,
    Stage,
    Tag,
    TagSource,
    TagState,
)
from photoclip.errors import Cancelled, LabelError, LibraryError
from photoclip.tagging.applying import Mode
from photoclip.tagging.following import Following
from photoclip.tagging.review import Review
from photoclip.tagging.service import Verdict

from .conftest import DIM, TextModel, World

SUGGESTED, ACCEPTED, REJECTED = TagState.SUGGESTED, TagState.ACCEPTED, TagState.REJECTED


@pytest.fixture
def dogs(world: World) -> list[PhotoId]:
    """Twelve photos of dogs among two hundred others."""
    world.add("", 200)
    return world.add("dog", 12)


def tagged(world: World, label: Label, state: TagState) -> set[PhotoId]:
    return {tag.photo for tag in world.catalog.tags.of_label(label.id, {state})}


def test_photos_of_a_thing_are_suggested_and_others_are_not(
    world: World, dogs: list[PhotoId]
) -> None:
    dog, boat = world.labels.add("dog"), world.labels.add("boat")
    found, nothing = world.tagging.apply([dog, boat])
    assert set(found.gained.tolist()) >= set(dogs)
    assert found.passing <= 20
    assert (found.version, found.finding) == (1, "")
    assert tagged(world, dog, SUGGESTED) == set(found.gained.tolist())
    assert (nothing.passing, nothing.threshold) == (0, None)
    assert nothing.finding == "nothing clearly matches"


def test_no_label_changes_what_another_finds(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    [alone] = world.tagging.apply([dog], dry_run=True)
    others = [world.labels.add(f"animals/{name}") for name in ("cat", "dog two", "a dog", "bird")]
    [together, *_] = world.tagging.apply([dog, *others], dry_run=True)
    assert together.threshold == pytest.approx(alone.threshold, abs=1e-5)
    assert together.gained.tolist() == alone.gained.tolist()


def test_a_dry_run_changes_nothing_and_tells_what_would(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    before = world.catalog.tags.generation
    [would] = world.tagging.apply([dog], mode=Mode.ACCEPT, dry_run=True)
    assert (world.catalog.tags.generation, world.catalog.labels.versions(dog.id)) == (before, [])
    [did] = world.tagging.apply([dog], mode=Mode.ACCEPT)
    assert did.gained.tolist() == would.gained.tolist()
    assert tagged(world, dog, ACCEPTED) == set(did.gained.tolist())
    [again] = world.tagging.apply([dog], mode=Mode.ACCEPT)
    assert (len(again.gained), len(again.lost), again.version) == (0, 0, 1)


def test_what_a_person_or_a_file_said_stays(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    other = PhotoId(int(world.ids[0]))
    world.tagging.click(dog.id, [dogs[0]], Verdict.WRONG)
    world.tagging.click(dog.id, [other], Verdict.RIGHT)
    read = Tag(dogs[1], dog.id, ACCEPTED, TagSource.FILE)
    world.catalog.tags.put([read])
    [outcome] = world.tagging.apply([dog], mode=Mode.ACCEPT)
    assert not {dogs[0], dogs[1], other} & set(outcome.gained.tolist())
    assert dogs[0] in tagged(world, dog, REJECTED)
    assert other in tagged(world, dog, ACCEPTED)
    assert world.catalog.tags.get(dogs[1], dog.id) == read


def test_accepted_photos_stay_accepted_and_lost_ones_go(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog], mode=Mode.ACCEPT)
    [kept] = world.tagging.apply([dog])
    assert (len(kept.gained), len(kept.lost)) == (0, 0)
    changed = world.labels.edit(dog.id, prompts=["a boat"])
    assert world.tagging.outdated() == [changed]
    [diff] = world.tagging.apply([changed], dry_run=True)
    assert set(diff.lost.tolist()) >= set(dogs)
    [applied] = world.tagging.apply([changed])
    assert (applied.version, tagged(world, dog, ACCEPTED)) == (2, set())
    assert world.tagging.outdated() == []
    world.tagging.undo_apply([applied])
    assert tagged(world, dog, ACCEPTED) >= set(dogs)


def test_only_some_photos_can_be_looked_at(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog", automatic=True)
    some = [*dogs[:3], PhotoId(9999)]
    [outcome] = world.tagging.apply([dog], among=some)
    assert tagged(world, dog, ACCEPTED) == set(dogs[:3]) == set(outcome.gained.tolist())
    world.labels.edit(dog.id, prompts=["a boat"])
    [outcome] = world.tagging.apply([world.labels.get(dog.id)], among=dogs[:1])
    assert outcome.lost.tolist() == dogs[:1]
    assert tagged(world, dog, ACCEPTED) == set(dogs[1:3])
    [none] = world.tagging.apply([dog], among=[])
    assert none.passing == 0


def test_of_an_exclusive_group_a_photo_gets_one(world: World, dogs: list[PhotoId]) -> None:
    one = world.labels.add("a dog", group="kind", set="mine")
    two = world.labels.add("the dog", group="kind", set="mine")
    free = world.labels.add("dog")
    world.tagging.click(two.id, [dogs[0]], Verdict.RIGHT)
    world.tagging.apply([one, two, free])
    first, second = (tagged(world, label, SUGGESTED) for label in (one, two))
    assert not first & second
    assert first | second >= set(dogs[1:])
    assert dogs[0] not in first
    assert tagged(world, free, SUGGESTED) >= set(dogs)
    # Also where only one of them is asked for.
    [alone] = world.tagging.apply([one], dry_run=True)
    assert (len(alone.gained), len(alone.lost)) == (0, 0)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_hardly_any_photos_are_said_to_be_too_few(world: World, count: int) -> None:
    photos = world.add("dog", count)
    dog = world.labels.add("dog")
    [outcome] = world.tagging.apply([dog])
    assert (outcome.passing, outcome.threshold) == (0, None)
    assert outcome.finding == (
        f"{count} photos are too few to tell" if count else "no photos are indexed yet"
    )
    preview = world.tagging.preview(dog)
    assert len(preview.ids) == count
    assert np.isfinite(preview.precision).all()
    if photos:
        assert not world.tagging.why(photos[0], dog.id).passes


def test_a_preview_of_a_draft_needs_no_label(world: World, dogs: list[PhotoId]) -> None:
    draft = Label(LabelId(0), "anything", prompts=("dog",))
    preview = world.tagging.preview(draft)
    assert set(preview.ids[:12].tolist()) == set(dogs)
    assert preview.presets[Preset.FEW] <= preview.presets[Preset.GENEROUS]
    by_hand = replace(draft, threshold=preview.threshold(5))
    assert world.tagging.preview(by_hand).place == 5
    assert world.labels.all() == []
    with pytest.raises(LabelError):
        world.tagging.preview(Label(LabelId(0), " "))


def test_clicks_are_tags_and_are_undone(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    suggested = world.catalog.tags.get(dogs[0], dog.id)
    undo = world.tagging.click(dog.id, dogs[:2], Verdict.WRONG)
    preview = world.tagging.preview(dog)
    assert preview.clicks == 2
    assert preview.said[np.isin(preview.ids, dogs[:2])].tolist() == [-1, -1]
    assert dogs[0] not in preview.borderline(preview.place)
    world.tagging.undo(undo)
    assert world.catalog.tags.get(dogs[0], dog.id) == suggested
    world.tagging.click(dog.id, dogs[:1], Verdict.RIGHT)
    world.tagging.click(dog.id, dogs[:1], Verdict.CLEAR)
    assert world.catalog.tags.get(dogs[0], dog.id) is None
    world.tagging.click(LabelId(999), dogs[:1], Verdict.RIGHT)
    assert world.catalog.tags.of_photo(dogs[0]) == []


def test_why_tells_scores_prompts_rivals_and_neighbours(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog", prompts=["nothing in particular", "a dog"])
    cat = world.labels.add("cat")
    world.tagging.click(dog.id, dogs[1:3], Verdict.RIGHT)
    world.tagging.click(dog.id, [PhotoId(int(world.ids[0]))], Verdict.WRONG)
    why = world.tagging.why(dogs[0], dog.id)
    assert why.passes
    assert why.prompts[0][0] == "a dog"
    assert [one.label for one in why.competing] == [cat]
    assert {photo for photo, _ in why.accepted} == set(dogs[1:3])
    assert [photo for photo, _ in why.rejected] == [int(world.ids[0])]
    assert (why.tag, why.version, why.clicks) == (None, 0, 3)
    with pytest.raises(LabelError, match="not indexed"):
        world.tagging.why(PhotoId(9999), dog.id)
    broken = world.catalog.photos.upsert(b"b" * 32, 1, PhotoStatus.UNREADABLE, "is cut", Metadata())
    world.catalog.files.put(world.root.id, "broken.jpg", broken, 1, 1)
    with pytest.raises(LabelError, match=r"broken\.jpg: is cut"):
        world.tagging.why(broken, dog.id)
    with pytest.raises(LabelError, match="gone"):
        world.tagging.why(dogs[0], LabelId(999))


def test_another_model_is_another_version(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    world.model_in_use = TextModel("two")
    assert world.tagging.outdated() == [dog]
    [outcome] = world.tagging.apply([dog])
    assert outcome.version == 2
    models = [version.model for version in world.catalog.labels.versions(dog.id)]
    assert models == ["one", "two"]


def test_a_threshold_by_hand_and_back_is_another_definition(
    world: World, dogs: list[PhotoId]
) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    assert world.tagging.outdated() == []
    usual = world.catalog.labels.newest()[dog.id].threshold
    assert usual is not None
    # Even where it comes to nearly the same.
    for threshold in (usual + 0.01, usual + 0.02, 3.0, None):
        changed = world.labels.edit(dog.id, threshold=threshold)
        assert world.tagging.outdated() == [changed]
        world.tagging.apply([changed])
        assert world.tagging.outdated() == []
    # By hand no preset counts; without it the preset does.
    by_hand = world.labels.edit(dog.id, threshold=3.0)
    world.tagging.apply([by_hand])
    world.labels.edit(dog.id, preset=Preset.FEW)
    assert world.tagging.outdated() == []
    few = world.labels.edit(dog.id, threshold=None)
    assert world.tagging.outdated() == [few]
    world.tagging.apply([few])
    assert world.tagging.outdated() == []


def test_prompts_are_embedded_once(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    world.model_in_use.embedded.clear()
    world.tagging.apply([dog])
    world.tagging.preview(dog)
    assert world.model_in_use.embedded == []


def test_a_label_that_is_gone_meanwhile_leaves_nothing(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.labels.remove(dog.id)
    [outcome] = world.tagging.apply([dog])
    assert (outcome.version, set(outcome.gained.tolist()) >= set(dogs)) == (0, True)
    assert world.catalog.tags.of_photo(dogs[0]) == []
    assert world.catalog.labels.versions(dog.id) == []


def test_applying_tells_how_far_it_is(world: World, dogs: list[PhotoId]) -> None:
    labels = [world.labels.add(name) for name in ("dog", "boat", "cat")]
    told: list[Progress] = []
    world.tagging.apply(labels, progress=told.append)
    assert list(dict.fromkeys(one.stage for one in told)) == [
        Stage.READING_PROMPTS,
        Stage.MATCHING,
        Stage.TAGGING,
    ]
    last = {one.stage: one for one in told}
    assert all(one.done == one.total for one in last.values())
    assert [one.done for one in told if one.stage is Stage.TAGGING] == [0, 1, 2, 3]


def test_applying_can_be_ended(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        world.tagging.apply([dog], cancel=token)
    assert world.catalog.tags.of_label(dog.id) == []


def test_new_photos_get_suggestions_of_labels_that_were_applied(
    world: World, dogs: list[PhotoId]
) -> None:
    dog, sure = world.labels.add("dog"), world.labels.add("a dog", automatic=True)
    unused = world.labels.add("the dog")
    world.tagging.apply([dog, sure])
    world.model_in_use.embedded.clear()
    with Following(world.catalog, lambda: world) as following:
        new = [*world.add("dog", 2), *world.add("", 3)]
        world.tagging.click(dog.id, new[:1], Verdict.WRONG)
        following.added(new)
        following.wait()
    assert tagged(world, dog, REJECTED) == set(new[:1])
    assert tagged(world, dog, SUGGESTED) & set(new) == set(new[1:2])
    assert tagged(world, sure, ACCEPTED) & set(new) == set(new[:2])
    assert world.catalog.tags.of_label(unused.id) == []
    # By what labels were when they were applied: no text is embedded while photos are.
    assert world.model_in_use.embedded == []


def test_a_new_photo_that_was_given_a_label_gets_no_other_of_its_group(
    world: World, dogs: list[PhotoId]
) -> None:
    applied = world.labels.add("a dog", group="kind", set="mine")
    rival = world.labels.add("the dog", group="kind", set="mine")
    world.tagging.apply([applied])
    new = world.add("dog", 2)
    world.tagging.click(rival.id, new[:1], Verdict.RIGHT)
    with Following(world.catalog, lambda: world) as following:
        following.suggest(new)
    assert tagged(world, applied, SUGGESTED) & set(new) == set(new[1:])


def test_new_photos_are_left_alone_after_a_change_of_the_model(
    world: World, dogs: list[PhotoId]
) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    world.model_in_use = TextModel("two")
    following = Following(world.catalog, lambda: world)
    assert following.suggest(world.add("dog", 2)) == 0
    following.close()
    following.added(dogs)
    following.wait()


def test_what_failed_or_has_too_little_to_compare_with_waits_for_another_look(
    world: World, dogs: list[PhotoId], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> NoReturn:
        raise LibraryError("is locked")

    monkeypatch.setattr("photoclip.tagging.following._WAIT_SECONDS", 0)
    due, embeddings = world.catalog.suggestions_due, world.catalog.embeddings
    model = embeddings.model_id("one", "one", DIM)
    embeddings.put(model, dogs, world.rows[-len(dogs) :])
    # Whoever applies a label looks at all that are there.
    assert due.photos("one") == []
    dog = world.labels.add("dog", threshold=-100.0)
    world.tagging.apply([dog])
    new = world.add("dog", 2)
    embeddings.put(model, new, world.rows[-2:])
    embeddings.put(model, dogs, world.rows[-len(dogs) :])
    embeddings.put(embeddings.model_id("two", "two", DIM), new, world.rows[-2:])
    assert (due.photos("one"), due.photos("two")) == (new, [])
    with Following(world.catalog, lambda: world) as following:
        with monkeypatch.context() as failing:
            failing.setattr(world, "vectors", fails)
            following.resume()
            following.wait()
        with monkeypatch.context() as few:
            few.setattr(world, "vectors", lambda: (world.ids[-2:], world.rows[-2:]))
            following.resume()
            following.wait()
        assert due.photos("one") == new
        assert not tagged(world, dog, SUGGESTED) & set(new)
        following.resume()
    assert due.photos("one") == []
    assert tagged(world, dog, SUGGESTED) >= set(new)


def test_suggestions_are_reviewed_and_decisions_undone(world: World, dogs: list[PhotoId]) -> None:
    dog = world.labels.add("dog")
    world.tagging.apply([dog])
    review = Review(world.catalog, world.tagging)
    queue = review.queue()
    assert review.count() == review.count(dog.id) == len(queue)
    scores = [item.score or 0 for item in queue]
    assert scores == sorted(scores, reverse=True)
    review.accept(queue[0])
    review.reject(*queue[1:3])
    review.skip(queue[3])
    assert review.queue()[-1] == queue[3]
    assert review.queue(dog.id, limit=1) == [queue[4]]
    assert review.undo() == (queue[3],)
    assert review.queue()[0] == queue[3]
    assert review.undo() == tuple(queue[1:3])
    assert tagged(world, dog, ACCEPTED) == {queue[0].photo}
    assert review.undo() == (queue[0],)
    assert review.queue() == queue
    assert review.undo() == ()
    assert review.count(LabelId(999)) == 0
