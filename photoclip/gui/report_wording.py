"""The examination of a model in the person's words."""

from __future__ import annotations

from photoclip.clip.report import (
    Check,
    Fact,
    Measurement,
    ModelReport,
    Part,
    Step,
    Topic,
    Verdict,
)
from photoclip.errors import ModelError
from photoclip.gui import wording
from photoclip.gui.error_wording import message, reason, sentence
from photoclip.gui.translation import tr


def step(value: str) -> str:
    """What an examination is doing, for a Step."""
    return {
        Step.FILES: tr("Reading the files…"),
        Step.IMAGE: tr("Loading the image tower…"),
        Step.PICTURES: tr("Embedding pictures…"),
        Step.TEXT: tr("Loading the text tower…"),
        Step.TEXTS: tr("Embedding texts…"),
        Step.WORDS: tr("Trying the vocabulary…"),
        Step.AGREEMENT: tr("Comparing pictures with texts…"),
    }[Step(value)]


def part(value: Part) -> str:
    """Which part of a model something is about."""
    return {
        Part.MODEL: tr("Model"),
        Part.IMAGE: tr("Image tower"),
        Part.TEXT: tr("Text tower"),
    }[value]


def topic(value: Topic) -> str:
    """What was recognised."""
    return {
        Topic.RECOGNISED: tr("Recognised"),
        Topic.INPUT: tr("Input"),
        Topic.OUTPUT: tr("Output"),
        Topic.PRECISION: tr("Precision"),
        Topic.CONTEXT: tr("Context length"),
        Topic.DEVICE: tr("Device"),
        Topic.LANGUAGES: tr("Languages"),
        Topic.LICENCE: tr("Licence"),
        Topic.SOURCE: tr("Source"),
    }[value]


def check(value: Check) -> str:
    """What was measured."""
    return {
        Check.FILES: tr("Files"),
        Check.LOADING: tr("Loading"),
        Check.RUNNING: tr("Running"),
        Check.DIMENSIONS: tr("Dimensions of both towers"),
        Check.FINITE: tr("Inputs without a vector"),
        Check.LENGTH: tr("Length of the vectors"),
        Check.DETERMINISM: tr("Same input, same vector"),
        Check.BATCH: tr("Together as alone"),
        Check.PADDING: tr("Padded as unpadded"),
        Check.DISTINCT: tr("Likeness of different inputs"),
        Check.NUMBERS: tr("Share of numbers that never change"),
        Check.GEOMETRY: tr("Pictures of any shape"),
        Check.NORMALISATION: tr("Range of the pixels"),
        Check.VOCABULARY: tr("Vocabulary"),
        Check.GOLDEN: tr("Expected vectors"),
        Check.DEVICE: tr("Agreement with the CPU"),
        Check.AGREEMENT: tr("Sample photos found by their captions"),
        Check.COLOURS: tr("Red pictures seen as red"),
        Check.SPEED: tr("Time for one"),
        Check.SPEED_BATCH: tr("Time for one of a batch"),
        Check.MEMORY: tr("Memory"),
        Check.PEAK: tr("Highest memory of photoclip"),
        Check.SIZE: tr("Size on disk"),
    }[value]


def verdict(value: Verdict) -> str:
    """How a measurement came out, in a word."""
    return {
        Verdict.OK: tr("fine"),
        Verdict.NOTE: tr("for information"),
        Verdict.WARNING: tr("warning"),
        Verdict.REFUSED: tr("refused"),
    }[value]


def outcome(report: ModelReport) -> str:
    """What the examination came to, in a sentence."""
    if not report.ok:
        return tr("{name} cannot be used.").format(name=report.name)
    if report.warnings:
        return tr("{name} can be used, with %Ln warning(s).", "", len(report.warnings)).format(
            name=report.name
        )
    return tr("{name} is as it should be.").format(name=report.name)


def finding(row: Measurement) -> str:
    """The file, what was found, and what mends it; "" where nothing is to be said."""
    if not row.finding:
        return ""
    return message(ModelError(row.finding, path=row.path, hint=row.hint))


def fact(row: Fact) -> str:
    """What was recognised, and why."""
    value = reason(row.value)
    if not row.reason:
        return value
    return tr("{value} ({reason})", "recognised").format(value=value, reason=reason(row.reason))


def details(row: Measurement) -> str:
    """What was measured, and what is worth knowing of it; what is wrong is told elsewhere."""
    told = row.finding and row.verdict is Verdict.NOTE
    note = sentence(ModelError(row.finding, hint=row.hint)) if told else ""
    return "  ·  ".join(filter(None, [figure(row), note]))


def figure(row: Measurement) -> str:
    """What was measured, and the limit that it was held to."""
    if row.value is None:
        return "" if row.finding or row.verdict is Verdict.OK else tr("unknown")
    value = _in_unit(row.value, row.unit)
    if row.limit is None:
        return value
    limit = _in_unit(row.limit, row.unit)
    if row.limit_is_highest:
        return tr("{value} (at most {limit})").format(value=value, limit=limit)
    return tr("{value} (at least {limit})").format(value=value, limit=limit)


def _in_unit(value: float, unit: str) -> str:
    if unit == "bytes":
        return wording.size(int(value))
    if unit:
        return f"{wording.decimal(float(value), 1 if unit == 'ms' else 2)} {unit}"
    return wording.decimal(float(value), 4)
