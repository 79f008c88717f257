"""Every verb in its ordinary use."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from photoclip import __version__
from tests.end2end.conftest import SAMPLES

if TYPE_CHECKING:
    from tests.end2end.conftest import CommandLine

VERBS = [
    "add",
    "index",
    "search",
    "similar",
    "duplicates",
    "check",
    "models",
    "models list",
    "models check",
    "bench",
]
COUNTS = ["new", "changed", "unchanged", "moved", "unreadable", "offline", "removed"]


def test_version_and_help(cli: CommandLine) -> None:
    assert cli.run("--version").text.strip() == f"photoclip {__version__}"
    shown = cli.run("--help")
    assert shown.code == 0
    for verb in VERBS:
        assert verb.split()[0] in shown.text


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_explains_itself(cli: CommandLine, verb: str) -> None:
    done = cli.run(*verb.split(), "--help")
    assert (done.code, done.stderr) == (0, "")
    assert done.text.startswith(f"usage: photoclip {verb}")


def test_a_library_from_nothing_to_a_search(cli: CommandLine, indexed: CommandLine) -> None:
    photos = cli.base / "photos"
    shutil.copytree(indexed.base / "photos", photos)
    (photos / "torn.jpg").write_bytes((photos / "red_wooden_door.jpg").read_bytes()[:2000])
    (photos / "empty.png").write_bytes(b"")
    (photos / "notes.txt").write_text("no photo")
    assert cli.ok("add", photos) == {"added": [str(photos)]}
    report = cli.ok("index")
    assert list(report) == [*COUNTS, "seconds", "images_per_second"]
    assert {name: report[name] for name in COUNTS if report[name]} == {"new": 24, "unreadable": 2}
    assert report["images_per_second"] > 0
    assert report["seconds"] > 0
    problems = cli.ok("problems")["problems"]
    assert {Path(problem["path"]).name for problem in problems} == {"torn.jpg", "empty.png"}
    assert all(problem["reason"] for problem in problems)
    again = cli.ok("index")
    assert {name: again[name] for name in COUNTS if again[name]} == {"unchanged": 26}


def test_a_folder_is_removed_by_any_of_its_names(cli: CommandLine) -> None:
    real, link = cli.base / "real", cli.base / "link"
    real.mkdir()
    link.symlink_to(real)
    cli.ok("add", link)
    assert cli.ok("remove", real / ".." / "real") == {"removed": [str(link)]}
    assert cli.ok("folders") == {"folders": []}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("two parrots", "two_parrots.jpg"),
        ("a lighthouse", "lighthouse"),
        ("a propeller plane on grass", "propeller_plane_on_grass.jpg"),
        ("people rafting in white water", "white_water_rafting.jpg"),
    ],
)
def test_search_finds_what_is_meant(indexed: CommandLine, query: str, expected: str) -> None:
    answer = indexed.ok("search", query, "--all")
    assert list(answer) == [
        *("query", "model", "folder", "sort", "searched", "matches", "matches_estimated"),
        *("cut_off", "hits", "notes", "understood", "problems"),
    ]
    assert (answer["understood"], answer["problems"]) == (query, [])
    assert (answer["query"], answer["searched"]) == (query, 24)
    hits = answer["hits"]
    assert all(list(hit) == ["path", "score", "photo", "parts"] for hit in hits)
    assert all([part["score"] for part in hit["parts"]] == [hit["score"]] for hit in hits)
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit["photo"] for hit in hits}) == len(hits)
    assert all(Path(hit["path"]).is_file() for hit in hits)
    assert any(expected in hit["path"] for hit in hits[:3])


def test_similar_finds_the_picture_itself_first(indexed: CommandLine) -> None:
    file = indexed.base / "photos" / "racing_yacht.jpg"
    best, *others = indexed.ok("similar", file, "--all")["hits"]
    assert best["path"] == str(file)
    assert best["score"] > 0.99 > others[0]["score"]


def test_similar_takes_pictures_that_lie_anywhere(indexed: CommandLine, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere.jpg"
    shutil.copy(indexed.base / "photos" / "two_parrots.jpg", copy)
    answer = indexed.ok("similar", copy)
    assert answer["hits"][0]["path"].endswith("two_parrots.jpg")


def test_only_what_clearly_matches_is_given(indexed: CommandLine) -> None:
    answer = indexed.ok("search", "a boat")
    assert answer["cut_off"]["verdict"] == "matches"
    assert 2 <= answer["matches"] == len(answer["hits"]) <= 8
    assert min(hit["score"] for hit in answer["hits"]) >= answer["cut_off"]["threshold"]
    every = indexed.ok("search", "a boat", "--all", "-n", "24")
    assert every["hits"][: answer["matches"]] == answer["hits"]
    assert (len(every["hits"]), every["matches"]) == (24, answer["matches"])
    assert len(indexed.ok("similar", indexed.base / "photos" / "racing_yacht.jpg")["hits"]) < 12


def test_more_that_match_than_are_shown_are_told(indexed: CommandLine) -> None:
    every = indexed.ok("search", "a boat")
    assert not every["notes"]
    told = f"these are 1 of {every['matches']} that match; -n N shows more"
    few = indexed.run("search", "a boat", "-n", "1", "--paths")
    assert (len(few.text.splitlines()), told in few.stderr) == (1, True)
    assert indexed.ok("search", "a boat", "-n", "1")["notes"] == [told]


def test_what_nothing_matches_says_so(indexed: CommandLine) -> None:
    done = indexed.run("search", "a plate of pizza")
    assert (done.code, done.text) == (0, "")
    assert "nothing clearly matches; --all shows the closest" in done.stderr
    answer = indexed.ok("search", "a plate of pizza")
    assert (answer["hits"], answer["matches"], answer["searched"]) == ([], 0, 24)
    assert (answer["cut_off"]["verdict"], answer["cut_off"]["threshold"]) == ("nothing", None)
    assert answer["notes"] == ["nothing clearly matches; --all shows the closest"]
    closest = indexed.run("search", "a plate of pizza", "--all", "-n", "3")
    assert len(closest.text.splitlines()) == 3
    assert "these are the closest" in closest.stderr


def test_limits_and_plain_output(indexed: CommandLine) -> None:
    assert len(indexed.ok("search", "a boat", "--limit", "3")["hits"]) == 3
    plain = indexed.run("search", "a boat", "-n", "3").text.splitlines()
    assert len(plain) == 3
    assert all(line.endswith(".jpg") for line in plain)


def test_check_models_and_folders(indexed: CommandLine) -> None:
    state = indexed.ok("check")
    assert state["ok"] is True
    assert (state["files"], state["photos"], state["indexed"]) == (24, 24, 24)
    assert "recall" not in state
    assert indexed.ok("check", "--recall")["recall"] == {}
    assert "none is missed" in indexed.run("check", "--recall").text
    models = indexed.ok("models", "list")["models"]
    assert [model["in_use"] for model in models].count(True) == 1
    assert indexed.ok("folders")["folders"][0]["path"] == str(indexed.base / "photos")


def test_folders_with_photos_are_suggested_until_they_are_watched(cli: CommandLine) -> None:
    pictures = cli.base / "home" / "Pictures"
    shutil.copytree(SAMPLES, pictures / "Trip")
    cli.env["HOME"] = cli.env["USERPROFILE"] = str(pictures.parent)
    (found,) = cli.ok("folders", "--suggest")["suggestions"]
    assert (found["path"], found["photos"], found["complete"]) == (str(pictures), 24, True)
    assert not cli.library.exists()
    cli.ok("add", pictures)
    assert cli.ok("folders", "--suggest") == {"suggestions": []}


def test_the_library_option_wins_over_the_environment(
    indexed: CommandLine, cli: CommandLine
) -> None:
    answer = cli.ok("--library", str(indexed.library), "search", "a boat")
    assert answer["searched"] == 24
    assert cli.ok("search", "a boat", "--library", str(indexed.library)) == answer
    assert not cli.library.exists()


def test_moved_renamed_copied_and_removed_files(cli: CommandLine, indexed: CommandLine) -> None:
    photos = cli.base / "photos"
    shutil.copytree(indexed.base / "photos", photos)
    cli.ok("add", photos)
    cli.ok("index")
    before = cli.embedded()
    (photos / "trip").mkdir()
    (photos / "two_parrots.jpg").rename(photos / "trip" / "birds.jpg")
    (photos / "racing_yacht.jpg").unlink()
    report = cli.ok("index")
    assert (report["moved"], report["removed"], report["new"]) == (1, 1, 0)
    assert report["images_per_second"] == 0
    assert cli.embedded() == before
    paths = [hit["path"] for hit in cli.ok("search", "two parrots", "--all", "-n", "24")["hits"]]
    assert str(photos / "trip" / "birds.jpg") in paths
    assert str(photos / "racing_yacht.jpg") not in paths


def test_a_folder_that_is_away_is_offline_not_lost(own_indexed: CommandLine) -> None:
    cli = own_indexed
    photos = cli.base / "drive"
    shutil.copytree(Path(cli.ok("folders")["folders"][0]["path"]), photos)
    (photos / "copy.txt").write_text("kept apart from the other library's folder")
    cli.ok("remove", cli.ok("folders")["folders"][0]["path"])
    cli.ok("add", photos)
    cli.ok("index")
    photos.rename(cli.base / "unplugged")
    report = cli.ok("index")
    assert (report["offline"], report["removed"]) == (24, 0)
    (cli.base / "unplugged").rename(photos)
    report = cli.ok("index")
    assert (report["unchanged"], report["new"], report["images_per_second"]) == (24, 0, 0)


def test_bench_measures_without_touching_the_library(cli: CommandLine) -> None:
    figures = cli.ok("bench")
    for name in ("decode_per_second", "inference_per_second", "pipeline_per_second"):
        assert figures[name] > 0
    assert not cli.library.exists()


def test_a_query_is_explained_and_its_problems_told(indexed: CommandLine) -> None:
    query = 'boat^2 + "red umbrella" -people type:jpg album:Summer'
    explained = indexed.run("search", "--explain", query, "--json").json
    assert explained["canonical"] == "boat^2 + red umbrella -people type:jpeg"
    assert explained["photos"] == 24
    assert [part["weight"] for part in explained["parts"]] == [2, 1, 1]
    done = indexed.run("search", query, "-n", "2", "--all", "--json")
    assert done.code == 0
    assert "at character 48: there are no albums yet" in done.stderr
    answer = done.json
    assert answer["understood"] == explained["canonical"]
    assert [len(hit["parts"]) for hit in answer["hits"]] == [3, 3]
    [problem] = answer["problems"]
    assert query[problem["start"] : problem["end"]] == "Summer"


@pytest.mark.parametrize(
    "words", [["-people", "boat"], ["boat", "-people"], ["--", "-people boat"]]
)
def test_words_to_exclude_are_no_options(indexed: CommandLine, words: list[str]) -> None:
    answer = indexed.run("search", "--json", *words).json
    assert answer["understood"] == "boat -people"


def test_a_query_of_which_nothing_is_left_is_wrong_usage(indexed: CommandLine) -> None:
    done = indexed.run("search", "date:20x3", "--json")
    assert (done.code, done.json["hits"]) == (2, [])
    assert "nothing of this search can be understood" in done.stderr


def test_duplicates_go_to_the_trash_only_when_told_so_twice(cli: CommandLine) -> None:
    photos = cli.base / "photos"
    photos.mkdir()
    for name in ("red_wooden_door", "two_parrots"):
        shutil.copy(SAMPLES / f"{name}.jpg", photos)
    copy = photos / "copy.jpg"
    shutil.copy(photos / "two_parrots.jpg", copy)
    cli.ok("add", photos)
    cli.ok("index")
    (group,) = cli.ok("duplicates")["groups"]
    assert (group["kind"], len(group["photos"])) == ("content", 2)
    assert "not copies" in cli.fails("duplicates", "--trash", "--yes", code=2)
    told = cli.run("duplicates", "--trash", "--kind", "content")
    assert "moves 1 files" in told.stderr
    assert len(list(photos.iterdir())) == 3
    moved = cli.ok("duplicates", "--kind", "content", "--trash", "--yes")
    assert (moved["moved"], moved["problems"]) == (
        [one["path"] for one in group["photos"] if one["path"] != group["keep"]],
        [],
    )
    assert len(list(photos.iterdir())) == 2
    assert cli.ok("duplicates")["groups"] == []
