"""What other programs wrote about photos becomes tags and ratings: from headers and sidecars."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    KEYWORDS,
    Annotations,
    CancelToken,
    Label,
    LabelId,
    PhotoId,
    Root,
    SidecarFile,
)
from photoclip.domain.names import key_of
from photoclip.errors import FileUnavailable, SidecarError
from photoclip.images.annotations import annotations_of
from photoclip.images.sidecar import SUFFIX, read_sidecar, speaks_for
from photoclip.images.xmp import entries, values
from photoclip.images.xmp.keywords import merged, written_in
from photoclip.images.xmp.names import SIDECAR_FOR
from photoclip.images.xmp.packet import parse
from photoclip.library.plan import Plan
from photoclip.library.work import Stamp

log = logging.getLogger(__name__)

# Committed together.
BATCH = 256
EVERY_SECONDS = 10.0


@dataclass(slots=True)
class Annotator:
    """Used from one thread: read(), then settle() as photos come, then finish().

    on_step: told how many sidecars and headers were read so far.
    """

    catalog: Catalog
    pixel_limit: int
    cancel: CancelToken
    on_step: Callable[[int], None]
    _read: int = 0
    _settled: float = field(default_factory=time.monotonic)
    _labels: dict[str, LabelId] = field(default_factory=dict)

    def read(self, plan: Plan) -> None:
        """Read sidecars that changed. Raises Cancelled; what was committed stays."""
        for root, relative in plan.gone_sidecars.items():
            if relative:
                self.catalog.sidecars.remove(root, relative)
        for some in batches(plan.sidecars):
            self.catalog.sidecars.put([self._sidecar(*one) for one in some])

    def finish(self) -> None:
        """Read headers that nobody looked at, and settle. Raises Cancelled, as read() does."""
        self._headers()
        self.settle()

    def settle_at_times(self) -> None:
        """The same as settle(), a few times a minute: a first run may take hours."""
        if time.monotonic() - self._settled >= EVERY_SECONDS:
            self.settle()

    def settle(self) -> None:
        """Make tags and ratings of what is known. Raises Cancelled."""
        self._settled = time.monotonic()
        waiting = self.catalog.annotations.unsettled()
        if not waiting:
            return
        self._labels = {key_of(label.name): label.id for label in self.catalog.labels.all()}
        for some in batches(waiting):
            self.cancel.check()
            with self.catalog.transaction():
                for photo in some:
                    found = self._together(photo)
                    labels = [self._label(name) for name in found.keywords]
                    self.catalog.annotations.settle(photo, labels, found.rating)
        self.catalog.annotations.drop_unused_labels()

    def _sidecar(self, root: Root, relative: str, stamp: Stamp) -> SidecarFile:
        self._step()
        path = root.path / relative
        try:
            packet = parse(read_sidecar(path))
        except (FileUnavailable, SidecarError) as error:
            log.warning("%s %s", path, error.finding)
            return SidecarFile(root.id, relative, stamp.size, stamp.mtime_ns, reason=error.finding)
        return SidecarFile(
            root.id,
            relative,
            stamp.size,
            stamp.mtime_ns,
            written_in(packet),
            (values.first(packet, SIDECAR_FOR) or "")[:16],
            bool(entries.held(packet)) or entries.created(packet),
        )

    def _headers(self) -> None:
        """Of photos that were indexed before anybody looked for such things."""
        for some in batches(self.catalog.annotations.unread()):
            found = [(photo, self._header(photo)) for photo in some]
            with self.catalog.transaction():
                for photo, written in found:
                    if written is not None:
                        self.catalog.annotations.put(photo, written)

    def _header(self, photo: PhotoId) -> Annotations | None:
        self._step()
        for file in self.catalog.files.of_photo(photo):
            try:
                return annotations_of(file.path, self.pixel_limit)
            except FileUnavailable as error:
                log.debug("%s: the header waits for the next run", error)
        return None

    def _together(self, photo: PhotoId) -> Annotations:
        """What all of them say. Of ratings that of a sidecar counts, its own one first."""
        header = self.catalog.annotations.get(photo) or Annotations()
        said: list[tuple[bool, Annotations]] = []
        for name, rivals, sidecars in self.catalog.sidecars.about(photo):
            for one in sidecars:
                of = one.relative.rpartition("/")[2][: -len(SUFFIX)]
                if of == name or (
                    of == name.rpartition(".")[0] and speaks_for(name, rivals, one.suffix)
                ):
                    said.append((of != name, one.annotations))
        every = [*(one for _, one in sorted(said, key=lambda pair: pair[0])), header]
        ratings = [one.rating for one in every if one.rating is not None]
        return Annotations(
            merged([word for one in every for word in one.keywords]),
            ratings[0] if ratings else None,
        )

    def _label(self, name: str) -> LabelId:
        key = key_of(name)
        if key not in self._labels:
            label = self.catalog.labels.add(Label(LabelId(0), name, set=KEYWORDS))
            label = label or self.catalog.labels.named(name)
            assert label is not None
            self._labels[key] = label.id
        return self._labels[key]

    def _step(self) -> None:
        self.cancel.check()
        self._read += 1
        self.on_step(self._read)


_T = TypeVar("_T")


def batches(things: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """So many as are committed together."""
    for start in range(0, len(things), BATCH):
        yield things[start : start + BATCH]
