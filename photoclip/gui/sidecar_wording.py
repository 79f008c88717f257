"""What is said of sidecars that tags are written to."""

from __future__ import annotations

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
    created, changed, gone = map(report.count, (Fate.CREATED, Fate.CHANGED, Fate.REMOVED))
    unchanged = report.unchanged if report.changes else 0
    failed = len(report.problems)
    each = (
        (created, tr("%Ln new", "sidecars", created)),
        (changed, tr("%Ln changed", "sidecars", changed)),
        (gone, tr("%Ln deleted", "sidecars", gone)),
        (added, tr("%Ln label(s) in", "", added)),
        (removed, tr("%Ln label(s) out", "", removed)),
        (unchanged, tr("%Ln left as they are", "sidecars", unchanged)),
        (failed, tr("%Ln cannot be done", "sidecars", failed)),
    )
    return [text for count, text in each if count]
