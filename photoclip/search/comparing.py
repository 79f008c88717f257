"""From what is to be compared (words, pictures, photos of the library) to vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.prompts import encode_query
from photoclip.domain import ModelId, PhotoId, QueryKind, Vectors
from photoclip.errors import ImageError, QueryError, QueryPartError
from photoclip.images.decode import Decoder
from photoclip.paths import expanded
from photoclip.search.query import Part, PartKind, Source, Unusable, problem_at
from photoclip.search.remembered import RememberedVectors
from photoclip.search.resolving import Resolver


@dataclass(frozen=True, slots=True)
class Compared:
    """A part of a query with its vector (dim,), and the photo of the library that it is."""

    part: Part
    vector: Vectors
    photo: PhotoId | None = None

    @property
    def kind(self) -> QueryKind:
        """Whether its vector lies among those of texts or of images."""
        return QueryKind.TEXT if self.part.kind is PartKind.TEXT else QueryKind.IMAGE


def photos_of(compared: Sequence[Compared]) -> list[PhotoId]:
    """The photos that others are to be like: not what is looked for."""
    there = (one.photo for one in compared if not one.part.excluded)
    return [photo for photo in there if photo is not None]


class Comparing:
    """Makes vectors with the model in use. All are (dim,) unit vectors."""

    def __init__(self, catalog: Catalog, model: CurrentModel, decoder: Decoder) -> None:
        self._catalog = catalog
        self._model = model
        self._decoder = decoder
        self._seen = RememberedVectors()

    @property
    def model_id(self) -> ModelId | None:
        """The model as the catalog knows it; None as long as nothing was embedded with it."""
        return self._catalog.embeddings.find_model(self._model.fingerprint)

    def text(self, text: str) -> Vectors:
        """What words describe. Raises ModelError."""
        return encode_query(self._model.get(), _encodable(text))

    def pictures(self, sources: Sequence[Path | bytes]) -> Vectors:
        """The middle of pictures: files, or encoded images in memory. Raises ImageError."""
        return _mean(np.stack([self._picture(source) for source in sources]))

    def photos(self, photos: Sequence[PhotoId]) -> Vectors:
        """The middle of photos of the library. Raises QueryError where none is embedded yet."""
        model = self.model_id
        vectors = None if model is None else self._catalog.embeddings.get(model, photos)[1]
        if vectors is None or not len(vectors):
            raise QueryError("this photo is not indexed yet", hint="Try again in a moment.")
        return _mean(vectors)

    def parts(
        self, parts: Sequence[Part], resolver: Resolver
    ) -> tuple[list[Compared], list[QueryPartError]]:
        """The parts of a query, without those that name no photo or picture, and these as problems.

        Raises ModelError.
        """
        found: list[Compared] = []
        problems: list[QueryPartError] = []
        for part in parts:
            try:
                found.append(self._part(part, resolver))
            except QueryPartError as error:
                problems.append(error)
            except ImageError as error:
                problems.append(problem_at(str(error), part.place))
            except QueryError as error:
                problems.append(problem_at(error.finding, part.place, error.hint))
        return found, problems

    def sources(self, sources: Sequence[Source]) -> tuple[list[Compared], list[Unusable]]:
        """Pictures and photos, each a part of its own, without those that cannot be used.

        Raises ModelError.
        """
        found: list[Compared] = []
        unusable: list[Unusable] = []
        for source in sources:
            try:
                found.append(self._source(source))
            except (ImageError, QueryError) as error:
                unusable.append(Unusable(source, error))
        return found, unusable

    def _source(self, source: Source) -> Compared:
        if isinstance(source, int):
            part = Part(PartKind.SIMILAR, str(source))
            return Compared(part, self.photos([source]), source)
        name = "picture" if isinstance(source, bytes) else str(source)
        return Compared(Part(PartKind.IMAGE, name), self._picture(source))

    def _picture(self, source: Path | bytes) -> Vectors:
        """(dim,). Whoever types words beside a picture asks for it again with each letter."""
        return self._seen.get(self._model.fingerprint, source, self._embedded)

    def _embedded(self, source: Path | bytes) -> Vectors:
        model = self._model.get()
        side = model.spec.preprocess.decode_side
        pixels = model.preprocess(self._decoder.decode(source, min_side=side).image)
        return _mean(model.encode_images(pixels[np.newaxis]))

    def _part(self, part: Part, resolver: Resolver) -> Compared:
        match part.kind:
            case PartKind.TEXT:
                return Compared(part, self.text(part.value))
            case PartKind.IMAGE:
                return Compared(part, self.pictures([_path(part.value)]))
        photo = resolver.photo(part)
        return Compared(part, self.photos([photo]), photo)


def _encodable(text: str) -> str:
    """Bytes of the command line that are no text become question marks: no tokenizer takes them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _path(text: str) -> Path:
    # No path has such a character in it, and not all calls of the system say so.
    return expanded(Path(text.replace("\0", "\ufffd"))).absolute()


def _mean(vectors: Vectors) -> Vectors:
    """(n, dim) unit vectors -> (dim,) unit vector in their middle."""
    mean = vectors.mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)
