"""Whether a folder lies where the system reports no changes."""

from __future__ import annotations

import platform
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")

# File systems whose other users' changes never reach inotify.
REMOTE = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3"}
    | {"smbfs", "virtiofs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone"}
    | {"fuse.s3fs", "fuse.sshfs", "fuse.smbnetfs", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse"}
)


def remote_kind(path: Path, mounts: Path = MOUNTS) -> str | None:
    """The type of the network file system that holds a folder, None where it is local.

    Known on Linux only; elsewhere None.
    """
    if platform.system() != "Linux":
        return None
    try:
        table = _table(mounts)
        real = path.resolve()
    except (OSError, RuntimeError):
        return None
    kind, depth = None, -1
    for point, found in table:
        # The last mount on a point hides those before it.
        if real.is_relative_to(point) and len(point.parts) >= depth:
            kind, depth = found, len(point.parts)
    return kind if kind in REMOTE else None


def mount_points(mounts: Path = MOUNTS) -> list[Path]:
    """Where local file systems are mounted. Known on Linux only; elsewhere none."""
    try:
        return [point for point, kind in _table(mounts) if kind not in REMOTE]
    except OSError:
        return []


def _table(mounts: Path) -> list[tuple[Path, str]]:
    """Mount points with the types of their file systems."""
    text = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    fields = [line.split(" ") for line in text.splitlines()]
    return [(Path(_unescaped(line[1])), line[2]) for line in fields if len(line) >= 3]


def _unescaped(field: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(code, character)
    return field
