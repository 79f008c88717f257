"""Whether a file on the disk is what the hub says it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

from photoclip.clip.hub import RemoteFile
from photoclip.domain import CancelToken
from photoclip.errors import DownloadError

_STEP = 4 * 1024 * 1024


class Damaged(DownloadError):
    """A file is not what was promised."""


def digest_of(path: Path, file: RemoteFile, cancel: CancelToken) -> str:
    """Hex SHA-256 of what lies on the disk. Raises Damaged where that is not the file, OSError.

    A file that the hub keeps in git has a SHA-1 over "blob SIZE", a zero byte, and the content.
    """
    size = path.stat().st_size
    if size != file.size:
        raise Damaged(f"{file.path} has {size} bytes, not {file.size}")
    sha256 = hashlib.sha256()
    git = hashlib.sha1(f"blob {size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as content:
        while part := content.read(_STEP):
            cancel.check()
            sha256.update(part)
            if file.git_sha1:
                git.update(part)
    found, expected = (
        (sha256.hexdigest(), file.sha256) if file.sha256 else (git.hexdigest(), file.git_sha1)
    )
    if found != expected:
        raise Damaged(f"{file.path} has checksum {found[:12]}..., not {expected[:12]}...")
    return sha256.hexdigest()
