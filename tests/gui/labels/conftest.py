"""The page of labels as its tests need it."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.domain import Label
from photoclip.gui.views.labels.page import LabelsPage

from ..conftest import App, OpenApp, copy_samples, with_photos

PARROTS, BARN, MOTOCROSS = "two_parrots", "red_barn", "motocross"
NAMES = [PARROTS, BARN, MOTOCROSS, "woman_in_a_red_hat"]


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    return with_photos(open_app, copy_samples(tmp_path / "Pictures", NAMES), len(NAMES))


def page_of(app: App) -> LabelsPage:
    """The page of labels, opened as a person does."""
    app.window.commands.action("labels").trigger()
    page = app.window.labels_page
    assert app.window.browser.page is page
    return page


def made(app: App, name: str, **fields: object) -> Label:
    """A label that is there already, and known to the window."""
    label = app.engine.labels.add(name, **fields)
    app.window.labelling.read()
    app.wait(lambda: app.window.labelling.row(label.id) is not None)
    return label


def tuned(app: App, label: Label) -> LabelsPage:
    """The page of a label, with a preview."""
    page = app.window.labels_page
    app.window.label_places.open(label)
    app.wait(lambda: page.one.place is not None)
    return page


def photo_named(app: App, name: str) -> int:
    """The photo whose file name begins like this."""
    model = app.window.photo_model
    return next(
        photo for photo, file in zip(model.ids, app.names(), strict=True) if file.startswith(name)
    )
