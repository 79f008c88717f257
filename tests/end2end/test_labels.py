"""Labels on the command line: defined, previewed, put on photos, found, and moved around."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from photoclip.engine import Engine
from photoclip.paths import Paths
from photoclip.tagging.service import Verdict

from .conftest import CommandLine


def paths(cli: CommandLine, *query: str) -> list[str]:
    return [hit["path"] for hit in cli.run("search", *query, "-n", "100", "--json").json["hits"]]


def test_a_label_is_taught_put_on_photos_and_found(own_indexed: CommandLine) -> None:
    cli = own_indexed
    everything = paths(cli, "size:>1kb")
    assert set(paths(cli, "is:untagged")) == set(everything)
    assert cli.run("search", "label:parrots").code == 2
    assert cli.run("tag").code == 2

    example, other, *_ = everything
    made = cli.run("label", "add", "animals/parrots", "--example", example, "--json").json
    assert (made["name"], made["accepted"]) == ("animals/parrots", 1)
    assert paths(cli, "label:animals") == paths(cli, "label:PARROTS") == [example]
    assert example not in paths(cli, "is:untagged")
    edited = cli.run(
        "label", "edit", "parrots", "--reject", other, "--preset", "few", "--json"
    ).json
    assert (edited["rejected"], edited["preset"]) == (1, "few")

    would = cli.run("tag", "--label", "animals", "--dry-run", "--json").json
    assert (would["dry_run"], would["mode"]) == (True, "accept")
    cli.run("label", "edit", "parrots", "--threshold", "-100")
    did = cli.run("tag", "--label", "parrots", "--suggest", "--json").json["labels"][0]
    assert (did["passing"], len(did["gained"])) == (len(everything), len(everything) - 2)
    assert paths(cli, "label:parrots") == [example]
    cli.run("tag", "--label", "parrots")
    assert set(paths(cli, "label:parrots")) == set(everything) - {other}

    shown = cli.run("label", "show", "parrots", "--json").json
    assert (shown["clicks"], shown["versions"]) == (2, 1)
    why = cli.run("label", "show", "parrots", "--why", other, "--json").json
    assert (why["state"], why["source"]) == ("rejected", "person")
    assert why["prompts"][0]["text"] == "parrots"
    removed = cli.run("label", "remove", "parrots", "--json").json["removed"]
    assert removed == [{"name": "animals/parrots", "tags": len(everything)}]


def test_what_a_label_did_is_taken_back_by_a_later_command(own_indexed: CommandLine) -> None:
    cli = own_indexed
    everything = set(paths(cli, "size:>1kb"))
    cli.ok("label", "add", "parrots", "--threshold", "-100")
    assert cli.ok("tag", "--undo")["labels"] == []
    cli.ok("tag", "--suggest")
    cli.ok("tag")
    refused, *_ = everything
    cli.ok("label", "edit", "parrots", "--reject", refused)
    would = cli.ok("tag", "--undo", "--dry-run")
    assert set(paths(cli, "label:parrots")) == everything - {refused}
    did = cli.ok("tag", "--undo")
    assert did == {**would, "dry_run": False}
    [one] = did["labels"]
    assert (len(one["restored"]), len(one["kept"]), one["removed"]) == (len(everything) - 1, 1, [])
    told = cli.ok("label", "list")["labels"][0]
    assert (told["suggested"], told["rejected"]) == (len(everything) - 1, 1)
    assert "removed" in cli.run("tag", "--undo").text
    assert cli.ok("label", "list")["labels"][0]["suggested"] == 0
    assert cli.run("tag", "--undo").text.startswith("there is nothing to take back")


def test_labels_and_tags_are_written_while_a_window_holds_the_library(
    own_indexed: CommandLine,
) -> None:
    cli = own_indexed
    photo, *_ = everything = paths(cli, "size:>1kb")
    with Engine.open(Paths.under(cli.library)) as window:
        lock = window.paths.lock_file
        os.utime(lock, (1, 1))
        cli.ok("label", "add", "parrots", "--threshold", "-100", "--example", photo)
        assert lock.stat().st_mtime > 1
        cli.ok("label", "edit", "parrots", "--rename", "birds")
        [bird] = window.labels.all()
        assert (bird.name, window.catalog.tags.counts()[bird.id].accepted) == ("birds", 1)
        # The window writes in between.
        other = window.catalog.files.by_path(Path(everything[1]))
        assert other is not None and other.photo is not None
        window.tagging.click(bird.id, [other.photo], Verdict.WRONG)
        assert len(cli.ok("tag")["labels"][0]["gained"]) == len(everything) - 2
        assert window.catalog.tags.counts()[bird.id].accepted == len(everything) - 1
        # Two at once beside it, each in its turn.
        both = [cli.start("label", "import", name) for name in ("nature", "travel")]
        assert [process.communicate(timeout=240)[1] for process in both] == [b"", b""]
        assert {label.set for label in window.labels.all()} == {"", "nature", "travel"}
        assert len(cli.ok("tag", "--undo")["labels"][0]["removed"]) == len(everything) - 2
        cli.ok("export", "xmp", "--undo")
        cli.ok("label", "remove", "birds")
        assert window.catalog.labels.named("birds") is None


def test_labels_come_from_sets_and_files_and_go_to_files(
    own_indexed: CommandLine, tmp_path: Path
) -> None:
    cli = own_indexed
    sets = cli.run("label", "list", "--sets", "--json").json["sets"]
    assert sum(len(one["labels"]) for one in sets) >= 150
    count = len(cli.run("label", "import", "nature", "--json").json["new"])
    file = tmp_path / "labels.json"
    assert cli.run("label", "export", "-o", file).code == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))["labels"]) == count
    text = cli.run("label", "export", "animals").text
    assert "animals/fox = a fox in the wild\n" in text
    mine = tmp_path / "mine.txt"
    mine.write_bytes("\ufeffour dog = a dog\r\nSunset\r\n".encode())
    added = cli.run("label", "import", mine, "--json").json
    assert (added["new"], added["known"]) == (["our dog"], ["sunset"])
    several = cli.run("label", "import", "travel", "nature", "--json").json
    assert len(several["known"]) >= count
    assert several["new"]


def test_a_picture_from_outside_is_an_example_until_it_is_cleared(
    own_indexed: CommandLine, tmp_path: Path
) -> None:
    cli, outside = own_indexed, tmp_path / "outside.jpg"
    inside, *_ = paths(cli, "size:>1kb")
    shutil.copy(inside, outside)
    both = ("--example", inside, "--example", str(outside))
    made = cli.run("label", "add", "parrots", *both, "--json").json
    assert (made["accepted"], made["examples"]) == (1, [str(outside)])
    outside.unlink()
    shown = cli.run("label", "show", "parrots", "--json").json
    assert (shown["clicks"], shown["unusable"]) == (2, {})
    assert f"  example: {outside}\n" in cli.run("label", "show", "parrots").text
    file = tmp_path / "labels.json"
    cli.run("label", "export", "-o", file)
    cli.run("label", "remove", "parrots")
    cli.run("label", "import", file)
    turned = cli.run("label", "edit", "parrots", "--no-example", outside, "--json").json
    assert (turned["examples"], turned["counterexamples"]) == ([], [str(outside)])
    cleared = cli.run("label", "edit", "parrots", "--clear", outside, "--json").json
    assert cleared["counterexamples"] == []
    cli.fails("label", "edit", "parrots", "--clear", outside)


def test_what_cannot_be_a_label_is_told_in_one_line(
    own_indexed: CommandLine, tmp_path: Path
) -> None:
    cli = own_indexed
    broken = tmp_path / "broken.json"
    broken.write_text('{"labels": [', encoding="utf-8")
    for arguments in (
        ["label", "add", " / "],
        ["label", "add", "a", "--color", "red"],
        ["label", "add", "a", "--template", "../rare"],
        ["label", "add", "a", "--example", str(tmp_path / "none.jpg")],
        ["label", "add", "a", "--no-example", str(broken)],
        ["label", "import", "natur"],
        ["label", "import", "nature", "natur"],
        ["label", "import", str(broken)],
        ["label", "import", str(tmp_path)],
        ["label", "import", "~nobody-of-this-name/labels.txt"],
        ["label", "import", 300 * "nature"],
        ["label", "edit", "nobody", "--preset", "few"],
        ["label", "remove", "nobody"],
    ):
        cli.fails(*arguments)
    cli.fails("tag", "--label", "nobody")
    assert cli.run("label", "list", "--json").json == {"labels": []}
