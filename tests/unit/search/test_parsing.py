"""What a query means, part by part."""

from __future__ import annotations

from datetime import date

import pytest

from photoclip.catalog import criteria
from photoclip.catalog.criteria import Span, Taken
from photoclip.search.parsing import MOST_PARTS, MOST_VALUES, parse
from photoclip.search.printing import text
from photoclip.search.query import Part, PartKind


def parts(query: str) -> list[tuple[str, float, bool]]:
    parsed = parse(query)
    assert parsed.problems == ()
    return [(part.value, part.weight, part.excluded) for part in parsed.query.parts]


def value(query: str) -> object:
    parsed = parse(query)
    assert parsed.problems == ()
    [term] = parsed.query.terms
    [one] = term.values
    return one.of


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("red door", [("red door", 1, False)]),
        ("  red\tdoor\n", [("red door", 1, False)]),
        ("red door + car", [("red door", 1, False), ("car", 1, False)]),
        ('beach^2+"red umbrella"^.5', [("beach", 2, False), ("red umbrella", 0.5, False)]),
        ("beach^2 umbrella", [("beach", 2, False), ("umbrella", 1, False)]),
        ('beach "red door" sea', [("beach", 1, False), ("red door", 1, False), ("sea", 1, False)]),
        ("dog -people on grass", [("dog on grass", 1, False), ("people", 1, True)]),
        ('-"red car"^3 dog', [("dog", 1, False), ("red car", 3, True)]),
        ("dog +cat", [("dog", 1, False), ("cat", 1, False)]),
        ("-Hund -犬 -🐶", [("Hund", 1, True), ("犬", 1, True), ("🐶", 1, True)]),
        ("“red door”", [("red door", 1, False)]),
        ('a "b"c', [("a", 1, False), ("b", 1, False), ("c", 1, False)]),
    ],
)
def test_prompts(query: str, expected: list[tuple[str, float, bool]]) -> None:
    assert parts(query) == expected


def test_places_are_those_in_the_text() -> None:
    query = 'dog -"red car"^2 on date:2023,20x3 beach'
    parsed = parse(query)
    dog, car = parsed.query.parts
    assert query[dog.place.start : dog.place.end] == 'dog -"red car"^2 on date:2023,20x3 beach'
    assert query[car.place.start : car.place.end] == '-"red car"^2'
    [problem] = parsed.problems
    assert query[problem.start : problem.end] == "20x3"
    assert "2023-06" in problem.hint


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("date:2024-02", Taken(date(2024, 2, 1), date(2024, 2, 29))),
        ("date:2023-6-5", Taken(date(2023, 6, 5), date(2023, 6, 5))),
        ("date:2023-11..2024-02", Taken(date(2023, 11, 1), date(2024, 2, 29))),
        ("date:..2019", Taken(None, date(2019, 12, 31))),
        ("date:>2019", Taken(date(2020, 1, 1), None)),
        ("date:<=2019-05", Taken(None, date(2019, 5, 31))),
        ("before:2020-03-01", Taken(None, date(2020, 2, 29))),
        ("AFTER:2023", Taken(date(2024, 1, 1), None)),
        ("date:9999", Taken(date(9999, 1, 1), date(9999, 12, 31))),
        ("rating:4", criteria.Rating(Span(4, 4))),
        ("rating:>=3", criteria.Rating(Span(3, 5))),
        ("rating:>3", criteria.Rating(Span(4, 5))),
        ("rating:<2", criteria.Rating(Span(0, 1))),
        ("rating:..2", criteria.Rating(Span(0, 2))),
        ("rating:Rejected", criteria.Rating(Span(-1, -1))),
        ("iso:>800", criteria.Iso(Span(801, None))),
        ("iso:100-400", criteria.Iso(Span(100, 400))),
        ("size:12mp", criteria.Pixels(Span(11_500_000, 12_500_000))),
        ("size:1.5mb", criteria.Bytes(Span(1_450_000, 1_550_000))),
        ("size:500kb..2mb", criteria.Bytes(Span(500_000, 2_000_000))),
        ("size:2..5MB", criteria.Bytes(Span(2_000_000, 5_000_000))),
        ("size:>=1mib", criteria.Bytes(Span(1_048_576, None))),
        ("size:1080x1920", criteria.Sides(Span(1920, 1920), Span(1080, 1080))),
        ("size:<4000px", criteria.Sides(Span(None, 3999))),
        ("near:-33.8,151,5km", criteria.Near(-33.8, 151, 5)),
        ("orientation:Portrait", criteria.Oriented(criteria.Shape.PORTRAIT)),
        ("type:.JPG", "jpeg"),
        ("type:DNG", "dng"),
        ('in:"a, b/c"', "a, b/c"),
        (r"in:C:\Users\me", r"C:\Users\me"),
    ],
)
def test_values(query: str, expected: object) -> None:
    assert value(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        *("date:13.06.2023", "date:2023-02-30", "date:0000", "date:..", "date:2023..2021"),
        *("after:9999", "before:0001", "date:２０２３", "date:>", "date:2023...2024"),
        *("rating:6", "rating:good", "rating:>5", "rating:4..2", "rating:-1"),
        *("iso:low", "iso:<0", "iso:400..100", "iso:1e3", "iso:" + "9" * 30),
        *("size:12", "size:12mp..3mb", "size:big", "size:<0x5", "size:-1mb"),
        *("near:91,0,1", "near:0,181,1", "near:1,2", "near:1,2,0", "near:nan,2,3"),
        *("type:mp4", "has:wings", "is:nice", "orientation:up", "image:", 'in:""', "label:,"),
        *("dog^0", "dog^101", '"dog"^x', "dog^", "dog^-1"),
    ],
)
def test_what_makes_no_sense_is_told(query: str) -> None:
    parsed = parse(f"sea {query}")
    assert len(parsed.problems) == 1
    assert parsed.problems[0].start >= 4
    assert parsed.query.parts[0].value.startswith("sea")
    assert parsed.query.terms == ()


def test_or_and_commas_mean_any_of_them() -> None:
    joined = parse("type:jpg OR type:png,raw").query
    assert joined == parse("type:jpeg,png,raw").query
    assert len(joined.terms) == 1
    assert len(parse("type:jpeg type:raw").query.terms) == 2
    assert parse("-type:jpeg OR type:raw").problems
    assert parse("before:2001 OR before:2002").query.terms[0].values[1].of == Taken(
        None, date(2001, 12, 31)
    )


def test_there_are_limits() -> None:
    parsed = parse(" + ".join(["x"] * 5000))
    assert len(parsed.query.parts) == MOST_PARTS
    assert len(parsed.problems) == 1
    parsed = parse("iso:" + ",".join(map(str, range(1, 500))))
    assert len(parsed.query.terms[0].values) == MOST_VALUES
    assert len(parsed.problems) == 1


@pytest.mark.parametrize("sign", ["^", "-", '"', "+", "“", "a:", "in:,", "a^2+", "OR "])
def test_long_junk_takes_no_long_time(sign: str) -> None:
    parse(sign * 20_000)


def test_pictures_and_photos() -> None:
    parsed = parse('image:"a b.jpg"^2 red similar:12 -similar:x,y.jpg')
    assert parsed.query.parts == (
        Part(PartKind.IMAGE, "a b.jpg", 2),
        Part(PartKind.TEXT, "red"),
        Part(PartKind.SIMILAR, "12"),
        Part(PartKind.SIMILAR, "x,y.jpg", excluded=True),
    )
    assert text(parsed.query) == 'image:"a b.jpg"^2 + red + similar:12 -similar:"x,y.jpg"'
