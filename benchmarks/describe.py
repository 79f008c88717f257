"""How well words describe photos: python -m benchmarks.describe DATA

DATA: folder with flickr8k/images.tar and flickr8k/captions.tsv (see models/README.md). Only photos
that the embedded model was not trained on are looked at; what is in photoclip/search/describe.py
was chosen on one half of them (--choose), the other is reported. A word is right where it, or an
inflection of it, is in one of a photo's five captions. Captions name a few things and leave the
rest out, so that many a word that counts as wrong is none: the figures are for comparing.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.cutoff import embedded_photos
from benchmarks.report import Cell, Table, show
from models.train.data import read_captions, split_photos
from photoclip.clip.calibration import rare_texts
from photoclip.clip.encoder import ClipModel
from photoclip.clip.opening import model_directory
from photoclip.domain import CancelToken, Vectors, no_progress
from photoclip.search.describe import Lexicon
from photoclip.search.usual import Usual, usual_photos
from photoclip.search.wordlist import Word, bundled_words
from photoclip.search.wordvectors import embedded_words
from photoclip.settings import Settings

COLUMNS = ("ranking", "P@1", "P@5", "P@10", "words told", "nothing told %")
NOTE = (
    "P@k: of the k best words the share that is right; where fewer are told, of those. The most "
    "common words are those of the captions of all other photos, the same for every photo."
)
KS = (1, 5, 10)
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "leaf": "leaves",
    "knife": "knives",
}

Right = NDArray[np.bool_]


def forms(word: str) -> frozenset[str]:
    """A word and its inflections, right and wrong ones: no caption has the wrong ones."""
    stems = {word}
    if word.endswith("ing") and len(word) > 5:
        stem = word[:-3]
        stems |= {stem, stem + "e"} | ({stem[:-1]} if stem[-1] == stem[-2] else set())
    if word.endswith("s") and len(word) > 3:
        stems |= {word[:-1]}
    found = set(stems)
    for stem in stems:
        found |= {stem + ending for ending in ("s", "es", "ed", "ing", "er")}
        if stem.endswith("e"):
            found |= {stem[:-1] + "ing", stem + "d", stem + "r"}
        if stem.endswith("y"):
            found |= {stem[:-1] + "ies", stem[:-1] + "ied"}
        if re.search("[^aeiou][aeiou][^aeiouwxy]$", stem):
            found |= {stem + stem[-1] + ending for ending in ("ing", "ed", "er")}
    return frozenset(found | ({_IRREGULAR[word]} if word in _IRREGULAR else set()))


def right_words(words: Sequence[Word], captions: Sequence[Sequence[str]]) -> Right:
    """(words, photos): which words are in the captions of each photo; phrases in a row."""
    wanted = [[forms(token) for token in word.text.split()] for word in words]
    right = np.zeros((len(words), len(captions)), np.bool_)
    for column, texts in enumerate(captions):
        tokens = [re.findall(r"[a-z'-]+", text.lower()) for text in texts]
        every = {token for text in tokens for token in text}
        for row, parts in enumerate(wanted):
            there = all(part & every for part in parts)
            right[row, column] = there and any(_in_a_row(parts, text) for text in tokens)
    return right


def _in_a_row(parts: Sequence[frozenset[str]], tokens: Sequence[str]) -> bool:
    places = range(len(tokens) - len(parts) + 1)
    return any(all(tokens[place + at] in part for at, part in enumerate(parts)) for place in places)


def ranked(name: str, scores: Vectors, right: Right) -> list[Cell]:
    """A row of the table for words ranked by scores (words, photos), all of them told."""
    order = np.argsort(-scores, axis=0, kind="stable")
    sorted_right = np.take_along_axis(right, order, axis=0)
    shares = [round(float(sorted_right[:k].mean()), 3) for k in KS]
    return [name, *shares, len(scores), 0.0]


def told(name: str, lexicon: Lexicon, photos: Vectors, right: Right) -> list[Cell]:
    """A row of the table for what is told in the end."""
    rows = {word.text: row for row, word in enumerate(lexicon.words)}
    lists = [
        [bool(right[rows[word.text], column]) for word in lexicon.describe(photo, KS[-1]).words]
        for column, photo in enumerate(photos)
    ]
    shares = [
        round(float(np.mean([one for answer in lists for one in answer[:k]] or [False])), 3)
        for k in KS
    ]
    empty = float(np.mean([not answer for answer in lists]))
    count = float(np.mean([len(answer) for answer in lists]))
    return [name, *shares, round(count, 1), round(100 * empty, 1)]


def compare(
    lexicon: Lexicon, photos: Vectors, right: Right, common: Vectors
) -> list[Sequence[Cell]]:
    """Rows for photoclip's words, and for simple rankings. common: (words,) how often each is."""
    cosines = lexicon.vectors @ photos.T
    strengths = np.stack([lexicon.strengths(photo) for photo in photos], axis=1)
    standard = np.stack([lexicon.scales.standard(one) for one in cosines.T], axis=1)
    always = np.repeat(common[:, None], len(photos), axis=1)
    return [
        told("photoclip, as told", lexicon, photos, right),
        ranked("photoclip, all words", strengths, right),
        ranked("cosine", cosines, right),
        ranked("standard score", standard, right),
        ranked("most common words", always, right),
    ]


