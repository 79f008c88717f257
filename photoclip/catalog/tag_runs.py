"""What labels did to photos each time they were applied: kept so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from photoclip.catalog.connections import Connections
from photoclip.domain import LabelId, PhotoId, Tag, TagSource, TagState

# Nobody takes back what was done longer ago.
MOST = 20

_RUN = "id, mode, at"


@dataclass(frozen=True, slots=True)
class TagRun:
    """Labels were applied. mode: how. at: when, in UTC, as ISO 8601."""

    id: int
    mode: str
    at: str


@dataclass(frozen=True, slots=True)
class RunOfLabel:
    """One label of a run. version: that of its tags. new: whether the run made that version."""

    label: LabelId
    version: int
    new: bool


@dataclass(frozen=True, slots=True)
class TagChange:
    """What a run did to one photo. before: None where there was no tag; now: where none is left."""

    photo: PhotoId
    before: Tag | None
    now: TagState | None


class TagRuns:
    """The latest runs of a catalog. Labels and photos that are gone may still be named in them."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def begin(self, mode: str) -> TagRun:
        """A new one. The oldest are forgotten."""
        with self._connections.transaction() as db:
            made = db.execute(f"INSERT INTO tag_runs (mode) VALUES (?) RETURNING {_RUN}", (mode,))
            run = TagRun(*made.fetchone())
            db.execute("DELETE FROM tag_runs WHERE id <= ?", (run.id - MOST,))
        return run

    def note(self, run: int, one: RunOfLabel, changes: Iterable[TagChange]) -> None:
        """What a run did to the photos of a label: once for each."""
        rows = [_values(run, one.label, change) for change in changes]
        with self._connections.transaction() as db:
            values = (run, one.label, one.version, int(one.new))
            db.execute("INSERT INTO tag_run_labels VALUES (?, ?, ?, ?)", values)
            db.executemany("INSERT INTO tag_run_photos VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def get(self, run: int) -> TagRun | None:
        """A run, or None where it is forgotten."""
        found = self._connections.rows(f"SELECT {_RUN} FROM tag_runs WHERE id = ?", (run,))
        return TagRun(*found[0]) if found else None

    def latest(self) -> TagRun | None:
        """The one that was begun last, or None."""
        newest = self._connections.value("SELECT max(id) FROM tag_runs")
        return self.get(newest) if newest is not None else None

    def labels(self, run: int) -> list[RunOfLabel]:
        """The labels that a run changed anything of."""
        sql = "SELECT label, version, new FROM tag_run_labels WHERE run = ? ORDER BY label"
        found = self._connections.rows(sql, (run,))
        return [RunOfLabel(LabelId(label), version, bool(new)) for label, version, new in found]

    def changes(self, run: int, label: LabelId) -> list[TagChange]:
        """What a run did to the photos of a label."""
        sql = (
            "SELECT photo, now, state, score, version FROM tag_run_photos "
            "WHERE run = ? AND label = ? ORDER BY photo"
        )
        return [_change(label, row) for row in self._connections.rows(sql, (run, label))]

    def is_used_by_others(self, run: int, one: RunOfLabel) -> bool:
        """Whether another run gave tags of the same version of the label."""
        sql = "SELECT 1 FROM tag_run_labels WHERE run <> ? AND label = ? AND version = ?"
        return self._connections.value(sql, (run, one.label, one.version)) is not None

    def forget(self, run: int, label: LabelId | None = None) -> None:
        """Forget what a run did to a label; all of the run where none is said."""
        with self._connections.transaction() as db:
            if label is None:
                db.execute("DELETE FROM tag_runs WHERE id = ?", (run,))
                return
            for table in ("tag_run_photos", "tag_run_labels"):
                db.execute(f"DELETE FROM {table} WHERE run = ? AND label = ?", (run, label))


def _values(run: int, label: LabelId, change: TagChange) -> tuple[object, ...]:
    now = change.now.value if change.now is not None else None
    before = change.before
    was = (None, None, 0) if before is None else (before.state.value, before.score, before.version)
    return (run, label, change.photo, now, *was)


def _change(label: LabelId, row: tuple[Any, ...]) -> TagChange:
    photo, now, state, score, version = row
    # Applying changes nothing but what photoclip itself thought.
    before = (
        Tag(PhotoId(photo), label, TagState(state), TagSource.AUTO, score, version)
        if state is not None
        else None
    )
    return TagChange(PhotoId(photo), before, TagState(now) if now is not None else None)
