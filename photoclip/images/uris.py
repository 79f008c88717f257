"""File URIs exactly as GLib writes them, since thumbnails are found by the hash of the URI."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote_from_bytes

# What g_filename_to_uri leaves alone beside letters and digits (glib/gconvert.c, UNSAFE_PATH).
# Path.as_uri() escapes more, and then file managers and photoclip would not find each other's.
_UNESCAPED = "/-_.!~*'():@&=+$,"


def file_uri(path: Path) -> str:
    """The canonical URI of a file: absolute, without "." and "..", symbolic links kept.

    Bytes that are not UTF-8 are escaped as they are. ASCII only.
    """
    absolute = os.fsencode(os.path.abspath(path))  # noqa: PTH100 (Path.absolute keeps "..")
    if os.name == "nt":
        absolute = absolute.replace(b"\\", b"/")
        if absolute.startswith(b"//"):
            return "file:" + quote_from_bytes(absolute, safe=_UNESCAPED)
        absolute = b"/" + absolute
    return "file://" + quote_from_bytes(absolute, safe=_UNESCAPED)
