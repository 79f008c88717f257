"""Whether a file holds a moving picture, told from its first bytes."""

from __future__ import annotations

from pathlib import Path

# The size of a GIF's header with a full palette and the extension that makes it loop.
_HEAD = 13 + 768 + 32
_WEBP_ANIMATION = 0x02


def is_animated(path: Path, format_name: str) -> bool:
    """Whether a GIF or WebP moves; False for other formats and for what cannot be read.

    GIFs that play only once are not told from still ones: that would mean reading all of them.
    """
    if format_name not in ("GIF", "WEBP"):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    if format_name == "GIF":
        return b"NETSCAPE2.0" in head or b"ANIMEXTS1.0" in head
    return len(head) > 20 and head[8:16] == b"WEBPVP8X" and bool(head[20] & _WEBP_ANIMATION)
