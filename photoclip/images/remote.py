"""Fetches one picture from the web, when a person asked for just that; nothing else is sent."""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled, RemoteError
from photoclip.images.formats import SIGNATURE_LENGTH, sniff
from photoclip.images.links import PORTS, host_of, is_remote

REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 64 * 1024
# How often a wait looks whether it is still wanted.
TICK_SECONDS = 0.05
# No cookie, no referrer, nothing about the system.
HEADERS = {"User-Agent": "photoclip", "Accept": "image/*", "Connection": "close"}


@dataclass(frozen=True, slots=True)
class Limits:
    """most_bytes: of the picture. seconds: in all. silence: seconds without a byte."""

    most_bytes: int = 64 * 1024 * 1024
    seconds: float = 60.0
    silence: float = 15.0
    redirects: int = 5


@dataclass(slots=True)
class _Fetch:
    """One picture on its way. first: the address that the first server has."""

    limits: Limits
    cancel: CancelToken
    end: float = field(init=False)
    first: str = ""

    def __post_init__(self) -> None:
        self.end = time.monotonic() + self.limits.seconds

    def over(self) -> bool:
        return self.cancel.cancelled or time.monotonic() > self.end

    def check(self) -> None:
        """Raise Cancelled, or RemoteError where the time is over."""
        self.cancel.check()
        if time.monotonic() > self.end:
            raise RemoteError(f"took longer than {self.limits.seconds:g} seconds")

    @contextmanager
    def guard(self, wire: socket.socket) -> Iterator[None]:
        """Break a connection off as soon as it is over, whatever waits for it."""
        done = threading.Event()

        def watch() -> None:
            while not done.wait(TICK_SECONDS):
                if self.over():
                    _break_off(wire)
                    return

        watcher = threading.Thread(target=watch, name="fetch-guard", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()


def _break_off(wire: socket.socket) -> None:
    try:
        # Not TLS's own: that one may not be called while another thread reads.
        socket.socket.shutdown(wire, socket.SHUT_RDWR)
    except OSError:
        return  # it has ended by itself


def fetch(url: str, cancel: CancelToken | None = None, limits: Limits | None = None) -> bytes:
    """The encoded picture behind an http or https link.

    Sends no cookies, follows few redirects, and gives up at the limits. What comes has to begin
    like a picture; whether it is one only decoding tells. Raises RemoteError, Cancelled.
    """
    work = _Fetch(limits or Limits(), cancel or CancelToken())
    try:
        return _follow(url, work)
    except Cancelled:
        raise
    except RemoteError as error:
        raise RemoteError(f"{host_of(url)} {error.finding}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        work.cancel.check()
        raise RemoteError(f"{host_of(url)} {_finding(error, work)}") from error


def _finding(error: Exception, work: _Fetch) -> str:
    if work.over():
        return f"took longer than {work.limits.seconds:g} seconds"
    if isinstance(error, TimeoutError):
        return "does not answer"
    if isinstance(error, ssl.SSLError):
        return f"cannot prove who it is ({error.reason or error})"
    if isinstance(error, http.client.IncompleteRead):
        return "stopped in the middle of the picture"
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"cannot be reached ({' '.join(str(words).split())[:120]})"


def _follow(url: str, work: _Fetch) -> bytes:
    for _ in range(work.limits.redirects + 1):
        work.check()
        parts = _checked(url)
        connection = _connect(parts, work)
        try:
            with work.guard(connection.sock):
                connection.request("GET", _target(parts), headers=HEADERS)
                with closing(connection.getresponse()) as answer:
                    if answer.status not in REDIRECTS:
                        return _picture(answer, work)
                    place = answer.getheader("Location") or ""
            # Header lines are bytes, and not all servers escape what they should.
            place = quote(place, "%/:=&?~+!$,;'@()*[]", "latin-1")
            url = urljoin(url, place)
        finally:
            connection.close()
    raise RemoteError("sends on to other places too often")


def _checked(url: str) -> SplitResult:
    if not is_remote(url):
        # A server may name any place; the person's own files are none of its business.
        raise RemoteError("leads to something that is no web server")
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        raise RemoteError("wants a name or password, which are not sent")
    return parts


def _connect(parts: SplitResult, work: _Fetch) -> http.client.HTTPConnection:
    host, port = host_of(parts.geturl()), parts.port or PORTS[parts.scheme]
    seconds = min(work.limits.silence, work.limits.seconds)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            host, port, timeout=seconds, context=context
        )
    else:
        connection = http.client.HTTPConnection(host, port, timeout=seconds)
    connection.connect()
    address = connection.sock.getpeername()[0]
    work.first = work.first or address
    if leads_inside(work.first, address):
        connection.close()
        raise RemoteError("leads into your own network")
    return connection


def leads_inside(first: str, address: str) -> bool:
    """Whether a server of the internet sends on to a machine that only this network reaches."""
    return _is_public(first) and not _is_public(address)


def _is_public(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_global


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _picture(answer: http.client.HTTPResponse, work: _Fetch) -> bytes:
    if answer.status != 200:
        raise RemoteError(f"says {answer.status} {answer.reason}".rstrip())
    if answer.headers.get_content_type() == "text/html":
        raise RemoteError("sends a web page, not a picture")
    most = work.limits.most_bytes
    if (answer.length or 0) > most:
        raise RemoteError(_too_much(most))
    picture = io.BytesIO()
    while part := answer.read1(CHUNK):
        picture.write(part)
        if picture.tell() > most:
            raise RemoteError(_too_much(most))
    work.check()
    # read1() takes an early end for the end.
    if answer.length:
        raise RemoteError("stopped in the middle of the picture")
    data = picture.getvalue()
    if not sniff(data[:SIGNATURE_LENGTH]):
        raise RemoteError("sends something that is no picture")
    return data


def _too_much(most: int) -> str:
    return f"sends more than {most / 1024 / 1024:g} MB"
