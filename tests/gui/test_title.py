"""The title tells what is open."""

from __future__ import annotations

from pathlib import Path

from .conftest import OpenApp, with_photos


def test_the_title_of_the_first_start(open_app: OpenApp) -> None:
    app = open_app()
    app.wait(lambda: app.window.windowTitle() == "Welcome")


def test_the_title_follows(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    window = app.window
    titles = []

    def title() -> str:
        titles.append(window.windowTitle())
        return titles[-1]

    assert title() == "All photos"
    app.search("red barn")
    assert title() == "“red barn”"
    window.looking.look_at(0)
    assert title() == app.names()[0]
    window.viewer.next()
    assert title() == app.names()[1]
    window.commands.action("preferences").trigger()
    assert title() == "Preferences"
    window.commands.action("problems").trigger()
    assert title() == "Problems"
    window.commands.action("labels").trigger()
    assert title() == "Labels"
    window.commands.action("review").trigger()
    assert title() == "Review"
    window.gallery.search_photos([window.photo_model.ids[0]])
    app.wait(lambda: window.windowTitle() == "Similar photos")
