"""What a person can choose, kept as TOML and validated value by value."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from photoclip.errors import SettingsError

if TYPE_CHECKING:
    import tomlkit

DEVICES = ("auto", "tensorrt", "cuda", "migraphx", "rocm", "directml", "coreml", "openvino", "cpu")
PRECISIONS = ("auto", "fp32", "fp16", "int8")
APPEARANCES = ("system", "light", "dark")
LANGUAGES = ("", "en", "de")

CHOICES: Mapping[str, tuple[str, ...]] = {
    "device": DEVICES,
    "precision": PRECISIONS,
    "appearance": APPEARANCES,
    "language": LANGUAGES,
}
# Lowest and highest.
RANGES: Mapping[str, tuple[int, int]] = {
    "pixel_limit": (1_000_000, 100_000_000_000),
    "exact_limit": (0, 1_000_000_000),
    "rescan_minutes": (1, 10_080),
    "tile_size": (80, 360),
    "tile_memory_mb": (64, 4096),
    "threads": (0, 1024),
    "gpu_memory_mb": (0, 1_000_000),
}
FOLDERS = ("thumbnails", "cache")
# The word for the model that ships with photoclip, where "" means something else or nothing.
EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. Raises SettingsError for a value that cannot be.

    model: what search goes by: "" or EMBEDDED for the embedded model, or a model directory.
    next_model: what the library is being embedded with, to change over to it once that is
    complete: EMBEDDED or a model directory, "" for none.
    device: one of DEVICES. precision: one of PRECISIONS; "auto" for the fastest that agrees.
    threads: processor cores to embed and decode with, 0 for all that the system allows.
    gpu_memory_mb: megabytes that a model may take on a graphics card, 0 for no limit.
    ignore: names of folders that are never entered (glob patterns).
    pixel_limit: pictures with more pixels are listed as unreadable, never decoded.
    exact_limit: libraries with more photos get an HNSW graph for searching while one types.
    rescan_minutes: how often watched folders are compared with the catalog, beside events.
    appearance: one of APPEARANCES. language: one of LANGUAGES, "" for the system's.
    tile_size: width of a photo in the grid, in logical pixels.
    background: go on without a window when it is closed. notify: tell of the end of long work.
    remember_searches: keep what was searched for of late, to offer it again.
    tile_memory_mb: megabytes that photos on screen may take.
    thumbnails, cache: absolute folders for thumbnails and search index, "" for the usual places.
    hub_endpoint: where models are downloaded from, as "https://...", "" for the usual model hub.
    offline: never download models, even when asked to.
    """

    model: str = ""
    next_model: str = ""
    device: str = "auto"
    precision: str = "auto"
    threads: int = 0
    gpu_memory_mb: int = 0
    ignore: tuple[str, ...] = ("@eaDir", "#recycle", "$RECYCLE.BIN", "lost+found")
    pixel_limit: int = 500_000_000
    exact_limit: int = 50_000
    rescan_minutes: int = 30
    appearance: str = "system"
    language: str = ""
    tile_size: int = 190
    background: bool = False
    notify: bool = True
    remember_searches: bool = True
    tile_memory_mb: int = 192
    thumbnails: str = ""
    cache: str = ""
    hub_endpoint: str = ""
    offline: bool = False

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            value = getattr(self, name)
            if value not in choices:
                known = ", ".join(choice or '""' for choice in choices)
                raise SettingsError(f"{name} is {value!r}, not one of {known}")
        for name, (lowest, highest) in RANGES.items():
            _check_range(name, getattr(self, name), lowest, highest)
        for name in FOLDERS:
            _check_folder(name, getattr(self, name))
        if self.hub_endpoint and (finding := wrong_endpoint(self.hub_endpoint)):
            raise SettingsError(f"hub_endpoint is {self.hub_endpoint!r}, which {finding}")
        for finding in filter(None, map(wrong_pattern, self.ignore)):
            raise SettingsError(f"ignore: {finding}")


NAMES = tuple(field.name for field in fields(Settings))


def wrong_pattern(pattern: object) -> str:
    """What is wrong with an entry of `ignore`; "" where nothing is."""
    if not isinstance(pattern, str):
        return f"{pattern!r} is not a text"
    if not pattern.strip():
        return "an entry is empty"
    if "/" in pattern or "\0" in pattern:
        return f"{pattern!r} is not the name of a folder"
    return ""


def wrong_endpoint(address: str) -> str:
    """What is wrong with the address of a model hub; "" where nothing is."""
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        named = False
    if not named or parts.scheme not in ("http", "https"):
        return "is not like https://example.org"
    if parts.username is not None or parts.query or parts.fragment:
        return "holds more than a server and a path"
    return ""


def changed_names(one: Settings, other: Settings) -> frozenset[str]:
    """The settings in which two differ."""
    return frozenset(name for name in NAMES if getattr(one, name) != getattr(other, name))


def changed_over(settings: Settings) -> Settings:
    """Settings once the next model is complete: it is the one in use."""
    model = "" if settings.next_model == EMBEDDED else settings.next_model
    return replace(settings, model=model, next_model="")


