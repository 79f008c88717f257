"""The end of the process, also where work hangs in a drive that does not answer."""

from __future__ import annotations

import logging
import os
import sys
import threading

# After the window has gone. The catalog takes no harm from a process that is killed.
GRACE_SECONDS = 5.0

log = logging.getLogger(__name__)


def end_soon(code: int, seconds: float = GRACE_SECONDS) -> None:
    """Have the process end with this exit code when so many seconds have passed, if not before."""
    timer = threading.Timer(seconds, _end, (code,))
    timer.daemon = True
    timer.start()


def _end(code: int) -> None:
    log.warning("work that does not end is left behind")
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    # Anything else would wait for the workers.
    os._exit(code)
