"""A *label* is what a person defines, a *tag* is a label on a photo."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from photoclip.domain.ids import LabelId, PhotoId, Vectors

# The set of labels that are there because another program wrote such a keyword.
KEYWORDS = "keywords"


class TagState(StrEnum):
    """What is known of a label on a photo: only ACCEPTED counts as tagged."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class TagSource(StrEnum):
    """Who said so: photoclip by itself, a person, or a keyword that another program wrote."""

    AUTO = "auto"
    PERSON = "person"
    FILE = "file"


class Preset(StrEnum):
    """How sure a label has to be of a photo."""

    FEW = "few"
    BALANCED = "balanced"
    GENEROUS = "generous"


@dataclass(frozen=True, slots=True)
class Label:
    """What a person looks for in photos.

    name: the whole path; what stands before the last "/" is its parent. prompts: texts that
    describe it, () for the name itself. templates: names of prompt templates, () for the usual.
    color: "#rrggbb" or "". set: where it came from. group: of the labels of a set with the same
    group a photo has at most one; "" for none. automatic: accept without asking.
    threshold: a score chosen by hand, in place of the preset's. examples, counterexamples: pictures
    outside of the library that show it, and that do not.
    """

    id: LabelId
    name: str
    description: str = ""
    prompts: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    color: str = ""
    set: str = ""
    group: str = ""
    automatic: bool = False
    preset: Preset = Preset.BALANCED
    threshold: float | None = None
    examples: tuple[Path, ...] = ()
    counterexamples: tuple[Path, ...] = ()

    @property
    def parent(self) -> str:
        """The name of the label above, "" where it is at the top."""
        return self.name.rpartition("/")[0]

    @property
    def leaf(self) -> str:
        """The last part of the name."""
        return self.name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class LabelVersion:
    """What a label was when its tags were made; numbers of a label count from 1.

    model: fingerprint. threshold: the score that was asked for; None where nothing was suggested.
    vector: (dim,) float32, what photos were compared with. precision: as it was estimated, 0..1.
    withdrawn: applying it was taken back. by_hand: a person chose the threshold, not the preset.
    """

    label: LabelId
    number: int
    prompts: tuple[str, ...]
    templates: tuple[str, ...]
    preset: Preset
    threshold: float | None
    model: str
    precision: float | None = None
    vector: Vectors | None = field(default=None, compare=False, repr=False)
    withdrawn: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A label on a photo. score: on the label's own scale, None where nothing was compared.

    version: of the label, by which it was scored; 0 where a person or a file said so unasked.
    """

    photo: PhotoId
    label: LabelId
    state: TagState
    source: TagSource
    score: float | None = None
    version: int = 0
