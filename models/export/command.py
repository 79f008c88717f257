"""From a loaded model to a checked directory in its place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from models.export.directory import TEXTUAL, VISUAL, finish, write_directory
from models.export.exportable import Exportable, ExportError
from models.export.measure import measure
from models.export.variants import write_variant
from photoclip.clip.encoder import ClipModel
from photoclip.clip.session import Tuning
from photoclip.errors import PhotoclipError

Say = Callable[[str], None]


def export(
    model: Exportable, out: Path, precisions: Sequence[str], *, speed: bool, say: Say
) -> None:
    """Write a model directory; `out` appears only once the model has passed photoclip's check.

    precisions: "fp16", "int8". speed: whether times are measured too. Raises ExportError.
    """
    refuse_occupied(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place, so that it can be moved there at once, and hidden from `models list`.
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as folder:
        work = Path(folder) / out.name
        say(f"Writing {model.about.name} ...")
        write_directory(model, work)
        for precision in precisions:
            _add_variants(work, precision, say)
        finish(model, work)
        _check(work, say)
        for figures in measure(work, speed=speed):
            say("  " + figures.row())
        if out.exists():
            out.rmdir()
        shutil.move(work, out)
    for loss in model.losses:
        say(f"Note: {loss}.")
    if not model.about.licence:
        say("Note: no licence is recorded; --licence does.")
    say(f"Done: {out}")


def refuse_occupied(out: Path) -> None:
    """Raises ExportError where something lies in the way."""
    if out.is_dir() and not any(out.iterdir()):
        return
    if out.exists() or out.is_symlink():
        raise ExportError(f"{out} exists already; remove it or choose another folder")


def _add_variants(work: Path, precision: str, say: Say) -> None:
    for tower in (VISUAL, TEXTUAL):
        if write_variant(work / tower / "model.onnx", precision) is None:
            say(f"  No {precision} variant of {tower}/: it would be hardly smaller.")


def _check(work: Path, say: Say) -> None:
    """The self-check compares with what the original library makes of the golden inputs."""
    try:
        with ClipModel.open(work, device="cpu", tuning=Tuning(precision="fp32")) as opened:
            report = opened.checked
    except PhotoclipError as error:
        raise ExportError(f"the export does not equal its original: {error}") from error
    assert report is not None
    say(f"Checked against the original: {report.golden} vectors, cosine {report.worst_cosine:.6f}")
