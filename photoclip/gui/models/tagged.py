"""Labels on the photos that a person has chosen."""

from __future__ import annotations

from dataclasses import dataclass

from photoclip.domain import Label, PhotoId, Tag, TagState


@dataclass(frozen=True, slots=True)
class Tagged:
    """A label on chosen photos, and on how many of them it is accepted or suggested.

    tag: what is known of it, where only one photo is chosen.
    """

    label: Label
    accepted: int = 0
    suggested: int = 0
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class TagsOfPhotos:
    """The chosen photos with their labels, by name."""

    photos: tuple[PhotoId, ...] = ()
    each: tuple[Tagged, ...] = ()

    def on_all(self) -> list[Tagged]:
        """Labels that all of the photos have."""
        return [one for one in self.each if one.accepted and one.accepted == len(self.photos)]

    def on_some(self) -> list[Tagged]:
        """Labels that some of them have, but not all."""
        return [one for one in self.each if 0 < one.accepted < len(self.photos)]

    def suggested(self) -> list[Tagged]:
        """Labels that wait for a person's word on one of them, the surest first."""
        found = [one for one in self.each if one.suggested]
        return sorted(found, key=_sure, reverse=True)


def _sure(one: Tagged) -> tuple[int, float]:
    score = one.tag.score if one.tag is not None else None
    return one.suggested, score if score is not None else 0.0


def tagged(label: Label, tag: Tag) -> Tagged:
    """A label on a single photo."""
    state = tag.state
    return Tagged(label, int(state is TagState.ACCEPTED), int(state is TagState.SUGGESTED), tag)
