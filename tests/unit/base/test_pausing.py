"""Paused work waits at its next check, goes on when told to, and ends when it is cancelled."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled

PATIENCE = 10


class Worker:
    """Counts in a thread, with a check before each step."""

    def __init__(self, token: CancelToken) -> None:
        self.token = token
        self.steps = 0
        self.error: Cancelled | None = None
        self.changed = threading.Condition()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        try:
            while True:
                self.token.check()
                with self.changed:
                    self.steps += 1
                    self.changed.notify_all()
        except Cancelled as error:
            self.error = error

    def gets_beyond(self, steps: int) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.steps > steps, PATIENCE)


@contextmanager
def working(token: CancelToken, count: int = 1) -> Iterator[list[Worker]]:
    workers = [Worker(token) for _ in range(count)]
    for worker in workers:
        worker.thread.start()
    yield workers
    token.cancel()
    for worker in workers:
        worker.thread.join(PATIENCE)
        assert not worker.thread.is_alive()


def test_a_new_token_holds_nobody_up() -> None:
    token = CancelToken()
    token.check()
    assert not token.paused and not token.cancelled and token.waited == 0


def test_a_paused_token_waits_until_it_is_resumed() -> None:
    token = CancelToken()
    token.pause()
    with working(token, 3) as workers:
        assert [worker.steps for worker in workers] == [0, 0, 0]
        token.resume()
        assert all(worker.gets_beyond(5) for worker in workers)
    assert token.waited > 0


def test_cancel_ends_a_pause() -> None:
    token = CancelToken()
    token.pause()
    with working(token, 3) as workers:
        token.cancel()
        for worker in workers:
            worker.thread.join(PATIENCE)
        assert all(worker.error is not None and worker.steps == 0 for worker in workers)
    assert token.cancelled and not token.paused


def test_a_cancelled_token_cannot_be_paused() -> None:
    token = CancelToken()
    token.cancel()
    token.pause()
    assert not token.paused
    with pytest.raises(Cancelled):
        token.check()


def test_pausing_and_resuming_from_many_threads_never_leaves_anybody_waiting() -> None:
    token = CancelToken()

    def toggle() -> None:
        for _ in range(300):
            token.pause()
            token.resume()

    with working(token, 2) as workers:
        togglers = [threading.Thread(target=toggle) for _ in range(4)]
        for thread in togglers:
            thread.start()
        for thread in togglers:
            thread.join(PATIENCE)
        reached = [worker.steps for worker in workers]
        for worker, steps in zip(workers, reached, strict=True):
            assert worker.gets_beyond(steps)
