"""Settings survive a round trip, and wrong values cost only themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.errors import SettingsError
from photoclip.settings import (
    NAMES,
    Settings,
    changed_names,
    load_settings,
    parsed,
    save_settings,
    with_value,
)


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), [])


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Settings(
        model="~/clip",
        device="cpu",
        ignore=("tmp", "@*"),
        rescan_minutes=5,
        appearance="dark",
        language="de",
        tile_size=240,
        background=True,
        notify=False,
        tile_memory_mb=64,
        thumbnails=str(tmp_path / "small"),
        cache="~/fast",
    )
    file = tmp_path / "deep" / "settings.toml"
    save_settings(chosen, file)
    assert load_settings(file) == (chosen, [])
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


WRONG = [
    ('device = "abacus"', "abacus"),
    ("device = 3", "not of type str"),
    ("rescan_minutes = true", "not of type int"),
    ("rescan_minutes = 0", "below 1"),
    ("rescan_minutes = 99999999", "above 10080"),
    ("rescan_minutes = 2.5", "not of type int"),
    ("pixel_limit = 10", "below 1000000"),
    ("exact_limit = -1", "below 0"),
    ("tile_size = 20", "below 80"),
    ("tile_size = 4000", "above 360"),
    ("tile_memory_mb = 1", "below 64"),
    ("tile_memory_mb = 100000", "above 4096"),
    ('notify = "yes"', "not of type bool"),
    ("background = 1", "not of type bool"),
    ('appearance = "pink"', "not one of system, light, dark"),
    ('language = "tlh"', 'not one of "", en, de'),
    ('thumbnails = "here"', "not an absolute path"),
    ('cache = "~nobody-of-this-name/x"', "not an absolute path"),
    ('cache = "/a\\u0000b"', "not an absolute path"),
    ('ignore = "tmp"', "not a list"),
    ("ignore = [1]", "1 is not a text"),
    ('ignore = [""]', "an entry is empty"),
    ('ignore = ["a/b"]', "'a/b' is not the name of a folder"),
    ("colour = 1", "colour is not a setting"),
]


@pytest.mark.parametrize(("line", "finding"), WRONG)
def test_a_wrong_value_keeps_its_default_and_the_others_count(
    tmp_path: Path, line: str, finding: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'{line}\nmodel = "other"\n', encoding="utf-8")
    settings, problems = load_settings(file)
    assert settings == Settings(model="other")
    assert [finding in str(problem) for problem in problems] == [True]
    assert str(problems[0]).startswith(str(file))


def test_a_wrong_entry_of_a_list_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('ignore = ["private", 3, "a/b"]\n', encoding="utf-8")
    settings, problems = load_settings(file)
    assert settings.ignore == ("private",)
    assert [problem.hint for problem in problems] == ["It is left out."] * 2


def test_an_empty_list_is_a_choice(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(Settings(ignore=()), file)
    assert load_settings(file) == (Settings(ignore=()), [])


@pytest.mark.parametrize("content", [b"device = ", b"\xff\xfe\x00", b"[[[", b"x = " + b"[" * 5000])
def test_a_file_that_is_no_toml_is_reported_once_and_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    settings, problems = load_settings(file)
    assert settings == Settings()
    assert len(problems) == 1
    assert "cannot be read" in str(problems[0])
    save_settings(Settings(device="cpu"), file)
    assert load_settings(file) == (Settings(device="cpu"), [])
    assert (tmp_path / "settings.toml.unreadable").read_bytes() == content


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('device = "cpu"\n', encoding="utf-8-sig")
    assert load_settings(file) == (Settings(device="cpu"), [])


def test_a_folder_in_the_files_place_is_reported(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    settings, problems = load_settings(tmp_path / "settings.toml")
    assert settings == Settings()
    assert len(problems) == 1


def test_a_disk_that_refuses_is_a_settings_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be written"):
        save_settings(Settings(), tmp_path / "file" / "settings.toml")


BY_HAND = """\
# The old card is broken.
device = "cpu" # until spring
ignore = [
  "private", # not for search
  "@eaDir",
]
tile_size = "huge"

[from_the_future]
colour = "mauve"
"""


def test_comments_wrong_values_and_unknown_ones_survive_a_save(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(BY_HAND, encoding="utf-8")
    before = load_settings(file)[0]
    save_settings(with_value(before, "device", "cuda"), file)
    assert file.read_text(encoding="utf-8") == BY_HAND.replace('"cpu"', '"cuda"')


def test_a_list_is_edited_entry_by_entry(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(BY_HAND, encoding="utf-8")
    before = load_settings(file)[0]
    save_settings(with_value(before, "ignore", ["private", "tmp"]), file)
    assert '"private", # not for search' in file.read_text(encoding="utf-8")
    assert load_settings(file)[0].ignore == ("private", "tmp")


def test_a_named_setting_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(BY_HAND, encoding="utf-8")
    save_settings(load_settings(file)[0], file, ["tile_size"])
    assert "tile_size = 190" in file.read_text(encoding="utf-8")


def test_only_named_settings_are_written(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(Settings(device="cpu"), file)
    save_settings(Settings(appearance="dark"), file, ["appearance"])
    assert load_settings(file)[0] == Settings(device="cpu", appearance="dark")


def test_defaults_need_no_line(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(Settings(), file, NAMES)
    assert file.read_text(encoding="utf-8") == ""


def test_a_link_to_a_file_elsewhere_stays_one(tmp_path: Path) -> None:
    kept = tmp_path / "kept.toml"
    kept.write_text("", encoding="utf-8")
    link = tmp_path / "settings.toml"
    link.symlink_to(kept)
    save_settings(Settings(device="cpu"), link)
    assert link.is_symlink()
    assert load_settings(kept)[0].device == "cpu"


def test_names_of_what_changed() -> None:
    assert changed_names(Settings(), Settings(device="cpu", notify=False)) == {"device", "notify"}
    assert changed_names(Settings(), Settings()) == frozenset()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("notify", "false", False),
        ("tile_size", "250", 250),
        ("device", "cpu", "cpu"),
        ("model", "3", "3"),
        ("ignore", '["a", "b"]', ("a", "b")),
        ("ignore", "[]", ()),
    ],
)
def test_values_from_the_command_line(name: str, text: str, value: object) -> None:
    assert getattr(with_value(Settings(), name, parsed(name, text)), name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [("notify", "no"), ("tile_size", "1"), ("colour", "red"), ("ignore", "tmp"), ("device", "x")],
)
def test_wrong_values_from_the_command_line(name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=name):
        with_value(Settings(), name, parsed(name, text))
