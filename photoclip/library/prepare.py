"""What worker threads do with one file: read it once, hash, decode, preprocess."""

from __future__ import annotations

import io
import logging
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoId, PhotoStatus
from photoclip.errors import FileUnavailable, ImageError, PhotoclipError, UnreadableImage
from photoclip.images.decode import Decoder
from photoclip.images.hashing import LOAD_LIMIT, FileContent, load
from photoclip.images.pillow import open_image
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.budget import ByteBudget
from photoclip.library.chosen import ChosenModel
from photoclip.library.walk import GONE, reason_of
from photoclip.library.work import (
    Gone,
    Known,
    Outcome,
    Prepared,
    PutOff,
    Stamp,
    Twin,
    Unavailable,
    Unreadable,
    WorkItem,
)

log = logging.getLogger(__name__)

READING_BYTES = 4 * LOAD_LIMIT
DECODING_BYTES = 768 << 20
# What decoding takes for each byte of a file whose header tells nothing.
RAW_FACTOR = 6
# What decoders take at their peak, measured on 100 megapixels; 8 is a safe guess for the others.
BYTES_A_PIXEL = {"WEBP": 16, "AVIF": 10}
# A file that makes no sense and was written this recently may still be on its way.
FRESH_SECONDS = 0.5


@dataclass(slots=True)
class Claims:
    """Contents that are on their way to the catalog, so that twins are decoded once."""

    _lock: threading.Lock = field(default_factory=threading.Lock)
    _hashes: set[bytes] = field(default_factory=set)

    def claim(self, content_hash: bytes) -> bool:
        """Whether the content is the caller's to decode."""
        with self._lock:
            mine = content_hash not in self._hashes
            self._hashes.add(content_hash)
        return mine

    def release(self, content_hash: bytes) -> None:
        """The content did not get there after all."""
        with self._lock:
            self._hashes.discard(content_hash)


class Preparer:
    """Thread-safe. A file that is being written is put off; trying again is up to the caller."""

    def __init__(
        self,
        catalog: Catalog,
        model: ChosenModel,
        decoder: Decoder,
        thumbnails: ThumbnailCache | None,
        pixel_limit: int,
    ) -> None:
        """thumbnails: where one of each decoded picture is kept, None for nowhere."""
        self._catalog = catalog
        self._model = model
        self._decoder = decoder
        self._thumbnails = thumbnails
        self.pixel_limit = pixel_limit
        self._reading = ByteBudget(READING_BYTES)
        self._decoding = ByteBudget(DECODING_BYTES)
        self._claims = Claims()

    def prepare(self, item: WorkItem) -> Outcome:
        """Everything up to the image tower. Raises ModelError and LibraryError only."""
        try:
            before = Stamp.of(item.path)
        except GONE:
            return Gone(item)
        except (OSError, ValueError) as error:
            return Unavailable(item, Stamp(0, 0), reason_of(error))
        try:
            with self._reading.hold(min(before.size, LOAD_LIMIT)):
                return self._read(item, before)
        except FileUnavailable as error:
            if isinstance(error.__cause__, GONE):
                return Gone(item)
            return Unavailable(item, before, error.finding)

    def _read(self, item: WorkItem, before: Stamp) -> Outcome:
        content = load(item.path)
        if content.size != before.size or not _is_still(item.path, before):
            return PutOff(item)
        known = self._known(content.sha256)
        if known is not None:
            return Known(item, before, known)
        if not self._claims.claim(content.sha256):
            return Twin(item, before, content.sha256)
        outcome: Outcome = PutOff(item)
        try:
            outcome = self._decode(item, before, content)
        finally:
            if not isinstance(outcome, Prepared | Unreadable):
                self._claims.release(content.sha256)
        return outcome

    def _known(self, content_hash: bytes) -> PhotoId | None:
        photo = self._catalog.photos.by_hash(content_hash)
        if photo is None or photo.status is not PhotoStatus.OK:
            return None
        return photo.id if self._catalog.embeddings.has(self._model.known_id(), photo.id) else None

    def _decode(self, item: WorkItem, stamp: Stamp, content: FileContent) -> Outcome:
        model = self._model.get()
        min_side = model.spec.preprocess.decode_side
        source = item.path if content.data is None else content.data
        try:
            with self._decoding.hold(self._decoded_bytes(content.data, min_side)):
                decoded = self._decoder.decode(source, min_side=min_side)
                pixels = model.preprocess(decoded.image)
                if content.data is None and not _is_still(item.path, stamp):
                    return PutOff(item)
                if self._thumbnails is not None:
                    self._thumbnails.save(
                        item.path, stamp.mtime_ns, decoded.image, file_size=stamp.size
                    )
        except UnreadableImage as error:
            if _is_fresh(stamp) or not _is_still(item.path, stamp):
                return PutOff(item)
            return Unreadable(item, stamp, content.sha256, error.finding, Metadata())
        except PhotoclipError:
            raise
        except Exception as error:
            # One odd picture must not end a run over all the others.
            log.error("%s cannot be processed: %r", item.path, error)
            log.debug("where that happened", exc_info=True)
            reason = f"cannot be processed ({type(error).__name__}: {error})"
            return Unreadable(item, stamp, content.sha256, reason, Metadata())
        return Prepared(item, stamp, content.sha256, decoded.metadata, pixels, decoded.annotations)

    def _decoded_bytes(self, data: bytes | None, min_side: int) -> int:
        """About how many bytes decoding takes; all of the budget where nobody can tell."""
        if data is None:
            return DECODING_BYTES
        try:
            with open_image(io.BytesIO(data), self.pixel_limit) as header:
                return estimate(header, min_side)
        except ImageError:
            # Nothing that decodes, or RAW, whose pixels are packed at about two bytes each.
            return RAW_FACTOR * len(data)
        except Exception as error:
            log.debug("a header gives no size: %r", error, exc_info=True)
            return RAW_FACTOR * len(data)


def estimate(header: Image.Image, min_side: int) -> int:
    """About how many bytes a picture takes while it is decoded and reduced to min_side."""
    pixels = header.width * header.height
    if header.format not in ("JPEG", "MPO"):
        return pixels * BYTES_A_PIXEL.get(header.format or "", 8)
    shrink = next((n for n in (8, 4, 2) if min(header.size) // n >= min_side), 1)
    # Progressive ones keep all coefficients, two bytes each, whatever size is asked for.
    coefficients = pixels * 6 if header.info.get("progressive") else 0
    return coefficients + pixels * 6 // shrink**2


def _is_still(path: Path, stamp: Stamp) -> bool:
    try:
        return Stamp.of(path) == stamp
    except OSError:
        return False


def _is_fresh(stamp: Stamp) -> bool:
    return 0 <= time.time() - stamp.mtime_ns / 1e9 < FRESH_SECONDS
