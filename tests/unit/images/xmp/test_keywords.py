"""Keywords and ratings come out of whatever form other programs wrote them in."""

from __future__ import annotations

import time

import pytest

from photoclip.images.xmp.keywords import keywords, written_in
from photoclip.images.xmp.names import HIERARCHY, TAGS_LIST
from photoclip.images.xmp.packet import parse

HEAD = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:lr="http://ns.adobe.com/lightroom/1.0/" xmlns:q="urn:q" '
    'xmlns:digiKam="http://www.digikam.org/ns/1.0/" '
    'xmlns:MicrosoftPhoto="http://ns.microsoft.com/photo/1.0/">'
)


def packet(body: str) -> bytes:
    return f"{HEAD}{body}</rdf:RDF></x:xmpmeta>".encode()


def described(inner: str) -> bytes:
    return packet(f'<rdf:Description rdf:about="">{inner}</rdf:Description>')


@pytest.mark.parametrize(
    "inner",
    [
        "<dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b c</rdf:li></rdf:Bag></dc:subject>",
        "<dc:subject><rdf:Seq><rdf:_1>a</rdf:_1><rdf:_2>b c</rdf:_2></rdf:Seq></dc:subject>",
        "<dc:subject><rdf:Alt><rdf:li xml:lang='x-default'>a</rdf:li>"
        "<rdf:li xml:lang='de'>b c</rdf:li></rdf:Alt></dc:subject>",
        "<dc:subject><rdf:Bag><rdf:li rdf:parseType='Resource'><rdf:value>a</rdf:value>"
        "<q:x>1</q:x></rdf:li><rdf:li><rdf:Description><rdf:value>b c</rdf:value><q:x/>"
        "</rdf:Description></rdf:li></rdf:Bag></dc:subject>",
        "<dc:subject><rdf:Bag><rdf:li rdf:value='a' q:x='1'/><!-- z --><rdf:li>b <!-- z -->c"
        "</rdf:li><rdf:li/></rdf:Bag></dc:subject>",
        "<dc:subject><rdf:Bag><rdf:li><![CDATA[a]]></rdf:li><rdf:li> b\n  c </rdf:li></rdf:Bag>"
        "</dc:subject>",
        "<dc:subject>a</dc:subject><dc:subject>b c</dc:subject>",
    ],
)
def test_reads_every_form_of_a_list(inner: str) -> None:
    assert written_in(parse(described(inner))).keywords == ("a", "b c")


def test_reads_attributes_and_several_descriptions() -> None:
    data = packet(
        '<rdf:Description dc:subject="a" xmp:Rating="3"/>'
        "<rdf:Description><dc:subject><rdf:Bag><rdf:li>b</rdf:li></rdf:Bag></dc:subject>"
        "</rdf:Description>"
    )
    found = written_in(parse(data))
    assert found.keywords == ("a", "b")
    assert found.rating == 3


@pytest.mark.parametrize(
    ("flat", "paths", "expected"),
    [
        (["dog", "animals"], {HIERARCHY.name: ["animals|dog"]}, ["animals/dog"]),
        ([], {HIERARCHY.name: ["animals", "animals|dog"]}, ["animals/dog"]),
        (
            ["Dog", "sunset"],
            {HIERARCHY.name: ["animals|dog"], TAGS_LIST.name: ["Animals/Dog"]},
            ["animals/dog", "sunset"],
        ),
        (["a", "A", "a "], {}, ["a"]),
        (["", "  ", "\x00\x07", "\u0085"], {}, []),
        (["x\x00y\nz"], {}, ["x y z"]),
        (["e\u0301t\u00e9"], {}, ["\u00e9t\u00e9"]),
        (["k" * 201, "k" * 1_000_000, "ok"], {}, ["ok"]),
        (["darktable", "format", "nef"], {HIERARCHY.name: ["darktable|format|nef"]}, []),
        ([], {TAGS_LIST.name: ["_Digikam_Internal_Tags_/Scanned", "me"]}, ["me"]),
        ([], {HIERARCHY.name: ["|a||b|", "|"]}, ["a/b"]),
        ([], {HIERARCHY.name: ["|".join(["k" * 150] * 2)]}, []),
        (["/", "a//b/"], {}, ["a/b"]),
        ([], {HIERARCHY.name: ["|".join("abcdefghijklmnopqrstuvwxyz")]}, []),
    ],
)
def test_makes_one_list_of_labels(
    flat: list[str], paths: dict[str, list[str]], expected: list[str]
) -> None:
    assert keywords(flat, paths) == expected


@pytest.mark.parametrize(
    ("inner", "rating"),
    [
        ("<xmp:Rating>5</xmp:Rating>", 5),
        ("<xmp:Rating> 4.0 </xmp:Rating>", 4),
        ("<xmp:Rating>-1</xmp:Rating>", -1),
        ("<xmp:Rating>0</xmp:Rating>", 0),
        ("<xmp:Rating>9</xmp:Rating>", None),
        ("<xmp:Rating>nan</xmp:Rating>", None),
        ("<xmp:Rating>inf</xmp:Rating>", None),
        ("<xmp:Rating>many</xmp:Rating>", None),
        ("<xmp:Rating/>", None),
        ("<MicrosoftPhoto:Rating>75</MicrosoftPhoto:Rating>", 4),
        ("<m:Rating xmlns:m='http://ns.microsoft.com/photo/1.0'>50</m:Rating>", 3),
        ("<MicrosoftPhoto:Rating>99</MicrosoftPhoto:Rating>", 5),
        ("<MicrosoftPhoto:Rating>1</MicrosoftPhoto:Rating>", 1),
        ("", None),
    ],
)
def test_reads_ratings(inner: str, rating: int | None) -> None:
    assert written_in(parse(described(inner))).rating == rating


def test_takes_a_thousand_of_a_hundred_thousand_keywords_at_once() -> None:
    items = "".join(f"<rdf:li>k{n}</rdf:li>" for n in range(100_000))
    data = described(f"<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>")
    began = time.process_time()
    found = written_in(parse(data)).keywords
    assert found[:2] == ("k0", "k1")
    assert len(found) == 1000
    assert time.process_time() - began < 5
