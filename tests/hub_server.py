"""A model hub on this machine: tells of repositories, sends their files, and fails as told."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

STEP = 16 * 1024
# As on the public hub, small files are kept in git and have no SHA-256.
LFS_FROM = 4 * 1024


@dataclass
class Asked:
    """A request as it came. sent: bytes of the body that went out."""

    path: str
    headers: dict[str, str]
    sent: int = 0

    @property
    def start(self) -> int:
        """Where the wanted bytes begin."""
        return int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])


@dataclass
class Repository:
    """files: by path. told: what the listing says differently of a file, or of the whole."""

    files: dict[str, bytes]
    licence: str = "mit"
    told: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def commit(self) -> str:
        return hashlib.sha1(repr(sorted(self.files.items())).encode()).hexdigest()

    def listing(self) -> dict[str, Any]:
        siblings = []
        for name, content in self.files.items():
            row: dict[str, Any] = {
                "rfilename": name,
                "size": len(content),
                "blobId": hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest(),
            }
            if len(content) >= LFS_FROM:
                sha256 = hashlib.sha256(content).hexdigest()
                row["lfs"] = {"size": len(content), "sha256": sha256, "pointerSize": 130}
            siblings.append({**row, **self.told.get(name, {})})
        return {
            "id": "some/model",
            "sha": self.commit,
            "siblings": siblings,
            "cardData": {"license": self.licence},
            **self.told.get("", {}),
        }


Fault = Callable[["Handler", bytes], bool]


class HubServer(ThreadingHTTPServer):
    """repositories: by "org/name". faults: by path of a file, one for each request, in turn.

    always: faults that stay. asked: all requests. released: lets those go that hang.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.repositories: dict[str, Repository] = {}
        self.faults: defaultdict[str, list[Fault]] = defaultdict(list)
        self.always: dict[str, Fault] = {}
        self.asked: list[Asked] = []
        self.waiting = threading.Event()
        self.released = threading.Event()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def add(self, repo: str, files: Mapping[str, bytes]) -> Repository:
        self.repositories[repo] = Repository(dict(files))
        return self.repositories[repo]

    def of(self, name: str) -> list[Asked]:
        """The requests for the content of a file."""
        return [asked for asked in self.asked if asked.path.endswith(f"/{name}")]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away are what is tested here."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body are sent apart, and would wait for each other.
    disable_nagle_algorithm = True
    server: HubServer

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.asked = Asked(path, dict(self.headers))
        self.server.asked.append(self.asked)
        parts = path.strip("/").split("/")
        if parts[:2] == ["api", "models"] and parts[4:5] == ["revision"]:
            self._list("/".join(parts[2:4]), path)
        elif parts[0] == "cdn":
            self._send("/".join(parts[1:3]), "/".join(parts[3:]))
        elif parts[2:3] == ["resolve"]:
            self._redirect("/".join(parts[:2]), parts[3], "/".join(parts[4:]))
        else:
            self.refuse(404)

    def _list(self, repo: str, path: str) -> None:
        if self._fails("listing", b""):
            return
        repository = self.server.repositories.get(repo)
        if repository is None:
            self.refuse(401, **{"X-Error-Code": "RepoNotFound"})
            return
        self.answer(json.dumps(repository.listing()).encode(), kind="application/json")

    def _redirect(self, repo: str, commit: str, name: str) -> None:
        """Large files lie with another server, as far as paths can tell."""
        repository = self.server.repositories[repo]
        content = repository.files.get(name)
        if content is None or commit != repository.commit:
            self.refuse(404, **{"X-Error-Code": "EntryNotFound"})
        elif len(content) < LFS_FROM:
            self._send(repo, name)
        else:
            self.send_response(302)
            self.send_header("Location", f"/cdn/{repo}/{name}")
            self.send_header("X-Repo-Commit", commit)
            self.send_header("X-Linked-Size", str(len(content)))
            self.send_header("X-Linked-Etag", f'"{hashlib.sha256(content).hexdigest()}"')
            self.send_header("Content-Length", "0")
            self.end_headers()

    def _send(self, repo: str, name: str) -> None:
        content = self.server.repositories[repo].files[name]
        if self._fails(name, content):
            return
        if self.asked.start > len(content) or (content and self.asked.start == len(content)):
            self.refuse(416)
            return
        self.answer(content)

    def _fails(self, name: str, content: bytes) -> bool:
        fault = self.server.always.get(name)
        if fault is None and self.server.faults[name]:
            fault = self.server.faults[name].pop(0)
        return fault is not None and fault(self, content)

    def answer(
        self,
        content: bytes,
        *,
        kind: str = "application/octet-stream",
        ranges: bool = True,
        most: int | None = None,
        promised: int | None = None,
    ) -> None:
        """Send a body, or the rest of it. most: bytes after which the line is cut."""
        start = self.asked.start if ranges else 0
        body = content[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Type", kind)
        self.send_header("Set-Cookie", "who=you")
        self.send_header("Content-Length", str(len(body) if promised is None else promised))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        body = body if most is None else body[:most]
        for at in range(0, len(body), STEP):
            self.wfile.write(body[at : at + STEP])
            self.asked.sent += len(body[at : at + STEP])
        self.wfile.flush()
        if most is not None or promised is not None:
            self.close_connection = True

    def refuse(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Tests have their own words."""


def drops_after(count: int) -> Fault:
    """Sends so many bytes of what was asked for, then closes."""
    return lambda handler, content: bool([handler.answer(content, most=count)])


def says(status: int, **headers: str) -> Fault:
    return lambda handler, content: bool([handler.refuse(status, **headers)])


def changes_bytes(handler: Handler, content: bytes) -> bool:
    """As many as there should be, but not the right ones."""
    handler.answer(bytes(len(content)))
    return True


def sends_more(handler: Handler, content: bytes) -> bool:
    handler.answer(content + bytes(100_000))
    return True


def ends_early(handler: Handler, content: bytes) -> bool:
    """Says that it is all, and it is not."""
    handler.answer(content[: len(content) // 2])
    return True


def ignores_ranges(handler: Handler, content: bytes) -> bool:
    handler.answer(content, ranges=False)
    return True


def stalls_after(count: int) -> Fault:
    """Sends so many bytes and then nothing, until the test is over."""

    def fault(handler: Handler, content: bytes) -> bool:
        if count >= 0:
            handler.answer(content[:count], ranges=False, promised=len(content))
        handler.server.waiting.set()
        handler.server.released.wait(60)
        handler.close_connection = True
        return True

    return fault


@contextmanager
def hub_serving() -> Iterator[HubServer]:
    """A hub that runs meanwhile."""
    made = HubServer()
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield made
    finally:
        made.released.set()
        made.shutdown()
        made.server_close()
        thread.join()
