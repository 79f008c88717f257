"""Settings survive a round trip, and wrong values cost only themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.errors import SettingsError
from photoclip.settings import Settings, load_settings, save_settings


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), [])


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Settings(model="~/clip", device="cpu", ignore=("tmp", "@*"), rescan_minutes=5)
    file = tmp_path / "deep" / "settings.toml"
    save_settings(chosen, file)
    assert load_settings(file) == (chosen, [])
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ('device = "abacus"', "abacus"),
        ("device = 3", "not of type str"),
        ("rescan_minutes = true", "not of type int"),
        ("rescan_minutes = 0", "below one"),
        ("pixel_limit = 10", "below one million"),
        ("exact_limit = -1", "below zero"),
        ('ignore = "tmp"', "not a list"),
        ("ignore = [1]", "not a list"),
        ("colour = 1", "colour is not a setting"),
    ],
)
def test_a_wrong_value_keeps_its_default_and_the_others_count(
    tmp_path: Path, line: str, finding: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'{line}\nmodel = "other"\n', encoding="utf-8")
    settings, problems = load_settings(file)
    assert settings == Settings(model="other")
    assert [finding in str(problem) for problem in problems] == [True]
    assert str(problems[0]).startswith(str(file))


@pytest.mark.parametrize("content", [b"device = ", b"\xff\xfe\x00", b"[[["])
def test_a_file_that_is_no_toml_is_reported_once(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    settings, problems = load_settings(file)
    assert settings == Settings()
    assert len(problems) == 1
    assert "cannot be read" in str(problems[0])


def test_a_folder_in_the_files_place_is_reported(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    settings, problems = load_settings(tmp_path / "settings.toml")
    assert settings == Settings()
    assert len(problems) == 1


def test_a_disk_that_refuses_is_a_settings_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be written"):
        save_settings(Settings(), tmp_path / "file" / "settings.toml")
