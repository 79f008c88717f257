"""Compares what lies in a watched folder with what the catalog knows of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.domain import CancelToken, PhotoFile, Problem, Root
from photoclip.library.relink import identity_of, root_is_online
from photoclip.library.rules import Rules
from photoclip.library.walk import Walk, boundaries_of
from photoclip.library.work import Stamp


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as the scan saw it. relative uses "/"; known is its row, where it has one."""

    relative: str
    size: int
    mtime_ns: int
    known: PhotoFile | None = None


@dataclass(slots=True)
class ScanDiff:
    """What differs from the catalog.

    new: never read so far (no row, or a row without a photo). changed: size or mtime differ.
    unchanged: how many are as known. vanished: known, but gone; empty while offline, and without
    everything below folders that could not be listed, which are the problems. sidecars: size and
    mtime of each.
    """

    new: list[SeenFile] = field(default_factory=list)
    changed: list[SeenFile] = field(default_factory=list)
    unchanged: int = 0
    sidecars: dict[str, tuple[int, int]] = field(default_factory=dict)
    vanished: list[PhotoFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    offline: bool = False


def scan(
    root: Root,
    known: Iterable[tuple[str, PhotoFile]],
    known_count: int,
    ignore: Sequence[str],
    cancel: CancelToken,
    *,
    under: str = "",
    roots: Sequence[Path] = (),
    own: Sequence[Path] = (),
    on_folder: Callable[[int], None] | None = None,
) -> ScanDiff:
    """Look at a root, or at the folder `under` in it, without opening any file.

    known: what the catalog holds of the part that is looked at, with relative paths, and how much
    that is; it is asked for after the walk. roots: all watched folders, which linked folders must
    not lead into. own: folders of photoclip's own, never entered. on_folder: told the number of
    files seen so far. Raises Cancelled only.
    """
    if not root_is_online(root, known_count):
        return ScanDiff(offline=True)
    before = identity_of(root.path)
    boundaries = boundaries_of([root.path, *roots])
    never = frozenset(filter(None, map(identity_of, own)))
    walk = Walk(str(root.path), Rules.of(ignore), cancel, boundaries, never, on_folder)
    walk.run(under)
    # A drive pulled out during the walk looks like a folder full of deletions.
    if before is None or identity_of(root.path) != before or "" in walk.unlisted:
        return ScanDiff(offline=True)
    return _compare(root, known, walk)


def _compare(root: Root, known: Iterable[tuple[str, PhotoFile]], walk: Walk) -> ScanDiff:
    """Takes the files out of the walk, which is of no more use afterwards."""
    diff = ScanDiff(sidecars=walk.sidecars)
    for relative, file in known:
        seen = walk.files.pop(relative, None)
        if seen is None and not below(relative, walk.unlisted):
            diff.vanished.append(file)
        elif seen is not None and file.photo is None:
            diff.new.append(SeenFile(relative, *seen, file))
        elif seen is not None and (file.size, file.mtime_ns) != seen and _differs(file):
            diff.changed.append(SeenFile(relative, *seen, file))
        else:
            diff.unchanged += 1
    diff.new += [SeenFile(relative, *seen) for relative, seen in walk.files.items()]
    diff.problems = [
        Problem(root.path / relative, reason, None) for relative, reason in walk.unlisted.items()
    ]
    return diff


def _differs(file: PhotoFile) -> bool:
    """Ask the file itself: Windows' folder entries may lag behind for ever (hard links)."""
    try:
        return Stamp(file.size, file.mtime_ns) != Stamp.of(file.path)
    except OSError:
        return True


def below(relative: str, unlisted: Container[str]) -> bool:
    """Whether a path lies in one of these folders, or is one of them."""
    while relative:
        if relative in unlisted:
            return True
        relative = relative.rpartition("/")[0]
    return False
