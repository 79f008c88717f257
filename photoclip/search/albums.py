"""Albums: photos that people put together, and those that a saved search finds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from photoclip.catalog.albums import Held, RemovedAlbum
from photoclip.catalog.store import Catalog
from photoclip.domain import Album, AlbumId, PhotoId, SavedSearch, SearchId
from photoclip.domain.names import nearest, tidy
from photoclip.errors import AlbumError, QueryError
from photoclip.search import references
from photoclip.search.query import FilterName
from photoclip.search.saved import LONGEST_NAME, SavedSearches, numbered, taken
from photoclip.search.searcher import Search

_SEE = "See: photoclip album list"


class Albums:
    """The albums of a library by hand and smart, wherever an album is asked for. Thread-safe.

    A smart album is a saved search, and holds what that clearly finds now: SavedSearches makes and
    changes it. Names are common to both kinds.
    """

    def __init__(
        self, catalog: Catalog, search: Callable[[], Search], searches: SavedSearches
    ) -> None:
        """search: the one in use, which another model replaces."""
        self._catalog = catalog
        self._search = search
        self._searches = searches
        # Whose photos are being looked for, by this thread.
        self._here = threading.local()

    def all(self) -> list[Album]:
        """All of them by name, with what is cheap to know of counts: no model is opened."""
        counted = {one.search.id: one.photos for one in self._searches.counted()}
        return [
            replace(album, count=counted.get(SearchId(album.id))) if album.is_smart else album
            for album in self._catalog.albums.all()
        ]

    def by_hand(self) -> list[Album]:
        """Those that people put photos in, by name."""
        return [album for album in self._catalog.albums.all() if not album.is_smart]

    def get(self, number: AlbumId) -> Album:
        """One with its count, as it is now. Raises AlbumError where it is gone."""
        album = self._catalog.albums.get(number)
        if album is None:
            raise AlbumError("this album is gone", hint=_SEE)
        return album

    def named(self, name: str) -> Album:
        """The one of this name, in whatever case; its photos are not counted.

        Raises AlbumError, with a name like it.
        """
        found = self._catalog.albums.named(tidy(name))
        if found is None:
            raise self._missing(name)
        return found

    def photos(self, album: Album) -> list[PhotoId]:
        """Its photos: in the order of one by hand, the best first of one that is found.

        Those of one by hand may be out of sight. Raises QueryError where its search cannot be run
        as it is, ModelError where that needs a model that cannot be used.
        """
        return self._found(album) if album.is_smart else self._catalog.albums.photos(album.id)

    def create(self, name: str, photos: Iterable[PhotoId] = ()) -> Album:
        """A new one by hand, with photos. Raises AlbumError where the name cannot be used."""
        name = proper_name(name)
        with self._catalog.transaction():
            made = self._catalog.albums.add(name)
            if made is None:
                raise AlbumError(taken(self._catalog, name), hint="Choose another name.")
            self._catalog.albums.add_photos(made.id, photos)
            return self.get(made.id)

    def create_with_a_name(self, name: str, photos: Iterable[PhotoId] = ()) -> Album:
        """The same; a name that is taken gets a number, one that is too long is cut short.

        Raises AlbumError where there is none.
        """
        free = (one for one in numbered(name) if self._catalog.albums.named(one) is None)
        return self.create(next(free), photos)

    def rename(self, number: AlbumId, name: str) -> Album:
        """Give one another name; searches that name it go on finding it.

        Raises AlbumError where it is gone or the name cannot be used, QueryError where a smart one
        would become a part of itself.
        """
        before, name = self.get(number), proper_name(name)
        with self._catalog.transaction():
            if before.is_smart:
                kept = SavedSearch(SearchId(number), name, before.query)
                references.refuse_circle(self._catalog, kept)
            if self._catalog.albums.rename(number, name) is None:
                raise AlbumError(taken(self._catalog, name), hint="Choose another name.")
            references.follow(self._catalog, before.name, name)
            return self.get(number)

    def remove(self, number: AlbumId) -> RemovedAlbum:
        """Forget one, not its photos; put_back() undoes that. Raises AlbumError."""
        removed = self._catalog.albums.remove(number)
        if removed is None:
            raise AlbumError("this album is gone", hint=_SEE)
        return removed

    def put_back(self, removed: RemovedAlbum) -> Album:
        """One as it was. Raises AlbumError where another has its name meanwhile."""
        back = self._catalog.albums.put_back(removed)
        if back is None:
            name = removed.album.name
            raise AlbumError(taken(self._catalog, name), hint="Rename that one first.")
        return back

    # What those by hand hold.

    def add(self, number: AlbumId, photos: Iterable[PhotoId]) -> list[PhotoId]:
        """Put photos at the end. Gives those that are new in it. Raises AlbumError."""
        with self._catalog.transaction():
            self._by_hand(number)
            return self._catalog.albums.add_photos(number, photos)

    def take_out(self, number: AlbumId, photos: Iterable[PhotoId]) -> Held:
        """Take photos out. Gives those that were in it, to undo that. Raises AlbumError."""
        with self._catalog.transaction():
            self._by_hand(number)
            return self._catalog.albums.remove_photos(number, photos)

    def put_photos_back(self, number: AlbumId, held: Held) -> None:
        """Photos where they were. Raises AlbumError."""
        with self._catalog.transaction():
            self._by_hand(number)
            self._catalog.albums.put_photos_back(number, held)

    def arrange(self, number: AlbumId, photos: Sequence[PhotoId]) -> list[PhotoId]:
        """Put these in this order, before all others that it holds.

        Gives the order that it had. Raises AlbumError.
        """
        with self._catalog.transaction():
            self._by_hand(number)
            before = self._catalog.albums.photos(number)
            self._catalog.albums.arrange(number, photos)
        return before

    def move(
        self, number: AlbumId, photos: Iterable[PhotoId], before: PhotoId | None
    ) -> list[PhotoId]:
        """Put some of its photos right before another one, or at the end, in this order.

        All others stay as they lie, those too that are out of sight. Gives the order that it had.
        Raises AlbumError.
        """
        with self._catalog.transaction():
            self._by_hand(number)
            there = self._catalog.albums.photos(number)
            known = set(there)
            chosen = [photo for photo in dict.fromkeys(photos) if photo in known]
            rest = [photo for photo in there if photo not in set(chosen)]
            at = rest.index(before) if before in rest else len(rest)
            order = [*rest[:at], *chosen, *rest[at:]]
            if order != there:
                self._catalog.albums.arrange(number, order)
        return there

    def _by_hand(self, number: AlbumId) -> None:
        album = self.get(number)
        if album.is_smart:
            raise AlbumError(
                f"the photos of {album.name} are found by its search, not put in",
                hint="Change what it searches for.",
            )

    def _missing(self, name: str) -> AlbumError:
        names = [album.name for album in self._catalog.albums.all()]
        if not names:
            return AlbumError("there are no albums yet")
        like = nearest(name, names)
        hint = f"Did you mean “{like}”?" if like else _SEE
        return AlbumError(f"there is no album {name}", hint=hint)

    def _found(self, album: Album) -> list[PhotoId]:
        around: tuple[AlbumId, ...] = getattr(self._here, "albums", ())
        if album.id in around:
            raise references.circle(album.name)
        self._here.albums = (*around, album.id)
        try:
            result = self._search().query(album.query, limit=None, matching=True)
        finally:
            self._here.albums = around
        if result.problems:
            # Without one of its filters it would hold more than it should.
            finding = result.problems[0].finding
            raise QueryError(f"the search of the album {album.name} leads nowhere: {finding}")
        return [PhotoId(photo) for photo in result.ids.tolist()]


class AlbumsOfQueries:
    """Albums as queries name them: Collections of search/resolving.py."""

    def __init__(self, albums: Albums) -> None:
        self._albums = albums

    def photos(self, kind: FilterName, name: str) -> Sequence[PhotoId]:
        """Those of an album. Raises QueryError."""
        del kind
        try:
            return self._albums.photos(self._albums.named(name))
        except AlbumError as error:
            raise QueryError(error.finding, hint=error.hint) from error

    def names(self, kind: FilterName) -> Mapping[str, int | None]:
        """All albums, and how many photos each holds where that is cheap to know."""
        del kind
        return {album.name: album.count for album in self._albums.all()}

    def untagged(self) -> Sequence[PhotoId] | None:
        """Of labels nothing is known here."""
        return None


def proper_name(name: str) -> str:
    """A name without space around it, on one line. Raises AlbumError."""
    tidied = tidy(name)
    if not tidied:
        raise AlbumError("an album needs a name")
    if len(tidied) > LONGEST_NAME:
        raise AlbumError(f"a name has at most {LONGEST_NAME} characters")
    return tidied
