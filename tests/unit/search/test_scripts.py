"""Queries that a model was not made for are told apart by their letters."""

from __future__ import annotations

import pytest

from photoclip.search.scripts import Unfamiliar, scripts_of, told, unfamiliar


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("a dog on the beach", []),
        ("Ærø, São Tomé, Łódź, straße", []),
        ("собака на пляже", ["Cyrillic"]),
        ("海辺の犬", ["Chinese", "Japanese"]),
        ("犬", ["Chinese"]),
        ("カメラ", ["Japanese"]),
        ("바다", ["Korean"]),
        ("σκύλος", ["Greek"]),
        ("כלב בחוף", ["Hebrew"]),
        ("كلب", ["Arabic"]),
        ("कुत्ता", ["Devanagari"]),
        ("สุนัข", ["Thai"]),
        ("ძაღლი", ["Georgian"]),
        ("в Paris, у моря", ["Cyrillic"]),
        ("я", ["Cyrillic"]),
        # No writing: signs, digits, emoji, letters that are only drawn otherwise.
        ("5 Ω, 3 µm, α test, 100 ℃ №7", []),
        ("🐶🏖️ ❤️ 2023 … «»", []),
        ("Ｈｅｌｌｏ 𝓱𝓮𝓵𝓵𝓸 ⓗⓘ", []),
        ("\ud800 \x00 \u200f", []),
        ("", []),
    ],
)
def test_scripts(text: str, scripts: list[str]) -> None:
    assert sorted(scripts_of(text)) == sorted(scripts)


@pytest.mark.parametrize(
    ("languages", "query", "scripts"),
    [
        (["en"], "собака", ("Cyrillic",)),
        (["en", "ru"], "собака", None),
        (["zh"], "犬 dog", None),
        (["zh"], "собака", ("Cyrillic",)),
        (["zh-Hans"], "狗", None),
        (["ja"], "海辺の犬", None),
        (["en"], "a dog", None),
        # Latin letters may be names.
        (["ru"], "Paris", None),
        # Nobody knows, or it understands all.
        ([], "собака", None),
        (["*"], "собака", None),
        (["", " "], "собака", None),
    ],
)
def test_what_a_model_does_not_understand(
    languages: list[str], query: str, scripts: tuple[str, ...] | None
) -> None:
    found = unfamiliar(query, languages)
    assert (None if found is None else found.scripts) == scripts


def test_it_is_told_in_a_sentence() -> None:
    line = told(Unfamiliar(("en",), ("Cyrillic",)))
    assert "understands English only" in line
    assert "Cyrillic letters" in line
    assert "photoclip models list" in line
    assert "en, de only" in told(Unfamiliar(("en", "de"), ("Thai",)))
