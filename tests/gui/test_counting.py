"""What only searching can count is counted when something changed, and not more often."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from photoclip.domain import SavedSearch, SearchId
from photoclip.engine import Engine
from photoclip.errors import ModelError
from photoclip.gui.bridge import Bridge
from photoclip.gui.controllers.counting import BUSY_MS, SOON_MS, Counting
from photoclip.search.saved import Counted

DOGS, CATS = (Counted(SavedSearch(SearchId(n), q, q)) for n, q in ((1, "dog"), (2, "cat")))
FEW = Counted(SavedSearch(SearchId(3), "few", "is:untagged"), 4)


class Searches:
    """Finds as many photos as it was told."""

    def __init__(self) -> None:
        self.photos = 7
        self.generation = 1
        self.asked: list[str] = []
        self.broken = False

    def state(self) -> int:
        if self.broken:
            raise ModelError("is gone")
        return self.generation

    def count(self, search: SavedSearch) -> Counted:
        self.asked.append(search.query)
        return Counted(search, self.photos)


@pytest.fixture
def searches() -> Searches:
    return Searches()


@pytest.fixture
def told() -> list[list[int | None]]:
    return []


@pytest.fixture
def busy() -> list[bool]:
    return []


@pytest.fixture
def counting(
    qtbot: QtBot, searches: Searches, told: list[list[int | None]], busy: list[bool]
) -> Iterator[Counting]:
    bridge = Bridge()
    engine = cast(Engine, SimpleNamespace(searches=searches))
    made = Counting(engine, bridge, lambda: bool(busy))
    made.told.connect(lambda rows: told.append([row.photos for row in rows]))
    yield made
    made.stop()
    bridge.close()


def test_many_changes_are_counted_once_and_none_not_at_all(
    qtbot: QtBot, counting: Counting, searches: Searches, told: list[list[int | None]]
) -> None:
    for _ in range(20):
        counting.take([DOGS, CATS, FEW])
    assert told[-1] == [None, None, 4]
    # Not before the model is open.
    assert not counting._timer.isActive()
    counting.start()
    qtbot.waitUntil(lambda: told[-1] == [7, 7, 4])
    assert searches.asked == ["dog", "cat"]
    counting.take([DOGS, CATS, FEW])
    assert told[-1] == [7, 7, 4]
    qtbot.waitUntil(lambda: not counting._timer.isActive() and counting._running is None)
    assert searches.asked == ["dog", "cat"]
    searches.generation, searches.photos = 2, 9
    counting.take([CATS])
    # What is known stays until it is known better.
    assert told[-1] == [7]
    qtbot.waitUntil(lambda: told[-1] == [9])
    assert searches.asked == ["dog", "cat", "cat"]


def test_another_search_is_another_count(
    qtbot: QtBot, counting: Counting, told: list[list[int | None]]
) -> None:
    counting.start()
    counting.take([DOGS])
    qtbot.waitUntil(lambda: told[-1] == [7])
    counting.take([Counted(SavedSearch(SearchId(1), "dog", "wolf"))])
    assert told[-1] == [None]
    qtbot.waitUntil(lambda: told[-1] == [7])


def test_while_photos_come_in_it_waits_longer_but_not_for_what_is_new(
    qtbot: QtBot, counting: Counting, told: list[list[int | None]], busy: list[bool]
) -> None:
    busy.append(True)
    counting.start()
    counting.take([DOGS])
    assert counting._timer.interval() == SOON_MS
    qtbot.waitUntil(lambda: told[-1] == [7])
    counting.take([DOGS])
    assert counting._timer.interval() == BUSY_MS
    busy.clear()
    counting.take([DOGS])
    assert counting._timer.interval() == SOON_MS


def test_without_a_model_nothing_is_counted_and_nobody_is_bothered(
    qtbot: QtBot, counting: Counting, searches: Searches, told: list[list[int | None]]
) -> None:
    searches.broken = True
    counting.start()
    counting.take([DOGS, CATS])
    qtbot.waitUntil(lambda: not counting._timer.isActive() and counting._running is None)
    assert (told[-1], searches.asked) == ([None, None], [])
    searches.broken = False
    counting.take([DOGS, CATS])
    qtbot.waitUntil(lambda: told[-1] == [7, 7])
