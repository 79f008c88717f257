"""Lists of photos for other programs: CSV and JSON, with what the catalog knows of each."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from photoclip.catalog.store import Catalog
from photoclip.catalog.tags import ACCEPTED
from photoclip.domain import LabelId, Photo, PhotoId, Tag
from photoclip.domain.names import key_of
from photoclip.errors import FolderError
from photoclip.library.copying import Copying
from photoclip.library.versions import ModelsOfVersions

COLUMNS = (
    "path",
    "score",
    "photo",
    "taken",
    "width",
    "height",
    "camera",
    "lens",
    "iso",
    "latitude",
    "longitude",
)
# Spreadsheets run what begins like this, and a header of a picture may hold anything.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FREE_TEXT = ("path", "camera", "lens", "labels")


TAG_COLUMNS = (*(name for name in COLUMNS if name != "score"), "rating", "labels")


class Export:
    """Takes photos out of photoclip; the originals are only read."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.copying = Copying(catalog)

    def rows(
        self, photos: Sequence[PhotoId], scores: Sequence[float | None], places: Sequence[Path]
    ) -> list[dict[str, Any]]:
        """What is known of photos, by COLUMNS, in their order; None for what is not.

        scores, places: one for each photo.
        """
        known = self._catalog.photos.many(photos)
        each = zip(photos, scores, places, strict=True)
        return [_row(known[photo], score, place) for photo, score, place in each if photo in known]

    def rows_of(
        self, photos: Sequence[PhotoId], scores: Sequence[float | None]
    ) -> list[dict[str, Any]]:
        """The same at the best place of each photo; those without a file are left out."""
        places = self._catalog.files.paths_of(photos)
        there = [(one, score) for one, score in zip(photos, scores, strict=True) if one in places]
        return self.rows(
            [one for one, _ in there],
            [score for _, score in there],
            [places[one][0] for one, _ in there],
        )

    def tagged(
        self, photos: Sequence[PhotoId] | None = None, labels: Collection[LabelId] | None = None
    ) -> list[dict[str, Any]]:
        """Rows of photos with accepted labels: TAG_COLUMNS, and "tags" with all details. By path.

        photos: only these. labels: only these of their labels, and photos with any of them.
        """
        names = {label.id: label.name for label in self._catalog.labels.all()}
        wanted = names.keys() if labels is None else names.keys() & set(labels)
        with_any = self._catalog.tags.photos_with(wanted).tolist()
        chosen = set(with_any) if photos is None else set(with_any) & set(photos)
        ids = [PhotoId(number) for number in sorted(chosen)]
        tags = self._catalog.tags.of_photos(ids, ACCEPTED)
        models = ModelsOfVersions(self._catalog)
        rows = sorted(self.rows_of(ids, [None] * len(ids)), key=lambda row: str(row["path"]))
        for row in rows:
            found = [tag for tag in tags.get(row["photo"], []) if tag.label in wanted]
            found.sort(key=lambda tag: key_of(names[tag.label]).split("/"))
            row["rating"] = self._catalog.annotations.rating(row["photo"])
            row["labels"] = "; ".join(names[tag.label] for tag in found)
            row["tags"] = [
                _tag_values(tag, names[tag.label], models.of(tag.label, tag.version))
                for tag in found
            ]
        return rows


def _tag_values(tag: Tag, name: str, model: str) -> dict[str, Any]:
    return {
        "label": name,
        "source": tag.source.value,
        "score": None if tag.score is None else round(tag.score, 6),
        "version": tag.version or None,
        "model": model or None,
    }


def as_csv(rows: Iterable[dict[str, Any]], columns: Sequence[str] = COLUMNS) -> str:
    """Rows as CSV with a header; only these columns of them.

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(name, value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def as_json(rows: Iterable[dict[str, Any]], query: str) -> str:
    """Rows as one JSON object, with what was searched for."""
    return json.dumps({"query": query, "photos": list(rows)}, indent=1) + "\n"


def tags_as_json(rows: Iterable[dict[str, Any]]) -> str:
    """Rows of Export.tagged() as one JSON object."""
    names = (*(name for name in TAG_COLUMNS if name != "labels"), "tags")
    return (
        json.dumps({"photos": [{name: row[name] for name in names} for row in rows]}, indent=1)
        + "\n"
    )


def write(path: Path, text: str) -> None:
    """Write a file as a whole or not at all; pipes and devices get the text. Raises FolderError."""
    # Names that are not UTF-8 go out as they came in.
    data = text.encode("utf-8", "surrogateescape")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            # A link, as /dev/stdout is one, stays.
            _put(Path(os.path.realpath(path)), data)
    except OSError as error:
        reason = error.strerror or error
        raise FolderError(f"cannot be written ({reason})", path=path) from error


def _put(path: Path, data: bytes) -> None:
    part: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(".part", ".photoclip-", path.parent)
        part = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        part.chmod(0o644)
        part.replace(path)
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink()


def _row(photo: Photo, score: float | None, place: Path) -> dict[str, Any]:
    known = photo.metadata
    taken = known.taken_at
    values = (
        str(place),
        score if score is None else round(score, 6),
        photo.id,
        taken.isoformat() if taken is not None else None,
        known.width or None,
        known.height or None,
        known.camera or None,
        known.lens or None,
        known.iso,
        known.latitude,
        known.longitude,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _cell(name: str, value: Any) -> Any:
    risky = name in _FREE_TEXT and isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if risky else value
