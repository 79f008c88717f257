"""XMP is read without trusting it, in any encoding, and given back as it came."""

from __future__ import annotations

import pytest
from lxml import etree

from photoclip.errors import SidecarError
from photoclip.images.xmp.packet import MAX_BYTES, parse

BODY = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</rdf:RDF></x:xmpmeta>'
)
DESCRIPTION = (
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:zz="urn:zz" zz:a="&#10;Ä&amp;&lt;"><!-- né --><?pi some?>'
    "<zz:b><![CDATA[<a>]]></zz:b><dc:subject><rdf:Bag><rdf:li>Österreich</rdf:li></rdf:Bag>"
    "</dc:subject></rdf:Description>"
)
PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<!-- c -->\n'
    + BODY.format(DESCRIPTION)
    + '\n<?xpacket end="w"?>'
)


def canonical(data: bytes) -> str:
    return etree.canonicalize(etree.fromstring(data), with_comments=True)


@pytest.mark.parametrize(
    ("encoding", "bom", "declared"),
    [
        ("utf-8", b"", ""),
        ("utf-8", b"\xef\xbb\xbf", ""),
        ("utf-8", b"", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'),
        ("utf-16-le", b"\xff\xfe", '<?xml version="1.0" encoding="UTF-16"?>\n'),
        ("utf-16-be", b"\xfe\xff", ""),
        ("utf-16-le", b"", ""),
        ("utf-32-le", b"\xff\xfe\0\0", ""),
    ],
)
def test_gives_a_packet_back_as_it_came(encoding: str, bom: bytes, declared: str) -> None:
    data = bom + (declared + PACKET).encode(encoding)
    packet = parse(data)
    again = packet.to_bytes()
    assert again.startswith(bom)
    assert again[len(bom) :].decode(encoding).startswith(declared.strip() or "<?xpacket begin")
    plain = again[len(bom) :].decode(encoding).removeprefix(declared.strip())
    assert canonical(plain.strip().encode()) == canonical(PACKET.encode())
    assert "<![CDATA[<a>]]>" in plain
    assert parse(again).to_bytes() == again


def test_writes_what_an_old_encoding_lacks_as_references() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>' + BODY.format(
        '<rdf:Description xmlns:zz="urn:zz" zz:a="ä"/>'
    )
    packet = parse(text.encode("latin-1"))
    next(packet.descriptions()).set("{urn:zz}b", "日本")
    again = packet.to_bytes()
    assert b"\xe4" in again
    assert next(parse(again).descriptions()).attrib == {"{urn:zz}a": "ä", "{urn:zz}b": "日本"}


def test_finds_rdf_at_the_top_and_ignores_what_follows_the_end() -> None:
    inner = BODY.format("")[len('<x:xmpmeta xmlns:x="adobe:ns:meta/">') : -len("</x:xmpmeta>")]
    assert parse(inner.encode() + b"\0\0\0").rdf is not None


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"", "empty"),
        (b"\0\0\0 \n", "empty"),
        (b"\xff\xd8\xff\xe0 JFIF", "is not written in utf-8"),
        (b"plain text", "not well-formed"),
        (PACKET.encode()[:200], "not well-formed"),
        (b"<a/>", "holds no XMP"),
        (BODY.format("").encode() + b"<b/>", "not well-formed"),
        (BODY.format("\x01").encode(), "not well-formed"),
        (BODY.format("&unknown;").encode(), "not well-formed"),
        (("<a>" * 3000 + "</a>" * 3000).encode(), "not well-formed"),
        (f'<!DOCTYPE a [<!ENTITY l0 "l">{LAUGHS}]><a>&l9;</a>'.encode(), "document type"),
        (
            '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'.encode("utf-16"),
            "document type",
        ),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "says that it is written in utf-7"),
        (b'<?xml version="1.0" encoding="zip"?><a/>', "says that it is written in zip"),
        (BODY.format("\ud800").encode("utf-8", "surrogatepass"), "is not written in utf-8"),
        (b"<a/>" * 500_001, "more than 500,000 tags"),
        (b" " * (MAX_BYTES + 1), "larger than"),
    ],
)
def test_refuses_what_is_no_xmp(data: bytes, finding: str) -> None:
    with pytest.raises(SidecarError, match=finding):
        parse(data)
