"""What is made when somebody first needs it, and what a start does without."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from photoclip.gui.later import Later

from .conftest import OpenApp

# Nobody needs these for the first frame.
NOT_AT_START = (
    "photoclip.gui.views.duplicates.page",
    "photoclip.gui.views.labels.page",
    "photoclip.gui.views.review.page",
    "photoclip.gui.views.sidecars.page",
    "photoclip.gui.views.viewer.viewer",
    "photoclip.gui.views.labels.editor",
    "photoclip.gui.views.preferences.page",
    "photoclip.gui.views.comparison.dialog",
    *("onnxruntime", "tokenizers", "ftfy", "huggingface_hub", "hnswlib", "pillow_heif", "lxml"),
    "numpy.ma",
)


def test_a_thing_is_made_once_and_those_who_wait_are_told_in_order() -> None:
    made: list[str] = []
    thing = Later(lambda: made.append("made") or object())  # type: ignore[func-returns-value]
    part = thing.part(lambda it: [it])
    thing.once_made(lambda it: made.append("first"))
    thing.once_made(lambda it: made.append("second"))
    assert not thing.is_made
    assert not part.is_made
    assert thing.get() is thing.get()
    assert part.is_made
    assert part.get() == [thing.get()]
    thing.once_made(lambda it: made.append("late"))
    assert made == ["made", "first", "second", "late"]


START = """
import sys
from pathlib import Path
from photoclip.gui.app import make_application
from photoclip.gui.session import Session
from photoclip.gui.theme import Theme
from photoclip.gui.translation import Translation
from photoclip.paths import Paths

app = make_application()
session = Session(Paths.under(Path(sys.argv[1])), Theme(app), Translation(app))
session.open()
session.window.grab()
print(*sys.modules)
session.close()
"""


def test_the_first_frame_does_without_what_it_does_not_show(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "photoclip.gui.views.browser" in loaded
    assert loaded.isdisjoint(NOT_AT_START), loaded & set(NOT_AT_START)


def test_pages_are_made_when_somebody_goes_there(open_app: OpenApp) -> None:
    app = open_app()
    window, pages = app.window, app.window.pages
    everything = {
        "duplicates": pages.duplicates,
        "labels": pages.labels,
        "review": pages.review,
        "sidecars": pages.sidecars,
    }
    app.wait(lambda: window.gallery.answer is not None)
    assert not [name for name, page in everything.items() if page.is_made]
    for name, page in everything.items():
        window.commands.action(name).trigger()
        assert page.is_made
        assert window.browser.page is page.get()
        assert page.get().isVisible()
    window.commands.action("labels").trigger()
    assert window.browser.page is pages.labels.get()


def test_the_viewer_is_made_soon_after_photos_are_shown(open_app: OpenApp) -> None:
    app = open_app()
    app.wait(lambda: app.window.pages.viewer.is_made)
    assert app.window.gallery.answer is not None
    assert not app.window.viewer.isVisible()


def test_tab_comes_through_a_late_page_before_what_stands_after_it(open_app: OpenApp) -> None:
    window = open_app().window
    pages = [window.pages.labels.get(), window.pages.review.get(), window.pages.sidecars.get()]
    order = list(_by_tab(window))
    after = [widget for widget in order if window.details_panel.isAncestorOf(widget)]
    first, last = order.index(window.grid), order.index(after[0])
    for page in pages:
        inside = [widget for widget in order if page.isAncestorOf(widget)]
        assert inside
        assert all(first < order.index(widget) < last for widget in inside)


def _by_tab(window: QWidget) -> Iterator[QWidget]:
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()


def test_keys_of_a_late_page_count_in_it(open_app: OpenApp) -> None:
    window = open_app().window
    accept, right = (window.commands.action(name) for name in ("review_accept", "label_right"))
    assert accept not in window.actions()
    assert accept in window.review_page.actions()
    assert right in window.labels_page.one.actions()
    assert right not in window.labels_page.actions()
    assert accept.shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut
