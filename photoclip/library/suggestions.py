"""Where photos usually lie on this machine, with a quick count: what a first start proposes."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import platformdirs

from photoclip.domain import CancelToken
from photoclip.library.mounts import MOUNTS, mount_points
from photoclip.library.rules import NO_MEDIA, Rules

# A proposal has to come while the person looks: beyond this the count says "at least".
SECONDS_EACH = 2.0
SECONDS_IN_ALL = 8.0
MOST_PHOTOS = 50_000

_AT_HOME = ("Pictures", "Photos", "DCIM")
# Below the folder of a cloud service, or at the top of a drive.
_IN_CLOUD = ("Pictures", "Photos", "Camera Uploads", "InstantUpload", "iCloud Photos")
_ON_DRIVE = ("DCIM", "Pictures", "Photos")
_CLOUDS = ("OneDrive*", "Dropbox*", "Nextcloud", "ownCloud", "pCloudDrive", "MEGA")
_ICLOUD = ("iCloudPhotos/Photos", "iCloud Photos/Photos", "iCloudPhotos")
_DRIVES_BELOW = ("/media", "/run/media", "/mnt", "/Volumes")


class PlaceKind(StrEnum):
    """What a proposed folder is."""

    PICTURES = "pictures"
    CLOUD = "cloud"
    DRIVE = "drive"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that may hold photos."""

    path: Path
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A folder with photos in it. complete: all of it was counted, else there may be more."""

    path: Path
    kind: PlaceKind
    photos: int
    complete: bool


def suggest(
    watched: Sequence[Path],
    ignore: Sequence[str] = (),
    cancel: CancelToken | None = None,
    candidates: Iterable[Place] | None = None,
) -> Iterator[Suggestion]:
    """Folders with photos that are not watched yet, each as soon as it is counted.

    watched: these, what lies in them and what holds them is left out. ignore: as in the settings.
    candidates: in place of this machine's usual ones. Raises Cancelled.
    """
    cancel, rules = cancel or CancelToken(), Rules.of(ignore)
    end = time.monotonic() + SECONDS_IN_ALL
    taken = [Path(os.path.realpath(path)) for path in watched]
    for place in usual_places() if candidates is None else candidates:
        cancel.check()
        real = Path(os.path.realpath(place.path))
        if not real.is_dir() or any(_overlap(real, other) for other in taken):
            continue
        until = min(end, time.monotonic() + SECONDS_EACH)
        photos, complete = count_photos(real, rules, cancel, until)
        if photos:
            taken.append(real)
            yield Suggestion(place.path, place.kind, photos, complete)


def count_photos(folder: Path, rules: Rules, cancel: CancelToken, until: float) -> tuple[int, bool]:
    """How many files below a folder look like photos by name, and whether all were counted.

    until: time.monotonic() at which counting ends. Links are not followed. Raises Cancelled.
    """
    photos, waiting = 0, [str(folder)]
    while waiting:
        cancel.check()
        if photos >= MOST_PHOTOS or time.monotonic() > until:
            return photos, False
        found, inner = _look_into(waiting.pop(), rules)
        photos += found
        waiting += inner
    return photos, True


def _look_into(folder: str, rules: Rules) -> tuple[int, list[str]]:
    """The number of photos in a folder, and the folders in it that count."""
    try:
        with os.scandir(folder) as listing:
            entries = list(listing)
        if any(entry.name == NO_MEDIA for entry in entries):
            return 0, []
        inner = [
            entry.path
            for entry in entries
            if entry.is_dir(follow_symlinks=False) and not rules.skips_folder(entry.name)
        ]
        photos = sum(
            rules.takes_file(entry.name) and entry.is_file(follow_symlinks=False)
            for entry in entries
        )
    except OSError:
        # Nothing is promised about what cannot be read.
        return 0, []
    return photos, inner


def usual_places(mounts: Path = MOUNTS) -> Iterator[Place]:
    """Folders that exist and usually hold photos, the likeliest first; some may overlap.

    mounts: the table of what is mounted, as Linux writes it.
    """
    home = Path.home()
    # What the desktop calls it in the person's language.
    own = Path(platformdirs.user_pictures_dir())
    for path in (own, *(home / name for name in _AT_HOME)):
        # Where there is none, the desktop may say that it is the home folder itself.
        if path != home and path.is_dir():
            yield Place(path, PlaceKind.PICTURES)
    for path in _cloud_places(home):
        if path.is_dir():
            yield Place(path, PlaceKind.CLOUD)
    for drive in drives(mounts):
        for name in _ON_DRIVE:
            if (drive / name).is_dir():
                yield Place(drive / name, PlaceKind.DRIVE)


def _cloud_places(home: Path) -> Iterator[Path]:
    services = [path for pattern in _CLOUDS for path in sorted(home.glob(pattern))]
    services += sorted((home / "Library" / "CloudStorage").glob("*"))  # macOS
    if announced := os.environ.get("ONEDRIVE"):  # Windows
        services.append(Path(announced))
    for service in services:
        for name in _IN_CLOUD:
            yield service / name
            yield service / "My Drive" / name
    for name in _ICLOUD:
        yield home / name


def drives(mounts: Path = MOUNTS) -> list[Path]:
    """Mounted drives that a person may have plugged in; none that lie behind a network."""
    system = platform.system()
    if system == "Windows":
        letters = (Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ")
        return [path for path in letters if path.exists()]
    if system == "Darwin":
        return sorted(Path("/Volumes").glob("*"))
    return [point for point in mount_points(mounts) if _is_plugged_in(point)]


def _is_plugged_in(point: Path) -> bool:
    return any(point.is_relative_to(place) for place in _DRIVES_BELOW)


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)
