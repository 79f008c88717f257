"""Export a CLIP model of open_clip or transformers as a directory that photoclip reads.

python -m models.export open_clip ViT-B-32 OUT --pretrained laion2b_s34b_b79k --int8
python -m models.export open_clip ViT-L-16 OUT --checkpoint flip.pt
python -m models.export transformers openai/clip-vit-base-patch32 OUT --fp16
python -m models.export list

docs/models.md explains it to somebody who has never exported a model.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

_MISSING = (
    "models.export needs packages that the application does not: "
    "pip install -e '.[export]' and pip install --no-deps torchvision ({} is missing)"
)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    summary, _, details = (__doc__ or "").partition("\n\n")
    result = argparse.ArgumentParser(
        prog="python -m models.export",
        description=summary,
        epilog=details,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    sources = result.add_subparsers(dest="source", required=True, metavar="SOURCE")
    one = sources.add_parser("open_clip", help="an architecture that open_clip knows")
    one.add_argument("model", help="see `list`; or hf-hub:OWNER/NAME, or local-dir:FOLDER")
    weights = one.add_mutually_exclusive_group()
    weights.add_argument("--pretrained", default="", metavar="TAG", help="weights; see `list`")
    weights.add_argument("--checkpoint", type=Path, metavar="FILE", help="weights in a file")
    weights.add_argument("--random", action="store_true", help="no weights, to try things out")
    one.add_argument("--image-size", type=int, metavar="PIXELS", help="another than it is made for")
    _add_common(one)
    other = sources.add_parser("transformers", help="CLIP, SigLIP, SigLIP 2, ALIGN, BLIP, ...")
    other.add_argument("model", help="OWNER/NAME on the model hub, or a folder")
    _add_common(other)
    sources.add_parser("list", help="name open_clip's architectures and their weights")
    return result


def _add_common(source: argparse.ArgumentParser) -> None:
    source.add_argument("out", type=Path, metavar="OUT", help="the folder to make")
    source.add_argument("--fp16", action="store_true", help="also in float16, for graphics cards")
    source.add_argument("--int8", action="store_true", help="also in int8, for processors")
    source.add_argument(
        "--tokenizer", default="", metavar="PLACE", help="if not where the model is"
    )
    source.add_argument("--name", default="", help="instead of the model's own")
    source.add_argument("--licence", default="", help="an SPDX name, such as MIT")
    source.add_argument("--language", action="append", default=[], metavar="CODE")
    source.add_argument("--no-speed", action="store_true", help="do not measure times")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; gives the exit code. What is at fault is said in one line."""
    options = parser().parse_args(arguments)
    # ONNX Runtime would report to its maker; it looks for this when it is loaded.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        from models.export.exportable import ExportError
        from models.torchvision_ops import make_torchvision_importable

        make_torchvision_importable()
        import open_clip  # noqa: F401
        import transformers  # noqa: F401
    except ModuleNotFoundError as error:
        _fail(_MISSING.format(error.name))
    try:
        return _list() if options.source == "list" else _export(options)
    except ExportError as error:
        _fail(" ".join(str(error).split()))


def _export(options: argparse.Namespace) -> int:
    from models.export import from_open_clip, from_transformers
    from models.export.command import export, refuse_occupied

    refuse_occupied(options.out)  # before minutes are spent on loading
    if options.source == "open_clip":
        model = from_open_clip.load(
            options.model,
            pretrained=options.pretrained,
            checkpoint=options.checkpoint,
            image_size=options.image_size,
            tokenizer=options.tokenizer,
            random=options.random,
        )
    else:
        model = from_transformers.load(options.model, tokenizer=options.tokenizer)
    said = {
        "name": options.name,
        "licence": options.licence,
        "languages": tuple(options.language),
    }
    about = dataclasses.replace(model.about, **{key: value for key, value in said.items() if value})
    precisions = [name for name in ("fp16", "int8") if getattr(options, name)]
    export(
        dataclasses.replace(model, about=about),
        options.out,
        precisions,
        speed=not options.no_speed,
        say=lambda line: print(line, flush=True),
    )
    return 0


def _list() -> int:
    import open_clip

    for name in open_clip.list_models():
        tags = ", ".join(open_clip.list_pretrained_tags_by_model(name))
        print(f"{name}: {tags or '(no published weights)'}")
    return 0


def _fail(reason: str) -> NoReturn:
    print(f"export: {reason}", file=sys.stderr)
    raise SystemExit(1)


if __name__ == "__main__":
    sys.exit(main())
