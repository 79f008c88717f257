"""Runs one verb and turns whatever goes wrong into one line and an exit code."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from photoclip.cli.arguments import parser
from photoclip.cli.finding import spared
from photoclip.cli.output import Output
from photoclip.errors import Cancelled, PhotoclipError, QueryError
from photoclip.paths import Paths

FAILED, USAGE, INTERRUPTED = 1, 2, 130


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Arguments, or SystemExit with code 2 and the usage on stderr."""
    return parser().parse_args(spared(argv))


def library_paths(arguments: argparse.Namespace) -> Paths:
    """The library that the arguments or the environment choose."""
    return Paths.under(arguments.library) if arguments.library else Paths.default()


def run(arguments: argparse.Namespace) -> int:
    """Run the chosen verb. Returns the exit code."""
    _replace_closed_streams()
    logging.basicConfig(format="photoclip: %(message)s", level=logging.WARNING)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # File names are bytes; those that are not UTF-8 go out as they came in.
            stream.reconfigure(errors="surrogateescape")
    output = Output(json=arguments.json)
    try:
        code: int = arguments.run(arguments, library_paths(arguments), output)
    except QueryError as error:
        output.error(error)
        return USAGE
    except (Cancelled, KeyboardInterrupt):
        output.note("interrupted; what was done is kept")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough (as in `photoclip search ... | head`).
        return FAILED
    except PhotoclipError as error:
        output.error(error)
        return FAILED
    return code


def _replace_closed_streams() -> None:
    """Give what the caller closed a place to go, before the next file takes its descriptor."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        continue
    os.close(descriptor)
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
