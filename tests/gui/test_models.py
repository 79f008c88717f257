"""The models by themselves, held against Qt's own rules."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QListView
from pytestqt.modeltest import ModelTester

from photoclip.domain import PhotoId, Problem
from photoclip.gui.models.photo_row import PhotoRow
from photoclip.gui.models.photos import MIME_PHOTOS, PAGE, PhotoGridModel
from photoclip.gui.models.problems import ProblemModel
from photoclip.gui.models.scores import NO_SCORES, Scores


def ids(*numbers: int) -> list[PhotoId]:
    return [PhotoId(number) for number in numbers]


def test_photos_follow_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = PhotoGridModel()
    qtmodeltester.check(model)
    model.show(ids(*range(300)))
    model.set_rows({PhotoId(n): PhotoRow(Path(f"/photos/{n}.jpg")) for n in range(0, 300, 2)})
    qtmodeltester.check(model)
    model.refresh(ids(*range(5, 290), 400, 401))
    qtmodeltester.check(model)


def test_problems_follow_the_rules(qtmodeltester: ModelTester) -> None:
    problems = ProblemModel()
    problems.show([Problem(Path("/b.jpg"), "is damaged", None), Problem(Path("/a.jpg"), "x", None)])
    qtmodeltester.check(problems)


def test_rows_are_asked_for_by_page_and_once() -> None:
    model = PhotoGridModel()
    asked: list[list[PhotoId]] = []
    model.rows_wanted.connect(asked.append)
    model.show(ids(*range(1000)))
    for row in (PAGE, PAGE + 1, 2 * PAGE - 1):
        assert model.index(row).data() == ""
    assert asked == [ids(*range(PAGE, 2 * PAGE))]
    model.set_rows({PhotoId(n): PhotoRow(Path(f"/{n}.jpg")) for n in asked[0]})
    assert model.index(PAGE).data() == f"{PAGE}.jpg"
    assert len(asked) == 1
    model.forget_rows()
    model.index(PAGE).data()
    assert len(asked) == 2


@given(
    st.lists(st.integers(0, 40), unique=True, max_size=30),
    st.lists(st.integers(0, 40), unique=True, max_size=30),
)
def test_refresh_always_ends_at_the_new_list(old: list[int], new: list[int]) -> None:
    model = PhotoGridModel()
    model.show(ids(*old))
    view = QListView()
    view.setModel(model)
    view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    model.refresh(ids(*new))
    assert list(model.ids) == new
    assert [model.position(PhotoId(n)) for n in new] == list(range(len(new)))
    view.deleteLater()


def test_selections_follow_photos_not_rows() -> None:
    model = PhotoGridModel()
    model.show(ids(1, 2, 3, 4))
    selection = QItemSelectionModel(model)
    selection.select(model.index(2), QItemSelectionModel.SelectionFlag.Select)
    model.refresh(ids(9, 8, 1, 3, 4))
    assert [model.photo(index) for index in selection.selectedIndexes()] == [3]


def test_drags_carry_files_and_ids() -> None:
    model = PhotoGridModel()
    model.show(ids(7, 8))
    model.set_rows({PhotoId(7): PhotoRow(Path("/photos/seven.jpg"))})
    data = model.mimeData([model.index(0), model.index(1)])
    assert [url.toLocalFile() for url in data.urls()] == ["/photos/seven.jpg"]
    assert data.data(MIME_PHOTOS).data() == b"7,8"


def test_drags_hold_files_that_were_never_on_screen() -> None:
    model = PhotoGridModel(
        read_rows=lambda photos: {n: PhotoRow(Path(f"/photos/{n}.jpg")) for n in photos}
    )
    model.show(ids(*range(500)))
    data = model.mimeData([model.index(row) for row in range(500)])
    assert len(data.urls()) == 500


@pytest.mark.parametrize(("score", "expected"), [(0.31, "0.310"), (None, "seven.jpg")])
def test_tooltips(score: float | None, expected: str) -> None:
    model = PhotoGridModel()
    model.show(ids(7), {PhotoId(7): score} if score is not None else None)
    model.set_rows({PhotoId(7): PhotoRow(Path("/photos/seven.jpg"))})
    assert expected in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_scores_are_found_by_photo_and_ranked() -> None:
    values = np.array([0.1, 0.3, 0.3, 0.2], np.float32)
    scores = Scores(np.array([7, 3, 9, 5]), values)
    assert dict(scores) == dict(zip(ids(7, 3, 9, 5), values.tolist(), strict=True))
    assert [scores.rank(photo) for photo in ids(3, 9, 5, 7)] == [1, 1, 3, 4]
    assert scores.get(PhotoId(4)) is None
    assert PhotoId(4) not in NO_SCORES
