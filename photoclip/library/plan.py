"""What an indexing run has to do: looks at the roots, or at folders in them."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.domain import CancelToken, FolderScope, PhotoFile, PhotoId, Problem, Root, RootId
from photoclip.library.debounce import topmost
from photoclip.library.relink import identity_of, is_bare, root_is_online, volume_of
from photoclip.library.scanner import ScanDiff, below, scan
from photoclip.library.work import Cause, Stamp, WorkItem

log = logging.getLogger(__name__)

Identity = tuple[int, int]


@dataclass(slots=True)
class Plan:
    """items: files to read, by path. vanished: rows whose file is gone. unchanged, offline: in
    files. identities: of the roots that were online. problems: folders that cannot be listed.
    """

    items: list[WorkItem] = field(default_factory=list)
    vanished: list[PhotoFile] = field(default_factory=list)
    unchanged: int = 0
    offline: int = 0
    identities: dict[RootId, Identity] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    # Sidecars that are new or changed, and those that are gone, by path from the root.
    sidecars: list[tuple[Root, str, Stamp]] = field(default_factory=list)
    gone_sidecars: dict[RootId, list[str]] = field(default_factory=dict)
    # Sizes of the files in items: what vanished and has none of these was not moved.
    sizes: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Planner:
    """own: folders of photoclip's own, never entered.

    on_folder: told how many files were seen so far in the part that is being looked at.
    """

    catalog: Catalog
    ignore: Sequence[str]
    own: Sequence[Path]
    cancel: CancelToken
    on_folder: Callable[[Root, int], None]

    def plan(self, parts: Sequence[tuple[Root, str]]) -> Plan:
        """Scan (root, relative folder) pairs, and note which roots are there. Raises Cancelled."""
        plan, roots = Plan(), [root.path for root in self.catalog.roots.all()]
        for root, under in parts:
            self.cancel.check()
            self._add(plan, root, under, roots)
        plan.items.sort(key=lambda item: (item.root.id, item.relative))
        return plan

    def _add(self, plan: Plan, root: Root, under: str, roots: Sequence[Path]) -> None:
        part = FolderScope(root.id, under)
        known = self.catalog.files.count(part)
        identity = identity_of(root.path) if is_within_reach(self.catalog, root) else None
        diff = ScanDiff(offline=True)
        if identity is not None:
            told = lambda seen: self.on_folder(root, seen)  # noqa: E731
            diff = scan(
                root,
                self.catalog.files.under(part),
                known,
                self.ignore,
                self.cancel,
                under=under,
                roots=roots,
                own=self.own,
                on_folder=told,
            )
        if identity is None or diff.offline:
            plan.offline += known
            note_offline(self.catalog, root)
            return
        self._note_online(root)
        plan.identities[root.id] = identity
        plan.unchanged += diff.unchanged
        plan.vanished += diff.vanished
        plan.problems += diff.problems
        self._compare_sidecars(plan, root, part, diff)
        for cause, files in ((Cause.NEW, diff.new), (Cause.CHANGED, diff.changed)):
            plan.items += [WorkItem(root, file.relative, cause) for file in files]
            plan.sizes.update(file.size for file in files)

    def _compare_sidecars(self, plan: Plan, root: Root, part: FolderScope, diff: ScanDiff) -> None:
        known = self.catalog.sidecars.stamps(part)
        for relative, found in diff.sidecars.items():
            if known.get(relative) != found:
                plan.sidecars.append((root, relative, Stamp(*found)))
        unlisted = {problem.path.relative_to(root.path).as_posix() for problem in diff.problems}
        plan.gone_sidecars.setdefault(root.id, []).extend(
            relative
            for relative in known.keys() - diff.sidecars.keys()
            if not below(relative, unlisted)
        )

    def _note_online(self, root: Root) -> None:
        volume = volume_of(root.path)
        if not root.online or volume != root.volume:
            self.catalog.roots.set_online(root.id, True, volume)


def is_within_reach(catalog: Catalog, root: Root) -> bool:
    """Whether a root's own content can be seen now."""
    try:
        # Counted only where it matters: a look at one folder must not read a whole root.
        known = catalog.files.count(FolderScope(root.id)) if is_bare(root.path) else 0
    except (OSError, ValueError):
        return False
    return root_is_online(root, known)


def note_offline(catalog: Catalog, root: Root) -> None:
    """Mark a root as out of reach; its files, vectors and tags stay."""
    log.info("%s is offline", root.path)
    if root.online:
        catalog.roots.set_online(root.id, False)


def parts_of(roots: Sequence[Root], folders: Sequence[Path] | None) -> list[tuple[Root, str]]:
    """The (root, relative folder) pairs to look at: all of the roots, or folders in them.

    Folders that lie in none of the roots (any more) are left out.
    """
    if folders is None:
        return [(root, "") for root in roots]
    parts = []
    for folder in topmost(folder.absolute() for folder in folders):
        part = _part_of(roots, folder)
        # A folder around roots stands for all of them.
        around = [(root, "") for root in roots if root.path.is_relative_to(folder)]
        parts += [part] if part is not None else around
    return parts


def _part_of(roots: Sequence[Root], folder: Path) -> tuple[Root, str] | None:
    """The root that a folder lies in, directly or through links, and where in it."""
    for real in (False, True):
        place = Path(os.path.realpath(folder)) if real else folder
        for root in roots:
            base = Path(os.path.realpath(root.path)) if real else root.path
            if place.is_relative_to(base):
                relative = place.relative_to(base).as_posix()
                return root, "" if relative == "." else relative
    return None


def backlog(
    catalog: Catalog, photos: Sequence[PhotoId], within_reach: Sequence[Root]
) -> Iterator[WorkItem]:
    """For each photo a file to read it from. Photos that have none within reach are left out."""
    roots = {root.id: root for root in within_reach}
    for photo in photos:
        for file in catalog.files.of_photo(photo):
            root = roots.get(file.root)
            if root is not None:
                relative = file.path.relative_to(root.path).as_posix()
                yield WorkItem(root, relative, Cause.BACKLOG)
                break
