"""Years and months along the timeline never overlap, and years come first."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoclip.gui.grid_layout import NO_SECTIONS, GridLayout, sections
from photoclip.gui.timeline_marks import Month, months, place

LINE = 15.0


def laid_out(days: list[date]) -> GridLayout:
    ordinals = np.array([day.toordinal() for day in days], np.int32)
    return GridLayout(len(days), 4, 100, sections(ordinals, by_month=False), 40)


def test_months_begin_where_their_first_section_does() -> None:
    layout = laid_out([date(2024, 6, 3), date(2024, 6, 1), date(2023, 12, 31), date(2023, 2, 1)])
    found = months(layout)
    assert [date.fromordinal(month.day) for month in found] == [
        date(2024, 6, 1),
        date(2023, 12, 1),
        date(2023, 2, 1),
    ]
    assert [month.top for month in found] == [0, 280, 420]
    assert [month.begins_year for month in found] == [True, True, False]
    assert months(GridLayout(5, 4, 100, NO_SECTIONS, 0)) == []


@given(
    st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=1, max_size=200),
    st.floats(1, 2000),
)
def test_labels_never_overlap(days: list[date], length: float) -> None:
    layout = laid_out(sorted(days, reverse=True))
    found = months(layout)
    marks = place(found, max(1, layout.height - 500), length, LINE)
    labelled = [mark.y for mark in marks if mark.labelled]
    assert all(below - above >= LINE for above, below in pairwise(labelled))
    assert labelled
    assert all(0 <= mark.y <= length for mark in marks)
    # A year is left out only where another year is too near.
    years = [mark.y for mark in marks if mark.labelled and mark.month.begins_year]
    span = max(1, layout.height - 500)
    for month in found:
        if month.begins_year:
            y = length * min(1.0, month.top / span)
            assert any(abs(y - other) < LINE for other in years)


def test_photos_without_a_date_get_no_label() -> None:
    marks = place([Month(0, 0, True)], 100, 500, LINE)
    assert [mark.labelled for mark in marks] == [False]
