"""Finding texts by what people type of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.gui.matching import find, fold


def ranked(typed: str, *texts: str) -> list[str]:
    found = [(match.score, text) for text in texts if (match := find(typed, text)) is not None]
    return [text for _, text in sorted(found, key=lambda pair: -pair[0])]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("sh", ["Show in the file manager", "Full show", "Refresh", "Select photos here"]),
        ("sel", ["Select all", "Clear selection", "Counsel", "Show empty list"]),
        ("full", ["Full screen", "Show full size"]),
        ("photo", ["Photos", "All photos", "Find similar photos"]),
    ],
)
def test_beginnings_of_words_come_before_parts_and_letters(typed: str, texts: list[str]) -> None:
    assert ranked(typed, *reversed(texts)) == texts


def test_every_word_has_to_fit_in_whatever_order() -> None:
    assert find("all sel", "Select all") is not None
    assert find("select some", "Select all") is None
    assert ranked("zo in", "Zoom out", "Zoom in") == ["Zoom in"]


def test_letters_in_order_begin_at_a_word() -> None:
    found = find("fsc", "Full screen")
    assert found is not None
    assert found.letters == {0, 5, 6}
    assert find("ull screen x", "Full screen") is None
    assert find("nf", "Find") is None


def test_case_and_accents_do_not_count() -> None:
    found = find("UBER", "Über photoclip")
    assert found is not None
    assert found.letters == {0, 1, 2, 3}
    assert find("strasse", "Straße") is None
    assert find("stras", "Straße") is not None


def test_nothing_typed_fits_everything() -> None:
    for typed in ("", "  "):
        found = find(typed, "Quit")
        assert found is not None
        assert (found.score, found.letters) == (0.0, frozenset())


@given(st.text(max_size=30))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=12), st.text(max_size=30))
def test_letters_lie_inside_the_text(typed: str, text: str) -> None:
    found = find(typed, text)
    if found is not None:
        assert all(0 <= letter < len(text) for letter in found.letters)


@given(st.text(min_size=1, max_size=30))
def test_a_text_fits_itself(text: str) -> None:
    assert find(text, text) is not None
