"""Labels in the side panel: a tree, its counts, what is dropped, and undoing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from photoclip.domain import Label, LabelId, TagState
from photoclip.gui.dropping import Dropped
from photoclip.gui.sections.label_tree import LabelRow, key_of, tree
from photoclip.gui.sections.labels import LABELS, LabelsSection

from ..conftest import App
from .conftest import PARROTS, made, photo_named


def row(number: int, name: str, *counts: int, color: str = "") -> LabelRow:
    return LabelRow(Label(LabelId(number), name, color=color), *counts)


def test_labels_lie_below_each_other_as_their_names_say() -> None:
    places = tree(
        [
            row(1, "animals/dog/puppy", 1),
            row(2, "Animals/cat", 2, 3, color="#ff0000"),
            row(3, "beach", 4),
            row(4, "animals/dog"),
        ]
    )
    assert [(place.text, place.count) for place in places] == [("animals", None), ("beach", 4)]
    cat, dog = places[0].children
    assert (cat.text, cat.count, cat.waiting, cat.dot) == ("cat", 2, 3, "#ff0000")
    assert (dog.text, dog.count) == ("dog", 0)
    assert [place.text for place in dog.children] == ["puppy"]
    # What is only a part of names cannot be renamed, and is no label.
    assert not places[0].renamable and not places[0].removable


def test_a_name_without_a_slash_stays_below_its_parent() -> None:
    section = LabelsSection()
    section.show([row(1, "animals/dog")])
    renamed: list[str] = []
    section.rename_wanted.connect(lambda _, name: renamed.append(name))
    dog = section.places()[0].children[0]
    section.rename(dog, "hound")
    section.rename(dog, "pets/dog")
    assert renamed == ["animals/hound", "pets/dog"]


def test_a_click_shows_the_photos_and_a_drop_labels_them(app: App) -> None:
    label = made(app, "animals/parrot", color="#00aa00")
    section, window = app.window.labels_section, app.window
    photo = photo_named(app, PARROTS)
    place = section.places()[0].children[0]
    dropped = Dropped(photos=(photo,), everything=(photo,))
    assert section.wants(dropped)
    assert "parrot" in section.accepts(place, dropped)
    assert section.accepts(None, dropped) == ""
    section.take(place, dropped)
    app.wait(lambda: "labelled “animals/parrot”" in window.notice.text())
    app.wait(lambda: section.places()[0].children[0].count == 1)
    section.open(section.places()[0].children[0])
    app.wait_for_photos(1)
    assert window.gallery.asked.label == "animals/parrot"
    assert window.sidebar.view.selectionModel().selectedIndexes() == [
        window.sidebar.index(LABELS, key_of(label))
    ]
    window.notice._do()
    app.wait(lambda: section.places()[0].children[0].count == 0)
    app.wait(lambda: window.photo_model.rowCount() == 0)
    assert app.engine.catalog.tags.counts() == {}


def test_a_label_is_deleted_with_its_tags_and_comes_back(app: App) -> None:
    label, window = made(app, "parrot"), app.window
    photo = photo_named(app, PARROTS)
    window.labelling.say(label, [photo])
    app.wait(lambda: window.labels_section.places()[0].count == 1)
    window.labels_section.remove(window.labels_section.places()[0])
    app.wait(lambda: "was deleted" in window.notice.text())
    app.wait(lambda: window.labels_section.places()[0].hint)
    window.notice._do()
    app.wait(lambda: window.labels_section.places()[0].count == 1)
    [tag] = app.engine.catalog.tags.of_photo(photo)
    assert (tag.label, tag.state) == (label.id, TagState.ACCEPTED)


def test_the_menu_leads_to_the_page_and_to_the_suggestions(app: App) -> None:
    label, window = made(app, "parrot", threshold=-1000.0), app.window
    app.engine.tagging.apply([label])
    window.labelling.read()
    app.wait(lambda: window.labels_section.places()[0].waiting == 4)
    place = window.labels_section.places()[0]
    items = {item.text: item.act for item in window.labels_section.menu(place)}
    items["Review suggestions…"]()
    app.wait(lambda: window.review_page.scope == label.id and len(window.review_page.queue) == 4)
    items["Tune…"]()
    assert window.labels_page.label == label
    items["New label below it…"]()
    assert window.labels_page.one.draft.name == "parrot/"


def test_a_label_that_no_photo_has_leads_to_what_it_would_find(app: App) -> None:
    window, page = app.window, app.window.labels_page
    label = made(app, "birds/parrot")
    window.label_places.show_photos(label)
    nothing = window.browser.nothing
    app.wait(lambda: window.browser.page is nothing)
    assert "birds/parrot" in nothing.title.text()
    app.qtbot.mouseClick(nothing.tune, Qt.MouseButton.LeftButton)
    app.wait(lambda: page.one.place is not None)
    assert page.one.kept.id == label.id
    # What else is asked for may be why nothing is found.
    window.gallery.search_text("label:birds/parrot date:1990")
    app.wait(lambda: window.browser.page is nothing and not nothing.tune.isVisible())
    # A group is no label itself.
    window.gallery.search_saved("label:birds")
    app.wait(lambda: nothing.tune.isVisible())
    app.qtbot.mouseClick(nothing.tune, Qt.MouseButton.LeftButton)
    assert window.browser.page is page
