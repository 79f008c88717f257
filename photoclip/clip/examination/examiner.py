"""Examines both towers of a model, and moves on where a device is wrong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.examination.agreement import measure_agreement, measure_colours
from photoclip.clip.examination.facts import directory_facts, image_facts, text_facts
from photoclip.clip.examination.geometry import measure_geometry
from photoclip.clip.examination.subjects import Subjects
from photoclip.clip.examination.trials import BLUE_TEXT, RED, RED_TEXT
from photoclip.clip.examination.trying import Tried, Watch, sound, try_tower
from photoclip.clip.examination.words import measure_padding, measure_vocabulary
from photoclip.clip.placement import About, Verdicts
from photoclip.clip.providers import CPU
from photoclip.clip.report import Check, Fact, Measurement, Part, Step, Verdict
from photoclip.clip.session import DeviceReport, SessionOpener
from photoclip.clip.spec import ModelDirectory
from photoclip.clip.towers import ImageTower, Rows, TextTower

# What Watch.step() is called for here: five of each tower, words, agreement.
STEPS = 12
_MOVED = "It runs on another device instead."


class Examiner:
    """Examines both towers on the device that the opener chooses.

    on_passed: given the text tower, still open, where nothing speaks against using the model.
    After run(): facts and found, and where pictures ran, None where they did not.
    """

    def __init__(
        self,
        subjects: Subjects,
        opener: SessionOpener,
        verdicts: Verdicts,
        watch: Watch,
        on_passed: Callable[[TextTower], None],
    ) -> None:
        self._subjects, self._directory = subjects, subjects.directory
        self._on_passed = on_passed
        self._opener, self._verdicts, self._watch = opener, verdicts, watch
        self.ran: DeviceReport | None = None
        self.facts: list[Fact] = []
        self.found: list[Measurement] = []

    def run(self) -> None:
        """Examine, once more where a device turns out to be wrong. Raises Cancelled."""
        left: list[Measurement] = []
        while wrong := self._examine():
            left += wrong
        if self._passed:
            # Otherwise the model is wrong, not the device.
            self.found += left

    @property
    def _passed(self) -> bool:
        return not any(row.verdict is Verdict.REFUSED for row in self.found)

    def _examine(self) -> list[Measurement]:
        """Fill facts and found. Returns warnings of devices that are not used from now on."""
        directory, subjects = self._directory, self._subjects
        self.facts = list(directory_facts(directory))
        self.found = measure_geometry(directory.spec.preprocess, _settings_file(directory))
        images, texts = ImageTower(directory, self._opener), TextTower(directory, self._opener)
        with closing(images), closing(texts):
            seen = try_tower(subjects.image(images), Step.IMAGE, self._watch)
            if seen.loaded is not None:
                self.ran = seen.loaded.report
                self.facts += image_facts(seen.loaded)
            told = try_tower(subjects.text(texts), Step.TEXT, self._watch)
            words = Tried(told.judge)
            if told.loaded is not None:
                self.facts += text_facts(told.loaded, directory)
                self._watch.step(Step.WORDS)
                self._try_words(texts, words)
                self._try_padding(texts, told)
            # A word without a place makes texts fail, for no clear reason.
            self.found += [*seen.measurements, *words.measurements, *told.measurements]
            self._watch.step(Step.AGREEMENT)
            if seen.rows is not None and told.rows is not None:
                self._compare(seen, told, images, texts)
            if self._passed:
                self._on_passed(texts)
        return [row for tried in (seen, told) for row in self._leave_device(tried)]

    def _try_words(self, texts: TextTower, tried: Tried) -> None:
        elsewhere = texts.load().provider != CPU
        on_cpu = self._subjects.text_on_cpu() if elsewhere else texts
        try:
            with tried.refusing(Check.VOCABULARY):
                tried.add(measure_vocabulary(on_cpu, self._directory))
        finally:
            if elsewhere:
                on_cpu.close()

    def _try_padding(self, texts: TextTower, tried: Tried) -> None:
        claimed = self._directory.tokenizer.dynamic_length
        if claimed and texts.graph.entry.length is None and tried.rows is not None:
            with tried.refusing(Check.PADDING):
                tried.add(measure_padding(texts, self._subjects.texts, tried.judge))

    def _compare(self, seen: Tried, told: Tried, images: ImageTower, tower: TextTower) -> None:
        """Compare the towers with each other."""
        rows, texts, subjects = seen.rows, told.rows, self._subjects
        assert rows is not None
        assert texts is not None
        # No graph runs that gives another number than the directory states.
        self.found.append(Measurement(Part.MODEL, Check.DIMENSIONS, rows.shape[1]))
        complete = len(sound(rows)) == len(sound(texts)) == len(rows)
        if not complete or not subjects.pictures.captioned:
            return

        def embed(pixels: NDArray[np.float32]) -> Rows:
            self._watch.cancel.check()
            return images.embed(pixels, len(pixels))

        with Tried(seen.judge, self.found).refusing(Check.AGREEMENT):
            pixels = subjects.pictures.pixels
            found = measure_agreement(rows, texts, pixels, embed, self._directory)
            self.found.append(found)
            if found.verdict is Verdict.OK:
                words = tower.embed([RED_TEXT, BLUE_TEXT], 2)
                red = pixels[list(RED)]
                self.found.append(measure_colours(red, embed, words, self._directory))

    def _leave_device(self, tried: Tried) -> list[Measurement]:
        """Refuse what a tower did not pass on, where that is not its own graph on the CPU."""
        wrong = [row for row in tried.measurements if row.verdict is Verdict.REFUSED]
        if tried.loaded is None or tried.loaded.placement.plain or not wrong:
            return []
        first, placement, device = wrong[0], tried.loaded.placement, tried.loaded.report.device
        self._opener.refuse(placement, f"gives wrong vectors ({first.finding})")
        self._verdicts.note(placement, About.VECTORS, f"gives wrong vectors ({first.finding})")
        finding = f"gives wrong vectors on {device} ({first.finding})"
        row = replace(first, check=Check.DEVICE, verdict=Verdict.WARNING)
        return [replace(row, finding=finding, hint=_MOVED)]


def _settings_file(directory: ModelDirectory) -> Path:
    """The file that tells how pictures are preprocessed."""
    named = [file for file in directory.deciding_files if "preprocess" in file.name]
    return named[0] if named else directory.path
