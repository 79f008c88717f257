"""What a person wants to download: a model of the zoo, or any repository of the hub."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from photoclip.clip.wanted import unsafe
from photoclip.clip.zoo import ZooEntry, entries, find_entry, unknown
from photoclip.errors import DownloadError

_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9_][\w.-]*", re.ASCII)
_REVISION = re.compile(r"[A-Za-z0-9][\w./-]*", re.ASCII)
_LONGEST = 96


@dataclass(frozen=True, slots=True)
class Wish:
    """name: of the folder that it gets. files: as in a ZooEntry."""

    name: str
    repo: str
    revision: str
    files: Mapping[str, str] = field(default_factory=dict)
    licence: str = ""
    languages: tuple[str, ...] = ()


def wish_for(text: str, known: Sequence[ZooEntry] | None = None) -> Wish:
    """What a name of the zoo stands for, or "org/name", perhaps with "@revision".

    The folder that it got stands for it, too. Raises DownloadError for what is neither, with the
    names that come close.
    """
    known = entries() if known is None else known
    name, at, revision = text.strip().partition("@")
    entry = find_entry(name, known)
    if entry is None and "/" not in name and "--" in name:
        # As _folder() wrote it.
        name, revision = name.replace("--", "/", 1), revision.replace("--", "/")
    if entry is None and "/" not in name:
        raise unknown(text, [each.name for each in known])
    if at and not (_REVISION.fullmatch(revision) and ".." not in revision):
        raise DownloadError(f"{revision!r} is not the name of a branch, tag or commit")
    if entry is not None:
        folder = _folder(f"{entry.name}@{revision}") if at else entry.name
        return Wish(
            folder,
            entry.repo,
            revision or entry.revision,
            entry.files,
            entry.licence,
            entry.languages,
        )
    repo = _repository(name)
    return Wish(_folder(f"{repo}{at}{revision}"), repo, revision or "main")


def _repository(name: str) -> str:
    if not _REPOSITORY.fullmatch(name) or ".." in name or "--" in name or len(name) > _LONGEST:
        finding = f"{name!r} is not the name of a repository (org/name)"
        raise DownloadError(finding, hint="See: photoclip models list")
    return name


def _folder(text: str) -> str:
    """A folder for a repository that the zoo does not have, with nothing odd in it."""
    folder = re.sub(r"[^A-Za-z0-9_.@-]", "-", text.replace("/", "--"))
    if unsafe(folder) or len(folder) > _LONGEST * 2:
        raise DownloadError(f"{text!r} is no name for a folder")
    return folder
