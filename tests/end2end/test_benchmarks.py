"""``make bench`` on a small scale: it runs, and what it writes can be read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments],
        cwd=REPO,
        capture_output=True,
        text=True,
        timeout=600,
    )


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    out = tmp_path_factory.mktemp("bench")
    small = ["--photos", "2", "--rounds", "1", "--vectors", "800", "--out", str(out)]
    small += ["--grid-photos", "900", "--libraries", "40"]
    done = run("pipeline", "search", "queries", "memory", "grid", "window", "viewer", *small)
    assert done.returncode == 0, done.stderr
    written = json.loads((out / "figures.json").read_text(encoding="utf-8"))
    assert written["machine"]["cores"] >= 1
    return {table["title"].split(",")[0]: table for table in written["tables"]}


def test_rates_are_positive_and_fit_each_other(figures: dict[str, dict[str, object]]) -> None:
    rows = figures["Indexing"]["rows"]
    assert isinstance(rows, list)
    assert len(rows) == 2
    for _, _, decode, inference, pipeline, serial, ratio in rows:
        assert min(decode, inference, pipeline) > 0
        assert serial == pytest.approx(1 / (1 / decode + 1 / inference), rel=0.1)
        assert ratio == pytest.approx(pipeline / serial, rel=0.1)


def test_filters_leave_some_of_the_photos(figures: dict[str, dict[str, object]]) -> None:
    rows = figures["Queries"]["rows"]
    assert isinstance(rows, list)
    left = {query: photos for query, photos, *_ in rows}
    assert left["dog + beach"] == 800
    assert 0 < left["dog date:2015"] < left["dog date:2012..2018"] < 800
    assert left["dog in:0001"] == 250


def test_a_small_graph_finds_all_neighbours(figures: dict[str, dict[str, object]]) -> None:
    rows = figures["Search"]["rows"]
    assert isinstance(rows, list)
    assert [row[1] for row in rows] == ["image-like", "text-like"]
    assert all(row[6] > 0.99 for row in rows)


def test_memory_is_measured_for_few_and_many(figures: dict[str, dict[str, object]]) -> None:
    rows = figures["Peak memory of indexing 12-megapixel photos"]["rows"]
    assert isinstance(rows, list)
    assert all(100 < peak < 4000 for _, peak in rows)


def test_each_frame_of_the_grid_is_measured(figures: dict[str, dict[str, object]]) -> None:
    rows = figures["Frames of the grid"]["rows"]
    assert isinstance(rows, list)
    assert {row[1] for row in rows} == {"wheel steps", "pages", "timeline"}
    for row in rows:
        median, p95, most = row[3:6]
        assert 0 <= median <= p95 <= most
    work = figures["Work on the grid"]["rows"]
    assert isinstance(work, list)
    assert len(work) == 5


def test_the_window_is_measured_beside_an_empty_one(
    figures: dict[str, dict[str, object]],
) -> None:
    rows = figures["Time to window"]["rows"]
    assert isinstance(rows, list)
    (_, bare, _, bare_mb, _), (_, first, shown, alone, ready) = rows
    assert 0 < bare < min(first, shown)
    assert 0 < bare_mb < alone < ready


def test_what_the_viewer_takes_is_measured(figures: dict[str, dict[str, object]]) -> None:
    rows = figures["Viewer"]["rows"]
    assert isinstance(rows, list)
    assert rows
    assert all(row[-1] >= 0 for row in rows if row[-1] != "")


def test_unknown_measures_are_refused() -> None:
    done = run("horoscope")
    assert done.returncode == 2
    assert "horoscope" in done.stderr
