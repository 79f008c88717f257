"""Which writing systems a query uses, and whether a model was made for them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# By the first word of a letter's Unicode name, which is its script (UAX #24 where they differ in
# naming only): the word for it, and the ISO 639 codes of languages that are written with it.
SCRIPTS: dict[str, frozenset[str]] = {
    "Arabic": frozenset(("ar", "fa", "ur", "ps", "ku", "ug", "sd")),
    "Armenian": frozenset(("hy",)),
    "Bengali": frozenset(("bn", "as")),
    "Chinese": frozenset(("zh", "ja", "yue", "wuu")),
    "Cyrillic": frozenset(
        ("ru", "uk", "bg", "be", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "ba", "cv", "os")
    ),
    "Devanagari": frozenset(("hi", "mr", "ne", "sa", "bho", "mai")),
    "Ethiopic": frozenset(("am", "ti")),
    "Georgian": frozenset(("ka",)),
    "Greek": frozenset(("el", "grc")),
    "Gujarati": frozenset(("gu",)),
    "Gurmukhi": frozenset(("pa",)),
    "Hebrew": frozenset(("he", "iw", "yi")),
    "Japanese": frozenset(("ja",)),
    "Kannada": frozenset(("kn",)),
    "Khmer": frozenset(("km",)),
    "Korean": frozenset(("ko",)),
    "Lao": frozenset(("lo",)),
    "Malayalam": frozenset(("ml",)),
    "Myanmar": frozenset(("my",)),
    "Oriya": frozenset(("or",)),
    "Sinhala": frozenset(("si",)),
    "Tamil": frozenset(("ta",)),
    "Telugu": frozenset(("te",)),
    "Thai": frozenset(("th",)),
    "Tibetan": frozenset(("bo", "dz")),
}
_NAMED_OTHERWISE = {
    "CJK": "Chinese",
    "IDEOGRAPHIC": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "BOPOMOFO": "Chinese",
    "HANGUL": "Korean",
}
# In these a single letter is a word; elsewhere one among Latin ones is a sign, as in "5 Ω".
_WORDS_OF_ONE = frozenset(("Chinese", "Japanese", "Korean"))
EVERY_LANGUAGE = "*"


@dataclass(frozen=True, slots=True)
class Unfamiliar:
    """A query is in scripts that no language of the model is written in.

    languages: the model's, as ISO 639 codes. scripts: by their English names, the most used first.
    """

    languages: tuple[str, ...]
    scripts: tuple[str, ...]


def unfamiliar(query: str, languages: Iterable[str]) -> Unfamiliar | None:
    """What of a query the model does not understand; None where nothing, or nobody knows.

    languages: the model's, [] where unknown, with EVERY_LANGUAGE for all. Only letters of other
    scripts count: Latin ones may be names, or of a language that looks like another.
    """
    known = tuple(dict.fromkeys(code.strip() for code in languages if code.strip()))
    if not known or EVERY_LANGUAGE in known:
        return None
    # "pt-BR", "zh_Hans"
    codes = {code.replace("_", "-").partition("-")[0].casefold() for code in known}
    foreign = tuple(s for s in scripts_of(query) if not codes & SCRIPTS[s] and s not in known)
    return Unfamiliar(known, foreign) if foreign else None


def scripts_of(text: str) -> list[str]:
    """The scripts but Latin that a text is written in, the most used first.

    Emoji, digits, punctuation and lone signs among other letters are no writing.
    """
    # Full-width and mathematical letters are others of their script.
    words = _words(unicodedata.normalize("NFKC", text))
    counts: Counter[str] = Counter()
    written = set()
    for word in words:
        found = Counter(filter(None, map(_script_of, word)))
        counts.update(found)
        written |= {s for s, n in found.items() if n > 1 or s in _WORDS_OF_ONE}
    if len(words) == 1:
        written |= set(counts)
    return [script for script, _ in counts.most_common() if script in written]


def _words(text: str) -> list[str]:
    """Runs of letters; marks on them are not among these."""
    unmarked = "".join(c for c in text if unicodedata.category(c)[0] != "M")
    apart = (c if unicodedata.category(c)[0] == "L" else " " for c in unmarked)
    return "".join(apart).split()


def _script_of(letter: str) -> str:
    word = unicodedata.name(letter, "").partition(" ")[0]
    script = _NAMED_OTHERWISE.get(word, word.capitalize())
    return script if script in SCRIPTS else ""


def told(found: Unfamiliar) -> str:
    """The same in words, for the command line."""
    english = {code.casefold().partition("-")[0] for code in found.languages} == {"en"}
    knows = (
        "understands English only" if english else f"understands {_listed(found.languages)} only"
    )
    written = " and ".join(found.scripts)
    return (
        f"this model {knows}; the search is in {written} letters, so results may be arbitrary. "
        "A multilingual model helps: photoclip models list"
    )


def _listed(codes: tuple[str, ...]) -> str:
    return ", ".join(codes) if len(codes) <= 8 else f"{len(codes)} languages"
