"""Remembers which self-checks were passed, so that every start need not load both towers."""

from __future__ import annotations

import json
import logging
import os
import platform
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from photoclip import __version__
from photoclip.clip.distribution import installed
from photoclip.clip.placement import About, Placement

log = logging.getLogger(__name__)

_MOST = 100


class PassedChecks:
    """A cache in one JSON file. A file that is missing or damaged costs one more check.

    What is remembered holds for the programs as they are now, and for this machine.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def holds(self, fingerprint: str, device: str, precision: str) -> bool:
        """Whether this model passed on this device and in this precision."""
        return self.finding(fingerprint, device, precision) == ""

    def remember(self, fingerprint: str, device: str, precision: str) -> None:
        """Note that it passed."""
        self.note(fingerprint, device, precision)

    def finding(self, *subject: str) -> str | None:
        """What was found wrong with something, "" for nothing; None where nobody looked yet."""
        return self._read().get(self._key(*subject))

    def note(self, *subject: str, finding: str = "") -> None:
        """Remember what was found. A disk that refuses is logged, no more."""
        found = self._read()
        key = self._key(*subject)
        found.pop(key, None)
        found[key] = finding
        latest = dict(list(found.items())[-_MOST:])
        temporary = self._file.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(latest), encoding="utf-8")
            os.replace(temporary, self._file)
        except OSError as error:
            log.info("the passed self-check is not remembered: %s", error)

    @cached_property
    def _programs(self) -> str:
        """What a finding depends on beside the model; looked up once, as that takes a while."""
        found = installed() or ["onnxruntime"]
        return " ".join((platform.machine(), __version__, *found))

    def _key(self, *subject: str) -> str:
        return " ".join((*subject, self._programs))

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {key: value for key, value in found.items() if isinstance(value, str)}


class TowerVerdicts:
    """See Verdicts; for one model."""

    def __init__(self, passed: PassedChecks, fingerprint: Callable[[], str]) -> None:
        self._passed, self._fingerprint = passed, fingerprint

    def find(self, placement: Placement, about: About) -> str | None:
        """See Verdicts."""
        return self._passed.finding(*self._subject(placement), about)

    def note(self, placement: Placement, about: About, finding: str) -> None:
        """See Verdicts."""
        self._passed.note(*self._subject(placement), about, finding=finding)

    def _subject(self, placement: Placement) -> tuple[str, ...]:
        # The fingerprint does not cover graphs of another precision.
        graph = placement.graph
        try:
            state = graph.stat()
            content = f"{state.st_size}-{state.st_mtime_ns}"
        except OSError:
            content = "missing"
        name = f"{graph.parent.name}/{graph.name}"
        return self._fingerprint(), placement.provider, placement.precision, name, content
