"""Which sidecars an export is about, and what is to stand in each of them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.catalog.tags import ACCEPTED
from photoclip.domain import CancelToken, LabelId, PhotoFile, PhotoId
from photoclip.errors import FileUnavailable, FolderError, PhotoclipError, SidecarError
from photoclip.images.formats import is_photo_name
from photoclip.images.sidecar import (
    SUFFIX,
    Folder,
    Sidecars,
    is_sidecar_name,
    place_for,
    read_sidecar,
)
from photoclip.images.xmp import values
from photoclip.images.xmp.entries import FILE, Entry
from photoclip.images.xmp.names import PHOTOCLIP, SIDECAR_FOR
from photoclip.images.xmp.packet import parse
from photoclip.library.plan import is_within_reach
from photoclip.library.versions import ModelsOfVersions
from photoclip.library.walk import reason_of


@dataclass(frozen=True, slots=True)
class Target:
    """A sidecar and the entries that are wanted in it. photo: the file it is for, if known."""

    sidecar: Path
    photo: Path | None
    wanted: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Targets:
    """Finds them. problems: files of photos that cannot be looked at now.

    labels: the only ones that the export is about, None for all. searched: folders that were
    looked through.
    """

    catalog: Catalog
    cancel: CancelToken
    labels: Collection[LabelId] | None = None
    problems: list[PhotoclipError] = field(default_factory=list)
    searched: set[Path] = field(default_factory=set)
    _folder: tuple[Path, Folder] | None = None

    def names(self) -> frozenset[str] | None:
        """The labels that it is about, by name."""
        if self.labels is None:
            return None
        found = (self.catalog.labels.get(label) for label in self.labels)
        return frozenset(label.name for label in found if label is not None)

    def to_write(self, photos: Sequence[PhotoId] | None) -> Iterator[Target]:
        """Those of these photos, with their accepted tags; None: of all, and what is left over.

        Left over is what was written for photos that are gone, or have lost all tags since.
        """
        chosen = self._tagged() if photos is None else photos
        seen: set[Path] = set()
        for file, entries in self._tags(chosen):
            self.cancel.check()
            if photos is None and not entries:
                continue
            try:
                there = self._beside(file.path)
                if entries or there.full or there.short:
                    target = self._target(file.path, there, entries)
                    seen.add(target.sidecar)
                    yield target
            except PhotoclipError as error:
                self.problems.append(error)
                seen.update((_full(file.path), file.path.with_suffix(SUFFIX)))
        if photos is None:
            # What lies outside was written while it was watched, and is nobody's to clean up.
            roots = [root.path for root in self.catalog.roots.all()]
            for left in self.to_undo(None):
                if left.sidecar not in seen and any(map(left.sidecar.is_relative_to, roots)):
                    yield left

    def to_undo(self, photos: Sequence[PhotoId] | None) -> Iterator[Target]:
        """Those that photoclip wrote into; None: wherever that was."""
        if photos is None:
            for path in sorted(self.catalog.sidecars.written()):
                yield Target(path, _photo_of(path))
            return
        for file in self._files(photos):
            try:
                there = self._beside(file.path)
            except PhotoclipError as error:
                self.problems.append(error)
                continue
            for name in filter(None, (there.full, there.short)):
                yield Target(file.path.with_name(name), file.path)

    def in_folder(self, folder: Path) -> Iterator[Target]:
        """Every sidecar in a folder, and below it, that names photoclip; catalog or not.

        Raises FolderError where it is none.
        """
        if not folder.is_dir():
            raise FolderError("is not a folder", path=folder)
        for place, folders, names in os.walk(folder, onerror=self._unlisted):
            folders.sort()
            self.cancel.check()
            self.searched.add(Path(place))
            for name in sorted(filter(is_sidecar_name, names)):
                path = Path(place, name)
                try:
                    text = read_sidecar(path).replace(b"\0", b"")
                except PhotoclipError as error:
                    self.problems.append(error)
                    continue
                if PHOTOCLIP.encode() in text:
                    yield Target(path, None)

    def _unlisted(self, error: OSError) -> None:
        finding = f"cannot be listed ({reason_of(error)})"
        self.problems.append(FolderError(finding, path=Path(error.filename)))

    def reachable(self, sidecar: Path) -> bool:
        """Whether a sidecar that is not there was deleted, rather than its drive taken away."""
        for root in self.catalog.roots.all():
            if sidecar.is_relative_to(root.path):
                return is_within_reach(self.catalog, root)
        return sidecar.parent.is_dir() and any(sidecar.parent.iterdir())

    def _tagged(self) -> list[PhotoId]:
        labels = [label.id for label in self.catalog.labels.all()]
        return [PhotoId(number) for number in self.catalog.tags.photos_with(labels).tolist()]

    def _files(self, photos: Sequence[PhotoId]) -> list[PhotoFile]:
        """Each file of the photos, folder by folder."""
        of_photo = self.catalog.files.of_photo
        files = [file for photo in dict.fromkeys(photos) for file in of_photo(photo)]
        return sorted(files, key=lambda file: os.path.split(file.location))

    def _tags(self, photos: Sequence[PhotoId]) -> Iterator[tuple[PhotoFile, tuple[Entry, ...]]]:
        """Each file of the photos with the entries of its photo, folder by folder."""
        tags = self.catalog.tags.of_photos(photos, ACCEPTED)
        labels = {label.id: label.name for label in self.catalog.labels.all()}
        models = ModelsOfVersions(self.catalog)
        for file in self._files(photos):
            found = tags.get(file.photo, []) if file.photo is not None else []
            chosen = (tag for tag in found if self.labels is None or tag.label in self.labels)
            entries = [
                Entry(
                    labels[tag.label],
                    tag.version,
                    models.of(tag.label, tag.version),
                    tag.score,
                    tag.source.value,
                )
                for tag in chosen
                if tag.label in labels
            ]
            # Alone they are where they came from, and need no sidecar.
            if all(entry.source == FILE for entry in entries):
                entries = []
            yield file, tuple(sorted(entries, key=lambda entry: entry.label))

    def _beside(self, photo: Path) -> Sidecars:
        """The sidecars of a photo. Raises FileUnavailable where the photo is not there now."""
        folder = photo.parent
        if self._folder is None or self._folder[0] != folder:
            try:
                with os.scandir(folder) as listing:
                    self._folder = (folder, Folder([entry.name for entry in listing]))
            except OSError as error:
                finding = f"is out of reach ({reason_of(error)})"
                raise FileUnavailable(finding, path=photo) from error
        if not self._folder[1].holds(photo.name):
            raise FileUnavailable("is not there now", path=photo)
        return self._folder[1].of(photo.name)

    def _target(self, photo: Path, there: Sidecars, entries: tuple[Entry, ...]) -> Target:
        suffix = ""
        if there.full is None and there.short is not None and there.rivals:
            # One that cannot be read says for whom it is as little as most others do.
            with suppress(FileUnavailable, SidecarError):
                packet = parse(read_sidecar(photo.with_name(there.short)))
                suffix = values.first(packet, SIDECAR_FOR) or ""
        return Target(photo.with_name(place_for(photo.name, there, suffix)), photo, entries)


def _photo_of(sidecar: Path) -> Path | None:
    """The photo whose name it bears, with all of it."""
    photo = sidecar.with_suffix("")
    return photo if is_photo_name(photo.name) and photo.is_file() else None


def _full(photo: Path) -> Path:
    return photo.with_name(photo.name + SUFFIX)
