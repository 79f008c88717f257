"""Extended XMP: parts are joined, and what does not fit together is left out."""

from __future__ import annotations

import struct
from collections.abc import Iterable

import pytest

from photoclip.domain import Annotations
from photoclip.errors import SidecarError
from photoclip.images.xmp.extended import extend
from photoclip.images.xmp.keywords import written_in
from photoclip.images.xmp.packet import MAX_BYTES, parse
from tests.unit.images.xmp.test_keywords import described

NAME = "0123456789ABCDEF0123456789ABCDEF"
MAIN = described(
    '<n:HasExtendedXMP xmlns:n="http://ns.adobe.com/xmp/note/">' + NAME + "</n:HasExtendedXMP>"
    "<dc:subject><rdf:Bag><rdf:li>main</rdf:li></rdf:Bag></dc:subject>"
)
REST = described(
    "<lr:hierarchicalSubject><rdf:Bag><rdf:li>above|main</rdf:li><rdf:li>köln</rdf:li></rdf:Bag>"
    "</lr:hierarchicalSubject><xmp:Rating>4</xmp:Rating>"
)
ALONE = Annotations(("main",), None)
# The path says what the word says, though they are in different packets.
BOTH = Annotations(("above/main", "köln"), 4)


def part(data: bytes, offset: int, length: int = len(REST), name: str = NAME) -> bytes:
    head = b"http://ns.adobe.com/xmp/extension/\0" + name.encode()
    return head + struct.pack(">II", length, offset) + data


def parts(step: int = 100, name: str = NAME, data: bytes = REST) -> list[bytes]:
    starts = range(0, len(data), step)
    return [part(data[at : at + step], at, len(data), name) for at in starts]


def read(segments: Iterable[bytes], main: bytes = MAIN) -> Annotations:
    packet = parse(main)
    extend(packet, segments)
    return written_in(packet)


@pytest.mark.parametrize(
    "segments",
    [
        parts(len(REST)),
        parts(),
        parts(1),
        parts()[::-1],
        [b"Exif\0\0", *parts(), b"http://ns.adobe.com/xap/1.0/\0" + MAIN, b""],
        [*parts(), *parts()],
        parts(name=NAME.lower()),
        [*parts(name="F" * 32, data=described("<xmp:Rating>1</xmp:Rating>")), *parts()],
        [part(b"<", 0, 2**32 - 1), *parts(), part(b"", 2**32 - 1, 0), part(b"x", len(REST))],
        [part(b"x" * 50, 7, 50), part(b"x", 5), *parts()],
    ],
)
def test_joins_the_parts_that_the_packet_names(segments: list[bytes]) -> None:
    assert read(segments) == BOTH


def test_a_name_may_be_an_attribute() -> None:
    main = MAIN.replace(
        b'<rdf:Description rdf:about="">',
        b'<rdf:Description xmlns:n="http://ns.adobe.com/xmp/note/" n:HasExtendedXMP="'
        + NAME.encode()
        + b'">',
    )
    main = main.replace(NAME.encode() + b"</n", b"</n")
    assert read(parts(), main) == BOTH


@pytest.mark.parametrize(
    "segments",
    [
        [],
        parts()[1:],
        parts()[:-1],
        [*parts()[:1], *parts()[2:]],
        parts(name="F" * 32),
        [part(REST, 0, len(REST) + 1)],
        [part(REST, 0, len(REST) - 1)],
        [part(REST, 1)],
        [part(REST, 0, 0)],
        [part(b"", 0, 0)],
        [part(b"", 0)],
        [part(REST, 0, 2**32 - 1)],
        [part(REST[:100], 0), part(REST[90:], 90)],
        [one[:50] for one in parts()],
        [one[:75] for one in parts()],
        parts(name="é" * 16),
    ],
)
def test_what_is_not_whole_counts_not_at_all(segments: list[bytes]) -> None:
    assert read(segments) == ALONE


def test_parts_that_are_larger_than_any_packet_are_left_out() -> None:
    rest = REST + b" " * (MAX_BYTES + 1 - len(REST))
    assert read(parts(65_000, data=rest)) == ALONE
    assert read(parts(65_000, data=rest[:-1])) == BOTH


@pytest.mark.parametrize(
    "data", [b"<a", b"\0", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a/>"]
)
def test_parts_that_make_no_packet_are_told(data: bytes) -> None:
    packet = parse(MAIN)
    with pytest.raises(SidecarError):
        extend(packet, parts(data=data))
    assert written_in(packet) == ALONE


def test_a_packet_that_names_none_has_none() -> None:
    assert read(parts(), described("<xmp:Rating>2</xmp:Rating>")) == Annotations((), 2)


def test_what_is_in_both_counts_once_and_the_packet_before_its_extension() -> None:
    twice = described(
        "<dc:subject><rdf:Bag><rdf:li>main</rdf:li></rdf:Bag></dc:subject>"
        "<xmp:Rating>1</xmp:Rating>"
    )
    main = MAIN.replace(b"<dc:subject>", b"<xmp:Rating>5</xmp:Rating><dc:subject>")
    assert read(parts(data=twice), main) == Annotations(("main",), 5)
