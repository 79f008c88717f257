"""Protobuf messages walked field by field, so that what is not wanted is skipped unread."""

from __future__ import annotations

from collections.abc import Iterator
from mmap import mmap

NUMBER, BYTES = 0, 2
_FIXED = {1: 8, 5: 4}
# (field number, NUMBER or another kind, start, end) of its bytes; of a number, twice its value.
Field = tuple[int, int, int, int]


class Malformed(Exception):
    """The bytes are no message of the expected kind."""


class Messages:
    """The messages in some bytes; a message is the span from start to stop."""

    def __init__(self, data: mmap) -> None:
        self._data = data

    @property
    def size(self) -> int:
        return len(self._data)

    def fields(self, start: int, stop: int) -> Iterator[Field]:
        """The fields of a message. Raises Malformed."""
        while start < stop:
            key, start = self._varint(start, stop)
            kind = key & 7
            if kind == NUMBER:
                value, start = self._varint(start, stop)
                yield key >> 3, kind, value, value
                continue
            if kind == BYTES:
                length, start = self._varint(start, stop)
            elif kind in _FIXED:
                length = _FIXED[kind]
            else:
                raise Malformed(f"byte {start} makes no sense")
            end = start + length
            if end > stop:
                raise Malformed(f"{end - stop} bytes are missing")
            yield key >> 3, kind, start, end
            start = end

    def inner(self, start: int, stop: int, *numbers: int) -> Iterator[Field]:
        """Those fields that hold messages or texts and have one of some numbers."""
        return (f for f in self.fields(start, stop) if f[1] == BYTES and f[0] in numbers)

    def numbers(self, start: int, stop: int, number: int) -> Iterator[int]:
        """The values of a repeated number, packed or not."""
        for found, kind, begin, end in self.fields(start, stop):
            if found == number and kind == NUMBER:
                yield begin
            elif found == number and kind == BYTES:
                while begin < end:
                    value, begin = self._varint(begin, end)
                    yield value

    def text(self, start: int, stop: int) -> str:
        return self._data[start:stop].decode("utf-8", "replace")

    def _varint(self, start: int, stop: int) -> tuple[int, int]:
        """A number, and where it ends."""
        # Most are of one byte, and a graph has ten thousands of them.
        if start < stop and (byte := self._data[start]) < 0x80:
            return byte, start + 1
        value = shift = 0
        for at in range(start, min(start + 10, stop)):
            byte = self._data[at]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value, at + 1
            shift += 7
        raise Malformed(f"a number at byte {start} has no end")
