"""Tells an absent drive from an emptied folder.

A root is known by the volume it lies on and by the folder itself on that volume, so that an empty
mount point is never mistaken for a folder whose photos were all deleted.
"""

from __future__ import annotations

import os
import platform
import stat
from pathlib import Path

from photoclip.domain import Root

BY_UUID = Path("/dev/disk/by-uuid")


def volume_of(path: Path) -> str:
    """The volume that holds a folder, and the folder on it; "" where it cannot be told.

    "uuid:<file system UUID>:<inode>" on Linux where udev publishes UUIDs, else
    "device:<st_dev>:<inode>" (on Windows st_dev is the volume serial number). The folder is part
    of it because a mount point on the same disk as its neighbours has its own inode.
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ""
    uuid = _uuid_of(found.st_dev) if platform.system() == "Linux" else None
    volume = f"uuid:{uuid}" if uuid else f"device:{found.st_dev:x}"
    return f"{volume}:{found.st_ino:x}"


def root_is_online(root: Root, known_count: int = 0) -> bool:
    """Whether the root's own content can be seen now.

    Offline is a folder that is missing or cannot be listed, and one that holds nothing although
    known_count files were seen in it, while it is not the folder where they were seen.
    """
    try:
        empty = is_bare(root.path)
    except (OSError, ValueError):
        return False
    if not empty or known_count == 0 or not root.volume:
        return True
    return volume_of(root.path) == root.volume


def identity_of(path: Path) -> tuple[int, int] | None:
    """(device, inode): tells a folder from another in its place. None where there is no folder."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def is_bare(folder: Path) -> bool:
    """Whether a folder holds nothing but hidden entries. Raises OSError where it cannot be listed.

    Systems leave .Trash, .DS_Store and the like on mount points, hence hidden ones do not count.
    """
    with os.scandir(folder) as entries:
        return all(entry.name.startswith(".") for entry in entries)


def _uuid_of(device: int) -> str | None:
    try:
        with os.scandir(BY_UUID) as links:
            return next((link.name for link in links if _is_device(link.path, device)), None)
    except OSError:
        return None


def _is_device(link: str, device: int) -> bool:
    try:
        return Path(link).stat().st_rdev == device
    except OSError:
        return False
