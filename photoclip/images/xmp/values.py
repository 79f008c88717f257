"""Values of properties, in all forms that RDF may be written in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from photoclip.images.xmp.names import RDF, rdf
from photoclip.images.xmp.packet import Packet

_CONTAINERS = frozenset(map(rdf, ("Bag", "Seq", "Alt")))
_MEMBER = f"{{{RDF}}}_"


def elements(packet: Packet, name: str) -> Iterator[Any]:
    """The elements of a property, of which there should be one at most."""
    for description in packet.descriptions():
        yield from description.iterchildren(name)


def all_of(packet: Packet, name: str) -> Iterator[str]:
    """Every value of a property: items of a list, an element's text, or an attribute."""
    for description in packet.descriptions():
        attribute = description.get(name)
        if attribute is not None:
            yield attribute
        for element in description.iterchildren(name):
            yield from in_element(element)


def first(packet: Packet, name: str) -> str | None:
    """The value of a property that has one, without spaces around it."""
    value = next(all_of(packet, name), None)
    return value.strip() if value is not None else None


def number(text: str | None) -> float | None:
    """A number as programs write it, None for what is none."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if abs(value) < 1e9 else None


def in_element(element: Any) -> Iterator[str]:
    """The values in the element of a property."""
    lists = [child for child in element if child.tag in _CONTAINERS]
    if lists:
        yield from (text(item) for one in lists for item in items(one))
    else:
        value = text(element)
        if value.strip():
            yield value


def container(element: Any) -> Any | None:
    """The list in an element of a property, None where it is something else."""
    return next((child for child in element if child.tag in _CONTAINERS), None)


def items(container: Any) -> Iterator[Any]:
    """The items of a list: rdf:li, or rdf:_1 and so on."""
    for child in container:
        if isinstance(child.tag, str) and (child.tag == rdf("li") or child.tag.startswith(_MEMBER)):
            yield child


def text(node: Any) -> str:
    """The text of a value, also of one with qualifiers or one that is an address."""
    if len(node) == 0:
        for name in ("value", "resource"):
            found = node.get(rdf(name))
            if found is not None:
                return str(found)
        return node.text or ""
    inner = node.find(rdf("value"))
    if inner is None:
        nested = node.find(rdf("Description"))
        if nested is None:
            # Without what comments say.
            return str(node.xpath("string()"))
        inner = nested.find(rdf("value"))
        if inner is None:
            return str(nested.get(rdf("value"), ""))
    return str(inner.xpath("string()"))
