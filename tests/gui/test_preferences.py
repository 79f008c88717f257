"""Preferences: kept, told, applied while everything runs, and taken back where they cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from photoclip.domain import IndexReport
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge
from photoclip.gui.controllers.applying import Applying
from photoclip.gui.controllers.indexing import Indexing
from photoclip.gui.controllers.inventory import Inventory, Models
from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.controllers.tasks import Tasks
from photoclip.library.outlook import Outlook
from photoclip.library.storage import Cleared, Kind, Stored
from photoclip.paths import Paths
from photoclip.settings import Settings, load_settings
from tests.gui.conftest import SLOW, copy_samples


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        yield engine


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[Bridge]:
    bridge = Bridge()
    crashes: list[BaseException] = []
    bridge.crashed.connect(crashes.append)
    yield bridge
    bridge.close(seconds=30)
    assert not crashes


def kept(engine: Engine) -> Settings:
    settings, problems = load_settings(engine.paths.settings_file)
    assert problems == []
    return settings


def test_a_change_is_kept_and_told_once(qtbot: QtBot, engine: Engine) -> None:
    preferences = Preferences(engine)
    told: list[tuple[Settings, frozenset[str]]] = []
    preferences.changed.connect(lambda settings, names: told.append((settings, names)))
    assert preferences.change(appearance="dark", notify=True)
    assert told == [(Settings(appearance="dark"), frozenset({"appearance"}))]
    assert preferences.settings == kept(engine) == engine.settings == Settings(appearance="dark")
    preferences.change(appearance="dark")
    assert len(told) == 1
    preferences.reset("appearance")
    assert kept(engine) == Settings()
    assert len(told) == 2


@pytest.mark.parametrize(
    "values", [{"tile_size": 3}, {"device": "abacus"}, {"ignore": ["a/b"]}, {"colour": 1}]
)
def test_a_wrong_value_changes_nothing(
    qtbot: QtBot, engine: Engine, values: dict[str, object]
) -> None:
    preferences = Preferences(engine)
    told: list[object] = []
    preferences.changed.connect(lambda *what: told.append(what))
    with qtbot.waitSignal(preferences.failed):
        assert not preferences.change(appearance="dark", **values)
    assert told == []
    assert preferences.settings == Settings()
    assert not engine.paths.settings_file.exists()


def test_a_disk_that_refuses_costs_only_the_next_start(qtbot: QtBot, engine: Engine) -> None:
    engine.paths.settings_file.mkdir()
    preferences = Preferences(engine)
    errors: list[PhotoclipError] = []
    preferences.failed.connect(errors.append)
    with qtbot.waitSignal(preferences.changed):
        assert preferences.change(appearance="dark")
    assert preferences.settings.appearance == "dark"
    assert "until photoclip is closed" in str(errors[0])


def test_of_a_moving_slider_only_the_last_place_is_kept(qtbot: QtBot, engine: Engine) -> None:
    preferences = Preferences(engine)
    told: list[int] = []
    preferences.changed.connect(lambda settings, _: told.append(settings.tile_size))
    for size in (200, 220, 240):
        preferences.change_soon(tile_size=size)
    assert told == []
    qtbot.waitUntil(lambda: told == [240])
    preferences.change_soon(tile_size=300)
    preferences.flush()
    assert kept(engine).tile_size == 300
    preferences.change_soon(tile_size=200)
    preferences.reset("tile_size")
    preferences.flush()
    assert preferences.settings.tile_size == 190


class Applied:
    """Preferences, indexing and what applies one to the other."""

    def __init__(self, engine: Engine, bridge: Bridge) -> None:
        self.engine = engine
        self.indexing = Indexing(engine, bridge, Tasks())
        self.preferences = Preferences(engine)
        self.applying = Applying(engine, bridge, self.indexing, self.preferences)
        self.reports: list[IndexReport | None] = []
        self.errors: list[PhotoclipError] = []
        self.indexing.ended.connect(self.reports.append)
        self.applying.failed.connect(self.errors.append)

    def index(self, qtbot: QtBot) -> None:
        before = len(self.reports)
        self.indexing.start()
        qtbot.waitUntil(lambda: len(self.reports) > before, timeout=SLOW)


@pytest.fixture
def applied(qtbot: QtBot, engine: Engine, bridge: Bridge, tmp_path: Path) -> Applied:
    """Three photos, indexed."""
    folder = copy_samples(tmp_path / "photos", ["two_parrots", "red_barn", "motocross"])
    engine.library.add_folder(folder)
    made = Applied(engine, bridge)
    made.index(qtbot)
    return made


def test_a_new_model_is_applied_told_and_indexed_with(
    qtbot: QtBot, applied: Applied, other_model: Path
) -> None:
    engine = applied.engine
    with qtbot.waitSignal(applied.applying.told, timeout=SLOW) as told:
        applied.preferences.change(model=str(other_model))
    outlook: Outlook = told.args[0]
    assert outlook.photos == 3
    assert outlook.seconds is not None
    assert 0 < outlook.seconds < 60
    qtbot.waitUntil(lambda: engine.search.text("parrots").searched == 3, timeout=SLOW)
    assert engine.search.text("parrots").model == "the other model"


def test_a_model_that_cannot_be_used_is_taken_back(
    qtbot: QtBot, applied: Applied, other_model: Path
) -> None:
    engine = applied.engine
    (other_model / "textual" / "model.onnx").write_bytes(b"torn")
    before = len(applied.reports)
    applied.preferences.change(model=str(other_model), ignore=("private",))
    qtbot.waitUntil(lambda: len(applied.reports) > before, timeout=SLOW)
    assert str(other_model) in str(applied.errors[0])
    assert len(applied.errors) == 1
    expected = Settings(ignore=("private",))
    assert applied.preferences.settings == engine.settings == kept(engine) == expected
    assert engine.search.text("parrots").searched == 3


def test_what_is_the_windows_alone_leaves_the_engine_alone(qtbot: QtBot, applied: Applied) -> None:
    begun: list[object] = []
    applied.applying.begun.connect(begun.append)
    applied.preferences.change(appearance="dark", tile_size=200)
    assert begun == []
    assert applied.engine.settings.tile_size == 200


def test_changes_in_a_row_are_all_applied(qtbot: QtBot, applied: Applied) -> None:
    applied.preferences.change(ignore=("a",))
    applied.preferences.change(ignore=("a", "b"))
    applied.preferences.change(rescan_minutes=7)
    expected = Settings(ignore=("a", "b"), rescan_minutes=7)
    before = len(applied.reports)
    qtbot.waitUntil(lambda: applied.engine.settings == expected, timeout=SLOW)
    qtbot.waitUntil(lambda: len(applied.reports) > before, timeout=SLOW)


def test_a_run_under_way_goes_on_after_the_change(
    qtbot: QtBot, applied: Applied, tmp_path: Path
) -> None:
    copy_samples(tmp_path / "photos", ["lighthouse_on", "plane", "sail"])
    applied.indexing.start()
    applied.preferences.change(ignore=("private",))
    search = applied.engine.search
    qtbot.waitUntil(lambda: search.text("a boat").searched == 6, timeout=SLOW)


def test_a_pause_outlasts_the_change(qtbot: QtBot, applied: Applied, tmp_path: Path) -> None:
    copy_samples(tmp_path / "photos", ["lighthouse_on"])
    applied.indexing.pause()
    with qtbot.waitSignal(applied.applying.applied, timeout=SLOW):
        applied.preferences.change(ignore=("private",))
    assert applied.indexing.running
    assert applied.engine.library.watched.paused
    assert applied.engine.search.text("a boat").searched == 3
    applied.indexing.resume()
    qtbot.waitUntil(lambda: applied.engine.search.text("a boat").searched == 4, timeout=SLOW)


def test_a_higher_pixel_limit_reads_again_what_was_too_large(
    qtbot: QtBot, applied: Applied, tmp_path: Path
) -> None:
    applied.preferences.change(pixel_limit=1_000_000)
    Image.new("RGB", (1200, 1000), "teal").save(tmp_path / "photos" / "large.jpg")
    library = applied.engine.library
    applied.index(qtbot)
    qtbot.waitUntil(lambda: len(library.problems()) == 1, timeout=SLOW)
    applied.preferences.reset("pixel_limit")
    qtbot.waitUntil(lambda: not library.problems(), timeout=SLOW)


def test_models_and_devices_are_told(
    qtbot: QtBot, applied: Applied, bridge: Bridge, other_model: Path
) -> None:
    inventory = Inventory(applied.engine, bridge)
    with qtbot.waitSignal(inventory.models_told, timeout=SLOW) as told:
        inventory.look_at_models()
    models: Models = told.args[0]
    assert [model.embedded for model in models.found] == [True]
    assert models.used == models.found[0].path
    assert (models.embedded, models.photos) == (3, 3)
    words = {device.word: device.obstacle for device in models.devices}
    assert words["cpu"] == ""
    assert models.running is not None


def test_a_model_of_ones_own_is_among_them_even_when_broken(
    qtbot: QtBot, engine: Engine, bridge: Bridge, tmp_path: Path
) -> None:
    (tmp_path / "broken").mkdir()
    engine.note(Settings())
    engine.settings = Settings(model=str(tmp_path / "broken"))
    inventory = Inventory(engine, bridge)
    with qtbot.waitSignal(inventory.models_told, timeout=SLOW) as told:
        inventory.look_at_models()
    models: Models = told.args[0]
    assert models.found[-1].problem
    assert models.embedded == 0


def test_storage_is_measured_and_cleared(qtbot: QtBot, applied: Applied, bridge: Bridge) -> None:
    inventory = Inventory(applied.engine, bridge)
    with qtbot.waitSignal(inventory.storage_told, timeout=SLOW) as told:
        inventory.look_at_storage()
    rows: dict[Kind, Stored] = {row.kind: row for row in told.args[0]}
    assert rows[Kind.THUMBNAILS].files == 3
    assert rows[Kind.CATALOG].size > 0
    cleared: list[Cleared] = []
    inventory.cleared.connect(lambda _, done: cleared.append(done))
    with qtbot.waitSignal(inventory.storage_told, timeout=SLOW) as told:
        inventory.clear(Kind.THUMBNAILS)
    assert [done.files for done in cleared] == [3]
    assert {row.kind: row.files for row in told.args[0]}[Kind.THUMBNAILS] == 0
