"""What is shown, in words: the line over the grid, and why there is nothing."""

from __future__ import annotations

from photoclip.domain import Order
from photoclip.gui import error_wording, script_wording, wording
from photoclip.gui.controllers.searching import MOST_SORTED, Answer, Query
from photoclip.gui.translation import tr


def line(answer: Answer, folder: str) -> str:
    """How many photos of what, and what could not be understood.

    folder: the name of the one that it is about, or empty.
    """
    told = _counted(answer, folder)
    return " · ".join([*map(error_wording.message, answer.problems), told])


def _counted(answer: Answer, folder: str) -> str:
    query, count = answer.query, len(answer.ids)
    folder = query.album or folder
    if query.is_browsing or answer.listed or not count:
        return _of(wording.photos(count), folder)
    if query.order is Order.RELEVANCE:
        return tr("{photos}, closest to {what} first").format(
            photos=_of(wording.photos(count), folder), what=_name(query)
        )
    if not query.everything or count < MOST_SORTED:
        return tr("{photos}, compared with {what}").format(
            photos=_of(wording.photos(count), folder), what=_name(query)
        )
    return tr("The {n} of {photos} closest to {what}").format(
        n=wording.number(count),
        photos=_of(wording.photos(answer.searched), folder),
        what=_name(query),
    )


def note(answer: Answer) -> str:
    """What one should know of an answer; "" for nothing."""
    found = answer.unfamiliar
    return script_wording.unfamiliar(found) if found is not None and answer.ids else ""


def more(answer: Answer) -> str:
    """How many photos match less clearly and are not shown; "" for none."""
    if not answer.more:
        return ""
    return tr("%Ln more photo(s) that match less clearly", "", answer.more)


def title(query: Query, folder: str) -> str:
    """What a query asks for, in a few words."""
    if query.is_album:
        return query.album
    if query.text:
        return _name(query)
    if query.has_pictures:
        return tr("Similar photos")
    if query.terms:
        return tr("Filtered photos")
    return folder or tr("All photos")


def nothing(answer: Answer, folder: str) -> tuple[str, str]:
    """Title and text where an answer holds no photo."""
    query = answer.query
    if answer.more:
        return _no_match(answer, folder)
    if answer.problems:
        return tr("Nothing found"), "\n".join(map(error_wording.message, answer.problems))
    if query.is_album:
        text = tr("Drag photos onto its name in the side panel, or choose some and press Ctrl+B.")
        return tr("No photos in “{folder}”").format(folder=query.album), text
    if query.is_label:
        title = tr("No photo has the label “{name}” yet").format(name=query.label)
        return title, tr("Drag photos onto its name in the side panel, or see what it would find.")
    if answer.filtered:
        return tr("Nothing found"), tr("No photo passes the filters of this search.")
    if query.is_everything:
        return tr("No photos in the watched folders"), tr("New photos show up here by themselves.")
    if query.is_browsing:
        title = tr("No photos in “{folder}”").format(folder=folder)
        return title, tr("New photos show up here by themselves.")
    if query.scope is not None:
        title = tr("Nothing found in “{folder}”").format(folder=folder)
        return title, tr("No other photo in this folder can be searched so far.")
    title = tr("Nothing to compare with yet")
    return title, tr("None of your other photos has been indexed so far.")


def _no_match(answer: Answer, folder: str) -> tuple[str, str]:
    title = tr("Nothing clearly matches")
    if answer.unfamiliar is not None:
        return title, script_wording.unfamiliar(answer.unfamiliar)
    text = tr("None of {photos} clearly shows {what}.").format(
        photos=_of(wording.photos(answer.searched), folder), what=_name(answer.query)
    )
    return title, "\n".join([text, *map(error_wording.message, answer.problems)])


def _of(photos: str, folder: str) -> str:
    """ "12 photos", "12 photos in “Holidays”"."""
    if not folder:
        return photos
    return tr("{photos} in “{folder}”").format(photos=photos, folder=folder)


def _name(query: Query) -> str:
    several = len(query.beside.sources) > 1
    pictures = tr("these pictures") if several else tr("this picture")
    if not query.text:
        return pictures
    words = wording.quoted(query.text)
    if not query.has_pictures:
        return words
    return tr("{words} and {pictures}").format(words=words, pictures=pictures)
