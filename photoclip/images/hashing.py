"""SHA-256 of photo files: the identity of a photo."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.images.reading import PlainReader, open_file, unavailable

CHUNK = 1 << 20
# Nearly all photos are smaller; the few larger ones are read twice rather than held in memory.
LOAD_LIMIT = 64 << 20


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file as read once. data: its bytes, or None where it is larger than the limit.

    sha256: 32 bytes. size: how many bytes were hashed.
    """

    sha256: bytes
    size: int
    data: bytes | None = field(repr=False)


def load(path: Path, limit: int = LOAD_LIMIT) -> FileContent:
    """Read a file once for hashing and decoding.

    limit: bytes up to which the content is kept. Raises FileUnavailable.
    """
    with open_file(path) as stream:
        try:
            data = _read_up_to(stream, limit + 1)
            if len(data) <= limit:
                return FileContent(hash_bytes(data), len(data), data)
            stream.seek(0)
            return _hash_stream(stream)
        except OSError as error:
            raise unavailable(error, path) from error


def read_file(path: Path, limit: int = LOAD_LIMIT) -> bytes | None:
    """A file's bytes, or None where it is larger than limit bytes. Raises FileUnavailable."""
    with open_file(path) as stream:
        try:
            data = _read_up_to(stream, limit + 1)
        except OSError as error:
            raise unavailable(error, path) from error
    return data if len(data) <= limit else None


def hash_bytes(data: bytes) -> bytes:
    """SHA-256 of bytes in memory, as 32 bytes."""
    return hashlib.sha256(data).digest()


def content_hash(path: Path) -> bytes:
    """SHA-256 of a file's bytes, as 32 bytes, in constant memory. Raises FileUnavailable.

    What the file holds while it is read is what is hashed, should it grow or shrink meanwhile.
    """
    with open_file(path) as stream:
        try:
            return _hash_stream(stream).sha256
        except OSError as error:
            raise unavailable(error, path) from error


def _hash_stream(stream: PlainReader) -> FileContent:
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return FileContent(digest.digest(), size, None)


def _read_up_to(stream: PlainReader, count: int) -> bytes:
    # A read allocates all that it asks for, so ask for no more than there seems to be.
    # Files of /proc may give None, as they do not wait until there is something.
    data = stream.read(min(stream.expected_size() + 1, count)) or b""
    while len(data) < count and (more := stream.read(min(CHUNK, count - len(data)))):
        data += more
    return data
