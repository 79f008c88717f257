"""The search box understands the language of queries, and says what it does not understand."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import App, OpenApp, copy_samples, with_photos


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    base = tmp_path / "Pictures"
    copy_samples(base / "north", ["two_parrots", "red_barn"])
    copy_samples(base / "south", ["woman_in_a_red_hat", "mountain_stream"])
    return with_photos(open_app, base, 4)


def search(app: App, text: str) -> None:
    gallery = app.window.gallery
    app.window.browser.search.type_on(text)
    app.wait(lambda: gallery.answer is not None and gallery.answer.query.text == text)


def line(app: App) -> str:
    return app.window.browser.result.text()


def test_filters_narrow_and_alone_they_list(app: App) -> None:
    search(app, "in:north")
    answer = app.window.gallery.answer
    assert answer is not None
    assert answer.days is not None
    assert len(answer.scores) == 0
    assert line(app) == "2 photos"
    search(app, "parrots in:south")
    assert len(app.window.photo_model.ids) == 2
    search(app, "in:north size:<1kb")
    assert app.window.browser.page is app.window.browser.nothing


def test_what_is_not_understood_is_told_while_the_rest_is_shown(app: App) -> None:
    search(app, "parrots album:Summer")
    app.wait_for_names()
    assert "two_parrots" in app.names()[0]
    assert line(app).startswith("there are no albums yet · 4 photos")
    search(app, "date:20x3")
    assert app.window.browser.page is app.window.browser.nothing
    assert app.window.browser.search.edit.text() == "date:20x3"


def test_each_part_says_why(app: App) -> None:
    search(app, "parrots + barn -people")
    photo = app.window.photo_model.ids[0]
    match = app.window.gallery.why(photo)
    assert match is not None
    assert [name for name, _ in match.parts] == ["parrots", "barn", "-people"]
    assert all(-1 <= cosine <= 1 for _, cosine in match.parts)
    search(app, "parrots")
    match = app.window.gallery.why(photo)
    assert match is not None
    assert match.parts == ()
