"""What the person chooses, and the page on which they do; it is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.gui import locations
from photoclip.gui.bridge import Lane
from photoclip.gui.commands import Command, Menu
from photoclip.gui.controllers.applying import MODEL, Applying
from photoclip.gui.controllers.folders import Overview
from photoclip.gui.controllers.inventory import Inventory
from photoclip.gui.error_wording import sentence
from photoclip.gui.theme import SCHEMES
from photoclip.gui.wiring.getting import connect_getting
from photoclip.library.storage import Kind
from photoclip.settings import Settings

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.preferences.page import PreferencesPage

MEGABYTE = 1_000_000
# These lead to photos, so the page makes way.
LEADING = frozenset({"find", "photos", "problems", "duplicates", "paste", "similar", "welcome"})


class PreferencesWiring(QObject):
    """Between the preferences, their page, and all that goes by them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: PreferencesPage | None = None
        self._before = window.stack.currentIndex()
        self._overview: Overview | None = None
        self.applying = Applying(
            window.engine, window.bridge, window.indexing, window.preferences, self
        )
        self._inventory = Inventory(window.engine, window.bridge, self)
        preferences = Command(
            "preferences", self.tr("Preferences…"), Menu.EDIT, "settings", ("Ctrl+,",), group=8
        )
        window.commands.add(preferences, self.open)
        window.preferring = self
        self._connect()
        self._go_by(window.preferences.settings)

    @property
    def shown(self) -> bool:
        """Whether the page is in front."""
        return self._page is not None and self._window.stack.currentWidget() is self._page

    @property
    def page(self) -> PreferencesPage:
        """The page, made now where nobody wanted it so far."""
        if self._page is None:
            from photoclip.gui.views.preferences.page import PreferencesPage

            self._page = PreferencesPage(self._window.theme, self._window.preferences)
            self._window.stack.addWidget(self._page)
            self._connect_page(self._page)
            if self._overview is not None:
                self._page.folders.show_folders(self._overview.folders)
        return self._page

    @Slot()
    def open(self) -> None:
        """Bring the page to the front, and leave the viewer."""
        self._window.looking.close()
        page = self.page
        self._window.stack.setCurrentWidget(page)
        page.open()

    @Slot()
    def open_models(self) -> None:
        """Bring the models to the front."""
        self.open()
        self.page.open(self.page.model)

    @Slot()
    def close(self) -> None:
        """Back to the photos."""
        if self.shown:
            self._inventory.stop()
            self._window.stack.setCurrentIndex(self._before)
            self._window.browser.search.edit.setFocus()

    def tell_of_file(self) -> None:
        """Tell all that is wrong in the person's file, in one message."""
        problems = self._window.engine.settings_problems
        if len(problems) == 1:
            self._window.complain(problems[0])
        elif problems:
            lines = [f"• {sentence(problem)}" for problem in problems]
            head = self.tr("Not all in {file} can be used:").format(
                file=locations.shown(self._window.engine.paths.settings_file)
            )
            self._window.notice.tell("\n".join([head, *lines]), alarm=True)

    def follow(self, other: PreferencesWiring) -> None:
        """Show what another window showed."""
        if other.shown:
            section = other.page.navigation.currentRow()
            self.open()
            self.page.navigation.setCurrentRow(section)
            if self.page.general.isVisible():
                # Where the person just chose a language, perhaps on the way to the next one.
                self.page.general.language.setFocus()

    def _connect(self) -> None:
        window = self._window
        preferences, slider = window.preferences, window.browser.tile_size
        slider.setValue(preferences.settings.tile_size)
        slider.valueChanged.connect(self._keep_size)
        window.grid.cell_size_changed.connect(slider.setValue)
        preferences.changed.connect(self._changed)
        preferences.failed.connect(window.complain)
        self.applying.applied.connect(self._applied)
        self.applying.failed.connect(window.complain)
        self._inventory.failed.connect(window.complain)
        window.examining.use_wanted.connect(self._use_model)
        window.examining.failed.connect(window.complain)
        window.folders.told.connect(self._note)
        window.status.device.clicked.connect(self.open_models)
        window.commands.done.connect(self._make_way)

    def _connect_page(self, page: PreferencesPage) -> None:
        window, inventory, applying = self._window, self._inventory, self.applying
        page.closed.connect(self.close)
        page.left.connect(inventory.stop)
        page.general.sized.connect(window.browser.tile_size.setValue)
        window.browser.tile_size.valueChanged.connect(page.general.show_size)
        page.folders.add_wanted.connect(window.commands.action("add_folder").trigger)
        page.folders.remove_wanted.connect(window.folders.remove)
        page.model.look_wanted.connect(inventory.look_at_models)
        page.model.choose_wanted.connect(self._choose_model)
        self._connect_report(page)
        page.model.read_wanted.connect(window.photo_actions.open_path)
        inventory.models_told.connect(page.model.show_models)
        page.model.compare_wanted.connect(window.commands.action("compare").trigger)
        page.model.switch.now_wanted.connect(window.switching.use_now)
        page.model.switch.stay_wanted.connect(window.switching.stay)
        window.switching.progressed.connect(page.model.switch.show_progress)
        window.switching.refused.connect(page.model.show_error)
        window.switching.failed.connect(page.model.show_error)
        applying.begun.connect(page.model.show_begun)
        applying.told.connect(page.model.show_outlook)
        applying.failed.connect(page.model.show_error)
        page.storage.look_wanted.connect(inventory.look_at_storage)
        page.storage.clear_wanted.connect(inventory.clear)
        page.storage.reveal_wanted.connect(window.photo_actions.reveal_path)
        page.storage.place_wanted.connect(self._choose_place)
        inventory.storage_told.connect(page.storage.show_stored)
        inventory.cleared.connect(page.storage.show_cleared)
        page.privacy.delete_wanted.connect(self._delete)
        page.privacy.forget_wanted.connect(window.browser.search.recent.clear)
        connect_getting(window, page, inventory)

    def _connect_report(self, page: PreferencesPage) -> None:
        examining, model = self._window.examining, page.model
        model.use_wanted.connect(examining.want)
        model.check_wanted.connect(examining.check)
        model.report.stop_wanted.connect(examining.stop)
        model.report.use_wanted.connect(self._use_model)
        examining.begun.connect(model.show_check)
        examining.progressed.connect(model.report.show_progress)
        examining.told.connect(model.show_report)
        examining.ended.connect(model.show_no_check)

    @Slot(object, object)
    def _changed(self, settings: Settings, names: frozenset[str]) -> None:
        self._go_by(settings)
        if "appearance" in names:
            self._window.theme.choose(SCHEMES[settings.appearance])
        if "tile_size" in names:
            self._window.browser.tile_size.setValue(settings.tile_size)
        if "background" in names:
            self._window.background.apply()
        if "language" in names:
            self._window.renewal_wanted.emit()

    def _go_by(self, settings: Settings) -> None:
        self._window.thumbnails.set_limit(settings.tile_memory_mb * MEGABYTE)
        self._window.browser.search.recent.keep(settings.remember_searches)

    @Slot(int)
    def _keep_size(self, side: int) -> None:
        self._window.preferences.change_soon(tile_size=side)

    @Slot(object)
    def _applied(self, names: frozenset[str]) -> None:
        window = self._window
        if names & (MODEL | {"cache", "exact_limit"}):
            window.readiness.warm_up()
        if "thumbnails" in names:
            window.look_again()
        window.gallery.refresh()
        if self.shown:
            self._inventory.look_at_models()

    @Slot(object)
    def _note(self, found: Overview) -> None:
        self._overview = found
        if self._page is not None:
            self._page.folders.show_folders(found.folders)

    @Slot(str)
    def _make_way(self, name: str) -> None:
        if name in LEADING:
            self.close()

    @Slot()
    def _choose_model(self) -> None:
        folder = self._window.choose(self._window, self.tr("Choose a model directory"))
        if folder is not None:
            self._window.examining.want(str(folder))

    @Slot(str)
    def _use_model(self, choice: str) -> None:
        """Search with a model that passed its check."""
        if self._page is not None:
            self._page.model.report.dismiss()
        self._window.switching.use(choice)

    @Slot(str)
    def _choose_place(self, name: str) -> None:
        title = {
            "thumbnails": self.tr("Choose a folder for the thumbnails"),
            "cache": self.tr("Choose a folder for the search index"),
        }[name]
        folder = self._window.choose(self._window, title)
        if folder is not None and self._window.preferences.change(**{name: str(folder)}):
            self._inventory.look_at_storage()

    @Slot()
    def _delete(self) -> None:
        """Thumbnails first, which may take a while and can go while the window is open."""
        window, storage = self._window, self._window.engine.storage
        window.indexing.cancel()
        window.notice.tell(self.tr("Deleting everything…"))
        window.bridge.run(
            Lane.STORAGE,
            lambda: storage.clear(Kind.THUMBNAILS),
            self._forget,
            window.complain,
        )

    def _forget(self, cleared: object) -> None:
        del cleared
        self._window.forgetting_wanted.emit()
