"""XMP sidecars beside photos: which one belongs to which photo, and how one is written."""

from __future__ import annotations

import errno
import logging
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from photoclip.errors import FileUnavailable, SidecarError
from photoclip.images.formats import RAW_EXTENSIONS, is_photo_name
from photoclip.images.hashing import read_file
from photoclip.images.xmp.packet import MAX_BYTES

log = logging.getLogger(__name__)

SUFFIX = ".xmp"
_PART = re.compile(r"\.photoclip-[0-9a-f]{16}\.part")
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


@dataclass(frozen=True, slots=True)
class Sidecars:
    """The names of sidecars that are there for a photo.

    full: "IMG.JPG.xmp", which belongs to it alone. short: "IMG.xmp", which may be shared. None
    where there is no such file. rivals: photos in the same folder that "IMG.xmp" could be for.
    """

    full: str | None
    short: str | None
    rivals: tuple[str, ...]


def is_sidecar_name(name: str) -> bool:
    """Whether a file of this name holds XMP for a photo beside it."""
    return name.lower().endswith(SUFFIX)


class Folder:
    """The names in a folder, looked up by stem."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._by_stem: dict[str, list[str]] = {}
        self._sidecars: dict[str, str] = {}
        for name in sorted(self._names):
            if is_sidecar_name(name):
                # IMG.XMP only where there is no IMG.xmp.
                stem = name[: -len(SUFFIX)]
                if self._sidecars.get(stem) != stem + SUFFIX:
                    self._sidecars[stem] = name
            elif is_photo_name(name) or PurePath(name).suffix.lower() in RAW_EXTENSIONS:
                self._by_stem.setdefault(PurePath(name).stem, []).append(name)

    def holds(self, name: str) -> bool:
        """Whether there is anything of this name."""
        return name in self._names

    def of(self, photo: str) -> Sidecars:
        """The sidecars of a photo. photo: its name."""
        stem = PurePath(photo).stem
        rivals = tuple(name for name in self._by_stem.get(stem, ()) if name != photo)
        return Sidecars(self._sidecars.get(photo), self._sidecars.get(stem), rivals)


def speaks_for(photo: str, rivals: Sequence[str], suffix: str) -> bool:
    """Whether what "IMG.xmp" says is about this photo, too.

    rivals: the other photos that it could be for. suffix: the extension that it names itself
    (photoshop:SidecarForExtension), "" for none. Otherwise it is for the raw one, as Adobe has
    it, whose programs write into the others; without one it is for all of them.
    """
    mine = PurePath(photo).suffix.lower()
    wanted = f".{suffix.lower().lstrip('.')}"
    if suffix and wanted in {mine, *(PurePath(name).suffix.lower() for name in rivals)}:
        return mine == wanted
    raws = [name for name in rivals if PurePath(name).suffix.lower() in RAW_EXTENSIONS]
    return not raws or mine in RAW_EXTENSIONS


def place_for(photo: str, there: Sidecars, suffix: str) -> str:
    """The name of the sidecar to write for a photo.

    The one that there is, that of its full name first; "IMG.xmp" only where it is for this photo
    and no other. suffix: as for speaks_for().
    """
    if there.full is not None:
        return there.full
    if there.short is not None:
        others = [name for name in there.rivals if speaks_for(name, (photo,), suffix)]
        if speaks_for(photo, there.rivals, suffix) and not others:
            return there.short
    return photo + SUFFIX


def read_sidecar(path: Path) -> bytes:
    """The bytes of a sidecar. Raises FileUnavailable; SidecarError where it is too large."""
    data = read_file(path, MAX_BYTES)
    if data is None:
        raise SidecarError(f"is larger than {MAX_BYTES:,} bytes", path=path)
    return data


def write_sidecar(path: Path, data: bytes, before: bytes | None) -> None:
    """Put data in place of a sidecar, as a whole or not at all; through links, rights kept.

    before: what it held when it was read, None where there was none. Raises SidecarError, also
    where another program wrote it meanwhile; then nothing is changed.
    """
    target = _target(path, before)
    part: Path | None = None
    try:
        part = target.parent / f".photoclip-{secrets.token_hex(8)}.part"
        # A new one gets the rights that new files get here; another those of the old one.
        rights = 0o666 if before is None else 0o600
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(part, flags, rights), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before is not None:
            _dress(part, target)
        _require_same(target, before)
        part.replace(target)
        part = None
    except OSError as error:
        raise _unwritable(error, path) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink()


def remove_sidecar(path: Path, before: bytes) -> None:
    """Delete a sidecar that holds what it held when it was read. Raises SidecarError."""
    target = _target(path, before)
    try:
        _require_same(target, before)
        target.unlink()
        # What is left of a link leads nowhere.
        if path.is_symlink():
            path.unlink()
    except OSError as error:
        raise _unwritable(error, path) from error


def require_writable(path: Path, before: bytes | None) -> None:
    """Raise the SidecarError that writing or removing a sidecar would raise, as far as it shows."""
    target = _target(path, before)
    if not os.access(target.parent, os.W_OK):
        raise _unwritable(PermissionError(errno.EACCES, os.strerror(errno.EACCES)), path)


def remove_parts(folder: Path) -> None:
    """Delete what a process that was killed left half written in a folder."""
    try:
        with os.scandir(folder) as listing:
            parts = [Path(entry.path) for entry in listing if _PART.fullmatch(entry.name)]
        for part in parts:
            part.unlink(missing_ok=True)
    except OSError as error:
        log.debug("%s may hold half written sidecars: %s", folder, error)


def _target(path: Path, before: bytes | None) -> Path:
    """The file itself behind links. Raises SidecarError where it is not to be written."""
    target = Path(os.path.realpath(path))
    if not is_sidecar_name(target.name):
        raise SidecarError(f"leads to {target}, which is no sidecar", path=path)
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise SidecarError("is a link that leads nowhere", path=path) from None
        return target
    except OSError as error:
        raise _unwritable(error, path) from error
    if not stat.S_ISREG(mode):
        raise SidecarError("is not a regular file", path=path)
    # A file may be replaced whatever its own rights say, which is not what they are for.
    if before is not None and not mode & 0o222:
        raise SidecarError("is write-protected", path=path)
    return target


def _dress(part: Path, target: Path) -> None:
    """Give a new file the rights, and as far as possible the owner, of the one it replaces."""
    now = part.stat()
    shutil.copystat(target, part)
    os.utime(part, ns=(now.st_atime_ns, now.st_mtime_ns))
    if hasattr(os, "chown"):
        was = target.stat()
        # Only root may give files away.
        with suppress(OSError):
            os.chown(part, was.st_uid, was.st_gid)
            part.chmod(stat.S_IMODE(was.st_mode))


def _require_same(target: Path, before: bytes | None) -> None:
    try:
        now: bytes | None = read_sidecar(target)
    except FileUnavailable:
        now = None
    if now != before:
        raise SidecarError(
            "was changed by another program just now", path=target, hint="Export again."
        )


def _unwritable(error: OSError, path: Path) -> SidecarError:
    hint = "Check the rights of its folder." if error.errno in _READ_ONLY else ""
    reason = (error.strerror or str(error)).lower()
    return SidecarError(f"cannot be written ({reason})", path=path, hint=hint)
