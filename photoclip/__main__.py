"""``photoclip`` opens the window; ``photoclip <verb>`` is the command line on the same engine."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def main() -> int:
    """The console script. Returns the exit code."""
    with importing():
        from photoclip.cli import main as cli

        arguments = cli.parse(sys.argv[1:])
    if arguments.verb is not None:
        return cli.run(arguments)
    with importing():
        # Qt is only needed, and only imported, for the window; and last, as it reads the sources
        # of all Python modules that are imported after it.
        from photoclip.gui import app
    return app.main(cli.library_paths(arguments))


@contextmanager
def importing() -> Iterator[None]:
    """While modules are loading.

    Ctrl-C ends the process then: there is nothing to tidy up or to tell. Nothing is collected, as
    modules stay: looking through them again and again takes a tenth of the start.
    """
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if usual:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
        if usual:
            signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    sys.exit(main())
