"""How values are put into words, in one place so that a translation finds them."""

from __future__ import annotations

import math
import re
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from photoclip.clip.session import DeviceReport
from photoclip.domain import IndexReport, Metadata, Progress, Stage
from photoclip.gui import locations
from photoclip.gui.translation import tr
from photoclip.library.copying import CopyReport
from photoclip.library.switching import Switched


def number(value: int) -> str:
    """A whole number with the grouping of the person's language."""
    return QLocale().toString(value)


def photos(count: int) -> str:
    """ "1 photo", "1,234 photos"."""
    return tr("%Ln photo(s)", "", count)


def files(count: int) -> str:
    """ "1 file", "1,234 files"."""
    return tr("%Ln file(s)", "", count)


def duration(seconds: float) -> str:
    """A rough time left, as people say it."""
    if seconds < 60:
        return tr("less than a minute")
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("about %Ln minute(s)", "", minutes)
    return tr("about %Ln hour(s)", "", round(minutes / 60))


def progress(state: Progress) -> str:
    """What long work is doing, how fast, and how long it will take."""
    if state.stage is Stage.SCANNING:
        seen = tr("Looking for photos")
        return f"{seen} · {files(state.done)}" if state.done else tr("Looking for photos…")
    if state.stage is Stage.DOWNLOADING:
        return download(state)
    if state.stage in (Stage.READING_PROMPTS, Stage.MATCHING, Stage.TAGGING):
        return _labelling(state)
    building = state.stage is Stage.BUILDING
    if state.stage is Stage.EMBEDDING:
        parts = [_embedded(state)]
    elif state.stage is Stage.COPYING:
        parts = [_copying(state)]
    elif state.stage is Stage.WRITING:
        parts = [_writing(state)]
    else:
        parts = [_prepared(state) if building else _indexed(state)]
    # How fast a graph grows says nothing to anybody.
    if state.rate > 0 and not building:
        parts.append(tr("{rate} photos/s").format(rate=_rate(state.rate)))
    return " · ".join([*parts, *_time_left(state)])


def _time_left(state: Progress) -> list[str]:
    if state.seconds_left is None or not state.total or state.done >= state.total:
        return []
    return [tr("{time} left").format(time=duration(state.seconds_left))]


def _labelling(state: Progress) -> str:
    done, total = number(state.done), number(state.total or 0)
    text, rate = {
        Stage.READING_PROMPTS: (
            tr("Reading prompt {done} of {total}"),
            tr("{rate} prompts/s"),
        ),
        Stage.MATCHING: (
            tr("Comparing photos with label {done} of {total}"),
            tr("{rate} labels/s"),
        ),
        Stage.TAGGING: (
            tr("Putting label {done} of {total} on photos"),
            tr("{rate} labels/s"),
        ),
    }[state.stage]
    parts = [text.format(done=done, total=total)]
    if state.rate > 0:
        parts.append(rate.format(rate=_rate(state.rate)))
    return " · ".join([*parts, *_time_left(state)])


def download(state: Progress) -> str:
    """How much of a download is here, how fast it comes, and how long it will take."""
    done, total = size(state.done), size(state.total or 0)
    parts = [tr("{done} of {total}").format(done=done, total=total)]
    if state.rate > 0 and state.total and state.done < state.total:
        parts += [tr("{size}/s").format(size=size(round(state.rate))), *_time_left(state)]
    return " · ".join(parts)


def _rate(rate: float) -> str:
    return decimal(rate) if rate < 10 else number(round(rate))


def _indexed(state: Progress) -> str:
    if state.total is None:
        return tr("Indexing · {done}").format(done=photos(state.done))
    return tr("Indexing {done} of {total}").format(
        done=number(state.done), total=photos(state.total)
    )


def _copying(state: Progress) -> str:
    return tr("Copying {done} of {total}").format(
        done=number(state.done), total=photos(state.total or 0)
    )


def _writing(state: Progress) -> str:
    return tr("Writing sidecar {done} of {total}").format(
        done=number(state.done), total=number(state.total or 0)
    )


def copied(report: CopyReport) -> str:
    """What came to a folder, what was there, and what could not be read."""
    name = locations.shown(report.folder.name or report.folder)
    parts = [tr("{photos} copied to “{folder}”").format(photos=photos(report.copied), folder=name)]
    there = len(report.copies) - report.copied
    if there:
        parts.append(tr("{photos} already there").format(photos=photos(there)))
    if report.problems:
        parts.append(tr("{photos} could not be read").format(photos=photos(len(report.problems))))
    return " · ".join(parts)


def _embedded(state: Progress) -> str:
    return tr("Embedding for another model: {done} of {total}").format(
        done=number(state.done), total=photos(state.total or 0)
    )


