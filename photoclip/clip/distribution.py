"""Which builds of ONNX Runtime are installed, told without importing any."""

from __future__ import annotations

# All bring a package of the same name, so only one can be there at a time.
DISTRIBUTIONS = (
    "onnxruntime-gpu",
    "onnxruntime",
    "onnxruntime-directml",
    "onnxruntime-openvino",
    "onnxruntime-migraphx",
    "onnxruntime-rocm",
    "onnxruntime-training",
    "onnxruntime-qnn",
    "onnxruntime-silicon",
)


def installed() -> list[str]:
    """The distributions with their versions, as in "onnxruntime-gpu-1.31.1"."""
    # Slow to import, with all that mail consists of; the window opens before it is needed.
    from importlib import metadata

    found = []
    for name in DISTRIBUTIONS:
        try:
            found.append(f"{name}-{metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return found


def conflict() -> str:
    """What is wrong where several are installed over each other; "" where one is."""
    found = installed()
    if len(found) < 2:
        return ""
    names = " and ".join(found)
    return f"{names} overwrite each other; uninstall all of them, then install one"
