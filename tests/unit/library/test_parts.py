"""The small parts of the pipeline by themselves."""

from __future__ import annotations

import io
import itertools
import os
import threading
from pathlib import Path

import pytest
from PIL import Image

from photoclip.domain import Progress, Root, RootId, Stage
from photoclip.library.budget import ByteBudget
from photoclip.library.plan import parts_of
from photoclip.library.prepare import estimate
from photoclip.library.rules import Rules
from photoclip.library.workers import Workers
from photoclip.meter import EVERY_SECONDS, Meter


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_meter_tells_at_most_ten_times_a_second() -> None:
    clock, told = Clock(), list[Progress]()
    meter = Meter(told.append, Stage.INDEXING, 1000, clock)
    for step in range(1, 1001):
        clock.now = 100 + step / 100
        meter.update(step)
    meter.tell(1000)
    assert len(told) <= 10 / EVERY_SECONDS + 2
    assert told[0].done == 0 and told[-1].done == 1000


def test_meter_smooths_the_rate_and_estimates_what_is_left() -> None:
    clock, told = Clock(), list[Progress]()
    meter = Meter(told.append, Stage.INDEXING, 1000, clock)
    assert told[0].rate == 0 and told[0].seconds_left is None
    for second in range(1, 21):
        # A batch of 20 every second second: 10 a second.
        clock.now = 100 + second
        meter.tell(20 * (second // 2))
    assert told[-1].rate == pytest.approx(10, rel=0.2)
    assert told[-1].seconds_left == pytest.approx(80, rel=0.2)


def test_meter_knows_the_rate_from_the_start() -> None:
    clock, told = Clock(), list[Progress]()
    meter = Meter(told.append, Stage.INDEXING, 100, clock)
    clock.now += 0.5
    meter.tell(5)
    assert told[-1].rate == pytest.approx(10)


def test_meter_without_a_total_or_without_work() -> None:
    told = list[Progress]()
    Meter(told.append, Stage.SCANNING).tell(7)
    assert told[-1].total is None and told[-1].seconds_left is None
    Meter(told.append, Stage.INDEXING, 0)
    assert told[-1].seconds_left == 0


def test_workers_give_every_result_once() -> None:
    with Workers(3, iter(range(100)), lambda n: n * n, capacity=4) as workers:
        results = []
        while not workers.finished:
            result = workers.get(0.05)
            if result is not None:
                results.append(result)
    assert sorted(results) == [n * n for n in range(100)]


def test_workers_raise_what_the_work_raised_and_end() -> None:
    def work(number: int) -> int:
        if number == 5:
            raise ValueError("five")
        return number

    before = set(threading.enumerate())
    with (
        pytest.raises(ValueError, match="five"),
        Workers(2, itertools.count(), work, capacity=2) as workers,
    ):
        while True:
            workers.get(0.05)
    assert set(threading.enumerate()) == before


def test_leaving_early_ends_workers_that_wait_for_room() -> None:
    with Workers(2, itertools.count(), lambda n: n, capacity=1) as workers:
        assert workers.get(5) is not None
    assert not any(thread.is_alive() for thread in workers._threads)


def test_results_wait_in_a_bounded_queue() -> None:
    done: list[int] = []

    def work(number: int) -> int:
        done.append(number)
        return number

    with Workers(1, iter(range(1000)), work, capacity=3) as workers:
        assert workers.get(5) == 0
        # One taken, three in the queue, one in hand, and one more while it moves up.
        assert len(done) <= 6


def test_budget_is_never_exceeded_and_all_get_their_share() -> None:
    budget, lock = ByteBudget(100), threading.Lock()
    held, most = 0, 0

    def use(size: int) -> None:
        nonlocal held, most
        for _ in range(50):
            with budget.hold(size):
                with lock:
                    held += min(size, 100)
                    most = max(most, held)
                with lock:
                    held -= min(size, 100)

    threads = [threading.Thread(target=use, args=(size,)) for size in (30, 60, 100, 5000, 0)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)
    assert 0 < most <= 100


@pytest.mark.parametrize(
    ("kind", "options", "size", "least", "most"),
    [
        ("JPEG", {}, (6000, 4000), 24e6 * 6 / 64, 24e6),
        ("JPEG", {"progressive": True}, (6000, 4000), 24e6 * 6, 24e6 * 8),
        ("JPEG", {}, (600, 500), 3e5 * 3, 3e5 * 8),
        ("PNG", {}, (6000, 4000), 24e6 * 6, 24e6 * 12),
        ("WEBP", {}, (600, 500), 3e5 * 16, 3e5 * 20),
        ("AVIF", {}, (600, 500), 3e5 * 9, 3e5 * 12),
    ],
)
def test_estimate_of_what_decoding_takes(
    kind: str, options: dict[str, bool], size: tuple[int, int], least: float, most: float
) -> None:
    stream = io.BytesIO()
    Image.new("RGB", size).save(stream, kind, **options)
    with Image.open(io.BytesIO(stream.getvalue())) as header:
        assert least <= estimate(header, 512) <= most


@pytest.mark.parametrize(
    ("patterns", "name", "skipped"),
    [
        (["@eaDir"], "@eaDir", True),
        (["@eaDir"], "@eaDirectory", False),
        (["*.lrdata", "tmp?"], "Previews.lrdata", True),
        (["*.lrdata", "tmp?"], "tmp1", True),
        ([], "anything", False),
        ([], ".hidden", True),
    ],
)
def test_names_of_folders(patterns: list[str], name: str, skipped: bool) -> None:
    assert Rules.of(patterns).skips_folder(name) is skipped


def test_parts_of_roots_and_folders() -> None:
    base = Path("/photos").absolute()
    one, two = (Root(RootId(n), base / name, "", True) for n, name in ((1, "one"), (2, "two")))
    roots = [one, two]
    assert parts_of(roots, None) == [(one, ""), (two, "")]
    assert parts_of(roots, [base / "one"]) == [(one, "")]
    assert parts_of(roots, [base / "two" / "x" / "y"]) == [(two, "x/y")]
    assert parts_of(roots, [base / "one" / "x", base / "one" / "x" / "y"]) == [(one, "x")]
    assert parts_of(roots, [base]) == [(one, ""), (two, "")]
    assert parts_of(roots, [base / "three"]) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_folder_named_through_a_link_lies_in_its_root(tmp_path: Path) -> None:
    (tmp_path / "real" / "x").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    root = Root(RootId(1), tmp_path / "link", "", True)
    assert parts_of([root], [tmp_path / "real" / "x"]) == [(root, "x")]
    assert parts_of([root], [tmp_path / "link" / "x"]) == [(root, "x")]
