"""Labels with what they are on as places, below each other as their names say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoclip.domain import Label
from photoclip.domain.names import key_of as name_key
from photoclip.gui.sections.base import Place


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label and on how many photos it is, waits for a word, and was refused.

    outdated: its tags were made by another definition or model than it has now.
    """

    label: Label
    accepted: int = 0
    suggested: int = 0
    rejected: int = 0
    outdated: bool = False


def key_of(label: Label) -> str:
    """The key of a label's place."""
    return str(label.id)


def tree(rows: Sequence[LabelRow]) -> tuple[Place, ...]:
    """Labels below each other as their names say; what is only a part of names is a place, too."""
    below: dict[str, list[LabelRow | str]] = {}
    known = {name_key(row.label.name) for row in rows}
    made: set[str] = set()
    for row in rows:
        below.setdefault(name_key(row.label.parent), []).append(row)
        for above in _parents(row.label.name):
            key = name_key(above)
            if key not in known and key not in made:
                made.add(key)
                below.setdefault(name_key(above.rpartition("/")[0]), []).append(above)
    return _places(below, "")


def _parents(name: str) -> list[str]:
    parts = name.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


def _places(below: dict[str, list[LabelRow | str]], parent: str) -> tuple[Place, ...]:
    found = [_place(one, below) for one in below.get(parent, [])]
    return tuple(sorted(found, key=lambda place: name_key(place.text)))


def _place(one: LabelRow | str, below: dict[str, list[LabelRow | str]]) -> Place:
    if isinstance(one, str):
        children = _places(below, name_key(one))
        return Place(f"/{one}", one.rpartition("/")[2], "label", None, children, data=one)
    label = one.label
    return Place(
        key_of(label),
        label.leaf,
        "label",
        one.accepted,
        _places(below, name_key(label.name)),
        dot=label.color,
        waiting=one.suggested,
        renamable=True,
        removable=True,
        data=label,
    )
