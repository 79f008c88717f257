"""The memory of this process, by what each system's own library tells."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def resident_bytes() -> int | None:
    """Resident memory of this process now; None where the system does not tell."""
    return _first(_of_linux("VmRSS"), _of_windows(1), _of_macos())


def peak_bytes() -> int | None:
    """Most resident memory that this process ever had; None where the system does not tell."""
    return _first(_of_linux("VmHWM"), _of_windows(0), _peak_of_unix())


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value), None)


def _of_linux(name: str) -> int | None:
    try:
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    found = [line.split()[1] for line in lines if line.startswith(f"{name}:")]
    return int(found[0]) * 1024 if found else None


def _of_windows(word: int) -> int | None:
    """A word of PROCESS_MEMORY_COUNTERS behind its two 32-bit numbers.

    0 is PeakWorkingSetSize, 1 WorkingSetSize.
    """
    if sys.platform == "win32":
        pointer = ctypes.sizeof(ctypes.c_size_t)
        words = (ctypes.c_size_t * 16)()
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
        if ask(kernel.GetCurrentProcess(), ctypes.byref(words), 8 + 8 * pointer):
            return int(words[8 // pointer + word])
    return None


def _of_macos() -> int | None:
    """ri_resident_size of struct rusage_info_v0, which lies behind a UUID and six numbers."""
    if sys.platform == "darwin":
        buffer = (ctypes.c_uint64 * 64)()
        try:
            failed = ctypes.CDLL(None).proc_pid_rusage(os.getpid(), 0, ctypes.byref(buffer))
        except (OSError, AttributeError):
            return None
        return None if failed else int(buffer[8])
    return None


def _peak_of_unix() -> int | None:
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