def load_settings(path: Path) -> tuple[Settings, list[SettingsError]]:
    """Read settings; every wrong value is reported and its default used.

    A missing file gives the defaults. Never raises for what the file holds.
    """
    try:
        table = tomllib.loads(_read(path))
    except FileNotFoundError:
        return Settings(), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        hint = "All settings have their defaults."
        return Settings(), [SettingsError(f"cannot be read ({error})", path=path, hint=hint)]
    settings, problems = Settings(), []
    for name, value in table.items():
        settings, found = _with_value(settings, name, value)
        problems += [SettingsError(error.finding, path=path, hint=error.hint) for error in found]
    return settings, problems


def save_settings(settings: Settings, path: Path, names: Iterable[str] | None = None) -> None:
    """Write settings atomically: those named, or all that differ from what the file says.

    Comments and what photoclip does not know stay as they are; a file that is no TOML is kept
    beside the new one. Raises SettingsError where the disk refuses.
    """
    if names is None:
        names = changed_names(settings, load_settings(path)[0])
    try:
        # A link to a file that is kept elsewhere stays one.
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        text = _edited(target, settings, names)
        temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
        temporary.write_text(text, encoding="utf-8")
        os.replace(temporary, target)
    except OSError as error:
        raise SettingsError(f"cannot be written ({error.strerror})", path=path) from error


def parsed(name: str, text: str) -> object:
    """A value from the command line: true, 30, or a list as TOML writes it; else the text.

    Raises SettingsError where there is no such setting.
    """
    if name not in NAMES:
        raise SettingsError(f"{name} is not a setting", hint=f"There are: {', '.join(NAMES)}.")
    if isinstance(getattr(Settings(), name), str):
        return text
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def with_value(settings: Settings, name: str, value: object) -> Settings:
    """Settings with one value changed. Raises SettingsError where it cannot be."""
    changed, problems = _with_value(settings, name, value)
    if problems:
        raise SettingsError(problems[0].finding)
    return changed


def _read(path: Path) -> str:
    # Windows' editor puts a byte order mark first, which TOML knows nothing of.
    return path.read_text(encoding="utf-8-sig")


def _with_value(settings: Settings, name: str, value: Any) -> tuple[Settings, list[SettingsError]]:
    """Settings with a value as far as it can be, and what is wrong with it."""
    if name not in NAMES:
        return settings, [SettingsError(f"{name} is not a setting", hint="It is left as it is.")]
    if isinstance(getattr(settings, name), tuple):
        return _with_list(settings, name, value)
    try:
        kind = type(getattr(settings, name))
        if type(value) is not kind:
            raise SettingsError(f"{name} is {value!r}, not of type {kind.__name__}")
        return _replaced(settings, name, value), []
    except SettingsError as error:
        return settings, [SettingsError(error.finding, hint="This setting has its default.")]


def _with_list(
    settings: Settings, name: str, value: object
) -> tuple[Settings, list[SettingsError]]:
    """A wrong entry costs only itself: the others may be what keeps a folder out."""
    default = "This setting has its default."
    if not isinstance(value, list | tuple):
        return settings, [SettingsError(f"{name} is not a list of texts", hint=default)]
    good = tuple(entry for entry in value if not wrong_pattern(entry))
    hint = "It is left out." if good else default
    found = filter(None, map(wrong_pattern, value))
    problems = [SettingsError(f"{name}: {finding}", hint=hint) for finding in found]
    return (_replaced(settings, name, good) if good or not value else settings), problems


def _replaced(settings: Settings, name: str, value: Any) -> Settings:
    return replace(settings, **{name: value})


def _check_range(name: str, value: int, lowest: int, highest: int) -> None:
    if value < lowest:
        raise SettingsError(f"{name} is {value}, below {lowest}")
    if value > highest:
        raise SettingsError(f"{name} is {value}, above {highest}")


def _check_folder(name: str, value: str) -> None:
    try:
        absolute = not value or Path(value).expanduser().is_absolute()
    except RuntimeError:
        absolute = False  # "~somebody" whom the system does not know
    if not absolute or "\0" in value:
        raise SettingsError(f"{name} is {value!r}, not an absolute path of a folder")


def _edited(path: Path, settings: Settings, names: Iterable[str]) -> str:
    """The text of the file with these settings in it; those at their default need no line."""
    document = _document(path)
    values: dict[str, Any] = asdict(settings)
    defaults = asdict(Settings())
    for name in sorted(names, key=NAMES.index):
        if isinstance(values[name], tuple):
            _put_list(document, name, list(values[name]), list(defaults[name]))
        elif name in document or values[name] != defaults[name]:
            document[name] = values[name]
    return document.as_string()


def _document(path: Path) -> tomlkit.TOMLDocument:
    # Only whoever saves pays for it.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(_read(path))
    except FileNotFoundError:
        return tomlkit.document()
    except (UnicodeDecodeError, TOMLKitError, RecursionError):
        os.replace(path, path.with_name(f"{path.name}.unreadable"))
        return tomlkit.document()


def _put_list(
    document: tomlkit.TOMLDocument, name: str, values: list[str], default: list[str]
) -> None:
    """Entry by entry where that will do, because a person may have noted why beside one."""
    old = document.get(name)
    if not isinstance(old, list):
        if old is not None or values != default:
            document[name] = values
        return
    for entry in [entry for entry in old if entry not in values]:
        old.remove(entry)
    for entry in [entry for entry in values if entry not in old]:
        old.append(entry)
    if list(old) != values:
        document[name] = values
