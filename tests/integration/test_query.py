"""The query language over the sample photos, with the real model."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from photoclip.catalog.criteria import OneOf
from photoclip.domain import Order, PhotoId
from photoclip.engine import Engine
from photoclip.errors import QueryError
from photoclip.paths import Paths, bundled
from photoclip.search.choosing import choices
from photoclip.search.foldernames import FolderNames
from photoclip.search.parsing import parse
from photoclip.search.printing import term_text
from photoclip.search.query import Beside, FilterName
from photoclip.search.resolving import NoCollections, Resolver
from photoclip.search.results import SearchResult

SAMPLES = sorted(bundled("resources/sample_photos").glob("*.jpg"))
DATED = """
UPDATE photos SET taken_at = printf('20%02d-05-17T10:00:00', id), iso = 100 * id WHERE id < 13
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample photos, six of them in "Österreich/2023", one of these outside as well."""
    base = tmp_path_factory.mktemp("photos") / "Pictures"
    inside = base / "Österreich" / "2023"
    inside.mkdir(parents=True)
    for number, sample in enumerate(SAMPLES):
        shutil.copy(sample, inside if number % 4 == 0 else base)
    shutil.copy(SAMPLES[0], base / "a copy, once more.jpg")
    return base


@pytest.fixture(scope="module")
def engine(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Twelve of the photos are dated, in the years 2001 to 2012, by their numbers."""
    base = tmp_path_factory.mktemp("library")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(base / "xdg"))
        with Engine.open(Paths.under(base)) as opened:
            opened.library.add_folder(folder)
            opened.library.index()
            with opened.catalog.transaction() as db:
                db.execute(DATED)
            yield opened


def names(engine: Engine, ids: Sequence[int] | np.ndarray) -> list[str]:  # type: ignore[type-arg]
    places = engine.catalog.files.paths_of([PhotoId(int(photo)) for photo in ids])
    return [places[PhotoId(int(photo))][0].name for photo in ids]


def told(result: SearchResult) -> list[str]:
    return [problem.finding for problem in result.problems]


@pytest.mark.parametrize("query", ["parrots", "a boat on the water", "a dog - on the beach"])
def test_words_alone_rank_as_words(engine: Engine, query: str) -> None:
    result, plain = engine.search.query(query), engine.search.text(query)
    assert result.ids.tolist() == plain.ids.tolist()
    assert result.scores.tolist() == plain.scores.tolist()
    assert result.searched == plain.searched == len(SAMPLES)
    [part] = result.hits[0].parts
    assert part.text == query
    assert part.cosine == pytest.approx(result.hits[0].score)
    assert engine.search.query(f"{query}^3").ids.tolist() == plain.ids.tolist()


def test_parts_come_together(engine: Engine) -> None:
    result = engine.search.query('"a boat" + green water', limit=3)
    assert "fishing_boat_on_green_water.jpg" in names(engine, result.ids)
    assert len(result.parts) == 2
    assert result.scores[0] == pytest.approx(sum(part.standard[0] for part in result.parts))
    swapped = engine.search.query('green water + "a boat"', limit=3)
    assert swapped.ids.tolist() == result.ids.tolist()


def test_what_is_excluded_goes_down(engine: Engine) -> None:
    boats = names(engine, engine.search.query("a boat", limit=None).ids)
    without = names(engine, engine.search.query('a boat -"sailing boats"', limit=None).ids)
    sails = "sailing_boats_with_spinnakers.jpg"
    assert without.index(sails) > boats.index(sails)
    assert sorted(without) == sorted(boats)


def test_filters_narrow_and_do_not_reorder(engine: Engine) -> None:
    everything = engine.search.query("water", limit=None)
    early = engine.search.query("water date:2001..2004,2006", limit=None)
    expected = [photo for photo in everything.ids.tolist() if photo in (1, 2, 3, 4, 6)]
    assert early.ids.tolist() == expected
    assert early.searched == 5
    assert engine.search.query("water + boat iso:>=1000").searched == 3
    in_words = engine.search.query("water iso:>=1000 before:2011", limit=None)
    assert in_words.ids.tolist() == [10]


def test_filters_alone_list_photos_newest_first(engine: Engine) -> None:
    result = engine.search.query("date:2003..2006", limit=3)
    assert result.ids.tolist() == [6, 5, 4]
    assert (result.searched, result.model, len(result.scores)) == (4, "", 0)
    assert [hit.score for hit in result.hits] == [None] * 3
    assert result.days is not None
    oldest = engine.search.query("date:2003..2006", order=Order.OLDEST)
    assert oldest.ids.tolist() == [3, 4, 5, 6]
    assert len(engine.search.query("-date:2003..2006", limit=None).ids) == len(SAMPLES) - 4


