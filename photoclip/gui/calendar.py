"""Days, months and years in the words of the person's language: date.toordinal(), 0 unknown."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from photoclip.gui.translation import tr

# The Julian day before 1 January of the year 1.
_BEFORE = 1_721_425


def long_day(day: int) -> str:
    """ "Monday, June 3, 2024"."""
    if not day:
        return tr("Without a date")
    return QLocale().toString(_date(day), QLocale.FormatType.LongFormat)


def long_month(day: int) -> str:
    """ "June 2024"."""
    if not day:
        return tr("Without a date")
    # As it stands alone: in many languages a month is another word within a date.
    name = QLocale().standaloneMonthName(_date(day).month())
    return tr("{month} {year}").format(month=name, year=year(day))


def short_month(day: int) -> str:
    """ "Jun"."""
    short = QLocale.FormatType.ShortFormat
    return QLocale().standaloneMonthName(_date(day).month(), short) if day else ""


def year(day: int) -> str:
    """ "2024"."""
    return QLocale().toString(_date(day), "yyyy") if day else ""


def _date(day: int) -> QDate:
    return QDate.fromJulianDay(day + _BEFORE)
