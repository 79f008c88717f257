"""Tags out to XMP sidecars, where other programs find them, and back again."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from photoclip import __version__
from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    LabelId,
    PhotoId,
    Progress,
    ProgressCallback,
    Stage,
    no_progress,
)
from photoclip.errors import FileUnavailable, PhotoclipError, SidecarError
from photoclip.images.sidecar import (
    read_sidecar,
    remove_parts,
    remove_sidecar,
    require_writable,
    write_sidecar,
)
from photoclip.images.xmp.editing import Edit, edit, new
from photoclip.images.xmp.entries import Entry, Held
from photoclip.images.xmp.names import WRITTEN
from photoclip.images.xmp.packet import Packet, parse
from photoclip.library.sidecar_targets import Target, Targets

TOOLKIT = f"photoclip {__version__}"


class Fate(StrEnum):
    """What becomes of a sidecar."""

    CREATED = "created"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class SidecarChange:
    """A sidecar, and the labels that go into it and out of it.

    photo: the file it is for, None where that is not known any more. Labels may be neither added
    nor removed where only what is known of them changed, such as a score.
    """

    sidecar: Path
    photo: Path | None
    fate: Fate
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(slots=True)
class SidecarReport:
    """What an export did, or would do. unchanged: sidecars that say all of it already.

    problems: files that cannot be read or written, each with the reason; the others are done.
    """

    changes: list[SidecarChange] = field(default_factory=list)
    unchanged: int = 0
    problems: list[PhotoclipError] = field(default_factory=list)

    def count(self, fate: Fate) -> int:
        """How many sidecars that became of."""
        return sum(one.fate == fate for one in self.changes)


class Sidecars:
    """The XMP sidecars of a library. No photo is ever written to.

    Everything is done sidecar by sidecar, each as a whole or not at all, and noted in the catalog;
    what is cancelled or killed goes on when it is asked for again.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def write(
        self,
        photos: Sequence[PhotoId] | None = None,
        labels: Collection[LabelId] | None = None,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
        *,
        dry_run: bool = False,
    ) -> SidecarReport:
        """Write the accepted tags of photos beside each of their files.

        photos: None for all; then what was written before and holds no more goes everywhere.
        labels: leave others as they are. What is there already is left, so that doing it again
        writes nothing. dry_run: only tell what would be done; the catalog may be read-only.
        Raises Cancelled, LibraryError.
        """
        work = _Work(cancel or CancelToken(), progress, dry_run)
        targets = Targets(self._catalog, work.cancel, labels)
        return self._all(targets, targets.to_write(photos), work)

    def undo(
        self,
        photos: Sequence[PhotoId] | None = None,
        labels: Collection[LabelId] | None = None,
        folder: Path | None = None,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
        *,
        dry_run: bool = False,
    ) -> SidecarReport:
        """Take back what was written: of all photos, of these, or whatever lies in a folder.

        Keywords that others had stay. A sidecar that photoclip made and nobody wrote into since
        is deleted. folder: it need not be watched, and the catalog need not know of it.
        dry_run: as in write(). Raises Cancelled, LibraryError.
        """
        work = _Work(cancel or CancelToken(), progress, dry_run)
        targets = Targets(self._catalog, work.cancel, labels)
        found = targets.to_undo(photos) if folder is None else targets.in_folder(folder)
        return self._all(targets, found, work)

    def written(self) -> int:
        """How many sidecars there are to undo, as far as the catalog knows."""
        return len(self._catalog.sidecars.written())

    def _all(self, targets: Targets, found: Iterable[Target], work: _Work) -> SidecarReport:
        each, report = list(found), SidecarReport(problems=targets.problems)
        among = targets.names()
        if not work.dry:
            for folder in targets.searched.union(target.sidecar.parent for target in each):
                remove_parts(folder)
        for target in work.counted(each):
            try:
                change = self._one(targets, target, among, work.dry)
            except PhotoclipError as error:
                _raise_if_ours(error)
                report.problems.append(_about(error, target.sidecar))
                continue
            if change is None:
                report.unchanged += 1
            else:
                report.changes.append(change)
        return report

    def _one(
        self, targets: Targets, target: Target, among: frozenset[str] | None, dry: bool
    ) -> SidecarChange | None:
        """Bring a sidecar in step. None where it is already."""
        before, packet = _read(target.sidecar)
        noted = self._catalog.sidecars.export(target.sidecar)
        if before is None and not target.wanted:
            if noted is not None and not targets.reachable(target.sidecar):
                raise FileUnavailable("is out of reach")
            if noted is not None and not dry:
                self._catalog.sidecars.forget(target.sidecar, noted)
            return None
        done = edit(packet, target.wanted, among, _known(noted))
        if not dry:
            self._put(target.sidecar, before, packet, done, noted)
        elif done.changed:
            require_writable(target.sidecar, before)
        if not done.changed:
            return None
        fate = Fate.CREATED if before is None else Fate.REMOVED if done.bare else Fate.CHANGED
        return SidecarChange(target.sidecar, target.photo, fate, done.added, done.removed)

    def _put(
        self, path: Path, before: bytes | None, packet: Packet, done: Edit, noted: str | None
    ) -> None:
        """Write a sidecar where it changed, and note what is in it. noted: what was, until now."""
        now = _noted(done.held)
        # Noted first: should the process be killed in between, there is nothing to undo, which
        # is found out; the other way round there would be, and nobody would know.
        if now is not None and now != noted:
            self._catalog.sidecars.note(path, now)
        if done.bare and before is not None:
            remove_sidecar(path, before)
        elif done.changed:
            write_sidecar(path, packet.to_bytes(), before)
        if now is None and noted is not None:
            self._catalog.sidecars.forget(path, noted)


@dataclass(slots=True)
class _Work:
    """One pass over sidecars: who may cancel it, who watches, and whether it only looks."""

    cancel: CancelToken
    progress: ProgressCallback
    dry: bool

    def counted(self, each: Sequence[Target]) -> Iterator[Target]:
        began = time.monotonic()
        for done, target in enumerate(each):
            seconds = time.monotonic() - began - self.cancel.waited
            self.progress(Progress.after(seconds, Stage.WRITING, done, len(each)))
            self.cancel.check()
            yield target
        self.progress(Progress(Stage.WRITING, len(each), len(each)))


def _read(path: Path) -> tuple[bytes | None, Packet]:
    """What a sidecar holds, None and a new packet where there is none."""
    try:
        data = read_sidecar(path)
    except FileUnavailable as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return None, new(TOOLKIT)
        raise
    return data, parse(data)


def _noted(held: Sequence[Held]) -> str | None:
    """Entries as the catalog keeps them: labels, the keywords added for them, and Held.copied."""
    each = [[one.entry.label, dict(one.added), one.copied] for one in held]
    return json.dumps(each, ensure_ascii=False, sort_keys=True) if each else None


def _known(noted: str | None) -> list[Held]:
    each: Any = json.loads(noted) if noted is not None else []
    names = {one.name for one in WRITTEN}
    return [
        Held(
            Entry(label), {name: word for name, word in added.items() if name in names}, any(copied)
        )
        for label, added, *copied in each
    ]


def _raise_if_ours(error: PhotoclipError) -> None:
    """Go on after what is wrong with a file, not after what is wrong with the library."""
    if not isinstance(error, FileUnavailable | SidecarError):
        raise error


def _about(error: PhotoclipError, path: Path) -> PhotoclipError:
    """The error with the file that it is about."""
    if error.path is not None:
        return error
    return type(error)(error.finding, path=path, hint=error.hint)
