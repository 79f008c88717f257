"""Keywords and ratings that other programs wrote, as one plain list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from photoclip.domain import Annotations
from photoclip.domain.names import key_of
from photoclip.images.xmp import entries, values
from photoclip.images.xmp.entries import Held
from photoclip.images.xmp.names import PATHS, PERCENT_RATINGS, RATING, SUBJECT, TAGS_LIST
from photoclip.images.xmp.packet import Packet

# More than any person writes; the rest of it is somebody's joke.
MOST, LONGEST, DEEPEST = 1000, 200, 20
_LOOKED_AT = 20 * MOST
# What programs note for themselves among people's keywords.
_INTERNAL = re.compile("darktable|_digikam_.*")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def written_in(packet: Packet) -> Annotations:
    """What others wrote into a packet; what photoclip wrote there is left out."""
    held = entries.held(packet)
    # Lightroom adds what stands above a keyword, also above ours.
    above = {part for one in held for part in one.entry.label.split("/")[:-1]}
    return Annotations(tuple(labels_in(of_others(packet, held), above)), rating(packet))


def of_others(packet: Packet, mine: Iterable[Held]) -> dict[str, list[str]]:
    """The keywords of each property that others wrote, not because of these entries."""
    owned = entries.owned(mine)
    return {
        name: entries.without(values.all_of(packet, name), owned.get(name, ()))
        for name in (SUBJECT.name, *PATHS)
    }


def labels_in(found: Mapping[str, Iterable[str]], known: Iterable[str] = ()) -> list[str]:
    """What of_others() found as labels, as keywords() makes them."""
    return keywords(found[SUBJECT.name], {name: found[name] for name in PATHS}, known)


def keywords(
    flat: Iterable[str], paths: Mapping[str, Iterable[str]], known: Iterable[str] = ()
) -> list[str]:
    """Labels as photoclip writes them ("animals/dog"), each once, at most MOST.

    flat: keywords of one word. paths: those of each property that holds whole paths. What a path
    says already ("dog", or "animals" alone) is left out, and so is what is known otherwise.
    """
    limited = {name: islice(given, _LOOKED_AT) for name, given in paths.items()}
    whole = [path for name, given in limited.items() for path in _split(given, PATHS[name])]
    said = {key_of(part) for path in (*whole, tuple(known)) for part in path}
    above = {_key(path[:count]) for path in whole for count in range(1, len(path))}
    whole = [path for path in whole if not _INTERNAL.fullmatch(key_of(path[0]))]
    words = (word for word in map(clean, islice(flat, _LOOKED_AT)) if key_of(word) not in said)
    single = [tuple(filter(None, word.split("/"))) for word in words]
    found: dict[tuple[str, ...], str] = {}
    for path in (*whole, *single):
        name = "/".join(path)
        if 0 < len(name) <= LONGEST and _key(path) not in above:
            found.setdefault(_key(path), name)
        if len(found) == MOST:
            break
    return list(found.values())


def merged(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels from several places as one list, as keywords() makes it."""
    given = list(labels)
    flat = [label for label in given if "/" not in label]
    return tuple(keywords(flat, {TAGS_LIST.name: [label for label in given if "/" in label]}))


def rating(packet: Packet) -> int | None:
    """0 to 5 stars, -1 for rejected, None where nothing says it."""
    stars = values.number(values.first(packet, RATING))
    if stars is not None and -1 <= stars <= 5:
        return round(stars)
    found = (stars_of(values.number(values.first(packet, name))) for name in PERCENT_RATINGS)
    return next((stars for stars in found if stars is not None), None)


def stars_of(percent: float | None) -> int | None:
    """Stars, as Windows writes them in percent: 1, 25, 50, 75, 99."""
    if percent is None or not 0 <= percent <= 100:
        return None
    return 0 if percent < 1 else 1 + round(min(percent, 99) / 25)


def clean(text: str) -> str:
    """A keyword without control characters and needless spaces; "" for one that is too long."""
    if len(text) > 4 * LONGEST:
        return ""
    text = " ".join(_CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())
    return text if len(text) <= LONGEST else ""


def _key(path: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(key_of, path))


def _split(given: Iterable[str], separator: str) -> Iterator[tuple[str, ...]]:
    for text in given:
        if len(text) <= DEEPEST * LONGEST:
            parts = tuple(part for part in map(clean, text.split(separator)) if part)
            if 0 < len(parts) <= DEEPEST:
                yield parts
