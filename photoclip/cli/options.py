"""What verbs of the command line have in common: their options, and texts about them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from photoclip.cli import arranging
from photoclip.domain import Order

# What add_subparsers() gives; argparse has no public name for it.
Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

HITS = """\
--json gives query, model, folder (null: all), sort, searched (how many photos were compared), hits,
notes for people, understood (the query in its shortest form) and problems. Each hit has path,
score, photo (its number) and parts, each with part, score (cosine, -1 to 1) and standard (how far
above the library's middle). The score is the cosine where there is one part, and null where photos
are only listed. Only hits that clearly match are given, unless --all asks for more; matches tells
how many there are, beyond N as well (matches_estimated: about so many). cut_off tells why: verdict
(matches, nothing, or too few photos to tell), evidence (how far the best photos stand out; from 1
on something matches) and threshold (the least score of a match; null where nothing matches, there
are several parts, or the one there is excludes).
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
  in:Italy rating:>=4 -is:duplicate       rating orientation has near is album label
Words to exclude may begin the query: photoclip search -people dog
"""


def add_actions(
    verb: argparse.ArgumentParser,
) -> Verbs:
    """What can be done beside listing."""
    return verb.add_subparsers(dest="action", metavar="ACTION")


def add_action(
    actions: Verbs,
    name: str,
    run: Callable[..., int],
    text: str,
) -> argparse.ArgumentParser:
    """One of them."""
    # --json counts before the action as well.
    return add_verb(actions, name, run, text, json=argparse.SUPPRESS)


def add_family(
    group: Verbs, name: str, text: str, *, metavar: str = "ACTION", epilog: str | None = None
) -> Verbs:
    """A verb that does nothing by itself, only by its actions, which add_verb() adds."""
    verb = group.add_parser(name, help=text, epilog=epilog)
    add_library(verb, argparse.SUPPRESS)
    return verb.add_subparsers(dest="action", metavar=metavar, required=True)


def add_verb(
    group: Verbs,
    name: str,
    run: Callable[..., int],
    text: str,
    json: bool | str = False,
) -> argparse.ArgumentParser:
    """A verb, or an action of one, that run(arguments, paths, output) does; text says what."""
    verb = group.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    add_library(verb, argparse.SUPPRESS)
    verb.add_argument(
        "--json", action="store_true", default=json, help="print one JSON object, for programs"
    )
    verb.set_defaults(run=run)
    return verb


def explain(verb: argparse.ArgumentParser, text: str) -> None:
    """What --help says at its end, in these very lines."""
    verb.epilog = text
    verb.formatter_class = argparse.RawDescriptionHelpFormatter


def add_library(place: argparse.ArgumentParser, default: str | None) -> None:
    """The library that all is about."""
    place.add_argument(
        "--library",
        type=local_path,
        metavar="DIR",
        default=default,
        help="where the catalog lives (default: your own library)",
    )


def add_hits_options(verb: argparse.ArgumentParser) -> None:
    """How photos are found, put in order and printed."""
    explain(verb, HITS)
    verb.add_argument(
        "-n",
        "--limit",
        type=positive,
        default=20,
        metavar="N",
        help="at most N photos (default: %(default)s)",
    )
    verb.add_argument(
        "--all", action="store_true", help="also photos that do not clearly match, best first"
    )
    verb.add_argument(
        "--in",
        dest="folder",
        type=local_path,
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
        type=local_path,
        metavar="DIR",
        help="copy the photos there as well; what is there stays, names that are taken get numbers",
    )


def positive(text: str) -> int:
    """A whole number above zero, as argparse takes it."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return number


def local_path(text: str) -> Path:
    """An empty one would mean the current folder, which nobody means who has a variable unset."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path names nothing")
    try:
        return Path(text).expanduser().absolute()
    except (OSError, RuntimeError) as error:
        # The current folder was removed, or "~name" is nobody's home.
        raise argparse.ArgumentTypeError(f"{text!r} leads nowhere ({error})") from error
