"""What the command line accepts."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from photoclip import __version__
from photoclip.cli import (
    arranging,
    bench,
    checking,
    comparing,
    duplicates,
    finding,
    inspect,
    keeping,
    models,
    saved,
    switching,
    vectors,
    verbs,
)
from photoclip.domain import Order
from photoclip.library.storage import CACHES
from photoclip.search.contrast import PHOTOS, TOP
from photoclip.search.duplicates import DuplicateKind
from photoclip.settings import DEVICES, NAMES

EPILOG = """\
Without a verb, the window opens.

exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted
environment: PHOTOCLIP_LIBRARY chooses the library, as --library does
"""

HITS = """\
--json gives query, model, folder (null: all), sort, searched (how many photos were compared), hits,
notes for people, understood (the query in its shortest form) and problems. Each hit has path,
score, photo (its number) and parts, each with part, score (cosine, -1 to 1) and standard (how far
above the library's middle). The score is the cosine where there is one part, and null where photos
are only listed. Only hits that clearly match are given, unless --all asks for more; matches tells
how many there are, beyond N as well. cut_off tells why: verdict (matches, nothing, or too few
photos to tell), evidence (how far the best photos stand out; from 1 on something matches) and
threshold (the least score of a match; null where nothing matches or there are several parts).
With --group each hit has its group (a folder, a day, or "no date"). With --copy-to there is copies,
with folder, copied (how many files are new), files, each with path, copy and there (the same bytes
lay there before), and problems, each with path and reason; exit code 1 where there are any.
"""

QUERIES = """\
queries (docs/query-language.md has them all; quote them for the shell):
  birthday cake in the garden           words
  beach^2 + "red umbrella" -people      several things, one of them twice as much, one not
  dog image:~/puppy.jpg similar:42      with pictures, and photos of the library
  date:2023-06..2023-08 camera:canon    filters: in date before after camera lens iso size type
  in:Italy type:raw,heic -is:duplicate    orientation has near is album label
Words to exclude may begin the query: photoclip search -people dog
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line. Each verb sets ``run``, which takes (arguments, output)."""
    top = argparse.ArgumentParser(
        prog="photoclip",
        description="Find photos on your own disks by what they show.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"photoclip {__version__}")
    _library_option(top, os.environ.get("PHOTOCLIP_LIBRARY") or None)
    _verbs(top)
    return top


def _verbs(top: argparse.ArgumentParser) -> None:
    group = top.add_subparsers(dest="verb", metavar="VERB", title="verbs")

    add = _verb(group, "add", verbs.add, "watch folders of photos")
    add.add_argument("folders", nargs="+", type=_path, metavar="FOLDER")
    folders = _verb(group, "folders", verbs.folders, "list the watched folders")
    folders.add_argument(
        "--suggest", action="store_true", help="list folders with photos that are not watched yet"
    )
    remove = _verb(group, "remove", verbs.remove, "stop watching folders; no photo is touched")
    remove.add_argument("folders", nargs="+", type=_path, metavar="FOLDER")
    _verb(group, "index", verbs.index, "bring the library in step with the watched folders")
    search = _verb(group, "search", finding.search, "find photos by words, pictures and filters")
    search.add_argument("text", nargs="+", metavar="QUERY")
    search.add_argument(
        "--explain", action="store_true", help="print how the query is understood; do not search"
    )
    _hits_options(search)
    search.epilog = f"{QUERIES}\n{HITS}"
    search.formatter_class = argparse.RawDescriptionHelpFormatter
    _saved(group)
    similar = _verb(group, "similar", finding.similar, "find photos that look like pictures")
    similar.add_argument("files", nargs="+", type=_path, metavar="FILE")
    _hits_options(similar)
    _duplicates(group)
    _verb(group, "problems", verbs.problems, "list files that could not be read, with reasons")
    check = _verb(group, "check", inspect.check, "check the catalog, the model and the caches")
    check.add_argument(
        "--recall", action="store_true", help="measure what a search through the index finds"
    )
    _models(group)
    _storage(group)
    _settings(group)
    measure = _verb(group, "bench", bench.bench, "measure how fast this machine indexes")
    measure.add_argument(
        "--photos", type=_path, metavar="FOLDER", help="measure on these (default: sample photos)"
    )


def _models(group: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = group.add_parser("models", help="list, download, check and remove models")
    _library_option(verb, argparse.SUPPRESS)
    actions = verb.add_subparsers(dest="action", metavar="ACTION", required=True)
    text = "list the models on this machine, and those that can be downloaded"
    _verb(actions, "list", models.show, text)
    text = "download a model; a broken-off download goes on where it was"
    fetch = _verb(actions, "download", models.download, text)
    fetch.add_argument("name", metavar="NAME", help="as listed, or ORG/REPOSITORY[@REVISION]")
    fetch.add_argument("--endpoint", default="", metavar="URL", help="a mirror of the model hub")
    drop = _verb(actions, "remove", models.remove, "delete a downloaded model from the disk")
    drop.add_argument("name", metavar="NAME")
    drop.add_argument(
        "--vectors", action="store_true", help="delete the vectors that it gave photos, too"
    )
    text = "check a model thoroughly; exit code 1 where it is refused"
    check = _verb(actions, "check", checking.check, text)
    check.add_argument("model", nargs="?", metavar="DIR_OR_NAME", help="default: the model in use")
    check.add_argument("--device", choices=DEVICES, help="default: as the settings say")
    _use_of_models(actions)


def _use_of_models(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "search with another model as soon as it has embedded all photos"
    use = _verb(actions, "use", switching.use, text)
    use.add_argument("model", metavar="NAME|DIR", help="as listed, or a model directory")
    use.add_argument("--now", action="store_true", help="at once, with the photos that it has")
    text = "show what two models find for the same searches, side by side"
    both = _verb(actions, "compare", comparing.compare, text)
    both.add_argument("a", metavar="A", help="a model, as listed, or a model directory")
    both.add_argument("b", metavar="B", help="another one")
    both.add_argument(
        "--photos",
        type=_positive,
        default=PHOTOS,
        metavar="N",
        help=f"over at most N photos from all over the library (default: {PHOTOS})",
    )
    both.add_argument(
        "--query",
        action="append",
        metavar="TEXT",
        help="what to search for, once or more (default: your recent searches)",
    )
    both.add_argument(
        "-n", "--limit", type=_positive, default=TOP, metavar="N", help="show the N best photos"
    )


def _saved(group: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = group.add_parser("saved", help="keep searches under names, and run them again")
    _library_option(verb, argparse.SUPPRESS)
    actions = verb.add_subparsers(dest="action", metavar="ACTION", required=True)
    text = "list the saved searches, with the number of photos where filters alone tell it"
    _verb(actions, "list", saved.show, text)
    add = _verb(actions, "add", saved.add, "keep a search under a name")
    add.add_argument("name", metavar="NAME")
    add.add_argument("text", nargs="+", metavar="QUERY")
    add.add_argument(
        "--replace", action="store_true", help="in place of the one that has this name"
    )
    add.epilog = QUERIES
    add.formatter_class = argparse.RawDescriptionHelpFormatter
    run = _verb(actions, "run", saved.run, "search for what was kept under a name")
    run.add_argument("name", metavar="NAME")
    _hits_options(run)
    run.formatter_class = argparse.RawDescriptionHelpFormatter
    rename = _verb(actions, "rename", saved.rename, "give a saved search another name")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new_name", metavar="NEW")
    drop = _verb(actions, "remove", saved.remove, "forget saved searches; no photo is touched")
    drop.add_argument("names", nargs="+", metavar="NAME")


def _duplicates(group: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "find photos that are one picture, and series of them"
    verb = _verb(group, "duplicates", duplicates.duplicates, text)
    verb.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in DuplicateKind],
        help="content: the same bytes at several places; picture: resized, recompressed, cropped, "
        "turned or recoloured; series: taken one after the other; may be given several times",
    )
    verb.add_argument(
        "--trash", action="store_true", help="tell how many would go to the system's trash"
    )
    verb.add_argument("--yes", action="store_true", help="with --trash: move all but the best")


def _storage(group: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "list what photoclip keeps, where, and how large it is"
    actions = _actions(_verb(group, "storage", keeping.storage, text))
    clear = _action(actions, "clear", keeping.clear, "delete a cache; it is made again as needed")
    clear.add_argument("kind", choices=[str(kind) for kind in CACHES], metavar="thumbnails|index")
    text = "delete the vectors of a model that is not wanted any more"
    drop = _action(actions, "delete-vectors", vectors.delete, text)
    drop.add_argument("model", metavar="MODEL", help="its name, or the mark behind it")
    forget = _action(actions, "delete-everything", keeping.forget, "forget all but the photos")
    forget.add_argument("--yes", action="store_true", help="do it")


def _settings(group: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "list the settings; a star marks those that were changed"
    actions = _actions(_verb(group, "settings", keeping.settings, text))
    put = _action(actions, "set", keeping.put, "change a setting")
    put.add_argument("name", metavar="NAME", choices=NAMES)
    put.add_argument("value", metavar="VALUE", help='text, number, true or false, or ["a", "b"]')
    reset = _action(actions, "reset", keeping.reset, "give a setting its default again")
    reset.add_argument("name", metavar="NAME", choices=NAMES)


def _actions(
    verb: argparse.ArgumentParser,
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    """What can be done beside listing."""
    return verb.add_subparsers(dest="action", metavar="ACTION")


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[..., int],
    text: str,
) -> argparse.ArgumentParser:
    # --json counts before the action as well.
    return _verb(actions, name, run, text, json=argparse.SUPPRESS)


def _verb(
    group: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[..., int],
    text: str,
    json: bool | str = False,
) -> argparse.ArgumentParser:
    verb = group.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    _library_option(verb, argparse.SUPPRESS)
    verb.add_argument(
        "--json", action="store_true", default=json, help="print one JSON object, for programs"
    )
    verb.set_defaults(run=run)
    return verb


def _library_option(place: argparse.ArgumentParser, default: str | None) -> None:
    place.add_argument(
        "--library",
        type=_path,
        metavar="DIR",
        default=default,
        help="where the catalog lives (default: your own library)",
    )


def _hits_options(verb: argparse.ArgumentParser) -> None:
    verb.epilog = HITS
    verb.add_argument(
        "-n",
        "--limit",
        type=_positive,
        default=20,
        metavar="N",
        help="at most N photos",
    )
    verb.add_argument(
        "--all", action="store_true", help="also photos that do not clearly match, best first"
    )
    verb.add_argument(
        "--in",
        dest="folder",
        type=_path,
        metavar="FOLDER",
        help="only photos in this folder and those below it",
    )
    verb.add_argument(
        "--sort",
        choices=[order.value for order in Order],
        default=Order.RELEVANCE.value,
        help="in which order to print the N best photos (default: relevance)",
    )
    style = verb.add_mutually_exclusive_group()
    style.add_argument("--paths", action="store_true", help="print paths alone, a line each")
    style.add_argument("--csv", action="store_true", help="print a table for spreadsheets")
    style.add_argument("-0", "--null", action="store_true", help="paths alone, for xargs -0")

    verb.add_argument(
        "--group",
        choices=arranging.GROUPS,
        help="put photos of one folder, or of one day, together, the group of the best one first",
    )
    verb.add_argument(
        "--copy-to",
        type=_path,
        metavar="DIR",
        help="copy the photos there as well; what is there stays, names that are taken get numbers",
    )


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return number


def _path(text: str) -> Path:
    """An empty one would mean the current folder, which nobody means who has a variable unset."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path names nothing")
    try:
        return Path(text).expanduser().absolute()
    except (OSError, RuntimeError) as error:
        # The current folder was removed, or "~name" is nobody's home.
        raise argparse.ArgumentTypeError(f"{text!r} leads nowhere ({error})") from error
