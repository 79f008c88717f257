"""Measure the embedded model once more, for search to judge its scores by.

python -m models.calibrate [DATA]

The result ships with photoclip, so that nothing has to wait for it. It is due whenever the model,
resources/prompts/rare.txt, resources/vocabulary or resources/labels changes. DATA, which a new
model needs, holds flickr8k/ as for training: of the photos that the model was trained on, the mean
and the main directions are kept.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from models.train.data import read_captions, read_photos, split_photos
from photoclip.clip import vectorfiles
from photoclip.clip.calibration import SUFFIX, Calibration
from photoclip.clip.encoder import ClipModel
from photoclip.domain import CancelToken, Vectors, no_progress
from photoclip.paths import bundled
from photoclip.search import usual, wordvectors
from photoclip.search.wordlist import bundled_words, with_labels
from photoclip.tagging.sets import label_words

# One photo in three: more change next to nothing.
_EACH = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, nargs="?", help="folder with flickr8k/")
    data = parser.parse_args().data
    folder = bundled("resources") / vectorfiles.SHIPPED
    with ClipModel.open(bundled("models/embedded")) as model:
        _emptied(folder, SUFFIX)
        Calibration(folder).rare(model)
        _emptied(folder, wordvectors.SUFFIX)
        _embed_words(model, folder)
        if data is not None:
            photos = usual.Usual.of(_learned(model, data)).shortened()
            _emptied(folder, usual.SUFFIX)
            file = folder / f"{model.fingerprint[:32]}{usual.SUFFIX}"
            vectorfiles.write(file, photos.as_rows())


def _embed_words(model: ClipModel, folder: Path) -> None:
    own = bundled_words()
    more = with_labels(own, label_words())[len(own) :]
    for words, suffix in ((own, wordvectors.SUFFIX), (more, wordvectors.LABELS_SUFFIX)):
        texts = [word.text for word in words]
        wordvectors.word_vectors(model, texts, folder, CancelToken(), no_progress, suffix)


def _emptied(folder: Path, suffix: str) -> None:
    for outdated in folder.glob(f"*{suffix}"):
        outdated.unlink()


def _learned(model: ClipModel, data: Path) -> Vectors:
    """The vectors of photos that the model was trained on: the others are for testing."""
    wanted = set(split_photos(list(read_captions(data))).train[::_EACH])
    pictures = (picture for name, picture in read_photos(data) if name in wanted)
    return np.stack([model.encode_images(model.preprocess(one)[None])[0] for one in pictures])


if __name__ == "__main__":
    main()
