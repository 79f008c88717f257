"""What ``photoclip album`` accepts."""

from __future__ import annotations

import argparse

from photoclip.cli import albums
from photoclip.cli.options import (
    QUERIES,
    Verbs,
    add_family,
    add_hits_options,
    add_verb,
    explain,
    local_path,
    positive,
)
from photoclip.domain import Order
from photoclip.search.splitting import LEAST

KINDS = """\
An album by hand holds the photos that are put in, in their order, wherever their files go. A smart
album is a saved search (photoclip saved): it holds what that clearly finds now. Both are found by
album:NAME in searches.
"""


def add_albums(group: Verbs) -> None:
    """The verb, with all that can be done."""
    actions = add_family(group, "album", "put photos together under names", epilog=KINDS)
    text = "list the albums, with the number of photos where that is known without searching"
    add_verb(actions, "list", albums.show_all, text)
    show = add_verb(actions, "show", albums.show, "list the photos of an album, in its order")
    show.add_argument("name", metavar="NAME")
    add_hits_options(show)
    show.set_defaults(limit=None)
    _changing(actions)
    rename = add_verb(actions, "rename", albums.rename, "give an album another name")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new_name", metavar="NEW")
    text = "put the photos of an album in another order, which it keeps"
    arrange = add_verb(actions, "arrange", albums.arrange, text)
    arrange.add_argument("name", metavar="NAME")
    orders = [order.value for order in Order if order is not Order.RELEVANCE]
    arrange.add_argument("--sort", choices=orders, required=True, help="by date or by file name")
    drop = add_verb(actions, "delete", albums.delete, "forget albums; no photo is touched")
    drop.add_argument("names", nargs="+", metavar="NAME")
    _split(actions)


def _changing(actions: Verbs) -> None:
    create = add_verb(actions, "create", albums.create, "make an album, with photos or without")
    create.add_argument("name", metavar="NAME")
    _photos(create)
    create.add_argument(
        "--smart", metavar="QUERY", help="a smart album: what this clearly finds, from now on"
    )
    for name, run, text in (
        ("add", albums.add, "put photos at the end of an album"),
        ("remove", albums.remove, "take photos out of an album; no file is touched"),
    ):
        verb = add_verb(actions, name, run, text)
        verb.add_argument("name", metavar="NAME")
        _photos(verb)


def _photos(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "files", nargs="*", type=local_path, metavar="FILE", help="photos, or folders of them"
    )
    verb.add_argument(
        "--photo",
        dest="numbers",
        action="append",
        type=positive,
        metavar="N",
        help="a photo by its number, as --json tells it; may be given several times",
    )
    verb.add_argument("--search", metavar="QUERY", help="what this clearly finds now")
    explain(verb, QUERIES)


def _split(actions: Verbs) -> None:
    text = "propose how to divide an album by the labels of its photos; it stays as it is"
    split = add_verb(actions, "split", albums.split, text)
    split.add_argument("name", metavar="NAME")
    split.add_argument(
        "--label", dest="labels", action="append", metavar="LABEL", help="by these labels only"
    )
    split.add_argument(
        "--accepted", action="store_true", help="go by accepted tags only, not by suggestions"
    )
    split.add_argument(
        "--overlapping", action="store_true", help="a photo may be in the groups of several labels"
    )
    split.add_argument(
        "--least",
        type=positive,
        default=LEAST,
        metavar="N",
        help=f"groups of at least N photos (default: {LEAST})",
    )
    split.add_argument("--create", action="store_true", help="make an album of each group")
    split.add_argument(
        "--rest", default="", metavar="NAME", help="with --create: one for all other photos, too"
    )
