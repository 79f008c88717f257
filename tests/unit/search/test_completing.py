"""What a query that is being typed may go on with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.domain import SavedSearch, SearchId
from photoclip.search.completing import Completion, Kind, complete
from photoclip.search.parsing import parse
from photoclip.search.query import FilterName
from photoclip.search.vocabulary import Vocabulary, Word, folded


def word(name: FilterName, value: str, photos: int | None = None) -> Word:
    key = value if name is FilterName.DATE else folded(value)
    return Word(name, value, photos, key)


VOCABULARY = Vocabulary(
    (
        word(FilterName.IN, "Italy", 40),
        word(FilterName.IN, "New York City", 12),
        word(FilterName.IN, 'The "best"', 3),
        word(FilterName.ALBUM, "Summer 2023", 9),
        word(FilterName.CAMERA, "Canon EOS 5D", 7),
        word(FilterName.CAMERA, "NIKON D90", 5),
        word(FilterName.DATE, "2023", 50),
        word(FilterName.DATE, "2021", 4),
        word(FilterName.DATE, "2023-06", 30),
        word(FilterName.DATE, "2023-05", 20),
        word(FilterName.TYPE, "jpeg", 70),
        word(FilterName.ORIENTATION, "portrait"),
    ),
    (Word(FilterName.IN, "/photos/Italy", 40, "/photos/italy"),),
    searches=(SavedSearch(SearchId(1), "Dogs outside", "dog -indoors"),),
)
PAST = ("a dog on the beach", "dogs", "New York at night")


def offered(marked: str, past: tuple[str, ...] = ()) -> list[Completion]:
    """What fits where a text has its |."""
    caret = marked.index("|")
    return complete(marked.replace("|", "", 1), caret, VOCABULARY, past)


def texts(marked: str, past: tuple[str, ...] = ()) -> list[str]:
    typed = marked.replace("|", "", 1)
    return [one.applied(typed) for one in offered(marked, past)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cam|", ["camera:"]),
        ("dog cam|", ["dog camera:"]),
        ("dog -cam| in:Italy", ["dog -camera: in:Italy"]),
        ("camera:|", ['camera:"Canon EOS 5D" ', 'camera:"NIKON D90" ']),
        ("camera:ni| dog", ['camera:"NIKON D90" dog']),
        ("camera:eos|", ['camera:"Canon EOS 5D" ']),
        ("camera:canon,|", ['camera:canon,"Canon EOS 5D" ', 'camera:canon,"NIKON D90" ']),
        ('camera:canon,"nikon d|', ['camera:canon,"NIKON D90" ']),
        ('in:"new y| red door', ['in:"New York City" red door']),
        ('in:"new y|ork" red', ['in:"New York City" red']),
        ("in:it|a dog", ["in:Italy dog"]),
        ("in:/photos/I|", ["in:/photos/Italy "]),
        ("in:/photos/|", ["in:/photos/Italy "]),
        ("ita|", ["in:Italy "]),
        ("-ita|", ["-in:Italy "]),
        ("dog new yo|", ['dog in:"New York City" ']),
        ("a beach - ita|", ["a beach - in:Italy "]),
        ("in:best|", ['in:"The ""best""" ']),
        ("date:|", ["date:2023 ", "date:2021 "]),
        ("date:2023-|", ["date:2023-06 ", "date:2023-05 "]),
        ("date:2021..20|", ["date:2021..2023 ", "date:2021..2021 "]),
        ("after:202|", ["after:2023 ", "after:2021 "]),
        ("date:>=2023-0|", ["date:>=2023-06 ", "date:>=2023-05 "]),
        ("album:su|", ['album:"Summer 2023" ']),
        ("type:j|", ["type:jpeg "]),
        # Nothing fits, or nothing would be sure to.
        ("|", []),
        ("a|", []),
        ("beach |", []),
        ('"cam|', []),
        ("ca|mera", []),
        ("image:ita|", []),
        ("near:|", []),
        ("camera:xyz|", []),
        ("10^6 |", []),
    ],
)
def test_at_the_caret(typed: str, expected: list[str]) -> None:
    assert texts(typed) == expected


def test_whole_searches_come_first_and_never_the_one_that_is_typed() -> None:
    found = offered("dog|", PAST)
    assert [(one.kind, one.shown) for one in found] == [
        (Kind.PAST, "dogs"),
        (Kind.SAVED, "Dogs outside"),
    ]
    assert texts("dog|", PAST) == ["dogs", "dog -indoors"]
    assert offered("dogs|", PAST)[0].kind is Kind.SAVED
    assert not offered("dog -indoors|", PAST)
    # In the middle of a query it is not all of it that is to be replaced.
    assert not offered("dog| on grass", PAST)


def test_values_of_our_own_are_shown_with_their_names() -> None:
    assert [one.shown for one in offered("portr|")] == ["orientation:portrait"]
    assert [one.shown for one in offered("orientation:portr|")] == ["portrait"]


def test_counts_and_the_caret_afterwards() -> None:
    [one] = offered("ita| dog")
    assert (one.kind, one.name, one.shown, one.photos) == (Kind.VALUE, "in", "Italy", 40)
    assert one.applied("ita dog") == "in:Italy dog"
    assert one.caret == len("in:Italy")


@given(st.text("ab in:-\"',.20^+ canewyorkt/\u201c", max_size=20), st.integers(0, 20))
def test_whatever_is_typed_a_value_is_understood(text: str, caret: int) -> None:
    caret = min(caret, len(text))
    for one in complete(text, caret, VOCABULARY, PAST):
        assert 0 <= one.start <= caret <= one.end <= len(text)
        if one.kind is Kind.VALUE:
            names = {term.name for term in parse(one.applied(text)).query.terms}
            assert FilterName.DATE in names or one.name in names
