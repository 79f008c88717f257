"""Files of a model directory, with every way they can fail put into words."""

from __future__ import annotations

from pathlib import Path

from photoclip.errors import ModelDirectoryError

KEEP_WHOLE = "Download or export the model again and keep all its files together."
_LFS_POINTER = b"version https://git-lfs"
# Multilingual tokenizers, the largest files that are read whole, have 30 MB.
_LARGEST = 256 * 2**20


def require_folder(path: Path) -> Path:
    """Return path where it is a folder. Raises ModelDirectoryError where not."""
    try:
        if path.is_dir():
            return path
        finding = "is a file, not a folder" if path.exists() else _absence(path)
    except (OSError, ValueError) as error:
        finding = f"cannot be read ({_reason(error)})"
    raise ModelDirectoryError(finding, path=path, hint=KEEP_WHOLE)


def require_file(path: Path) -> Path:
    """Return path where it is a file with content. Raises ModelDirectoryError where not."""
    try:
        if path.is_dir():
            finding = "is a folder, not a file"
        elif not path.exists():
            finding = _absence(path)
        elif not path.is_file():
            finding = "is not a file that holds anything"
        elif path.stat().st_size == 0:
            finding = "is empty"
        else:
            _refuse_lfs_pointer(path)
            return path
    except (OSError, ValueError) as error:
        finding = f"cannot be read ({_reason(error)})"
    raise ModelDirectoryError(finding, path=path, hint=KEEP_WHOLE)


def read_file(path: Path) -> bytes:
    """The bytes of a small file. Raises ModelDirectoryError."""
    require_file(path)
    try:
        if (size := path.stat().st_size) > _LARGEST:
            finding = f"has {size // 2**20} MB, which is no file of settings"
            raise ModelDirectoryError(finding, path=path)
        return path.read_bytes()
    except OSError as error:
        raise ModelDirectoryError(f"cannot be read ({_reason(error)})", path=path) from error


def is_lfs_pointer(path: Path) -> bool:
    """Whether Git LFS has yet to put the content there; False where the file cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_LFS_POINTER)) == _LFS_POINTER
    except OSError:
        # Whoever goes on to read it says why.
        return False


def _refuse_lfs_pointer(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(_LFS_POINTER))
    if start == _LFS_POINTER:
        hint = "Fetch the content with: git lfs pull"
        raise ModelDirectoryError("is a Git LFS pointer, not the content", path=path, hint=hint)


def _absence(path: Path) -> str:
    return "is a link to nowhere" if path.is_symlink() else "is missing"


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
