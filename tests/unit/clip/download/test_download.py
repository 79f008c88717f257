"""Downloads that are whole, gone on with, paused, cancelled, and verified."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from photoclip.clip.directory import fingerprint, read_directory
from photoclip.clip.download import Circumstances, damaged_files, download
from photoclip.clip.hub import Place
from photoclip.clip.origin import FILE_NAME
from photoclip.clip.shelf import Shelf, unfinished
from photoclip.clip.wish import wish_for
from photoclip.domain import CancelToken, Progress, Stage
from photoclip.errors import Cancelled, DownloadError, ModelDirectoryError
from tests.hub_server import (
    drops_after,
    says,
    stalls_after,
)
from tests.unit.clip.download.conftest import NAME, PATIENCE, QUICK, REPO, SIZE, WEIGHTS, Site

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop


def test_a_download_is_whole_plain_and_readable(site: Site, files: dict[str, bytes]) -> None:
    done = site.get()
    found = {path.relative_to(site.target).as_posix() for path in site.target.rglob("*")}
    wanted = {name for name in files if not name.endswith((".armnn", ".rknn", ".bin"))}
    wanted -= {".gitattributes"}
    assert found == wanted | {"visual", "textual", FILE_NAME}
    assert all((site.target / name).read_bytes() == files[name] for name in wanted)
    assert not any(path.is_symlink() for path in site.models.rglob("*"))
    assert done.fetched == sum(len(files[name]) for name in wanted)
    assert {path.name for path in site.models.iterdir()} - {f".{NAME}.lock"} == {NAME}
    spec = read_directory(site.target).spec
    assert spec.name == NAME and spec.licence == "mit"
    assert spec.source == f"{site.hub.endpoint}/{REPO}@{done.origin.commit[:12]}"
    last = site.told[-1]
    assert (last.stage, last.done, last.total) == (Stage.DOWNLOADING, done.fetched, done.fetched)
    assert [row.done for row in site.told] == sorted(row.done for row in site.told)


def test_it_has_the_fingerprint_of_a_copy_made_by_hand(
    site: Site, workshop: Workshop, tmp_path: Path
) -> None:
    site.get()
    copy = workshop.make("copy")
    (site.target / WEIGHTS).unlink()
    (site.target / FILE_NAME).unlink()
    assert fingerprint(site.target) == fingerprint(copy)


def test_nothing_is_told_but_what_is_wanted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    site.get()
    for asked in site.hub.asked:
        headers = {name.lower(): value for name, value in asked.headers.items()}
        assert set(headers) <= {
            *("host", "accept", "accept-encoding", "connection", "user-agent", "range"),
        }
        agent = [part.split("/")[0] for part in headers["user-agent"].split("; ")]
        assert agent == ["photoclip", "hf_hub", "python"]
    assert all("/agent" not in asked.path for asked in site.hub.asked)


def test_a_dropped_connection_is_gone_on_from(site: Site) -> None:
    site.hub.faults[WEIGHTS] = [drops_after(400_000), drops_after(500_000)]
    site.get()
    starts = [asked.start for asked in site.hub.of(WEIGHTS) if asked.path.startswith("/cdn")]
    assert starts[0] == 0 and starts == sorted(set(starts)) and len(starts) == 3
    assert site.sent() == SIZE
    assert not damaged_files(site.target)


def test_the_next_attempt_goes_on_where_the_last_one_was(site: Site) -> None:
    site.hub.faults[WEIGHTS] = [drops_after(600_000), says(404)]
    site.fails("has no visual/weights.data")
    assert unfinished(site.models)[NAME] > 600_000
    site.hub.asked.clear()
    done = site.get()
    last = site.hub.of(WEIGHTS)[-1]
    assert (last.start, last.sent) == (600_000, SIZE - 600_000)
    assert done.fetched < SIZE - 600_000 + 10_000 and not unfinished(site.models)


@pytest.mark.parametrize("after", [-1, 0, 100_000])
def test_a_cancellation_reaches_a_silent_server(site: Site, after: int) -> None:
    site.hub.always["listing" if after < 0 else WEIGHTS] = stalls_after(after)
    cancel = CancelToken()
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(site.get, cancel)
        assert site.hub.waiting.wait(PATIENCE)
        cancel.cancel()
        with pytest.raises(Cancelled):
            work.result(3)
    assert site.visible() == []


def test_a_full_disk_is_told_before_the_first_byte(site: Site) -> None:
    full = Circumstances(QUICK.patience, QUICK.limits, lambda folder: 50_000_000)
    error = site.fails(r"needs 1.5 MB, but 50.0 MB are free", full)
    assert error.hint == "Make room for 18.6 MB more." and error.path == site.models
    assert site.hub.of(WEIGHTS) == []


def test_a_disk_that_fills_meanwhile_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from photoclip.clip import fetching

    def full(out: object, chunk: bytes) -> None:
        raise DownloadError("the disk is full")

    monkeypatch.setattr(fetching, "_write", full)
    site.fails("the disk is full")
    monkeypatch.undo()
    assert site.get().path == site.target


def test_a_model_that_is_there_is_verified_without_the_hub(site: Site) -> None:
    site.get()
    site.hub.asked.clear()
    again = site.get()
    assert again.already and again.fetched == 0 and site.hub.asked == []


def test_only_what_is_damaged_is_fetched_again(site: Site, files: dict[str, bytes]) -> None:
    site.get()
    config = site.target / "config.json"
    config.write_bytes(files["config.json"] + b" ")
    with pytest.raises(ModelDirectoryError, match=f"but {FILE_NAME} says"):
        fingerprint(site.target)
    assert damaged_files(site.target) == ["config.json"]
    site.hub.asked.clear()
    done = site.get()
    assert config.read_bytes() == files["config.json"] and not done.already
    assert done.fetched == len(files["config.json"])
    assert site.hub.of(WEIGHTS) == []


def test_a_folder_of_ones_own_is_left_alone(site: Site, workshop: Workshop) -> None:
    own = workshop.make(f"models/{NAME}")
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    with pytest.raises(DownloadError, match="is there already"):
        site.get()
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before


def test_two_at_a_time_do_not_meet(site: Site) -> None:
    with Shelf(site.models, NAME).held():
        site.fails("is being downloaded or removed by another photoclip")
    assert site.get().path == site.target


def test_what_the_loader_refuses_is_no_model(site: Site) -> None:
    site.hub.repositories[REPO].files["config.json"] = b'{"embed_dim": "many"}'
    site.fails("came as it should, but config.json embed_dim is")
    assert not unfinished(site.models)


def test_what_a_newer_commit_changed_comes_anew(site: Site, files: dict[str, bytes]) -> None:
    site.hub.faults[WEIGHTS] = [drops_after(600_000), says(404)]
    site.fails("has no visual/weights.data")
    site.hub.repositories[REPO].files[WEIGHTS] = files[WEIGHTS][::-1]
    done = site.get()
    assert (site.target / WEIGHTS).read_bytes() == files[WEIGHTS][::-1]
    assert done.origin.commit == site.hub.repositories[REPO].commit


def test_a_read_only_folder_is_told(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    site.models = tmp_path / "file" / "models"
    with pytest.raises(DownloadError, match=r"models: cannot be written \(Not a directory\)"):
        site.get()


def test_offline_means_offline(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DownloadError, match="is set to stay offline"):
        download(wish_for(REPO), site.models, Place.chosen(site.hub.endpoint, True))
    told = {"HF_HUB_OFFLINE": "1", "HF_ENDPOINT": "https://mirror.example/"}
    assert Place.chosen("", False, told) == Place("https://mirror.example", True)
    assert Place.chosen("https://own.example", False, told).endpoint == "https://own.example"
    with pytest.raises(DownloadError, match="is not like https"):
        Place.chosen("ftp://x", False, {})
    assert site.hub.asked == []


def test_a_pause_holds_a_download_until_it_is_resumed(site: Site) -> None:
    cancel, reached = CancelToken(), threading.Event()

    def tell(progress: Progress) -> None:
        if progress.done and not reached.is_set():
            cancel.pause()
            reached.set()

    site.listen = tell
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(site.get, cancel)
        assert reached.wait(PATIENCE)
        assert not work.done() and site.visible() == [] and site.hub.of(WEIGHTS) == []
        cancel.resume()
        assert work.result(PATIENCE).path == site.target


def test_the_record_of_a_download_can_be_read_by_others(site: Site) -> None:
    done = site.get()
    record = json.loads((site.target / FILE_NAME).read_text())
    assert record["repo"] == REPO and record["commit"] == done.origin.commit
    assert set(record["files"]) >= {"config.json", "visual/model.onnx", WEIGHTS}
    assert "README.md" not in record["files"]
