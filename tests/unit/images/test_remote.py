"""Fetching a picture, from servers of all kinds that run on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled, RemoteError
from photoclip.images.links import host_of, is_remote
from photoclip.images.remote import Limits, fetch, leads_inside
from tests.web import PICTURE, Answer, Server, dribbles, goes_to, hangs, sends, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def test_a_picture_comes_as_it_is_and_little_is_told(server: Server) -> None:
    server.answers["/picture.png"] = sends()
    assert fetch(server.url("/picture.png?size=large#top")) == PICTURE
    ((path, headers),) = server.seen
    assert path == "/picture.png?size=large"
    assert headers.keys() <= {"Host", "User-Agent", "Accept", "Connection", "Accept-Encoding"}
    assert headers["User-Agent"] == "photoclip"


def test_without_a_length_it_ends_with_the_connection(server: Server) -> None:
    server.answers["/picture.png"] = sends(length=-1)
    assert fetch(server.url()) == PICTURE


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_without_cookies(server: Server, status: int) -> None:
    def sets_a_cookie(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Set-Cookie", "who=you")
        handler.send_header("Location", "there/ä.png")
        handler.end_headers()

    server.answers["/a/picture.png"] = sets_a_cookie
    server.answers["/a/there/%E4.png"] = sends()
    assert fetch(server.url("/a/picture.png")) == PICTURE
    assert "Cookie" not in server.seen[1][1]
    assert "Referer" not in server.seen[1][1]


def refused(url: str, limits: Limits | None = None) -> str:
    with pytest.raises(RemoteError) as caught:
        fetch(url, limits=limits)
    return str(caught.value)


def test_a_loop_of_redirects_ends(server: Server) -> None:
    server.answers["/one"] = goes_to("/two")
    server.answers["/two"] = goes_to("/one")
    assert "too often" in refused(server.url("/one"))
    assert len(server.seen) == Limits().redirects + 1


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://example.org/a.png", "data:,x"])
def test_a_server_cannot_send_anywhere_but_to_servers(server: Server, place: str) -> None:
    server.answers["/picture.png"] = goes_to(place)
    assert "no web server" in refused(server.url())


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (sends(status=404), "says 404 Not Found"),
        (sends(status=500), "says 500"),
        (sends(b"<html>", "text/html; charset=utf-8"), "a web page"),
        (sends(b"{}", "application/json"), "no picture"),
        (sends(b"<html>", "image/png"), "no picture"),
        (sends(b""), "no picture"),
        (sends(length=9_999), "stopped in the middle"),
    ],
)
def test_what_is_no_picture_is_refused(server: Server, answer: Answer, words: str) -> None:
    server.answers["/picture.png"] = answer
    said = refused(server.url())
    assert words in said
    assert said.startswith("127.0.0.1 ")


@pytest.mark.parametrize("length", [None, -1], ids=["announced", "not announced"])
def test_too_much_is_refused(server: Server, length: int | None) -> None:
    server.answers["/picture.png"] = sends(PICTURE + bytes(2_000_000), length=length)
    assert "more than 1 MB" in refused(server.url(), Limits(most_bytes=1024 * 1024))


def test_a_server_that_says_nothing_is_given_up(server: Server) -> None:
    server.answers["/picture.png"] = hangs(b"", server)
    assert "does not answer" in refused(server.url(), Limits(silence=0.1))


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n\x89PNG"])
def test_a_picture_that_never_ends_is_given_up(server: Server, start: bytes) -> None:
    server.answers["/picture.png"] = hangs(start, server)
    assert "longer than 0.2 seconds" in refused(server.url(), Limits(seconds=0.2, silence=20))


def test_dribbling_does_not_keep_us(server: Server) -> None:
    server.answers["/picture.png"] = dribbles
    assert "longer than 0.3 seconds" in refused(server.url(), Limits(seconds=0.3))


def test_waiting_can_be_cancelled(server: Server) -> None:
    server.answers["/picture.png"] = hangs(b"HTTP/1.1 200 OK\r\n\r\n", server)
    cancel = CancelToken()

    def stop() -> None:
        server.waiting.wait(10)
        cancel.cancel()

    stopper = threading.Thread(target=stop)
    stopper.start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        fetch(server.url(), cancel)
    assert time.monotonic() - began < 5
    stopper.join()


def test_nobody_is_asked_once_it_is_cancelled(server: Server) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        fetch(server.url(), cancel)
    assert server.seen == []


def test_a_closed_port_says_so(server: Server) -> None:
    url = server.url()
    server.shutdown()
    server.server_close()
    assert "cannot be reached" in refused(url)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/a", "http://", "http://[bad/x.png", "a.png", ""],
)
def test_only_links_to_the_web_are_fetched(url: str) -> None:
    assert not is_remote(url)
    with pytest.raises(RemoteError):
        fetch(url)


def test_names_and_passwords_are_not_sent() -> None:
    assert "not sent" in refused("http://me:secret@127.0.0.1:9/a.png")


def test_the_server_is_named_as_it_really_is() -> None:
    assert host_of("https://Images.Example.org:8080/a.png") == "images.example.org"
    # A Cyrillic letter that looks like an "a".
    assert host_of("https://ex\u0430mple.org/a.png") == "xn--exmple-4nf.org"


def test_the_internet_cannot_lead_into_the_own_network() -> None:
    assert leads_inside("93.184.216.34", "127.0.0.1")
    assert leads_inside("93.184.216.34", "192.168.1.1")
    assert leads_inside("2606:4700::1111", "fe80::1%eth0")
    assert not leads_inside("93.184.216.34", "93.184.216.35")
    assert not leads_inside("192.168.1.1", "127.0.0.1")
