"""Albums on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.domain import Label, LabelId, Tag, TagSource, TagState
from photoclip.engine import Engine
from photoclip.paths import Paths

from .conftest import CommandLine


def paths(cli: CommandLine, *query: str) -> list[str]:
    return [hit["path"] for hit in cli.run("search", *query, "-n", "100", "--json").json["hits"]]


def test_photos_are_put_in_listed_in_their_order_copied_and_taken_out(
    own_indexed: CommandLine, tmp_path: Path
) -> None:
    cli = own_indexed
    everything = cli.run("search", "size:>1kb", "-n", "100", "--json").json["hits"]
    first, second, third = everything[:3]
    made = cli.run("album", "create", "Summer", second["path"], "--json").json
    assert (made["name"], made["smart"], made["photos"]) == ("Summer", False, 1)
    added = cli.run(
        "album", "add", "summer", second["path"], "--photo", str(first["photo"]), "--json"
    ).json
    assert (added["added"], added["photos"]) == (1, 2)

    shown = cli.run("album", "show", "Summer", "--copy-to", tmp_path / "out", "--json").json
    wanted = [second["path"], first["path"]]
    assert [hit["path"] for hit in shown["hits"]] == wanted
    assert shown["copies"]["copied"] == 2
    assert cli.run("album", "show", "Summer", "--paths", "-n", "1").text.splitlines() == wanted[:1]
    assert paths(cli, "album:Summer") == wanted
    by_name = cli.run("album", "arrange", "Summer", "--sort", "name")
    assert by_name.code == 0
    assert paths(cli, "album:Summer") == sorted(wanted)
    assert len(paths(cli, "-album:Summer")) == len(everything) - 2

    taken = cli.run("album", "remove", "Summer", "--search", "size:>1kb", "--json").json
    assert (taken["removed"], taken["photos"]) == (2, 0)
    folder = Path(third["path"]).parent
    assert cli.run("album", "add", "Summer", folder, "--json").json["photos"] == len(everything)


def test_albums_are_renamed_and_deleted_and_smart_ones_stay_live(own_indexed: CommandLine) -> None:
    cli = own_indexed
    assert cli.run("album", "create", "Trips").code == 0
    assert cli.run("album", "create", "Large", "--smart", "size:>1kb").code == 0
    assert cli.run("saved", "list").text.startswith("Large  (")
    renamed = cli.run("album", "rename", "trips", "Journeys", "--json").json
    assert (renamed["before"], renamed["name"]) == ("Trips", "Journeys")
    listed = cli.run("album", "list", "--json").json["albums"]
    assert [(one["name"], one["smart"], bool(one["photos"])) for one in listed] == [
        ("Journeys", False, False),
        ("Large", True, True),
    ]
    shown = cli.run("album", "show", "large", "--json").json
    assert shown["understood"] == "size:1001b.."

    wrong = cli.run("album", "delete", "Large", "Jurneys")
    assert wrong.code == 1
    assert "there is no album Jurneys. Did you mean “Journeys”?" in wrong.stderr
    assert cli.run("album", "delete", "Large", "Journeys").code == 0
    assert cli.run("album", "list", "--json").json == {"albums": []}


def test_an_album_is_divided_by_the_labels_of_its_photos(own_indexed: CommandLine) -> None:
    cli = own_indexed
    with Engine.open(Paths.under(cli.library)) as engine:
        photos = engine.search.query("size:>1kb", limit=None).ids.tolist()
        boat = engine.catalog.labels.add(Label(LabelId(0), "things/boat"))
        assert boat is not None
        states = (TagState.ACCEPTED, TagState.SUGGESTED, TagState.REJECTED)
        engine.catalog.tags.put(
            Tag(photo, boat.id, state, TagSource.AUTO)
            for photo, state in zip(photos, states, strict=False)
        )
        engine.albums.create("All", photos)
    proposed = cli.run("album", "split", "All", "--json").json
    [group] = proposed["groups"]
    assert (group["photos"], group["suggested"]) == (photos[:2], 1)
    assert (proposed["rest"], proposed["created"]) == (photos[2:], [])
    assert len(cli.run("album", "list").text.splitlines()) == 1

    by_label = cli.run("album", "split", "All", "--label", "boat", "--json").json
    assert by_label == proposed

    made = cli.run("album", "split", "All", "--create", "--rest", "Others").text.splitlines()
    assert made == ["All – boat  (2)", f"Others  ({len(photos) - 2})"]
    accepted = cli.run("album", "split", "All", "--accepted")
    assert "no label has enough photos" in accepted.text


@pytest.mark.parametrize(
    "arguments",
    [
        ("create", " "),
        ("create", "Dogs", "--smart", "date:20x3"),
        ("create", "Dogs", "--smart", "dog", "--photo", "1"),
        ("add", "Dogs"),
    ],
)
def test_wrong_usage_makes_no_library(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    assert cli.run("album", *arguments).code in (1, 2)
    assert not cli.library.exists()


@pytest.mark.parametrize(
    ("photos", "told"),
    [
        (("/nowhere.jpg",), "holds no photo of this library"),
        (("--photo", "999999"), "there is no photo 999999"),
        (("--search", "in:Atlantis size:>1kb"), "there is no folder Atlantis"),
    ],
)
def test_photos_that_are_none_leave_the_album_as_it_is(
    own_indexed: CommandLine, photos: tuple[str, ...], told: str
) -> None:
    done = own_indexed.run("album", "create", "Dogs", *photos)
    assert done.code in (1, 2)
    assert told in done.stderr
    assert own_indexed.run("album", "list").text == "no albums yet\n"
