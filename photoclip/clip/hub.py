"""Talks to the model hub, or a mirror of it: what a repository holds, and the bytes of its files.

huggingface-hub makes addresses, headers and errors, and reads what the hub tells of a repository.
Its own download is not used: it begins again where the process ended, and cannot be cancelled
while a server is silent.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType, TracebackType
from typing import Any
from urllib.parse import urlsplit

from photoclip import __version__
from photoclip.clip.line import Line
from photoclip.domain import CancelToken
from photoclip.errors import DownloadError, TransferInterrupted
from photoclip.settings import wrong_endpoint

DEFAULT_ENDPOINT = "https://huggingface.co"
_TRUE = frozenset({"1", "on", "yes", "true"})
# Statuses that pass by themselves.
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_OFFLINE_HINT = "Switch that off with: photoclip settings set offline false"


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a repository. One of sha256 and git_sha1 is there, the other is "".

    git_sha1: of the file as a git blob, which the hub has of files that are not in LFS.
    """

    path: str
    size: int
    sha256: str = ""
    git_sha1: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a repository holds at a commit. licence: as its card says, "" where it does not."""

    repo: str
    commit: str
    files: Mapping[str, RemoteFile]
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds until a connection has to stand, and that a server may be silent."""

    connect: float = 10.0
    silence: float = 20.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the hub is. endpoint: as "https://...", without a slash at the end."""

    endpoint: str = DEFAULT_ENDPOINT
    offline: bool = False

    @classmethod
    def chosen(
        cls, endpoint: str = "", offline: bool = False, environment: Mapping[str, str] | None = None
    ) -> Place:
        """What was chosen, else what HF_ENDPOINT and HF_HUB_OFFLINE say, else the public hub.

        Raises DownloadError for an address that is none.
        """
        environment = os.environ if environment is None else environment
        address = (endpoint or environment.get("HF_ENDPOINT") or DEFAULT_ENDPOINT).rstrip("/")
        if problem := wrong_endpoint(address):
            raise DownloadError(f"the model hub's address is {address!r}, which {problem}")
        told = environment.get("HF_HUB_OFFLINE", "").lower() in _TRUE
        return cls(address, offline or told)


@dataclass(slots=True)
class Transfer:
    """Bytes on their way.

    resumed: they begin where they were asked to, not at the beginning. beyond_end: there are none,
    because the file ends before that.
    """

    resumed: bool
    chunks: Iterator[bytes]
    beyond_end: bool = False


class Hub:
    """One conversation with the hub, on one thread; close it, or use it as a context manager.

    No token and no cookie is sent, and nothing is told about this machine but the
    versions of photoclip, Python and huggingface-hub.
    """

    def __init__(
        self, place: Place, cancel: CancelToken | None = None, limits: Limits | None = None
    ) -> None:
        """Raises DownloadError where going online is switched off."""
        if place.offline:
            raise DownloadError("photoclip is set to stay offline", hint=_OFFLINE_HINT)
        self.place = place
        limits = limits or Limits()
        self._line = Line(cancel or CancelToken())
        self._library, self._http = _library()
        timeout = self._http.Timeout(limits.silence, connect=limits.connect)
        self._client = self._http.Client(
            follow_redirects=True,
            timeout=timeout,
            headers=self._headers(),
            event_hooks={"request": [_without_cookies, self._line.follow]},
        )

    def listing(self, repo: str, revision: str) -> Listing:
        """What a repository holds. Raises DownloadError, TransferInterrupted, Cancelled."""
        quoted = self._http.URL(f"/{revision}").raw_path.decode()[1:].replace("/", "%2F")
        url = f"{self.place.endpoint}/api/models/{repo}/revision/{quoted}"
        with self._talking(f"{repo} ({revision})"):
            answer = self._client.get(url, params={"blobs": "true"})
            self._raise_for_status(answer)
        return self._read_listing(repo, answer)

    @contextmanager
    def transfer(self, listing: Listing, name: str, start: int = 0) -> Iterator[Transfer]:
        """The bytes of a file from a place on. The commit is fixed, so that they stay the same.

        Raises DownloadError, TransferInterrupted, Cancelled, also while they are read.
        """
        url = self._library.hf_hub_url(
            listing.repo, name, revision=listing.commit, endpoint=self.place.endpoint
        )
        # Compressed on the way, sizes and places would be others.
        headers = {"Accept-Encoding": "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
        with self._talking(name), self._client.stream("GET", url, headers=headers) as answer:
            if answer.status_code == 416:
                yield Transfer(True, iter(()), beyond_end=True)
                return
            self._raise_for_status(answer)
            yield Transfer(_resumed(answer, start), answer.iter_bytes())

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()
        self._client.close()

    def __enter__(self) -> Hub:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _headers(self) -> dict[str, str]:
        from huggingface_hub.utils._headers import build_hf_headers

        return build_hf_headers(token=False, library_name="photoclip", library_version=__version__)

    @contextmanager
    def _talking(self, what: str) -> Iterator[None]:
        """Put what goes wrong with a connection into words."""
        host = urlsplit(self.place.endpoint).netloc
        try:
            self._line.check()
            yield
        except self._http.TimeoutException as error:
            self._line.check()
            raise TransferInterrupted(f"{host} does not answer") from error
        except (self._http.TransportError, self._http.StreamError) as error:
            self._line.check()
            raise TransferInterrupted(f"{host} cannot be reached ({_words(error)})") from error
        except self._http.HTTPStatusError as error:
            raise _refused(error.response, host, what) from error
        except (self._http.HTTPError, self._http.InvalidURL) as error:
            raise DownloadError(f"{host} sends what cannot be used ({_words(error)})") from error

    def _raise_for_status(self, answer: Any) -> None:
        if answer.is_error:
            raise self._http.HTTPStatusError("", request=answer.request, response=answer)

    def _read_listing(self, repo: str, answer: Any) -> Listing:
        try:
            info = self._library.ModelInfo(**answer.json())
            files = [_remote(sibling) for sibling in info.siblings or ()]
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise DownloadError(f"{self.place.endpoint} does not answer as a model hub") from error
        commit = info.sha or ""
        if not _is_hex(commit, 40):
            raise DownloadError(f"{self.place.endpoint} does not tell the commit of {repo}")
        licence = (info.card_data or {}).get("license") or ""
        return Listing(repo, commit, {file.path: file for file in files}, str(licence))


def _library() -> tuple[ModuleType, Any]:
    """huggingface-hub, and the HTTP library that it goes with. Both take long to import."""
    # Without it, headers say what else runs here, for which the public hub is asked first.
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    import importlib

    import huggingface_hub
    from huggingface_hub import constants, errors

    # Where somebody imported it before.
    constants.HF_HUB_DISABLE_TELEMETRY = True
    # httpx in some of its versions, httpx2 in others.
    modules = [base.__module__.partition(".")[0] for base in errors.HfHubHTTPError.__mro__]
    name = next(module for module in modules if module.startswith("httpx"))
    return huggingface_hub, importlib.import_module(name)


def _without_cookies(request: Any) -> None:
    """An event hook: what a server wants to know again is not told."""
    request.headers.pop("Cookie", None)


def _remote(sibling: Any) -> RemoteFile:
    lfs = sibling.lfs
    if lfs is not None:
        return RemoteFile(sibling.rfilename, int(lfs.size), sha256=str(lfs.sha256).lower())
    size = -1 if sibling.size is None else int(sibling.size)
    return RemoteFile(sibling.rfilename, size, git_sha1=str(sibling.blob_id or "").lower())


def _resumed(answer: Any, start: int) -> bool:
    if not start or answer.status_code != 206:
        return False
    told = str(answer.headers.get("Content-Range", ""))
    if not told.startswith(f"bytes {start}-"):
        raise TransferInterrupted("the server sends another part than it was asked for")
    return True


def _refused(answer: Any, host: str, what: str) -> DownloadError:
    """The error for a status that tells of no success."""
    status, code = answer.status_code, answer.headers.get("X-Error-Code", "")
    if status in _PASSING:
        finding = f"{host} says {status} {answer.reason_phrase}".rstrip()
        return TransferInterrupted(finding, wait_seconds=_retry_after(answer))
    if code == "GatedRepo" or status == 403:
        hint = "Its makers want people to log in, which photoclip does not do; get it by hand."
        return DownloadError(f"{host} does not hand out {what} to everybody", hint=hint)
    if status in (401, 404):
        # The hub says 401 also of what is not there, so as not to tell what is private.
        hint = "It was renamed or removed, or is not public."
        return DownloadError(f"{host} has no {what}", hint=hint)
    return DownloadError(f"{host} says {status} {answer.reason_phrase} for {what}")


def _retry_after(answer: Any) -> float | None:
    told = str(answer.headers.get("Retry-After", "")).strip()
    return float(told) if told.isdecimal() else None


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def _is_hex(text: str, length: int) -> bool:
    return len(text) == length and set(text.lower()) <= set("0123456789abcdef")
