"""The texts in front of a PNG's pixels, without decoding any pixel."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = b"\x00\x00\x00\x00IEND\xaeB`\x82"
# Room for a path of 4096 bytes with all of them escaped, and what else may stand before it.
_HEADER = 32 << 10
_MAX_TEXT = 16 << 10


def read_texts(path: Path) -> dict[str, str]:
    """Key and value of the tEXt, zTXt and iTXt chunks before the pixels.

    Empty for what is no PNG, and for one that stops short of its end. Raises OSError.
    """
    with path.open("rb") as stream:
        head = stream.read(_HEADER)
        if not head.startswith(_SIGNATURE):
            return {}
        stream.seek(-min(len(head), len(_END)), os.SEEK_END)
        if stream.read() != _END:
            return {}
    return dict(filter(None, (_text(name, body) for name, body in _chunks(head))))


def _chunks(head: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at + 8 <= len(head):
        length = int.from_bytes(head[at : at + 4], "big")
        name, body = head[at + 4 : at + 8], head[at + 8 : at + 8 + length]
        if name == b"IDAT" or len(body) < length:
            return
        yield name, body
        at += length + 12


def _text(name: bytes, body: bytes) -> tuple[str, str] | None:
    key, _, rest = body.partition(b"\0")
    match name:
        case b"tEXt":
            value = rest
        case b"zTXt":
            value = _inflate(rest[1:])
        case b"iTXt":
            # Flag, method, then language and translated key, each ended by a NUL.
            text = rest[2:].split(b"\0", 2)[-1]
            value = _inflate(text) if rest[:1] == b"\1" else text
        case _:
            return None
    return key.decode("latin-1"), value.decode("utf-8" if name == b"iTXt" else "latin-1", "replace")


def _inflate(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MAX_TEXT)
    except zlib.error:
        return b""
