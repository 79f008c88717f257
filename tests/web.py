"""A web server on this machine that answers as a test wants."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(5000)

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """Answers as told, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.released = threading.Event()
        self.waiting = threading.Event()

    def url(self, path: str = "/picture.png") -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers)))
        try:
            self.server.answers[self.path.partition("?")[0]](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Tests have their own words."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server that runs meanwhile."""
    made = Server()
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield made
    finally:
        made.released.set()
        made.shutdown()
        made.server_close()
        thread.join()


def sends(
    body: bytes = PICTURE, kind: str = "image/png", status: int = 200, length: int | None = None
) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        if length != -1:
            handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def goes_to(place: str, status: int = 302) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Location", place)
        handler.end_headers()

    return answer


def hangs(start: bytes, server: Server) -> Answer:
    """Sends a little, and then nothing more until the test is over."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        handler.wfile.flush()
        server.waiting.set()
        server.released.wait(30)
        handler.close_connection = True

    return answer


def dribbles(handler: BaseHTTPRequestHandler) -> None:
    """Never silent for long, and never done."""
    handler.send_response(200)
    handler.send_header("Content-Type", "image/png")
    handler.end_headers()
    server = handler.server
    assert isinstance(server, Server)
    while not server.released.wait(0.02):
        handler.wfile.write(b"\x89PNG")
