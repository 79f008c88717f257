"""Thumbnails on disk, shared with file managers.

Layout and contents follow the freedesktop.org Thumbnail Managing Standard 0.9:
https://specifications.freedesktop.org/thumbnail-spec/latest/
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import tempfile
import zlib
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PIL import Image, PngImagePlugin

from photoclip.images.decode import Decoder
from photoclip.images.png_header import read_texts
from photoclip.images.reading import unavailable
from photoclip.images.uris import file_uri

# With run lengths only, a 256 px thumbnail is written in 3 ms instead of 4, and smaller. zlib's
# default level takes 6 ms more for 2 % less.
_COMPRESSION = {"compress_level": 1, "compress_type": zlib.Z_RLE}
_SECOND = 1_000_000_000
# Seconds are all that the standard keeps, but a photo may be saved twice within one.
_EXACT_TIME = "X-photoclip::MTimeNs"
# How thumbnails of ours are told from those of other programs, and unfinished ones.
SOFTWARE = "photoclip"
TEMPORARY = ".photoclip-"


class ThumbnailSize(Enum):
    """The standard's sizes; the value is the longest side in pixels."""

    NORMAL = 128
    LARGE = 256
    X_LARGE = 512
    XX_LARGE = 1024

    @property
    def folder(self) -> str:
        """The name of the folder for this size."""
        return self.name.lower().replace("_", "-")


class _FirstOfEachKind:
    """Warns once of each reason: a full disk would otherwise tell of every single photo."""

    def __init__(self) -> None:
        self._told: set[int | None] = set()

    def __call__(self, path: Path, error: OSError) -> None:
        level = logging.DEBUG if error.errno in self._told else logging.WARNING
        self._told.add(error.errno)
        logging.getLogger(__name__).log(level, "no thumbnail written for %s: %s", path, error)


class ThumbnailCache:
    """Thumbnails under one base folder. Safe to use from any thread, and beside other programs.

    report: told of every thumbnail that could not be written, with the photo's path; without it
    the log tells of the first for each reason. Thumbnails can be made again, so nothing here fails
    for want of disk space or permission.
    """

    def __init__(self, base: Path, report: Callable[[Path, OSError], None] | None = None) -> None:
        self.base = base
        self._report = report or _FirstOfEachKind()

    def location(self, path: Path, size: ThumbnailSize = ThumbnailSize.LARGE) -> Path:
        """Where the thumbnail of a photo lies, if there is one."""
        return self._location(file_uri(path), size)

    def find(
        self, path: Path, mtime_ns: int, size: ThumbnailSize = ThumbnailSize.LARGE
    ) -> Path | None:
        """The thumbnail of a photo as it was at mtime_ns, or None. Reads the PNG's header only."""
        uri = file_uri(path)
        location = self._location(uri, size)
        try:
            texts = read_texts(location)
        except OSError:
            return None
        current = (
            texts.get("Thumb::URI") == uri
            and texts.get("Thumb::MTime", "").partition(".")[0] == str(mtime_ns // _SECOND)
            and texts.get(_EXACT_TIME, str(mtime_ns)) == str(mtime_ns)
        )
        return location if current else None

    def save(
        self,
        path: Path,
        mtime_ns: int,
        image: Image.Image,
        size: ThumbnailSize = ThumbnailSize.LARGE,
        *,
        file_size: int | None = None,
    ) -> Path | None:
        """Write the thumbnail of a photo; where to, or None where that failed.

        image: RGB, upright, at least as large as the thumbnail unless the photo is smaller.
        file_size: the photo's bytes, for other programs.
        """
        if path.is_relative_to(self.base):
            return None
        uri = file_uri(path)
        texts = {
            "Software": SOFTWARE,
            "Thumb::URI": uri,
            "Thumb::MTime": str(mtime_ns // _SECOND),
            _EXACT_TIME: str(mtime_ns),
        }
        if file_size is not None:
            texts["Thumb::Size"] = str(file_size)
        location = self._location(uri, size)
        try:
            _private_folder(location.parent)
            _write(location, fit(image, size.value), texts)
        except OSError as error:
            self._report(path, error)
            return None
        return location

    def make(
        self, path: Path, decoder: Decoder, size: ThumbnailSize = ThumbnailSize.LARGE
    ) -> Path | Image.Image:
        """The thumbnail of a photo: found, or decoded and saved.

        The picture itself where it could not be saved. Raises ImageError.
        """
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            raise unavailable(error, path) from error
        found = self.find(path, status.st_mtime_ns, size)
        if found is not None:
            return found
        image = decoder.decode(path, min_side=size.value).image
        saved = self.save(path, status.st_mtime_ns, image, size, file_size=status.st_size)
        return saved if saved is not None else fit(image, size.value)

    def _location(self, uri: str, size: ThumbnailSize) -> Path:
        name = hashlib.md5(uri.encode("ascii"), usedforsecurity=False).hexdigest()
        return self.base / size.folder / f"{name}.png"


def fit(image: Image.Image, longest: int) -> Image.Image:
    """A picture scaled to fit a square of `longest` pixels, in its proportions, never enlarged."""
    width, height = image.size
    scale = min(1.0, longest / max(width, height))
    if scale == 1.0:
        return image
    size = max(1, round(width * scale)), max(1, round(height * scale))
    # Whole steps by averaging, the rest by filtering: less than half the time of filtering alone.
    return image.resize(size, Image.Resampling.BICUBIC, reducing_gap=1.0)


def _write(target: Path, image: Image.Image, texts: dict[str, str]) -> None:
    """Write beside the target and rename, so that nobody sees half a thumbnail."""
    info = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        info.add_text(key, value)
    # mkstemp makes files of mode 0600, as the standard wants.
    descriptor, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            image.save(stream, "PNG", pnginfo=info, **_COMPRESSION)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _private_folder(folder: Path) -> None:
    """Make a folder and its missing parents, for nobody else's eyes (mode 0700)."""
    if not folder.is_dir():
        _private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
