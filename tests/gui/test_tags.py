"""Tags in the window: read, given, accepted, refused, removed, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from photoclip.domain import Label, LabelId, PhotoId, Tag, TagSource, TagState
from photoclip.errors import ModelError
from photoclip.gui.views.details.tags import TagsBlock
from photoclip.gui.views.tags.chip import TagChip
from photoclip.gui.views.tags.chooser import TagChooser
from photoclip.gui.views.tags.row import ChipRow
from photoclip.gui.wiring.tags import TagWiring

from .conftest import App, OpenApp, with_photos

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    app = with_photos(open_app, pictures, 4)
    app.window.panels.show_details(True)
    return app


def block(app: App) -> TagsBlock:
    return app.window.details_panel.tags


def wiring(app: App) -> TagWiring:
    return next(one for one in app.window._wirings if isinstance(one, TagWiring))


def label(app: App, name: str, color: str = "") -> Label:
    return app.engine.labels.add(name, color=color)


def put(
    app: App,
    label: Label,
    photos: list[PhotoId],
    state: TagState = TagState.ACCEPTED,
    source: TagSource = TagSource.PERSON,
    score: float | None = None,
) -> None:
    app.engine.catalog.tags.put(Tag(photo, label.id, state, source, score) for photo in photos)
    app.window.tags.look()


def select(app: App, *rows: int) -> list[PhotoId]:
    window = app.window
    window.grid.setFocus()
    window.grid.rows.select([range(row, row + 1) for row in rows])
    window.grid.selection_changed.emit()
    return window.grid.selected_photos()


def names(row: ChipRow) -> list[str]:
    return [chip.one.label.name for chip in row.chips] if not row.isHidden() else []


def chip(app: App, row: ChipRow, name: str) -> TagChip:
    app.wait(lambda: name in names(row))
    return next(one for one in row.chips if one.one.label.name == name)


def states(app: App, label: LabelId) -> dict[PhotoId, tuple[TagState, TagSource]]:
    return {tag.photo: (tag.state, tag.source) for tag in app.engine.catalog.tags.of_label(label)}


def undo(app: App) -> None:
    app.qtbot.mouseClick(app.window.notice.action, LEFT)


def test_a_photo_tells_its_tags_with_where_they_come_from(app: App) -> None:
    [photo] = select(app, 0)
    put(app, label(app, "animals/dog", "#cc3344"), [photo])
    put(app, label(app, "Rome"), [photo], source=TagSource.FILE)
    sunset = label(app, "sunset")
    put(app, sunset, [photo], TagState.SUGGESTED, TagSource.AUTO, 3.256)
    put(app, label(app, "car"), [photo], TagState.REJECTED)
    dog = chip(app, block(app).on_all, "animals/dog")
    assert names(block(app).on_all) == ["animals/dog", "Rome"]
    assert names(block(app).suggested) == ["sunset"]
    assert dog.name.text() == "dog"
    assert "You said so" in dog.name.toolTip()
    assert "another program" in chip(app, block(app).on_all, "Rome").name.toolTip()
    assert "3.26" in chip(app, block(app).suggested, "sunset").name.toolTip()
    row = app.window.photo_model.row
    app.wait(lambda: [one.leaf for one in row(photo).labels] == ["dog", "Rome"])  # type: ignore[union-attr]
    assert "Labels: animals/dog, Rome" in app.window.photo_model.index(0).data(
        int(Qt.ItemDataRole.ToolTipRole)
    )


def test_removing_is_a_persons_word_that_can_be_undone(app: App) -> None:
    [photo] = select(app, 1)
    rome = label(app, "Rome")
    put(app, rome, [photo], source=TagSource.FILE)
    remove = chip(app, block(app).on_all, "Rome").remove
    remove.setFocus()
    app.qtbot.keyClick(remove, Qt.Key.Key_Space)
    app.wait(lambda: block(app).none.isVisible())
    assert states(app, rome.id) == {photo: (TagState.REJECTED, TagSource.PERSON)}
    assert app.window.focusWidget() is block(app).add
    undo(app)
    chip(app, block(app).on_all, "Rome")
    assert states(app, rome.id) == {photo: (TagState.ACCEPTED, TagSource.FILE)}


@pytest.mark.parametrize("accepted", [True, False])
def test_suggestions_are_accepted_and_refused(app: App, accepted: bool) -> None:
    [photo] = select(app, 0)
    sunset = label(app, "sunset")
    put(app, sunset, [photo], TagState.SUGGESTED, TagSource.AUTO, 3.0)
    one = chip(app, block(app).suggested, "sunset")
    app.qtbot.mouseClick(one.accept if accepted else one.remove, LEFT)
    app.wait(lambda: block(app).suggested.isHidden())
    assert names(block(app).on_all) == (["sunset"] if accepted else [])
    now = TagState.ACCEPTED if accepted else TagState.REJECTED
    assert states(app, sunset.id) == {photo: (now, TagSource.PERSON)}
    app.window.commands.action("undo").trigger()
    chip(app, block(app).suggested, "sunset")
    assert states(app, sunset.id) == {photo: (TagState.SUGGESTED, TagSource.AUTO)}


def test_several_photos_show_what_they_share_and_get_the_rest(app: App) -> None:
    first, second, third = select(app, 0, 1, 2)
    shared, some = label(app, "shared"), label(app, "some")
    put(app, shared, [first, second, third])
    put(app, some, [first], source=TagSource.AUTO)
    part = chip(app, block(app).on_some, "some")
    assert names(block(app).on_all) == ["shared"]
    assert part.name.text() == "some · 1"
    app.qtbot.mouseClick(part.accept, LEFT)
    app.wait(lambda: names(block(app).on_all) == ["shared", "some"])
    # What photoclip found by itself is left as it was.
    assert states(app, some.id)[first] == (TagState.ACCEPTED, TagSource.AUTO)
    undo(app)
    app.wait(lambda: names(block(app).on_some) == ["some"])
    app.qtbot.mouseClick(chip(app, block(app).on_some, "some").remove, LEFT)
    app.wait(lambda: block(app).on_some.isHidden())
    assert states(app, some.id) == {first: (TagState.REJECTED, TagSource.PERSON)}


def open_chooser(app: App) -> TagChooser:
    app.window.commands.action("add_tag").trigger()
    chooser = wiring(app).chooser
    assert chooser.isVisible()
    return chooser


def test_a_tag_is_added_by_typing_and_new_labels_are_made(app: App) -> None:
    photos = select(app, 0, 2)
    animals = label(app, "animals/dog")
    app.window.tags.look()
    app.wait(lambda: app.window.tags.labels)
    chooser = open_chooser(app)
    app.qtbot.keyClicks(chooser.edit, "DOG")
    app.qtbot.keyClick(chooser.edit, Qt.Key.Key_Return)
    app.wait(lambda: states(app, animals.id).keys() == set(photos))
    app.wait(lambda: app.window.tags.recent)
    assert "animals/dog" in app.window.notice.text()
    chooser = open_chooser(app)
    app.qtbot.keyClicks(chooser.edit, " Lake  Como ")
    row = chooser.model.index(chooser.model.rowCount() - 1)
    assert row.data() == "New label “Lake  Como”"
    app.qtbot.keyClick(chooser.edit, Qt.Key.Key_Return)
    app.wait(lambda: "new label" in app.window.notice.text())
    made = app.engine.labels.named("Lake Como")
    assert states(app, made.id).keys() == set(photos)
    undo(app)
    app.wait(lambda: app.engine.catalog.labels.named("Lake Como") is None)
    assert app.engine.catalog.labels.named("animals/dog") is not None


def test_a_name_that_cannot_be_one_is_refused_in_words(app: App) -> None:
    photos = select(app, 0)
    app.window.tags.give_named(photos, "a//b" + "x" * 1000)
    app.wait(lambda: app.window.notice.text())
    assert app.engine.labels.all() == []


def menu_of(app: App) -> dict[str, QAction]:
    """What the menu of photos offers about tags."""
    menu = QMenu(app.window)
    wiring(app).fill_menu(menu)
    [tags] = [part for part in menu.findChildren(QMenu) if part.title() == "Tags"]
    return {action.text(): action for action in tags.actions()}


def test_the_menu_of_photos_gives_recent_labels_and_removes(app: App) -> None:
    [photo] = select(app, 0)
    cats = label(app, "cats & dogs")
    app.window.tags.give([photo], cats.id)
    app.wait(lambda: app.window.tags.recent)
    [other] = select(app, 1)
    actions = menu_of(app)
    assert list(actions) == ["cats && dogs", "", "Add a tag…"]
    actions["cats && dogs"].trigger()
    row = app.window.photo_model.row
    app.wait(lambda: row(other).labels)  # type: ignore[union-attr]
    menu_of(app)["Remove “cats && dogs”"].trigger()
    app.wait(lambda: states(app, cats.id)[other][0] is TagState.REJECTED)
    assert states(app, cats.id)[photo] == (TagState.ACCEPTED, TagSource.PERSON)


def test_what_was_not_done_is_not_undone_and_nonsense_is_not_remembered(open_app: OpenApp) -> None:
    app = open_app()
    app.window.commands.action("undo").trigger()
    assert "nothing to undo" in app.window.notice.text()
    cats, tags = label(app, "cats"), app.window.tags
    tags.look()
    app.wait(lambda: tags.labels)
    tags.restore([cats.id, "x", 99, None])
    assert [one.name for one in tags.recent] == ["cats"]
    tags.restore("nonsense")
    assert tags.state() == [cats.id, 99]


def test_a_chip_tells_why_until_another_photo_is_chosen(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    [photo] = select(app, 0)
    parrots = label(app, "parrots")
    put(app, parrots, [photo], TagState.SUGGESTED, TagSource.AUTO, 3.0)
    one = chip(app, block(app).suggested, "parrots")
    one.name.setFocus()
    app.qtbot.keyClick(one.name, Qt.Key.Key_Space)
    why = app.window.details_panel.why
    app.wait(lambda: why.isVisible() and why.bar.isVisible())
    assert why.fields.value("Who said so").toPlainText().startswith("Suggested")
    select(app, 1)
    app.wait(lambda: not why.isVisible())

    def broken(*_: object) -> None:
        raise ModelError("the model is gone")

    monkeypatch.setattr(app.engine.tagging, "why", broken)
    select(app, 0)
    app.qtbot.mouseClick(chip(app, block(app).suggested, "parrots").name, LEFT)
    app.wait(lambda: why.isVisible() and "model is gone" in why.state.text())
