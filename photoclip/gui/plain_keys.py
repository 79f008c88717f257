"""Keys that are no commands, as plain data for the cheat sheet: arrows and letters of a panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoclip.gui.commands import Needs
from photoclip.gui.translation import tr


@dataclass(frozen=True, slots=True)
class PlainKey:
    """What keys do. keys: in Qt's portable notation."""

    keys: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one panel. needs: of commands that are of use there alone, and listed with it."""

    title: str
    keys: Sequence[PlainKey]
    needs: Needs | None = None


def plain_keys() -> list[KeyGroup]:
    """The keys of all panels that have any."""
    return [
        KeyGroup(tr("In the grid"), _grid()),
        KeyGroup(tr("In the viewer"), _viewer()),
        KeyGroup(tr("On the page of a label"), _label(), Needs.LABEL),
        KeyGroup(tr("In the review"), _review(), Needs.REVIEW),
    ]


def _grid() -> list[PlainKey]:
    return [
        PlainKey(("Left", "Right", "Up", "Down"), tr("Go to another photo")),
        PlainKey(("Shift+Right", "Shift+Down"), tr("Select more photos")),
        PlainKey(("Ctrl+Space",), tr("Select or deselect this photo")),
        PlainKey(("Home", "End"), tr("First or last photo")),
        PlainKey(("PgUp", "PgDown"), tr("One page up or down")),
        PlainKey(("Return",), tr("Look at the photo")),
        PlainKey(("Esc",), tr("Back to all photos, step by step")),
    ]


def _viewer() -> list[PlainKey]:
    return [
        PlainKey(("Left", "Right"), tr("Previous or next photo")),
        PlainKey(("Up", "Down"), tr("Move over an enlarged photo")),
        PlainKey(("Return",), tr("Back to the grid")),
    ]


def _label() -> list[PlainKey]:
    return [
        PlainKey(("Left", "Right"), tr("Move the slider, or go to another photo")),
        PlainKey(("PgUp", "PgDown"), tr("Move the slider by many photos")),
        PlainKey(("Return",), tr("Look at the photo")),
        PlainKey(("Del",), tr("Take an example away")),
        PlainKey(("Ctrl+V",), tr("Take copied pictures for examples")),
        PlainKey(("Esc",), tr("Back to all labels, and to the photos")),
    ]


def _review() -> list[PlainKey]:
    return [
        PlainKey(("Left", "Right"), tr("Previous or next photo")),
        PlainKey(("Up", "Down"), tr("Another row, or another label of the photo")),
        PlainKey(("Shift+Right", "Shift+Down"), tr("Select more photos")),
        PlainKey(("Return",), tr("Look at the photo")),
        PlainKey(("Esc",), tr("Back to the photos")),
    ]
