"""The whole examination of a model: what it was recognised as, and all that can be measured."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from photoclip.clip.calibration import Model
from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.examination.examiner import STEPS, Examiner
from photoclip.clip.examination.facts import size_on_disk
from photoclip.clip.examination.resident import peak_bytes
from photoclip.clip.examination.subjects import Subjects
from photoclip.clip.examination.trying import Watch
from photoclip.clip.files import KEEP_WHOLE
from photoclip.clip.passed import PassedChecks, TowerVerdicts
from photoclip.clip.placement import NoVerdicts
from photoclip.clip.report import Check, Fact, Measurement, ModelReport, Part, Step, Verdict
from photoclip.clip.runtime import OnnxRuntime
from photoclip.clip.session import DeviceReport, Runtime, SessionOpener, Tuning
from photoclip.clip.spec import ModelDirectory
from photoclip.clip.towers import BATCH_SIZE, TextTower, unit_vectors
from photoclip.domain import CancelToken, ProgressCallback, Vectors, no_progress
from photoclip.errors import ModelError


@dataclass(frozen=True, slots=True)
class _Sound:
    """What a model makes of texts, while its towers are open."""

    fingerprint: str
    _tower: TextTower

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        """As ClipModel does."""
        return unit_vectors(self._tower.embed(texts), self._tower.tower)


def examine(
    directory: Path,
    runtime: Runtime | None = None,
    *,
    device: str = "auto",
    tuning: Tuning | None = None,
    batch_size: int = BATCH_SIZE,
    progress: ProgressCallback = no_progress,
    cancel: CancelToken | None = None,
    passed: PassedChecks | None = None,
    on_sound: Callable[[Model], None] | None = None,
) -> ModelReport:
    """Recognise a model directory and measure all that can be measured of its towers.

    Nothing of it is kept loaded. device, tuning: as in the settings; a device that gives wrong
    vectors is left for the next, with a warning. batch_size: how many pictures are embedded at
    once when speed is measured. progress: told of each step, with Stage.CHECKING and a Step as
    detail. passed: where it is noted that a model passed, so that using it does not check again.
    on_sound: given the texts' side of a model that passes, while that is loaded.

    Whatever is wrong with the model is in the report, as far as it can be found out after the
    first fault. Raises ModelError for an unknown device, Cancelled.
    """
    began = time.perf_counter()
    tuning = tuning or Tuning()
    runtime = runtime or OnnxRuntime(memory_mb=tuning.memory_mb, cache=tuning.cache)
    watch = Watch(1 + STEPS, progress, cancel or CancelToken())
    watch.step(Step.FILES)
    read, mark, found = _read(directory)
    known = passed if mark else None
    verdicts = TowerVerdicts(known, lambda: mark) if known is not None else NoVerdicts()
    opener = SessionOpener(runtime, device, tuning, verdicts)
    facts: list[Fact] = []
    runs: list[DeviceReport] = []
    if read is not None:
        runs.append(opener.plan(read.image))
        subjects = Subjects.of(read, runtime, batch_size)

        def on_passed(texts: TextTower) -> None:
            # Without a fingerprint its files are not what they should be, however it runs.
            if mark and on_sound is not None:
                on_sound(_Sound(mark, texts))

        examiner = Examiner(subjects, opener, verdicts, watch, on_passed)
        examiner.run()
        facts, found = examiner.facts, [*found, *examiner.found, *_figures(directory)]
        runs += [examiner.ran] if examiner.ran is not None else []
    report = ModelReport(
        path=directory,
        name=directory.name if read is None else read.spec.name,
        device=device,
        fingerprint=mark,
        facts=tuple(facts),
        measurements=tuple(found),
        seconds=time.perf_counter() - began,
    )
    if known is not None and report.ok:
        # What was planned may have turned out not to work; that is no reason to check again.
        for ran in runs:
            known.remember(mark, ran.device, ran.precision)
    return report


def _read(directory: Path) -> tuple[ModelDirectory | None, str, list[Measurement]]:
    """The directory where it can be read, its fingerprint, and what is wrong with its files."""
    read = None
    try:
        read = read_directory(directory)
        # Damaged weights may still run, and then more is known.
        return read, fingerprint(read), [Measurement(Part.MODEL, Check.FILES)]
    except ModelError as error:
        row = Measurement(
            Part.MODEL,
            Check.FILES,
            verdict=Verdict.REFUSED,
            finding=error.finding,
            hint=error.hint or KEEP_WHOLE,
            path=error.path or directory,
        )
        return read, "", [row]


def _figures(directory: Path) -> list[Measurement]:
    return [
        Measurement(Part.MODEL, check, value, "bytes", verdict=Verdict.NOTE)
        for check, value in (
            (Check.PEAK, peak_bytes()),
            (Check.SIZE, size_on_disk(directory)),
        )
    ]
