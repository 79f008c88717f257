"""``photoclip`` opens the window; ``photoclip <verb>`` is the command line on the same engine."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def main() -> int:
    """The console script. Returns the exit code."""
    with _quiet_interrupts():
        from photoclip.cli import main as cli

        arguments = cli.parse(sys.argv[1:])
    if arguments.verb is not None:
        return cli.run(arguments)
    with _quiet_interrupts():
        # Qt is only needed, and only imported, for the window.
        from photoclip.gui import app
    return app.main(cli.library_paths(arguments))


@contextmanager
def _quiet_interrupts() -> Iterator[None]:
    """Ctrl-C while modules are loading ends the process: there is nothing to tidy up or to tell."""
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if usual:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        if usual:
            signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    sys.exit(main())
