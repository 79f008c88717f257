"""Errors read as one line; cancelling reaches whoever checks."""

from __future__ import annotations

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


def test_cores_are_those_the_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: {0, 2, 5}, raising=False)
    assert allowed_cores() == 3
    monkeypatch.delattr("os.sched_getaffinity")
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert allowed_cores() == 1
