"""Embeds a library with the model that search is to change over to, while the old one is in use."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.domain import (
    CancelToken,
    PhotoId,
    Progress,
    ProgressCallback,
    Stage,
    Vectors,
    no_progress,
)
from photoclip.errors import ModelOutputError
from photoclip.library.backfill import Backfill, Filled
from photoclip.library.chosen import NO_MODEL, ChosenModel
from photoclip.library.run import BatchCallback


@dataclass(frozen=True, slots=True)
class SwitchState:
    """How far a model is: it has embedded so many of the visible photos.

    waiting: photos within reach, as far as was seen last, that it has not embedded.
    """

    embedded: int
    photos: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Switched:
    """What embedding came to.

    model: its name. embedded: photos, in this run. complete: search can change over.
    following: photos that have no vector yet, as their drives are away or their files cannot be
    read; reason: why, of one whose file was tried. seconds: of work.
    """

    model: str
    embedded: int
    complete: bool
    following: int = 0
    reason: str = ""
    seconds: float = 0.0


class NextSearch(Protocol):
    """The search that takes over."""

    def added(self, ids: Sequence[PhotoId], vectors: Vectors) -> None:
        """Take in a batch that was just committed."""

    def refresh_graph(self, cancel: CancelToken, progress: ProgressCallback) -> None:
        """Make or complete the graph of a large library. Raises Cancelled."""

    def warm_up(self) -> None:
        """Load and measure what the first query needs."""


def state_of(catalog: Catalog, fingerprint: str) -> SwitchState:
    """How far the model with this fingerprint is. Opens nothing."""
    known = catalog.embeddings.find_model(fingerprint)
    model = NO_MODEL if known is None else known
    photos = catalog.photos.count()
    lacking = catalog.photos.count_without_embedding(model)
    waiting = len(catalog.photos.ids_without_embedding(model))
    return SwitchState(photos - lacking, photos, waiting)


def can_take_over(catalog: Catalog, fingerprint: str) -> bool:
    """Whether search may change over to a model at once.

    It may where nothing within reach lacks a vector, and where that was so before and most photos
    still have one: what came in meanwhile follows.
    """
    state = state_of(catalog, fingerprint)
    if not state.photos:
        return True
    if not state.waiting:
        return state.embedded > 0
    known = catalog.embeddings.find_model(fingerprint)
    before = known is not None and catalog.models.was_complete(known)
    return before and 2 * state.embedded >= state.photos


class Switch:
    """The way to one model. run() goes on where an earlier one ended, also one that was killed."""

    def __init__(
        self,
        catalog: Catalog,
        model: CurrentModel,
        search: NextSearch,
        fill: Callable[[ChosenModel, BatchCallback], Backfill],
    ) -> None:
        """search: that of the model. fill: embeds, and gives way to photos that come in."""
        self.model = model
        self._catalog = catalog
        self._search = search
        self._make_fill = fill
        self._running = threading.Lock()
        self._token = CancelToken()
        self._closed = False

    @property
    def directory(self) -> Path:
        """Where the model lies."""
        return self.model.directory

    def state(self) -> SwitchState:
        """How far it is. Raises ModelDirectoryError where the directory is no model."""
        return state_of(self._catalog, self.model.fingerprint)

    def run(
        self, cancel: CancelToken | None = None, progress: ProgressCallback = no_progress
    ) -> Switched:
        """Embed what the model lacks, then make its search ready.

        Photos that are added meanwhile are embedded too. Nothing changes over by itself: that is
        for the caller to do where the answer is complete. What is committed stays.
        Raises Cancelled, ModelError where the model cannot be used, LibraryError.
        """
        token = cancel or CancelToken()
        with self._running:
            self._token = token
            if self._closed:
                token.cancel()
            token.check()
            return self._run(token, progress)

    def cancel(self) -> None:
        """End a run, and those to come at once: nobody wants this model any more."""
        self._closed = True
        self._token.cancel()

    def close(self) -> None:
        """The same, and wait until it has ended; give the model's memory back."""
        self.cancel()
        with self._running:
            self.model.close()

    def _run(self, cancel: CancelToken, progress: ProgressCallback) -> Switched:
        chosen = ChosenModel(self._catalog, self.model.get, lambda: self.model.fingerprint)
        name = chosen.get().spec.name  # also where nothing is left to embed: it has to work
        all_filled = Filled()
        while True:
            self._fill(chosen, all_filled, cancel, progress)
            state = self.state()
            complete = state.embedded > 0 or not state.photos
            if all_filled.refused and not complete:
                raise ModelOutputError(next(iter(all_filled.left.values())))
            if complete:
                self._search.refresh_graph(cancel, progress)
            if not self._lacking(chosen, all_filled):
                break
        if complete:
            self._search.warm_up()
            self._catalog.models.note_complete(chosen.entered_id())
        reason = next(iter(all_filled.left.values()), "")
        following = state.photos - state.embedded
        return Switched(name, all_filled.embedded, complete, following, reason, all_filled.seconds)

    def _lacking(self, chosen: ChosenModel, filled: Filled) -> list[PhotoId]:
        lacking = self._catalog.photos.ids_without_embedding(chosen.known_id())
        return [photo for photo in lacking if photo not in filled.left]

    def _fill(
        self,
        chosen: ChosenModel,
        filled: Filled,
        cancel: CancelToken,
        progress: ProgressCallback,
    ) -> None:
        """Embed until nothing is left that can be, new photos included."""
        backfill = self._make_fill(chosen, self._search.added)
        while lacking := self._lacking(chosen, filled):
            cancel.check()
            done = self.state().embedded
            found = backfill.embed(lacking, cancel, _counted_from(done, progress))
            filled.embedded += found.embedded
            filled.refused += found.refused
            filled.seconds += found.seconds
            filled.left.update(found.left)


def _counted_from(done: int, progress: ProgressCallback) -> ProgressCallback:
    """Progress in which what was embedded before counts, too."""

    def tell(state: Progress) -> None:
        if state.stage is Stage.EMBEDDING and state.total is not None:
            state = replace(state, done=done + state.done, total=done + state.total)
        progress(state)

    return tell