def test_filters_are_asked_for_once_until_files_change(engine: Engine) -> None:
    folder = FolderNames(engine.catalog).scopes("2023")[0]
    listed = engine.search.query("in:2023", limit=None).ids.tolist()
    other = PhotoId(min(set(range(1, 24)) - set(listed)))
    file = engine.catalog.files.put(folder.root, f"{folder.folder}/new.jpg", other, 1, 1)
    assert engine.search.query("in:2023", limit=None).ids.tolist() != listed
    engine.catalog.files.remove([file])
    assert engine.search.query("in:2023", limit=None).ids.tolist() == listed


def test_folders_by_path_and_by_name(engine: Engine, folder: Path) -> None:
    inside = [f"in:{folder}/Österreich", "in:österreich", "in:Österreich/2023", "in:2023"]
    for query in inside:
        result = engine.search.query(query)
        assert told(result) == []
        assert len(result.ids) == 6
    for query in (f"in:{folder}", f"in:{folder.parent}", "in:pictures"):
        assert len(engine.search.query(query).ids) == len(SAMPLES)
    assert len(engine.search.query("-in:2023").ids) == len(SAMPLES) - 6
    within = engine.library.scope_of(folder / "Österreich")
    assert len(engine.search.query("in:pictures", within=within).ids) == 6
    assert len(engine.search.query("type:jpeg is:untagged has:date", within=within).ids) < 6
    assert len(engine.search.query("is:duplicate").ids) == 1


def test_names_of_folders_follow_what_comes_and_goes(engine: Engine) -> None:
    folders = FolderNames(engine.catalog)
    [scope] = folders.scopes("2023")
    file = engine.catalog.files.put(scope.root, "Neu/hier/x.jpg", PhotoId(1), 1, 1)
    assert [found.folder for found in folders.scopes("neu")] == ["Neu"]
    engine.catalog.files.remove([file])
    with pytest.raises(QueryError):
        folders.scopes("neu")


def test_a_name_that_many_folders_have(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoclip.search.resolving._MOST_FOLDERS", 0)
    result = engine.search.query("in:2023")
    assert len(result.ids) == 6


def test_pictures_and_photos(engine: Engine, folder: Path) -> None:
    [parrots] = folder.rglob("two_parrots.jpg")
    by_picture = engine.search.query(f'image:"{parrots}"', limit=2)
    assert names(engine, by_picture.ids)[0] == parrots.name
    number = int(by_picture.ids[0])
    for query in (f"similar:{number}", f"similar:{parrots}"):
        result = engine.search.query(query, limit=None)
        assert number not in result.ids
        assert (
            result.ids.tolist() == engine.search.similar([PhotoId(number)], limit=None).ids.tolist()
        )
    both = engine.search.query(f"similar:{number} + a boat", limit=None)
    assert number not in both.ids
    pushed = engine.search.query(f"birds -similar:{number}", limit=None).ids.tolist()
    assert pushed.index(number) > len(pushed) // 2


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("album:Summer", "there are no albums yet"),
        ("label:sunset", "there are no labels yet"),
        ("-label:private", "there are no labels yet"),
        ("in:Nowhere", "there is no folder Nowhere with photos in it"),
        ("in:/no/such/folder", "there is no folder /no/such/folder with photos in it"),
        ("in:\0", "there is no folder \0 with photos in it"),
        ("in:/\udcff\ud800", "there is no folder /\udcff\ud800"),
        (f"in:/{'x' * 5000}", f"there is no folder /{'x' * 5000}"),
        ("similar:99999", "99999 is no photo of this library"),
        ("similar:" + "9" * 40, "9" * 40 + " is no photo of this library"),
        ("similar:/no/file.jpg", "/no/file.jpg is no photo of this library"),
        ("similar:\0", "\0 is no photo of this library"),
        ("date:20x3", "date: cannot be '20x3'"),
    ],
)
def test_what_is_not_there_is_told_and_the_rest_is_found(
    engine: Engine, wrong: str, why: str
) -> None:
    query = f"parrots {wrong}"
    result = engine.search.query(query, limit=3)
    [problem] = result.problems
    assert problem.finding.startswith(why)
    assert query[problem.start : problem.end] in wrong
    assert names(engine, result.ids)[0] == "two_parrots.jpg"
    alone = engine.search.query(wrong)
    assert (alone.ids.tolist(), alone.understood, len(alone.problems)) == ([], False, 1)


