"""JSON files read value by value, so that each wrong value is named with its file."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from photoclip.clip.files import read_file
from photoclip.errors import ModelDirectoryError


class JsonTable:
    """A JSON object with typed access.

    A value that is null counts as missing. Where `default` is None, the value is required.
    All methods raise ModelDirectoryError, naming the file and the value.
    """

    def __init__(self, values: dict[str, Any], file: Path, prefix: str = "") -> None:
        self._values = values
        self.file = file
        self._prefix = prefix

    @classmethod
    def read(cls, file: Path) -> JsonTable:
        """Read a file that holds one JSON object."""
        try:
            values = json.loads(read_file(file))
        except (ValueError, RecursionError) as error:
            raise ModelDirectoryError(f"is not valid JSON ({error})", path=file) from error
        if not isinstance(values, dict):
            raise ModelDirectoryError("does not hold a JSON object", path=file)
        return cls(values, file)

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    def names(self) -> tuple[str, ...]:
        """The names of all values."""
        return tuple(self._values)

    def error(self, name: str, finding: str) -> ModelDirectoryError:
        """An error about the value `name`."""
        return ModelDirectoryError(f"{self._prefix}{name} {finding}", path=self.file)

    def value(self, name: str) -> Any:
        """Whatever stands there; None where nothing does."""
        return self._values.get(name)

    def table(self, name: str) -> JsonTable:
        """A nested object; an empty one where it is missing."""
        value = self._get(name, dict, "an object", {})
        return JsonTable(value, self.file, f"{self._prefix}{name}.")

    def tables(self, name: str) -> list[JsonTable]:
        """A list of objects; an empty one where it is missing."""
        rows = self._get(name, list, "a list", [])
        if not all(isinstance(row, dict) for row in rows):
            raise self.error(name, "is not a list of objects")
        prefix = f"{self._prefix}{name}"
        return [JsonTable(row, self.file, f"{prefix}[{i}].") for i, row in enumerate(rows)]

    def text(self, name: str, default: str | None = None) -> str:
        value = str(self._get(name, str, "a text", default))
        # JSON can write half of a surrogate pair, which nobody who takes UTF-8 can read.
        if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise self.error(name, f"is {_brief(value)}, which holds half a character")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        rows = self._get(name, list, "a list of texts", [])
        if not all(isinstance(row, str) for row in rows):
            raise self.error(name, "is not a list of texts")
        return tuple(rows)

    def flag(self, name: str, default: bool | None = None) -> bool:
        return bool(self._get(name, bool, "true or false", default))

    def choice(self, name: str, choices: Sequence[str], default: str) -> str:
        """One of some words, in whatever case."""
        value = self.text(name, default).lower()
        if value not in choices:
            raise self.error(name, f"is {value!r}, not one of {', '.join(choices)}")
        return value

    def integer(self, name: str, default: int | None = None, *, least: int, most: int) -> int:
        value = self._get(name, int, "a whole number", default)
        if isinstance(value, bool) or not least <= value <= most:
            raise self.error(name, f"is {value!r}, not a whole number from {least} to {most}")
        return int(value)

    def number(self, name: str, default: float | None = None) -> float:
        return self._finite(name, self._get(name, (int, float), "a number", default))

    def numbers(self, name: str, count: int) -> tuple[float, ...]:
        """A list of `count` numbers; a single number stands for `count` times itself."""
        value = self._get(name, (list, int, float), f"a list of {count} numbers", None)
        rows = value if isinstance(value, list) else [value] * count
        if len(rows) != count:
            raise self.error(name, f"has {len(rows)} numbers, not {count}")
        return tuple(self._finite(name, row) for row in rows)

    def _finite(self, name: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.error(name, f"holds {value!r}, which is not a number")
        if not math.isfinite(value):
            raise self.error(name, f"holds {value}, which is not finite")
        return float(value)

    def _get(
        self, name: str, kind: type | tuple[type, ...], wanted: str, default: object | None
    ) -> Any:
        value = self._values.get(name)
        if value is None:
            if default is None:
                raise self.error(name, "is missing")
            return default
        if not isinstance(value, kind):
            raise self.error(name, f"is {_brief(value)}, not {wanted}")
        return value


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
