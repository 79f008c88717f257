"""What ``photoclip label`` and ``photoclip tag`` accept."""

from __future__ import annotations

import argparse

from photoclip.cli import labels, tagging
from photoclip.cli.options import Verbs, add_family, add_verb, explain, local_path
from photoclip.cli.selecting import add_labels, add_selection
from photoclip.domain import Preset

ABOUT = """\
A label is what is looked for in photos: by its name, by prompts of its own, and by photos that a
person gave or refused it. animals/dog lies below animals. photoclip tag puts labels on photos, and
label:NAME finds them in searches. A picture outside of the library can be an example as well: the
label keeps what the model sees in it, and its path. See docs/labels.md.
"""
TAG = """\
Photos that reach a label's threshold get the label; what a person gave or refused stays. Without
--label all labels count, but not the keywords of other programs. Labels that were applied once get
suggestions for new photos as they are indexed.

--json gives dry_run, mode and labels, each with name, version, threshold (null where nothing
clearly matches, which finding says), precision (estimated, 0 to 1), passing, gained and lost
(numbers of photos).

--undo takes back what labels did when they were applied last, here or in the window, and once more
what they did before that; what was said of photos since stays. --json then gives dry_run, undo,
mode and at (null where there is nothing to take back), and labels, each with name, withdrawn (the
version that counts no more, or null), removed, restored and kept (numbers of photos).
"""


def add_label_verbs(group: Verbs) -> None:
    """Both verbs."""
    actions = add_family(group, "label", "define what is looked for in photos", epilog=ABOUT)
    _listing(actions)
    _changing(actions)
    _moving(actions)
    _tagging(group)


def _listing(actions: Verbs) -> None:
    every = add_verb(actions, "list", labels.show_all, "list the labels with their photos")
    every.add_argument(
        "--sets", action="store_true", help="the label sets that come with photoclip instead"
    )
    show = add_verb(actions, "show", labels.show, "show a label, and how many photos it comes to")
    show.add_argument("name", metavar="NAME")
    show.add_argument(
        "--why", type=local_path, metavar="FILE", help="why this photo has the label or not"
    )


def _changing(actions: Verbs) -> None:
    add = add_verb(actions, "add", labels.add, "define a label")
    add.add_argument("name", metavar="NAME")
    _definition(add)
    for option, text in (
        ("--example", "a picture that shows it; more of them each with --example"),
        ("--no-example", "a picture that does not show it"),
    ):
        add.add_argument(option, action="append", type=local_path, metavar="FILE", help=text)
    edit = add_verb(actions, "edit", labels.edit, "change a label")
    edit.add_argument("name", metavar="NAME")
    edit.add_argument("--rename", metavar="NEW", help="another name; labels below it move along")
    _definition(edit)
    for options, text in (
        (("--accept", "--example"), "this photo has the label, or this other picture shows it"),
        (("--reject", "--no-example"), "this photo does not have it, or this picture shows none"),
        (("--clear",), "take back what was said of this photo or picture"),
    ):
        edit.add_argument(*options, action="append", type=local_path, metavar="FILE", help=text)
    remove = add_verb(actions, "remove", labels.remove, "forget labels and their tags")
    remove.add_argument("names", nargs="+", metavar="NAME")
    remove.add_argument("--below", action="store_true", help="with all labels below them")


def _definition(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--prompt",
        action="append",
        metavar="TEXT",
        help="a text that describes it, instead of its name; more of them each with --prompt",
    )
    verb.add_argument(
        "--template",
        action="append",
        metavar="NAME",
        help="prompt templates to put the texts in, such as scene, event or clip_subset",
    )
    verb.add_argument("--description", metavar="TEXT", help="a note for people")
    verb.add_argument("--color", metavar="#RRGGBB")
    verb.add_argument("--set", metavar="NAME", help="the set that it belongs to")
    verb.add_argument(
        "--group", metavar="NAME", help="of the labels of a group a photo gets one at most"
    )
    verb.add_argument(
        "--automatic",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="accept what reaches the threshold without asking",
    )
    verb.add_argument(
        "--preset", choices=[preset.value for preset in Preset], help="how sure it has to be"
    )
    verb.add_argument(
        "--threshold", type=float, metavar="SCORE", help="a score instead, such as label show tells"
    )


def _moving(actions: Verbs) -> None:
    take_in = add_verb(actions, "import", labels.take_in, "add labels of a file or of a set")
    take_in.add_argument(
        "sources",
        nargs="+",
        metavar="FILE|SET",
        help="plain text or JSON, or a set that comes with photoclip",
    )
    take_in.add_argument(
        "--replace", action="store_true", help="labels that are there become what the file says"
    )
    take_in.add_argument(
        "--exclusive",
        action="store_true",
        help="keep a set's groups of labels, of which a photo gets one",
    )
    out = add_verb(actions, "export", labels.hand_out, "print labels, or write them to a file")
    out.add_argument("names", nargs="*", metavar="NAME", help="these with all below them only")
    out.add_argument(
        "-o",
        "--output",
        type=local_path,
        metavar="FILE",
        help="write them there, as JSON where its name ends in .json",
    )


def _tagging(group: Verbs) -> None:
    tag = add_verb(group, "tag", tagging.tag, "put labels on photos")
    explain(tag, TAG)
    add_labels(tag, "only this label and those below it; more of them each with --label")
    add_selection(tag)
    tag.add_argument("--suggest", action="store_true", help="only suggest, to be reviewed")
    tag.add_argument("--undo", action="store_true", help="take back what was done last")
    tag.add_argument("--dry-run", action="store_true", help="only tell what would change")
