"""Files of a model directory, with every way they can fail put into words."""

from __future__ import annotations

import mmap
from pathlib import Path

from photoclip.errors import ModelDirectoryError

KEEP_WHOLE = "Download or export the model again and keep all its files together."
_LFS_POINTER = b"version https://git-lfs"
# An ONNX tensor names the file of its weights in a protobuf entry: field 13 (0x6a) of the tensor,
# whose key (field 1) is "location" and whose value (field 2) follows.
_LOCATION = b"\n\x08location\x12"
_EXTERNAL_DATA_TAG = 0x6A
# A graph of this size that stands alone holds its weights itself, and reading it takes a while.
_LARGE = 256 * 2**20


def require_folder(path: Path) -> Path:
    """Return path where it is a folder. Raises ModelDirectoryError where not."""
    try:
        if path.is_dir():
            return path
        finding = "is a file, not a folder" if path.exists() else "is missing"
    except (OSError, ValueError) as error:
        finding = f"cannot be read ({_reason(error)})"
    raise ModelDirectoryError(finding, path=path, hint=KEEP_WHOLE)


def require_file(path: Path) -> Path:
    """Return path where it is a file with content. Raises ModelDirectoryError where not."""
    try:
        if path.is_dir():
            finding = "is a folder, not a file"
        elif not path.exists():
            finding = "is missing"
        elif path.stat().st_size == 0:
            finding = "is empty"
        else:
            _refuse_lfs_pointer(path)
            return path
    except OSError as error:
        finding = f"cannot be read ({_reason(error)})"
    raise ModelDirectoryError(finding, path=path, hint=KEEP_WHOLE)


def read_file(path: Path) -> bytes:
    """The bytes of a small file. Raises ModelDirectoryError."""
    require_file(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelDirectoryError(f"cannot be read ({_reason(error)})", path=path) from error


def external_data(graph: Path) -> tuple[Path, ...]:
    """The files that hold a graph's weights where they do not lie in the graph itself.

    Looks at the file's bytes without parsing the graph. Raises ModelDirectoryError where one of
    them is missing or lies outside the graph's folder.
    """
    require_file(graph)
    try:
        names = set() if _stands_alone(graph) else _locations(graph)
    except OSError as error:
        raise ModelDirectoryError(f"cannot be read ({_reason(error)})", path=graph) from error
    return tuple(_external_file(graph, name) for name in sorted(names))


def _stands_alone(graph: Path) -> bool:
    if graph.stat().st_size < _LARGE:
        return False
    return all(file == graph or file.suffix in (".json", ".txt") for file in graph.parent.iterdir())


def _locations(graph: Path) -> set[str]:
    with graph.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return {name for at in _occurrences(data) if (name := _location_at(data, at))}


def _occurrences(data: mmap.mmap) -> list[int]:
    found, at = [], data.find(_LOCATION)
    while at >= 0:
        found.append(at)
        at = data.find(_LOCATION, at + 1)
    return found


def _location_at(data: mmap.mmap, at: int) -> str:
    """The file name in the entry at `at`; "" where other bytes only look like one."""
    if _EXTERNAL_DATA_TAG not in data[max(0, at - 3) : max(0, at - 1)]:
        return ""
    start = at + len(_LOCATION)
    length, used = _varint(data[start : start + 3])
    value = data[start + used : start + used + length]
    try:
        return value.decode("utf-8") if len(value) == length else ""
    except UnicodeDecodeError:
        return ""


def _varint(data: bytes) -> tuple[int, int]:
    """A protobuf number and the bytes it takes."""
    value = 0
    for used, byte in enumerate(data, start=1):
        value |= (byte & 0x7F) << (7 * (used - 1))
        if byte < 0x80:
            return value, used
    return 0, len(data)


def _external_file(graph: Path, name: str) -> Path:
    path = graph.parent / name
    if Path(name).is_absolute() or ".." in Path(name).parts:
        finding = f"keeps weights in {name!r}, outside its own folder"
        raise ModelDirectoryError(finding, path=graph, hint=KEEP_WHOLE)
    try:
        return require_file(path)
    except ModelDirectoryError as error:
        finding = f"{error.finding}, but {graph.name} keeps weights in it"
        raise ModelDirectoryError(finding, path=path, hint=error.hint) from error


def _refuse_lfs_pointer(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(_LFS_POINTER))
    if start == _LFS_POINTER:
        hint = "Fetch the content with: git lfs pull"
        raise ModelDirectoryError("is a Git LFS pointer, not the content", path=path, hint=hint)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
