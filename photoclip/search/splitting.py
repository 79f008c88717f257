"""What an album could be divided into, going by the labels of its photos."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from photoclip.catalog.store import Catalog
from photoclip.domain import Album, Label, LabelId, PhotoId, TagState
from photoclip.search.albums import Albums

# Fewer photos than this are no album of their own.
LEAST = 2
TAGGED = (TagState.ACCEPTED,)
LIKELY = (TagState.ACCEPTED, TagState.SUGGESTED)

_Members = dict[LabelId, dict[PhotoId, TagState]]


@dataclass(frozen=True, slots=True)
class Group:
    """Photos that have a label in common, in the order of the album.

    suggested: how many of them only may have it, as photoclip thinks.
    """

    label: Label
    photos: tuple[PhotoId, ...]
    suggested: int = 0


@dataclass(frozen=True, slots=True)
class Split:
    """A proposal. rest: photos that are in none of the groups."""

    album: Album
    groups: tuple[Group, ...]
    rest: tuple[PhotoId, ...]


class Splitting:
    """Divides albums of both kinds by labels. The album itself stays as it is."""

    def __init__(self, catalog: Catalog, albums: Albums) -> None:
        self._catalog = catalog
        self._albums = albums

    def propose(
        self,
        album: Album,
        *,
        states: Collection[TagState] = LIKELY,
        labels: Collection[LabelId] | None = None,
        least: int = LEAST,
        overlapping: bool = False,
    ) -> Split:
        """Groups of at least so many photos, the largest first.

        Each photo is in one group, that of the label which most of the photos have that are left;
        overlapping: in that of each of its labels. labels: of these only; None: of all.
        Raises QueryError, ModelError as Albums.photos() does.
        """
        photos = self._albums.photos(album)
        members = self._members(photos, states, labels)
        named = {label.id: label for label in self._catalog.labels.all()}
        groups, placed = [], set[PhotoId]()
        while members:
            label = max(members, key=lambda one: _weight(members[one], named[one]))
            tagged = members.pop(label)
            if len(tagged) < least:
                break
            groups.append(_group(named[label], photos, tagged))
            placed.update(tagged)
            if not overlapping:
                members = {one: _without(there, tagged) for one, there in members.items()}
        rest = tuple(photo for photo in photos if photo not in placed)
        return Split(album, tuple(groups), rest)

    def create(self, split: Split, groups: Sequence[Group], rest: str = "") -> list[Album]:
        """An album for each of these groups, and one of this name for the rest. All or none.

        Raises AlbumError.
        """
        with self._catalog.transaction():
            made = [
                self._albums.create_with_a_name(name_of(split.album, group), group.photos)
                for group in groups
            ]
            if rest and split.rest:
                made.append(self._albums.create_with_a_name(rest, split.rest))
        return made

    def _members(
        self,
        photos: Sequence[PhotoId],
        states: Collection[TagState],
        labels: Collection[LabelId] | None,
    ) -> _Members:
        found: _Members = {}
        for photo, tags in self._catalog.tags.of_photos(photos, states).items():
            for tag in tags:
                if labels is None or tag.label in labels:
                    found.setdefault(tag.label, {})[photo] = tag.state
        return found


def name_of(album: Album, group: Group) -> str:
    """What the album of a group is called."""
    return f"{album.name} – {group.label.leaf}"


def _weight(tagged: dict[PhotoId, TagState], label: Label) -> tuple[int, int, int]:
    # Where labels have as many photos, the one that came first, so that it is always the same.
    return len(tagged), -_suggested(tagged), -label.id


def _suggested(tagged: dict[PhotoId, TagState]) -> int:
    return sum(state is TagState.SUGGESTED for state in tagged.values())


def _group(label: Label, photos: Sequence[PhotoId], tagged: dict[PhotoId, TagState]) -> Group:
    return Group(label, tuple(photo for photo in photos if photo in tagged), _suggested(tagged))


def _without(
    there: dict[PhotoId, TagState], placed: dict[PhotoId, TagState]
) -> dict[PhotoId, TagState]:
    return {photo: state for photo, state in there.items() if photo not in placed}
