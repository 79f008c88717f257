from __future__ import annotations

import pytest

from photoclip.images.formats import EXTENSIONS, SIGNATURE_LENGTH, is_photo_name, sniff


@pytest.mark.parametrize("name", ["a.jpg", "A.JPG", "b.JpEg", "x.y.heic", "ü.AVIF", "a b.tiff"])
def test_photo_names(name: str) -> None:
    assert is_photo_name(name)


@pytest.mark.parametrize("name", ["jpg", ".jpg", "a.txt", "a.jpg.part", "a.pdf", "a.eps", "", "a."])
def test_other_names(name: str) -> None:
    assert not is_photo_name(name)


def test_extensions_are_lower_case_with_a_dot() -> None:
    assert all(e.startswith(".") and e == e.lower() for e in EXTENSIONS)


def test_every_format_is_told_by_its_content(samples: dict[str, bytes]) -> None:
    expected = {"mpo": "JPEG"}
    for name, data in samples.items():
        wanted = expected.get(name, name.partition("-")[0].upper())
        assert sniff(data[:SIGNATURE_LENGTH]) == wanted, name


@pytest.mark.parametrize(
    "start",
    [b"", b"text", b"%!PS-Adobe", b"%PDF-1.7", b"8BPS", b"P6\n1 1\n255\n", b"\0\0\0\x18ftypisom"],
)
def test_what_is_no_photo(start: bytes) -> None:
    assert sniff(start) == ""


def test_brands_decide_where_the_first_one_is_common_to_both() -> None:
    assert sniff(b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif") == "AVIF"
    assert sniff(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic") == "HEIF"
    assert sniff(b"\0\0\0\x10ftypmp42\0\0\0\0avif") == "", "behind the end of the box"
