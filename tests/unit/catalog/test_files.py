from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from photoclip.catalog.store import Catalog
from photoclip.domain import FolderScope, PhotoFile, PhotoId, PhotoStatus, Problem, Root

_names = st.binary(min_size=1, max_size=30).filter(
    lambda name: b"/" not in name and b"\0" not in name and name not in (b".", b"..")
)


def names_under(catalog: Catalog, scope: FolderScope) -> set[str]:
    return {name for name, _ in catalog.files.under(scope)}


@pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes on Linux only")
@given(parts=st.lists(_names, min_size=1, max_size=4))
@example(parts=[b"caf\xe9", "cafe\u0301.jpg".encode()])
@example(parts=["caf\u00e9.jpg".encode()])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_name_comes_back_byte_for_byte(
    catalog: Catalog, root: Root, parts: list[bytes]
) -> None:
    relative = os.fsdecode(b"/".join(parts))
    number = catalog.files.put(root.id, relative, None, 3, 4, "unread")
    expected = PhotoFile(number, root.id, str(root.path / relative), None, 3, 4, "unread")
    assert dict(catalog.files.under(FolderScope(root.id))) == {relative: expected}
    assert catalog.files.by_path(root.path / relative) == expected
    assert os.fsencode(expected.path) == os.fsencode(root.path) + b"/" + b"/".join(parts)
    catalog.files.remove([number])


def test_composed_and_decomposed_names_are_two_files(
    catalog: Catalog, root: Root, add_photo
) -> None:
    add_photo("caf\u00e9.jpg", root)
    add_photo("cafe\u0301.jpg", root)
    assert names_under(catalog, FolderScope(root.id)) == {"caf\u00e9.jpg", "cafe\u0301.jpg"}


def test_put_updates_the_file_that_is_there(catalog: Catalog, root: Root, add_photo) -> None:
    photo = add_photo("a.jpg")
    first = catalog.files.put(root.id, "a.jpg", None, 1, 2, "no permission")
    assert catalog.files.put(root.id, "a.jpg", photo, 3, 4) == first
    path = root.path / "a.jpg"
    assert catalog.files.of_photo(photo) == [PhotoFile(first, root.id, str(path), photo, 3, 4)]
    assert catalog.files.count() == 1


@pytest.mark.parametrize("relative", ["", "/etc/passwd", "../a.jpg", "a/../../b.jpg"])
def test_paths_that_leave_the_root_are_refused(catalog: Catalog, root: Root, relative: str) -> None:
    with pytest.raises(ValueError, match="not a path below"):
        catalog.files.put(root.id, relative, None, 1, 1, "x")


def test_under_gives_a_folder_and_what_lies_below(catalog: Catalog, root: Root, add_photo) -> None:
    names = ["a.jpg", "a/b.jpg", "a/c/d.jpg", "a-b/e.jpg", "a0.jpg", "b/f.jpg"]
    for name in names:
        add_photo(name, root)
    assert names_under(catalog, FolderScope(root.id, "a")) == {"a/b.jpg", "a/c/d.jpg"}
    assert names_under(catalog, FolderScope(root.id, "a/c/")) == {"a/c/d.jpg"}
    assert names_under(catalog, FolderScope(root.id)) == set(names)
    assert list(catalog.files.under(FolderScope(root.id, "missing"))) == []


@pytest.mark.parametrize("name", ["100%_off", "a*?[b]", "it's", 'quo"te'])
def test_under_takes_names_literally(catalog: Catalog, root: Root, add_photo, name: str) -> None:
    add_photo(f"{name}/in.jpg", root)
    add_photo("other/out.jpg", root)
    assert names_under(catalog, FolderScope(root.id, name)) == {f"{name}/in.jpg"}


def test_places_within_reach_come_first(
    catalog: Catalog, root: Root, tmp_path: Path, add_photo
) -> None:
    (tmp_path / "other").mkdir()
    other = catalog.roots.add(tmp_path / "other")
    photo = add_photo("a.jpg", root, other)
    here, there = root.path / "a.jpg", other.path / "a.jpg"
    assert catalog.files.paths_of([photo]) == {photo: [here, there]}
    catalog.roots.set_online(root.id, False)
    assert catalog.files.paths_of([photo]) == {photo: [there, here]}
    assert [file.path for file in catalog.files.of_photo(photo)] == [there, here]
    assert catalog.files.offline_photos() == set()
    catalog.roots.set_online(other.id, False)
    assert catalog.files.offline_photos() == {photo}
    assert catalog.files.offline_photos([photo, PhotoId(99)]) == {photo}
    assert catalog.files.offline_photos([PhotoId(99)]) == set()


def test_photos_without_a_file_have_no_paths(catalog: Catalog, root: Root, add_photo) -> None:
    photo, gone = add_photo("a.jpg", root), add_photo("b.jpg")
    assert catalog.files.paths_of([photo, gone]) == {photo: [root.path / "a.jpg"]}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_file_is_found_through_links(
    catalog: Catalog, root: Root, tmp_path: Path, add_photo
) -> None:
    photo = add_photo("a.jpg", root)
    (root.path / "a.jpg").touch()
    link = tmp_path / "link"
    link.symlink_to(root.path)
    found = catalog.files.by_path(link / "a.jpg")
    assert found is not None
    assert found.photo == photo
    assert catalog.files.by_path(tmp_path / "a.jpg") is None
    assert catalog.files.by_path(root.path) is None


def test_problems_name_every_file_without_a_place_in_search(
    catalog: Catalog, root: Root, add_photo
) -> None:
    add_photo("good.jpg", root)
    bad = add_photo("bad.jpg", root, status=PhotoStatus.UNREADABLE, reason="truncated")
    catalog.files.put(root.id, "locked.jpg", None, 1, 1, "no permission")
    assert catalog.files.problems() == [
        Problem(root.path / "bad.jpg", "truncated", bad),
        Problem(root.path / "locked.jpg", "no permission", None),
    ]


def test_folder_counts_are_of_readable_photos(catalog: Catalog, root: Root, add_photo) -> None:
    for name in ["a.jpg", "x/b.jpg", "x/c.jpg", "x/y/d.jpg", "x-z/1/2/e.jpg"]:
        add_photo(name, root)
    add_photo("x/bad.jpg", root, status=PhotoStatus.UNREADABLE, reason="truncated")
    assert catalog.files.folder_counts(root.id) == {
        "": 5,
        "x": 3,
        "x-z": 1,
        "x-z/1": 1,
        "x-z/1/2": 1,
        "x/y": 1,
    }


def test_folder_counts_hold_each_photo_once(catalog: Catalog, root: Root, add_photo) -> None:
    photo = add_photo("x/a.jpg", root)
    for copy in ("x/copy.jpg", "x/y/a.jpg", "z/a.jpg"):
        catalog.files.put(root.id, copy, photo, 1, 1)
    add_photo("z/b.jpg", root)
    assert catalog.files.folder_counts(root.id) == {"": 2, "x": 1, "x/y": 1, "z": 2}
    for folder, count in catalog.files.folder_counts(root.id).items():
        assert len(catalog.photos.visible_ids(FolderScope(root.id, folder))) == count


def test_remove_takes_more_ids_than_sqlite_takes_variables(
    catalog: Catalog, root: Root, add_photo
) -> None:
    add_photo("a.jpg", root)
    catalog.files.remove(range(300_000))
    assert catalog.files.count() == 0