def switched(done: Switched) -> str:
    """That search goes by another model now, and how much of it is still to come."""
    text = tr("Search goes by {model} now").format(model=done.model)
    return f"{text} · {_follow(done)}" if done.following else text


def switch_waits(done: Switched) -> str:
    """That the next model cannot embed anything just now."""
    text = tr("{model} waits until photos are within reach").format(model=done.model)
    return f"{text} · {_follow(done)}"


def _follow(done: Switched) -> str:
    return tr("{photos} will follow").format(photos=photos(done.following))


def _prepared(state: Progress) -> str:
    if not state.total:
        return tr("Preparing search…")
    return tr("Preparing search: {done} of {total}").format(
        done=number(state.done), total=photos(state.total)
    )


def paused(title: str, done: int, total: int | None, *, in_bytes: bool = False) -> str:
    """That long work waits for the person, and how far it is."""
    waits = tr("{title} is paused").format(title=title)
    if not total:
        return waits
    amount = size if in_bytes else number
    far = tr("{done} of {total}").format(done=amount(done), total=amount(total))
    return f"{waits} · {far}"


def waiting(title: str) -> str:
    """That long work waits for other work."""
    return tr("{title} waits for its turn").format(title=title)


def stopping() -> str:
    """That long work was told to end, and will in a moment."""
    return tr("Stopping…")


def quoted(text: str) -> str:
    """What somebody wrote, between the quotation marks of the language."""
    return tr("“{text}”").format(text=text)


def percent(done: int, total: int) -> str:
    """How far long work is, "42%"."""
    return tr("{n}%").format(n=number(100 * done // total))


def share(part: float) -> str:
    """A part of one, "99.5%"."""
    return tr("{n}%").format(n=QLocale().toString(math.floor(1000 * part) / 10, "f", 1))


def report(done: IndexReport) -> str:
    """What an indexing run came to, in a few words; empty where nothing changed."""
    parts = []
    if done.new:
        parts.append(tr("{photos} added").format(photos=photos(done.new)))
    if done.changed:
        parts.append(tr("{n} changed").format(n=number(done.changed)))
    if done.unreadable:
        parts.append(tr("{n} unreadable").format(n=number(done.unreadable)))
    return " · ".join(parts)


def details(metadata: Metadata) -> str:
    """Date, camera, exposure and size of a photo on one line."""
    parts = [
        moment(metadata.taken_at),
        metadata.camera,
        metadata.lens,
        focal_length(metadata.focal_length),
        aperture(metadata.aperture),
        exposure(metadata.exposure_time),
        f"ISO {metadata.iso}" if metadata.iso else "",
        f"{metadata.width} × {metadata.height}" if metadata.width else "",
        metadata.format,
    ]
    return "  ·  ".join(part for part in parts if part)


def moment(when: datetime | None) -> str:
    """A date and time as the person's language writes it."""
    if when is None:
        return ""
    # Cameras write local time, and QDateTime would want to know its zone.
    date = QDate(when.year, when.month, when.day)
    time = QTime(when.hour, when.minute)
    style = QLocale.FormatType.ShortFormat
    # Photos are older than computers: "24" alone says too little.
    days = re.sub(r"y+", "yyyy", QLocale().dateFormat(style))
    return f"{QLocale().toString(date, days)} {QLocale().toString(time, style)}"


def file_time(mtime_ns: int) -> str:
    """When a file was changed (nanoseconds since 1970), as the person's language writes it."""
    try:
        return moment(datetime.fromtimestamp(mtime_ns / 1e9))
    except (OverflowError, OSError, ValueError):
        # File systems hold times that no calendar knows.
        return ""


def device(report: DeviceReport) -> str:
    """Where a model runs, in a few letters: "CUDA · fp16"."""
    return f"{report.device} · {report.precision}"


def size(count: int) -> str:
    """A file size, "2.4 MB"."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def decimal(value: float, digits: int = 1) -> str:
    """A number with at most so many digits after the point, as the person's language writes it."""
    locale = QLocale()
    text = locale.toString(value, "f", digits)
    return text.rstrip("0").removesuffix(locale.decimalPoint()) if digits else text


def focal_length(value: float | None) -> str:
    """ "35 mm", empty where unknown."""
    return f"{decimal(value)} mm" if value else ""


def aperture(value: float | None) -> str:
    """ "ƒ/2.8", empty where unknown."""
    return f"ƒ/{decimal(value, 2)}" if value else ""


def exposure(seconds: float | None) -> str:
    """ "1/250 s", empty where unknown."""
    if not seconds:
        return ""
    return f"1/{round(1 / seconds)} s" if seconds < 0.5 else f"{decimal(seconds)} s"
