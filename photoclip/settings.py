"""What a person can choose, kept as TOML and validated value by value."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import tomli_w

from photoclip.errors import SettingsError

DEVICES = ("auto", "cuda", "directml", "coreml", "cpu")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults.

    model: "" for the embedded model, or a model directory.
    device: one of DEVICES. ignore: names of folders that are never entered (glob patterns).
    pixel_limit: pictures with more pixels are listed as unreadable, never decoded.
    exact_limit: libraries with more photos get an HNSW graph for searching while one types.
    rescan_minutes: how often watched folders are compared with the catalog, beside events.
    """

    model: str = ""
    device: str = "auto"
    ignore: tuple[str, ...] = ("@eaDir", "#recycle", "$RECYCLE.BIN", "lost+found")
    pixel_limit: int = 500_000_000
    exact_limit: int = 50_000
    rescan_minutes: int = 30

    def __post_init__(self) -> None:
        if self.device not in DEVICES:
            raise SettingsError(f"device is {self.device!r}, not one of {', '.join(DEVICES)}")
        if self.pixel_limit < 1_000_000:
            raise SettingsError(f"pixel_limit is {self.pixel_limit}, below one million")
        if self.exact_limit < 0:
            raise SettingsError(f"exact_limit is {self.exact_limit}, below zero")
        if self.rescan_minutes < 1:
            raise SettingsError(f"rescan_minutes is {self.rescan_minutes}, below one")


def load_settings(path: Path) -> tuple[Settings, list[SettingsError]]:
    """Read settings; every wrong value is reported and its default used.

    A missing file gives the defaults. Never raises for what the file holds.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(), [
            SettingsError(
                f"cannot be read ({error})", path=path, hint="All settings have their defaults."
            )
        ]
    settings, problems = Settings(), []
    for name, value in table.items():
        try:
            settings = _with_value(settings, name, value)
        except SettingsError as error:
            hint = "This setting has its default."
            problems.append(SettingsError(error.finding, path=path, hint=hint))
    return settings, problems


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings atomically. Raises SettingsError where the disk refuses."""
    table = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(settings).items()}
    temporary = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(tomli_w.dumps(table), encoding="utf-8")
        os.replace(temporary, path)
    except OSError as error:
        raise SettingsError(f"cannot be written ({error.strerror})", path=path) from error


def _with_value(settings: Settings, name: str, value: Any) -> Settings:
    known = {field.name: type(getattr(settings, field.name)) for field in fields(settings)}
    if name not in known:
        raise SettingsError(f"{name} is not a setting")
    if known[name] is tuple:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SettingsError(f"{name} is not a list of texts")
        value = tuple(value)
    elif type(value) is not known[name]:
        raise SettingsError(f"{name} is {value!r}, not of type {known[name].__name__}")
    return replace(settings, **{name: value})
