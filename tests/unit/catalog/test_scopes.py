"""Which photos lie in a folder, and which folder a path means."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.domain import FolderScope, Metadata, PhotoId, PhotoStatus, Root


def put(catalog: Catalog, root: Root, *paths: str, bad: bool = False) -> PhotoId:
    """A photo that lies at these paths."""
    status = PhotoStatus.UNREADABLE if bad else PhotoStatus.OK
    digest = hashlib.sha256("|".join(paths).encode(errors="surrogateescape")).digest()
    photo = catalog.photos.upsert(digest, 1, status, "", Metadata())
    for path in paths:
        catalog.files.put(root.id, path, photo, 1, 1)
    return photo


def test_a_scope_holds_what_lies_in_the_folder_at_any_depth(catalog: Catalog, root: Root) -> None:
    inside = [put(catalog, root, path) for path in ("a/b/1.jpg", "a/b/c/d/2.jpg")]
    both = put(catalog, root, "elsewhere/3.jpg", "a/b/3.jpg", "a/b/3 again.jpg")
    for beside in ("a/b.jpg", "a/b c/4.jpg", "a/b0/5.jpg", "a/6.jpg", "7.jpg", "b/8.jpg"):
        put(catalog, root, beside)
    put(catalog, root, "a/b/torn.jpg", bad=True)
    found = catalog.photos.visible_ids(FolderScope(root.id, "a/b"))
    assert found.tolist() == [*inside, both]
    assert len(catalog.photos.visible_ids(FolderScope(root.id))) == 9
    assert catalog.photos.visible_ids(FolderScope(root.id, "nowhere")).tolist() == []


def test_names_that_are_not_utf_8_are_folders_like_any(catalog: Catalog, root: Root) -> None:
    name = os.fsdecode(b"caf\xe9")
    photo = put(catalog, root, f"{name}/1.jpg")
    put(catalog, root, "café/2.jpg")
    assert catalog.photos.visible_ids(FolderScope(root.id, name)).tolist() == [photo]


def test_another_root_with_the_same_folders_stays_apart(
    catalog: Catalog, root: Root, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = catalog.roots.add(tmp_path / "other")
    photo = put(catalog, root, "a/1.jpg")
    put(catalog, other, "a/2.jpg")
    assert catalog.photos.visible_ids(FolderScope(root.id, "a")).tolist() == [photo]


def test_a_path_means_the_folder_that_it_names(catalog: Catalog, root: Root) -> None:
    scope_of = catalog.roots.scope_of
    assert scope_of(root.path) == FolderScope(root.id)
    assert scope_of(root.path / "a" / "b") == FolderScope(root.id, "a/b")
    assert scope_of(root.path / "a" / ".." / "c") == FolderScope(root.id, "c")
    assert scope_of(root.path.parent) is None
    assert scope_of(root.path.with_name("photos of others")) is None


def test_a_path_through_links_means_the_same_folder(
    catalog: Catalog, root: Root, tmp_path: Path
) -> None:
    (root.path / "a").mkdir()
    (tmp_path / "link").symlink_to(root.path)
    (tmp_path / "deep link").symlink_to(root.path / "a")
    scope_of = catalog.roots.scope_of
    assert scope_of(tmp_path / "link" / "a") == FolderScope(root.id, "a")
    assert scope_of(tmp_path / "deep link" / "b") == FolderScope(root.id, "a/b")
