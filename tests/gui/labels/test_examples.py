"""Examples from anywhere, dropped and pasted on the page of a label."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QSignalSpy

from photoclip.domain import Label
from photoclip.gui.views.labels.label_page import LabelPage
from photoclip.gui.views.labels.tiles import Tiles
from photoclip.paths import bundled

from ..conftest import App, OpenApp, close
from .conftest import PARROTS, made, photo_named, tuned

LEFT = Qt.MouseButton.LeftButton
SAMPLES = bundled("resources/sample_photos")


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def bitmap(color: str, link: str = "") -> QMimeData:
    """A picture as the clipboard and browsers hold it, without a file."""
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor(color))
    mime = QMimeData()
    mime.setImageData(picture)
    if link:
        mime.setUrls([QUrl(link)])
    return mime


def drop(tiles: Tiles, *paths: Path) -> None:
    drop_mime(tiles, files(*paths))


def drop_mime(tiles: Tiles, mime: QMimeData) -> None:
    """mime: held by the caller, as the event does not own it."""
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    tiles.dropEvent(QDropEvent(QPointF(5, 5), action, mime, LEFT, keys))


@pytest.fixture
def elsewhere(tmp_path: Path) -> list[Path]:
    """Two pictures in a folder that nobody watches."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return [Path(shutil.copy(sample, folder)) for sample in sorted(SAMPLES.glob("*.jpg"))[:2]]


def kept(app: App, label: Label) -> Label:
    return app.engine.labels.get(label.id)


def shown(app: App, label: Label) -> LabelPage:
    return tuned(app, label).one


def test_pictures_from_anywhere_become_examples(
    app: App, tmp_path: Path, elsewhere: list[Path]
) -> None:
    window, one = app.window, app.window.labels_page.one
    window.label_places.make("parrot")
    app.wait(lambda: one.place is not None)
    known = next((tmp_path / "Pictures").glob(f"{PARROTS}*"))
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    # A label that is not kept yet is made for it; what the library has is tagged.
    drop(one.editor.right, known, elsewhere[0], broken, tmp_path / "elsewhere")
    app.wait(lambda: one.editor.right.photos.ids == [photo_named(app, PARROTS)])
    assert one.kept.name == "parrot"
    app.wait(lambda: list(one.editor.shown_outside.chips) == [elsewhere[0]])
    assert kept(app, one.kept).examples == (elsewhere[0],)
    assert "broken.jpg" in window.notice.text() and "1 folder" in window.notice.text()
    drop(one.editor.refused, elsewhere[1])
    app.wait(lambda: list(one.editor.refused_outside.chips) == [elsewhere[1]])
    app.wait(lambda: one._preview is not None and one._preview.clicks == 3)
    # Nothing of it has to be saved.
    assert not one.is_changed
    app.wait(lambda: len(one.editor.shown_outside._pictures) == 1)


def test_examples_are_pasted_where_the_keys_are(app: App, elsewhere: list[Path]) -> None:
    label = made(app, "parrot")
    one, paste = shown(app, label), app.window.commands.action("paste")
    app.window.activateWindow()
    assert paste.text() == "Take the clipboard as an example of the label"
    QGuiApplication.clipboard().setMimeData(files(elsewhere[0]))
    paste.trigger()
    app.wait(lambda: kept(app, label).examples == (elsewhere[0],))
    QGuiApplication.clipboard().setMimeData(files(elsewhere[1]))
    one.editor.refused.setFocus()
    paste.trigger()
    app.wait(lambda: kept(app, label).counterexamples == (elsewhere[1],))
    QGuiApplication.clipboard().setText("words")
    paste.trigger()
    assert "Text cannot be dropped" in app.window.notice.text()


def test_an_example_is_taken_away_and_comes_back(app: App, elsewhere: list[Path]) -> None:
    label, window = made(app, "parrot", examples=elsewhere), app.window
    one = shown(app, label)
    app.wait(lambda: one._preview is not None and one._preview.clicks == 2)
    # What is typed meanwhile stays.
    one.editor.description.setText("of the zoo")
    outside = one.editor.shown_outside
    app.qtbot.mouseClick(outside.chips[elsewhere[0]].remove, LEFT)
    app.wait(lambda: list(outside.chips) == [elsewhere[1]])
    assert elsewhere[0].name in window.notice.text()
    window.notice._do()
    app.wait(lambda: set(outside.chips) == set(elsewhere))
    assert set(kept(app, label).examples) == set(elsewhere)
    assert one.draft.description == "of the zoo"
    app.qtbot.mouseClick(one.keep, LEFT)
    app.wait(lambda: not one.is_changed)
    assert set(kept(app, label).examples) == set(elsewhere)
    app.wait(lambda: one._preview is not None and one._preview.clicks == 2)
    app.qtbot.keyClick(outside.chips[elsewhere[1]].remove, Qt.Key.Key_Delete)
    app.wait(lambda: list(outside.chips) == [elsewhere[0]])


