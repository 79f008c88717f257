"""Pictures that came without a file, kept in a folder by the hash of their content."""

from __future__ import annotations

import io
import logging
import os
import re
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path

from photoclip.errors import LibraryError, UnreadableImage
from photoclip.images.decode import Decoder
from photoclip.images.hashing import hash_bytes

log = logging.getLogger(__name__)

# Without an extension: what lies inside a watched folder is no photo of it.
_NAME = re.compile("[0-9a-f]{64}")
_UNFINISHED = re.compile(r"[0-9a-f]{64}\.[0-9]+\.tmp")
# A clipboard may hold a screen of four bytes a pixel.
_HARDLY_PACKED = 2
_INSTEAD = "Copy it again, or save it as a file and drop that."


class KeptPictures:
    """Keeps pictures, the same one once. Thread-safe."""

    def __init__(self, folder: Path, decoder: Callable[[], Decoder]) -> None:
        """folder: made with the first picture. decoder: gives that which is in use."""
        self._folder = folder
        self._decoder = decoder
        self._lock = threading.Lock()
        # Whoever brought them may be about to say what for.
        self._fresh: set[str] = set()

    def keep(self, picture: bytes) -> Path:
        """Keep an encoded picture. Gives its file.

        Raises UnreadableImage where it gives no pixels, or too many; LibraryError where it cannot
        be written.
        """
        content = self._packed(picture)
        path = self._folder / hash_bytes(picture).hex()
        with self._lock:
            self._fresh.add(path.name)
            try:
                _put(path, content)
            except OSError as error:
                raise LibraryError(
                    f"pictures cannot be kept here ({error.strerror})",
                    path=self._folder,
                    hint="Save the picture as a file elsewhere and drop that.",
                ) from error
        return path

    def place_of(self, path: Path) -> Path:
        """Where a picture lies by now: the library's folder may have been moved since."""
        here = self._folder / path.name
        return here if is_kept(path) and here.is_file() else path

    def forget_others(self, wanted: Collection[str]) -> int:
        """Delete all but those of these names and those kept since the start. Gives how many."""
        gone = 0
        with self._lock:
            for path in kept_files(self._folder):
                if path.name not in wanted and path.name not in self._fresh:
                    gone += _deleted(path)
        return gone

    def _packed(self, picture: bytes) -> bytes:
        """The picture, or the same pixels in a smaller file where it is hardly compressed."""
        decoder = self._decoder()
        try:
            known = decoder.decode(picture, min_side=1).metadata
            if len(picture) <= _HARDLY_PACKED * known.width * known.height:
                return picture
            packed = io.BytesIO()
            decoder.decode(picture, min_side=None).image.save(packed, "PNG")
        except UnreadableImage as error:
            finding = f"this picture {error.finding}"
            raise UnreadableImage(finding, hint=error.hint or _INSTEAD) from error
        return min(picture, packed.getvalue(), key=len)


def is_kept(path: Path) -> bool:
    """Whether a file is called as pictures are that came without one."""
    return _NAME.fullmatch(path.name) is not None


def kept_files(folder: Path) -> Iterator[Path]:
    """What was kept in a folder, also what a killed process left of keeping it."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return  # nothing was kept, or it is not ours to read
    for path in found:
        if is_kept(path) or _UNFINISHED.fullmatch(path.name):
            yield path


def _put(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all, where it is not there. Raises OSError."""
    with suppress(OSError):
        if path.stat().st_size == len(content):
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def _deleted(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s stays, though nothing needs it: %s", path, error)
        return False
    return True
