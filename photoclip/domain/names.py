"""How names that people give are compared."""

from __future__ import annotations

import unicodedata


def key_of(name: str) -> str:
    """A name as names are compared: in whatever case, however accents are written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
