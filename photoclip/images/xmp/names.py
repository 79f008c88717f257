"""Namespaces and properties of XMP that keywords and ratings are found in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
X = "adobe:ns:meta/"
DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
LR = "http://ns.adobe.com/lightroom/1.0/"
DIGIKAM = "http://www.digikam.org/ns/1.0/"
# With and without the last slash: Exiv2 and Windows write the one, ExifTool the other.
MICROSOFT = ("http://ns.microsoft.com/photo/1.0/", "http://ns.microsoft.com/photo/1.0")
MEDIAPRO = "http://ns.iview-multimedia.com/mediapro/1.0/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
# Ours. A name, not an address: nothing is to be had there.
PHOTOCLIP = "urn:photoclip:xmp:1.0/"

PREFIXES = {"dc": DC, "lr": LR, "digiKam": DIGIKAM, "photoclip": PHOTOCLIP}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def rdf(name: str) -> str:
    """A name of RDF's own, as lxml writes it."""
    return f"{{{RDF}}}{name}"


def ours(name: str) -> str:
    """A name in photoclip's namespace."""
    return f"{{{PHOTOCLIP}}}{name}"


@dataclass(frozen=True, slots=True)
class Property:
    """A list of keywords. container: "Bag" or "Seq", as its makers write it.

    field: where an entry of ours notes that the keyword there is of its making.
    """

    name: str
    container: str
    field: str
    keyword: Callable[[Sequence[str]], str]


def _in_one(parts: Sequence[str]) -> str:
    # Lightroom knows no way to write its separator.
    return "|".join(part.replace("|", "-") for part in parts)


SUBJECT = Property(f"{{{DC}}}subject", "Bag", "subject", lambda parts: parts[-1])
HIERARCHY = Property(f"{{{LR}}}hierarchicalSubject", "Bag", "hierarchicalSubject", _in_one)
TAGS_LIST = Property(f"{{{DIGIKAM}}}TagsList", "Seq", "TagsList", "/".join)
# What an export writes.
WRITTEN = (SUBJECT, HIERARCHY, TAGS_LIST)
LAST_KEYWORDS = tuple(
    Property(f"{{{one}}}LastKeywordXMP", "Bag", "", "/".join) for one in MICROSOFT
)
CATALOG_SETS = Property(f"{{{MEDIAPRO}}}CatalogSets", "Bag", "", _in_one)
# Where digiKam puts all keywords once more, whoever wrote them.
COPIED = (*LAST_KEYWORDS, CATALOG_SETS)
# Where whole paths of keywords are, and what stands between the parts.
PATHS = {
    HIERARCHY.name: "|",
    TAGS_LIST.name: "/",
    **{one.name: "/" for one in LAST_KEYWORDS},
    CATALOG_SETS.name: "|",
}
RATING = f"{{{XMP}}}Rating"
PERCENT_RATINGS = tuple(f"{{{one}}}Rating" for one in MICROSOFT)
# The name of the extended packet that goes on where a segment of a JPEG was full.
EXTENDED = "{http://ns.adobe.com/xmp/note/}HasExtendedXMP"
SIDECAR_FOR = f"{{{PHOTOSHOP}}}SidecarForExtension"
