"""Between paths and what Qt knows about files. Names on disk are bytes, and not always UTF-8."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QUrl

from photoclip.images.uris import file_uri


def shown(path: Path | str) -> str:
    """A path or name for people: Qt would leave out bytes that are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def url_of(path: Path) -> QUrl:
    """The URL of a file, byte for byte."""
    return QUrl.fromEncoded(file_uri(path).encode("ascii"))


def path_of(url: QUrl) -> Path:
    """The path of a local URL, byte for byte where the system's names are bytes."""
    if os.name == "nt":
        return Path(url.toLocalFile())
    path = bytes(url.toEncoded().data()).removeprefix(b"file:").removeprefix(b"//")
    # A host may stand before the path ("localhost").
    return Path(os.fsdecode(unquote_to_bytes(path[path.find(b"/") :])))
