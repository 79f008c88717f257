"""The models that are on this machine, and those that can be downloaded by name."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.clip.directory import read_directory
from photoclip.clip.origin import Origin, read_origin
from photoclip.clip.shelf import size_of
from photoclip.errors import DownloadError, ModelDirectoryError
from photoclip.paths import Paths, bundled

EMBEDDED = "models/embedded"
DATA_FILE = Path(__file__).with_name("zoo.toml")
# Listing says so of a model that understands many languages.
MANY = "*"


@dataclass(frozen=True, slots=True)
class ZooEntry:
    """A model that can be downloaded. zoo.toml tells what each value is and where it comes from.

    files: where a file is to lie -> where the repository has it; empty where the loader's needs
    decide. commercial: None where the licence is not known. imagenet: percent.
    """

    name: str
    title: str
    family: str
    repo: str
    revision: str = "main"
    files: Mapping[str, str] = field(default_factory=dict)
    licence: str = ""
    commercial: bool | None = None
    languages: tuple[str, ...] = ()
    dim: int = 0
    megabytes: int = 0
    estimated: bool = False
    imagenet: float | None = None
    imagenet_source: str = ""

    @property
    def multilingual(self) -> bool:
        """Whether it understands more than one language."""
        return MANY in self.languages or len(self.languages) > 1


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model directory, readable or not.

    size: of all its files, in bytes. dim, layout, licence: unknown (0 and "") where it cannot be
    read; problem then says why. embedded: it ships with photoclip. origin: where it was downloaded
    from, None for what people put there themselves.
    """

    path: Path
    name: str
    size: int
    embedded: bool
    dim: int = 0
    layout: str = ""
    licence: str = ""
    problem: str = ""
    languages: tuple[str, ...] = ()
    origin: Origin | None = None

    @property
    def ok(self) -> bool:
        """Whether the directory is complete and well formed. No graph was loaded to tell."""
        return not self.problem


def entries() -> tuple[ZooEntry, ...]:
    """What can be downloaded by name, the small ones of each family first."""
    rows = tomllib.loads(DATA_FILE.read_text(encoding="utf-8"))["model"]
    return tuple(ZooEntry(**{**row, "languages": tuple(row["languages"])}) for row in rows)


def find_entry(name: str, among: Sequence[ZooEntry] | None = None) -> ZooEntry | None:
    """The entry of this name or repository, in whatever case, or None."""
    wanted = name.casefold()
    for entry in entries() if among is None else among:
        if wanted in (entry.name.casefold(), entry.repo.casefold()) and not _shared(entry, wanted):
            return entry
    return None


def unknown(name: str, names: Sequence[str]) -> DownloadError:
    """The error for a name that nobody knows, with those that come close."""
    known = {each.casefold(): each for each in names}
    close = difflib.get_close_matches(name.casefold(), list(known), n=3, cutoff=0.5)
    close += [each for each in known if name.casefold() in each and each not in close]
    hint = (
        f"Did you mean {' or '.join(known[each] for each in close[:3])}?"
        if close
        else "See: photoclip models list"
    )
    return DownloadError(f"no model is called {name!r}", hint=hint)


def find_models(paths: Paths, embedded: Path | None = None) -> list[InstalledModel]:
    """The embedded model, then the directories under paths.models by name.

    embedded: where the embedded model lies; where this installation has it if None.
    A broken directory is listed with what is wrong. Loads no graph.
    """
    first = describe(embedded or bundled(EMBEDDED), embedded=True)
    return [first, *(describe(folder) for folder in _folders(paths.models))]


def describe(path: Path, *, embedded: bool = False) -> InstalledModel:
    """What a model directory says about itself, or what is wrong with it."""
    size = size_of(path)
    try:
        directory = read_directory(path)
        origin = read_origin(path)
    except ModelDirectoryError as error:
        return InstalledModel(path, path.name, size, embedded, problem=str(error))
    spec = directory.spec
    return InstalledModel(
        path,
        spec.name,
        size,
        embedded,
        dim=spec.dim,
        layout=directory.layout,
        licence=spec.licence,
        languages=spec.languages,
        origin=origin,
    )


def _shared(entry: ZooEntry, wanted: str) -> bool:
    """Whether the repository holds several models, so that its name alone means none of them."""
    return bool(entry.files) and wanted == entry.repo.casefold()


def _folders(base: Path) -> Iterator[Path]:
    """Subfolders by name; a name that starts with a dot is an unfinished download."""
    try:
        children = sorted(base.iterdir())
    except OSError:
        # Nothing was downloaded yet, or the folder is not ours to read.
        return
    yield from (child for child in children if child.is_dir() and child.name[0] != ".")
