"""Where things live."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.paths import Paths, bundled, expanded


def test_a_library_of_its_own_keeps_everything_under_one_folder(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    places = [paths.catalog_file, paths.lock_file, paths.models, paths.index, paths.settings_file]
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert len(set(places)) == len(places)


def test_a_relative_library_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.under(Path("lib")).data == tmp_path / "lib"


@pytest.mark.parametrize("system", ["Linux", "FreeBSD"])
def test_thumbnails_are_shared_where_freedesktop_applies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert Paths.under(tmp_path).thumbnails == tmp_path / "xdg" / "thumbnails"


@pytest.mark.parametrize("system", ["Windows", "Darwin"])
def test_elsewhere_thumbnails_are_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    assert Paths.under(tmp_path).thumbnails == tmp_path / "cache" / "thumbnails"


def test_a_relative_xdg_cache_home_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As the XDG base directory specification asks.
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Paths.under(tmp_path).thumbnails == tmp_path / ".cache" / "thumbnails"


def test_the_home_of_nobody_is_an_ordinary_name() -> None:
    assert expanded(Path("~")) == Path.home()
    strange = Path("~nobody-of-this-name/x")
    assert expanded(strange) == strange


def test_what_ships_with_the_application_is_found() -> None:
    assert bundled("models/embedded").is_dir()
    assert bundled("resources").is_dir()
