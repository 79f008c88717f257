"""What is dragged or pasted, in the application's own terms."""

from __future__ import annotations

import base64
import binascii
import html
import mimetypes
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from photoclip.domain import PhotoId
from photoclip.gui import locations, wording
from photoclip.gui.models.photos import MIME_PHOTOS
from photoclip.gui.translation import tr
from photoclip.images.formats import is_photo_name, is_raw_name
from photoclip.images.links import host_of, is_remote

# Similarity to more pictures than this at once means nothing to anybody.
MOST_PICTURES = 16
# Formats in the order in which they lose least; browsers offer several.
ENCODED = ("image/png", "image/webp", "image/avif", "image/jpeg", "image/gif", "image/bmp")
# A page that somebody dropped as a whole need not be read to its end.
MOST_HTML = 4_000_000
# Not by a parser: this runs while somebody drags, and the standard one may take seconds.
_IMAGE = re.compile(
    r"""<img\b[^<]{0,4000}?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
# Numbers that the catalog can hold.
_PHOTO = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Dropped:
    """One of: photos of the library, folders, pictures, a link; or why it is none of them.

    left_out: what of it is not used to search by or watch, and why, where some of it is.
    everything: all photos and files, however many, for those who do not search by them.
    """

    photos: tuple[PhotoId, ...] = ()
    folders: tuple[Path, ...] = ()
    pictures: tuple[Path | bytes, ...] = ()
    link: str = ""
    problem: str = ""
    left_out: str = ""
    everything: tuple[PhotoId | Path, ...] = field(default=(), compare=False)

    @property
    def examples(self) -> tuple[PhotoId | Path | bytes, ...]:
        """What of it can show what a label means: also pictures that come without a file."""
        return self.everything or self.pictures


def read(mime: QMimeData) -> Dropped:
    """What a drop or a paste holds. Files are only looked up, not opened."""
    if mime.hasFormat(MIME_PHOTOS):
        photos = _photos(bytes(mime.data(MIME_PHOTOS).data()))
        return replace(_compared(photos), everything=photos)
    local = [locations.path_of(url) for url in mime.urls() if url.isLocalFile()]
    if local:
        return replace(_files(local), everything=tuple(local))
    if (encoded := _encoded_image(mime)) is not None:
        return Dropped(pictures=(encoded,))
    return _linked(_links(mime)) or Dropped(problem=_why_not(mime))


def is_picture(mime: QMimeData | None) -> bool:
    """Whether a clipboard holds files or a picture rather than text."""
    return mime is not None and (mime.hasImage() or mime.hasUrls())


def _photos(data: bytes) -> tuple[PhotoId, ...]:
    numbers = data.decode("ascii", "replace").split(",")
    return tuple(PhotoId(int(number)) for number in numbers if _PHOTO.fullmatch(number))


def _compared(photos: tuple[PhotoId, ...]) -> Dropped:
    return Dropped(photos=photos[:MOST_PICTURES], left_out=_beyond(len(photos)))


def _files(paths: list[Path]) -> Dropped:
    folders = tuple(path for path in paths if path.is_dir())
    files = [path for path in paths if path.is_file()]
    if folders:
        return Dropped(folders=folders, left_out=_beside_folders(len(paths) - len(folders)))
    if not files:
        return Dropped(problem=tr("This file does not exist any more."))
    refused = {path: why for path in files if (why := _why_no_picture(path))}
    # A file without a picture's name may still be one; beside real ones it hardly is.
    pictures = [path for path in files if path not in refused]
    named = [path for path in pictures if is_photo_name(path.name)] or pictures
    if not named:
        return Dropped(problem=next(iter(refused.values())))
    left_out = _beyond(len(named)) or _beside_pictures(len(files) - len(named))
    return Dropped(pictures=tuple(named[:MOST_PICTURES]), left_out=left_out)


def _why_no_picture(path: Path) -> str:
    """Why a file cannot be searched by, as far as its name tells."""
    kind = (mimetypes.guess_type(path.name)[0] or "").partition("/")[0]
    if kind == "video":
        return tr("“{name}” is a video, and photoclip knows photos only.").format(name=_name(path))
    if is_raw_name(path.name) and not is_photo_name(path.name):
        return tr(
            "“{name}” is a raw file, and what reads these is not installed."
            " Install photoclip with “raw”, or drop a JPEG of it."
        ).format(name=_name(path))
    return ""


def _name(path: Path) -> str:
    return locations.shown(path.name)


def _beyond(count: int) -> str:
    return too_many() if count > MOST_PICTURES else ""


def too_many() -> str:
    """That some pictures of too many are left out."""
    return tr("Only the first {n} pictures are compared with.").format(
        n=wording.number(MOST_PICTURES)
    )


def _beside_folders(count: int) -> str:
    return (
        tr("%Ln file(s) beside the folders were left out: only folders can be watched.", "", count)
        if count
        else ""
    )


def _beside_pictures(count: int) -> str:
    return tr("%Ln file(s) that are no pictures were left out.", "", count) if count else ""


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


def _links(mime: QMimeData) -> list[str]:
    """Links, the likeliest to be of a picture first: browsers wrap pictures in links to pages."""
    links = []
    if mime.hasHtml():
        links += _sources(mime.html()[:MOST_HTML])
    links += [url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in mime.urls()]
    words = mime.text().split()
    if len(words) == 1 and is_remote(words[0]):
        links.append(words[0])
    return links


def _sources(page: str) -> list[str]:
    """Where the pictures of a piece of a page lie."""
    found = map("".join, _IMAGE.findall(page))
    return [html.unescape(source).strip() for source in found if source]


def _linked(links: list[str]) -> Dropped | None:
    for link in links:
        if (inline := _data_url(link)) is not None:
            return Dropped(pictures=(inline,))
        if is_remote(link):
            return Dropped(link=link)
    return None


def _data_url(link: str) -> bytes | None:
    head, comma, body = link.partition(",")
    if not comma or not head.startswith("data:image/"):
        return None
    content = unquote_to_bytes(body)
    if not head.endswith(";base64"):
        return content
    try:
        return base64.b64decode(content)
    except binascii.Error:
        return None


def _why_not(mime: QMimeData) -> str:
    if mime.hasUrls():
        return tr(
            "photoclip cannot fetch what this link leads to. Save the picture first, or copy the"
            " picture itself and paste it here."
        )
    if mime.hasText():
        return tr("Text cannot be dropped here. Type it into the search box.")
    return tr("This cannot be dropped here. Drop pictures or folders.")


def invitation(dropped: Dropped, *, adding: bool = False) -> tuple[str, str]:
    """What a drop would do, and the icon for it. adding: to what is searched for by now."""
    if dropped.problem:
        return dropped.problem, "problem"
    if dropped.folders:
        return _folder_invitation(dropped.folders), "folder-add"
    if dropped.link:
        host = host_of(dropped.link)
        return tr("Drop to be asked about fetching this from {host}").format(host=host), "link"
    if adding:
        return tr("Drop to add this to the search"), "plus"
    return tr("Drop to find similar photos"), "similar"


def _folder_invitation(folders: tuple[Path, ...]) -> str:
    if len(folders) == 1:
        return tr("Drop to watch the folder “{name}”").format(name=_name(folders[0]))
    return tr("Drop to watch %Ln folder(s)", "", len(folders))


def label(picture: Path | bytes) -> str:
    """What to call a picture that similar photos are looked for."""
    return _name(picture) if isinstance(picture, Path) else tr("Picture")
