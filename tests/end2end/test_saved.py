"""Saved searches on the command line."""

from __future__ import annotations

import pytest

from .conftest import CommandLine


def test_a_search_is_kept_run_renamed_and_removed(own_indexed: CommandLine) -> None:
    added = own_indexed.run("saved", "add", "Red things", "red", "barn", "-people", "--json")
    assert added.json == {"name": "Red things", "query": "red barn -people"}
    assert own_indexed.run("saved", "add", "All", "size:>1kb").code == 0

    listed = own_indexed.run("saved", "list", "--json").json["searches"]
    assert [(one["name"], one["photos"] is None) for one in listed] == [
        ("All", False),
        ("Red things", True),
    ]
    ran = own_indexed.run("saved", "run", "red THINGS", "--json", "--all", "-n", "1").json
    assert (
        ran["hits"]
        == own_indexed.run("search", "red barn -people", "--json", "--all", "-n", "1").json["hits"]
    )

    assert own_indexed.run("saved", "add", "red things", "barn").code == 1
    assert own_indexed.run("saved", "add", "red things", "barn", "--replace").code == 0
    assert own_indexed.run("saved", "rename", "Red things", "Barns").code == 0
    assert own_indexed.run("saved", "list").text.splitlines()[1] == "Barns: barn"
    missing = own_indexed.run("saved", "remove", "Barns", "Nothing")
    assert missing.code == 1
    assert "there is no saved search Nothing" in missing.stderr
    assert own_indexed.run("saved", "remove", "Barns", "all").code == 0
    assert own_indexed.run("saved", "list", "--json").json == {"searches": []}


@pytest.mark.parametrize("query", ["date:20x3", "  "])
def test_what_is_not_understood_is_wrong_usage_and_makes_no_library(
    cli: CommandLine, query: str
) -> None:
    assert cli.run("saved", "add", "x", query).code == 2
    assert not cli.library.exists()
