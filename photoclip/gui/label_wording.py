"""Labels, what they would do, and what they did, in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale

from photoclip.domain import Preset
from photoclip.errors import PhotoclipError
from photoclip.gui import locations, wording
from photoclip.gui.error_wording import message, reason
from photoclip.gui.translation import tr
from photoclip.images.kept import is_kept
from photoclip.tagging.applying import Outcome


def suggestions(count: int) -> str:
    """ "3 suggestions"."""
    return tr("%Ln suggestion(s)", "", count)


def counts(accepted: int, suggested: int) -> str:
    """On how many photos a label is, and how many wait."""
    told = wording.photos(accepted)
    return f"{told} · {suggestions(suggested)}" if suggested else told


def labels(count: int) -> str:
    """ "1 label", "12 labels"."""
    return tr("%Ln label(s)", "", count)


def unknown_files(count: int) -> str:
    """That some of what was dropped is not known."""
    return tr(
        "%Ln file(s) or folder(s) are not in the library: watch their folder first.", "", count
    )


def left_out(folders: int, problems: Sequence[PhotoclipError]) -> str:
    """What of that which was to be an example is none, and why; "" where all of it is."""
    told = [message(problem) for problem in problems[:1]]
    if len(problems) > 1:
        told.append(tr("%Ln more file(s) cannot be used.", "", len(problems) - 1))
    if folders:
        told.append(tr("%Ln folder(s) left out: take the pictures themselves.", "", folders))
    return " ".join(told)


def example(path: Path) -> str:
    """What a picture outside of the library is called: its file, where it came with one."""
    return tr("Picture") if is_kept(path) else locations.shown(path.name)


def unused_examples(examples: Sequence[tuple[Path, str]]) -> str:
    """That the model in use knows nothing of some examples; "" for none."""
    if not examples:
        return ""
    path, why = examples[0]
    told = tr("“{name}” is not used: {reason}.").format(name=example(path), reason=reason(why))
    others = len(examples) - 1
    return f"{told} {tr('%Ln more file(s) cannot be used.', '', others)}" if others else told


def outdated() -> str:
    """That a label is another than that of its tags."""
    return tr("changed since it was applied")


def set_name(name: str) -> str:
    """What a set of labels that ships with photoclip is called."""
    return {
        "documents": tr("Documents"),
        "everyday": tr("Everyday"),
        "family": tr("Family"),
        "nature": tr("Nature"),
        "travel": tr("Travel"),
    }.get(name, name)


def percent(share: float) -> str:
    """A share of 0..1 as people read it."""
    return tr("{n} %").format(n=QLocale().toString(round(100 * share)))


def preset(which: Preset) -> str:
    """What a preset is called."""
    return {
        Preset.FEW: tr("Few but sure"),
        Preset.BALANCED: tr("Balanced"),
        Preset.GENEROUS: tr("Generous"),
    }[which]


def templates(name: str) -> str:
    """What prompt templates are called."""
    return {
        "": tr("The usual ones"),
        "clip_subset": tr("Photos of things"),
        "plain": tr("As it is written"),
        "scene": tr("Scenes and places"),
        "event": tr("Events"),
        "short_query": tr("Short words"),
    }.get(name, name)


def finding(found: str) -> str:
    """Why a label would come to no photo."""
    if found.startswith("nothing"):
        return tr("Nothing clearly matches")
    if found.startswith("no photos"):
        return tr("No photos are indexed yet")
    if "too few" in found:
        return tr("Too few photos to tell")
    return found


def would_change(outcomes: Sequence[Outcome], *, accept: bool) -> str:
    """What applying would do, in a sentence."""
    gained = sum(len(one.gained) for one in outcomes)
    lost = sum(len(one.lost) for one in outcomes)
    if not gained and not lost:
        return tr("Nothing would change.")
    if accept:
        gains = tr("%Ln photo(s) would get the label", "", gained)
    else:
        gains = tr("%Ln photo(s) would be suggested", "", gained)
    losses = tr("%Ln would lose it", "", lost)
    parts = [gains] if gained else []
    return " · ".join([*parts, losses] if lost else parts) + "."


def changed(outcomes: Sequence[Outcome]) -> str:
    """What applying did."""
    gained = sum(len(one.gained) for one in outcomes)
    lost = sum(len(one.lost) for one in outcomes)
    if not gained and not lost:
        return tr("Nothing changed.")
    parts = [tr("%Ln photo(s) gained", "", gained)] if gained else []
    parts += [tr("%Ln lost", "", lost)] if lost else []
    return " · ".join(parts) + "."


def how_sure(one: Outcome) -> str:
    """How many of the photos of a label are right, or why it has none."""
    if one.finding:
        return finding(one.finding)
    if one.precision is None:
        return ""
    return tr("about {share} right (estimate)").format(share=percent(one.precision))


def outcome(one: Outcome, *, accept: bool) -> str:
    """What applying one label would do."""
    text = would_change([one], accept=accept)
    return " ".join(filter(None, [text, how_sure(one)]))
