"""Downloads a model: whole, verified and readable, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.clip.directory import read_directory
from photoclip.clip.fetching import Fetcher, Patience
from photoclip.clip.hub import Hub, Limits, Listing, Place, RemoteFile
from photoclip.clip.origin import FILE_NAME, Origin, read_origin, write_origin
from photoclip.clip.shelf import Shelf, refused, size_of
from photoclip.clip.verify import Damaged, digest_of
from photoclip.clip.wanted import ABOUT, mapped, wanted
from photoclip.clip.wish import Wish
from photoclip.domain import CancelToken, ProgressCallback, no_progress
from photoclip.errors import DownloadError, ModelDirectoryError
from photoclip.meter import in_bytes

# A disk that is full to the last byte does nobody good.
SPARE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Downloaded:
    """What came of it. fetched: bytes that came now. already: it was here, and is as it was."""

    name: str
    path: Path
    origin: Origin
    size: int
    fetched: int
    already: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a download finds. free: bytes that a folder's disk has left."""

    patience: Patience = field(default_factory=Patience)
    limits: Limits = field(default_factory=Limits)
    free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free


def download(
    wish: Wish,
    models: Path,
    place: Place,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = no_progress,
    under: Circumstances | None = None,
) -> Downloaded:
    """Fetch a model into models/NAME, where it appears when all of it is there and verified.

    What came before an error, a cancellation or the end of the process is gone on from the next
    time. A model that is there already is verified, and what is damaged of it fetched again.
    Raises DownloadError, Cancelled.
    """
    shelf = Shelf(models, wish.name)
    cancel = cancel or CancelToken()
    cancel.check()
    with shelf.held():
        try:
            present = _present(shelf, cancel)
            if present is not None:
                return present
            with Hub(place, cancel, (under or Circumstances()).limits) as hub:
                work = _Download(wish, shelf, hub, cancel, progress, under or Circumstances())
                return work.run()
        except OSError as error:
            raise refused(models, error) from error


class _Download:
    def __init__(
        self,
        wish: Wish,
        shelf: Shelf,
        hub: Hub,
        cancel: CancelToken,
        progress: ProgressCallback,
        under: Circumstances,
    ) -> None:
        self._wish = wish
        self._shelf = shelf
        self._hub = hub
        self._cancel = cancel
        self._under = under
        self._fetcher = Fetcher(hub, shelf.staging, cancel, progress, under.patience)

    def run(self) -> Downloaded:
        wish = self._wish
        listing = self._fetcher.listing(wish.repo, wish.revision)
        files = _chosen(wish, listing)
        self._shelf.staging.mkdir(exist_ok=True)
        self._fetcher.tidy(files)
        self._adopt(files)
        self._check_space(sum(file.size for file in files.values()))
        digests = self._fetcher.fetch(listing, files)
        origin = Origin(
            wish.name,
            self._hub.place.endpoint,
            wish.repo,
            wish.revision,
            listing.commit,
            wish.licence or listing.licence,
            wish.languages,
            # What is only told of a model may be edited.
            {name: digest for name, digest in digests.items() if name not in ABOUT},
        )
        write_origin(self._shelf.staging, origin)
        self._require_readable()
        self._cancel.check()
        self._shelf.put_up()
        target = self._shelf.target
        return Downloaded(wish.name, target, origin, size_of(target), self._fetcher.fetched)

    def _adopt(self, files: dict[str, RemoteFile]) -> None:
        """What is sound of a damaged model need not come again."""
        for name, file in files.items():
            old, new = self._shelf.target / name, self._shelf.staging / name
            if new.exists() or not old.is_file() or old.stat().st_size != file.size:
                continue
            try:
                digest_of(old, file, self._cancel)
            except Damaged:
                continue
            new.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(old, new)
            except OSError:
                shutil.copyfile(old, new)

    def _check_space(self, size: int) -> None:
        missing = size - size_of(self._shelf.staging)
        free = self._under.free(self._shelf.models)
        if missing > 0 and free < missing + SPARE_BYTES:
            more = in_bytes(missing + SPARE_BYTES - free)
            raise DownloadError(
                f"{self._wish.name} needs {in_bytes(missing)}, but {in_bytes(free)} are free",
                path=self._shelf.models,
                hint=f"Make room for {more} more.",
            )

    def _require_readable(self) -> None:
        """Nothing that the loader refuses becomes a model."""
        try:
            read_directory(self._shelf.staging)
        except ModelDirectoryError as error:
            file = error.path.name if error.path is not None else self._wish.name
            shutil.rmtree(self._shelf.staging)
            finding = f"{self._wish.repo} came as it should, but {file} {error.finding}"
            raise DownloadError(finding, hint="This model cannot be used.") from error


def _chosen(wish: Wish, listing: Listing) -> dict[str, RemoteFile]:
    """Where each file is to lie -> what it is. Raises DownloadError."""
    try:
        names = mapped(wish.files, listing.files) if wish.files else wanted(listing.files)
    except DownloadError as error:
        raise DownloadError(f"{wish.repo} {error.finding}", hint=error.hint) from error
    files = {at: listing.files[name] for at, name in names.items()}
    for file in files.values():
        if file.size < 0 or not (file.sha256 or file.git_sha1):
            finding = f"{wish.repo} tells no size or checksum of {file.path}"
            raise DownloadError(finding, hint="Without one, nobody knows what came.")
    return files


def _present(shelf: Shelf, cancel: CancelToken) -> Downloaded | None:
    """The model where it is here and sound; None where it has to be fetched, also in parts."""
    target = shelf.target
    if not target.exists():
        return None
    try:
        origin = read_origin(target)
    except ModelDirectoryError:
        return None  # of a download whose record is damaged
    if origin is None:
        hint = "It was not downloaded by photoclip, and stays as it is. Move it away first."
        raise DownloadError("is there already", path=target, hint=hint)
    if not damaged_files(target, cancel):
        return Downloaded(origin.name, target, origin, size_of(target), 0, already=True)
    return None


def damaged_files(directory: Path, cancel: CancelToken | None = None) -> list[str]:
    """Files of a downloaded model that are missing, or not what came. Reads all of them.

    Raises ModelDirectoryError where the record of the download is damaged itself, Cancelled.
    """
    origin = read_origin(directory)
    if origin is None:
        return []
    cancel = cancel or CancelToken()
    found = [
        name
        for name, sha256 in origin.sha256.items()
        if not _is_sound(directory / name, sha256, cancel)
    ]
    return found or ([] if origin.sha256 else [FILE_NAME])


def _is_sound(file: Path, sha256: str, cancel: CancelToken) -> bool:
    try:
        size = file.stat().st_size
        digest_of(file, RemoteFile(file.name, size, sha256=sha256), cancel)
    except (OSError, Damaged):
        return False
    return True
