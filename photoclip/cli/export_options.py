"""What ``photoclip export`` accepts."""

from __future__ import annotations

from photoclip.cli import exporting
from photoclip.cli.options import Verbs, add_family, add_verb, explain, local_path
from photoclip.cli.selecting import add_labels, add_selection

SIDECARS = """\
Accepted tags go to an XMP sidecar beside each file (IMG.JPG.xmp, or IMG.xmp where there is one
for that photo alone) as dc:subject, lr:hierarchicalSubject and digiKam:TagsList. Photos are not
touched, and what others wrote into a sidecar stays. Done again, it writes only what is new, and
takes out what is not accepted any more. --undo takes out all that was written, and nothing else;
with --folder it needs no library that knows of it. See docs/sidecars.md. Exit code 1 where a file
could not be done.

--json gives dry_run, undo, the numbers created, changed, removed and unchanged, changes, each with
path, photo (null where it is not known any more), change, added and removed (labels), and problems,
each with path, reason and hint.
"""

TAGS = """\
A row for each photo with accepted labels: its best place, what is known of it, its rating and its
labels, divided by "; ". JSON tells where each label comes from: source, score, version and model.
"""


def add_export(group: Verbs) -> None:
    """The verb, with all that it can write."""
    forms = add_family(
        group, "export", "take tags to other programs, and back", metavar="xmp|csv|json"
    )
    xmp = add_verb(forms, "xmp", exporting.xmp, "write tags to XMP sidecars beside the photos")
    explain(xmp, SIDECARS)
    xmp.add_argument("--undo", action="store_true", help="take out what photoclip wrote")
    xmp.add_argument(
        "--dry-run", action="store_true", help="only tell what would change, file by file"
    )
    add_labels(xmp, "only this label and those below it; leave others as they are")
    add_selection(xmp)
    for form, text in (
        ("csv", "print a table of photos and their tags"),
        ("json", "the same, with all details"),
    ):
        verb = add_verb(forms, form, exporting.tags, text)
        explain(verb, TAGS)
        verb.add_argument("-o", "--output", type=local_path, metavar="FILE", help="write it there")
        add_labels(verb, "only photos with this label, or one below it; and only these")
        add_selection(verb)
