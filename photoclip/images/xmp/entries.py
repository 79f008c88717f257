"""What photoclip wrote into a packet, and how it came to write it: provenance, entry by entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from photoclip.images.xmp import values
from photoclip.images.xmp.names import COPIED, WRITTEN, ours, rdf
from photoclip.images.xmp.packet import Packet

ENTRIES = ours("Entries")
# On a packet that photoclip made.
CREATED = ours("Created")
# The source of an entry that comes from what others wrote.
FILE = "file"
# Of a score, behind the point.
DIGITS = 6
# Nobody has more labels than this on one photo.
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A tag as it is written down. label: its whole path, "animals/dog".

    version: of the label. model: which gave the score, "" for none. score: as it was when the
    tag was made, None where a person or another program made it. source: "auto", "person", "file".
    """

    label: str
    version: int = 0
    model: str = ""
    score: float | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """An entry in a packet. added: the keywords that are there because of it, by property.

    What others had before is not among them, so that it stays when the entry goes. copied: nobody
    had the label in COPIED; what comes there later is copied from the keywords that were added.
    """

    entry: Entry
    added: Mapping[str, str] = field(default_factory=dict)
    copied: bool = False


def held(packet: Packet) -> list[Held]:
    """The entries in a packet. What makes no sense in them is left out."""
    found: list[Held] = []
    for element in values.elements(packet, ENTRIES):
        for one in element:
            for item in values.items(one):
                entry = _read(item)
                if entry is not None and len(found) < _MOST:
                    found.append(entry)
    return found


def owned(of: Iterable[Held]) -> dict[str, set[str]]:
    """The keywords that are ours, by property."""
    found: dict[str, set[str]] = {one.name: set() for one in (*WRITTEN, *COPIED)}
    for one in of:
        for name, keyword in one.added.items():
            found[name].add(keyword)
        for copy in COPIED if one.copied else ():
            found[copy.name].add(copy.keyword(parts_of(one.entry.label)))
    return found


def parts_of(label: str) -> list[str]:
    """The parts of a label's path."""
    return [part for part in label.split("/") if part] or [label]


def without(given: Iterable[str], mine: Iterable[str]) -> list[str]:
    """Keywords that others wrote: all but one of each of ours."""
    left = Counter(mine)
    others = []
    for keyword in given:
        if left[keyword] > 0:
            left[keyword] -= 1
        else:
            others.append(keyword)
    return others


def keep(packet: Packet, wanted: Sequence[Held], place: Any | None) -> None:
    """Write entries in place of those that are there. place: where they go if there are none."""
    from lxml import etree

    there = list(values.elements(packet, ENTRIES))
    if there:
        place = there[0].getparent()
    for old in there:
        drop(old)
    if not wanted or place is None:
        return
    bag = etree.SubElement(etree.SubElement(place, ENTRIES), rdf("Bag"))
    for one in wanted:
        item = etree.SubElement(bag, rdf("li"), {rdf("parseType"): "Resource"})
        for name, value in _fields(one):
            etree.SubElement(item, ours(name)).text = value


def drop(element: Any) -> None:
    """Take an element out, with the space in front of it; what others wrote behind it stays."""
    tail, parent, before = element.tail or "", element.getparent(), element.getprevious()
    last = element.getnext() is None
    parent.remove(element)
    if not tail.strip() and not last:
        return
    space = (before.tail if before is not None else parent.text) or ""
    kept = tail if not space.strip() else space + tail
    if before is not None:
        before.tail = kept
    else:
        parent.text = kept if len(parent) or kept.strip() else None


def _fields(one: Held) -> Iterator[tuple[str, str]]:
    entry = one.entry
    yield "label", entry.label
    yield "version", str(entry.version)
    if entry.model:
        yield "model", entry.model
    if entry.score is not None:
        yield "score", f"{entry.score:.{DIGITS}f}"
    if entry.source:
        yield "source", entry.source
    for wanted in WRITTEN:
        if wanted.name in one.added:
            yield wanted.field, one.added[wanted.name]
    if one.copied:
        yield "copied", "True"


def _read(item: Any) -> Held | None:
    # Other programs write structures as an rdf:Description inside, or as attributes.
    node = item.find(rdf("Description"))
    node = item if node is None else node
    found = {name: value for name, value in _given(node) if isinstance(name, str)}
    label = found.get(ours("label"), "")
    if not label:
        return None
    added = {one.name: found[ours(one.field)] for one in WRITTEN if ours(one.field) in found}
    return Held(
        Entry(
            label,
            int(values.number(found.get(ours("version"))) or 0),
            found.get(ours("model"), ""),
            values.number(found.get(ours("score"))),
            found.get(ours("source"), ""),
        ),
        added,
        ours("copied") in found,
    )


def _given(node: Any) -> Iterator[tuple[Any, str]]:
    yield from node.attrib.items()
    for child in node:
        yield child.tag, values.text(child)


def created(packet: Packet) -> bool:
    """Whether photoclip made this packet."""
    return values.first(packet, CREATED) is not None
