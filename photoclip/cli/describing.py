"""The verb ``describe``: words for photos."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from photoclip.cli.options import Verbs, add_verb, explain, local_path, positive
from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.cli.verbs import warn_of_settings
from photoclip.domain import PhotoFile, PhotoId
from photoclip.engine import Engine
from photoclip.errors import ImageError, QueryError
from photoclip.paths import Paths
from photoclip.search.describe import Description, SeenWord
from photoclip.search.describer import LIMIT
from photoclip.settings import load_settings

# SQLite's numbers are shorter.
_DIGITS = 19

MEANING = """\
Words that stand out in a photo, best first, of the label sets and a vocabulary that ships with
photoclip. What follows a word is its strength: how far it stands out of what is needed to be told,
hence 1 and more. Photos by number are those of the library, as --json of other verbs tells them;
files need not be in it. Nothing is told of a photo in which nothing stands out.

--json gives photos, each with path or photo, words, each with word, category, strength, standard
(how many spreads its cosine lies above that of usual photos) and score (the cosine), compared (how
many words were looked at), model, and problem (why there are no words; else null); exit code 1
where there are any.
"""


def add_describe(group: Verbs) -> None:
    """The verb and its options."""
    verb = add_verb(group, "describe", describe, "tell in words what photos show")
    verb.add_argument(
        "photos",
        nargs="+",
        type=_named,
        metavar="FILE_OR_PHOTO",
        help="files, or numbers of photos (a file of such a name: ./7)",
    )
    verb.add_argument(
        "-n", "--limit", type=positive, default=LIMIT, metavar="N", help="at most N words each"
    )
    explain(verb, MEANING)


def describe(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip describe FILE_OR_PHOTO..."""
    with _opened(paths) as engine, cancel_on_interrupt() as cancel:
        warn_of_settings(engine, output)
        with output.progress() as progress:
            engine.search.describer.prepare(cancel, progress)
        found = []
        for photo in arguments.photos:
            cancel.check()
            found.append(_described(engine, photo, arguments.limit))
    output.result({"photos": found}, "\n".join(map(_line, found)))
    return 1 if any(one["problem"] for one in found) else 0


@contextmanager
def _opened(paths: Paths) -> Iterator[Engine]:
    """The library to read; without one, photos are described all the same."""
    if paths.catalog_file.exists():
        with Engine.open(paths, writable=False) as engine:
            yield engine
        return
    with tempfile.TemporaryDirectory() as scratch:
        settings, _ = load_settings(paths.settings_file)
        with Engine.open(replace(paths, data=Path(scratch)), settings) as engine:
            yield engine


def _named(text: str) -> Path | PhotoId:
    """A photo of the library by its number, or a file."""
    by_number = text.isascii() and text.isdigit() and len(text) < _DIGITS
    return PhotoId(int(text)) if by_number else local_path(text)


def _described(engine: Engine, photo: Path | PhotoId, limit: int) -> dict[str, Any]:
    """One photo as it is printed, or why it cannot be described."""
    which = {"path": str(photo)} if isinstance(photo, Path) else {"photo": photo}
    try:
        if isinstance(photo, Path):
            found = _file(engine, photo, limit)
        else:
            found = _number(engine, photo, limit)
    except (ImageError, QueryError) as error:
        return {**which, "words": [], "compared": 0, "model": None, "problem": str(error)}
    words = [_values(word) for word in found.words]
    facts = {"compared": found.compared, "model": found.model, "problem": None}
    return {**which, "words": words, **facts}


def _number(engine: Engine, photo: PhotoId, limit: int) -> Description:
    if engine.catalog.photos.get(photo) is None:
        raise QueryError(f"{photo} is no photo of this library")
    return engine.search.describer.photo(photo, limit)


def _file(engine: Engine, path: Path, limit: int) -> Description:
    known = engine.catalog.files.by_path(path)
    if known is not None and known.photo is not None and _as_indexed(known):
        with suppress(QueryError):
            return engine.search.describer.photo(known.photo, limit)
    # Not of the library, not embedded yet, or changed since.
    return engine.search.describer.picture(path, limit)


def _as_indexed(file: PhotoFile) -> bool:
    """Whether a file is what it was when it was indexed; one out of reach counts as such."""
    try:
        now = file.path.stat()
    except OSError:
        return True
    return (now.st_size, now.st_mtime_ns) == (file.size, file.mtime_ns)


def _values(word: SeenWord) -> dict[str, Any]:
    return {
        "word": word.text,
        "category": word.category,
        "strength": round(word.strength, 3),
        "standard": round(word.standard, 3),
        "score": round(word.cosine, 6),
    }


def _line(found: dict[str, Any]) -> str:
    name = str(found.get("path", found.get("photo")))
    problem: str = found["problem"] or ""
    if problem.startswith(name):
        return problem
    words = ", ".join(f"{word['word']} {word['strength']:.2f}" for word in found["words"])
    return f"{name}: {problem or words or 'nothing stands out'}"
