"""What is dragged or pasted, in the application's own terms."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from photoclip.domain import PhotoId
from photoclip.gui import locations
from photoclip.gui.models.photos import MIME_PHOTOS

# Similarity to more pictures than this at once means nothing to anybody.
MOST_PICTURES = 16
# Formats in the order in which they lose least; browsers offer several.
ENCODED = ("image/png", "image/webp", "image/avif", "image/jpeg", "image/gif", "image/bmp")


@dataclass(frozen=True, slots=True)
class Dropped:
    """One of: photos of the library, folders, pictures; or why it is none of them."""

    photos: tuple[PhotoId, ...] = ()
    folders: tuple[Path, ...] = ()
    pictures: tuple[Path | bytes, ...] = ()
    problem: str = ""


def tr(text: str) -> str:
    """A text of this module in the person's language."""
    return QCoreApplication.translate("dropping", text)


def read(mime: QMimeData) -> Dropped:
    """What a drop or a paste holds. Files are only looked up, not opened."""
    if mime.hasFormat(MIME_PHOTOS):
        return Dropped(photos=_photos(bytes(mime.data(MIME_PHOTOS).data())))
    local = [locations.path_of(url) for url in mime.urls() if url.isLocalFile()]
    if local:
        return _files(local)
    if (encoded := _encoded_image(mime)) is not None:
        return Dropped(pictures=(encoded,))
    if (inline := _data_url(mime.urls())) is not None:
        return Dropped(pictures=(inline,))
    return Dropped(problem=_why_not(mime))


def _photos(data: bytes) -> tuple[PhotoId, ...]:
    numbers = data.decode("ascii", "replace").split(",")
    return tuple(PhotoId(int(number)) for number in numbers if number.isdecimal())[:MOST_PICTURES]


def _files(paths: list[Path]) -> Dropped:
    folders = tuple(path for path in paths if path.is_dir())
    if folders:
        return Dropped(folders=folders)
    files = tuple(path for path in paths if path.is_file())[:MOST_PICTURES]
    if files:
        return Dropped(pictures=files)
    return Dropped(problem=tr("This file does not exist any more."))


def _encoded_image(mime: QMimeData) -> bytes | None:
    for name in ENCODED:
        if mime.hasFormat(name) and (data := bytes(mime.data(name).data())):
            return data
    if not mime.hasImage():
        return None
    image = mime.imageData()
    return _png(image) if isinstance(image, QImage) and not image.isNull() else None


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # 100: hardly compressed; it is decoded again in a moment.
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]
    return bytes(data.data())


def _data_url(urls: Iterable[QUrl]) -> bytes | None:
    for url in urls:
        if url.scheme() == "data":
            head, comma, body = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(
                ","
            )
            if comma and head.startswith("data:image/"):
                return _decoded(head, unquote_to_bytes(body))
    return None


def _decoded(head: str, body: bytes) -> bytes | None:
    if not head.endswith(";base64"):
        return body
    try:
        return base64.b64decode(body)
    except binascii.Error:
        return None


def _why_not(mime: QMimeData) -> str:
    if any(url.scheme() in ("http", "https", "ftp") for url in mime.urls()):
        return tr(
            "This is a link, and photoclip downloads nothing. Save the picture first, or copy"
            " the picture itself and paste it here."
        )
    if mime.hasText():
        return tr("Text cannot be dropped here. Type it into the search box.")
    return tr("This cannot be dropped here. Drop pictures or folders.")


def invitation(dropped: Dropped) -> tuple[str, str]:
    """What a drop would do, and the icon for it."""
    if dropped.problem:
        return dropped.problem, "problem"
    if dropped.folders:
        return _folder_invitation(dropped.folders), "folder-add"
    return tr("Drop to find similar photos"), "similar"


def _folder_invitation(folders: tuple[Path, ...]) -> str:
    if len(folders) == 1:
        return tr("Drop to watch the folder “{name}”").format(name=locations.shown(folders[0].name))
    return tr("Drop to watch {n} folders").format(n=len(folders))


def label(pictures: tuple[Path | bytes, ...]) -> str:
    """What to call pictures that similar photos are looked for."""
    if len(pictures) > 1:
        return tr("{n} pictures").format(n=len(pictures))
    only = pictures[0]
    return locations.shown(only.name) if isinstance(only, Path) else tr("Picture")
