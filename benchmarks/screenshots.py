"""Takes pictures of every state of the real window, in light and dark, with the sample photos.

    python benchmarks/screenshots.py [STATE ...] [--font NAME] [--output FOLDER]

Needs no display. Works in libraries of its own, which are deleted afterwards.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QFont

from photoclip.engine import Engine
from photoclip.gui.app import make_application
from photoclip.gui.bridge import Bridge
from photoclip.gui.main_window import MainWindow
from photoclip.gui.theme import Theme
from photoclip.gui.translation import Translation
from photoclip.paths import Paths, bundled
from photoclip.settings import Settings

REPOSITORY = Path(__file__).resolve().parent.parent
OUTPUT = REPOSITORY / "docs" / "screenshots"
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
SIZE = (1240, 800)
SECONDS = 300
QUALITY = 84
SEARCH = "a lighthouse by the sea"

State = Callable[[MainWindow], None]


def first_run(window: MainWindow) -> None:
    """The welcome of an empty library."""
    wait_for(lambda: window.browser.page is window.browser.welcome)


def indexing(window: MainWindow) -> None:
    """Photos coming in, with the list of tasks open."""
    many = window.engine.paths.data.parent / "Archive"
    many.mkdir()
    for sample in photos(window).glob("*.jpg"):
        for number in range(20):
            # What follows the end of a JPEG does not show, but makes another content of it.
            copy = many / f"{sample.stem}_{number}.jpg"
            copy.write_bytes(sample.read_bytes() + bytes([number]))
            os.utime(copy, (sample.stat().st_mtime,) * 2)
    window.folders.add([photos(window), many])
    wait_for(lambda: len(window.photo_model.ids) > 60 and window.status.is_running)
    window.indexing.pause()
    window.status.tasks.toggle()


def all_photos(window: MainWindow) -> None:
    """The grid under its dates."""
    window.folders.add([photos(window)])
    wait_for(lambda: len(window.photo_model.ids) == 24 and not window.status.is_running)
    window.notice.hide()
    window.panels.show_details(False)
    window.gallery.show_everything()


def search(window: MainWindow) -> None:
    """Words, the best photo chosen, and why it matched."""
    window.panels.show_details(True)
    window.browser.search.show_text(SEARCH)
    window.gallery.search_text(SEARCH)
    wait_for(lambda: answered(window, SEARCH))
    window.grid.show_photo(0)


def similar(window: MainWindow) -> None:
    """A picture in place of words, in one folder."""
    window.panels.show_details(False)
    picture = next(bundled("resources/sample_photos").glob("*parrots*"))
    window.gallery.search_pictures((picture,))
    wait_for(lambda: window.gallery.answer is not None and window.gallery.answer.query.pictures)


def viewer(window: MainWindow) -> None:
    """One photo, with what is known of it."""
    window.gallery.show_everything()
    wait_for(lambda: len(window.photo_model.ids) == 24)
    window.looking.look_at(9)
    settle(1500)


def problems(window: MainWindow) -> None:
    """A file that cannot be read."""
    window.looking.close()
    (photos(window) / "holiday_042.jpg").write_bytes(b"\xff\xd8 no picture")
    window.indexing.start()
    wait_for(lambda: window.problem_model.rowCount() == 1 and not window.status.is_running)
    window.gallery.show_problems()


def tuning(window: MainWindow) -> None:
    """A label with its slider, and the photos on both sides of it."""
    label = window.engine.labels.add("sea", prompts=("the sea", "a coast", "a boat on the sea"))
    window.labelling.read()
    wait_for(lambda: window.labelling.row(label.id) is not None)
    window.label_places.open_number(label.id)
    wait_for(lambda: window.labels_page.one.place is not None)


def review(window: MainWindow) -> None:
    """Suggestions that wait for a person."""
    label = window.engine.labels.named("sea")
    preview = window.engine.tagging.preview(label)
    # As many as a person would see here; nothing would be suggested among so few photos.
    window.engine.labels.edit(label.id, threshold=preview.threshold(6))
    window.engine.tagging.apply([window.engine.labels.named("sea")])
    window.labelling.read()
    window.commands.action("review").trigger()
    wait_for(lambda: window.review_page.isVisible())


def drop(window: MainWindow) -> None:
    """A picture held over the window."""
    window.gallery.show_everything()
    wait_for(lambda: window.browser.page is window.grid)
    window.drops.overlay.tell(window.tr("Drop to find similar photos"), "similar")


def palette(window: MainWindow) -> None:
    """Commands by a few letters."""
    window.drops.overlay.hide()
    window.commands.action("palette").trigger()


def cheat_sheet(window: MainWindow) -> None:
    """All keys."""
    window.commands.action("cheat_sheet").trigger()


def preferences(window: MainWindow, section: int) -> None:
    """A section of the preferences."""
    window.commands.action("preferences").trigger()
    window.preferring.page.navigation.setCurrentRow(section)
    settle(1200)


def no_model(window: MainWindow) -> None:
    """A search that cannot be answered."""
    window.gallery.search_text("anything")
    wait_for(lambda: window.browser.page is window.browser.error)


SECTIONS = ("general", "folders", "model", "storage", "privacy")
# Copies of each photo come in, which would make search think that all of it is usual.
BEGINNING: dict[str, State] = {"first-run": first_run, "indexing": indexing}
STATES: dict[str, State] = {
    "all-photos": all_photos,
    "search": search,
    "similar": similar,
    "viewer": viewer,
    "problems": problems,
    "tuning": tuning,
    "review": review,
    "drop": drop,
    "palette": palette,
    "keys": cheat_sheet,
    **{
        f"preferences-{name}": lambda window, number=number: preferences(window, number)  # type: ignore[misc]
        for number, name in enumerate(SECTIONS)
    },
}


def main(arguments: Sequence[str]) -> int:
    """Take the pictures. Returns the exit code."""
    args = parse(arguments)
    app = make_application()
    if args.font:
        app.setFont(QFont(args.font, 10))
    translation = Translation(app)
    translation.use("en")
    theme = Theme(app)
    for name, scheme in SCHEMES.items():
        theme.choose(scheme)
        folder = args.output / name
        folder.mkdir(parents=True, exist_ok=True)
        for states in (BEGINNING, STATES):
            with opened(theme, Settings()) as window:
                for state, arrange in states.items():
                    arrange(window)
                    take(window, folder, state, args.states)
        with opened(theme, Settings(model=str(Path("missing") / "model"))) as window:
            no_model(window)
            take(window, folder, "no-model", args.states)
    return 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("states", nargs="*", metavar="STATE", help=", ".join(BEGINNING | STATES))
    parser.add_argument("--font", default="", help="a font other than the system's")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    return parser.parse_args(arguments)


@contextmanager
def opened(theme: Theme, settings: Settings) -> Iterator[MainWindow]:
    """A window on an empty library beside a folder of photos."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME"):
            os.environ[name] = folder
        copy_samples(home / "Pictures")
        with Engine.open(Paths.under(home / "library"), settings) as engine:
            window = MainWindow(engine, Bridge(), theme)
            window.resize(*SIZE)
            window.show()
            window.start()
            yield window
            window.quit()


