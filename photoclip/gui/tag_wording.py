"""What is said of tags and of those who gave them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from photoclip.domain import Tag, TagSource, TagState
from photoclip.gui import wording
from photoclip.gui.controllers.tags import Change
from photoclip.gui.models.tagged import Tagged
from photoclip.gui.translation import tr
from photoclip.tagging.service import Verdict


def score(value: float) -> str:
    """A score on a label's own scale."""
    return QLocale().toString(value, "f", 2)


def provenance(tag: Tag) -> str:
    """Who said so."""
    if tag.state is TagState.SUGGESTED:
        if tag.score is None:
            return tr("Suggested by photoclip")
        return tr("Suggested by photoclip, score {score}").format(score=score(tag.score))
    if tag.source is TagSource.PERSON:
        return tr("You said so")
    if tag.source is TagSource.FILE:
        return tr("From the file: another program wrote it")
    if tag.score is None:
        return tr("Accepted by photoclip itself")
    return tr("Accepted by photoclip itself, score {score}").format(score=score(tag.score))


def tooltip(one: Tagged, chosen: int) -> str:
    """What a label on chosen photos is, where it comes from, and on how many of them it is."""
    lines = [one.label.name]
    if one.label.description:
        lines.append(one.label.description)
    if one.tag is not None:
        lines.append(provenance(one.tag))
    elif one.accepted:
        lines.append(on_some(one.accepted, chosen))
    if one.tag is None and one.suggested:
        lines.append(tr("Suggested for {photos}").format(photos=wording.photos(one.suggested)))
    return "\n".join(lines)


def on_some(count: int, chosen: int) -> str:
    """ "On 3 of 12 photos"."""
    if count == chosen:
        return tr("On all chosen photos")
    return tr("On {count} of {photos}").format(
        count=wording.number(count), photos=wording.photos(chosen)
    )


def done(change: Change) -> str:
    """What a person did."""
    name = change.label.name
    if not change.photos and change.new:
        return tr("There is a new label “{name}”.").format(name=name)
    if not change.photos:
        return tr("Nothing to change for “{name}”.").format(name=name)
    if change.new:
        text = tr("There is a new label “{name}”, on %Ln photo(s).", "", change.photos)
    elif change.verdict is Verdict.RIGHT:
        text = tr("“{name}” is on %Ln more photo(s).", "", change.photos)
    else:
        text = tr("“{name}” is not on %Ln photo(s).", "", change.photos)
    return text.format(name=name)


def undone(change: Change) -> str:
    """What was taken back."""
    name = change.label.name
    return tr("“{name}” is as it was on %Ln photo(s).", "", change.photos).format(name=name)
