"""Opens and examines models as the settings have them run."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from photoclip.clip.calibration import Calibration, Model
from photoclip.clip.current import CurrentModel
from photoclip.clip.passed import PassedChecks
from photoclip.domain import CancelToken, ProgressCallback, no_progress
from photoclip.errors import ModelError
from photoclip.paths import Paths, bundled, expanded
from photoclip.settings import EMBEDDED, Settings

if TYPE_CHECKING:
    # ONNX Runtime takes a while to import, and unchanged folders never need it.
    from photoclip.clip.encoder import ClipModel
    from photoclip.clip.report import ModelReport
    from photoclip.clip.session import Tuning

log = logging.getLogger(__name__)


def model_directory(settings: Settings) -> Path:
    """The directory of the model in use: the person's choice, or the embedded one."""
    return directory_of(settings.model)


def directory_of(choice: str) -> Path:
    """Where a model lies: "" and EMBEDDED name the embedded one, all else is a directory."""
    return bundled("models/embedded") if choice in ("", EMBEDDED) else expanded(Path(choice))


def is_same_model(one: str, other: str) -> bool:
    """Whether two choices name one directory."""
    return directory_of(one).resolve() == directory_of(other).resolve()


def current_model(settings: Settings, paths: Paths) -> CurrentModel:
    """The model that the settings name, not opened yet. paths: where its caches are.

    When it is first opened it is checked, and what search has to know of it is measured.
    """
    passed = PassedChecks(paths.checks_file)

    def opener(directory: Path) -> ClipModel:
        model = _unchecked(directory, settings, paths)
        planned = model.device
        if not passed.holds(current.fingerprint, planned.device, planned.precision):
            model.self_check()
            _calibrate(model, paths)
            # What was planned may have turned out not to work; that is no reason to check again.
            for report in (planned, model.device):
                passed.remember(current.fingerprint, report.device, report.precision)
        return model

    current = CurrentModel(model_directory(settings), opener)
    return current


def passed_before(directory: Path, settings: Settings, paths: Paths) -> bool:
    """Whether a model passed its check as it would be run now, so that it can be used at once.

    paths: as current_model() takes them. Reads all its files; loads no graph. Raises ModelError.
    """
    model = _unchecked(directory, settings, paths)
    planned, passed = model.device, PassedChecks(paths.checks_file)
    return passed.holds(model.fingerprint, planned.device, planned.precision)


def examine_model(
    directory: Path,
    settings: Settings,
    paths: Paths,
    progress: ProgressCallback = no_progress,
    cancel: CancelToken | None = None,
) -> ModelReport:
    """Examine a model directory as it would be run, whether or not it is in use.

    That it passed is remembered, so that using it does not check again, and what search has to know
    of it is measured. paths: as current_model() takes them. What is wrong with the model is in the
    report. Raises Cancelled.
    """
    from photoclip.clip.examine import examine

    return examine(
        directory,
        device=settings.device,
        tuning=_tuning(settings, paths),
        progress=progress,
        cancel=cancel,
        passed=PassedChecks(paths.checks_file),
        on_sound=lambda model: _calibrate(model, paths),
    )


def _calibrate(model: Model, paths: Paths) -> None:
    """Measure what search judges this model's scores by, so that no search waits for it."""
    try:
        Calibration(paths.index).rare(model)
    except ModelError as error:
        # The first search tries again, and tells.
        log.info("the model is not calibrated: %s", error)


def _unchecked(directory: Path, settings: Settings, paths: Paths) -> ClipModel:
    """A model as it is to be run; no graph is loaded yet."""
    from photoclip.clip.encoder import ClipModel

    return ClipModel.open(
        directory,
        device=settings.device,
        tuning=_tuning(settings, paths),
        passed=PassedChecks(paths.checks_file),
        check=False,
    )


def _tuning(settings: Settings, paths: Paths) -> Tuning:
    from photoclip.clip.session import Tuning

    return Tuning(settings.precision, settings.threads, settings.gpu_memory_mb, paths.compiled)
