"""What is found, as tables, in groups, and copied."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from pathlib import Path

from .conftest import CommandLine


def test_a_table_has_a_row_for_each_photo(indexed: CommandLine) -> None:
    found = indexed.run("search", "barn", "--all", "-n", "3", "--csv")
    rows = list(csv.DictReader(io.StringIO(found.text)))
    hits = indexed.run("search", "barn", "--all", "-n", "3", "--json").json["hits"]
    assert [(row["path"], float(row["score"])) for row in rows] == [
        (hit["path"], hit["score"]) for hit in hits
    ]
    assert all(int(row["width"]) > 0 for row in rows)


def test_groups_come_with_the_best_one_first(indexed: CommandLine) -> None:
    by_day = indexed.run("search", "barn", "--all", "--group", "day", "--json").json["hits"]
    groups = [hit["group"] for hit in by_day]
    assert [group for group, _ in groupby(groups)] == list(dict.fromkeys(groups))
    lines = indexed.run("search", "barn", "--all", "--group", "folder", "--paths").text.splitlines()
    assert all(Path(line).parent == Path(lines[0]) for line in lines[1:])


def test_copies_are_told_and_never_go_over_a_file(indexed: CommandLine, tmp_path: Path) -> None:
    wanted = ("search", "barn", "--all", "-n", "2", "--copy-to", tmp_path / "out", "--json")
    first, second = indexed.run(*wanted).json["copies"], indexed.run(*wanted).json["copies"]
    assert (first["copied"], second["copied"]) == (2, 0)
    assert len(list((tmp_path / "out").iterdir())) == 2
    for file in first["files"]:
        assert Path(file["copy"]).read_bytes() == Path(file["path"]).read_bytes()
    (tmp_path / "file").touch()
    refused = indexed.run("search", "barn", "--all", "--copy-to", tmp_path / "file")
    assert refused.code == 1
    assert "is not a folder" in refused.stderr
