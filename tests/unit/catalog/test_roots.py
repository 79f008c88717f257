from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import Root, RootId
from photoclip.errors import FolderError


def test_added_root_is_listed_with_its_volume(catalog: Catalog, tmp_path: Path) -> None:
    root = catalog.roots.add(tmp_path, "uuid-1")
    assert root == Root(root.id, tmp_path, "uuid-1", online=True)
    assert catalog.roots.all() == [root]
    assert catalog.roots.get(root.id) == root
    assert catalog.roots.get(RootId(root.id + 1)) is None


def test_missing_folder_is_refused_by_name(catalog: Catalog, tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="nowhere: does not exist"):
        catalog.roots.add(tmp_path / "nowhere")
    assert catalog.roots.all() == []


def test_file_is_no_folder(catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.touch()
    with pytest.raises(FolderError, match="is not a folder"):
        catalog.roots.add(file)


def test_path_with_a_null_byte_is_refused(catalog: Catalog) -> None:
    with pytest.raises(FolderError):
        catalog.roots.add(Path("/tmp/a\0b"))


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_link_loop_is_refused(catalog: Catalog, tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(FolderError):
        catalog.roots.add(loop)


def test_same_folder_twice_is_refused(catalog: Catalog, root: Root) -> None:
    with pytest.raises(FolderError, match="is already watched"):
        catalog.roots.add(root.path)
    with pytest.raises(FolderError, match="is already watched"):
        catalog.roots.add(root.path / ".." / root.path.name)
    assert catalog.roots.all() == [root]


def test_folder_inside_another_is_refused_naming_it(catalog: Catalog, root: Root) -> None:
    inner = root.path / "a" / "b"
    inner.mkdir(parents=True)
    with pytest.raises(FolderError) as caught:
        catalog.roots.add(inner)
    assert f"lies inside the watched folder {root.path}" in str(caught.value)
    assert catalog.roots.all() == [root]


def test_folder_around_another_is_refused_naming_it(catalog: Catalog, root: Root) -> None:
    with pytest.raises(FolderError) as caught:
        catalog.roots.add(root.path.parent)
    assert f"lies around the watched folder {root.path}" in str(caught.value)


def test_folder_whose_name_begins_like_another_is_fine(catalog: Catalog, root: Root) -> None:
    sibling = root.path.with_name(root.path.name + "-2")
    sibling.mkdir()
    catalog.roots.add(sibling)
    assert len(catalog.roots.all()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
@pytest.mark.parametrize(
    ("below", "finding"), [("", "already watched as"), ("inner", "lies inside")]
)
def test_links_do_not_hide_an_overlap(
    catalog: Catalog, root: Root, tmp_path: Path, below: str, finding: str
) -> None:
    (root.path / "inner").mkdir()
    link = tmp_path / "link"
    link.symlink_to(root.path / below)
    with pytest.raises(FolderError, match=finding):
        catalog.roots.add(link)


def test_overlap_with_a_root_that_is_gone_is_still_seen(catalog: Catalog, root: Root) -> None:
    root.path.rmdir()
    with pytest.raises(FolderError, match="lies around"):
        catalog.roots.add(root.path.parent)


@pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes on Linux only")
def test_root_need_not_be_valid_unicode(catalog: Catalog, tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    root = catalog.roots.add(folder)
    assert catalog.roots.get(root.id) == root
    assert catalog.roots.find(folder) == root


def test_find_knows_a_root_by_any_of_its_names(catalog: Catalog, root: Root) -> None:
    assert catalog.roots.find(root.path / "..") is None
    assert catalog.roots.find(root.path / ".." / root.path.name) == root


def test_online_and_volume_are_noted(catalog: Catalog, root: Root) -> None:
    catalog.roots.set_online(root.id, False)
    assert catalog.roots.all() == [Root(root.id, root.path, "", online=False)]
    catalog.roots.set_online(root.id, True, "uuid-2")
    assert catalog.roots.all() == [Root(root.id, root.path, "uuid-2", online=True)]


def test_removed_root_leaves_its_photos(catalog: Catalog, root: Root, add_photo) -> None:
    photo = add_photo("a.jpg", root)
    catalog.roots.remove(root.id)
    assert catalog.roots.all() == []
    assert catalog.files.count() == 0
    assert catalog.photos.get(photo) is not None
    assert catalog.photos.visible_ids().tolist() == []


def test_root_ids_are_not_reused(catalog: Catalog, root: Root) -> None:
    catalog.roots.remove(root.id)
    assert catalog.roots.add(root.path).id != root.id


def test_relocated_root_keeps_its_files(
    catalog: Catalog, root: Root, add_photo, tmp_path: Path
) -> None:
    photo = add_photo("a.jpg", root)
    new = tmp_path / "elsewhere"
    root.path.rename(new)
    assert catalog.roots.relocate(root.id, new).path == new
    assert catalog.files.paths_of([photo]) == {photo: [new / "a.jpg"]}


def test_root_may_be_relocated_into_itself(catalog: Catalog, root: Root) -> None:
    inner = root.path / "inner"
    inner.mkdir()
    assert catalog.roots.relocate(root.id, inner).path == inner


def test_root_is_not_relocated_into_another(catalog: Catalog, root: Root, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "inner").mkdir(parents=True)
    catalog.roots.add(other)
    with pytest.raises(FolderError, match="lies inside"):
        catalog.roots.relocate(root.id, other / "inner")
    with pytest.raises(FolderError, match="not watched any more"):
        catalog.roots.relocate(RootId(999), _fresh(tmp_path))


def _fresh(tmp_path: Path) -> Path:
    folder = tmp_path / "fresh"
    folder.mkdir()
    return folder
