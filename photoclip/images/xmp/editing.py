"""Keywords into a packet and out of it; what others wrote stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from photoclip.domain.names import key_of
from photoclip.errors import SidecarError
from photoclip.images.xmp import entries, values
from photoclip.images.xmp.entries import CREATED, DIGITS, ENTRIES, FILE, Entry, Held
from photoclip.images.xmp.keywords import labels_in, of_others
from photoclip.images.xmp.names import COPIED, PHOTOCLIP, WRITTEN, Property, rdf
from photoclip.images.xmp.packet import Packet, blank, describe, possible


@dataclass(frozen=True, slots=True)
class Edit:
    """What was done to a packet. added, removed: labels of entries.

    changed: whether anything was, scores included. bare: photoclip made it, and nothing that
    anybody wrote is left in it. held: the entries that it holds now.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: bool
    bare: bool
    held: tuple[Held, ...]


def new(toolkit: str) -> Packet:
    """A packet that photoclip makes, marked as such."""
    from lxml import etree

    packet = blank(toolkit)
    etree.SubElement(describe(packet), CREATED).text = "True"
    return packet


def edit(
    packet: Packet,
    wanted: Sequence[Entry],
    among: frozenset[str] | None = None,
    known: Sequence[Held] = (),
) -> Edit:
    """Make the entries of a packet what is wanted, and its keywords with them.

    among: labels that this is about, None for all; entries of others stay. known: what was written
    here before, for packets whose entries another program threw away.
    A keyword that is there already is left to those who wrote it, and what photoclip knows from
    files gets no entry in one that says it. Raises SidecarError where the keywords are in a form
    that nothing can be added to; then throw the packet away.
    """
    before = entries.held(packet)
    mine = before or list(_survivors(packet, known))
    stays = [one.entry for one in mine if among is not None and one.entry.label not in among]
    written = of_others(packet, mine)
    others = {one.name: set(map(key_of, written[one.name])) for one in (*WRITTEN, *COPIED)}
    told = set(map(key_of, labels_in(written)))
    fresh = [_exact(one) for one in wanted if one.source != FILE or key_of(one.label) not in told]
    # By label, each once; of a label that XML cannot hold nothing may be left.
    each = {one.label: one for one in (*stays, *fresh) if one.label}
    after = [_owning(one, others) for one in each.values()]
    had, has = entries.owned(mine), entries.owned(after)
    changed = before != after
    place = _Place(packet)
    for one in (*WRITTEN, *COPIED):
        changed |= _remove(packet, one, had[one.name] - has[one.name])
    for one in WRITTEN:
        present = set(values.all_of(packet, one.name))
        words = dict.fromkeys(held.added[one.name] for held in after if one.name in held.added)
        changed |= _add(packet, one, [word for word in words if word not in present], place)
    if before != after:
        entries.keep(packet, after, place.get() if after else None)
    bare = not after and entries.created(packet) and _is_bare(packet)
    if not after and not bare:
        changed |= _disown(packet)
    _tidy(packet, place)
    old, now = {one.entry.label for one in mine}, {one.entry.label for one in after}
    return Edit(
        tuple(one.entry.label for one in after if one.entry.label not in old),
        tuple(one.entry.label for one in mine if one.entry.label not in now),
        changed,
        bare,
        tuple(after),
    )


def _survivors(packet: Packet, known: Sequence[Held]) -> Iterable[Held]:
    """What was written here before and is whole; a keyword alone may be somebody else's."""
    there = {one.name: set(values.all_of(packet, one.name)) for one in WRITTEN}
    for one in known:
        whole = all(keyword in there[name] for name, keyword in one.added.items())
        if whole and len(one.added) == len(WRITTEN):
            yield one


def _exact(entry: Entry) -> Entry:
    """As it is read back."""
    score = entry.score if entry.score is None or isfinite(entry.score) else None
    return replace(
        entry,
        label=possible(entry.label).replace("\r", " ").strip(),
        model=possible(entry.model).strip(),
        score=None if score is None else round(score, DIGITS),
    )


def _owning(entry: Entry, others: dict[str, set[str]]) -> Held:
    parts = entries.parts_of(entry.label)
    words = {one.name: one.keyword(parts) for one in WRITTEN}
    return Held(
        entry,
        {name: word for name, word in words.items() if key_of(word) not in others[name]},
        all(key_of(one.keyword(parts)) not in others[one.name] for one in COPIED),
    )


