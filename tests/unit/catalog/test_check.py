from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from photoclip.catalog.connections import connect
from photoclip.catalog.store import Catalog
from photoclip.domain import PhotoStatus, Root

DAMAGE = {
    "points to a missing photos": "UPDATE files SET photo = 999",
    "points to a missing roots": "UPDATE files SET root = 999",
    "unreadable photos give no reason": "UPDATE photos SET status = 'unreadable'",
    "unreadable files give no reason": "UPDATE files SET photo = NULL",
    "not below their folder": "UPDATE files SET path = x'2F6574632F706173737764'",
    "generations are missing": "DELETE FROM meta",
    "1 generations are missing": "DELETE FROM meta WHERE key = 'ratings_generation'",
    "was taken at 'soon'": "UPDATE photos SET taken_at = 'soon'",
}


@pytest.fixture
def filled(catalog: Catalog, root: Root, add_photo) -> Path:
    add_photo("a.jpg", root)
    add_photo("bad.jpg", status=PhotoStatus.UNREADABLE, reason="truncated")
    assert catalog.check() == []
    catalog.close()
    return catalog.path


@pytest.mark.parametrize("finding", DAMAGE)
def test_check_finds(filled: Path, finding: str) -> None:
    with closing(connect(filled, "rw", 1.0)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(DAMAGE[finding])
    with Catalog.open(filled, writable=False) as catalog:
        assert [line for line in catalog.check() if finding in line]


def test_check_finds_an_index_that_lost_a_row(filled: Path) -> None:
    with closing(connect(filled, "rw", 1.0)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("DELETE FROM sqlite_master WHERE name = 'files_by_photo'")
        db.execute("PRAGMA writable_schema = RESET")
    with Catalog.open(filled, writable=False) as catalog:
        assert catalog.check() != []


def test_check_inside_a_transaction_sees_what_it_wrote(catalog: Catalog) -> None:
    with catalog.transaction() as db:
        db.execute("DELETE FROM meta")
        assert catalog.check() == ["1 generations are missing"]