def copy_samples(folder: Path) -> None:
    """The sample photos as if taken on a few days of two years."""
    shutil.copytree(bundled("resources/sample_photos"), folder)
    for number, file in enumerate(sorted(folder.glob("*.jpg"))):
        taken = datetime(2024, 3, 9, 12) + timedelta(days=number // 3 * 97, minutes=number)
        os.utime(file, (taken.timestamp(), taken.timestamp()))


def photos(window: MainWindow) -> Path:
    """The folder of photos beside a window's library."""
    return window.engine.paths.data.parent / "Pictures"


def take(window: MainWindow, folder: Path, state: str, wanted: Sequence[str]) -> None:
    """Save a picture of the window once its photos are there."""
    if wanted and state not in wanted:
        return
    wait_for(lambda: tiles_are_there(window))
    settle(400)
    file = folder / f"{state}.webp"
    window.grab().save(str(file), "WEBP", QUALITY)
    print(file)


def tiles_are_there(window: MainWindow) -> bool:
    """Whether the grid shows all photos that are on screen."""
    seen = [window.photo_model.ids[row] for row in window.grid.visible_rows()]
    return not window.grid.isVisible() or all(map(window.thumbnails.tile, seen))


def answered(window: MainWindow, text: str) -> bool:
    """Whether the answer to these words is shown."""
    answer = window.gallery.answer
    return answer is not None and answer.query.text == text


def wait_for(condition: Callable[[], object]) -> None:
    """Let the window work until the condition holds. Raises TimeoutError."""
    loop, timer, limit = QEventLoop(), QTimer(interval=30), QTimer(singleShot=True)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    limit.timeout.connect(loop.quit)
    timer.start()
    limit.start(SECONDS * 1000)
    loop.exec()
    if not condition():
        raise TimeoutError("the window did not get ready")


def settle(milliseconds: int) -> None:
    """Let animations end and answers come that nobody waits for."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
