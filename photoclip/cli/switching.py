"""``photoclip models use``, and what ``index`` and ``check`` do about a switch under way."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.clip.naming import choice_of
from photoclip.clip.opening import directory_of, examine_model, is_same_model, passed_before
from photoclip.domain import CancelToken, ProgressCallback
from photoclip.engine import Engine
from photoclip.errors import ModelError
from photoclip.library.outlook import Outlook
from photoclip.library.switching import Switched
from photoclip.paths import Paths
from photoclip.settings import Settings, changed_over, save_settings

NAMES = ("model", "next_model")


def use(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip models use NAME_OR_DIR"""
    return take(arguments.model, paths, output, now=arguments.now)


def take(text: str, paths: Paths, output: Output, *, now: bool = False) -> int:
    """Change over to a model, or begin to. text: as for choice_of()."""
    choice = choice_of(text, paths)
    with Engine.open(paths) as engine, cancel_on_interrupt() as cancel:
        _require_good(choice, engine, cancel, output)
        model = engine.model_of(choice)
        try:
            name = model.get().spec.name
            wanted = engine.choosing(choice, now=now)
            waits = bool(wanted.next_model) or now
            outlook = engine.outlook(cancel, model) if waits else Outlook(0, None)
        finally:
            model.close()
        before = engine.settings
        save_settings(wanted, engine.paths.settings_file, NAMES)
        values = {
            "model": name,
            "in_use": not wanted.next_model,
            "photos": outlook.photos,
            "seconds": outlook.seconds,
        }
        output.result(values, _says(name, before, wanted, outlook))
        if outlook.photos and not output.json:
            output.note("now run: photoclip index")
    return 0


def _require_good(choice: str, engine: Engine, cancel: CancelToken, output: Output) -> None:
    """Examine a model that did not pass before. Raises ModelError where it does not pass."""
    directory, settings = directory_of(choice), engine.settings
    if not passed_before(directory, settings, engine.paths):
        with output.progress() as progress:
            report = examine_model(directory, settings, engine.paths, progress, cancel)
        report.require_ok()


def stay(paths: Paths, output: Output) -> int:
    """Keep the model in use, and embed for no other."""
    with Engine.open(paths) as engine:
        wanted = engine.choosing(engine.settings.model)
        save_settings(wanted, engine.paths.settings_file, NAMES)
        output.result({"next_model": ""}, "the model in use stays")
    return 0


def _says(name: str, before: Settings, wanted: Settings, outlook: Outlook) -> str:
    much = f"{outlook.photos} photos are to be embedded{_time(outlook)}"
    if wanted.next_model:
        return f"{name} is the next model: {much}; search goes on with the one in use until then"
    if outlook.photos:
        return f"{name} is in use: {much}, and are not found until then"
    if is_same_model(before.model, wanted.model):
        return f"{name} stays in use" if before.next_model else f"{name} is in use already"
    return f"{name} is in use"


def _time(outlook: Outlook) -> str:
    if not outlook.photos or outlook.seconds is None:
        return ""
    seconds = outlook.seconds
    if seconds < 90:
        return f", about {max(1, round(seconds))} s"
    if seconds < 5400:
        return f", about {round(seconds / 60)} min"
    return f", about {seconds / 3600:.1f} h"


def go_on(
    engine: Engine, cancel: CancelToken, progress: ProgressCallback
) -> tuple[Switched | None, ModelError | None]:
    """Embed for the next model where there is one, and change over once that is complete.

    Where the model cannot be used, that in use stays for good, and the error is given.
    Raises Cancelled, LibraryError.
    """
    switch, file = engine.switch, engine.paths.settings_file
    if switch is None:
        return None, None
    try:
        done = switch.run(cancel, progress)
        if done.complete:
            engine.apply(changed_over(engine.settings))
            save_settings(engine.settings, file, NAMES)
    except ModelError as error:
        engine.apply(engine.choosing(engine.settings.model))
        save_settings(engine.settings, file, NAMES)
        return None, error
    return done, None


def line(done: Switched) -> str:
    """What a switch came to."""
    counted = f"{done.embedded} photos embedded with {done.model}"
    follow = f"{done.following} will follow" if done.following else ""
    if not done.complete:
        return f"{counted}, which waits for photos within reach: {follow}"
    return ", ".join(part for part in (f"{counted}, which is in use now", follow) if part)


def as_values(done: Switched) -> dict[str, Any]:
    """The same for programs."""
    return asdict(done)


def facts(engine: Engine) -> dict[str, Any]:
    """What is known of a switch under way, for ``check``. Raises ModelError."""
    switch = engine.switch
    if switch is None:
        return {}
    state = switch.state()
    return {
        "next_model": str(switch.directory),
        "next_embedded": state.embedded,
        "next_waiting": state.waiting,
    }
