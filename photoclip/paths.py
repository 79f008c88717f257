"""Where things live, from one injectable base."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

APP = "photoclip"


@dataclass(frozen=True, slots=True)
class Paths:
    """data holds what must survive; cache holds what can be made again; config the settings."""

    data: Path
    cache: Path
    config: Path
    thumbnails: Path

    @classmethod
    def default(cls) -> Paths:
        """The person's own library, in their system's usual places."""
        dirs = platformdirs.PlatformDirs(APP, appauthor=False)
        return cls(
            data=dirs.user_data_path,
            cache=dirs.user_cache_path,
            config=dirs.user_config_path,
            thumbnails=_thumbnail_cache(dirs.user_cache_path),
        )

    @classmethod
    def under(cls, library: Path) -> Paths:
        """A library of its own under one folder, catalog, caches and settings together."""
        library = expanded(library).absolute()
        cache = library / "cache"
        return cls(data=library, cache=cache, config=library, thumbnails=_thumbnail_cache(cache))

    def placed(self, thumbnails: str, cache: str) -> Paths:
        """The same with caches elsewhere, as the settings name them; "" leaves one in its place."""
        return replace(
            self,
            thumbnails=expanded(Path(thumbnails)) if thumbnails else self.thumbnails,
            cache=expanded(Path(cache)) if cache else self.cache,
        )

    @property
    def catalog_file(self) -> Path:
        return self.data / "catalog.sqlite"

    @property
    def lock_file(self) -> Path:
        return self.data / "library.lock"

    @property
    def models(self) -> Path:
        """Where downloaded model directories lie."""
        return self.data / "models"

    @property
    def examples(self) -> Path:
        """Where pictures lie that became examples of labels and came without a file."""
        return self.data / "examples"

    @property
    def index(self) -> Path:
        """Where the HNSW caches lie, and what was measured of models."""
        return self.cache / "index"

    @property
    def checks_file(self) -> Path:
        """Which models passed their self-check on this machine."""
        return self.cache / "self-checks.json"

    @property
    def compiled(self) -> Path:
        """What devices compile of a model, so that they need not do it at every start."""
        return self.cache / "compiled"

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.toml"

    @property
    def window_file(self) -> Path:
        """What the window remembers between two starts."""
        return self.config / "window.ini"


def _thumbnail_cache(own_cache: Path) -> Path:
    """The freedesktop thumbnail cache, which file managers share; elsewhere one of our own."""
    if platform.system() in ("Windows", "Darwin"):
        return own_cache / "thumbnails"
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(xdg) if Path(xdg).is_absolute() else Path.home() / ".cache"
    return base / "thumbnails"


def expanded(path: Path) -> Path:
    """A path with the home for a "~"; that of somebody whom nobody knows is an ordinary name."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def bundled(name: str) -> Path:
    """A folder that ships with the application: "models/embedded" or "resources".

    In a wheel it lies inside the package, in a source checkout beside it.
    """
    package = Path(__file__).parent
    inside = package / "_data" / name
    return inside if inside.exists() else package.parent / name
