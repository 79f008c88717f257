"""Any photo file to upright sRGB pixels, or one of two errors that say why not."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Protocol

from PIL import Image, ImageFile

from photoclip.domain import Annotations, Metadata
from photoclip.errors import UnreadableImage
from photoclip.images.annotations import read_annotations
from photoclip.images.colour import to_srgb
from photoclip.images.formats import EXTENSIONS, is_photo_name
from photoclip.images.hashing import read_file
from photoclip.images.metadata import read_metadata
from photoclip.images.pillow import open_image
from photoclip.images.pixels import flatten, upright, upright_size
from photoclip.images.raw import RawPicture, develop, is_raw, read_raw_header
from photoclip.images.reading import open_file, unavailable

__all__ = [
    "EXTENSIONS",
    "DecodedImage",
    "Decoder",
    "ThreadDecoder",
    "decode_image",
    "is_photo_name",
]

PIXEL_LIMIT = 500_000_000


@dataclass(frozen=True, slots=True)
class DecodedImage:
    """A photo's pixels and what its header tells.

    image: mode RGB, upright, sRGB, alpha composed over white. Its size may be smaller than
    metadata's, which is that of the file. annotations: what people wrote into the file.
    """

    image: Image.Image
    metadata: Metadata
    annotations: Annotations = field(default_factory=Annotations)


class Decoder(Protocol):
    """The seam behind which decoding runs.

    Sources and results can be sent to another process, so that hostile files may later be
    decoded by workers with limits; callers only ever see ImageError.
    """

    def decode(self, source: Path | bytes, *, min_side: int | None = 512) -> DecodedImage:
        """See decode_image. Safe to call from any thread."""
        ...


@dataclass(frozen=True, slots=True)
class ThreadDecoder:
    """Decodes in the calling thread; the codecs release the interpreter lock."""

    pixel_limit: int = PIXEL_LIMIT

    def decode(self, source: Path | bytes, *, min_side: int | None = 512) -> DecodedImage:
        return decode_image(source, min_side=min_side, pixel_limit=self.pixel_limit)


def decode_image(
    source: Path | bytes, *, min_side: int | None = 512, pixel_limit: int = PIXEL_LIMIT
) -> DecodedImage:
    """Decode a photo, by its content and not by its name.

    source: a file, or a file's bytes. min_side: pixels; the result may be reduced as long as its
    shorter side stays at least this, which for large JPEGs saves most of the time; None decodes
    at full size. pixel_limit: more pixels are refused before any is allocated.

    Of several pages or frames the first is taken. Raises UnreadableImage where the content is at
    fault, FileUnavailable where the file is, and nothing else.
    """
    path = source if isinstance(source, Path) else None
    with _content(source) as stream:
        try:
            return _decode(stream, min_side, pixel_limit)
        except UnreadableImage as error:
            raise UnreadableImage(error.finding, path=path, hint=error.hint) from error
        except MemoryError as error:
            raise UnreadableImage("needs more memory than there is", path=path) from error
        except Exception as error:
            # Codecs raise whatever a damaged file makes them stumble over.
            if path is not None and isinstance(error, OSError) and error.errno is not None:
                raise unavailable(error, path) from error
            raise UnreadableImage(f"is damaged: {_one_line(error)}", path=path) from error


@contextmanager
def _content(source: Path | bytes) -> Iterator[BinaryIO]:
    """Bytes in memory where that is sensible: errors of the disk cannot then look like damage."""
    data = read_file(source) if isinstance(source, Path) else source
    if data is not None:
        yield io.BytesIO(data)
        return
    assert isinstance(source, Path)
    with open_file(source) as stream:
        yield stream


def _decode(stream: BinaryIO, min_side: int | None, pixel_limit: int) -> DecodedImage:
    if is_raw(stream):
        return _decode_raw(stream, min_side, pixel_limit)
    opened = open_image(stream, pixel_limit)
    metadata, written = _load(opened, min_side)
    # Pillow turns TIFF by itself while it loads.
    orientation = 1 if opened.format == "TIFF" else metadata.orientation
    if not _is_jpeg(opened):
        # Some headers promise another size than the codec then gives.
        width, height = upright_size(opened.size, orientation)
        metadata = replace(metadata, width=width, height=height)
    flat = flatten(opened, min_side)
    image = upright(to_srgb(flat, opened.info.get("icc_profile")), orientation)
    return DecodedImage(_bare(image), metadata, written)


def _decode_raw(stream: BinaryIO, min_side: int | None, pixel_limit: int) -> DecodedImage:
    picture = develop(stream, min_side, pixel_limit)
    metadata, written = read_raw_header(stream)
    if picture.developed is not None:
        image = flatten(picture.developed, min_side)
    else:
        inner = _decode(io.BytesIO(picture.preview or b""), min_side, pixel_limit)
        image = upright(inner.image, _left_to_turn(picture, inner))
        metadata = metadata if metadata.camera else inner.metadata
    return DecodedImage(
        image,
        replace(
            metadata,
            format="RAW",
            width=picture.width,
            height=picture.height,
            orientation=picture.orientation,
        ),
        written,
    )


def _left_to_turn(picture: RawPicture, preview: DecodedImage) -> int:
    """LibRaw tags previews with the camera's orientation, also those that are stored as seen."""
    width, height = preview.image.size
    if (width > height) == (picture.width > picture.height):
        return 1
    return {6: 8, 8: 6}.get(preview.metadata.orientation, picture.orientation)


def _load(opened: ImageFile.ImageFile, min_side: int | None) -> tuple[Metadata, Annotations]:
    """Load the pixels, reduced where the codec can; give what the whole picture's header says."""
    if opened.format == "PNG":
        # Its metadata may follow the pixels.
        opened.load()
    written = read_annotations(opened)
    metadata = read_metadata(opened)
    if min_side is not None and _is_jpeg(opened):
        opened.draft(None, (max(1, min_side), max(1, min_side)))
    opened.load()
    return metadata, written


def _is_jpeg(opened: ImageFile.ImageFile) -> bool:
    return opened.format in ("JPEG", "MPO")


def _bare(image: Image.Image) -> Image.Image:
    """Without the codec and the headers: a profile or an orientation must not act twice."""
    if isinstance(image, ImageFile.ImageFile):
        # The same pixels in a plain image; copy() would double a full-size decode.
        image = image._new(image.im)
    image.info = {}
    return image


def _one_line(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    return "".join(letter for letter in words if letter.isprintable())[:200]
