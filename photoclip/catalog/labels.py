"""Labels: what people look for in their photos, and what each of them once was."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from photoclip.catalog import rows, tags
from photoclip.catalog.connections import Connections
from photoclip.catalog.faults import damaged
from photoclip.domain import Label, LabelId, LabelVersion, Preset, Tag
from photoclip.domain.names import key_of

_COLUMNS = (
    "id, name, description, prompts, templates, color, label_set, exclusive, automatic, "
    "preset, threshold, examples, counterexamples"
)
_VERSION = (
    "label, number, prompts, templates, preset, threshold, model, precision, vector, withdrawn, "
    "by_hand"
)
_STORED = np.dtype("<f4")


@dataclass(frozen=True, slots=True)
class RemovedLabel:
    """All that put_back() needs."""

    label: Label
    versions: tuple[LabelVersion, ...]
    tags: tuple[Tag, ...]


class Labels:
    """The labels of a catalog. No two have the same name, in whatever case."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    @property
    def generation(self) -> int:
        """Grows with every transaction that changes a label."""
        return self._connections.generation("labels")

    def all(self) -> list[Label]:
        """All of them by name, each right before those below it."""
        found = self._selected("1")
        return sorted(found, key=lambda label: key_of(label.name).split("/"))

    def get(self, number: LabelId) -> Label | None:
        """A label, or None."""
        return next(iter(self._selected("id = ?", number)), None)

    def many(self, numbers: Iterable[LabelId]) -> dict[LabelId, Label]:
        """Labels by number; those that are gone are left out."""
        found = self._selected(f"id {rows.LISTED}", rows.id_list(numbers))
        return {label.id: label for label in found}

    def named(self, name: str) -> Label | None:
        """The one of this name in whatever case, or None."""
        return next(iter(self._selected("key = ?", key_of(name))), None)

    def below(self, name: str) -> list[Label]:
        """The label of this name and all below it; there need be none of this name itself."""
        # "0" follows "/".
        key = key_of(name)
        return self._selected("key = ? OR (key > ? AND key < ?)", key, f"{key}/", f"{key}0")

    def meant(self, name: str) -> list[Label]:
        """What below() gives; for a name that there is not, the only label that it is the end of.

        With all below that one. Empty where there is none, or more than one.
        """
        found = self.below(name)
        if not found:
            end = f"/{key_of(name)}"
            ends = [label for label in self._selected("1") if key_of(label.name).endswith(end)]
            found = self.below(ends[0].name) if len(ends) == 1 else []
        return found

    def add(self, label: Label) -> Label | None:
        """Keep a label, whatever its id, under a new one. None where its name is taken."""
        sql = (
            f"INSERT INTO labels (key, {_COLUMNS}) VALUES (?, NULL, {_holes(12)}) "
            f"ON CONFLICT (key) DO NOTHING RETURNING {_COLUMNS}"
        )
        with self._connections.transaction() as db:
            row = db.execute(sql, (key_of(label.name), *_values(label)[1:])).fetchone()
        return self._label(row) if row is not None else None

    def change(self, label: Label) -> Label | None:
        """Replace what is known of a label. None where its name is taken, or it is gone."""
        columns = _COLUMNS.removeprefix("id, ")
        sql = (
            f"UPDATE OR IGNORE labels SET (key, {columns}) = ({_holes(13)}) "
            f"WHERE id = ? RETURNING {_COLUMNS}"
        )
        number, *values = _values(label)
        with self._connections.transaction() as db:
            row = db.execute(sql, (key_of(label.name), *values, number)).fetchone()
        return self._label(row) if row is not None else None

    def remove(self, number: LabelId) -> RemovedLabel | None:
        """Forget a label with its tags. Gives what put_back() needs; None where it was gone."""
        with self._connections.transaction() as db:
            label = self.get(number)
            if label is None:
                return None
            gone = RemovedLabel(
                label, tuple(self.versions(number)), tuple(tags.of_label(self._connections, number))
            )
            db.execute("DELETE FROM labels WHERE id = ?", (number,))
            return gone

    def put_back(self, removed: RemovedLabel) -> Label | None:
        """A label that was removed, with its tags. None where its name is taken meanwhile."""
        label = removed.label
        sql = (
            f"INSERT INTO labels (key, {_COLUMNS}) VALUES ({_holes(14)}) "
            "ON CONFLICT DO NOTHING RETURNING id"
        )
        with self._connections.transaction() as db:
            if db.execute(sql, (key_of(label.name), *_values(label))).fetchone() is None:
                return None
            for version in removed.versions:
                self._put_version(version)
            tags.put(self._connections, removed.tags)
        return label

    def versions(self, number: LabelId) -> list[LabelVersion]:
        """What a label was at the times it was applied, oldest first."""
        sql = f"SELECT {_VERSION} FROM label_versions WHERE label = ? ORDER BY number"
        found = self._connections.rows(sql, (number,))
        return [self._version_of(row) for row in found]

    def latest(self, number: LabelId) -> LabelVersion | None:
        """The newest version of a label that stands; None before it was applied."""
        sql = (
            f"SELECT {_VERSION} FROM label_versions WHERE label = ? AND NOT withdrawn "
            "ORDER BY number DESC LIMIT 1"
        )
        found = self._connections.rows(sql, (number,))
        return self._version_of(found[0]) if found else None

    def newest(self) -> dict[LabelId, LabelVersion]:
        """The newest version that stands, of each label that was applied."""
        sql = (
            f"SELECT {_VERSION} FROM label_versions v WHERE number = "
            "(SELECT max(number) FROM label_versions w WHERE w.label = v.label AND NOT w.withdrawn)"
        )
        found = [self._version_of(row) for row in self._connections.rows(sql)]
        return {version.label: version for version in found}

    def add_version(self, version: LabelVersion) -> LabelVersion:
        """Keep a version under the next number, whatever its own."""
        sql = "SELECT coalesce(max(number), 0) + 1 FROM label_versions WHERE label = ?"
        with self._connections.transaction() as db:
            number = db.execute(sql, (version.label,)).fetchone()[0]
            kept = replace(version, number=number)
            self._put_version(kept)
        return kept

    def withdraw(self, label: LabelId, number: int) -> None:
        """Applying a version was taken back: it is none that the label was applied as."""
        sql = "UPDATE label_versions SET withdrawn = 1 WHERE label = ? AND number = ?"
        with self._connections.transaction() as db:
            db.execute(sql, (label, number))

    def _put_version(self, version: LabelVersion) -> None:
        vector = version.vector
        row = (
            version.label,
            version.number,
            json.dumps(version.prompts),
            json.dumps(version.templates),
            version.preset.value,
            version.threshold,
            version.model,
            version.precision,
            vector.astype(_STORED).tobytes() if vector is not None else None,
            int(version.withdrawn),
            int(version.by_hand),
        )
        with self._connections.transaction() as db:
            db.execute(f"INSERT INTO label_versions ({_VERSION}) VALUES ({_holes(11)})", row)

    def _selected(self, condition: str, *values: object) -> list[Label]:
        sql = f"SELECT {_COLUMNS} FROM labels WHERE {condition} ORDER BY key"
        return [self._label(row) for row in self._connections.rows(sql, values)]

    def _label(self, row: tuple[Any, ...]) -> Label:
        number, name, description, prompts, templates, color, *rest = row
        label_set, group, automatic, preset, threshold, examples, counterexamples = rest
        return Label(
            LabelId(number),
            name,
            description,
            self._texts(prompts),
            self._texts(templates),
            color,
            label_set,
            group,
            bool(automatic),
            Preset(preset),
            threshold,
            tuple(map(Path, self._texts(examples))),
            tuple(map(Path, self._texts(counterexamples))),
        )

    def _version_of(self, row: tuple[Any, ...]) -> LabelVersion:
        label, number, prompts, templates, preset, threshold, model, precision, *rest = row
        vector, withdrawn, by_hand = rest
        return LabelVersion(
            LabelId(label),
            number,
            self._texts(prompts),
            self._texts(templates),
            Preset(preset),
            threshold,
            model,
            precision,
            np.frombuffer(vector, _STORED).astype(np.float32) if vector is not None else None,
            bool(withdrawn),
            bool(by_hand),
        )

    def _texts(self, stored: str) -> tuple[str, ...]:
        try:
            return tuple(str(text) for text in json.loads(stored))
        except (ValueError, TypeError) as error:
            finding = f"is damaged (a label has no list of texts: {error})"
            raise damaged(self._connections.path, finding) from error


def _values(label: Label) -> tuple[object, ...]:
    return (
        label.id,
        label.name,
        label.description,
        json.dumps(label.prompts),
        json.dumps(label.templates),
        label.color,
        label.set,
        label.group,
        int(label.automatic),
        label.preset.value,
        label.threshold,
        _listed(label.examples),
        _listed(label.counterexamples),
    )


def _listed(paths: Iterable[Path]) -> str:
    """Names that are no valid Unicode are escaped as JSON escapes."""
    return json.dumps(list(map(str, paths)))


def _holes(count: int) -> str:
    return ", ".join("?" * count)
