"""Which photos and labels a verb is about: options that verbs have in common."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from photoclip.cli.options import local_path
from photoclip.domain import Label, PhotoId
from photoclip.engine import Engine


def add_selection(verb: argparse.ArgumentParser) -> None:
    """Options that narrow a verb to some photos; together they leave what all of them name."""
    verb.add_argument(
        "--album", action="append", metavar="NAME", help="only photos of this album, or of these"
    )
    verb.add_argument(
        "--folder",
        action="append",
        type=local_path,
        metavar="DIR",
        help="only photos in this folder, or these, and below",
    )
    verb.add_argument("--search", metavar="QUERY", help="only what this search clearly finds")


def add_labels(verb: argparse.ArgumentParser, text: str) -> None:
    """--label, once or more. text: what it does."""
    verb.add_argument("--label", action="append", metavar="NAME", help=text)


def selected(engine: Engine, arguments: argparse.Namespace) -> list[PhotoId] | None:
    """The photos that are meant, ascending; None where no option says any.

    Raises AlbumError, FolderError, QueryError, ModelError.
    """
    sets: list[set[PhotoId]] = []
    if arguments.album:
        albums = map(engine.albums.named, arguments.album)
        sets.append({photo for album in albums for photo in engine.albums.photos(album)})
    if arguments.folder:
        scopes = map(engine.library.scope_of, arguments.folder)
        found = (engine.catalog.photos.visible_ids(scope).tolist() for scope in scopes)
        sets.append({PhotoId(number) for ids in found for number in ids})
    if arguments.search is not None:
        sets.append(set(found_by(engine, arguments.search)))
    return sorted(set.intersection(*sets)) if sets else None


def chosen_labels(engine: Engine, names: Sequence[str] | None) -> list[Label] | None:
    """The labels of these names with all below them; None for no names. Raises LabelError."""
    if not names:
        return None
    return list(dict.fromkeys(label for name in names for label in engine.labels.below(name)))


def found_by(engine: Engine, text: str) -> list[PhotoId]:
    """What a search clearly finds, the best first. Raises QueryError, ModelError."""
    result = engine.search.query(text, limit=None, matching=True)
    if result.problems:
        # What is left of the search may find more than is wanted.
        raise result.problems[0]
    return [PhotoId(photo) for photo in result.ids.tolist()]
