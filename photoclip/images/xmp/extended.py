"""Extended XMP: what one segment of a JPEG has no room for (XMP specification, part 3, 1.1.3.1)."""

from __future__ import annotations

import logging
import struct
from collections.abc import Iterable

from photoclip.images.xmp import values
from photoclip.images.xmp.names import EXTENDED, rdf
from photoclip.images.xmp.packet import MAX_BYTES, Packet, parse

log = logging.getLogger(__name__)

_SIGNATURE = b"http://ns.adobe.com/xmp/extension/\0"
# Behind it: which extended packet this is a part of, how long that is, and where the part belongs.
_PART = struct.Struct(">32sII")


def extend(packet: Packet, segments: Iterable[bytes]) -> None:
    """Add to a packet the extended one that it names, where all of that is there.

    segments: the contents of a JPEG's APP1 segments, in any order, whatever else they hold.
    Raises SidecarError where the parts make no packet.
    """
    name = values.first(packet, EXTENDED)
    joined = _joined(segments, name) if name else None
    if joined is not None:
        # No property is in both; were one, the first one that is found counts.
        packet.rdf.extend(list(parse(joined).rdf.iterchildren(rdf("Description"))))


def _joined(segments: Iterable[bytes], name: str) -> bytes | None:
    """The extended packet of that name, None where it is not there, not whole or too large.

    Its name is its MD5 sum, which is not compared: programs have changed the packet alone.
    """
    # By the length that they tell, so that one wrong part does not spoil the others.
    found: dict[int, dict[int, bytes]] = {}
    for segment in segments:
        body = segment.removeprefix(_SIGNATURE)
        if len(body) == len(segment) or len(body) < _PART.size:
            continue
        owner, length, offset = _PART.unpack_from(body)
        if length <= MAX_BYTES and owner.decode("latin-1").casefold() == name.casefold():
            found.setdefault(length, {})[offset] = body[_PART.size :]
    return next(filter(None, (_whole(parts, length) for length, parts in found.items())), None)


def _whole(parts: dict[int, bytes], length: int) -> bytes | None:
    """Parts by their offsets as one, None where they leave gaps, overlap or are too many."""
    joined = bytearray()
    while len(joined) < length and (part := parts.get(len(joined))):
        joined += part
    if len(joined) != length:
        log.debug("of %d bytes of extended XMP, the first %d are there", length, len(joined))
        return None
    return bytes(joined)
