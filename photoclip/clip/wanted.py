"""Which files of a repository make a model that the loader can read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from photoclip.clip.variants import SUFFIXES
from photoclip.errors import DownloadError

# What people read about a model, and what says how it may be used.
ABOUT = frozenset({"README.md", "MODEL_CARD.md", "LICENSE", "LICENSE.txt", "LICENSE.md"})
_ROOT = frozenset(
    {
        "config.json",
        "photoclip.json",
        "open_clip_config.json",
        "preprocessor_config.json",
        "processor_config.json",
        "tokenizer.json",
        "tokenizer_config.json",
        "special_tokens_map.json",
        "bpe_simple_vocab_16e6.txt.gz",
    }
)
_TOWERS = ("visual", "textual")
_STEMS = (
    ("onnx/vision_model", "onnx/text_model"),
    ("vision_model", "text_model"),
    ("visual", "textual"),
)
# Graphs for other chips than ONNX Runtime's, and weights in forms that can run code when read.
_FOREIGN = (
    *(".armnn", ".rknn", ".tflite", ".mlmodel", ".xml", ".pt", ".pth", ".pkl", ".pickle", ".ckpt"),
    *(".h5", ".msgpack", ".safetensors", ".npz", ".gguf", ".py", ".pyc", ".sh", ".so", ".dll"),
    ".exe",
)
_FOREIGN_STARTS = ("pytorch_model", "openvino_model")
_LONGEST_NAME = 200
_MOST_FILES = 5_000
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def wanted(names: Iterable[str]) -> dict[str, str]:
    """Where each file that the loader needs is to lie -> its name in the repository.

    Raises DownloadError where they make no model of a known layout, or one has an unsafe name.
    """
    every = sorted(set(names))
    graphs = _towers(every) or _apart(every)
    if not graphs:
        raise DownloadError("holds no ONNX model of a known layout", hint=_advice(every))
    beside = [name for name in every if name in _ROOT or name in ABOUT]
    return checked({name: name for name in [*graphs, *beside]})


def mapped(files: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """A list of files that is told beforehand, without what only some repositories have.

    Raises DownloadError where the repository lacks one of them.
    """
    every = set(names)
    for name in files.values():
        if name not in every:
            raise DownloadError(f"no longer has the file {name}")
    data = {
        f"{at}{suffix}": f"{name}{suffix}"
        for at, name in files.items()
        for suffix in (".data", "_data")
        if f"{name}{suffix}" in every
    }
    return checked({**files, **data, **{name: name for name in sorted(ABOUT & every)}})


def checked(files: Mapping[str, str]) -> dict[str, str]:
    """The same files. Raises DownloadError for a name that no system should be made to write."""
    if len(files) > _MOST_FILES:
        raise DownloadError(f"has {len(files)} files, more than any model needs")
    seen: dict[str, str] = {}
    for name in files:
        if problem := unsafe(name):
            raise DownloadError(f"has a file called {name!r}, which {problem}")
        # Windows and macOS hold them for one.
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            raise DownloadError(f"has files called {other!r} and {name!r}, which some disks mix up")
    for name in files:
        if any(parent.as_posix().casefold() in seen for parent in PurePosixPath(name).parents):
            raise DownloadError(f"has a file called {name!r}, inside of another file")
    return dict(files)


def unsafe(name: str) -> str:
    """What is wrong with a path that a server names; "" where nothing is."""
    parts = name.split("/")
    if name.startswith("/") or any(part in ("", ".", "..") for part in parts):
        return "leads out of its folder"
    if _UNSAFE.search(name) or any(ord(character) > 0xFFFF for character in name):
        return "has characters that not every disk takes"
    if any(part.startswith(".") or part.endswith((".", " ")) for part in parts):
        return "begins or ends as no file of a model does"
    if any(_DEVICES.match(part) for part in parts):
        return "is the name of a device on Windows"
    return "is too long" if len(name.encode()) > _LONGEST_NAME else ""


def _towers(names: Sequence[str]) -> list[str]:
    """Immich's layout and our own: all that lies in the folders of the two towers itself."""
    if not all(_precision(names, [f"{tower}/model"]) is not None for tower in _TOWERS):
        return []
    inside = (name for name in names if name.rpartition("/")[0] in _TOWERS)
    return [name for name in inside if not _foreign(name)]


def _apart(names: Sequence[str]) -> list[str]:
    """transformers.js' and rclip's layouts: the two graphs in one precision, with their weights.

    transformers.js has up to eight of them, of which the best one will do.
    """
    for stems in _STEMS:
        suffix = _precision(names, stems)
        if suffix is not None:
            graphs = tuple(f"{stem}{suffix}.onnx" for stem in stems)
            return [name for name in names if name.startswith(graphs)]
    return []


def _precision(names: Sequence[str], stems: Sequence[str]) -> str | None:
    """The best precision in which all these graphs are there, as their names end."""
    there = (
        suffix for suffix in SUFFIXES if all(f"{stem}{suffix}.onnx" in names for stem in stems)
    )
    return next(there, None)


def _foreign(name: str) -> bool:
    last = PurePosixPath(name).name
    return last.lower().endswith(_FOREIGN) or last.startswith(_FOREIGN_STARTS) or last in ABOUT


def _advice(names: Sequence[str]) -> str:
    weights = (".safetensors", "pytorch_model.bin", ".pt", ".pth", ".msgpack", ".h5")
    if any(name.endswith(weights) for name in names):
        return "It has weights for training; docs/models.md tells how to export them to ONNX."
    return "It would need visual/model.onnx and textual/model.onnx, or those of transformers.js."
