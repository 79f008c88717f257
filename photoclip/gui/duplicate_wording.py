"""What is said of photos that are one picture."""

from __future__ import annotations

from collections.abc import Iterator

from photoclip.domain import Progress, Stage
from photoclip.gui import locations, wording
from photoclip.gui.translation import tr
from photoclip.search.duplicates import Advantage, Duplicate, DuplicateGroup, DuplicateKind


def progress(state: Progress) -> str:
    """How far looking for duplicates is."""
    looking = state.stage is Stage.LOOKING
    what = tr("Looking at photos") if looking else tr("Comparing photos that are alike")
    parts = [what]
    if state.total:
        parts.append(
            tr("{done} of {total}").format(
                done=wording.number(state.done), total=wording.number(state.total)
            )
        )
        if state.seconds_left is not None and state.done < state.total:
            left = wording.duration(state.seconds_left)
            parts.append(tr("{time} left").format(time=left))
    return " · ".join(parts)


def found(groups: int) -> str:
    """ "3 groups of duplicates"."""
    return tr("%Ln group(s) of duplicates", "", groups)


def kind(which: DuplicateKind) -> str:
    """What the members of a group have in common."""
    return {
        DuplicateKind.CONTENT: tr("The same file"),
        DuplicateKind.PICTURE: tr("The same picture"),
        DuplicateKind.SERIES: tr("A series"),
    }[which]


def heading(group: DuplicateGroup) -> str:
    """A group on one line."""
    parts = [kind(group.kind), wording.files(len(group.members))]
    if group.kind is not DuplicateKind.SERIES:
        parts.append(tr("{size} in copies").format(size=wording.size(group.size)))
    return " · ".join(parts)


def reason(group: DuplicateGroup) -> str:
    """Why the best one of a group is proposed."""
    if group.kind is DuplicateKind.SERIES:
        return tr("Taken one after the other. Nothing of a series is moved from here.")
    if group.kind is DuplicateKind.CONTENT:
        return tr("Every byte is the same, so it does not matter which one stays.")
    return {
        Advantage.DATED: tr("The best one is proposed because it knows when it was taken."),
        Advantage.LARGEST: tr("The best one is proposed because it is larger."),
        Advantage.HEAVIEST: tr("The best one is proposed because it is less compressed."),
        Advantage.FIRST: tr("They are equally good; the one that came first is proposed."),
    }[group.advantage]


def facts(one: Duplicate) -> str:
    """Pixels and bytes."""
    about = one.photo.metadata
    return f"{about.width} × {about.height} · {wording.size(one.photo.size)}"


def difference(one: Duplicate, group: DuplicateGroup) -> str:
    """How a member differs from the best one."""
    if one is group.best:
        return tr("The best one")
    return ", ".join(_differences(one, group)) or tr("No difference")


def spoken(one: Duplicate, group: DuplicateGroup) -> str:
    """All about a member, for screen readers."""
    return ", ".join([locations.shown(one.path.name), difference(one, group), facts(one)])


def ask(files: int, size: int) -> str:
    """Before anything is moved."""
    return tr("Move %Ln file(s), {size}, to the trash?", "", files).format(size=wording.size(size))


def moved(files: int, size: int) -> str:
    """What was moved."""
    return tr("%Ln file(s) moved to the trash, {size}", "", files).format(size=wording.size(size))


def _differences(one: Duplicate, group: DuplicateGroup) -> Iterator[str]:
    best, likeness = group.best, one.likeness
    if group.kind is DuplicateKind.CONTENT:
        if one.path.parent != best.path.parent:
            yield tr("in another folder")
        return
    if one.pixels != best.pixels:
        yield tr("smaller") if one.pixels < best.pixels else tr("larger")
    elif one.photo.size < best.photo.size:
        yield tr("more compressed")
    if likeness is not None and group.kind is DuplicateKind.PICTURE:
        if not likeness.whole:
            yield tr("one is part of the other")
        if likeness.turned:
            yield tr("turned or mirrored")
    if one.photo.metadata.taken_at is None and best.photo.metadata.taken_at is not None:
        yield tr("without a date")
