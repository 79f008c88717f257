"""What the command line prints: answers on stdout, everything else on stderr."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, TextIO

from photoclip.domain import CancelToken, Progress, ProgressCallback, Stage, no_progress
from photoclip.errors import PhotoclipError
from photoclip.meter import in_bytes

_TITLES = {
    Stage.SCANNING: "Looking for photos",
    Stage.INDEXING: "Indexing",
    Stage.BUILDING: "Building the search index",
    Stage.LOOKING: "Looking at photos",
    Stage.COMPARING: "Comparing photos",
    Stage.EMBEDDING: "Embedding with another model",
    Stage.CHECKING: "Checking the model",
    Stage.DOWNLOADING: "Downloading",
    Stage.COPYING: "Copying",
    Stage.WRITING: "Writing",
    Stage.READING_WORDS: "Reading the vocabulary",
    Stage.READING_PROMPTS: "Reading the prompts of labels",
    Stage.MATCHING: "Comparing photos with labels",
    Stage.TAGGING: "Putting labels on photos",
}


class Output:
    """Prints for a person, or with json one JSON object for a program."""

    def __init__(self, *, json: bool) -> None:
        self.json = json

    def result(self, values: Mapping[str, Any], text: str) -> None:
        """The answer: values for programs, text for people."""
        answer = json.dumps(values) if self.json else harmless(text, sys.stdout)
        if answer:
            self.write(f"{answer}\n")

    def write(self, text: str) -> None:
        """Text on stdout as it is. Raises BrokenPipeError, or PhotoclipError where it is full."""
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError as error:
            # What is left in the buffer would fail once more when Python exits.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if isinstance(error, BrokenPipeError):
                raise
            raise PhotoclipError(f"the answer cannot be written ({error.strerror})") from error

    def note(self, text: str) -> None:
        """Something worth knowing beside the answer."""
        self._tell(text)

    def error(self, error: Exception) -> None:
        """What went wrong, in one line."""
        self._tell(f"error: {error}")

    def _tell(self, text: str) -> None:
        # Nobody is left to hear that stderr takes nothing.
        with suppress(OSError):
            print(f"photoclip: {harmless(text, sys.stderr)}", file=sys.stderr)

    @contextmanager
    def progress(self) -> Iterator[ProgressCallback]:
        """A progress bar where stderr is a terminal; otherwise nothing."""
        if not sys.stderr.isatty():
            yield no_progress
            return
        # Importing rich takes longer than many a run.
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        with Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[counted]}"),
            TextColumn("{task.fields[facts]}"),
            console=Console(stderr=True),
            transient=True,
        ) as bar:
            task = bar.add_task("Starting", total=None, counted="", facts="")

            def show(progress: Progress) -> None:
                bar.update(
                    task,
                    description=_TITLES[progress.stage],
                    completed=progress.done,
                    total=progress.total,
                    counted=counted(progress),
                    facts=facts(progress),
                )

            yield show


def harmless(text: str, stream: TextIO) -> str:
    """Text whose control characters, as file names may hold, do not steer a terminal.

    Files and other programs get every name as it is.
    """
    if not stream.isatty():
        return text
    controls = (character for character in range(0xA0) if not 0x20 <= character < 0x7F)
    return text.translate({code: f"\\x{code:02x}" for code in controls if code != ord("\n")})


def counted(progress: Progress) -> str:
    """How far it is, "12/40" or "1.2 MB/3.40 GB"."""
    done, total = progress.done, progress.total
    if progress.stage is Stage.DOWNLOADING:
        return f"{in_bytes(done)}/{in_bytes(total or 0)}"
    return f"{done}/{'?' if total is None else total}"


def facts(progress: Progress) -> str:
    """Rate, time left and unreadable files, as far as they are known."""
    parts = [progress.detail] if progress.stage is Stage.CHECKING else []
    if progress.rate:
        loading = progress.stage is Stage.DOWNLOADING
        rate = in_bytes(progress.rate) if loading else f"{progress.rate:.0f}"
        parts.append(f"{rate}/s")
    if progress.seconds_left is not None:
        minutes, seconds = divmod(round(progress.seconds_left), 60)
        parts.append(f"{minutes}:{seconds:02} left")
    if progress.unreadable:
        parts.append(f"{progress.unreadable} unreadable")
    return ", ".join(parts)


@contextmanager
def cancel_on_interrupt() -> Iterator[CancelToken]:
    """Ctrl-C, or being told to end, asks the work to stop cleanly; a second one stops it at once.

    What the caller has chosen to ignore (as nohup does) stays ignored.
    """
    token = CancelToken()

    def interrupted(number: int, frame: FrameType | None) -> None:
        del number, frame
        if token.cancelled:
            raise KeyboardInterrupt
        token.cancel()

    before = {number: signal.getsignal(number) for number in _ending_signals()}
    for number in before:
        signal.signal(number, interrupted)
    try:
        yield token
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _ending_signals() -> list[signal.Signals]:
    others = [number for number in signal.Signals if number.name in ("SIGTERM", "SIGHUP")]
    heeded = [number for number in others if signal.getsignal(number) is not signal.SIG_IGN]
    return [signal.SIGINT, *heeded]
