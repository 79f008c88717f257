"""A packet of XMP: parsed without trusting it, and written as it was but for what was changed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from photoclip.errors import SidecarError
from photoclip.images.xmp.names import PREFIXES, RDF, X, rdf

# Masks that people paint make sidecars of a few megabytes.
MAX_BYTES = 16 << 20
# Each takes some hundred bytes of memory once it is parsed.
MAX_TAGS = 500_000

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BARE = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARATION = re.compile(r"\s*(<\?xml\s[^>]*\?>)")
_ENCODING = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
_KNOWN_ENCODING = re.compile(r"utf-8|ascii|iso8859-\d+|cp12\d\d")
# What XML 1.0 has no way to write.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")


@dataclass(slots=True)
class Packet:
    """tree: lxml's, comments and processing instructions included. rdf: its rdf:RDF element.

    bom, encoding, declaration: how it was written. fresh: made here, so that nobody's spaces
    have to be kept.
    """

    tree: Any
    rdf: Any
    encoding: str = "utf-8"
    bom: bytes = b""
    declaration: str = ""
    fresh: bool = False

    def descriptions(self) -> Iterator[Any]:
        """The elements that hold the properties."""
        yield from self.rdf.iterchildren(rdf("Description"))

    def to_bytes(self) -> bytes:
        """The packet as a file, in the encoding that it came in."""
        from lxml import etree

        root = self.tree.getroot()
        if self.fresh:
            etree.indent(root, " ")
        before = reversed(list(root.itersiblings(preceding=True)))
        nodes = (*before, root, *root.itersiblings())
        lines = [etree.tostring(node, encoding="unicode", with_tail=False) for node in nodes]
        text = "\n".join([*filter(None, [self.declaration]), *lines, ""])
        return self.bom + text.encode(self.encoding, "xmlcharrefreplace")


def parse(data: bytes, limit: int = MAX_BYTES) -> Packet:
    """Read a packet, in any encoding that XML may come in.

    Nothing outside is read, and nothing is expanded: a document type is refused.
    Raises SidecarError for what is no XMP, and for what is larger than limit bytes.
    """
    if len(data) > limit:
        raise SidecarError(f"is larger than {limit:,} bytes")
    bom, encoding = _encoding(data)
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise SidecarError(f"is not written in {encoding}, as it says") from error
    if not text.strip("\0 \t\r\n"):
        raise SidecarError("is empty")
    # Some programs fill up with zeros.
    text = text.rstrip("\0")
    if "<!DOCTYPE" in text:
        raise SidecarError("has a document type, which XMP does not")
    if text.count("<") > MAX_TAGS:
        raise SidecarError(f"has more than {MAX_TAGS:,} tags")
    declared = _DECLARATION.match(text)
    tree = _tree(text[declared.end() :] if declared else text)
    return Packet(tree, _rdf(tree), encoding, bom, declared[1] if declared else "")


def blank(toolkit: str) -> Packet:
    """A packet that says nothing yet. toolkit: the program that it is made with."""
    from lxml import etree

    root = etree.Element(f"{{{X}}}xmpmeta", nsmap={"x": X})
    root.set(f"{{{X}}}xmptk", toolkit)
    inner = etree.SubElement(root, rdf("RDF"), nsmap={"rdf": RDF})
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return Packet(root.getroottree(), inner, declaration=declaration, fresh=True)


def describe(packet: Packet) -> Any:
    """A new rdf:Description at the end, about the same thing as the first one."""
    from lxml import etree

    about = next((one.get(rdf("about")) for one in packet.descriptions()), None) or ""
    last = packet.rdf[-1] if len(packet.rdf) else None
    made = etree.SubElement(packet.rdf, rdf("Description"), {rdf("about"): about}, PREFIXES)
    if last is not None:
        between = packet.rdf.text or ""
        last.tail, made.tail = between if not between.strip() else None, last.tail
    return made


def possible(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _IMPOSSIBLE.sub("", text)


def _encoding(data: bytes) -> tuple[bytes, str]:
    """The mark in front, b"" for none, and the name of the encoding. Raises SidecarError."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return bom, name
    for start, name in _BARE:
        if data.startswith(start):
            return b"", name
    declared = _ENCODING.match(data.lstrip()[:200])
    if declared is None:
        return b"", "utf-8"
    wanted = declared[1].decode("ascii")
    try:
        known = codecs.lookup(wanted).name
    except LookupError:
        known = ""
    if not _KNOWN_ENCODING.fullmatch(known):
        raise SidecarError(f"says that it is written in {wanted}")
    return b"", known


def _tree(text: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        strip_cdata=False,
        remove_blank_text=False,
    )
    try:
        return etree.fromstring(text.strip().encode("utf-8"), parser).getroottree()
    except (etree.XMLSyntaxError, ValueError) as error:
        # Of a syntax error, str() tells the line a second time, with a file that is none.
        told = error.msg if isinstance(error, etree.XMLSyntaxError) else str(error)
        reason = " ".join(told.split())[:200]
        raise SidecarError(f"is not well-formed XML ({reason})") from error


def _rdf(tree: Any) -> Any:
    root = tree.getroot()
    if root.tag == rdf("RDF"):
        return root
    # x:xmpmeta, or x:xapmeta in the early days. Nothing else has it deeper.
    found = root.find(rdf("RDF"))
    if found is None:
        raise SidecarError("holds no XMP")
    return found
