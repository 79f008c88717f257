"""What the command line accepts."""

from __future__ import annotations

import argparse
import os

from photoclip import __version__
from photoclip.cli import (
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
from photoclip.cli.album_options import add_albums
from photoclip.cli.describing import add_describe
from photoclip.cli.export_options import add_export
from photoclip.cli.label_options import add_label_verbs
from photoclip.cli.options import (
    HITS,
    QUERIES,
    Verbs,
    add_action,
    add_actions,
    add_family,
    add_hits_options,
    add_library,
    add_verb,
    explain,
    local_path,
    positive,
)
from photoclip.library.storage import CACHES
from photoclip.search.contrast import PHOTOS, TOP
from photoclip.search.duplicates import DuplicateKind
from photoclip.settings import DEVICES, NAMES

EPILOG = """\
Without a verb, the window opens.

exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted
environment: PHOTOCLIP_LIBRARY chooses the library, as --library does
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
    add_library(top, os.environ.get("PHOTOCLIP_LIBRARY") or None)
    _verbs(top)
    return top


def _verbs(top: argparse.ArgumentParser) -> None:
    group = top.add_subparsers(dest="verb", metavar="VERB", title="verbs")

    add = add_verb(group, "add", verbs.add, "watch folders of photos")
    add.add_argument("folders", nargs="+", type=local_path, metavar="FOLDER")
    folders = add_verb(group, "folders", verbs.folders, "list the watched folders")
    folders.add_argument(
        "--suggest", action="store_true", help="list folders with photos that are not watched yet"
    )
    remove = add_verb(group, "remove", verbs.remove, "stop watching folders; no photo is touched")
    remove.add_argument("folders", nargs="+", type=local_path, metavar="FOLDER")
    add_verb(group, "index", verbs.index, "bring the library in step with the watched folders")
    search = add_verb(group, "search", finding.search, "find photos by words, pictures and filters")
    search.add_argument("text", nargs="+", metavar="QUERY")
    search.add_argument(
        "--explain", action="store_true", help="print how the query is understood; do not search"
    )
    search.add_argument(
        "--complete", action="store_true", help="print how the query may go on; do not search"
    )
    add_hits_options(search)
    explain(search, f"{QUERIES}\n{HITS}")
    _saved(group)
    add_albums(group)
    add_label_verbs(group)
    add_export(group)
    similar = add_verb(group, "similar", finding.similar, "find photos that look like pictures")
    similar.add_argument("files", nargs="+", type=local_path, metavar="FILE")
    add_hits_options(similar)
    add_describe(group)
    _duplicates(group)
    add_verb(group, "problems", verbs.problems, "list files that could not be read, with reasons")
    check = add_verb(group, "check", inspect.check, "check the catalog, the model and the caches")
    check.add_argument(
        "--recall", action="store_true", help="measure what a search through the index finds"
    )
    _models(group)
    _storage(group)
    _settings(group)
    measure = add_verb(group, "bench", bench.bench, "measure how fast this machine indexes")
    measure.add_argument(
        "--photos",
        type=local_path,
        metavar="FOLDER",
        help="measure on these (default: sample photos)",
    )


def _models(group: Verbs) -> None:
    actions = add_family(group, "models", "list, download, check and remove models")
    text = "list the models on this machine, and those that can be downloaded"
    add_verb(actions, "list", models.show, text)
    text = "download a model; a broken-off download goes on where it was"
    fetch = add_verb(actions, "download", models.download, text)
    fetch.add_argument("name", metavar="NAME", help="as listed, or ORG/REPOSITORY[@REVISION]")
    fetch.add_argument("--endpoint", default="", metavar="URL", help="a mirror of the model hub")
    drop = add_verb(actions, "remove", models.remove, "delete a downloaded model from the disk")
    drop.add_argument("name", metavar="NAME")
    drop.add_argument(
        "--vectors", action="store_true", help="delete the vectors that it gave photos, too"
    )
    text = "check a model thoroughly; exit code 1 where it is refused"
    check = add_verb(actions, "check", checking.check, text)
    check.add_argument("model", nargs="?", metavar="DIR_OR_NAME", help="default: the model in use")
    check.add_argument("--device", choices=DEVICES, help="default: as the settings say")
    _use_of_models(actions)


def _use_of_models(actions: Verbs) -> None:
    text = "search with another model as soon as it has embedded all photos"
    use = add_verb(actions, "use", switching.use, text)
    use.add_argument("model", metavar="NAME|DIR", help="as listed, or a model directory")
    use.add_argument("--now", action="store_true", help="at once, with the photos that it has")
    text = "show what two models find for the same searches, side by side"
    both = add_verb(actions, "compare", comparing.compare, text)
    both.add_argument("a", metavar="A", help="a model, as listed, or a model directory")
    both.add_argument("b", metavar="B", help="another one")
    both.add_argument(
        "--photos",
        type=positive,
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
        "-n", "--limit", type=positive, default=TOP, metavar="N", help="show the N best photos"
    )


def _saved(group: Verbs) -> None:
    actions = add_family(group, "saved", "keep searches under names, and run them again")
    text = "list the saved searches, with the number of photos where filters alone tell it"
    add_verb(actions, "list", saved.show, text)
    add = add_verb(actions, "add", saved.add, "keep a search under a name")
    add.add_argument("name", metavar="NAME")
    add.add_argument("text", nargs="+", metavar="QUERY")
    add.add_argument(
        "--replace", action="store_true", help="in place of the one that has this name"
    )
    explain(add, QUERIES)
    run = add_verb(actions, "run", saved.run, "search for what was kept under a name")
    run.add_argument("name", metavar="NAME")
    add_hits_options(run)
    rename = add_verb(actions, "rename", saved.rename, "give a saved search another name")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new_name", metavar="NEW")
    drop = add_verb(actions, "remove", saved.remove, "forget saved searches; no photo is touched")
    drop.add_argument("names", nargs="+", metavar="NAME")


def _duplicates(group: Verbs) -> None:
    text = "find photos that are one picture, and series of them"
    verb = add_verb(group, "duplicates", duplicates.duplicates, text)
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


def _storage(group: Verbs) -> None:
    text = "list what photoclip keeps, where, and how large it is"
    actions = add_actions(add_verb(group, "storage", keeping.storage, text))
    clear = add_action(
        actions, "clear", keeping.clear, "delete a cache; it is made again as needed"
    )
    clear.add_argument("kind", choices=[str(kind) for kind in CACHES], metavar="thumbnails|index")
    text = "delete the vectors of a model that is not wanted any more"
    drop = add_action(actions, "delete-vectors", vectors.delete, text)
    drop.add_argument("model", metavar="MODEL", help="its name, or the mark behind it")
    forget = add_action(actions, "delete-everything", keeping.forget, "forget all but the photos")
    forget.add_argument("--yes", action="store_true", help="do it")


def _settings(group: Verbs) -> None:
    text = "list the settings; a star marks those that were changed"
    actions = add_actions(add_verb(group, "settings", keeping.settings, text))
    put = add_action(actions, "set", keeping.put, "change a setting")
    put.add_argument("name", metavar="NAME", choices=NAMES)
    put.add_argument("value", metavar="VALUE", help='text, number, true or false, or ["a", "b"]')
    reset = add_action(actions, "reset", keeping.reset, "give a setting its default again")
    reset.add_argument("name", metavar="NAME", choices=NAMES)
