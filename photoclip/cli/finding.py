"""The verbs that find photos: ``search`` and ``similar``."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypedDict

from photoclip.catalog.criteria import InFolder
from photoclip.cli import arranging
from photoclip.cli.completing import completions
from photoclip.cli.output import Output, harmless
from photoclip.cli.verbs import warn_of_settings
from photoclip.domain import FolderScope, Hit, Order, PartScore, PhotoId
from photoclip.engine import Engine
from photoclip.errors import QueryError, QueryPartError
from photoclip.library.export import as_csv
from photoclip.paths import Paths, expanded
from photoclip.search import printing
from photoclip.search.query import FilterName
from photoclip.search.resolving import Understood
from photoclip.search.results import SearchResult
from photoclip.search.scripts import told
from photoclip.search.searcher import require_text

# Words that are to be excluded look like options; these are options.
_EXCLUSION = re.compile(r"-(?:[^\W\d_]|[\"“„«])")
_OPTION = re.compile(r"-(?:[nh]|n\d+)")
_WITH_QUERIES = ("search", "saved", "album")


def spared(argv: Sequence[str]) -> list[str]:
    """Arguments in which what a search excludes ("-people") is no option any more.

    It gets a space in front, which makes no difference to a query.
    """
    verb = next((at for at, word in enumerate(argv) if word in _WITH_QUERIES), len(argv))
    end = argv.index("--") if "--" in argv else len(argv)
    return [
        f" {word}" if verb < at < end and _excludes(word) else word for at, word in enumerate(argv)
    ]


def _excludes(word: str) -> bool:
    return bool(_EXCLUSION.match(word)) and not _OPTION.fullmatch(word)


def search(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip search QUERY"""
    text = " ".join(arguments.text)
    # Wrong usage is wrong whether or not there is a library yet.
    require_text(text)
    with Engine.open(paths, writable=False) as engine:
        warn_of_settings(engine, output)
        if arguments.explain:
            return _explain(engine, text, arguments, output)
        if arguments.complete:
            return completions(engine, text, paths, output)
        return answer(engine, text, arguments, output)


def answer(engine: Engine, text: str, arguments: argparse.Namespace, output: Output) -> int:
    """Search for a query, as the options say, and print what is found. Raises QueryError."""
    result = engine.search.query(text, **_narrowing(engine, arguments))
    _tell_problems(result.problems, output)
    code = _print_hits(engine, result, arguments, output)
    if not result.understood:
        raise QueryError("nothing of this search can be understood")
    return code


