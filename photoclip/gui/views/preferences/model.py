"""Which model finds the photos, and on which device it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from photoclip.clip.opening import directory_of
from photoclip.clip.report import ModelReport
from photoclip.clip.zoo import InstalledModel
from photoclip.errors import PhotoclipError
from photoclip.gui import locations, wording
from photoclip.gui.controllers.applying import MODEL
from photoclip.gui.controllers.inventory import Models
from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.error_wording import message
from photoclip.gui.theme import SPACE_S, SPACE_XL, Theme
from photoclip.gui.views.parts import push_button
from photoclip.gui.views.preferences.device import DeviceCard
from photoclip.gui.views.preferences.getting import Getting
from photoclip.gui.views.preferences.lists import Rows
from photoclip.gui.views.preferences.parts import (
    Number,
    Row,
    SettingsSection,
    draw,
    in_line,
    named_button,
    wrapped,
)
from photoclip.gui.views.preferences.report import ReportCard
from photoclip.gui.views.preferences.switching import NextModel
from photoclip.library.outlook import Outlook
from photoclip.settings import RANGES, Settings

# What people who make models tell about them.
CARDS = ("MODEL_CARD.md", "README.md")


class ModelRow(QWidget):
    """A model to choose. wanted: it is to be used. read_wanted(Path): what is told of it.

    check_wanted: a report on it.
    """

    wanted = Signal()
    check_wanted = Signal()
    read_wanted = Signal(object)

    def __init__(self, model: InstalledModel, group: QButtonGroup) -> None:
        super().__init__()
        self.model = model
        self.button = QRadioButton(model.name)
        self.button.setMinimumWidth(40)  # a long name is cut rather than the card widened
        self.button.setEnabled(model.ok)
        self.button.setToolTip(locations.shown(model.path))
        group.addButton(self.button)
        self.facts = wrapped(
            model.problem or self._facts(), "error" if model.problem else "caption"
        )
        self.button.setAccessibleDescription(self.facts.text())
        self.button.clicked.connect(self.wanted)
        self.check = push_button(self.tr("Check"), "link")
        self.check.setAccessibleName(self.tr("Check: {what}").format(what=model.name))
        self.check.clicked.connect(self.check_wanted)
        self._lay_out()

    def _facts(self) -> str:
        model = self.model
        parts = [
            self.tr("%Ln dimension(s)", "", model.dim),
            wording.size(model.size),
            model.licence or self.tr("licence unknown"),
        ]
        own = self.tr("comes with photoclip")
        parts.append(own if model.embedded else locations.shown(model.path))
        return "  ·  ".join(parts)

    def _lay_out(self) -> None:
        words = QVBoxLayout(self)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.button)
        head.addStretch(1)
        head.addWidget(self.check)
        card = next((self.model.path / name for name in CARDS if _there(self.model, name)), None)
        if card is not None:
            read = named_button("info", self.tr("About this model"), self.model.name)
            read.clicked.connect(lambda: self.read_wanted.emit(card))
            head.addWidget(read)
        words.addLayout(head)
        below = QHBoxLayout()
        below.setContentsMargins(SPACE_XL + SPACE_S, 0, 0, 0)
        below.addWidget(self.facts)
        words.addLayout(below)


def _there(model: InstalledModel, name: str) -> bool:
    return (model.path / name).is_file()


class ModelSection(SettingsSection):
    """look_wanted: models() is to be called; choose_wanted: ask for a directory.

    use_wanted(str): search with a model, as the settings name it; check_wanted(str): only look.
    compare_wanted: two models.
    """

    look_wanted = Signal()
    choose_wanted = Signal()
    use_wanted = Signal(str)
    compare_wanted = Signal()
    check_wanted = Signal(str)
    read_wanted = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, "", "chip", preferences)
        self.title = self.tr("Model and device")
        self.models = Rows()
        self.choose = push_button(self.tr("Choose a directory…"))
        self.compare = push_button(self.tr("Compare models…"))
        self.switch = NextModel()
        self.state = wrapped("", "body")
        self.error = wrapped("", "error")
        self.getting = Getting(theme)
        self.report = ReportCard(theme)
        self.exact = Number(*RANGES["exact_limit"], 10_000, self.tr(" photos"))
        self._group = QButtonGroup(self)
        self._known: Models | None = None
        self._outlook: Outlook | None = None
        self._add_models()
        self._add_getting()
        self.running = DeviceCard(self)
        self._add_search()

    def shown(self) -> None:
        self.look_wanted.emit()

    @Slot(object)
    def show_models(self, models: Models) -> None:
        """Show what there is to choose from, and what is in use."""
        self._known = models
        self.models.show_rows([self._row(model, models.used) for model in models.found])
        self.running.show_devices(models.devices, models.running)
        self.switch.show_state(models.next_name, models.next_embedded, models.photos)
        self._show_state()

    @Slot(object)
    def show_begun(self, names: frozenset[str]) -> None:
        """A choice is being applied."""
        if names & MODEL:
            self._complain("")
            self._outlook = None
            self.state.setText(self.tr("Opening the model…"))

    @Slot(object)
    def show_outlook(self, outlook: Outlook) -> None:
        """What a new model has to do."""
        self._outlook = outlook
        self.look_wanted.emit()

    @Slot(object)
    def show_error(self, error: PhotoclipError) -> None:
        """A model cannot be used; the one before stays."""
        self._complain(
            self.tr("The model before stays in use: {error}").format(error=message(error))
        )
        self.look_wanted.emit()

    @Slot(str)
    def show_check(self, choice: str) -> None:
        """A model is being examined."""
        self._complain("")
        self.report.show_begun(choice, self._name_of(choice))
        # Once it has its place.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.report.stop))

    @Slot(str, object)
    def show_report(self, choice: str, report: ModelReport) -> None:
        """What came of it."""
        known = self._known
        in_use = known is not None and known.used == report.path
        self.report.show_report(choice, report, in_use=in_use)

    @Slot()
    def show_no_check(self) -> None:
        """There is nothing to tell of a model."""
        within = self.report.isAncestorOf(self.focusWidget())
        self.report.dismiss()
        if within:
            self._focus_used()
        self.look_wanted.emit()

    def apply_theme(self) -> None:
        super().apply_theme()
        self.report.apply_theme()

    def _focus_used(self) -> None:
        for row in self.models.rows:
            if isinstance(row, ModelRow) and row.button.isChecked():
                row.button.setFocus()

    def _name_of(self, choice: str) -> str:
        path = directory_of(choice)
        found = [] if self._known is None else self._known.found
        names = [model.name for model in found if model.path == path]
        return names[0] if names else locations.shown(path.name)

    def _add_models(self) -> None:
        card = self.add_card(
            self.tr("Model"),
            self.tr(
                "It tells what photos show. Another model has to embed the whole library once,"
                " and is in use as soon as it has; until then this one is. Its vectors stay, so"
                " that going back takes a moment."
            ),
        )
        card.add(self.models)
        card.add(self.error)
        card.add(self.state)
        card.add(self.switch)
        card.add(in_line(self.choose, self.compare))
        self.insert_card(self.report)
        self.report.left.connect(self.look_wanted)
        self.error.hide()
        self.choose.clicked.connect(self.choose_wanted)
        self.compare.clicked.connect(self.compare_wanted)

    def _add_getting(self) -> None:
        card = self.add_card(
            self.tr("Models to download"),
            self.tr(
                "Larger ones understand more and take longer. Nothing is downloaded before you"
                " press a button; the model hub then sees your address and which model you want."
            ),
        )
        card.add(self.getting)
        box = self.getting.offline
        box.toggled.connect(lambda on: self.preferences.change(offline=on))
        row = Row(
            self.tr("Stay offline"), self.tr("Never download models, even when asked to."), box
        )
        card.add(self.bind(row, "offline", lambda settings: box.setChecked(settings.offline)))

    def _add_search(self) -> None:
        card = self.add_card(self.tr("Search"))
        self.exact.meant.connect(lambda count: self.preferences.change(exact_limit=count))
        row = Row(
            self.tr("Search index from"),
            self.tr(
                "Smaller libraries are searched photo by photo, which finds everything; larger"
                " ones with an index, which is faster and very seldom misses one."
            ),
            self.exact,
        )
        card.add(self.bind(row, "exact_limit", self._show_exact))

    def _row(self, model: InstalledModel, used: Path) -> ModelRow:
        row = ModelRow(model, self._group)
        row.button.setChecked(model.path == used)
        choice = "" if model.embedded else str(model.path)
        row.wanted.connect(lambda: self.use_wanted.emit(choice))
        row.check_wanted.connect(lambda: self.check_wanted.emit(choice))
        row.read_wanted.connect(self.read_wanted)
        draw(row, self.theme)
        return row

    def _show_state(self) -> None:
        known = self._known
        if known is None:
            return
        if known.embedded >= known.photos:
            self._outlook = None
        text = self.tr("{done} of {total} are embedded with this model.").format(
            done=wording.number(min(known.embedded, known.photos)),
            total=wording.photos(known.photos),
        )
        outlook = self._outlook
        if outlook is not None and outlook.seconds is not None:
            text += " " + self.tr("The others take {time} on this computer.").format(
                time=wording.duration(outlook.seconds)
            )
        self.state.setText(text)

    def _complain(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def _show_exact(self, settings: Settings) -> None:
        self.exact.setValue(settings.exact_limit)
