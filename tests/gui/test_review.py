"""The review of suggestions: decided by keys, several at once, undone, and never in the way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoclip.domain import Label, LabelId, PhotoId, Tag, TagSource, TagState
from photoclip.errors import LibraryError
from photoclip.gui.bridge import Bridge
from photoclip.gui.controllers.review import Decision
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.models.review_queue import Extent, ReviewQueue, reaching
from photoclip.gui.models.suggested import SuggestedModel
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.review.page import ReviewPage
from photoclip.tagging.review import Item

from .conftest import App, OpenApp, with_photos

LEFT = Qt.MouseButton.LeftButton
DOG, CAT = LabelId(1), LabelId(2)


def item(photo: int, label: LabelId = DOG, score: float | None = 1.0) -> Item:
    return Item(PhotoId(photo), label, score)


def photos(items: Sequence[Item]) -> list[int]:
    return [one.photo for one in items]


def test_a_queue_shrinks_and_grows_back_in_order() -> None:
    queue = ReviewQueue()
    each = [item(1), item(2, CAT), item(3), item(4), item(1, CAT)]
    queue.show(each)
    assert queue.labels() == {DOG: 3, CAT: 2}
    assert queue.photos() == [1, 2, 3, 4]
    queue.take([each[0], each[3]])
    assert photos(queue.of_label(DOG)) == [3]
    assert queue.extent() == Extent(2, 5)
    assert queue.extent(DOG) == Extent(2, 3)
    queue.take([each[0]])
    assert queue.extent() == Extent(2, 5)
    queue.put_back([each[3], each[0]], decided=True)
    assert photos(queue.of_label(DOG)) == [1, 3, 4]
    assert queue.extent() == Extent(0, 5)
    queue.postpone([each[0]])
    assert photos(queue.of_label(DOG)) == [3, 4, 1]
    assert [one.label for one in queue.of_photo(PhotoId(1))] == [CAT, DOG]
    assert [one.label for one in queue.of_photo(PhotoId(1), DOG)] == [DOG, CAT]
    assert queue.extent() == Extent(0, 5)
    queue.take(queue.of_label(DOG))
    assert DOG not in queue.labels()
    assert queue.item(PhotoId(1), DOG) is None


def test_what_has_no_score_is_above_nothing() -> None:
    assert photos(reaching([item(1, score=3.0), item(2, score=None), item(3, score=2.0)], 2.0)) == [
        1,
        3,
    ]


def test_the_list_of_suggestions_is_a_proper_model(qtmodeltester: ModelTester) -> None:
    model = SuggestedModel()
    labels = {DOG: Label(DOG, "dog", color="#aa0000"), CAT: Label(CAT, "cat", "a cat")}
    model.show([item(1, score=2.5), item(1, CAT, None), item(1, LabelId(9))], labels)
    qtmodeltester.check(model)
    assert model.rowCount() == 2
    assert model.index(0).data() == "dog  ·  2.50"
    assert model.index(1).data() == "cat"


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    app = with_photos(open_app, pictures, 4)
    app.window.panels.show_details(True)
    return app


def suggest(app: App, name: str, scores: Sequence[float | None]) -> tuple[LabelId, list[PhotoId]]:
    """A label that is suggested for as many photos as there are scores."""
    label = app.engine.labels.add(name).id
    ids = sorted(app.window.photo_model.ids)[: len(scores)]
    auto, state = TagSource.AUTO, TagState.SUGGESTED
    app.engine.catalog.tags.put(
        Tag(photo, label, state, auto, score) for photo, score in zip(ids, scores, strict=True)
    )
    return label, ids


def opened(app: App) -> ReviewPage:
    app.window.tags.look()
    app.window.commands.action("review").trigger()
    page = app.window.review_page
    assert app.window.browser.page is page
    app.wait(lambda: page.views.currentWidget() is not page.loading)
    return page


def press(app: App, page: ReviewPage, key: Qt.Key) -> None:
    view = page.large.list if page.is_large else page.grid
    assert app.window.focusWidget() is view
    app.qtbot.keyClick(view, key)


def settle(app: App, label: LabelId, accepted: set[PhotoId], rejected: set[PhotoId]) -> None:
    """Wait until the catalog holds a person's word, and no other."""

    def said(state: TagState) -> set[PhotoId]:
        tags = app.engine.catalog.tags.of_label(label, {state})
        return {tag.photo for tag in tags if tag.source is TagSource.PERSON}

    app.wait(lambda: (said(TagState.ACCEPTED), said(TagState.REJECTED)) == (accepted, rejected))


