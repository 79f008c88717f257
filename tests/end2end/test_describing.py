"""Words for photos on the command line."""

from __future__ import annotations

import pytest

from .conftest import SAMPLES, CommandLine


def words(found: dict[str, object]) -> list[str]:
    listed = found["words"]
    assert isinstance(listed, list)
    return [word["word"] for word in listed]


def test_photos_of_the_library_and_any_files_are_described(own_indexed: CommandLine) -> None:
    hit = own_indexed.ok("search", "rafting", "--all", "-n", "1")["hits"][0]
    by_number, by_path = own_indexed.ok("describe", str(hit["photo"]), hit["path"])["photos"]
    assert by_number["words"] == by_path["words"]
    assert by_number["problem"] is None
    for word in by_number["words"]:
        assert word["strength"] >= 1
        assert -1 <= word["score"] <= 1
    told = own_indexed.run("describe", "-n", "2", SAMPLES / "white_water_rafting.jpg")
    assert "rafting" in told.text
    assert told.text.count(",") == 1


def test_no_library_is_needed_nor_made_and_what_is_wrong_is_told(cli: CommandLine) -> None:
    (cli.cwd / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    beach = SAMPLES / "couple_walking_on_a_beach.jpg"
    done = cli.run("describe", beach, "missing.jpg", "broken.jpg", "7", "--json")
    assert done.code == 1
    good, *bad = done.json["photos"]
    assert "beach" in words(good)[:3]
    assert good["compared"] > 1000
    assert [one["words"] for one in bad] == [[], [], []]
    for one, reason in zip(bad, ("does not exist", "broken.jpg", "no photo"), strict=True):
        assert reason in one["problem"]
    assert not cli.catalog.exists()


@pytest.mark.parametrize("arguments", [[], [""], ["-n", "0", "a.jpg"]])
def test_wrong_usage_is_refused(cli: CommandLine, arguments: list[str]) -> None:
    assert cli.run("describe", *arguments).code == 2