def test_pictures_without_a_file_are_examples_like_others(app: App, tmp_path: Path) -> None:
    label, window = made(app, "parrot"), app.window
    one, paste = shown(app, label), window.commands.action("paste")
    taught = QSignalSpy(window.teaching.taught)
    blue = bitmap("blue", "http://example.com/blue.png")
    drop_mime(one.editor.refused, blue)
    app.wait(lambda: taught.count() == 1)
    # The same picture is the same example.
    for number in (2, 3):
        QGuiApplication.clipboard().setMimeData(bitmap("red"))
        paste.trigger()
        app.wait(lambda number=number: taught.count() == number)
    [path], [_] = kept(app, label).examples, kept(app, label).counterexamples
    folder = app.engine.paths.examples
    assert len(list(folder.iterdir())) == 2 and path.parent == folder
    app.wait(lambda: one._preview is not None and one._preview.clicks == 2)
    outside = one.editor.shown_outside
    app.wait(lambda: outside._pictures)
    assert outside.chips[path].name.text() == "Picture"
    app.qtbot.mouseClick(outside.chips[path].remove, LEFT)
    app.wait(lambda: window.notice.text() == "“Picture” is no example any more.")
    assert kept(app, label).examples == ()
    app.engine.tagging.forget_unused_examples()
    window.notice._do()
    app.wait(lambda: kept(app, label).examples == (path,))
    assert path.exists()


def test_a_picture_is_an_example_also_where_somebody_writes(app: App) -> None:
    label = made(app, "parrot")
    editor = shown(app, label).editor
    mime = bitmap("red")
    mime.setText("a table")
    QGuiApplication.clipboard().setMimeData(mime)
    editor.prompts.setFocus()
    app.qtbot.keySequence(editor.prompts, QKeySequence.StandardKey.Paste)
    assert editor.prompts.toPlainText() == "a table"
    for number, (part, color) in enumerate([(editor.prompts, "red"), (editor.name, "blue")], 1):
        QGuiApplication.clipboard().setMimeData(bitmap(color))
        part.setFocus()
        app.qtbot.keySequence(part, QKeySequence.StandardKey.Paste)
        app.wait(lambda number=number: len(kept(app, label).examples) == number)
    assert editor.name.text() == "parrot"


def test_what_cannot_be_kept_says_why(app: App) -> None:
    window = app.window
    window.label_places.make("parrot")
    one, paste = window.labels_page.one, window.commands.action("paste")
    app.wait(lambda: one.place is not None)
    damaged = QMimeData()
    damaged.setData("image/png", b"no picture at all")
    QGuiApplication.clipboard().setMimeData(damaged)
    paste.trigger()
    # A label that is not kept yet is made for it.
    app.wait(lambda: "Copy it again, or save it as a file" in window.notice.text())
    assert window.notice.text().startswith("this picture is ")
    folder = app.engine.paths.examples
    folder.write_bytes(b"")
    picture = bitmap("red")
    drop_mime(one.editor.right, picture)
    app.wait(lambda: "pictures cannot be kept here" in window.notice.text())
    assert kept(app, one.kept).examples == ()
    folder.unlink()
    drop_mime(one.editor.right, picture)
    app.wait(lambda: len(kept(app, one.kept).examples) == 1)
    # Nothing is fetched.
    link = QMimeData()
    link.setUrls([QUrl("http://example.com/red.png")])
    QGuiApplication.clipboard().setMimeData(link)
    paste.trigger()
    assert "Save the picture first" in window.notice.text()


def test_a_file_that_is_gone_says_so_where_it_is_needed(app: App, elsewhere: list[Path]) -> None:
    # As after a model that has not seen it.
    elsewhere[0].unlink()
    one = shown(app, made(app, "parrot", examples=elsewhere))
    outside = one.editor.shown_outside
    app.wait(outside.unusable.isVisible)
    assert elsewhere[0].name in outside.unusable.text()
    assert "oes not exist" in outside.chips[elsewhere[0]].toolTip()
    assert "oes not exist" not in outside.chips[elsewhere[1]].toolTip()


def test_examples_are_there_after_a_restart(
    app: App, open_app: OpenApp, elsewhere: list[Path]
) -> None:
    label = made(app, "parrot")
    one = shown(app, label)
    drop(one.editor.right, elsewhere[0])
    app.wait(lambda: kept(app, label).examples == (elsewhere[0],))
    app.wait(lambda: one.editor.shown_outside._pictures)
    close(app)
    elsewhere[0].unlink()
    again = open_app()
    again.wait(lambda: again.window.labelling.row(label.id) is not None)
    one = shown(again, again.engine.labels.get(label.id))
    again.wait(lambda: one._preview is not None and one._preview.clicks == 1)
    assert list(one.editor.shown_outside.chips) == [elsewhere[0]]
    assert not one.editor.shown_outside.unusable.isVisible()
    # Its picture is kept as it was seen.
    again.wait(lambda: one.editor.shown_outside._pictures)
