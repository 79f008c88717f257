"""A run that is paused reads nothing, loses nothing, and counts no time."""

from __future__ import annotations

import threading
import time

import pytest

from photoclip.domain import CancelToken, IndexReport, Progress, Stage
from photoclip.errors import ModelError
from photoclip.library import run as run_module
from photoclip.library.control import RunControl
from photoclip.library.run import IndexingCancelled
from photoclip.library.workers import NOTICE_SECONDS, Workers

from .conftest import Desk

PATIENCE = 20
PHOTOS = 40


class Indexer:
    """Indexes a desk in a thread, and pauses it as soon as a batch was committed."""

    def __init__(self, desk: Desk, token: CancelToken) -> None:
        self.desk = desk
        self.token = token
        self.paused = threading.Event()
        self.told: list[Progress] = []
        self.report: IndexReport | None = None
        self.error: IndexingCancelled | None = None
        self.began = time.monotonic()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        assert self.paused.wait(PATIENCE)

    def _run(self) -> None:
        try:
            self.report = self.desk.index(
                cancel=self.token, progress=self.told.append, on_batch=self._on_batch
            )
        except IndexingCancelled as error:
            self.error = error

    def _on_batch(self, *_: object) -> None:
        if not self.paused.is_set():
            self.token.pause()
            self.paused.set()

    def settle(self) -> int:
        """How many pictures were decoded once those under way are done."""
        count = -1
        while count != self.desk.decoder.count:
            count = self.desk.decoder.count
            time.sleep(3 * NOTICE_SECONDS)
        return count

    def join(self) -> None:
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


@pytest.fixture
def indexer(desk: Desk) -> Indexer:
    for number in range(PHOTOS):
        desk.write(f"{number}.jpg", number)
    return Indexer(desk, CancelToken())


def test_nothing_is_decoded_while_paused_and_all_of_it_afterwards(
    desk: Desk, indexer: Indexer
) -> None:
    decoded, stored = indexer.settle(), desk.catalog.photos.count()
    assert decoded < PHOTOS
    indexer.thread.join(0.5)
    assert indexer.thread.is_alive()
    assert (desk.decoder.count, desk.catalog.photos.count()) == (decoded, stored)
    indexer.token.resume()
    indexer.join()
    assert indexer.report is not None and indexer.report.new == PHOTOS
    assert desk.catalog.photos.count() == desk.decoder.count == PHOTOS


def test_cancel_ends_a_paused_run_at_once(desk: Desk, indexer: Indexer) -> None:
    indexer.settle()
    stored = desk.catalog.photos.count()
    began = time.monotonic()
    indexer.token.cancel()
    indexer.join()
    assert time.monotonic() - began < 1.0
    assert indexer.error is not None and 0 < indexer.error.report.new < PHOTOS
    assert desk.catalog.photos.count() == stored
    assert desk.index().new == PHOTOS - stored


def test_the_pause_counts_in_no_rate_and_no_time(desk: Desk, indexer: Indexer) -> None:
    indexer.settle()
    indexer.thread.join(1.5)
    indexer.token.resume()
    indexer.join()
    assert indexer.token.waited > 1.0
    assert indexer.report is not None
    wall = time.monotonic() - indexer.began
    assert indexer.report.seconds < wall - 1.0
    assert indexer.report.images_per_second > PHOTOS / (wall - 1.0)


def test_a_run_that_is_paused_before_it_begins_tells_that_it_is_there(desk: Desk) -> None:
    desk.write("one.jpg", 1)
    token, told, begun = CancelToken(), [], threading.Event()
    token.pause()

    def progress(state: Progress) -> None:
        told.append(state.stage)
        begun.set()

    thread = threading.Thread(target=lambda: desk.index(cancel=token, progress=progress))
    thread.start()
    assert begun.wait(PATIENCE)
    assert told == [Stage.SCANNING] and desk.decoder.count == 0
    token.resume()
    thread.join(PATIENCE)
    assert desk.catalog.photos.count() == 1


def test_threads_end_in_a_pause_when_nobody_wants_their_results() -> None:
    paused = True
    with pytest.raises(ModelError), Workers(3, iter(range(9)), str, 2, lambda: paused):
        raise ModelError("is broken")


def test_files_that_wait_for_another_look_wait_in_a_pause_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "FRESH_SECONDS", 0.05)
    path = desk.write("half.jpg", 1)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    token = CancelToken()
    waiting = threading.Event()

    def decoding() -> None:
        token.pause()
        waiting.set()

    desk.decoder.before = decoding
    thread = threading.Thread(target=lambda: desk.index(cancel=token))
    thread.start()
    assert waiting.wait(PATIENCE)
    thread.join(0.3)
    assert thread.is_alive() and desk.decoder.count == 1
    desk.decoder.before = lambda: None
    path.write_bytes(content)
    token.resume()
    thread.join(PATIENCE)
    assert desk.catalog.photos.count() == 1


def test_a_pause_holds_for_runs_that_begin_meanwhile() -> None:
    control = RunControl()
    first = control.token()
    control.pause()
    second = control.token()
    assert first.paused and second.paused and control.paused
    control.resume()
    assert not second.paused and not control.paused


def test_cancelling_ends_the_present_run_and_not_the_next() -> None:
    control = RunControl()
    first = control.token()
    control.cancel()
    assert first.cancelled and not control.token().cancelled


def test_after_closing_every_run_ends_at_once_until_it_is_opened() -> None:
    control = RunControl()
    first = control.token()
    control.pause()
    control.close()
    assert first.cancelled and control.token().cancelled
    control.open()
    assert not control.token().cancelled
