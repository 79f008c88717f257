"""Labels on photos: previewed, tuned by clicks, applied, and explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.clip.calibration import Calibration
from photoclip.domain import (
    CancelToken,
    Label,
    LabelId,
    PhotoId,
    PhotoIds,
    ProgressCallback,
    Tag,
    TagSource,
    TagState,
    no_progress,
)
from photoclip.errors import ImageError
from photoclip.images.kept import KeptPictures
from photoclip.tagging.applying import (
    Applying,
    Mode,
    Outcome,
    OutcomeCallback,
    asked,
    nobody_waits,
)
from photoclip.tagging.examples import Examples, forget_unused
from photoclip.tagging.explaining import Why, explain
from photoclip.tagging.holding import Holding, Searched
from photoclip.tagging.labels import Labels
from photoclip.tagging.preview import Preview
from photoclip.tagging.prompting import PromptVectors
from photoclip.tagging.standings import Standings
from photoclip.tagging.undoing import TakenBack, take_back


class Verdict(StrEnum):
    """What a person says of a label on a photo. CLEAR: nothing any more."""

    RIGHT = "right"
    WRONG = "wrong"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Undo:
    """What was known of a label on photos before somebody spoke.

    pictures: what was said before of such outside of the library.
    """

    label: LabelId
    before: Mapping[PhotoId, Tag | None]
    pictures: Mapping[Path, Verdict] = field(default_factory=dict)


class Tagging:
    """What labels do to photos. Thread-safe; slow the first time, so not for the GUI thread."""

    def __init__(
        self,
        catalog: Catalog,
        labels: Labels,
        searched: Callable[[], Searched],
        cache: Path,
        kept: KeptPictures,
    ) -> None:
        """searched: what is searched by now. cache: folder for vectors of prompts.

        kept: pictures that came without a file.
        """
        self._catalog = catalog
        self._labels = labels
        self._kept = kept
        self._examples = Examples(catalog, kept)
        self._standings = Standings(
            catalog, Holding(searched, Calibration(cache)), PromptVectors(cache), self._examples
        )
        self._applying = Applying(catalog, self._standings)
        self._searched = searched
        self._tidied = False

    def preview(self, label: Label, cancel: CancelToken | None = None) -> Preview:
        """What a label would do, kept or not, at every place of its threshold.

        Raises LabelError where it cannot be a label, ModelError, Cancelled.
        """
        proper = self._labels.proper(label)
        photos = self._standings.photos()
        return self._standings.whole(proper, photos, cancel or CancelToken()).preview

    def read(self, pictures: Iterable[Path], cancel: CancelToken | None = None) -> list[ImageError]:
        """Read pictures outside of the library that are to be examples; gives what cannot be.

        Raises ModelError, Cancelled.
        """
        return self._examples.read(pictures, self._searched(), cancel or CancelToken())

    def keep(self, picture: bytes) -> Path:
        """Give an encoded picture a file, so that it can be an example. The same one has one file.

        Raises ImageError, LibraryError.
        """
        return self._kept.keep(picture)

    def click(
        self,
        label: LabelId,
        photos: Iterable[PhotoId],
        verdict: Verdict,
        pictures: Iterable[Path] = (),
    ) -> Undo:
        """A person gives photos a label, or refuses it, or takes back what was said of it.

        pictures: files outside of the library that become, or are no more, the label's examples;
        see read(). Photos and labels that are gone meanwhile are left out. Raises LabelError for
        more examples than a label can have.
        """
        ids = list(dict.fromkeys(photos))
        tags = self._catalog.tags
        with self._catalog.transaction():
            known = {tag.photo: tag for tag in tags.among(label, ids)}
            if verdict is Verdict.CLEAR:
                tags.forget(label, ids)
            else:
                tags.put([_said(label, photo, verdict, known.get(photo)) for photo in ids])
            before = self._teach(label, dict.fromkeys(pictures, verdict))
        return Undo(label, {photo: known.get(photo) for photo in ids}, before)

    def undo(self, undo: Undo) -> None:
        """Put back what was known before a click, or before a label was applied."""
        with self._catalog.transaction():
            self._catalog.tags.restore(undo.label, dict(undo.before))
            self._teach(undo.label, undo.pictures)

    def _teach(self, number: LabelId, said: Mapping[Path, Verdict]) -> dict[Path, Verdict]:
        """Change what pictures are examples of a label. Gives what they were before."""
        label = self._catalog.labels.get(number)
        if label is None or not said:
            return {}
        examples, others = (
            (
                *(path for path in before if path not in said),
                *(path for path, verdict in said.items() if verdict is wanted),
            )
            for before, wanted in (
                (label.examples, Verdict.RIGHT),
                (label.counterexamples, Verdict.WRONG),
            )
        )
        self._labels.edit(number, examples=examples, counterexamples=others)
        return {path: _of_example(label, path) for path in said}

    def forget_unused_examples(self) -> None:
        """Forget pictures that are no examples any more, and their vectors, once in a session.

        Those that were examples since it began stay: that may be undone.
        """
        if not self._tidied:
            self._tidied = True
            forget_unused(self._catalog, self._kept, lambda: self._labels.had)

    def apply(
        self,
        labels: Sequence[Label] | None = None,
        among: Iterable[PhotoId] | PhotoIds | None = None,
        mode: Mode = Mode.SUGGEST,
        *,
        dry_run: bool = False,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
        on_outcome: OutcomeCallback = nobody_waits,
    ) -> list[Outcome]:
        """Suggest or give labels to photos that reach their thresholds; an outcome for each label.

        labels: all but the keywords of other programs where None. among: these photos only. What
        a person or a file said stays. dry_run: only tell what would change. on_outcome: is told
        each when it is stored, also those that were before the work was cancelled.
        Raises ModelError, SettingsError, Cancelled.
        """
        wanted = self._labels.scored() if labels is None else list(labels)
        some = None if among is None else np.unique(np.fromiter(map(int, among), np.int64))
        return self._applying.apply(
            wanted,
            self._standings.photos(),
            some,
            mode,
            dry_run=dry_run,
            cancel=cancel,
            progress=progress,
            on_outcome=on_outcome,
        )

    def undo_apply(self, outcomes: Sequence[Outcome]) -> None:
        """Put back what was known before labels were applied; what people said since stays."""
        for run in sorted({outcome.run for outcome in outcomes}, reverse=True):
            if (known := self._catalog.tag_runs.get(run)) is not None:
                take_back(self._catalog, known)

    def undo_latest(
        self, *, dry_run: bool = False, cancel: CancelToken | None = None
    ) -> TakenBack | None:
        """Take back what labels did when they were applied last, by whichever process.

        What people, files and later runs said since stays. Nothing to take back: None. dry_run:
        only tell what would change. Raises Cancelled.
        """
        run = self._catalog.tag_runs.latest()
        return (
            None if run is None else take_back(self._catalog, run, dry_run=dry_run, cancel=cancel)
        )

    def outdated(self) -> list[Label]:
        """Labels that were applied as something else, or with another model, than they are now."""
        newest = self._catalog.labels.newest()
        if not newest:
            return []
        model = self._searched().model.fingerprint
        return [
            label
            for label in self._labels.scored()
            if (version := newest.get(label.id)) is not None
            and (asked(label) != asked(version) or version.model != model)
        ]

    def why(self, photo: PhotoId, label: LabelId, cancel: CancelToken | None = None) -> Why:
        """Why a photo has a label, or has not.

        Raises LabelError where the label is gone or the photo not indexed, ModelError, Cancelled.
        """
        return explain(
            self._catalog,
            self._standings,
            photo,
            self._labels.get(label),
            self._labels.scored(),
            cancel or CancelToken(),
        )


def _said(label: LabelId, photo: PhotoId, verdict: Verdict, known: Tag | None) -> Tag:
    state = TagState.ACCEPTED if verdict is Verdict.RIGHT else TagState.REJECTED
    score, version = (known.score, known.version) if known is not None else (None, 0)
    return Tag(photo, label, state, TagSource.PERSON, score, version)


def _of_example(label: Label, path: Path) -> Verdict:
    if path in label.examples:
        return Verdict.RIGHT
    return Verdict.WRONG if path in label.counterexamples else Verdict.CLEAR
