"""exiftool and exiv2 read what photoclip writes, and find everything that was there before."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from photoclip.domain import Annotations
from photoclip.images.annotations import annotations_of
from photoclip.images.sidecar import read_sidecar, write_sidecar
from photoclip.images.xmp.editing import edit, new
from photoclip.images.xmp.entries import Entry, held
from photoclip.images.xmp.keywords import written_in
from photoclip.images.xmp.packet import parse
from photoclip.paths import bundled

needs_exiftool = pytest.mark.skipif(not shutil.which("exiftool"), reason="needs exiftool")
needs_exiv2 = pytest.mark.skipif(not shutil.which("exiv2"), reason="needs exiv2")

DOG = Entry("animals/Hündchen & Söhne", 3, "embedded 0123456789ab", 0.251235, "auto")
SUN = Entry("sunset", source="person")
KEYWORDS = {"XMP-dc:Subject", "XMP-lr:HierarchicalSubject", "XMP-digiKam:TagsList"}
# Much of what cameras and programs write: structures, languages, regions, develop settings.
RICH = (
    *("-XMP-dc:Subject=family", "-XMP-dc:Subject=sunset", "-XMP-lr:HierarchicalSubject=who|family"),
    *("-XMP-dc:Title=Tower", "-XMP-dc:Title-de=Türmchen", "-XMP-dc:Rights=<&>\"'"),
    *("-XMP-xmp:Rating=4", "-XMP-xmp:Label=Red", "-XMP-exif:GPSLatitude=48.2"),
    *("-XMP-crs:Exposure2012=+0.35", "-XMP-crs:ToneCurvePV2012=0, 0", "-XMP-crs:HasSettings=true"),
    *("-XMP-xmpMM:HistoryAction=saved", "-XMP-xmpMM:DerivedFromDocumentID=xmp.did:1"),
    *(
        "-XMP-mwg-rs:RegionName=Ann",
        "-XMP-mwg-rs:RegionAreaX=0.5",
        "-XMP-iptcExt:PersonInImage=Ann",
    ),
    *("-XMP-photoshop:DateCreated=2023:06:15 12:00:00+02:00", "-XMP-mp:RegionPersonDisplayName=B"),
    *("-XMP-darktable:history_params=gz01abc", "-XMP-acdsee:Categories=<a/>"),
)


def tool(*arguments: str | Path) -> str:
    done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done
    return done.stdout


def exif(path: Path) -> dict[str, Any]:
    """Every tag that exiftool finds in the XMP of a file."""
    (found,) = json.loads(tool("exiftool", "-j", "-G1", "-struct", "-XMP:all", path))
    del found["SourceFile"]
    return dict(found)


def listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def exported(path: Path, *wanted: Entry) -> None:
    before = read_sidecar(path) if path.exists() else None
    packet = parse(before) if before is not None else new("photoclip")
    assert edit(packet, wanted).changed
    write_sidecar(path, packet.to_bytes(), before)


@needs_exiftool
def test_exiftool_reads_a_new_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg.xmp"
    exported(path, DOG, SUN)
    found = exif(path)
    assert found["XMP-dc:Subject"] == ["Hündchen & Söhne", "sunset"]
    assert found["XMP-lr:HierarchicalSubject"] == ["animals|Hündchen & Söhne", "sunset"]
    assert found["XMP-digiKam:TagsList"] == ["animals/Hündchen & Söhne", "sunset"]
    (first, _) = found["XMP-photoclip:Entries"]
    assert (first["Label"], first["Version"], first["Score"]) == (DOG.label, 3, 0.251235)
    assert (first["Model"], first["Source"]) == ("embedded 0123456789ab", "auto")


@needs_exiv2
def test_exiv2_reads_a_new_sidecar_and_keeps_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xmp"
    exported(path, DOG, SUN)
    lines = tool("exiv2", "-PXkv", "pr", path).splitlines()
    found = dict(line.split(None, 1) for line in lines if len(line.split(None, 1)) == 2)
    assert found["Xmp.dc.subject"].strip() == "Hündchen & Söhne, sunset"
    assert found["Xmp.lr.hierarchicalSubject"].strip() == "animals|Hündchen & Söhne, sunset"
    assert found["Xmp.digiKam.TagsList"].strip() == "animals/Hündchen & Söhne, sunset"
    # As digiKam and darktable write: through exiv2, all of the file anew.
    tool("exiv2", "-M", "add Xmp.dc.subject XmpBag beach", path)
    again = parse(read_sidecar(path))
    assert [one.entry for one in held(again)] == [DOG, SUN]
    assert "beach" in written_in(again).keywords
    edit(again, [])
    assert b"photoclip" not in again.to_bytes()


@needs_exiftool
@pytest.mark.parametrize("form", ["xmp", "compact", "shorthand"])
def test_nothing_of_a_rich_sidecar_is_lost(tmp_path: Path, form: str) -> None:
    photo = next(iter(sorted(bundled("resources/sample_photos").glob("*.jpg"))))
    path = tmp_path / "a.xmp"
    options = {"xmp": (), "compact": ("-api", "Compact=NoIndent,NoPadding")}
    options["shorthand"] = ("-api", "Compact=Shorthand,OneDesc")
    tool(
        "exiftool", "-q", *options[form], *RICH, "-tagsFromFile", photo, "-XMP:all<all", "-o", path
    )
    before = exif(path)
    assert len(before) > 15
    exported(path, DOG, SUN)
    after = exif(path)
    assert after.pop("XMP-photoclip:Entries")
    same = before.keys() - KEYWORDS
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert after.keys() - before.keys() == {"XMP-digiKam:TagsList"}
    assert set(listed(after["XMP-dc:Subject"])) == {"family", "sunset", "Hündchen & Söhne"}
    exported(path)
    assert exif(path) == before


@needs_exiftool
def test_exiftool_rewriting_all_of_it_loses_no_entry(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg.xmp"
    exported(path, DOG, SUN)
    tool("exiftool", "-q", "-overwrite_original", "-XMP-dc:Subject+=beach", path)
    packet = parse(read_sidecar(path))
    assert [one.entry for one in held(packet)] == [DOG, SUN]
    assert written_in(packet).keywords == ("beach",)
    done = edit(packet, [])
    assert (done.removed, done.bare) == ((DOG.label, "sunset"), False)
    path.write_bytes(packet.to_bytes())
    assert listed(exif(path)["XMP-dc:Subject"]) == ["beach"]
    assert not any(name.startswith("XMP-photoclip") for name in exif(path))


@needs_exiftool
def test_what_exiftool_writes_into_photos_is_read(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    shutil.copy(next(iter(sorted(bundled("resources/sample_photos").glob("*.jpg")))), photo)
    tool(
        *("exiftool", "-q", "-overwrite_original", "-XMP-lr:HierarchicalSubject=a|b"),
        *("-XMP-xmp:Rating=3", "-charset", "iptc=Latin", "-IPTC:Keywords=Köln"),
        *("-EXIF:XPKeywords=win;dows", photo),
    )
    found = annotations_of(photo, 10**9)
    assert set(found.keywords) >= {"a/b", "Köln", "win", "dows"}
    assert found.rating == 3


@needs_exiftool
def test_extended_xmp_is_joined_as_exiftool_does(tmp_path: Path) -> None:
    photo, arguments = tmp_path / "a.jpg", tmp_path / "arguments"
    shutil.copy(next(iter(sorted(bundled("resources/sample_photos").glob("*.jpg")))), photo)
    words = [f"Köln {number:03} {'x' * 150}" for number in range(900)]
    lines = [f"-XMP-dc:Subject={word}" for word in words]
    arguments.write_text("\n".join([*lines, "-XMP-xmp:Rating=4"]), encoding="utf-8")
    tool("exiftool", "-q", "-overwrite_original", "-@", arguments, photo)
    data = photo.read_bytes()
    assert data.count(b"http://ns.adobe.com/xmp/extension/\0") > 1
    assert exif(photo)["XMP-dc:Subject"] == words
    assert annotations_of(photo, 10**9) == Annotations(tuple(words), 4)
    # Without the last part of it, neither finds what it said.
    lost = data.rindex(b"http://ns.adobe.com/xmp/extension/\0")
    photo.write_bytes(data[:lost] + b"HTTP" + data[lost + 4 :])
    assert "XMP-dc:Subject" not in exif(photo)
    assert annotations_of(photo, 10**9).keywords == ()
