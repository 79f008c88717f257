"""Runs one verb and turns whatever goes wrong into one line and an exit code."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence

from photoclip.cli.arguments import parser
from photoclip.cli.output import Output
from photoclip.errors import Cancelled, PhotoclipError, QueryError
from photoclip.paths import Paths

FAILED, USAGE, INTERRUPTED = 1, 2, 130


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Arguments, or SystemExit with code 2 and the usage on stderr."""
    return parser().parse_args(argv)


def library_paths(arguments: argparse.Namespace) -> Paths:
    """The library that the arguments or the environment choose."""
    return Paths.under(arguments.library) if arguments.library else Paths.default()


def run(arguments: argparse.Namespace) -> int:
    """Run the chosen verb. Returns the exit code."""
    logging.basicConfig(format="photoclip: %(message)s", level=logging.WARNING)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # File names are bytes; those that are not UTF-8 go out as they came in.
            stream.reconfigure(errors="surrogateescape")
    output = Output(json=arguments.json)
    try:
        code: int = arguments.run(arguments, library_paths(arguments), output)
        sys.stdout.flush()
    except QueryError as error:
        output.error(error)
        return USAGE
    except (Cancelled, KeyboardInterrupt):
        output.note("interrupted; what was done is kept")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough (as in `photoclip search ... | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except PhotoclipError as error:
        output.error(error)
        return FAILED
    return code
