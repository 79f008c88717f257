"""Errors of devices, word by word as they were reported."""

from __future__ import annotations

import pytest

from photoclip.clip.faults import Fault, fault


@pytest.mark.parametrize(
    "message",
    [
        "Non-zero status code returned while running Mul node. Status Message: Failed to allocate"
        " memory for requested buffer of size 2830172160",
        "CUDA failure 2: out of memory ; GPU=0 ; hostname=x ; expr=cudaStreamCreateWithFlags(",
        "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; expr=cublasCreate(&handle)",
        "CUDNN failure 4: CUDNN_STATUS_ALLOC_FAILED ; GPU=0",
        "CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
        "Available memory of 1024 is smaller than requested bytes of 4096",
        "allocate_gpu: Memory not available to allocate buffer: 41943040",
        "HIP failure 2: hipErrorOutOfMemory: out of memory",
        "Exception(3) tid(5a68) 8007000E Not enough memory resources are available.",
        "[GPU] out of GPU resources",
        "[GPU] clFinish, error code: -5 CL_OUT_OF_RESOURCES",
        "std::bad_alloc",
    ],
)
def test_too_little_memory(message: str) -> None:
    assert fault(message) is Fault.MEMORY


@pytest.mark.parametrize(
    "message",
    [
        "Exception(3) tid(5a68) 887A0005 The GPU device instance has been suspended. Use "
        "GetDeviceRemovedReason to determine the appropriate action.",
        "887A0006 The GPU will not respond to more commands, most likely because of an invalid",
        "HRESULT failed with 0x887a0020",
        "CUDA failure 719: unspecified launch failure ; GPU=0 ; expr=cudaMemcpyAsync(dst_data",
        "CUDA failure 700: an illegal memory access was encountered ; GPU=0",
        "CUDA failure 214: uncorrectable ECC error encountered",
        "CUDA error: the launch timed out and was terminated (702)",
        "hipErrorLaunchFailure",
        "device removed",
        # DirectML removes the device as well; nothing works there any more.
        "8007000E Not enough memory; 887A0005 The GPU device instance has been suspended",
    ],
)
def test_a_lost_device(message: str) -> None:
    assert fault(message) is Fault.LOST


@pytest.mark.parametrize(
    "message",
    ["", "no kernel image is available for this card", "indices element out of data bounds, idx=9"],
)
def test_other_failures(message: str) -> None:
    assert fault(message) is Fault.OTHER