def main(argv: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="benchmarks.describe", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with flickr8k/")
    parser.add_argument("--model", type=Path, default=model_directory(Settings()))
    parser.add_argument("--cache", type=Path, help="folder for the photos' vectors")
    parser.add_argument("--choose", action="store_true", help="the half for choosing")
    arguments = parser.parse_args(argv)
    captions = read_captions(arguments.data)
    split = split_photos(list(captions))
    chosen = np.array([_for_choosing(photo) for photo in split.test])
    words = bundled_words()
    with ClipModel.open(arguments.model) as model:
        vectors = embedded_photos(arguments.data, model, split.test, arguments.cache)
        begin = time.perf_counter()
        of_words = embedded_words(model, [word.text for word in words], CancelToken(), no_progress)
        embedding = time.perf_counter() - begin
        rare = model.encode_texts(rare_texts())
        usual = _usual(model, model.fingerprint)
        # No model has this one, so that nothing was measured before.
        samples = _usual(model, "0" * 64)
    mine = chosen if arguments.choose else ~chosen
    right = right_words(words, [captions[photo] for photo in split.test])
    elsewhere = right_words(words, [captions[photo] for photo in split.train])
    common = elsewhere.mean(axis=1, dtype=np.float32)
    for name, everybody, library in (
        ("no library", usual, None),
        ("the other half as library", usual, vectors[~mine]),
        ("no library, as if the model was not known", samples, None),
        ("the other half as library, as if the model was not known", samples, vectors[~mine]),
    ):
        lexicon = Lexicon.over(words, of_words, rare, everybody, library)
        title = f"{int(mine.sum())} held-out photos, {len(words)} words, {name}"
        rows = compare(lexicon, vectors[mine], right[:, mine], common)
        show(Table(title, COLUMNS, rows, NOTE))
    show(Table("Time", ("what", "seconds"), _times(lexicon, vectors, embedding)))
    return 0


def _for_choosing(photo: str) -> bool:
    return int(hashlib.sha256(f"d{photo}".encode()).hexdigest(), 16) % 2 == 0


def _usual(model: ClipModel, fingerprint: str) -> Usual:
    from PIL import Image

    def embed(file: Path) -> Vectors:
        with Image.open(file) as picture:
            return np.asarray(model.encode_images(model.preprocess(picture)[None])[0])

    with tempfile.TemporaryDirectory() as folder:
        return usual_photos(fingerprint, model.spec.dim, Path(folder), embed, CancelToken())


def _times(lexicon: Lexicon, photos: Vectors, embedding: float) -> list[Sequence[Cell]]:
    begin = time.perf_counter()
    for photo in photos:
        lexicon.describe(photo, KS[-1])
    each = (time.perf_counter() - begin) / len(photos)
    return [("embedding the words, once", round(embedding, 1)), ("a photo", round(each, 5))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
