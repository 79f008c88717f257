"""Servers that fail, lie, and send what nobody should take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from photoclip.clip.download import Circumstances, damaged_files
from photoclip.clip.fetching import Patience
from photoclip.clip.hub import Limits
from photoclip.domain import CancelToken
from photoclip.errors import DownloadError
from tests.hub_server import (
    Fault,
    changes_bytes,
    drops_after,
    ends_early,
    ignores_ranges,
    says,
    sends_more,
    stalls_after,
)
from tests.unit.clip.download.conftest import NAME, REPO, WEIGHTS, Site

if TYPE_CHECKING:
    pass


def test_a_silent_server_is_given_up(site: Site) -> None:
    site.hub.always[WEIGHTS] = stalls_after(1000)
    impatient = Circumstances(Patience(tries=2, first=0.001), Limits(1.0, 0.1))
    error = site.fails("does not answer, 2 times in a row", impatient)
    assert "go on from there" in error.hint


@pytest.mark.parametrize("fault", [changes_bytes, sends_more])
def test_wrong_bytes_are_found_and_fetched_again(site: Site, fault: Fault) -> None:
    site.hub.faults[WEIGHTS] = [fault]
    site.get()
    assert not damaged_files(site.target)


@pytest.mark.parametrize("fault", [changes_bytes, sends_more])
def test_a_server_that_always_sends_wrong_bytes_gets_no_third_try(site: Site, fault: Fault) -> None:
    site.hub.always[WEIGHTS] = fault
    site.fails("weights.data has .*, twice")
    assert len([asked for asked in site.hub.of(WEIGHTS) if asked.path.startswith("/cdn")]) == 2
    del site.hub.always[WEIGHTS]
    site.get()
    assert not damaged_files(site.target)


def test_damage_in_what_came_earlier_is_found(site: Site) -> None:
    site.hub.faults[WEIGHTS] = [drops_after(600_000), says(404)]
    site.fails("has no visual/weights.data")
    (part,) = site.models.glob(f".{NAME}/visual/weights.data.*.part")
    with part.open("r+b") as file:
        file.write(b"something else")
    site.get()
    assert not damaged_files(site.target)


@pytest.mark.parametrize("name", ["config.json", WEIGHTS])
def test_a_file_that_ends_early_is_no_file(site: Site, name: str) -> None:
    site.hub.always[name] = ends_early
    site.fails("ended after|ends before|times in a row|twice")


def test_a_server_without_ranges_begins_again(site: Site) -> None:
    site.hub.faults[WEIGHTS] = [drops_after(500_000), ignores_ranges]
    site.get()
    assert not damaged_files(site.target)


def test_a_server_that_never_gets_far_is_given_up(site: Site) -> None:
    def never(handler: object, content: bytes) -> bool:
        handler.answer(content, ranges=False, most=700_000)  # type: ignore[attr-defined]
        return True

    site.hub.always[WEIGHTS] = never
    site.fails("3 times in a row")


@pytest.mark.parametrize("status", [429, 500, 503])
@pytest.mark.parametrize("name", ["listing", WEIGHTS])
def test_what_passes_is_waited_for(site: Site, name: str, status: int) -> None:
    site.hub.faults[name] = [says(status), says(status)]
    assert site.get().path == site.target


def test_a_server_says_how_long_to_wait(site: Site) -> None:
    site.hub.always["listing"] = says(429, **{"Retry-After": "77"})
    waits: list[float] = []

    class Noting(CancelToken):
        def sleep(self, seconds: float) -> None:
            waits.append(seconds)

    with pytest.raises(DownloadError, match="says 429 Too Many Requests, 3 times in a row"):
        site.get(Noting())
    assert waits == [77, 77]


@pytest.mark.parametrize(
    ("status", "headers", "match"),
    [
        (401, {}, r"has no some/model \(main\)"),
        (404, {}, r"has no some/model \(main\)"),
        (401, {"X-Error-Code": "GatedRepo"}, "does not hand out"),
        (403, {}, "does not hand out"),
        (400, {}, "says 400"),
    ],
)
def test_what_does_not_pass_is_told_at_once(
    site: Site, status: int, headers: dict[str, str], match: str
) -> None:
    site.hub.always["listing"] = says(status, **headers)
    site.fails(match)
    assert len(site.hub.asked) == 1


def test_a_hub_that_is_switched_off_is_told(site: Site) -> None:
    endpoint = site.hub.endpoint
    site.hub.server_close()
    error = site.fails("cannot be reached .*, 3 times in a row")
    assert endpoint.removeprefix("http://") in error.finding


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b"{}", b'{"sha": "main", "siblings": 3}'])
def test_what_is_no_hub_is_told(site: Site, answer: bytes) -> None:
    site.hub.always["listing"] = lambda handler, _: bool([handler.answer(answer)])
    site.fails("model hub|does not tell the commit|cannot be used")


@pytest.mark.parametrize(
    "told",
    [{"size": None}, {"blobId": None}, {"blobId": "f" * 40}, {"size": 5}, {"size": 5_000}],
)
def test_a_listing_that_is_wrong_gives_no_model(site: Site, told: dict[str, object]) -> None:
    site.hub.repositories[REPO].told["config.json"] = told
    site.fails("tells no size or checksum|times in a row|twice")


@pytest.mark.parametrize(
    "name",
    [
        *("visual/a\\b", "visual/c:evil", "visual/.hidden", "visual/nul.onnx", "visual/x\n"),
        *("visual/MODEL.onnx", "visual/" + "x" * 300, "visual/..", "visual/"),
    ],
)
def test_unsafe_names_are_refused(site: Site, name: str) -> None:
    site.hub.repositories[REPO].files[name] = b"evil"
    site.fails("has a file called|has files called")
    assert not list(site.models.glob(f".{NAME}/*"))