def test_pictures_that_give_no_pixels_are_problems(engine: Engine, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    for path in (broken, tmp_path, tmp_path / "missing.jpg", "/\0/x"):
        result = engine.search.query(f'parrots + image:"{path}"', limit=1)
        assert len(result.problems) == 1
        assert names(engine, result.ids) == ["two_parrots.jpg"]


@pytest.mark.parametrize("text", ["\ud800", "-\udcff a", "x" * 100_000, "^", "(", "a\0b", "-" * 50])
def test_odd_texts_find_something_or_say_why(engine: Engine, text: str) -> None:
    result = engine.search.query(text, limit=2)
    assert len(result.ids) == 2 or result.problems


def test_an_empty_query_is_refused(engine: Engine) -> None:
    with pytest.raises(QueryError):
        engine.search.query("  ")


class Collections:
    """An album and a label of two photos."""

    def photos(self, kind: FilterName, name: str) -> Sequence[PhotoId]:
        if name.casefold() != "summer":
            raise QueryError(f"there is no {kind} {name}")
        return [PhotoId(3), PhotoId(4)]

    def names(self, kind: FilterName) -> dict[str, int | None]:
        return {"Summer": 2} if kind is FilterName.ALBUM else {"summer": 2}

    def untagged(self) -> Sequence[PhotoId]:
        return [PhotoId(5)]


def test_albums_and_labels_plug_in(engine: Engine) -> None:
    resolver = Resolver(engine.catalog, Collections())
    terms = parse("album:summer,winter -label:SUMMER is:untagged,duplicate").query.terms
    resolved = resolver.filters(terms)
    assert [one.any_of[0] for one in resolved.filters] == [
        OneOf((PhotoId(3), PhotoId(4))),
        OneOf((PhotoId(3), PhotoId(4))),
        OneOf((PhotoId(5),)),
    ]
    assert [problem.finding for problem in resolved.problems] == ["there is no album winter"]
    assert engine.catalog.photos.matching(resolved.filters).tolist() == []


def test_explaining_counts_what_filters_leave(engine: Engine) -> None:
    understood = engine.search.understand("boat date:2001..2004 album:x")
    assert engine.search.passing(understood) == 4
    assert len(understood.problems) == 1
    assert engine.search.passing(engine.search.understand("boat")) == len(SAMPLES)


def test_pictures_and_filters_beside_a_text(engine: Engine) -> None:
    path, content = SAMPLES[2], SAMPLES[5].read_bytes()
    terms = parse("date:2001..2010").query.terms
    typed = engine.search.query(f'image:"{path}" + image:"{SAMPLES[5]}" + dog date:2001..2010')
    beside = engine.search.query("dog", beside=Beside((path, content), terms=terms))
    assert beside.ids.tolist() == typed.ids.tolist()
    assert np.allclose(beside.scores, typed.scores, atol=1e-4)
    assert [part.part.kind for part in beside.parts] == ["image", "image", "text"]
    photo = PhotoId(int(typed.ids[0]))
    alone = engine.search.query("", beside=Beside(photos=(photo,)))
    assert alone.ids.tolist() == engine.search.similar([photo]).ids.tolist()
    assert engine.search.query(" ", beside=Beside(terms=terms)).is_listing


def test_what_cannot_be_compared_with_beside_a_text(engine: Engine, tmp_path: Path) -> None:
    beside = Beside((tmp_path / "gone.jpg", b"no picture"), (PhotoId(10**6),))
    result = engine.search.query("dog", beside=beside)
    assert [one.source for one in result.unusable] == list(beside.sources)
    assert result.ids.tolist() == engine.search.query("dog").ids.tolist()
    assert not len(engine.search.query("", beside=beside).ids)


def test_what_occurs_in_the_library_is_offered(engine: Engine, folder: Path) -> None:
    found = choices(engine.catalog, NoCollections(), date(2026, 1, 1)).terms
    dates = [term_text(term) for term in found[FilterName.DATE]]
    assert dates[:4] == ["date:2012", "date:2012-05", "date:2011", "date:2011-05"]
    folders = [term.values[0].of for term in found[FilterName.IN]]
    assert folders == [str(folder), str(folder / "Österreich")]
    assert [term_text(term) for term in found[FilterName.TYPE]] == ["type:jpeg"]
    passing = {
        term_text(term): len(engine.search.query("", beside=Beside(terms=(term,))).ids)
        for terms in found.values()
        for term in terms
    }
    assert passing["date:2012"] == 1
    assert passing["type:jpeg"] == passing["has:date"] + passing["-has:date"] == len(SAMPLES)
