"""Average the weights of runs that went on from one checkpoint, which tends to generalise better.

python -m models.train.soup --out WORK/best.pt WORK/one.pt WORK/other.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from models.train.dual_encoder import DualEncoder, load_checkpoint, save_checkpoint


def average(encoders: list[DualEncoder]) -> DualEncoder:
    """The first encoder, with the mean of everyone's weights; integers stay the first's."""
    states = [encoder.state_dict() for encoder in encoders]
    mean = {name: _mean([state[name] for state in states]) for name in states[0]}
    encoders[0].load_state_dict(mean)
    return encoders[0]


def _mean(values: list[Tensor]) -> Tensor:
    return torch.stack(values).mean(dim=0) if values[0].is_floating_point() else values[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    args = parser.parse_args()
    save_checkpoint(args.out, average([load_checkpoint(path) for path in args.checkpoints]))


if __name__ == "__main__":
    main()
