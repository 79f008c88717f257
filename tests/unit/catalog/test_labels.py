from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    Label,
    LabelId,
    LabelVersion,
    Preset,
    Tag,
    TagSource,
    TagState,
)
from tests.unit.catalog.conftest import AddPhoto

NEW = LabelId(0)
FULL = Label(
    NEW,
    "animals/Dog",
    "ours",
    ("a dog", 'a "hound", \\ 🐕'),
    ("plain",),
    "#a0b1c2",
    "nature",
    "species",
    True,
    Preset.FEW,
    1.5,
)


def added(catalog: Catalog, label: Label) -> Label:
    kept = catalog.labels.add(label)
    assert kept is not None
    return kept


def version_of(label: Label) -> LabelVersion:
    vector = np.array([0.5, -0.25, 0], np.float32)
    given = ("a dog",), (), Preset.FEW, None, "model", 0.5, vector
    return LabelVersion(label.id, 9, *given, by_hand=True)


def test_all_of_a_label_is_kept(catalog: Catalog) -> None:
    label = added(catalog, FULL)
    assert label == replace(FULL, id=label.id)
    assert label.id > 0
    assert catalog.labels.get(label.id) == label
    assert (label.parent, label.leaf) == ("animals", "Dog")
    plain = added(catalog, Label(NEW, "sunset"))
    assert catalog.labels.get(plain.id) == Label(plain.id, "sunset")


def test_names_are_unique_in_whatever_case_and_form(catalog: Catalog) -> None:
    café = added(catalog, Label(NEW, "Café"))
    assert catalog.labels.add(Label(NEW, "CAFE\u0301")) is None
    assert catalog.labels.named("cafe\u0301") == café
    bar = added(catalog, Label(NEW, "bar"))
    assert catalog.labels.change(replace(bar, name="CAFÉ")) is None
    assert catalog.labels.named("bar") == bar
    assert catalog.labels.change(replace(bar, name="BAR", color="#000000")) is not None
    assert [label.name for label in catalog.labels.all()] == ["BAR", "Café"]


def test_labels_stand_below_their_parents(catalog: Catalog) -> None:
    for name in ("animals/dog", "animals-old", "Animals", "animals/dog/puppy", "animals0"):
        added(catalog, Label(NEW, name))
    names = [label.name for label in catalog.labels.all()]
    assert names == ["Animals", "animals/dog", "animals/dog/puppy", "animals-old", "animals0"]
    below = {label.name for label in catalog.labels.below("animals")}
    assert below == {"Animals", "animals/dog", "animals/dog/puppy"}
    assert catalog.labels.below("animals/d") == []


def test_a_label_that_is_gone_cannot_change(catalog: Catalog) -> None:
    label = added(catalog, FULL)
    assert catalog.labels.remove(label.id) is not None
    assert catalog.labels.change(label) is None
    assert catalog.labels.remove(label.id) is None


def test_versions_count_up(catalog: Catalog) -> None:
    label = added(catalog, FULL)
    assert catalog.labels.latest(label.id) is None
    first = catalog.labels.add_version(version_of(label))
    second = catalog.labels.add_version(
        replace(version_of(label), threshold=2.5, precision=None, vector=None)
    )
    assert (first.number, second.number) == (1, 2)
    assert catalog.labels.versions(label.id) == [first, second]
    assert catalog.labels.latest(label.id) == second
    assert np.array_equal(catalog.labels.versions(label.id)[0].vector, first.vector)  # type: ignore[arg-type]
    assert catalog.labels.versions(label.id)[1].vector is None


def test_a_removed_label_comes_back_with_all_that_was_known(
    catalog: Catalog, add_photo: AddPhoto
) -> None:
    label = added(catalog, FULL)
    catalog.labels.add_version(version_of(label))
    said = Tag(add_photo("a"), label.id, TagState.REJECTED, TagSource.PERSON, 0.5, 1)
    thought = Tag(add_photo("b"), label.id, TagState.SUGGESTED, TagSource.AUTO, 0.25, 1)
    catalog.tags.put([said, thought])
    removed = catalog.labels.remove(label.id)
    assert removed is not None
    assert catalog.tags.of_photo(said.photo) == []
    catalog.photos.remove([thought.photo])
    assert catalog.labels.put_back(removed) == label
    assert catalog.tags.of_label(label.id) == [said]
    assert [version.number for version in catalog.labels.versions(label.id)] == [1]
    assert catalog.labels.put_back(removed) is None


def test_a_label_does_not_come_back_beside_another_of_its_name(catalog: Catalog) -> None:
    removed = catalog.labels.remove(added(catalog, FULL).id)
    assert removed is not None
    other = added(catalog, Label(NEW, "ANIMALS/dog"))
    assert catalog.labels.put_back(removed) is None
    assert catalog.labels.all() == [other]


@pytest.mark.parametrize("step", ["add", "change", "remove"])
def test_each_change_is_counted(catalog: Catalog, step: str) -> None:
    label = added(catalog, FULL)
    before = catalog.labels.generation
    match step:
        case "add":
            added(catalog, Label(NEW, "other"))
        case "change":
            catalog.labels.change(replace(label, color=""))
        case _:
            catalog.labels.remove(label.id)
    assert catalog.labels.generation > before
