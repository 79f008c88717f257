"""Models to be had: what each is good for, and buttons that fetch and remove it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from photoclip.clip.zoo import ZooEntry
from photoclip.domain import Progress
from photoclip.errors import PhotoclipError
from photoclip.gui import wording
from photoclip.gui.controllers.downloading import Offer
from photoclip.gui.error_wording import message
from photoclip.gui.theme import SPACE_M, Theme
from photoclip.gui.translation import tr
from photoclip.gui.views.parts import push_button, restyle
from photoclip.gui.views.preferences.lists import ListRow, Rows
from photoclip.gui.views.preferences.parts import draw, in_line, named_button

# A small one, the usual one, one for many languages, and the best.
RECOMMENDED = frozenset(
    {
        "MobileCLIP2-S2",
        "ViT-B-32__openai",
        "ViT-B-16-SigLIP2__webli",
        "ViT-SO400M-16-SigLIP2-384__webli",
    }
)


class OfferRow(ListRow):
    """One model. Each signal is about it: download_wanted, stop_wanted, remove_wanted."""

    download_wanted = Signal()
    stop_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, offer: Offer) -> None:
        self.offer = offer
        name = offer.entry.title if offer.entry is not None else offer.name
        self.download = push_button("", "link")
        self.stop = push_button(tr("Stop"), "link")
        self.remove = named_button("remove", tr("Delete from this computer"), name)
        super().__init__("chip", name, facts(offer), [self.download, self.stop, self.remove])
        self.setToolTip(source(offer.entry))
        self.stop.setAccessibleName(tr("Stop: {what}").format(what=name))
        self.download.clicked.connect(self.download_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.show_idle()

    def show_idle(self, problem: str = "") -> None:
        """Nothing goes on. problem: why the last attempt failed."""
        offer = self.offer
        self.download.setText(tr("Go on") if offer.here else tr("Download"))
        self._offer(download=not offer.installed, remove=self._removable())
        self._say(problem or facts(offer), wrong=bool(problem))

    def show_running(self, progress: Progress | None = None) -> None:
        """It is being downloaded."""
        self._offer(stop=True)
        text = tr("Asking the model hub…") if progress is None else wording.download(progress)
        self._say(text)

    def _removable(self) -> bool:
        return not self.offer.used and (self.offer.installed or self.offer.here > 0)

    def _offer(self, *, download: bool = False, stop: bool = False, remove: bool = False) -> None:
        had_focus = any(button.hasFocus() for button in (self.download, self.stop))
        for button, shown in ((self.download, download), (self.stop, stop), (self.remove, remove)):
            button.setVisible(shown)
        says = tr("{does}: {what}").format(does=self.download.text(), what=self.name.text())
        self.download.setAccessibleName(says)
        if had_focus and (download or stop):
            (self.stop if stop else self.download).setFocus()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.show_texts(self.name.text(), text)
        restyle(self.line, role="error" if wrong else "caption")
        self.setAccessibleName(f"{self.name.text()}, {text}")


class Getting(QWidget):
    """What the card holds. look_wanted: the offers are to be read.

    download_wanted, stop_wanted, remove_wanted: with the name of a model. offline_meant(bool).
    """

    look_wanted = Signal()
    download_wanted = Signal(str)
    stop_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offers: Sequence[Offer] = ()
        self._running: dict[str, Progress | None] = {}
        self._problems: dict[str, str] = {}
        self._all = False
        self.rows = Rows()
        self.more = push_button("", "link")
        self.other = QLineEdit()
        self.fetch = push_button(self.tr("Download"))
        self.offline = QCheckBox()
        self._lay_out()

    @Slot(object)
    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show what can be had."""
        self._offers = offers
        self._fill()

    @Slot(str)
    def show_begun(self, name: str) -> None:
        """A download was begun."""
        self._running[name] = None
        self._problems.pop(name, None)
        if name == self.other.text().strip():
            self.other.clear()
        self._refresh(name)

    @Slot(str, object)
    def show_progress(self, name: str, progress: Progress) -> None:
        """A download goes on."""
        if name in self._running:
            self._running[name] = progress
            self._refresh(name)

    @Slot(str, object)
    def show_problem(self, name: str, error: PhotoclipError) -> None:
        """A model was not downloaded or removed."""
        self._problems[name] = message(error)

    @Slot(str)
    def show_ended(self, name: str) -> None:
        """A download is over, or a model was removed; the offers follow."""
        self._running.pop(name, None)
        self._refresh(name)
        self.look_wanted.emit()

    def row(self, name: str) -> OfferRow | None:
        """The row of a model, where it is shown."""
        found = (row for row in self.rows.rows if isinstance(row, OfferRow))
        return next((row for row in found if row.offer.name == name), None)

    def _lay_out(self) -> None:
        self.other.setPlaceholderText(self.tr("Another repository of the model hub: org/name"))
        self.other.setAccessibleName(self.tr("Repository to download"))
        self.other.returnPressed.connect(self._fetch_other)
        self.fetch.clicked.connect(self._fetch_other)
        self.more.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(self.rows)
        column.addWidget(in_line(self.more))
        self.other.setMinimumWidth(56 * self.fontMetrics().averageCharWidth())
        column.addWidget(in_line(self.other, self.fetch))

    @Slot()
    def _fetch_other(self) -> None:
        if name := self.other.text().strip():
            self.download_wanted.emit(name)

    @Slot()
    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()

    def _fill(self) -> None:
        known = {offer.name for offer in self._offers}
        others = [Offer(name, None) for name in self._asked() if name not in known]
        shown = [offer for offer in [*self._offers, *others] if self._is_shown(offer)]
        self.rows.show_rows([self._row(offer) for offer in shown])
        self.more.setText(
            self.tr("Show fewer")
            if self._all
            else self.tr("Show all %Ln model(s)", "", len(self._offers))
        )
        self.more.setVisible(bool(self._offers))

    def _asked(self) -> list[str]:
        """What goes on or went wrong, perhaps under names that are no model's."""
        return list(dict.fromkeys([*self._running, *self._problems]))

    def _is_shown(self, offer: Offer) -> bool:
        own = offer.installed or offer.here or offer.name in self._asked()
        return self._all or bool(own) or offer.name in RECOMMENDED

    def _row(self, offer: Offer) -> OfferRow:
        row = OfferRow(offer)
        row.download_wanted.connect(lambda: self.download_wanted.emit(offer.name))
        row.stop_wanted.connect(lambda: self.stop_wanted.emit(offer.name))
        row.remove_wanted.connect(lambda: self.remove_wanted.emit(offer.name))
        draw(row, self._theme)
        self._show_state(row)
        return row

    def _refresh(self, name: str) -> None:
        row = self.row(name)
        if row is None:
            self._fill()
        else:
            self._show_state(row)

    def _show_state(self, row: OfferRow) -> None:
        name = row.offer.name
        if name in self._running:
            row.show_running(self._running[name])
        else:
            row.show_idle(self._problems.get(name, ""))


def facts(offer: Offer) -> str:
    """What a model is good for, in a few words."""
    entry = offer.entry
    parts = []
    if entry is not None:
        size = wording.size(entry.megabytes * 1_000_000)
        parts.append(tr("about {size}").format(size=size) if entry.estimated else size)
        parts.append(tr("many languages") if entry.multilingual else tr("English"))
        if entry.imagenet is not None:
            figure = wording.decimal(entry.imagenet)
            parts.append(tr("{figure} % on ImageNet").format(figure=figure))
        if entry.commercial is False:
            parts.append(tr("not for business"))
    if offer.used:
        parts.append(tr("in use"))
    elif offer.installed:
        parts.append(tr("on this computer"))
    elif offer.here:
        here = wording.size(offer.here)
        parts.append(tr("{size} are here already").format(size=here))
    return "  ·  ".join(parts)


def source(entry: ZooEntry | None) -> str:
    """Where a model comes from, under which licence, and who published its figure."""
    if entry is None:
        return ""
    lines = [entry.repo, entry.licence or tr("licence unknown")]
    if entry.imagenet_source:
        lines.append(tr("ImageNet: {source}").format(source=entry.imagenet_source))
    return "\n".join(lines)
