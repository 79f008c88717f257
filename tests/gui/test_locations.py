"""Names on disk are bytes; Qt knows only text."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from photoclip.gui import desktop, locations
from photoclip.gui.models.photos import PhotoGridModel

from .conftest import OpenApp, sample, with_photos

NAMES = st.binary(min_size=1, max_size=20).filter(
    lambda name: b"/" not in name and b"\0" not in name and name not in (b".", b"..")
)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@given(NAMES)
def test_urls_keep_every_byte(name: bytes) -> None:
    path = Path(os.fsdecode(b"/photos/" + name))
    assert locations.path_of(locations.url_of(path)) == path
    assert locations.url_of(path).isLocalFile()


def test_urls_of_other_programs() -> None:
    assert locations.path_of(QUrl("file:///photos/a%20b%23.jpg")) == Path("/photos/a b#.jpg")
    assert locations.path_of(QUrl("file://localhost/photos/a.jpg")) == Path("/photos/a.jpg")
    assert locations.path_of(QUrl.fromLocalFile("/photos/é ü.jpg")) == Path("/photos/é ü.jpg")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems refuse the name")
def test_a_photo_whose_name_is_no_text(open_app: OpenApp, tmp_path: Path) -> None:
    folder = tmp_path / "Old disk"
    folder.mkdir()
    path = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.jpg"))
    path.write_bytes(sample("two_parrots").read_bytes())
    app = with_photos(open_app, folder, 1)
    assert app.names() == ["caf\ufffd.jpg"]
    model: PhotoGridModel = app.window.photo_model
    row = model.row(model.ids[0])
    assert row is not None
    assert row.path == path
    dragged = model.mimeData([model.index(0)])
    assert dragged.data("text/uri-list").data().strip().endswith(b"/caf%E9.jpg")
    app.window.looking.look_at(0)
    app.wait(lambda: app.window.viewer.canvas.decoded_width == 768)
    app.window.looking.close()
    app.drop(dragged)
    app.wait(lambda: app.window.gallery.searching.query.photos)


def test_without_a_session_bus_the_folder_is_opened_instead(
    monkeypatch: pytest.MonkeyPatch, open_app: OpenApp, pictures: Path
) -> None:
    app = with_photos(open_app, pictures)
    monkeypatch.setattr(app.desktop, "reveal", lambda path: False)
    app.window.photo_actions.reveal_path(pictures / "two_parrots.jpg")
    app.wait(lambda: app.desktop.opened == [pictures])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is a Linux thing")
def test_no_session_bus_is_no_error(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert desktop.Desktop().reveal(Path("/photos/a.jpg")) is False
