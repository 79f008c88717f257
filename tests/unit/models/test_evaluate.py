"""models/evaluate.py: its arithmetic, and what it says about bad input."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "models" / "evaluate.py"


@pytest.fixture(scope="module")
def evaluate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_ranks_count_what_is_better_and_half_of_what_is_equal(evaluate: ModuleType) -> None:
    scores = np.array([[0.9, 0.1, 0.5], [0.2, 0.2, 0.2], [0.1, 0.8, 0.3]], np.float32)
    right = np.array([0.9, 0.2, 0.3], np.float32)
    assert evaluate.ranks(scores, right).tolist() == [0, 1, 1]


def test_recall_is_in_percent(evaluate: ModuleType) -> None:
    figures = evaluate.recall_figures(np.array([0, 0, 4, 20]), "x")
    assert figures == {"x_r1": 50.0, "x_r5": 75.0, "x_r10": 75.0, "x_median_rank": 3.0}


def test_a_table_may_have_empty_lines_and_unix_or_dos_ends(
    evaluate: ModuleType, tmp_path: Path
) -> None:
    table = tmp_path / "captions.tsv"
    table.write_bytes("a.jpg\tein Hund – läuft\r\n\nb.jpg\ttwo cats\n".encode())
    assert evaluate.read_table(table) == [("a.jpg", "ein Hund – läuft"), ("b.jpg", "two cats")]


@pytest.mark.parametrize("line", ["no tab", "a.jpg\t", "\tcaption", "a.jpg\tb\tc"])
def test_a_bad_line_is_named(
    evaluate: ModuleType, tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "captions.tsv"
    table.write_text(f"a.jpg\tfine\n{line}\n", encoding="utf-8")
    options = ["retrieval", str(tmp_path), "--images", str(tmp_path), "--captions", str(table)]
    assert evaluate.main(options) == 1
    error = capsys.readouterr().err
    assert "line 2" in error and error.count("\n") == 1


def test_a_missing_table_is_one_line(
    evaluate: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nowhere.tsv"
    options = ["zeroshot", str(tmp_path), "--images", str(tmp_path), "--labels", str(missing)]
    assert evaluate.main([*options, "--json"]) == 1
    error = capsys.readouterr().err
    assert str(missing) in error and error.count("\n") == 1
