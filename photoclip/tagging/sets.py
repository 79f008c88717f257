"""The label sets that ship with photoclip."""

from __future__ import annotations

from dataclasses import dataclass, replace

from photoclip.domain import Label
from photoclip.domain.names import key_of, nearest
from photoclip.errors import LabelError
from photoclip.paths import bundled
from photoclip.tagging import files


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Labels that belong together. groups: those of which a photo can show one at most."""

    name: str
    labels: tuple[Label, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(label.group for label in self.labels if label.group))


def label_sets() -> list[LabelSet]:
    """All of them, by name. Raises LabelError where a file of them is damaged."""
    folder = bundled("resources") / "labels"
    return [_read(path.stem) for path in sorted(folder.glob("*.txt"))]


def label_words() -> list[str]:
    """What the labels of all sets are called, without what they belong to."""
    return [label.leaf for one in label_sets() for label in one.labels]


def label_set(name: str) -> LabelSet:
    """One of them. Raises LabelError where there is none of this name."""
    names = [path.stem for path in sorted((bundled("resources") / "labels").glob("*.txt"))]
    for known in names:
        if key_of(known) == key_of(name.strip()):
            return _read(known)
    near = nearest(name, names)
    hint = f"Did you mean {near}?" if near else f"There are: {', '.join(names)}."
    raise LabelError(f"there is no label set {name}", hint=hint)


def _read(name: str) -> LabelSet:
    path = bundled("resources") / f"labels/{name}.txt"
    labels = files.parsed(files.read(path), path)
    return LabelSet(name, tuple(replace(label, set=name) for label in labels))
