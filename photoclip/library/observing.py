"""Event sources: watchdog's observer, and what to do where it cannot work."""

from __future__ import annotations

import ctypes
import errno
import logging
import os
import platform
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from photoclip.library.mounts import remote_kind

log = logging.getLogger(__name__)

TOO_FEW_WATCHES = (
    "the system's limit of watched folders is reached; raise it with "
    "'sudo sysctl fs.inotify.max_user_watches=524288'"
)
TOO_FEW_INSTANCES = (
    "the system's limit of watching programs is reached; raise it with "
    "'sudo sysctl fs.inotify.max_user_instances=512'"
)


# From <sys/inotify.h>.
IN_DELETE_SELF = 0x400


class NoEvents(Exception):
    """A folder gives no events. str: why, for a person."""


class EventSource:
    """One observer for all roots: systems allow few of them. Used from one thread."""

    def __init__(
        self,
        observer: Callable[[], BaseObserver] = Observer,
        probe: Callable[[Path], None] | None = None,
    ) -> None:
        """probe: raises OSError where the system would refuse to watch one more folder."""
        self._make = observer
        self._probe = probe or probe_inotify
        self._observer: BaseObserver | None = None
        self._watches: dict[Path, ObservedWatch] = {}

    def attach(self, folder: Path, handler: FileSystemEventHandler) -> None:
        """Send the events in a folder, and in all folders in it, to a handler.

        Raises NoEvents where they would not come, or not from all of its folders.
        """
        kind = remote_kind(folder)
        if kind is not None:
            raise NoEvents(f"a network folder ({kind}) reports no changes")
        self.detach(folder)
        try:
            # inotify does not follow a link, not even one that is the watched folder itself.
            place = os.path.realpath(folder)
            self._watches[folder] = self._started().schedule(handler, place, recursive=True)
        except (OSError, RuntimeError) as error:
            raise NoEvents(_why(error)) from error
        self.check(folder)

    def check(self, folder: Path) -> None:
        """Raise NoEvents, and detach, where the system would refuse to watch one more folder.

        watchdog 7 keeps quiet about sub-folders that it could not watch, which would lose their
        events; a refused probe is how that shows.
        """
        if folder not in self._watches:
            return
        try:
            self._probe(folder)
        except FileNotFoundError:
            log.debug("%s vanished while it was being watched", folder)
        except OSError as error:
            self.detach(folder)
            raise NoEvents(_why(error)) from error

    def detach(self, folder: Path) -> None:
        """Stop the events of a folder, if there are any."""
        watch = self._watches.pop(folder, None)
        if watch is None or self._observer is None:
            return
        try:
            self._observer.unschedule(watch)
        except (KeyError, OSError) as error:
            log.debug("watch of %s was gone already: %r", folder, error)

    def close(self) -> None:
        """Stop all events and join the observer's threads."""
        self._watches.clear()
        if self._observer is not None:
            _stop(self._observer)
            self._observer = None

    def _started(self) -> BaseObserver:
        if self._observer is None:
            observer = self._make()
            observer.start()
            self._observer = observer
        return self._observer


def probe_inotify(folder: Path) -> None:
    """Watch a folder for a moment. Raises OSError; does nothing where there is no inotify."""
    if platform.system() != "Linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.inotify_init1(os.O_CLOEXEC)
    if descriptor < 0:
        raise _last_error()
    try:
        if libc.inotify_add_watch(descriptor, os.fsencode(folder), IN_DELETE_SELF) < 0:
            raise _last_error()
    finally:
        os.close(descriptor)


def _last_error() -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number))


def _stop(observer: BaseObserver) -> None:
    observer.stop()
    if observer.is_alive():
        observer.join()


def _why(error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOSPC:
        return TOO_FEW_WATCHES
    if number == errno.EMFILE:
        return TOO_FEW_INSTANCES
    return f"the system refuses to watch it ({error})"
