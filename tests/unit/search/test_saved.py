"""Saved searches: what is kept, under which names, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoclip.engine import Engine
from photoclip.errors import QueryError, QueryPartError, SavedSearchError
from photoclip.paths import Paths
from photoclip.search.saved import LONGEST_NAME, SavedSearches, canonical


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        yield engine


@pytest.fixture
def searches(engine: Engine) -> SavedSearches:
    return engine.searches


def names(searches: SavedSearches) -> list[str]:
    return [search.name for search in searches.all()]


def test_they_are_kept_in_their_shortest_form_and_listed_by_name(searches: SavedSearches) -> None:
    searches.add("  summer \t dogs\n", "dog   date:2023-01-01..2023-12-31")
    searches.add("Boats", "boat")
    assert names(searches) == ["Boats", "summer dogs"]
    assert searches.named("SUMMER dogs").query == "dog date:2023"


@pytest.mark.parametrize(("one", "other"), [("Straße", "STRASSE"), ("caf\u00e9", "Cafe\u0301")])
def test_a_name_counts_once_in_whatever_case(searches: SavedSearches, one: str, other: str) -> None:
    kept = searches.add(one, "dog")
    with pytest.raises(SavedSearchError, match="already"):
        searches.add(other, "cat")
    assert searches.named(other) == kept
    # Writing its own name differently is no conflict.
    assert searches.rename(kept.id, other).name == other


@pytest.mark.parametrize("name", ["", " \n\t", "\x00", "x" * (LONGEST_NAME + 1)])
def test_names_that_are_none_are_refused(searches: SavedSearches, name: str) -> None:
    with pytest.raises(SavedSearchError):
        searches.add(name, "dog")
    assert names(searches) == []


def test_what_is_not_understood_is_not_kept(searches: SavedSearches) -> None:
    with pytest.raises(QueryPartError, match="20x3"):
        searches.add("dogs", "dog date:20x3")
    with pytest.raises(QueryError):
        searches.add("nothing", "   ")
    with pytest.raises(SavedSearchError, match="Unicode"):
        searches.add("bytes", "image:/tmp/\udcff.jpg")
    assert names(searches) == []


def test_paths_hold_from_wherever_they_are_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    kept = canonical("image:sofa.jpg similar:dog.jpg similar:42 in:./2023,Italy -in:~/x")
    assert f"image:{tmp_path / 'sofa.jpg'}" in kept
    assert f"similar:{tmp_path / 'dog.jpg'} + similar:42" in kept
    assert f"in:{tmp_path / '2023'},Italy -in:{tmp_path / 'home' / 'x'}" in kept
    monkeypatch.chdir("/")
    assert canonical(kept) == kept


def test_changes_can_be_undone(searches: SavedSearches) -> None:
    kept = searches.add("dogs", "dog")
    searches.set_query(kept.id, "puppy")
    searches.rename(kept.id, "puppies")
    assert [(one.name, one.query) for one in searches.all()] == [("puppies", "puppy")]
    assert searches.put_back(kept) == kept
    assert searches.all() == [kept]
    assert searches.remove(kept.id) == kept
    with pytest.raises(SavedSearchError):
        searches.remove(kept.id)
    searches.add("Dogs", "hound")
    with pytest.raises(SavedSearchError, match="already"):
        searches.put_back(kept)
    searches.remove(searches.named("dogs").id)
    assert searches.put_back(kept) == kept


def test_without_a_name_they_are_called_what_they_search_for(searches: SavedSearches) -> None:
    long = "dog " * 100
    kept = [searches.add_with_a_name(text) for text in ("red door", "red  door", long, long)]
    assert [one.name for one in kept[:2]] == ["red door", "red door (2)"]
    assert all(len(one.name) <= LONGEST_NAME for one in kept)
    assert len({one.name for one in kept}) == 4


def test_counting_opens_no_model_and_tells_what_leads_nowhere(
    engine: Engine, searches: SavedSearches
) -> None:
    searches.add("by date", "date:2023")
    searches.add("gone", "in:Atlantis type:raw")
    searches.add("words", "dog")
    told = {one.search.name: (one.photos, one.finding) for one in searches.counted()}
    assert told["by date"] == (0, "")
    assert told["gone"] == (0, "there is no folder Atlantis with photos in it")
    assert told["words"] == (None, "")
    assert engine.model.loaded is None
