"""The page of one label: what it would do while it is written, by slider, presets, and clicks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt

from photoclip.domain import Label, LabelId, PhotoId, Preset, TagState
from photoclip.errors import ModelError
from photoclip.gui.models.stops import Stops
from photoclip.gui.views.labels.label_page import LabelPage
from photoclip.tagging.preview import Preview
from photoclip.tagging.service import Tagging, Verdict

from ..conftest import App
from .conftest import made, tuned

LEFT = Qt.MouseButton.LeftButton
WAYS = ("parrot", "colourful parrots")


def preview_of(count: int, places: dict[Preset, int] | None = None) -> Preview:
    """What a label would do to so many photos, without a model."""
    scores = np.linspace(8, -4, count).astype(np.float32)
    precision = np.concatenate([[0], np.linspace(0.9, 0.01, count)]).astype(np.float32)
    found = places or dict.fromkeys(Preset, 0)
    return Preview(
        np.arange(count),
        scores,
        np.zeros(count, np.int8),
        np.arange(count + 1),
        precision,
        found[Preset.BALANCED],
        found,
        0,
        "" if any(found.values()) else "nothing clearly matches",
    )


def shown(app: App, places: dict[Preset, int] | None = None, count: int = 2000) -> LabelPage:
    """A label's page with a preview that a test made."""
    page = tuned(app, made(app, "parrot"))
    page.one.look_wanted.disconnect()
    page.one.typed.disconnect()
    page.one.show_preview(preview_of(count, places))
    return page.one


def test_stops_are_close_where_it_matters() -> None:
    stops = Stops(100_000, [777, 40_001, 200_000, -3])
    places = stops.places
    assert places[:101].tolist() == list(range(101))
    assert places[-1] == 100_000
    assert {777, 40_001} <= set(places.tolist())
    assert len(stops) < 320
    assert all(stops.place(stops.position(int(place))) == place for place in places)
    assert stops.place(-1) == 0 and stops.place(10_000) == 100_000
    assert Stops(0).places.tolist() == [0]


def test_photos_show_up_while_a_label_is_written(app: App) -> None:
    window, page = app.window, app.window.labels_page
    window.commands.action("new_label").trigger()
    one = page.one
    assert one.editor.name.hasFocus()
    assert not one.keep.isEnabled()
    app.qtbot.keyClicks(one.editor.name, "parrot")
    app.wait(lambda: one.place is not None)
    assert set(one.sides.accepted.photos.ids) | set(one.sides.rejected.photos.ids) == set(
        window.photo_model.ids
    )
    assert one.keep.text() == "Create label"
    app.qtbot.mouseClick(one.keep, LEFT)
    app.wait(lambda: one.kept.id)
    assert not one.is_changed
    app.wait(lambda: window.labelling.named("parrot") is not None)
    window.notice._do()
    app.wait(lambda: window.labelling.named("parrot") is None)
    assert page.label is None


def test_a_name_that_is_taken_is_told_where_it_stands(app: App) -> None:
    made(app, "barn")
    window, one = app.window, app.window.labels_page.one
    window.label_places.make("barn")
    app.qtbot.mouseClick(one.keep, LEFT)
    app.wait(one.editor.wrong.isVisible)
    assert "barn" in one.editor.wrong.text()
    app.qtbot.keyClicks(one.editor.name, "s")
    assert not one.editor.wrong.isVisible()


def test_the_slider_tells_how_many_and_how_sure(app: App) -> None:
    one = shown(app, {Preset.FEW: 5, Preset.BALANCED: 20, Preset.GENEROUS: 90})
    threshold = one.threshold
    assert (one.place, threshold.presets[Preset.BALANCED].isChecked()) == (20, True)
    assert threshold.figures.count.startswith("20 photo")
    assert threshold.figures.precision == "about 89 % right (estimate)"
    # The nearest to the edge first on either side.
    assert one.sides.accepted.photos.ids[:2] == [19, 18]
    assert one.sides.rejected.photos.ids[:2] == [20, 21]
    app.qtbot.keyClick(threshold.slider, Qt.Key.Key_Right)
    assert one.place == 21
    assert one.sides.accepted.photos.ids[0] == 20
    assert not any(button.isChecked() for button in threshold.presets.values())
    assert one.draft.threshold is not None and one.is_changed
    assert "21 photo" in threshold.slider.accessibleDescription()
    app.qtbot.mouseClick(threshold.presets[Preset.FEW], LEFT)
    assert (one.place, one.draft.preset, one.draft.threshold) == (5, Preset.FEW, None)
    app.qtbot.mouseClick(one.discard, LEFT)
    assert one.draft == one.kept


