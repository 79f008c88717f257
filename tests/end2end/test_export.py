"""Tags out of the library on the command line: sidecars, tables, and back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from photoclip.domain import Label, LabelId, PhotoId, Tag, TagSource, TagState
from photoclip.engine import Engine
from photoclip.paths import Paths

from .conftest import CommandLine, fill


def tagged(cli: CommandLine) -> Path:
    """A folder of three indexed photos, of which the first two are tagged."""
    folder = fill(cli.base / "photos", range(3))
    cli.ok("add", folder)
    cli.ok("index")
    with Engine.open(Paths.under(cli.library)) as engine:
        for number, name in enumerate(("animals/dog", "=sum(1)")):
            label = engine.catalog.labels.add(Label(LabelId(0), name))
            file = engine.catalog.files.by_path(folder / f"picture{number:05}.jpg")
            assert label is not None and file is not None and file.photo is not None
            tag = Tag(PhotoId(file.photo), label.id, TagState.ACCEPTED, TagSource.PERSON)
            engine.catalog.tags.put([tag])
        engine.albums.create("first", [PhotoId(1)])
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix == ".xmp"}


def test_sidecars_are_planned_written_narrowed_and_undone(cli: CommandLine) -> None:
    folder = tagged(cli)
    first, second = (folder / f"picture{number:05}.jpg.xmp" for number in (0, 1))
    planned = cli.ok("export", "xmp", "--dry-run")
    assert (planned["dry_run"], planned["created"], names(folder)) == (True, 2, set())
    assert planned["changes"][0] == {
        "path": str(first),
        "photo": str(first.with_suffix("")),
        "change": "created",
        "added": ["animals/dog"],
        "removed": [],
    }
    assert cli.ok("export", "xmp", "--label", "Animals")["created"] == 1
    assert names(folder) == {first.name}
    text = cli.run("export", "xmp").text
    assert f"created  {second}  +=sum(1)" in text
    assert "1 created, 0 changed, 0 removed, 1 left as they are" in text
    assert cli.ok("export", "xmp")["changes"] == []
    assert cli.ok("export", "xmp", "--undo", "--folder", folder, "--dry-run")["removed"] == 2
    only = cli.ok("export", "xmp", "--undo", "--search", "in:photos", "--label", "=sum(1)")
    assert (only["removed"], names(folder)) == (1, {first.name})
    first.write_text("<broken")
    done = cli.run("export", "xmp", "--json")
    assert (done.code, done.json["created"]) == (1, 1)
    (problem,) = done.json["problems"]
    assert problem["path"] == str(first) and "not well-formed" in problem["reason"]
    like = cli.fails("export", "xmp", "--label", "animals/dgo")
    assert "animals/dog" in like
    assert "album" in cli.fails("export", "xmp", "--album", "none")


def test_tables_of_tags(cli: CommandLine) -> None:
    folder = tagged(cli)
    rows = list(csv.DictReader(io.StringIO(cli.run("export", "csv").text)))
    assert [row["labels"] for row in rows] == ["animals/dog", "'=sum(1)"]
    assert rows[0]["path"] == str(folder / "picture00000.jpg")
    (photo,) = cli.run("export", "json", "--label", "animals").json["photos"]
    assert photo["tags"] == [
        {"label": "animals/dog", "source": "person", "score": None, "version": None, "model": None}
    ]
    out = cli.base / "out.json"
    told = cli.ok("export", "json", "--album", "first", "-o", out)
    assert told == {"photos": len(json.loads(out.read_text())["photos"]), "path": str(out)}
