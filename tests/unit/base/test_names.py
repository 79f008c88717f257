"""What a person may have meant by a name that there is not."""

from __future__ import annotations

import pytest

from photoclip.domain.names import nearest


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("cats", "pets/cat"),
        ("pets/cats", "pets/cat"),
        ("craft", "crafts"),
        ("CRAFTS", "crafts"),
        ("kitch", "home/kitchen"),
        ("xylophone", ""),
        ("", ""),
    ],
)
def test_the_last_part_of_a_name_counts_as_well_as_the_whole(name: str, meant: str) -> None:
    assert nearest(name, ["crafts", "pets/cat", "home/kitchen"]) == meant
