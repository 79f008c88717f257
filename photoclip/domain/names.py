"""How names that people give are written and compared."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable


def key_of(name: str) -> str:
    """A name as names are compared: in whatever case, however accents are written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def tidy(text: str) -> str:
    """A text on one line, without what cannot be seen: two names that look alike are the same."""
    seen = (" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text)
    return " ".join("".join(seen).split())


def nearest(name: str, others: Iterable[str]) -> str:
    """Of other names the one that a person may have meant; "" where none is like it.

    The last part of "pets/cat" counts as well as the whole.
    """
    whole = {key_of(other): other for other in others}
    keys = {key.rpartition("/")[2]: other for key, other in whole.items()} | whole
    wanted = key_of(name)
    found = difflib.get_close_matches(wanted, keys, n=1)
    found = found or sorted((key for key in keys if wanted and wanted in key), key=len)
    return keys[found[0]] if found else ""
