"""What is said of sidecars that tags are written to."""

from __future__ import annotations

from photoclip.gui import wording
from photoclip.gui.translation import tr
from photoclip.library.sidecars import Fate, SidecarReport


def fate(which: Fate) -> str:
    """What becomes of one."""
    return {
        Fate.CREATED: tr("New", "of a sidecar"),
        Fate.CHANGED: tr("Changed", "of a sidecar"),
        Fate.REMOVED: tr("Deleted", "of a sidecar"),
    }[which]


def planned(report: SidecarReport) -> str:
    """What would be done."""
    parts = _counts(report)
    return " · ".join(parts) if parts else tr("Nothing to write")


def done(report: SidecarReport, *, undone: bool) -> str:
    """What was done."""
    count = len(report.changes)
    if undone:
        text = tr("What was written to %Ln sidecar(s) is taken back", "", count)
    else:
        text = tr("Tags are in %Ln sidecar(s)", "", count)
    if report.problems:
        problems = tr("%Ln file(s) could not be done", "", len(report.problems))
        text = f"{text} · {problems}"
    return text


def _counts(report: SidecarReport) -> list[str]:
    added = sum(len(one.added) for one in report.changes)
    removed = sum(len(one.removed) for one in report.changes)
    each = (
        (report.count(Fate.CREATED), tr("{count} new")),
        (report.count(Fate.CHANGED), tr("{count} changed")),
        (report.count(Fate.REMOVED), tr("{count} deleted")),
        (added, tr("{count} labels in")),
        (removed, tr("{count} labels out")),
        (report.unchanged if report.changes else 0, tr("{count} left as they are")),
        (len(report.problems), tr("{count} cannot be done")),
    )
    return [text.format(count=wording.number(count)) for count, text in each if count]
