"""The label sets that ship with photoclip."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from photoclip.domain import Label
from photoclip.domain.names import key_of, nearest
from photoclip.errors import LabelError
from photoclip.paths import bundled
from photoclip.tagging import files


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Labels that belong together."""

    name: str
    labels: tuple[Label, ...]


def label_sets() -> list[LabelSet]:
    """All of them, by name. Raises LabelError where a file of them is damaged."""
    return list(map(_read, _names()))


def label_words() -> list[str]:
    """What the labels of all sets are called, without what they belong to."""
    return [label.leaf for one in label_sets() for label in one.labels]


def label_set(name: str, *, exclusive: bool = True) -> LabelSet:
    """One of them. Raises LabelError where there is none of this name.

    exclusive: with its groups, of whose labels a photo gets one at most.
    """
    names = _names()
    for known in names:
        if key_of(known) == key_of(name.strip()):
            found = _read(known)
            if exclusive:
                return found
            return LabelSet(known, tuple(replace(label, group="") for label in found.labels))
    near = nearest(name, names)
    hint = f"Did you mean {near}?" if near else f"There are: {', '.join(names)}."
    raise LabelError(f"there is no label set {name}", hint=hint)


def _names() -> list[str]:
    return sorted(path.stem for path in _folder().glob("*.txt"))


def _folder() -> Path:
    return bundled("resources") / "labels"


def _read(name: str) -> LabelSet:
    path = _folder() / f"{name}.txt"
    labels = files.parsed(files.read(path), path)
    return LabelSet(name, tuple(replace(label, set=name) for label in labels))
