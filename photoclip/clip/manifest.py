"""photoclip.json: what photoclip's own models promise beyond what their layout says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from photoclip.clip.jsonfile import JsonTable
from photoclip.clip.origin import Origin, read_digests, read_origin

FILE_NAME = "photoclip.json"
FORMAT = 1
_MIN_COSINE = 0.99


@dataclass(frozen=True, slots=True)
class GoldenImage:
    """A picture that golden_image(kind, width, height) draws, and its expected embedding."""

    kind: str
    width: int
    height: int
    embedding: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class GoldenText:
    """A text and its expected embedding."""

    text: str
    embedding: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Golden:
    """Inputs with the embeddings that the exported model gave; cosines below fail."""

    min_cosine: float = _MIN_COSINE
    images: tuple[GoldenImage, ...] = ()
    texts: tuple[GoldenText, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of photoclip.json; the defaults stand for a directory without one.

    sha256: hex digests by path relative to the directory, with "/". normalised: the graphs
    promise unit vectors. dynamic_length: a text's embedding does not depend on its padding.
    """

    name: str = ""
    licence: str = ""
    source: str = ""
    languages: tuple[str, ...] = ()
    logit_scale: float | None = None
    logit_bias: float | None = None
    dynamic_length: bool = False
    normalised: bool = False
    sha256: Mapping[str, str] = field(default_factory=dict)
    golden: Golden = field(default_factory=Golden)


def read_manifest(directory: Path, dim: int) -> Manifest:
    """Read a directory's photoclip.json, or give the defaults where there is none.

    What is known of a download fills in what that does not say. dim: what golden embeddings must
    have. Raises ModelDirectoryError.
    """
    file = directory / FILE_NAME
    manifest = _read(file, dim) if file.exists() else Manifest()
    origin = read_origin(directory)
    return manifest if origin is None else _completed(manifest, origin)


def _completed(manifest: Manifest, origin: Origin) -> Manifest:
    return replace(
        manifest,
        name=manifest.name or origin.name,
        licence=manifest.licence or origin.licence,
        source=manifest.source or origin.source,
        languages=manifest.languages or origin.languages,
        sha256={**origin.sha256, **manifest.sha256},
    )


def _read(file: Path, dim: int) -> Manifest:
    table = JsonTable.read(file)
    _check_format(table)
    return Manifest(
        name=table.text("name", ""),
        licence=table.text("licence", ""),
        source=table.text("source", ""),
        languages=table.texts("languages"),
        logit_scale=_optional_number(table, "logit_scale"),
        logit_bias=_optional_number(table, "logit_bias"),
        dynamic_length=table.flag("dynamic_length", False),
        normalised=table.flag("normalised", False),
        sha256=_digests(table),
        golden=_golden(table.table("golden"), dim),
    )


def _check_format(table: JsonTable) -> None:
    version = table.integer("format", FORMAT, least=1, most=10**6)
    if version > FORMAT:
        raise table.error("format", f"is {version}, but this photoclip reads {FORMAT} at most")


def _optional_number(table: JsonTable, name: str) -> float | None:
    return table.number(name) if name in table else None


def _digests(table: JsonTable) -> dict[str, str]:
    return read_digests(table.table("files" if "files" in table else "sha256"))


def _golden(table: JsonTable, dim: int) -> Golden:
    min_cosine = table.number("min_cosine", _MIN_COSINE)
    if not 0.0 < min_cosine <= 1.0:
        raise table.error("min_cosine", f"is {min_cosine}, not above 0 and at most 1")
    images = tuple(_golden_image(row, dim) for row in table.tables("images"))
    texts = tuple(_golden_text(row, dim) for row in table.tables("texts"))
    return Golden(min_cosine, images, texts)


def _golden_image(row: JsonTable, dim: int) -> GoldenImage:
    width, height = (row.integer(side, least=1, most=4096) for side in ("width", "height"))
    return GoldenImage(row.text("kind"), width, height, row.numbers("embedding", dim))


def _golden_text(row: JsonTable, dim: int) -> GoldenText:
    return GoldenText(row.text("text"), row.numbers("embedding", dim))
