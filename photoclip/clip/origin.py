"""Where a downloaded model came from, and what its files were: photoclip-download.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from photoclip.clip.jsonfile import JsonTable

FILE_NAME = "photoclip-download.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """What is remembered of a download.

    endpoint: the hub or mirror, as "https://...". revision: what was asked for; commit: what that
    was then. sha256: hex digests by path relative to the directory, with "/".
    """

    name: str
    endpoint: str
    repo: str
    revision: str
    commit: str
    licence: str = ""
    languages: tuple[str, ...] = ()
    sha256: Mapping[str, str] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """One line on where it is from."""
        return f"{self.endpoint}/{self.repo}@{self.commit[:12]}"


def read_origin(directory: Path) -> Origin | None:
    """What is remembered, or None of a directory that was not downloaded.

    Raises ModelDirectoryError where the record is damaged.
    """
    file = directory / FILE_NAME
    if not file.exists():
        return None
    table = JsonTable.read(file)
    version = table.integer("format", least=1, most=10**6)
    if version > FORMAT:
        raise table.error("format", f"is {version}, but this photoclip reads {FORMAT} at most")
    return Origin(
        name=table.text("name"),
        endpoint=table.text("endpoint"),
        repo=table.text("repo"),
        revision=table.text("revision"),
        commit=table.text("commit"),
        licence=table.text("licence", ""),
        languages=table.texts("languages"),
        sha256=read_digests(table.table("files")),
    )


def write_origin(directory: Path, origin: Origin) -> None:
    """Keep it in a directory that nobody reads yet. Raises OSError."""
    values = {
        "format": FORMAT,
        "name": origin.name,
        "endpoint": origin.endpoint,
        "repo": origin.repo,
        "revision": origin.revision,
        "commit": origin.commit,
        "licence": origin.licence,
        "languages": list(origin.languages),
        "files": dict(sorted(origin.sha256.items())),
    }
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    (directory / FILE_NAME).write_text(text, encoding="utf-8")


def read_digests(table: JsonTable) -> dict[str, str]:
    """SHA-256 by path. Raises ModelDirectoryError for a path that leads out, or what is none."""
    return {_inside(table, name): _digest(table, name) for name in table.names()}


def _inside(table: JsonTable, name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise table.error(name, "is not a path inside the model directory")
    return name


def _digest(table: JsonTable, name: str) -> str:
    value = table.text(name).lower()
    if len(value) != 64 or not set(value) <= set("0123456789abcdef"):
        raise table.error(name, "is not a SHA-256 in hexadecimal")
    return value
