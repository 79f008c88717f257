"""Single EXIF values, of which cameras and editors write every imaginable variant."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

_MAX_TEXT = 120
_FIRST_PHOTOGRAPH = 1826
_MAX_OFFSET = 14 * 60
_DATE = re.compile(
    r"(\d{4})[:/.-](\d{1,2})[:/.-](\d{1,2})"
    r"(?:[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?",
    re.ASCII,
)
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})", re.ASCII)


def text(value: Any) -> str:
    """Clean text: up to the first NUL, printable, without runs of spaces; "" for all else."""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if not isinstance(value, str):
        return ""
    plain = _as_utf8(value.lstrip("\0").split("\0", 1)[0])
    printable = "".join(letter if letter.isprintable() else " " for letter in plain)
    return " ".join(printable.split())[:_MAX_TEXT].strip(" -")


def number(value: Any) -> float | None:
    """A finite float from an integer, a rational or a list that starts with one."""
    if isinstance(value, tuple | list) and value:
        value = value[0]
    if isinstance(value, str | bytes):
        return None
    try:
        result = float(value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return result if math.isfinite(result) else None


def positive(value: Any, most: float) -> float | None:
    """A number above zero and at most `most`."""
    result = number(value)
    return result if result is not None and 0 < result <= most else None


def moment(value: Any) -> datetime | None:
    """A naive time from EXIF's "2024:05:01 10:11:12" and its common misspellings."""
    match = _DATE.match(text(value))
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    if year < _FIRST_PHOTOGRAPH:
        return None
    try:
        return datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None


def offset_minutes(value: Any) -> int | None:
    """Minutes east of UTC from "+02:00" or "Z"."""
    plain = value.split("\0", 1)[0].strip() if isinstance(value, str) else ""
    if plain == "Z":
        return 0
    match = _OFFSET.fullmatch(plain)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3])
    if int(match[3]) >= 60 or minutes > _MAX_OFFSET:
        return None
    return -minutes if match[1] == "-" else minutes


def maker_and_model(maker: str, model: str) -> str:
    """Join the two without "Canon Canon EOS"."""
    if not maker or not model:
        return model or maker
    known = {word.lower() for word in maker.split()}
    return model if model.split()[0].lower() in known else f"{maker} {model}"


def coordinates(gps: Mapping[int, Any]) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, north and east positive; None where in doubt."""
    latitude = _angle(gps.get(2), gps.get(1), "NS", 90.0)
    longitude = _angle(gps.get(4), gps.get(3), "EW", 180.0)
    if latitude is None or longitude is None:
        return None
    # Cameras without a fix write zeros; nobody photographs that spot in the Gulf of Guinea.
    return None if latitude == 0 and longitude == 0 else (latitude, longitude)


def _angle(value: Any, reference: Any, signs: str, most: float) -> float | None:
    side = text(reference)[:1].upper()
    parts = value if isinstance(value, tuple | list) else (value,)
    if not side or side not in signs or not 1 <= len(parts) <= 3:
        return None
    degrees = 0.0
    for power, part in enumerate(number(part) for part in parts):
        if part is None or part < 0 or (power and part > 60):
            return None
        degrees += part / 60**power
    if degrees > most:
        return None
    return -degrees if side == signs[1] else degrees


def _as_utf8(value: str) -> str:
    """EXIF says ASCII, Pillow reads Latin-1, and phones write UTF-8."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
