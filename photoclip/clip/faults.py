"""What a device's error message means: too little memory, a device that is gone, or neither.

ONNX Runtime gives all of them the same code, so only the words tell. They were collected from
the sources of its providers and from reports.
"""

from __future__ import annotations

import re
from enum import Enum


class Fault(Enum):
    """MEMORY: a smaller batch may fit. LOST: nothing works there any more in this process."""

    MEMORY = "memory"
    LOST = "lost"
    OTHER = "other"


# A lost device is looked for first: DirectML removes one that ran out of memory, for good.
_LOST = re.compile(
    # DirectX: DXGI_ERROR_DEVICE_REMOVED, _HUNG, _RESET, DRIVER_INTERNAL_ERROR.
    r"887A000[5-7]|887A0020|DXGI_ERROR_DEVICE|device instance has been suspended"
    r"|device (?:was |has been )?(?:removed|lost|hung)|will not respond to more commands"
    # CUDA and HIP: errors after which every further call fails.
    r"|unspecified launch failure|illegal memory access|misaligned address|device-side assert"
    r"|illegal instruction|hardware stack error|uncorrectable ECC|launch timed out"
    r"|(?:CUDA|HIP) (?:failure|error) (?:214|219|70[0-2]|71[0-9])\b"
    r"|cudaErrorDevicesUnavailable|no CUDA-capable device|GPU is lost|fallen off the bus"
    r"|hipErrorIllegalAddress|hipErrorLaunchFailure|CL_DEVICE_NOT_AVAILABLE",
    re.IGNORECASE,
)
_MEMORY = re.compile(
    r"out of (?:device |host |video |GPU )?memory|not enough (?:GPU |video |device )?memory"
    r"|OutOfMemory|OUT_OF_MEMORY|out of GPU resources|insufficient memory"
    # ONNX Runtime's arena ("Failed to allocate memory for requested buffer of size 939524096",
    # "Available memory of 0 is smaller than requested bytes of ...") and its smaller kin.
    r"|failed to allocate|could not allocate|memory allocation fail|std::bad_alloc|bad allocation"
    r"|Available memory of \d+ is smaller"
    r"|CU(?:BLAS|DNN|SPARSE|FFT)_STATUS_(?:INTERNAL_ERROR_DEVICE_)?ALLOC_FAILED"
    r"|CUDNN_STATUS_INTERNAL_ERROR_(?:HOST|DEVICE)_ALLOCATION_FAILED"
    r"|(?:ROC|HIP)BLAS_STATUS_(?:ALLOC_FAILED|MEMORY_ERROR)|miopenStatusAllocFailed"
    r"|(?:CUDA|HIP) (?:failure|error) 2\b"
    # MIGraphX: "allocate_gpu: Memory not available to allocate buffer: 41943040".
    r"|Memory not available to allocate"
    # DirectX: E_OUTOFMEMORY, ERROR_COMMITMENT_LIMIT; OpenCL, which OpenVINO runs on.
    r"|8007000E|800705AF|CL_OUT_OF_(?:RESOURCES|HOST_MEMORY)|CL_MEM_OBJECT_ALLOCATION_FAILURE"
    r"|Exceeded max size of memory object allocation",
    re.IGNORECASE,
)


def fault(message: str) -> Fault:
    """What kind of failure an error message of ONNX Runtime tells of."""
    if _LOST.search(message):
        return Fault.LOST
    return Fault.MEMORY if _MEMORY.search(message) else Fault.OTHER
