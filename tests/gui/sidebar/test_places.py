"""The tree of places: its model, and folders within each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester

from photoclip.domain import Root, RootId
from photoclip.gui.models.places import PlacesModel
from photoclip.gui.sections import Place
from photoclip.gui.sections.folder_tree import FolderState, folder_row, natural
from photoclip.gui.sections.folders import FoldersSection
from photoclip.gui.sections.library import LibrarySection

from .conftest import Albums, Some, _path, many

# The offscreen platform says so of every panel that is a window, and of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_names_are_sorted_as_people_count() -> None:
    ordered = ["2024", "Pictures", "Pictures2", "Pictures2b", "Pictures 2", "pictures 10", "Trip"]
    assert sorted(set(ordered), key=natural) == ordered


def test_places_follow_the_rules_of_models(qtmodeltester: ModelTester, albums: Albums) -> None:
    model, watched = PlacesModel(), FoldersSection()
    for section in (LibrarySection(), watched, albums):
        model.add(section)
    qtmodeltester.check(model)
    watched.show([many(200)])
    model.update()
    qtmodeltester.check(model)
    watched.show([many(100, 3)])
    albums.remove(albums.places()[1])
    model.update()
    qtmodeltester.check(model)


_trees = st.recursive(
    st.just(()),
    lambda below: st.lists(
        st.tuples(st.integers(0, 9), below), max_size=6, unique_by=lambda one: one[0]
    ).map(tuple),
    max_leaves=20,
)


def _places(tree: tuple[tuple[int, object], ...], above: str = "") -> tuple[Place, ...]:
    return tuple(
        Place(f"{above}/{number}", str(number), children=_places(below, f"{above}/{number}"))  # type: ignore[arg-type]
        for number, below in tree
    )


def _read(model: PlacesModel, parent: QModelIndex) -> tuple[Place, ...]:
    rows = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
    return tuple(
        replace(place, children=_read(model, index))
        for index in rows
        if (place := model.place(index))
    )


@settings(max_examples=60, deadline=None)
@given(_trees, _trees)
def test_an_update_always_ends_at_what_the_section_tells(old: object, new: object) -> None:
    section, model = Some(), PlacesModel()
    model.add(section)
    section.now = _places(old)  # type: ignore[arg-type]
    assert _read(model, model.index(0, 0)) == section.now
    section.now = _places(new)  # type: ignore[arg-type]
    model.update()
    assert _read(model, model.index(0, 0)) == section.now


def test_names_with_numbers_are_sorted_as_people_do() -> None:
    names = ["trip 10", "Trip 2", "a", "2024", "Zoo", "trip", "100", "20"]
    ordered = ["20", "100", "2024", "a", "trip", "Trip 2", "trip 10", "Zoo"]
    assert sorted(names, key=natural) == ordered


def test_folders_lie_in_each_other() -> None:
    row = folder_row(
        Root(RootId(3), _path("P"), "", True),
        FolderState.WATCHED,
        {"": 9, "a": 5, "a/b": 4, "a-b": 1, "a/b/c": 2},
    )
    assert [(one.key, one.count) for one in row.folders] == [("3/a", 5), ("3/a-b", 1)]
    inner = row.folders[0].children[0]
    assert (inner.key, inner.text, inner.children[0].key) == ("3/a/b", "b", "3/a/b/c")


# A section that is plugged in.
