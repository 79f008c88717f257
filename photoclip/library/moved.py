"""Watched folders that were moved while nobody looked: found again by the files known of them."""

from __future__ import annotations

from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.domain import Root, RootId
from photoclip.errors import FolderError
from photoclip.library.relink import volume_of
from photoclip.paths import expanded

# Enough to tell a folder by, and few enough for a slow disk.
LOOKED_FOR = 200


def relocate(catalog: Catalog, root: RootId, path: Path) -> Root:
    """Note that a watched folder lies elsewhere now, where files that are known of it are found.

    What is known of its files stays. Raises FolderError where it is not watched, where it is
    still in its old place, where the new one holds none of its files, and as Roots.add() does.
    """
    path = expanded(path).absolute()
    known = catalog.roots.get(root)
    if known is None:
        raise FolderError("is not watched any more", path=path)
    names = catalog.files.sample(root, LOOKED_FOR)
    if _holds_any(known.path, names):
        raise FolderError(
            "is still in its place", path=known.path, hint="Watch the other folder as well."
        )
    if names and path.is_dir() and not _holds_any(path, names):
        raise FolderError(
            f"holds none of the photos of {known.path}",
            path=path,
            hint="Choose the folder that they lie in now, or watch this one as another folder.",
        )
    with catalog.transaction():
        catalog.roots.relocate(root, path)
        catalog.roots.set_online(root, True, volume_of(path))
        return _there(catalog, root, path)


def put_back(catalog: Catalog, root: Root) -> Root:
    """Undo relocate(): the folder as it was before, whether it can be reached or not.

    Raises FolderError where it is not watched any more, or where another one is in its place.
    """
    with catalog.transaction():
        catalog.roots.relocate(root.id, root.path, missing=True)
        catalog.roots.set_online(root.id, root.online, root.volume)
        return _there(catalog, root.id, root.path)


def _there(catalog: Catalog, root: RootId, path: Path) -> Root:
    found = catalog.roots.get(root)
    if found is None:
        raise FolderError("is not watched any more", path=path)
    return found


def _holds_any(folder: Path, names: list[str]) -> bool:
    return any((folder / name).exists() for name in names)
