"""Defining labels: names, hierarchy, sets, and bad input on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import Label, LabelId, Preset
from photoclip.domain.labels import KEYWORDS
from photoclip.errors import LabelError
from photoclip.tagging import labels as module
from photoclip.tagging.labels import Labels


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "catalog.sqlite") as catalog:
        yield catalog


@pytest.fixture
def labels(catalog: Catalog) -> Labels:
    return Labels(catalog)


def names(labels: Labels) -> list[str]:
    return [label.name for label in labels.all()]


def test_a_label_is_kept_in_its_proper_form(labels: Labels) -> None:
    label = labels.add(
        "  animals /  our\u0000 dog ",
        prompts=["a dog", " a  dog ", "", "a puppy"],
        color="#A0B1C2",
        templates=["plain", "plain"],
        preset=Preset.FEW,
    )
    assert label.name == "animals/our dog"
    assert label.prompts == ("a dog", "a puppy")
    assert (label.color, label.templates) == ("#a0b1c2", ("plain",))
    assert labels.named("ANIMALS/our dog") == label


@pytest.mark.parametrize(
    ("name", "fields", "finding"),
    [
        ("", {}, "needs a name"),
        (" \n\t/ ", {}, "needs a name"),
        ("\u0000", {}, "needs a name"),
        ("/dog", {}, "has an empty part"),
        ("animals//dog", {}, "has an empty part"),
        ("x" * 201, {}, "at most 200"),
        ("a", {"color": "red"}, "'red' is no colour"),
        ("a", {"templates": ["none"]}, "no prompt templates 'none'"),
        ("a", {"templates": ["../../etc/passwd"]}, "no prompt templates"),
        ("a", {"prompts": [str(n) for n in range(51)]}, "at most 50 prompts"),
        ("a", {"prompts": ["x" * 1001]}, "at most 1000 characters"),
        ("a", {"threshold": float("nan")}, "a threshold is a number"),
    ],
)
def test_what_can_be_no_label(
    labels: Labels, name: str, fields: dict[str, Any], finding: str
) -> None:
    with pytest.raises(LabelError, match=finding):
        labels.add(name, **fields)
    assert labels.all() == []


@pytest.mark.parametrize("name", ["🐕", "Ø'\"=|\\@#", "the of a", "犬", "\u202eright to left"])
def test_odd_names_are_names(labels: Labels, name: str) -> None:
    label = labels.add(name)
    assert labels.named(name) == label
    again = labels.import_text(labels.export_text())
    assert again.known == (label,)


def test_names_are_taken_once_and_near_ones_are_proposed(labels: Labels) -> None:
    labels.add("animals/dog")
    with pytest.raises(LabelError, match="already"):
        labels.add("ANIMALS/DOG")
    assert labels.named("dog").name == "animals/dog"
    with pytest.raises(LabelError) as raised:
        labels.named("animals/dgo")
    assert raised.value.hint == "Did you mean animals/dog?"
    labels.add("toys/dog")
    with pytest.raises(LabelError):
        labels.named("dog")


def test_renaming_takes_those_below_along(labels: Labels) -> None:
    parent = labels.add("animals")
    labels.add("animals/dog")
    labels.add("animals/dog/puppy")
    labels.add("animals-old")
    labels.edit(parent.id, name="pets")
    assert names(labels) == ["animals-old", "pets", "pets/dog", "pets/dog/puppy"]
    with pytest.raises(LabelError, match="below itself"):
        labels.edit(parent.id, name="pets/dog/all")
    labels.add("birds/dog")
    with pytest.raises(LabelError, match="already"):
        labels.edit(parent.id, name="birds")
    assert "pets/dog" in names(labels)


def test_renaming_takes_along_what_writes_the_name_another_way(labels: Labels) -> None:
    parent = labels.add("Straße")
    labels.add("STRASSE/Tram")
    labels.edit(parent.id, name="road")
    assert names(labels) == ["road", "road/Tram"]


def test_removing_is_undone(labels: Labels) -> None:
    label = labels.add("dog", description="ours")
    removed = labels.remove(label.id)
    assert labels.all() == []
    with pytest.raises(LabelError, match="gone"):
        labels.remove(label.id)
    assert labels.put_back(removed) == label
    with pytest.raises(LabelError, match="already"):
        labels.put_back(removed)


def test_sets_are_added_once_and_keep_what_was_changed(labels: Labels) -> None:
    added = labels.add_set("nature")
    assert len(added.new) > 30
    assert all(not label.group for label in added.new)
    labels.edit(labels.named("sunset").id, color="#ff0000")
    again = labels.add_set("nature", exclusive=True)
    assert (again.new, len(again.known)) == ((), len(added.new))
    assert labels.named("sunset").color == "#ff0000"


def test_importing_can_replace_and_is_all_or_nothing(labels: Labels) -> None:
    labels.import_text("dog = a dog\ncat")
    assert labels.import_text("DOG = a hound").known == (labels.named("dog"),)
    changed = labels.import_text("DOG = a hound\ncat", replace_known=True)
    assert [label.name for label in changed.changed] == ["DOG"]
    assert labels.named("dog").prompts == ("a hound",)
    with pytest.raises(LabelError, match="label x: 'red' is no colour"):
        labels.import_text('[{"name": "bird"}, {"name": "x", "color": "red"}]')
    assert names(labels) == ["cat", "DOG"]


def test_a_keyword_of_another_program_becomes_a_label(catalog: Catalog, labels: Labels) -> None:
    kept = catalog.labels.add(Label(LabelId(0), "Dog", set=KEYWORDS))
    assert kept is not None
    assert labels.scored() == []
    assert labels.add("dog", prompts=["a dog"]).id == kept.id
    assert [label.name for label in labels.scored()] == ["dog"]
    other = catalog.labels.add(Label(LabelId(0), "Cat", set=KEYWORDS))
    assert other is not None
    assert labels.edit(other.id, color="#000000").set == ""


def test_there_is_an_end_to_labels(labels: Labels, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_LABELS", 3)
    labels.import_text("a\nb")
    with pytest.raises(LabelError, match="these would be 4"):
        labels.import_text("c\nd")
    labels.add("c")
    with pytest.raises(LabelError, match="all there can be"):
        labels.add("d")
