"""Filters to choose from, and what they come to with others."""

from __future__ import annotations

import pytest

from photoclip.search.offering import holds, turned_round, with_term, without_term
from photoclip.search.parsing import parse
from photoclip.search.printing import term_text
from photoclip.search.query import Term


def terms(text: str) -> tuple[Term, ...]:
    return parse(text).query.terms


def texts(found: tuple[Term, ...]) -> str:
    return " ".join(map(term_text, found))


@pytest.mark.parametrize(
    ("before", "added", "after"),
    [
        ("", "camera:canon", "camera:canon"),
        ("camera:canon", "camera:nikon", "camera:canon,nikon"),
        ("camera:canon,nikon", "camera:nikon", "camera:canon,nikon"),
        ("date:2023", "date:2021-05", "date:2023,2021-05"),
        ("-camera:canon", "camera:nikon", "-camera:canon camera:nikon"),
        ("iso:..400 type:raw", "iso:6400..", "type:raw iso:6400.."),
        ("size:24mp..", "size:..200kb", "size:..200kb"),
        ("has:gps", "has:date", "has:gps has:date"),
        ("has:gps has:date", "-has:gps", "has:date -has:gps"),
        ("-has:gps", "has:gps", "has:gps"),
        ("has:gps", "has:gps", "has:gps"),
    ],
)
def test_one_more(before: str, added: str, after: str) -> None:
    [one] = terms(added)
    changed = with_term(terms(before), one)
    assert texts(changed) == after
    assert holds(changed, one)
    assert not holds(without_term(changed, one), one)


@pytest.mark.parametrize(
    ("before", "turned", "after"),
    [
        ("camera:canon,nikon iso:100", "camera:canon,nikon", "-camera:canon,nikon iso:100"),
        ("has:gps -type:raw", "-type:raw", "has:gps type:raw"),
        ("date:2023 -date:2021", "date:2023", "-date:2021,2023"),
        ("label:dog -label:cat", "-label:cat", "label:dog label:cat"),
    ],
)
def test_the_other_way_round(before: str, turned: str, after: str) -> None:
    [one] = terms(turned)
    assert texts(turned_round(terms(before), one)) == after


def test_one_less() -> None:
    assert texts(without_term(terms("camera:canon,nikon iso:100"), terms("camera:canon")[0])) == (
        "camera:nikon iso:100"
    )
    assert not holds(terms("-has:gps"), terms("has:gps")[0])
