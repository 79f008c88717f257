"""Write which photos are train, dev and test, and tables for models/evaluate.py.

python -m models.train.split --data DATA --out DIR
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path

from models.train.data import read_captions, split_photos


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder with flickr8k/")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    captions = read_captions(args.data)
    split = split_photos(list(captions))
    (args.out / "split.json").write_text(json.dumps(dataclasses.asdict(split), indent=1))
    for use, names in (("dev", split.dev), ("test", split.test)):
        rows = [f"{name}\t{text}\n" for name in names for text in captions[name]]
        (args.out / f"{use}.tsv").write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
