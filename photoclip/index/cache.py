"""The HNSW graph on disk: a cache that is never trusted without the stamp beside it."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from photoclip.errors import IndexCacheError

# On unit vectors the inner product is the cosine.
SPACE = "ip"
M = 16
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a saved graph was made from. sha256 is that of the graph's file, in hex."""

    fingerprint: str
    dim: int
    count: int
    generation: int
    sha256: str
    rows_sha256: str
    hnswlib: str
    format: int = _FORMAT
    space: str = SPACE
    m: int = M


@dataclass(frozen=True, slots=True)
class Written:
    """What hnswlib was asked to write: so many vectors, in so many bytes.

    rows: the graph's holdings, to be saved beside it.
    """

    count: int
    size: int
    rows: bytes


def save(
    write: Callable[[bytes], Written],
    directory: Path,
    fingerprint: str,
    dim: int,
    generation: int,
) -> Stamp:
    """Save a graph over the embeddings of a model, as they were at this catalog generation.

    write: lets hnswlib write to a path and tells what has to be there then.
    All or nothing: an older graph stays until the new one is whole on disk.
    Raises IndexCacheError where the disk refuses.
    """
    graph, rows, stamp_file = _files(directory, fingerprint)
    temporary = graph.with_suffix(f".{os.getpid()}.tmp")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        written = write(_native(temporary))
        digest = _made_durable(temporary, written)
        os.replace(temporary, graph)
        _write_durably(rows, written.rows, temporary)
        rows_digest = hashlib.sha256(written.rows).hexdigest()
        count = written.count
        stamp = Stamp(fingerprint, dim, count, generation, digest, rows_digest, _version())
        _write_durably(stamp_file, json.dumps(asdict(stamp), indent=1).encode(), temporary)
    except OSError as error:
        raise IndexCacheError(f"cannot be written ({error.strerror})", path=graph) from error
    finally:
        _discard(temporary)
    return stamp


def load(
    index: Any,
    directory: Path,
    fingerprint: str,
    dim: int,
    count: int | None,
    generation: int | None,
) -> bytes:
    """Fill an empty hnswlib index with the saved graph of a model, and give its saved rows.

    count, generation: what they must have been when it was saved; None for whatever they were.
    Raises IndexCacheError where the graph is missing, damaged or stale.
    """
    graph, rows, stamp_file = _files(directory, fingerprint)
    stamp = _read_stamp(stamp_file)
    _compare(stamp_file, stamp, fingerprint, dim, count, generation)
    _compare_hash(graph, stamp.sha256)
    _compare_hash(rows, stamp.rows_sha256)
    try:
        index.load_index(_native(graph))
        saved = rows.read_bytes()
    except RuntimeError as error:
        raise IndexCacheError(f"is damaged ({error})", path=graph) from error
    except OSError as error:
        raise IndexCacheError(f"cannot be read ({error.strerror})", path=rows) from error
    if index.element_count != stamp.count:
        raise IndexCacheError("holds other photos than its stamp says", path=graph)
    return saved


def discard(directory: Path, fingerprint: str) -> None:
    """Delete the saved graph of a model that is not wanted any more, as far as that can be."""
    for file in _files(directory, fingerprint):
        _discard(file)


def _files(directory: Path, fingerprint: str) -> tuple[Path, Path, Path]:
    """Where the graph, its rows and its stamp lie."""
    name = hashlib.sha256(fingerprint.encode("utf-8", "backslashreplace")).hexdigest()[:32]
    return directory / f"{name}.hnsw", directory / f"{name}.rows", directory / f"{name}.json"


def _made_durable(path: Path, written: Written) -> str:
    """The SHA-256 of the file, once it is whole and on disk."""
    # hnswlib itself says nothing about a full disk or a missing folder.
    with path.open("rb+") as file:
        if os.fstat(file.fileno()).st_size != written.size:
            finding = "cannot be written whole (is the disk full?)"
            raise IndexCacheError(finding, path=path.parent)
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_durably(path: Path, content: bytes, temporary: Path) -> None:
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


def _discard(path: Path) -> None:
    # What is left of a failed save is overwritten by the next; the failure itself says more.
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _read_stamp(path: Path) -> Stamp:
    try:
        table = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise IndexCacheError("does not exist yet", path=path) from error
    except OSError as error:
        raise IndexCacheError(f"cannot be read ({error.strerror})", path=path) from error
    except ValueError as error:
        raise IndexCacheError(f"is damaged ({error})", path=path) from error
    wanted = {field.name for field in fields(Stamp)}
    if not isinstance(table, dict) or set(table) != wanted:
        raise IndexCacheError("is of another format", path=path)
    return Stamp(**table)


def _compare(
    path: Path,
    stamp: Stamp,
    fingerprint: str,
    dim: int,
    count: int | None,
    generation: int | None,
) -> None:
    wanted: dict[str, Any] = {
        "format": _FORMAT,
        "fingerprint": fingerprint,
        "dim": dim,
        "space": SPACE,
        "m": M,
        "hnswlib": _version(),
        "count": stamp.count if count is None else count,
        "generation": stamp.generation if generation is None else generation,
    }
    for name, value in wanted.items():
        found = getattr(stamp, name)
        if type(found) is not type(value) or found != value:
            raise IndexCacheError(f"is for {name} {found!r}, not {value!r}", path=path)


def _compare_hash(path: Path, sha256: str) -> None:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise IndexCacheError(f"cannot be read ({error.strerror})", path=path) from error
    if digest != sha256:
        raise IndexCacheError("is damaged (not the file that was stamped)", path=path)


def _native(path: Path) -> bytes:
    """The path as hnswlib's narrow file functions want it."""
    if sys.platform == "win32":
        try:
            return str(path).encode("mbcs", "strict")
        except UnicodeEncodeError as error:
            raise IndexCacheError("has a name that hnswlib cannot open", path=path) from error
    else:
        return os.fsencode(path)


def _version() -> str:
    # Late, for the sake of start-up time.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("hnswlib")
    except PackageNotFoundError:
        return "unknown"  # some bundles of the application carry no package metadata
