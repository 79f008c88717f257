"""Albums in the window: making and filling them, their order, taking photos out, and undoing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from photoclip.domain import Label, LabelId, Order, PhotoId, Tag, TagSource, TagState
from photoclip.gui.sections.base import Place
from photoclip.gui.views.albums.chooser import AlbumChooser
from photoclip.gui.views.albums.split import SplitDialog
from photoclip.gui.wiring.albums import AlbumWiring

from .conftest import App, OpenApp, copy_samples, with_photos

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
NAMES = ["two_parrots", "red_barn", "woman_in_a_red_hat", "motocross"]


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    copy_samples(tmp_path / "Pictures", NAMES)
    return with_photos(open_app, tmp_path / "Pictures", 4)


def albums(app: App) -> dict[str, int | None]:
    places = app.window.albums_section.places()
    return {place.text: place.count for place in places if not place.hint}


def place(app: App, name: str) -> Place:
    return next(one for one in app.window.albums_section.places() if one.text == name)


def line(app: App, name: str) -> QModelIndex:
    return app.window.sidebar.index("albums", place(app, name).key)


def filled(app: App, name: str, *rows: int) -> list[PhotoId]:
    """An album of these rows of the grid, in this order."""
    photos = [app.window.photo_model.ids[row] for row in rows]
    app.engine.albums.create(name, photos)
    app.window.albums.read()
    app.wait(lambda: name in albums(app))
    return photos


def opened(app: App, name: str, *rows: int) -> list[PhotoId]:
    photos = filled(app, name, *rows)
    app.window.albums_section.open(place(app, name))
    app.wait(lambda: app.window.photo_model.ids == photos)
    return photos


def select(app: App, *rows: int) -> list[PhotoId]:
    window = app.window
    window.grid.setFocus()
    window.grid.rows.select([range(row, row + 1) for row in rows])
    window.grid.selection_changed.emit()
    return window.grid.selected_photos()


def undo(app: App) -> None:
    app.qtbot.mouseClick(app.window.notice.action, LEFT)


def drop(app: App, mime: QMimeData, index: QModelIndex) -> str:
    """Let something go on a line of the panel. Returns what that said of it."""
    view = app.window.sidebar.view
    view.scrollTo(index)
    at, action, target = view.visualRect(index).center(), Qt.DropAction.CopyAction, view.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(at, action, mime, LEFT, NONE))
    QApplication.sendEvent(target, QDragMoveEvent(at, action, mime, LEFT, NONE))
    marked = view.drops.marked
    QApplication.sendEvent(target, QDropEvent(QPointF(at), action, mime, LEFT, NONE))
    return marked


def chooser(app: App) -> AlbumChooser:
    return next(one for one in app.window._wirings if isinstance(one, AlbumWiring)).chooser


def test_chosen_photos_become_an_album_that_is_named_where_it_stands(app: App) -> None:
    window = app.window
    chosen = select(app, 2, 0)
    window.commands.action("new_album").trigger()
    app.wait(lambda: albums(app) == {"New album": 2})
    view = window.sidebar.view
    app.wait(lambda: view.state() is view.State.EditingState)
    editor = view.indexWidget(line(app, "New album")) or QApplication.focusWidget()
    assert editor is not None
    app.qtbot.keyClicks(editor, "Summer")
    app.qtbot.keyClick(editor, Qt.Key.Key_Return)
    app.wait(lambda: albums(app) == {"Summer": 2})
    assert app.engine.albums.photos(app.engine.albums.named("summer")) == chosen
    assert (
        window.sidebar.model.data(line(app, "Summer"), Qt.ItemDataRole.AccessibleTextRole)
        == "Summer, 2 photos"
    )


def test_an_album_is_shown_in_its_order_or_by_date_and_marked_in_the_panel(app: App) -> None:
    window = app.window
    photos = opened(app, "Trip", 3, 0, 2)
    [here] = window.sidebar.view.selectionModel().selectedIndexes()
    assert here.data() == "Trip"
    assert window.browser.line.order.currentText() == "Album order"
    assert window.browser.result.text() == "3 photos in “Trip”"
    assert [chip.data.text for chip in window.browser.search.chips.chips] == ["Trip"]
    window.gallery.set_order(Order.NAME)
    app.wait(lambda: app.wait_for_names() == sorted(app.names()))
    window.gallery.set_order(Order.RELEVANCE)
    app.wait(lambda: window.photo_model.ids == photos)
    # Words search in it.
    app.search("parrots")
    assert sorted(window.photo_model.ids) == sorted(photos)
    assert window.browser.line.order.currentText() == "Best match"


def test_photos_are_taken_out_by_a_key_and_come_back_to_their_places(app: App) -> None:
    window = app.window
    photos = opened(app, "Trip", 3, 0, 2)
    action = window.commands.action("remove_from_album")
    select(app, 1)
    app.wait(action.isEnabled)
    app.qtbot.keyClick(window.grid, Qt.Key.Key_Delete)
    app.wait(lambda: window.photo_model.ids == [photos[0], photos[2]])
    assert "No file was touched" in window.notice.text()
    select(app, 0)
    app.qtbot.keyClick(window.grid, Qt.Key.Key_Delete)
    app.wait(lambda: window.photo_model.ids == [photos[2]])
    # The latest first, by its message or by the key, each once.
    undo(app)
    app.wait(lambda: window.photo_model.ids == [photos[0], photos[2]])
    window.commands.action("undo").trigger()
    app.wait(lambda: window.photo_model.ids == photos)
    window.commands.action("undo").trigger()
    assert "nothing to undo" in window.notice.text()
    window.gallery.show_everything()
    app.wait_for_photos(4)
    select(app, 1)
    assert not action.isEnabled()


def test_photos_are_dragged_out_of_an_album(app: App) -> None:
    window = app.window
    photos = opened(app, "Trip", 3, 0, 2)
    mime = window.photo_model.mimeData([window.photo_model.index(0)])
    index = window.sidebar.index("library", "photos")
    assert drop(app, mime, index) == "Drop to take this out of “Trip”"
    app.wait(lambda: window.photo_model.ids == photos[1:])
    undo(app)
    app.wait(lambda: window.photo_model.ids == photos)


def test_the_order_that_is_shown_becomes_that_of_the_album(app: App) -> None:
    window = app.window
    photos = opened(app, "Trip", 3, 0, 2)
    keep = window.commands.action("arrange_album")
    keep.trigger()
    assert "another order first" in window.notice.text()
    window.gallery.set_order(Order.NAME)
    app.wait(lambda: window.photo_model.ids != photos)
    by_name = list(window.photo_model.ids)
    keep.trigger()
    app.wait(lambda: "keeps this order" in window.notice.text())
    window.gallery.set_order(Order.RELEVANCE)
    app.wait(lambda: window.gallery.answer.query.order is Order.RELEVANCE)
    assert window.photo_model.ids == by_name
    undo(app)
    app.wait(lambda: window.photo_model.ids == photos)


def test_the_details_of_a_photo_lead_to_its_albums(app: App) -> None:
    window = app.window
    [photo] = filled(app, "Trip & more", 2)
    window.panels.show_details(True)
    select(app, 2)
    block = window.details_panel.albums
    app.wait(block.isVisible)
    [button] = block.buttons
    assert button.accessibleName() == "Trip & more"
    app.qtbot.mouseClick(button, LEFT)
    app.wait(lambda: window.photo_model.ids == [photo])
    window.albums.take_out(window.albums.all[0], [photo])
    app.wait(lambda: not window.photo_model.ids)


def test_what_is_dropped_on_an_album_goes_into_it(app: App, tmp_path: Path) -> None:
    window = app.window
    filled(app, "Trip", 0)
    mime = window.photo_model.mimeData([window.photo_model.index(row) for row in range(3)])
    assert drop(app, mime, line(app, "Trip")) == "Drop to put this into “Trip”"
    app.wait(lambda: albums(app) == {"Trip": 3})
    undo(app)
    app.wait(lambda: albums(app) == {"Trip": 1})

    files = QMimeData()
    stranger = tmp_path / "stranger.jpg"
    stranger.write_bytes(b"x")
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in (tmp_path / "Pictures", stranger)])
    drop(app, files, line(app, "Trip"))
    app.wait(lambda: albums(app) == {"Trip": 4})
    app.wait(lambda: "added to “Trip”" in window.notice.text())
    assert "in the library" in window.notice.text()
    drop(app, mime, line(app, "Trip"))
    app.wait(lambda: "already" in window.notice.text())
    assert drop(app, mime, window.sidebar.model.heading(window.albums_section))
    app.wait(lambda: albums(app).get("New album") == 3)


def test_an_album_is_found_by_a_few_letters(app: App) -> None:
    window = app.window
    for name in ("Summer by the sea", "Winter"):
        filled(app, name)
    chosen = select(app, 1)
    window.commands.action("add_to_album").trigger()
    choose = chooser(app)
    assert choose.isVisible()
    assert choose.edit.accessibleName()
    assert choose.list.accessibleName() == "Add to an album"
    app.qtbot.keyClicks(choose.edit, "sea")
    assert [choose.model.index(row).data() for row in range(2)] == [
        "Summer by the sea",
        "New album “sea”",
    ]
    app.qtbot.keyClick(choose.edit, Qt.Key.Key_Return)
    app.wait(lambda: albums(app)["Summer by the sea"] == 1)
    assert window.grid.hasFocus()
    # What was used last comes first; a name that there is not yet makes an album.
    window.commands.action("add_to_album").trigger()
    assert choose.model.index(0).data() == "Summer by the sea"
    app.qtbot.keyClicks(choose.edit, "Autumn")
    app.qtbot.keyClick(choose.edit, Qt.Key.Key_Return)
    app.wait(lambda: albums(app).get("Autumn") == 1)
    assert app.engine.albums.photos(app.engine.albums.named("Autumn")) == chosen


def test_renaming_and_deleting_follow_what_is_shown_and_can_be_undone(app: App) -> None:
    window = app.window
    photos = opened(app, "Trip", 2, 1)
    app.search("type:jpeg")
    window.albums_section.rename(place(app, "Trip"), "Journey")
    app.wait(lambda: albums(app) == {"Journey": 2})
    app.wait(lambda: window.gallery.asked.album == "Journey")
    assert (window.gallery.asked.text, window.photo_model.ids) == ("type:jpeg", photos)
    window.sidebar.view.remove_wanted.emit(line(app, "Journey"))
    app.wait(lambda: not albums(app))
    app.wait_for_photos(4)
    undo(app)
    app.wait(lambda: albums(app) == {"Journey": 2})
    window.commands.action("undo").trigger()
    app.wait(lambda: albums(app) == {"Trip": 2})
    window.commands.action("undo").trigger()
    assert "nothing to undo" in window.notice.text()
    window.albums_section.rename(place(app, "Trip"), "Journey")
    app.wait(lambda: albums(app) == {"Journey": 2})
    filled(app, "Other")
    window.albums_section.rename(place(app, "Other"), "journey")
    app.wait(lambda: "already" in window.notice.text())


def test_an_empty_album_says_how_to_fill_it(app: App) -> None:
    filled(app, "Nothing")
    app.window.albums_section.open(place(app, "Nothing"))
    app.wait(lambda: app.window.browser.page is app.window.browser.nothing)
    assert app.window.browser.nothing.title.text() == "No photos in “Nothing”"


def test_a_search_becomes_a_smart_album_from_the_heading(app: App) -> None:
    window = app.window
    items = window.albums_section.menu(None)
    smart = next(item for item in items if "smart" in item.text)
    smart.act()
    assert "Search for something first" in window.notice.text()
    app.search("type:jpeg")
    smart.act()
    app.wait(lambda: [one.text for one in window.searches_section.places()] == ["type:jpeg"])


@pytest.fixture
def suggesting(app: App) -> Label:
    """A label that is known well enough to be suggested for photos."""
    label = app.engine.labels.add("parrot", threshold=-100.0)
    app.window.tags.look()
    return label


def test_tags_are_suggested_for_the_photos_of_an_album_and_taken_back(
    app: App, suggesting: Label
) -> None:
    window, tags = app.window, app.engine.catalog.tags
    photos = filled(app, "Trip", 0, 2)
    item = next(one for one in window.albums_section.menu(place(app, "Trip")) if "tags" in one.text)
    item.act()
    app.wait(
        lambda: "suggestion(s) for" in window.notice.text() or "suggestions" in window.notice.text()
    )
    found = {tag.photo for tag in tags.of_label(suggesting.id)}
    assert found == set(photos)
    undo(app)
    app.wait(lambda: not tags.of_label(suggesting.id))
    # Smart ones as well.
    app.engine.searches.add("All", "type:jpeg")
    window.saving.read()
    app.wait(window.searches_section.places)
    [smart] = window.searches_section.places()
    next(one for one in window.searches_section.menu(smart) if "tags" in one.text).act()
    app.wait(lambda: len(tags.of_label(suggesting.id)) == 4)


def test_without_labels_nothing_is_suggested(app: App) -> None:
    filled(app, "Trip", 0)
    section = app.window.albums_section
    next(one for one in section.menu(place(app, "Trip")) if "tags" in one.text).act()
    app.wait(lambda: "no labels yet" in app.window.notice.text())


# The offscreen platform says so of every window of its own.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_album_is_divided_by_labels(app: App) -> None:
    window, catalog = app.window, app.engine.catalog
    photos = opened(app, "All", 0, 1, 2, 3)
    items = window.albums_section.menu(place(app, "All"))
    next(item for item in items if "labels" in item.text).act()
    app.wait(lambda: "Tag its photos first" in window.notice.text())
    label = catalog.labels.add(Label(LabelId(0), "things/red"))
    assert label is not None
    states = [TagState.ACCEPTED, TagState.SUGGESTED, TagState.REJECTED]
    catalog.tags.put(
        Tag(photo, label.id, state, TagSource.PERSON)
        for photo, state in zip(photos, states, strict=False)
    )
    window.commands.action("split_album").trigger()
    app.wait(lambda: window.findChildren(SplitDialog))
    [dialog] = window.findChildren(SplitDialog)
    assert dialog.groups[0].text() == "things/red: 2 photos, 1 of them only suggested"
    dialog.rest.setChecked(True)
    assert dialog.make.text().startswith("Make 2 album")
    app.qtbot.mouseClick(dialog.make, LEFT)
    app.wait(lambda: albums(app) == {"All": 4, "All – others": 2, "All – red": 2})
    undo(app)
    app.wait(lambda: albums(app) == {"All": 4})
