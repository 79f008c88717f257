"""What links to the web lead to, told without any of what it takes to go there."""

from __future__ import annotations

from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}


def is_remote(url: str) -> bool:
    """Whether a link leads to a web server that a picture could be fetched from."""
    try:
        parts = urlsplit(url)
        return parts.scheme in PORTS and bool(parts.hostname)
    except ValueError:
        return False


def host_of(url: str) -> str:
    """The server of a link, as it is shown to a person before anything is sent there.

    Other letters than ASCII are as they go over the wire, so that no name passes for another.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
