"""search and similar in one folder and in another order."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import CommandLine


@pytest.fixture(scope="module")
def cli(indexed: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The sample photos once more, five of them in a folder below."""
    cli = CommandLine(tmp_path_factory.mktemp("narrowing"))
    photos = cli.base / "photos"
    shutil.copytree(indexed.base / "photos", photos)
    (photos / "trip").mkdir()
    for file in sorted(photos.glob("*.jpg"))[::5]:
        file.rename(photos / "trip" / file.name)
    # A photo at two places, of which the one outside is the first.
    inside = next((photos / "trip").iterdir())
    shutil.copy(inside, photos / "a copy.jpg")
    cli.ok("add", photos)
    cli.ok("index")
    return cli


def test_only_photos_of_the_folder_are_found(cli: CommandLine) -> None:
    trip = cli.base / "photos" / "trip"
    answer = cli.ok("search", "a boat", "--all", "--in", trip)
    assert (answer["folder"], answer["sort"]) == (str(trip), "relevance")
    found = {Path(hit["path"]) for hit in answer["hits"]}
    assert found == set(trip.iterdir())
    assert answer["searched"] == len(found)
    similar = cli.ok("similar", next(iter(found)), "--in", trip, "-n", "2", "--all")
    assert {Path(hit["path"]).parent for hit in similar["hits"]} == {trip}
    assert len(similar["hits"]) == 2


def test_hits_come_in_the_order_of_choice(cli: CommandLine) -> None:
    best = cli.ok("search", "a boat", "--all", "-n", "6")
    by_name = cli.ok("search", "a boat", "--all", "-n", "6", "--sort", "name")
    assert by_name["sort"] == "name"
    names = [Path(hit["path"]).name for hit in by_name["hits"]]
    assert names == sorted(Path(hit["path"]).name for hit in best["hits"])
    newest = cli.run("search", "a boat", "--all", "-n", "6", "--sort", "newest", "--paths").text
    oldest = cli.run("search", "a boat", "--all", "-n", "6", "--sort", "oldest", "--paths").text
    assert newest.splitlines() == oldest.splitlines()[::-1]
    folders = cli.ok("search", "a boat", "--all", "-n", "6", "--sort", "folder")["hits"]
    assert [hit["path"] for hit in folders] == sorted(hit["path"] for hit in best["hits"])


def test_a_query_is_completed(cli: CommandLine) -> None:
    found = cli.ok("search", "--complete", "a boat ori")["completions"]
    assert [one["query"] for one in found] == ["a boat orientation:"]
    assert [one["kind"] for one in found] == ["filter"]
    values = cli.run("search", "--complete", "type:j").text
    assert values.startswith("type:jpeg  (")
    assert cli.ok("search", "--complete", "zzz")["completions"] == []


def test_folders_outside_the_library_are_refused(cli: CommandLine) -> None:
    photos = cli.base / "photos"
    assert "not inside a watched folder" in cli.fails("search", "x", "--in", cli.base)
    assert "does not exist" in cli.fails("search", "x", "--in", photos / "nowhere")
    done = cli.run("search", "x", "--sort", "size")
    assert done.code == 2
    assert "invalid choice: 'size'" in done.stderr


def test_an_empty_folder_says_so(cli: CommandLine) -> None:
    empty = cli.base / "photos" / "empty"
    empty.mkdir(exist_ok=True)
    done = cli.run("search", "x", "--in", empty)
    assert (done.code, done.text.strip()) == (0, "")
    assert str(empty) in done.stderr


def test_a_folder_in_the_query_gives_the_places_in_it(cli: CommandLine) -> None:
    trip = cli.base / "photos" / "trip"
    answer = cli.ok("search", "in:trip", "-n", "50")
    assert {Path(hit["path"]) for hit in answer["hits"]} == set(trip.iterdir())
    assert {hit["score"] for hit in answer["hits"]} == {None}
    assert answer["matches"] == answer["searched"] == len(answer["hits"])