def _remove(packet: Packet, of: Property, words: set[str]) -> bool:
    """Take one of each out, the last one: what others added came later only in other places."""
    left = set(words)
    for element in list(values.elements(packet, of.name)) if left else ():
        inside = values.container(element)
        if inside is None:
            continue
        for item in reversed(list(values.items(inside))):
            word = values.text(item)
            if word in left:
                left.discard(word)
                entries.drop(item)
        if len(inside) == 0 and len(element) == 1:
            entries.drop(element)
    return left != words


def _add(packet: Packet, of: Property, words: Sequence[str], place: _Place) -> bool:
    from lxml import etree

    if not words:
        return False
    inside = _list(packet, of, place)
    indent = _indent(inside)
    last = inside[-1] if len(inside) else None
    for word in words:
        item = etree.SubElement(inside, rdf("li"))
        item.text = word
        if last is not None:
            item.tail, last.tail = last.tail, indent
        last = item
    return True


def _indent(inside: Any) -> str | None:
    """What stands between two items."""
    text = inside[0].tail if len(inside) > 1 else inside.text
    return text if text is not None and not text.strip() else None


def _list(packet: Packet, of: Property, place: _Place) -> Any:
    """The list of a property, made where it is missing or a single value."""
    from lxml import etree

    for element in values.elements(packet, of.name):
        inside = values.container(element)
        if inside is not None:
            return inside
        if len(element) or set(element.attrib) - {rdf("datatype")}:
            name = etree.QName(of.name).localname
            raise SidecarError(f"holds {name} in a form that is left alone")
        single, element.text = element.text, None
        return _listed(element, of, single)
    for description in packet.descriptions():
        single = description.attrib.pop(of.name, None)
        if single is not None:
            return _listed(etree.SubElement(description, of.name), of, single)
    return _listed(etree.SubElement(place.get(), of.name), of, None)


def _listed(element: Any, of: Property, single: str | None) -> Any:
    from lxml import etree

    inside = etree.SubElement(element, rdf(of.container))
    if single is not None and single.strip():
        etree.SubElement(inside, rdf("li")).text = single
    return inside


class _Place:
    """Where new properties go: a description of their own, made when it is first asked for."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self._found: Any = None
        self.made: Any = None

    def get(self) -> Any:
        if self._found is None:
            marks = (*values.elements(self._packet, CREATED), *_entries(self._packet))
            if marks:
                self._found = marks[0].getparent()
            else:
                self._found = self.made = describe(self._packet)
        return self._found


def _entries(packet: Packet) -> Iterable[Any]:
    return values.elements(packet, ENTRIES)


def _disown(packet: Packet) -> bool:
    """Take the mark off a packet that photoclip made and others wrote into."""
    marks = list(values.elements(packet, CREATED))
    for mark in marks:
        entries.drop(mark)
    attributes = [one.attrib.pop(CREATED, None) for one in packet.descriptions()]
    return bool(marks) or any(one is not None for one in attributes)


def _tidy(packet: Packet, place: _Place) -> None:
    """What is new is indented; descriptions of ours that hold nothing any more go."""
    from lxml import etree

    for description in list(packet.descriptions()):
        if PHOTOCLIP not in description.nsmap.values():
            continue
        empty = len(description) == 0 and not (description.text or "").strip()
        if empty and set(description.attrib) <= {rdf("about")}:
            entries.drop(description)
        else:
            others = [prefix for prefix, of in description.nsmap.items() if of != PHOTOCLIP]
            etree.cleanup_namespaces(description, keep_ns_prefixes=list(filter(None, others)))
    new = [place.made] if place.made is not None else list(_entries(packet))
    for element in new:
        if element.getparent() is not None:
            etree.indent(element, " ", level=sum(1 for _ in element.iterancestors()))


def _is_bare(packet: Packet) -> bool:
    """Whether there is nothing but the mark that photoclip made it."""
    root = packet.tree.getroot()
    beside = (*root.itersiblings(), *root.itersiblings(preceding=True))
    if beside or any(not isinstance(node.tag, str) for node in root.iter()):
        return False
    return all(
        {child.tag for child in one} | set(one.attrib) <= {rdf("about"), CREATED}
        for one in packet.rdf
    )
