"""Errors read as one line; cancelling reaches whoever checks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from photoclip.cores import allowed_cores
from photoclip.domain import CancelToken, IndexReport
from photoclip.errors import Cancelled, FolderError


def test_an_error_is_one_line_with_subject_finding_and_advice() -> None:
    error = FolderError("is\nmissing", path=Path("/photos"), hint="Plug the drive in.")
    assert str(error) == "/photos: is missing. Plug the drive in."


def test_an_error_without_a_path_is_its_finding() -> None:
    assert str(FolderError("is missing")) == "is missing"


def test_a_cancelled_token_raises_at_the_next_check() -> None:
    token = CancelToken()
    token.check()
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()


def test_an_index_report_has_the_documented_fields_in_order() -> None:
    assert list(IndexReport().as_dict()) == [
        "new",
        "changed",
        "unchanged",
        "moved",
        "unreadable",
        "offline",
        "removed",
        "seconds",
        "images_per_second",
    ]


def test_cores_are_those_the_process_may_use(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: {0, 2, 5}, raising=False)
    assert allowed_cores(tmp_path) == 3
    monkeypatch.delattr("os.sched_getaffinity")
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert allowed_cores(tmp_path) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has control groups")
@pytest.mark.parametrize(
    ("groups", "files", "cores"),
    [
        ("0::/", {"cpu.max": "200000 100000"}, 2),
        ("0::/", {"cpu.max": "250000 100000"}, 3),
        ("0::/", {"cpu.max": "10000 100000"}, 1),
        ("0::/", {"cpu.max": "max 100000"}, 8),
        ("0::/", {"cpu.max": "1600000 100000"}, 8),
        # A group within one that is narrower, and one that is not there in a container.
        ("0::/a/b", {"a/cpu.max": "300000 100000", "a/b/cpu.max": "max 100000"}, 3),
        ("0::/elsewhere", {"cpu.max": "400000 100000"}, 4),
        (
            "4:cpu,cpuacct:/box\n0::/",
            {
                "cpu,cpuacct/box/cpu.cfs_quota_us": "150000",
                "cpu,cpuacct/box/cpu.cfs_period_us": "100000",
            },
            2,
        ),
        ("4:cpu,cpuacct:/", {"cpu,cpuacct/cpu.cfs_quota_us": "-1"}, 8),
        ("0::/", {"cpu.max": "junk"}, 8),
        ("junk", {}, 8),
    ],
)
def test_cores_are_no_more_than_a_container_pays_for(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    groups: str,
    files: dict[str, str],
    cores: int,
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: set(range(8)))
    base = tmp_path / "sys" / "fs" / "cgroup"
    for name, content in {"../../../proc/self/cgroup": groups, **files}.items():
        file = base / name
        base.mkdir(parents=True, exist_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{content}\n", encoding="utf-8")
    assert allowed_cores(tmp_path) == cores