def test_where_nothing_clearly_matches_the_closest_are_offered(app: App) -> None:
    one = shown(app)
    assert one.place == 0
    assert one.sides.nobody.isVisible()
    assert one.sides.nobody.text().startswith("Nothing clearly matches")
    assert len(one.sides.rejected.photos.ids) > 50
    one.sides.focus()
    assert one.sides.rejected.hasFocus()


def test_the_place_stays_where_a_person_put_it(app: App) -> None:
    one = shown(app, dict.fromkeys(Preset, 10))
    one.threshold.slider.setValue(40)
    one.show_preview(preview_of(1500, dict.fromkeys(Preset, 10)))
    assert one.place == 40
    assert one.draft.threshold == pytest.approx(preview_of(1500).threshold(40))


def test_only_the_newest_draft_is_looked_at(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    tuning, asked, told = app.window.tuning, [], []

    def preview(self: Tagging, label: Label, cancel: object = None) -> Preview:
        asked.append(label.name)
        return preview_of(3)

    monkeypatch.setattr(Tagging, "preview", preview)
    tuning.previewed.connect(lambda draft, _: told.append(draft.name))
    for end in range(1, 7):
        tuning.type(Label(LabelId(0), "parrot"[:end]))
    app.wait(lambda: told)
    assert (asked, told) == (["parrot"], ["parrot"])
    for name in ("one", "two", "three"):
        tuning.ask(Label(LabelId(0), name))
    app.wait(lambda: told[-1] == "three")
    assert "two" not in asked
    tuning.ask(Label(LabelId(0), "dropped"))
    tuning.drop()
    tuning.ask(Label(LabelId(0), "last"))
    app.wait(lambda: told[-1] == "last")
    assert "dropped" not in told


def test_a_model_that_fails_is_told_and_asked_again(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tuned(app, made(app, "parrot"))
    one = page.one

    def broken(*_: object) -> Preview:
        raise ModelError("the model is gone")

    with monkeypatch.context() as patch:
        patch.setattr(Tagging, "preview", broken)
        one.look_again()
        app.wait(one.retry.isVisible)
    assert "the model is gone" in one.sides.nobody.text()
    assert not one.applying.apply.isEnabled()
    app.qtbot.mouseClick(one.retry, LEFT)
    app.wait(lambda: one.place is not None)
    assert not one.retry.isVisible()


def state_of(app: App, photo: PhotoId) -> TagState | None:
    tags = app.engine.catalog.tags.of_photo(photo)
    return tags[0].state if tags else None


def test_keys_say_what_is_right_and_what_is_not(app: App) -> None:
    one = tuned(app, made(app, "colourful parrots")).one
    app.window.activateWindow()
    sides, first = one.sides, one.sides.rejected.photos.ids
    sides.rejected.setFocus()
    sides.rejected.setCurrentIndex(sides.rejected.photos.index(0))
    photo, following = first[0], first[1]
    app.qtbot.keyClick(sides.rejected, Qt.Key.Key_A)
    # At once, and the keys are on the next photo.
    assert photo not in sides.rejected.photos.ids
    assert sides.rejected.chosen() == [following]
    app.wait(lambda: one.editor.right.photos.ids == [photo])
    assert state_of(app, photo) is TagState.ACCEPTED
    app.qtbot.keyClick(sides.current, Qt.Key.Key_R)
    app.wait(lambda: one.editor.refused.photos.ids)
    [refused] = one.editor.refused.photos.ids
    assert state_of(app, refused) is TagState.REJECTED
    app.qtbot.keyClick(sides.current, Qt.Key.Key_U)
    app.wait(lambda: not one.editor.refused.photos.ids)
    assert state_of(app, refused) is None
    one.editor.right.setCurrentIndex(one.editor.right.photos.index(0))
    app.qtbot.keyClick(one.editor.right, Qt.Key.Key_Delete)
    app.wait(lambda: not one.editor.right.photos.ids)
    assert state_of(app, photo) is None


def test_the_mouse_says_it_on_the_tile(app: App) -> None:
    one = tuned(app, made(app, "colourful parrots")).one
    tiles = one.sides.rejected
    photo = tiles.photos.ids[0]
    cell = tiles.visualRect(tiles.photos.index(0))
    _, wrong = dict(tiles._delegate.buttons(cell)).items()
    assert wrong[0] is Verdict.WRONG
    app.qtbot.mouseClick(tiles.viewport(), LEFT, pos=wrong[1].center())
    app.wait(lambda: one.editor.refused.photos.ids == [photo])


def test_tiles_are_told_to_those_who_hear_the_window(app: App) -> None:
    one = tuned(app, made(app, "colourful parrots")).one
    tiles, role = one.sides.rejected.photos, Qt.ItemDataRole.AccessibleTextRole
    photo = tiles.ids[0]
    # Before anybody asks.
    app.wait(lambda: tiles.row(photo) is not None)
    path = app.engine.catalog.files.paths_of([photo])[photo][0]
    assert tiles.index(0).data(role).startswith(path.name)
    app.window.labelling.say(made(app, "noon"), [photo])
    app.wait(lambda: "Labels: noon" in tiles.index(0).data(role))


def test_those_that_were_decided_on_leave_the_others_as_they_are(app: App) -> None:
    tiles = app.window.labels_page.one.sides.rejected
    tiles.show_photos([PhotoId(n) for n in range(1, 6)])
    tiles.setCurrentIndex(tiles.photos.index(1))
    tiles.leave_out([PhotoId(1), PhotoId(4)])
    assert tiles.photos.ids == [2, 3, 5]
    assert tiles.chosen() == [3]


@pytest.mark.parametrize(
    "leave",
    [
        lambda app: app.qtbot.keyClick(app.window.labels_page, Qt.Key.Key_Escape),
        lambda app: app.window.gallery.show_everything(),
        lambda app: app.window.label_places.make(""),
    ],
)
def test_nothing_written_is_lost_by_looking_elsewhere(
    app: App, leave: Callable[[App], object]
) -> None:
    label, window = made(app, "parrot"), app.window
    one = tuned(app, label).one
    one.editor.prompts.setPlainText("a parrot\n\n  a bird ")
    leave(app)
    app.wait(lambda: app.engine.labels.get(label.id).prompts == ("a parrot", "a bird"))
    app.wait(lambda: "was changed" in window.notice.text())
    window.notice._do()
    app.wait(lambda: app.engine.labels.get(label.id).prompts == ())


def test_a_new_label_waits_until_somebody_comes_back(app: App) -> None:
    window, one = app.window, app.window.labels_page.one
    window.label_places.make("")
    app.qtbot.keyClicks(one.editor.name, "typewriter")
    window.gallery.show_everything()
    window.label_places.make("")
    assert one.draft.name == "typewriter"
    assert app.engine.labels.all() == []


def test_changes_from_elsewhere_show_up(app: App) -> None:
    label = made(app, "parrot")
    one = tuned(app, label).one
    app.window.labelling.change(label, name="birds/parrot", color="#00aa00")
    app.wait(lambda: one.kept.name == "birds/parrot")
    assert one.editor.name.text() == "birds/parrot"
    assert not one.is_changed


def test_all_that_a_label_is_can_be_written(app: App) -> None:
    label, window = made(app, "parrot", templates=("scene", "event")), app.window
    one = tuned(app, label).one
    editor = one.editor
    assert not one.is_changed
    app.qtbot.keyClicks(editor.description, "In the garden")
    editor.prompts.setPlainText("a parrot")
    editor.templates.setCurrentIndex(1)
    editor.color._take("#4178d4")
    editor.automatic.setChecked(True)
    wanted = one.draft
    assert wanted.templates != label.templates and len(wanted.templates) == 1
    app.qtbot.mouseClick(one.keep, LEFT)
    app.wait(lambda: not one.is_changed)
    assert app.engine.labels.get(label.id) == wanted
    assert (wanted.color, wanted.automatic) == ("#4178d4", True)
    assert window.labelling.named("PARROT") is not None


def test_a_narrow_page_shows_one_half_at_a_time(app: App) -> None:
    page = tuned(app, made(app, "parrot"))
    app.window.resize(800, 600)
    one = page.one
    app.wait(one.define.isVisible)
    assert one.sides.isVisible() and not one.editor.isVisible()
    app.qtbot.mouseClick(one.define, LEFT)
    assert one.editor.isVisible() and not one.sides.isVisible()
    app.window.resize(1400, 800)
    app.wait(lambda: one.editor.isVisible() and one.sides.isVisible())
