"""Brings the files of a model into a folder, over connections that fail and disks that fill."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from photoclip.clip.hub import Hub, Listing, RemoteFile
from photoclip.clip.verify import Damaged, digest_of
from photoclip.domain import CancelToken, ProgressCallback, Stage
from photoclip.errors import DownloadError, TransferInterrupted
from photoclip.meter import Meter

_PART = ".part"
# Fewer bytes are no sign that a connection is worth more tries.
_PROGRESS_BYTES = 256 * 1024
_GO_ON = "What came is kept: download it again to go on from there."


@dataclass(frozen=True, slots=True)
class Patience:
    """Tries without progress, and seconds between them, which double each time.

    most_asked: seconds that a server may ask for.
    """

    tries: int = 6
    first: float = 1.0
    most: float = 30.0
    most_asked: float = 120.0

    def seconds(self, failed: int, asked: float | None) -> float:
        """How long to wait after so many failures in a row."""
        own = min(self.most, self.first * 2.0 ** (failed - 1))
        return own if asked is None else min(max(own, asked), self.most_asked)


class Fetcher:
    """Fetches into a folder that may hold a part of it already. fetched: bytes that came."""

    def __init__(
        self,
        hub: Hub,
        folder: Path,
        cancel: CancelToken,
        progress: ProgressCallback,
        patience: Patience,
    ) -> None:
        self._hub = hub
        self._folder = folder
        self._cancel = cancel
        self._progress = progress
        self._patience = patience
        self.fetched = 0

    def listing(self, repo: str, revision: str) -> Listing:
        """What the repository holds. Raises DownloadError, Cancelled."""
        failed = 0
        while True:
            try:
                return self._hub.listing(repo, revision)
            except TransferInterrupted as error:
                failed += 1
                self._wait(failed, error)

    def tidy(self, files: Mapping[str, RemoteFile]) -> None:
        """Delete what does not belong to these files, as after a change of the repository."""
        keep = {self._folder / name for name in files}
        keep |= {self._part(name, file) for name, file in files.items()}
        for path in sorted(self._folder.rglob("*"), reverse=True):
            if path.is_symlink() or (path.is_file() and path not in keep):
                path.unlink()
            elif path.is_dir() and (path in keep or not any(path.iterdir())):
                shutil.rmtree(path)

    def fetch(self, listing: Listing, files: Mapping[str, RemoteFile]) -> dict[str, str]:
        """Fetch what is missing. Returns the SHA-256 of each file as it lies on the disk.

        Raises DownloadError, Cancelled, OSError.
        """
        total = sum(file.size for file in files.values())
        work = _Work(Meter(self._progress, Stage.DOWNLOADING, total))
        digests = {}
        # The small ones first: whether the settings are there shows before gigabytes come.
        for name, file in sorted(files.items(), key=lambda pair: pair[1].size):
            self._cancel.check()
            digests[name] = self._have(listing, name, file, work)
            work.before += file.size
            work.meter.tell(work.before)
        return digests

    def _have(self, listing: Listing, name: str, file: RemoteFile, work: _Work) -> str:
        """See to it that a file is there and sound; its SHA-256."""
        final = self._folder / name
        final.parent.mkdir(parents=True, exist_ok=True)
        if final.exists():
            try:
                return digest_of(final, file, self._cancel)
            except Damaged:
                final.unlink()
        part = self._part(name, file)
        try:
            digest = self._whole(listing, file, part, work)
        except Damaged:
            # Perhaps only what came earlier was; one more try, from the beginning.
            part.unlink(missing_ok=True)
            try:
                digest = self._whole(listing, file, part, work)
            except Damaged as error:
                part.unlink(missing_ok=True)
                hint = "It was not used. The server or the network changes what it sends."
                raise DownloadError(f"{error.finding}, twice", hint=hint) from error
        os.replace(part, final)
        return digest

    def _whole(self, listing: Listing, file: RemoteFile, part: Path, work: _Work) -> str:
        """Fetch the rest of a file, over as many connections as it takes, and verify it."""
        failed, furthest = 0, _size(part)
        while _size(part) != file.size or not part.exists():
            try:
                self._go_on(listing, file, part, work)
            except TransferInterrupted as error:
                # Further than ever before, or a server that begins anew each time would get
                # tries without end.
                progress = _size(part) >= furthest + _PROGRESS_BYTES
                furthest = max(furthest, _size(part))
                failed = 1 if progress else failed + 1
                self._wait(failed, error)
        return digest_of(part, file, self._cancel)

    def _go_on(self, listing: Listing, file: RemoteFile, part: Path, work: _Work) -> None:
        """Use one connection, from where the file ends so far."""
        begun = _size(part)
        if begun > file.size:
            raise Damaged(f"{file.path} has more than {file.size} bytes")
        with self._hub.transfer(listing, file.path, begun) as transfer:
            if transfer.beyond_end:
                raise Damaged(f"{file.path} ends before {begun} bytes")
            done = begun if transfer.resumed else 0
            with part.open("ab" if transfer.resumed else "wb") as out:
                for chunk in transfer.chunks:
                    self._cancel.check()
                    done += len(chunk)
                    if done > file.size:
                        raise Damaged(f"{file.path} has more than {file.size} bytes")
                    _write(out, chunk)
                    self.fetched += len(chunk)
                    work.meter.update(work.before + done, detail=file.path)
                out.flush()
                os.fsync(out.fileno())
        if done < file.size:
            raise TransferInterrupted(f"{file.path} ended after {done} of {file.size} bytes")

    def _wait(self, failed: int, error: TransferInterrupted) -> None:
        """Wait before the next try. Raises DownloadError where there were enough, Cancelled."""
        if failed >= self._patience.tries:
            finding = f"{error.finding}, {failed} times in a row"
            raise DownloadError(finding, hint=_GO_ON) from error
        self._cancel.sleep(self._patience.seconds(failed, error.wait_seconds))

    def _part(self, name: str, file: RemoteFile) -> Path:
        """Where a file grows: by its content, so that another version is never gone on with."""
        return self._folder / f"{name}.{(file.sha256 or file.git_sha1)[:12]}{_PART}"


@dataclass(slots=True)
class _Work:
    """before: bytes of the files that are done."""

    meter: Meter
    before: int = 0


def _size(part: Path) -> int:
    try:
        return part.stat().st_size
    except FileNotFoundError:
        return 0


def _write(out: BinaryIO, chunk: bytes) -> None:
    try:
        out.write(chunk)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise DownloadError("the disk is full", path=Path(out.name), hint=_GO_ON) from error