def test_suggestions_are_decided_by_keys_label_by_label_and_undone(app: App) -> None:
    cat, ids = suggest(app, "cat", [3.0, 2.0, 1.0])
    dog, _ = suggest(app, "dog", [5.0])
    page = opened(app)
    assert page.name.text() == "cat"
    assert page.model.ids == ids[:3]
    assert page.head.extent.text() == "0 of 4"
    press(app, page, Qt.Key.Key_A)
    assert page.model.ids == ids[1:3]
    assert page.grid.selected_photos() == [ids[1]]
    press(app, page, Qt.Key.Key_S)
    assert page.model.ids == [ids[2], ids[1]]
    assert page.grid.selected_photos() == [ids[2]]
    press(app, page, Qt.Key.Key_R)
    press(app, page, Qt.Key.Key_A)
    settle(app, cat, {ids[0], ids[1]}, {ids[2]})
    # On to the next label.
    assert page.name.text() == "dog"
    assert page.head.extent.text() == "3 of 4"
    press(app, page, Qt.Key.Key_U)
    app.wait(lambda: page.name.text() == "cat" and page.grid.selected_photos() == [ids[1]])
    app.window.commands.action("undo").trigger()
    app.wait(lambda: len(page.model.ids) == 2)
    settle(app, cat, {ids[0]}, set())
    for _ in range(2):
        press(app, page, Qt.Key.Key_U)
    app.wait(lambda: page.model.ids == ids[:3])
    settle(app, cat, set(), set())
    assert page.head.extent.text() == "0 of 4"
    press(app, page, Qt.Key.Key_U)
    assert "nothing to undo" in app.window.notice.text()
    assert app.engine.catalog.tags.get(ids[0], dog) is not None


def test_several_are_decided_together_and_undone_together(app: App) -> None:
    cat, ids = suggest(app, "cat", [4.0, 3.0, 2.0, 1.0])
    page = opened(app)
    app.wait(lambda: page.model.ids)
    page.grid.selectAll()
    assert "4 photo" in page.score.text()
    press(app, page, Qt.Key.Key_R)
    settle(app, cat, set(), set(ids))
    assert page.fine.isVisible()
    assert "cat" in app.window.notice.text()
    app.qtbot.mouseClick(app.window.notice.action, LEFT)
    app.wait(lambda: page.model.ids == ids)
    assert page.grid.count_selected() == 4
    settle(app, cat, set(), set())


def test_all_above_a_score_are_accepted(app: App) -> None:
    cat, ids = suggest(app, "cat", [4.0, 3.0, 2.004, None])
    page = opened(app)
    app.wait(lambda: page.model.ids)
    page.grid.show_photo(2)
    press(app, page, Qt.Key.Key_B)
    assert page.above.isVisible()
    assert [one.photo for one in page.above.chosen] == ids[:3]
    page.above.score.setValue(3.0)
    assert "2 photo" in page.above.accept_now.text()
    app.qtbot.keyClick(page.above.score, Qt.Key.Key_Escape)
    assert page.above.isHidden()
    assert len(page.model.ids) == 4
    press(app, page, Qt.Key.Key_B)
    app.qtbot.keyClick(page.above.score, Qt.Key.Key_Return)
    app.qtbot.keyClick(page.above.accept_now, Qt.Key.Key_Space)
    settle(app, cat, set(ids[:3]), set())
    assert page.model.ids == [ids[3]]


def test_one_photo_at_a_time_with_all_its_labels(app: App) -> None:
    cat, ids = suggest(app, "cat", [4.0, 2.0])
    dog, _ = suggest(app, "dog", [3.0, 1.0])
    page = opened(app)
    app.wait(lambda: page.model.ids)
    press(app, page, Qt.Key.Key_V)
    large = page.large
    app.wait(lambda: large.picture.has_picture and large.name.text())
    assert large.photo == ids[0]
    assert [large.model.index(row).data().split()[0] for row in range(2)] == ["cat", "dog"]
    press(app, page, Qt.Key.Key_A)
    assert large.photo == ids[0]
    assert [one.label for one in page.chosen()] == [dog]
    press(app, page, Qt.Key.Key_R)
    assert large.photo == ids[1]
    assert app.window.chosen() == [ids[1]]
    press(app, page, Qt.Key.Key_U)
    app.wait(lambda: large.photo == ids[0])
    press(app, page, Qt.Key.Key_Right)
    assert large.photo == ids[1]
    press(app, page, Qt.Key.Key_S)
    assert large.photo == ids[0]
    app.wait(lambda: large.picture.has_picture)
    press(app, page, Qt.Key.Key_Return)
    assert app.window.looking.open_now
    app.window.looking.close()
    press(app, page, Qt.Key.Key_V)
    assert page.grid.isVisible()
    settle(app, cat, {ids[0]}, set())


