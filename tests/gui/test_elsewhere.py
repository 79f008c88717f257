"""What another process writes into the library shows in the window that holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.domain import Tag, TagSource, TagState
from photoclip.engine import Engine
from photoclip.gui.controllers.paging import Place
from photoclip.tagging.service import Verdict

from .conftest import App, OpenApp, copy_samples, with_photos

NAMES = ["two_parrots", "red_barn"]


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    return with_photos(open_app, copy_samples(tmp_path / "Pictures", NAMES), len(NAMES))


def guest_of(app: App) -> Engine:
    return Engine.open(app.engine.paths, sharing=True)


def test_labels_and_tags_show_wherever_they_are_told(app: App) -> None:
    window = app.window
    first, second = window.photo_model.ids
    window.grid.show_photo(0)
    with guest_of(app) as guest:
        label = guest.labels.add("animals/parrot")
        guest.tagging.click(label.id, [first], Verdict.RIGHT)
        guest.catalog.tags.put(
            [Tag(second, label.id, TagState.SUGGESTED, TagSource.AUTO, 3.0)],
        )
    app.wait(lambda: window.labelling.row(label.id) is not None)
    [animals] = window.labels_section.places()
    [parrot] = animals.children
    assert (parrot.text, parrot.count, parrot.waiting) == ("parrot", 1, 1)
    app.wait(lambda: window.tags.waiting == 1)
    app.wait(lambda: app.names() and window.photo_model.row(first).labels == (label,))
    window.label_places.show_photos(label)
    app.wait(lambda: list(window.photo_model.ids) == [first])
    with guest_of(app) as guest:
        guest.tagging.click(label.id, [second], Verdict.RIGHT)
    app.wait(lambda: set(window.photo_model.ids) == {first, second})


def test_the_page_of_a_label_follows_what_becomes_of_it(app: App) -> None:
    window, page = app.window, app.window.labels_page
    label = app.engine.labels.add("parrot")
    window.labelling.read()
    app.wait(lambda: window.labelling.row(label.id) is not None)
    window.label_places.open(label)
    app.wait(lambda: page.one.place is not None)
    with guest_of(app) as guest:
        guest.labels.edit(label.id, name="macaw", prompts=("a macaw",))
        guest.tagging.click(label.id, window.photo_model.ids[:1], Verdict.RIGHT)
    app.wait(lambda: page.one.kept.prompts == ("a macaw",))
    assert page.one.draft.name == "macaw"
    app.wait(lambda: len(page.one.editor.right.photos.ids) == 1)
    with guest_of(app) as guest:
        guest.labels.remove(label.id)
    app.wait(lambda: page.label is None)
    assert window.gallery.place is Place.LABELS


def test_what_was_typed_of_a_label_is_not_lost_to_another_process(app: App) -> None:
    window, one = app.window, app.window.labels_page.one
    label = app.engine.labels.add("parrot")
    window.labelling.read()
    app.wait(lambda: window.labelling.row(label.id) is not None)
    window.label_places.open(label)
    app.wait(lambda: one.place is not None)
    one.editor.name.setText("my parrot")
    with guest_of(app) as guest:
        guest.labels.edit(label.id, color="#112233")
    app.wait(lambda: window.labelling.row(label.id).label.color == "#112233")
    assert one.draft.name == "my parrot"
