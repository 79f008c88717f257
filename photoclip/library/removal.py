"""Removes downloaded models, and what the catalog holds of them where that is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.clip.directory import fingerprint
from photoclip.clip.origin import FILE_NAME as DOWNLOAD_RECORD
from photoclip.clip.shelf import Shelf, unfinished
from photoclip.clip.zoo import InstalledModel, find_models, unknown
from photoclip.errors import DownloadError
from photoclip.paths import Paths


@dataclass(frozen=True, slots=True)
class Removed:
    """What is gone: bytes on the disk, and vectors in the catalog. path: where the model lay."""

    name: str
    path: Path
    size: int
    vectors: int = 0


def remove_model(
    name: str, paths: Paths, used: tuple[Path, ...], catalog: Catalog | None = None
) -> Removed:
    """Delete a downloaded model, or what is there of an unfinished download.

    used: directories that are needed. catalog: also delete the model's vectors there; without it
    they stay, so that nothing has to be embedded again should the model come back.
    Raises DownloadError where that is not to be, ModelDirectoryError where its vectors cannot be
    told because it is damaged.
    """
    shelf = Shelf(paths.models, _folder(name, paths, used))
    with shelf.held():
        vectors = _clear(catalog, shelf.target) if catalog is not None else 0
        return Removed(shelf.name, shelf.target, shelf.take_down(), vectors)


def _folder(name: str, paths: Paths, used: tuple[Path, ...]) -> str:
    """The folder of the model with this name. Raises DownloadError where it has to stay."""
    models = find_models(paths)
    wanted = name.casefold()
    parts = unfinished(paths.models)
    for model in models:
        if wanted in (model.name.casefold(), model.path.name.casefold()):
            _check(model, used)
            return model.path.name
    for part in parts:
        if part.casefold() == wanted:
            return part
    raise unknown(name, [*(model.path.name for model in models[1:]), *parts])


def _check(model: InstalledModel, used: tuple[Path, ...]) -> None:
    if model.embedded:
        raise DownloadError(f"{model.name} comes with photoclip and cannot be removed")
    if model.path.resolve() in [path.resolve() for path in used]:
        hint = "Use another one first."
        raise DownloadError("is in use", path=model.path, hint=hint)
    if not (model.path / DOWNLOAD_RECORD).exists():
        hint = "Delete the folder yourself where it is not needed any more."
        raise DownloadError("was put there by hand", path=model.path, hint=hint)


def _clear(catalog: Catalog, directory: Path) -> int:
    if not directory.exists():
        return 0
    known = catalog.embeddings.find_model(fingerprint(directory))
    return 0 if known is None else catalog.models.forget(known)
