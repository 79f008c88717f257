"""A passed self-check is remembered for exactly what was checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.clip.passed import PassedChecks


def test_what_passed_is_remembered_by_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "checks.json"
    assert not PassedChecks(file).holds("f1", "CPU", "fp32")
    PassedChecks(file).remember("f1", "CPU", "fp32")
    assert PassedChecks(file).holds("f1", "CPU", "fp32")
    assert not PassedChecks(file).holds("f2", "CPU", "fp32")
    assert not PassedChecks(file).holds("f1", "CUDA", "fp32")
    assert not PassedChecks(file).holds("f1", "CPU", "int8")


def test_another_onnxruntime_has_to_pass_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "checks.json"
    PassedChecks(file).remember("f1", "CPU", "fp32")
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "999")
    assert not PassedChecks(file).holds("f1", "CPU", "fp32")


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"3", b"[1, null]", b"\xff"])
def test_a_damaged_file_costs_one_more_check(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "checks.json"
    file.write_bytes(content)
    passed = PassedChecks(file)
    assert not passed.holds("f1", "CPU", "fp32")
    passed.remember("f1", "CPU", "fp32")
    assert passed.holds("f1", "CPU", "fp32")


def test_a_disk_that_refuses_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    passed = PassedChecks(tmp_path / "file" / "checks.json")
    passed.remember("f1", "CPU", "fp32")
    assert not passed.holds("f1", "CPU", "fp32")
