"""Pictures that teach labels: photos of the library, and others, as the command line has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from photoclip.domain import Label, PhotoId
from photoclip.engine import Engine
from photoclip.errors import LabelError
from photoclip.tagging.examples import divided, examples_of
from photoclip.tagging.preview import Preview
from photoclip.tagging.service import Verdict

Said = tuple[list[PhotoId], list[Path]]


def shown(engine: Engine, files: Sequence[Path] | None, label: Label | None = None) -> Said:
    """Photos of the library, and other pictures, which are read now. Raises ImageError."""
    known = () if label is None else examples_of(label)
    photos, pictures = divided(engine.catalog, files or [], known)
    for problem in engine.tagging.read(pictures):
        # What is an example already stays one without its file.
        if problem.path not in known:
            raise problem
    return list(photos.values()), pictures


def cleared(engine: Engine, files: Sequence[Path] | None, label: Label) -> Said:
    """What is to be an example no more. Raises LabelError for what is none."""
    known = examples_of(label)
    photos, pictures = divided(engine.catalog, files or [], known)
    for path in pictures:
        if path not in known:
            raise LabelError(f"is no example of {label.name}", path=path)
    return list(photos.values()), pictures


def say(engine: Engine, label: Label, said: Mapping[Verdict, Said]) -> None:
    """Tell what a person said."""
    for verdict, (photos, pictures) in said.items():
        engine.tagging.click(label.id, photos, verdict, pictures)


def lines(label: Label, preview: Preview) -> Iterator[str]:
    """The pictures outside of the library, for people."""
    unusable = {error.path: f"  ({error.finding}: not used)" for error in preview.unusable}
    for title, paths in (("example", label.examples), ("no example", label.counterexamples)):
        for path in paths:
            yield f"  {title}: {path}{unusable.get(path, '')}"
