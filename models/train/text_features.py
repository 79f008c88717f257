"""Cache what the frozen lower layers of the text tower make of every training text.

    python -m models.train.text_features --data DATA --work WORK

Writes WORK/captions.pt (all captions, photo by photo in the order of names.json) and
WORK/classes.pt (every class in every template, template by template).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path

import torch

from models.train.class_texts import TEMPLATES
from models.train.data import read_captions, read_class_names
from models.train.ragged import Ragged, ragged
from models.train.text_tower import PAD_ID, load_tokenizer, pretrained_text_tower, token_ids

TEXT_CUT = 4  # of 6 layers: the rest is trained
BATCH = 128


@torch.inference_mode()
def lower_activations(texts: list[str]) -> Ragged:
    """The token vectors after layer TEXT_CUT of each text."""
    tower, ids = pretrained_text_tower().eval(), token_ids(load_tokenizer(), texts)
    lengths = (ids != PAD_ID).sum(dim=1)
    parts = [torch.empty(0)] * len(texts)
    for rows in torch.split(torch.argsort(lengths), BATCH):
        batch = ids[rows, : int(lengths[rows].max())]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            lower = tower.lower(batch, batch != PAD_ID, TEXT_CUT).bfloat16()
        for row, vectors in zip(rows.tolist(), lower, strict=True):
            parts[row] = vectors[: int(lengths[row])].clone()
    return ragged(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder with flickr8k/")
    parser.add_argument("--work", type=Path, required=True, help="where features put names.json")
    args = parser.parse_args()
    names: list[str] = json.loads((args.work / "names.json").read_text())
    captions = read_captions(args.data)
    told = [text for name in names for text in captions[name]]
    named = [text.format(name) for text in TEMPLATES for name in read_class_names(args.data)]
    for target, texts in (("captions.pt", told), ("classes.pt", named)):
        if not (args.work / target).exists():
            torch.save(dataclasses.asdict(lower_activations(texts)), args.work / target)


if __name__ == "__main__":
    main()
