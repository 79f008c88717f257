"""Whatever is typed parses or explains itself, and a printed query is the query."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from photoclip.catalog import criteria
from photoclip.catalog.criteria import Known, Shape, Span
from photoclip.search.kinds import NAMES as KINDS
from photoclip.search.lexer import NAMES
from photoclip.search.parsing import parse
from photoclip.search.printing import text
from photoclip.search.query import FilterName, Part, PartKind, Query, Term, Value, ordered
from photoclip.search.values import UNTAGGED

SIGNS = ["-", "+", "^", '"', ":", ",", "..", " ", "“", "”", ">=", "OR", "^2", "x", "mb", "\t"]
fragments = st.one_of(
    st.sampled_from(SIGNS),
    st.sampled_from([f"{name}:" for name in sorted(NAMES)]),
    st.sampled_from(["2023", "2023-06", "12mp", "jpeg", "48.2", "red", "dog", "0", "-1", "9" * 25]),
    st.text(max_size=3),
)
typed = st.one_of(st.text(), st.lists(fragments, max_size=14).map("".join))


@given(typed)
def test_any_text_parses_or_explains_itself(given_text: str) -> None:
    parsed = parse(given_text)
    for problem in parsed.problems:
        assert 0 <= problem.start <= problem.end <= len(given_text)
        assert problem.start < problem.end
        assert problem.finding
        str(problem)
    assert parsed.query or parsed.problems or not given_text.strip()
    for part in parsed.query.parts:
        assert 0 <= part.place.start < part.place.end <= len(given_text)


@given(typed)
def test_what_was_understood_is_understood_again(given_text: str) -> None:
    query = parse(given_text).query
    printed = text(query)
    again = parse(printed)
    assert again.query == query
    assert again.problems == ()
    assert text(again.query) == printed


words = st.text(min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
weights = st.one_of(st.just(1.0), st.integers(1, 10_000).map(lambda number: number / 100))
parts = st.builds(Part, st.just(PartKind.TEXT), words, weights, st.booleans()) | st.builds(
    Part,
    st.sampled_from([PartKind.IMAGE, PartKind.SIMILAR]),
    st.text(min_size=1, max_size=9).map(str.strip).filter(bool),
    weights,
    st.booleans(),
)
days = st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30))
sizes = st.integers(0, 10**15)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    low, high = sorted((draw(sizes), draw(sizes)))
    return draw(
        st.sampled_from([Span(low, high), Span(low, None), Span(None, high), Span(high, high)])
    )


@st.composite
def taken(draw: st.DrawFn) -> criteria.Taken:
    first, last = sorted((draw(days), draw(days)))
    ends = [(first, last), (first, None), (None, last)]
    return criteria.Taken(*draw(st.sampled_from(ends)))


near = st.builds(
    criteria.Near,
    st.integers(-9_000_000, 9_000_000).map(lambda n: n / 100_000),
    st.integers(-18_000_000, 18_000_000).map(lambda n: n / 100_000),
    st.integers(1, 10_000_000).map(lambda n: n / 1000),
)


@st.composite
def sides(draw: st.DrawFn) -> criteria.Sides:
    if draw(st.booleans()):
        return criteria.Sides(draw(spans()))
    longer, shorter = draw(st.tuples(st.integers(500, 900), st.integers(1, 400)))
    return criteria.Sides(Span(longer, longer + draw(sizes)), Span(shorter, shorter + 50))


VALUES = {
    FilterName.IN: st.text(min_size=1, max_size=9).filter(lambda text: bool(text.strip())),
    FilterName.ALBUM: words,
    FilterName.LABEL: words,
    FilterName.DATE: taken(),
    FilterName.CAMERA: words.map(criteria.Camera),
    FilterName.LENS: words.map(criteria.Lens),
    FilterName.ISO: spans().map(criteria.Iso),
    FilterName.RATING: st.sampled_from(
        [criteria.Rating(Span(low, high)) for low in range(6) for high in range(low, 6)]
        + [criteria.Rating(Span(-1, -1))]
    ),
    FilterName.ORIENTATION: st.sampled_from(Shape).map(criteria.Oriented),
    FilterName.SIZE: spans().map(criteria.Bytes) | spans().map(criteria.Pixels) | sides(),
    FilterName.TYPE: st.sampled_from([*KINDS, "dng"]),
    FilterName.HAS: st.sampled_from(Known).map(criteria.Has),
    FilterName.NEAR: near,
    FilterName.IS: st.sampled_from([UNTAGGED, criteria.Duplicate()]),
}


@st.composite
def terms(draw: st.DrawFn) -> Term:
    name = draw(st.sampled_from(FilterName))
    most = 1 if name is FilterName.NEAR else 3
    found = draw(st.lists(VALUES[name], min_size=1, max_size=most))
    return Term(name, tuple(Value(one) for one in found), draw(st.booleans()))


@given(st.lists(parts, max_size=5), st.lists(terms(), max_size=4))
def test_every_query_can_be_typed(some: list[Part], others: list[Term]) -> None:
    query = Query(ordered(some), tuple(others))
    parsed = parse(text(query))
    assert parsed.problems == ()
    assert parsed.query == query
