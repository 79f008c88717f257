"""What a training run can vary, and the command line that says it."""

from __future__ import annotations

import argparse
import dataclasses
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Config:
    """Rates are those at the top of the one-cycle schedule; a rate of 0 freezes that part."""

    epochs: int = 30  # each photo once per epoch, in one view with one caption
    batch: int = 512
    classes: int = 128  # named classes added to each batch
    head_rate: float = 2e-3
    image_rate: float = 2e-4
    text_rate: float = 1e-4
    weight_decay: float = 0.05
    image_dropout: float = 0.5
    head_dropout: float = 0.1
    text_dropout: float = 0.1
    word_dropout: float = 0.1  # share of tokens hidden
    distil: float = 1.0  # weight of keeping the classifier's opinion
    agree: float = 0.3  # weight of embeddings agreeing with the classifier about names
    soft: float = 0.0  # share of the targets that goes to photos with similar captions
    average: float = 0.98  # decay of the weights' average
    views: int = 8
    window: int = 0  # least side of the random part of a stem map that is learned from; 0: all
    seed: int = 0
    with_dev: int = 0  # 1: learn from the dev photos too, once everything is chosen


@dataclass(frozen=True)
class RunPaths:
    """Where a run reads and writes."""

    data: Path
    work: Path
    name: str
    start: Path | None


def parse_config(arguments: list[str] | None = None) -> tuple[RunPaths, Config]:
    """Command-line options; each field of Config is one."""
    parser = argparse.ArgumentParser(description="Train the dual encoder on cached features.")
    parser.add_argument("--data", type=Path, required=True, help="folder with flickr8k/")
    parser.add_argument("--work", type=Path, required=True, help="folder for intermediate files")
    parser.add_argument("--name", required=True, help="of the checkpoint")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    for field in dataclasses.fields(Config):
        kind = float if isinstance(field.default, float) else int
        option = f"--{field.name.replace('_', '-')}"
        parser.add_argument(option, type=kind, default=field.default)
    args = parser.parse_args(arguments)
    values = {field.name: getattr(args, field.name) for field in dataclasses.fields(Config)}
    return RunPaths(args.data, args.work, args.name, args.start), Config(**values)
