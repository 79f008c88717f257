"""Which folders and files are never looked at. Scanner and watcher obey the same rules."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass

from photoclip.images.decode import is_photo_name
from photoclip.images.sidecar import is_sidecar_name

# Android and its peers mark folders with it that no gallery should show.
NO_MEDIA = ".nomedia"


@dataclass(frozen=True, slots=True)
class Rules:
    """pattern: matches names of folders that are never entered."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, ignore: Sequence[str]) -> Rules:
        """Rules from glob patterns as settings.ignore holds them."""
        # Names differ only in case for nobody who writes such a list on these systems.
        flags = re.IGNORECASE if os.name == "nt" else 0
        return cls(re.compile("|".join(map(fnmatch.translate, ignore)) or r"(?!)", flags))

    def skips_folder(self, name: str) -> bool:
        """Whether a folder of this name is hidden or ignored."""
        return name.startswith(".") or self.pattern.match(name) is not None

    def takes_file(self, name: str) -> bool:
        """Whether a file of this name may hold a photo. "._IMG_1.jpg" is AppleDouble, not one."""
        return not name.startswith(".") and is_photo_name(name)

    def takes_sidecar(self, name: str) -> bool:
        """Whether a file of this name may hold what other programs wrote about a photo."""
        return not name.startswith(".") and is_sidecar_name(name)

    def skips_path(self, relative: str) -> bool:
        """Whether any folder on a relative "/" path is hidden or ignored."""
        return any(self.skips_folder(name) for name in relative.split("/") if name)