def similar(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip similar FILE..."""
    with Engine.open(paths, writable=False) as engine:
        warn_of_settings(engine, output)
        files = [expanded(file).absolute() for file in arguments.files]
        result = engine.search.images(files, **_narrowing(engine, arguments))
        return _print_hits(engine, result, arguments, output)


class _Narrowing(TypedDict):
    """How a search is narrowed and put in order."""

    limit: int | None
    within: FolderScope | None
    order: Order
    matching: bool


def _narrowing(engine: Engine, arguments: argparse.Namespace) -> _Narrowing:
    return {
        "limit": arguments.limit,
        "within": _scope(engine, arguments),
        "order": Order(arguments.sort),
        "matching": not arguments.all,
    }


def _scope(engine: Engine, arguments: argparse.Namespace) -> FolderScope | None:
    folder = arguments.folder
    return engine.library.scope_of(folder) if folder is not None else None


def _explain(engine: Engine, text: str, arguments: argparse.Namespace, output: Output) -> int:
    """How a query is understood, without searching."""
    understood = engine.search.understand(text)
    left = engine.search.passing(understood, _scope(engine, arguments))
    query = understood.query
    values = {
        "query": text,
        "canonical": printing.text(query),
        "parts": [
            {
                "kind": part.kind,
                "value": part.value,
                "weight": part.weight,
                "excluded": part.excluded,
            }
            for part in query.parts
        ],
        "filters": [
            {"name": term.name, "text": printing.term_text(term), "excluded": term.excluded}
            for term in query.terms
        ],
        "photos": left,
        "problems": _problem_values(understood.problems),
    }
    _tell_problems(understood.problems, output)
    output.result(values, "\n".join(_explanation(understood, left)))
    return 0


def _explanation(understood: Understood, left: int) -> list[str]:
    query = understood.query
    wanted = [f"photos should show  {printing.part_text(part)}" for part in query.wanted]
    unwanted = [f"and rather not      {printing.part_text(part)[1:]}" for part in query.unwanted]
    terms = [f"only photos with    {printing.term_text(term)}" for term in query.terms]
    lines = [*wanted, *unwanted, *terms, f"photos to choose of  {left}"]
    return [*lines, f"in short            {printing.text(query)}"]


def _tell_problems(problems: Iterable[QueryPartError], output: Output) -> None:
    for problem in problems:
        output.note(f"at character {problem.start + 1}: {problem}")


def _problem_values(problems: Iterable[QueryPartError]) -> list[dict[str, Any]]:
    return [
        {
            "start": problem.start,
            "end": problem.end,
            "finding": problem.finding,
            "hint": problem.hint,
        }
        for problem in problems
    ]


def _print_hits(
    engine: Engine, result: SearchResult, arguments: argparse.Namespace, output: Output
) -> int:
    """Print what was found, and copy it where that is asked for. Returns the exit code."""
    folder = arguments.folder
    places = engine.catalog.files.paths_of([hit.photo for hit in result.hits])
    folders = [folder] if folder is not None else list(_folders(engine, result))
    hits = [
        _hit_values(hit, _place(places[hit.photo], folders))
        for hit in result.hits
        if places.get(PhotoId(hit.photo))
    ]
    if arguments.group:
        hits = arranging.grouped(engine, hits, arguments.group)
    copies = None
    if arguments.copy_to is not None:
        copies = arranging.copied(engine, hits, arguments.copy_to, output)
    notes = list(_notes(result, arguments))
    values = {
        "query": result.query,
        "model": result.model,
        "folder": str(folder) if folder is not None else None,
        "sort": arguments.sort,
        "searched": result.searched,
        "matches": result.matches,
        "matches_estimated": result.matches_estimated,
        "cut_off": _cut_off_values(result),
        "hits": hits,
        "notes": notes,
        "understood": printing.text(result.asked) if result.asked is not None else None,
        "problems": _problem_values(result.problems),
        **({"copies": copies} if copies is not None else {}),
    }
    _print_list(engine, hits, values, arguments, output)
    for note in [] if output.json else notes:
        output.note(note)
    if not result.searched and result.understood:
        _tell_why_nothing(engine, folder, output)
    return 1 if copies is not None and copies["problems"] else 0


def _print_list(
    engine: Engine,
    hits: Sequence[dict[str, Any]],
    values: dict[str, Any],
    arguments: argparse.Namespace,
    output: Output,
) -> None:
    if arguments.null and not output.json:
        output.write("".join(f"{hit['path']}\0" for hit in hits))
    elif arguments.csv and not output.json:
        rows = engine.export.rows(
            [PhotoId(hit["photo"]) for hit in hits],
            [hit["score"] for hit in hits],
            [Path(hit["path"]) for hit in hits],
        )
        output.write(harmless(as_csv(rows), sys.stdout))
    else:
        lines = [_line(hit, arguments.paths) for hit in hits]
        output.result(values, "\n".join(arranging.with_headers(hits, lines)))


def _cut_off_values(result: SearchResult) -> dict[str, Any]:
    cut = result.cut_off
    return {
        "verdict": cut.verdict.value,
        "evidence": round(cut.evidence, 3),
        "threshold": _rounded(cut.threshold),
    }


def _notes(result: SearchResult, arguments: argparse.Namespace) -> Iterator[str]:
    """What is worth knowing beside the hits."""
    if result.unfamiliar is not None:
        yield told(result.unfamiliar)
    if result.searched and not result.matches:
        where = f" in {arguments.folder}" if arguments.folder is not None else ""
        rest = "these are the closest" if arguments.all else "--all shows the closest"
        yield f"nothing clearly matches{where}; {rest}"
    shown = len(result.hits)
    if arguments.limit is not None and arguments.limit <= shown < result.matches:
        about = "about " if result.matches_estimated else ""
        yield f"these are {shown} of {about}{result.matches} that match; -n N shows more"


def _hit_values(hit: Hit, place: Path) -> dict[str, Any]:
    return {
        "path": str(place),
        "score": _rounded(hit.score),
        "photo": hit.photo,
        "parts": [_part_values(part) for part in hit.parts],
    }


def _part_values(part: PartScore) -> dict[str, Any]:
    return {
        "part": part.text,
        "score": _rounded(part.cosine),
        "standard": _rounded(part.standard),
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 6)


def _line(hit: dict[str, Any], paths_alone: bool) -> str:
    # What is only listed has no score.
    scored = not paths_alone and hit["score"] is not None
    return f"{hit['score']:.3f}  {hit['path']}" if scored else str(hit["path"])


def _tell_why_nothing(engine: Engine, folder: Path | None, output: Output) -> None:
    where = f" in {folder}" if folder is not None else ""
    scope = engine.library.scope_of(folder) if folder is not None else None
    if len(engine.catalog.photos.visible_ids(scope)):
        output.note(f"no photo{where} passes the filters")
    else:
        output.note(f"nothing is indexed yet{where}; run: photoclip index")


def _folders(engine: Engine, result: SearchResult) -> Iterator[Path]:
    """The folders that a query narrows its search to."""
    terms = result.asked.terms if result.asked is not None else ()
    if not any(term.name is FilterName.IN and not term.excluded for term in terms):
        return
    for one in engine.search.understand(result.query).filters:
        for criterion in one.any_of if not one.excluded else ():
            if isinstance(criterion, InFolder):
                root = engine.catalog.roots.get(criterion.scope.root)
                if root is not None:
                    yield root.path / criterion.scope.folder


def _place(places: Sequence[Path], folders: Sequence[Path]) -> Path:
    """The best place of a photo, in a folder that was asked for where there is one."""
    inside = (place for place in places if any(place.is_relative_to(one) for one in folders))
    return next(inside, places[0])
