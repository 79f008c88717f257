from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from photoclip.images.uris import file_uri

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX systems")

# As g_filename_to_uri of GLib 2.74 gives them.
KNOWN = {
    b"/home/jens/photos/me.png": "file:///home/jens/photos/me.png",
    b"/a/with space.jpg": "file:///a/with%20space.jpg",
    "/a/Gr\u00fc\u00dfe \u5199.jpg".encode(): "file:///a/Gr%C3%BC%C3%9Fe%20%E5%86%99.jpg",
    b"/a/b\xff\xfe.jpg": "file:///a/b%FF%FE.jpg",
    b"/a/(1) & ~x!.jpg": "file:///a/(1)%20&%20~x!.jpg",
    b"/a/'q'*,;:@=+$.jpg": "file:///a/'q'*,%3B:@=+$.jpg",
    b'/a/#?%[]{}|\\^`"<>.jpg': "file:///a/%23%3F%25%5B%5D%7B%7D%7C%5C%5E%60%22%3C%3E.jpg",
    b"/a/\t\n\x7f.jpg": "file:///a/%09%0A%7F.jpg",
}


@pytest.mark.parametrize("path", KNOWN)
def test_as_glib_writes_them(path: bytes) -> None:
    assert file_uri(Path(os.fsdecode(path))) == KNOWN[path]


def test_relative_and_roundabout_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    here = file_uri(tmp_path)
    assert file_uri(Path("a.jpg")) == f"{here}/a.jpg"
    assert file_uri(tmp_path / "b" / ".." / "." / "a.jpg") == f"{here}/a.jpg"


def test_links_are_kept(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert file_uri(tmp_path / "link" / "a.jpg").endswith("/link/a.jpg")