def test_one_label_is_reviewed_and_the_details_follow(app: App) -> None:
    suggest(app, "cat", [4.0, 2.0])
    dog, ids = suggest(app, "dog", [3.0])
    page = opened(app)
    app.wait(lambda: page.head.scope.count() == 3)
    assert page.head.scope.itemText(2) == "dog (1)"
    page.head.scope.setCurrentIndex(2)
    page.head.scope.activated.emit(2)
    assert page.name.text() == "dog"
    # The same from the side panel, whatever is shown.
    page.head.scope.setCurrentIndex(0)
    page.head.scope.activated.emit(0)
    app.window.gallery.show_everything()
    app.window.labels_section.review_wanted.emit(app.engine.labels.get(dog))
    assert app.window.browser.page is page
    assert page.name.text() == "dog"
    assert page.head.extent.text() == "0 of 1"
    block = app.window.details_panel.tags
    app.wait(lambda: block.tags.photos == (ids[0],) and len(block.suggested.chips) == 2)
    # What is decided beside the page is told to it.
    chip = next(one for one in block.suggested.chips if one.one.label.id == dog)
    app.qtbot.mouseClick(chip.accept, LEFT)
    app.wait(lambda: page.scope is None and page.name.text() == "cat")


def test_nothing_to_review_and_what_comes_later(app: App) -> None:
    page = opened(app)
    app.wait(lambda: page.fine.isVisible())
    suggest(app, "cat", [4.0])
    app.window.tags.look()
    app.wait(lambda: len(page.model.ids) == 1)
    index = app.window.sidebar.index("library", "review")
    place = app.window.sidebar.model.place(index)
    assert place is not None
    assert place.count == 1
    page.focus()
    app.qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    assert app.window.browser.page is app.window.grid


def test_what_cannot_be_kept_waits_again(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    _, ids = suggest(app, "cat", [4.0])
    page = opened(app)
    app.wait(lambda: page.model.ids)

    def full(*items: Item) -> None:
        raise LibraryError("the disk is full")

    monkeypatch.setattr(app.engine.review, "accept", full)
    press(app, page, Qt.Key.Key_A)
    app.wait(lambda: "disk is full" in app.window.notice.text())
    app.wait(lambda: page.model.ids == ids)


def test_ten_thousand_suggestions_are_no_more_work_than_ten(theme: Theme, qtbot: QtBot) -> None:
    def draw(photo: PhotoId, side: int, ratio: float) -> QImage:
        raise LibraryError("there is nothing to draw")

    model, bridge = PhotoGridModel(), Bridge()
    loader = ThumbnailLoader(bridge, draw)
    page = ReviewPage(theme, model, loader)
    host = QWidget()
    qtbot.addWidget(host)
    page.setParent(host)
    page.resize(900, 700)
    host.show()
    page.show_labels([Label(DOG, "dog")])
    queue = ReviewQueue()
    queue.show(item(photo, score=float(-photo)) for photo in range(10_000))
    page.show_queue(queue)
    taken: list[Item] = []
    page.decided.connect(lambda _, items: taken.extend(items))
    page.grid.rows.select([range(5_000)])
    page.decide(Decision.ACCEPT)
    assert len(taken) == 5_000
    queue.take(taken)
    page.show_queue(queue)
    assert len(model.ids) == 5_000
    assert page.grid.selected_photos() == [5_000]
    bridge.close()


def test_the_review_tells_why_and_goes_along(app: App) -> None:
    _, ids = suggest(app, "parrots", [4.0, 2.0])
    page = opened(app)
    app.wait(lambda: page.model.ids)
    press(app, page, Qt.Key.Key_W)
    why = app.window.details_panel.why
    app.wait(lambda: why.isVisible() and why.label.text() == "parrots")
    panel = app.window.details_panel
    app.wait(lambda: not why.bar.visibleRegion().isEmpty())
    app.wait(lambda: panel.area.verticalScrollBar().value() > 0)
    assert why.verdict.text().startswith("Score")
    assert why.bar.accessibleName() == why.verdict.text()
    assert "parrots" in why.fields.value("Best prompt").toPlainText()
    press(app, page, Qt.Key.Key_A)
    assert page.grid.selected_photos() == [ids[1]]
    # What was accepted is what the next one is compared with.
    app.wait(lambda: why.accepted.photos == [ids[0]])
    app.wait(lambda: not why.accepted.buttons[0].icon().isNull())
    app.qtbot.mouseClick(why.accepted.buttons[0], LEFT)
    assert app.window.looking.open_now
    assert app.window.viewer.photo == ids[0]
    app.window.looking.close()
    app.qtbot.mouseClick(why.close_button, LEFT)
    assert not why.isVisible()
