"""Pictures from anywhere become examples of a label; read by a worker."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from photoclip.domain import CancelToken, Label, PhotoId
from photoclip.engine import Engine
from photoclip.errors import ImageError, LibraryError, PhotoclipError
from photoclip.gui.bridge import Bridge, Lane, ignore
from photoclip.gui.controllers.albums import photos_of
from photoclip.gui.controllers.labelling import Said
from photoclip.gui.controllers.pictures import draw_outside
from photoclip.tagging.examples import absolute, divided, examples_of
from photoclip.tagging.service import Verdict

SIDE = 64


class Teaching(QObject):
    """taught(Said): what was said; its label is as it is now. failed(PhotoclipError).

    pictured(Path, QImage): what an example shows.
    """

    taught = Signal(object)
    failed = Signal(object)
    pictured = Signal(object, QImage)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._running = CancelToken()

    def teach(
        self, label: Label, contents: Iterable[PhotoId | Path | bytes], verdict: Verdict
    ) -> None:
        """A person's word about a label on photos, and on pictures wherever they lie.

        contents: also encoded pictures, which are kept.
        """
        engine, token, some = self._engine, self._running, tuple(contents)

        def work() -> Said:
            return _teach(engine, label, some, verdict, token)

        self._bridge.run(Lane.TUNING, work, self.taught.emit, self.failed.emit, cancel=token)

    @Slot(object)
    def picture(self, paths: Sequence[Path]) -> None:
        """Read what examples show; where that cannot be had, nothing is told."""
        for path in paths:
            self._bridge.run(
                Lane.THUMBNAILS,
                partial(draw_outside, self._engine, path, SIDE),
                partial(self.pictured.emit, path),
                ignore,
                cancel=self._running,
            )

    def stop(self) -> None:
        """The window closes."""
        self._running.cancel()


# On a worker.


def _teach(
    engine: Engine,
    label: Label,
    contents: Sequence[PhotoId | Path | bytes],
    verdict: Verdict,
    cancel: CancelToken,
) -> Said:
    now = engine.labels.get(label.id)
    known = examples_of(now)
    problems: list[PhotoclipError] = []
    paths = [absolute(one) for one in contents if isinstance(one, Path)]
    paths += _kept(engine, [one for one in contents if isinstance(one, bytes)], problems)
    folders = [path for path in paths if path not in known and _is_folder(path)]
    files = [path for path in paths if path not in folders]
    found, pictures = divided(engine.catalog, files, known)
    others = [one for one in contents if not isinstance(one, Path | bytes)]
    photos, unknown = photos_of(engine, [*others, *found.values(), *folders])
    if verdict is not Verdict.CLEAR:
        problems += engine.tagging.read(pictures, cancel)
    # What is an example already stays one without its file.
    bad = {problem.path for problem in problems}.difference(known)
    usable = [path for path in pictures if path not in bad]
    undo = engine.tagging.click(label.id, photos, verdict, usable)
    return Said(engine.labels.get(label.id), photos, verdict, undo, unknown, tuple(problems))


def _kept(
    engine: Engine, pictures: Iterable[bytes], problems: list[PhotoclipError]
) -> Iterator[Path]:
    """Files of pictures that came without one. problems: where to say why one has none."""
    for picture in pictures:
        try:
            yield engine.tagging.keep(picture)
        except (ImageError, LibraryError) as error:
            problems.append(error)


def _is_folder(path: Path) -> bool:
    # Path.is_dir() raises where somebody may not look.
    return os.path.isdir(path)  # noqa: PTH112
