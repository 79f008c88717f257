"""What is said of tags and of those who gave them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from photoclip.domain import Tag, TagSource, TagState
from photoclip.gui import wording
from photoclip.gui.controllers.review import Decision
from photoclip.gui.controllers.tags import Change
from photoclip.gui.models.review_queue import Extent
from photoclip.gui.models.tagged import Tagged
from photoclip.gui.translation import tr
from photoclip.tagging.review import Item
from photoclip.tagging.service import Verdict


def score(value: float) -> str:
    """A score on a label's own scale."""
    return QLocale().toString(value, "f", 2)


def suggestion(name: str, value: float | None) -> str:
    """A label that is suggested, with its score."""
    return name if value is None else f"{name}  ·  {score(value)}"


def scores(items: Sequence[Item]) -> str:
    """The scores of suggestions, and how many there are."""
    known = sorted(item.score for item in items if item.score is not None)
    parts = []
    if len(items) > 1:
        parts.append(tr("{photos} selected").format(photos=wording.photos(len(items))))
    if len(known) == 1:
        parts.append(tr("Score {score}").format(score=score(known[0])))
    elif known:
        span = tr("Scores {lowest} to {highest}")
        parts.append(span.format(lowest=score(known[0]), highest=score(known[-1])))
    return " · ".join(parts)


def decided(decision: Decision, count: int, name: str) -> str:
    """What was decided about suggestions. name: of the label, "" where there are several."""
    if decision is Decision.ACCEPT:
        text = tr("%Ln suggestion(s) accepted", "", count)
    elif decision is Decision.REJECT:
        text = tr("%Ln suggestion(s) rejected", "", count)
    else:
        text = tr("%Ln suggestion(s) put off", "", count)
    return f"{text}: {name}" if name else text


def extent(how_far: Extent) -> str:
    """ "34 of 120"."""
    return tr("{done} of {total}").format(
        done=wording.number(how_far.done), total=wording.number(how_far.total)
    )


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
