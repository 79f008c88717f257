"""Whatever people do to their folders: an index kept in step equals a fresh one."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from photoclip.domain import IndexReport

from .conftest import Desk, picture

NAMES = st.sampled_from(["a.jpg", "b.jpg", "c.png", "d e.jpg", "ü.jpg"])
FOLDERS = st.sampled_from(["", "x", "x/y", "z", ".hidden", "@eaDir"])
SEEDS = st.integers(0, 5)


class Operations(RuleBasedStateMachine):
    """Random changes to a tree, now and then indexed."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp(prefix="photoclip-operations-"))
        self.desk = Desk(self.base)
        self.away = self.base / "unplugged"
        self.hashes_seen: set[bytes] = set()

    def teardown(self) -> None:
        self.desk.catalog.close()
        shutil.rmtree(self.base)

    @property
    def plugged(self) -> bool:
        return self.desk.folder.exists()

    def files(self) -> list[Path]:
        return sorted(path for path in self.desk.folder.rglob("*") if path.is_file())

    def folders(self) -> list[Path]:
        return sorted(path for path in self.desk.folder.rglob("*") if path.is_dir())

    @precondition(lambda self: self.plugged)
    @rule(folder=FOLDERS, name=NAMES, seed=SEEDS)
    def write(self, folder: str, name: str, seed: int) -> None:
        if not (self.desk.folder / folder / name).is_dir():
            self.desk.write(f"{folder}/{name}", seed)

    @precondition(lambda self: self.plugged)
    @rule(folder=FOLDERS, name=NAMES, keep=st.integers(0, 300))
    def write_damaged(self, folder: str, name: str, keep: int) -> None:
        if not (self.desk.folder / folder / name).is_dir():
            self.desk.write_bytes(f"{folder}/{name}", picture(1)[:keep])

    @precondition(lambda self: self.plugged and self.files())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        data.draw(st.sampled_from(self.files())).unlink()

    @precondition(lambda self: self.plugged and self.files())
    @rule(data=st.data(), folder=FOLDERS, name=NAMES, copy=st.booleans())
    def move_or_copy(self, data: st.DataObject, folder: str, name: str, copy: bool) -> None:
        source = data.draw(st.sampled_from(self.files()))
        target = self.desk.folder / folder / name
        if target == source:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if copy:
            shutil.copy2(source, target)
        else:
            source.replace(target)

    @precondition(lambda self: self.plugged and self.folders())
    @rule(data=st.data(), name=st.sampled_from(["x", "moved", "z"]))
    def move_folder(self, data: st.DataObject, name: str) -> None:
        source = data.draw(st.sampled_from(self.folders()))
        target = self.desk.folder / name
        if not target.exists() and not target.is_relative_to(source):
            source.rename(target)

    @precondition(lambda self: self.plugged and self.folders())
    @rule(data=st.data())
    def delete_folder(self, data: st.DataObject) -> None:
        shutil.rmtree(data.draw(st.sampled_from(self.folders())))

    @precondition(lambda self: self.plugged)
    @rule()
    def unplug(self) -> None:
        self.desk.folder.rename(self.away)

    @precondition(lambda self: not self.plugged)
    @rule()
    def plug_in(self) -> None:
        self.away.rename(self.desk.folder)

    @rule()
    def index(self) -> None:
        before = self.desk.visible()
        self.desk.decoder.count = 0
        report = self.desk.index()
        if not self.plugged:
            assert self.desk.visible() == before
            return
        self.check_counts(report)
        self.check_against_fresh_index()
        again = self.desk.index()
        assert again.unchanged == self.desk.catalog.files.count()
        assert again.new == again.changed == again.moved == again.removed == again.unreadable == 0

    @precondition(lambda self: self.plugged)
    @rule(folder=FOLDERS)
    def index_one_folder(self, folder: str) -> None:
        self.desk.index(folders=[self.desk.folder / folder])

    def check_counts(self, report: IndexReport) -> None:
        seen = report.new + report.changed + report.unchanged + report.moved + report.unreadable
        assert seen == self.desk.catalog.files.count()
        assert report.offline == 0

    def check_against_fresh_index(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            fresh = Desk(Path(place))
            with fresh.catalog:
                fresh.folder.rmdir()
                shutil.copytree(self.desk.folder, fresh.folder)
                fresh.index()
                assert self.desk.visible() == fresh.visible()
                assert len(self.desk.catalog.files.problems()) == len(
                    fresh.catalog.files.problems()
                )
        visible = set(self.desk.visible().values())
        # What was seen once is never decoded again.
        assert self.desk.decoder.count <= len(visible - self.hashes_seen) + len(
            self.desk.catalog.files.problems()
        )
        self.hashes_seen |= visible

    @invariant()
    def catalog_is_sound(self) -> None:
        assert self.desk.catalog.check() == []


Operations.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestOperations = Operations.TestCase
