"""Keywords and ratings in a picture's own header."""

from __future__ import annotations

import io
import re
import struct
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin, TiffTags

from photoclip.domain import Annotations
from photoclip.errors import FileUnavailable
from photoclip.images.annotations import annotations_of
from photoclip.images.decode import decode_image
from tests.unit.images.xmp import test_extended as extending
from tests.unit.images.xmp.test_keywords import described

LIMIT = 10**6


def saved(form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (16, 16)).save(stream, form, **options)
    return stream.getvalue()


def iim(*fields: tuple[int, int, bytes]) -> bytes:
    return b"".join(struct.pack(">BBBH", 0x1C, r, n, len(v)) + v for r, n, v in fields)


def resources(data: bytes) -> bytes:
    """Photoshop's image resources, IPTC behind one with a name."""
    other = b"8BIM\x04\x02\x03abc" + struct.pack(">I", 3) + b"xyz\0"
    return other + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data + b"\0"


def numbers(data: bytes) -> bytes:
    """A TIFF that says of IPTC, as Photoshop does, that it is numbers of four bytes."""
    tiff = saved("TIFF", tiffinfo={33723: data})
    entry = struct.pack("<HHI", 33723, TiffTags.UNDEFINED, len(data))
    assert entry in tiff
    return tiff.replace(entry, struct.pack("<HHI", 33723, TiffTags.LONG, len(data) // 4))


def raw_profile(name: str, data: bytes) -> bytes:
    """A PNG with a profile in hexadecimal digits."""
    info = PngImagePlugin.PngInfo()
    digits = "\n".join(re.findall(".{1,72}", data.hex()))
    info.add_text(f"Raw profile type {name}", f"\n{name}\n{len(data):8}\n{digits}\n", zip=True)
    return saved("PNG", pnginfo=info)


def iptc(*fields: tuple[int, int, bytes]) -> bytes:
    """A JPEG's segment with Photoshop's resource of IPTC."""
    body = b"Photoshop 3.0\0" + resources(iim(*fields))
    jpeg = saved("JPEG")
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def windows(text: str, **tags: int) -> bytes:
    exif = Image.Exif()
    exif[0x9C9E] = text.encode("utf-16-le") + b"\0\0"
    for name, value in tags.items():
        exif[int(name[1:], 16)] = value
    return saved("JPEG", exif=exif)


XMP = described(
    "<dc:subject><rdf:Bag><rdf:li>Österreich</rdf:li></rdf:Bag></dc:subject>"
    "<xmp:Rating>4</xmp:Rating>"
)
BOTH = Annotations(("Österreich",), 4)


def extended(*segments: bytes) -> bytes:
    """A JPEG whose XMP says that it goes on, and segments behind it."""
    app1 = b"".join(b"\xff\xe1" + struct.pack(">H", len(one) + 2) + one for one in segments)
    jpeg = saved("JPEG")
    head = b"http://ns.adobe.com/xap/1.0/\0" + extending.MAIN
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(head) + 2) + head + app1 + jpeg[2:]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (saved("JPEG", xmp=XMP), BOTH),
        (saved("WEBP", xmp=XMP), BOTH),
        (saved("AVIF", xmp=XMP), BOTH),
        (saved("TIFF", tiffinfo={700: XMP}), BOTH),
        (iptc((1, 90, b"\x1b%G"), (2, 25, "é".encode()), (2, 25, b"b")), Annotations(("é", "b"))),
        (iptc((2, 25, "é".encode())), Annotations(("é",))),
        (iptc((2, 25, "Köln".encode("cp1252"))), Annotations(("Köln",))),
        (iptc((2, 25, b"x"), (2, 200, b"y" * 30_000), (2, 25, b"z")), Annotations(("x", "z"))),
        (iptc((2, 25, b"\0\0"), (2, 25, b"")), Annotations()),
        (iptc((2, 25, b"x"))[:60], Annotations()),
        (saved("TIFF", tiffinfo={33723: iim((2, 25, b"naa"))}), Annotations(("naa",))),
        (numbers(iim((2, 25, b"numbers"))), Annotations(("numbers",))),
        (saved("TIFF", tiffinfo={34377: resources(iim((2, 25, b"x")))}), Annotations(("x",))),
        (raw_profile("iptc", iim((2, 25, b"a"), (2, 25, b"b"))), Annotations(("a", "b"))),
        (raw_profile("iptc", resources(iim((2, 25, b"exiv2")))), Annotations(("exiv2",))),
        (raw_profile("8bim", b"Photoshop 3.0\0" + resources(b"\x1c")), Annotations()),
        (raw_profile("iptc", b"8BIM\x04"), Annotations()),
        (raw_profile("xmp", XMP), BOTH),
        (windows("win;dows;; win"), Annotations(("win", "dows"))),
        (windows("", x4746=3), Annotations((), 3)),
        (windows("", x4746=9, x4749=75), Annotations((), 4)),
        (saved("JPEG", xmp=XMP[:-20]), Annotations()),
        (saved("JPEG", xmp=b'<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>'), Annotations()),
        (extended(*extending.parts()[::-1]), extending.BOTH),
        (extended(*extending.parts(data=b"<a")), extending.ALONE),
        (extended(b"http://ns.adobe.com/xmp/extension/\0"), extending.ALONE),
        (saved("PNG"), Annotations()),
        (b"no picture", Annotations()),
        (b"", Annotations()),
    ],
)
def test_reads_what_a_header_says(tmp_path: Path, data: bytes, expected: Annotations) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    assert annotations_of(path, LIMIT) == expected


def test_decoding_gives_it_as_well() -> None:
    assert decode_image(saved("JPEG", xmp=XMP)).annotations == BOTH


def test_a_file_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileUnavailable):
        annotations_of(tmp_path / "none", LIMIT)
