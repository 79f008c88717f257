"""The window: makes the panels and lays them out; gui/wiring connects them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from photoclip.domain import PhotoId
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui import wiring
from photoclip.gui.background import Background
from photoclip.gui.bridge import Bridge
from photoclip.gui.commands import Commands
from photoclip.gui.controllers import folders as reading
from photoclip.gui.controllers.albums import AlbumShelf
from photoclip.gui.controllers.counting import Counting
from photoclip.gui.controllers.describing import Describing
from photoclip.gui.controllers.downloading import Downloads
from photoclip.gui.controllers.duplicates import Duplicates
from photoclip.gui.controllers.elsewhere import Elsewhere
from photoclip.gui.controllers.examining import Examining
from photoclip.gui.controllers.exporting import Exporting
from photoclip.gui.controllers.filtering import Filtering
from photoclip.gui.controllers.folders import Folders
from photoclip.gui.controllers.gallery import Gallery
from photoclip.gui.controllers.indexing import Indexing
from photoclip.gui.controllers.intake import Intake
from photoclip.gui.controllers.label_work import LabelWork
from photoclip.gui.controllers.labelling import Labelling
from photoclip.gui.controllers.looking import Looking
from photoclip.gui.controllers.paging import Place
from photoclip.gui.controllers.photo_actions import PhotoActions
from photoclip.gui.controllers.pictures import Pictures, draw_tile
from photoclip.gui.controllers.playing import Player
from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.controllers.readiness import Readiness
from photoclip.gui.controllers.regions import Regions
from photoclip.gui.controllers.review import Reviewing
from photoclip.gui.controllers.saving import Saving
from photoclip.gui.controllers.suggest_work import SuggestWork
from photoclip.gui.controllers.suggesting import Suggesting
from photoclip.gui.controllers.switching import Switching
from photoclip.gui.controllers.tags import Tags
from photoclip.gui.controllers.tasks import Tasks
from photoclip.gui.controllers.teaching import Teaching
from photoclip.gui.controllers.tuning import Tuning
from photoclip.gui.controllers.upkeep import UpkeepTasks
from photoclip.gui.delegates.photo import PhotoDelegate
from photoclip.gui.desktop import Desktop
from photoclip.gui.dialogs.chooser import (
    ChooseFolder,
    choose_folder,
    choose_labels,
    choose_labels_target,
    choose_table,
)
from photoclip.gui.error_wording import message
from photoclip.gui.menus import ContextMenus
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.models.problems import ProblemModel
from photoclip.gui.notifications import Announcer, Notifier, find_notifier
from photoclip.gui.pages import Pages
from photoclip.gui.sections.albums import AlbumsSection
from photoclip.gui.sections.folders import FoldersSection
from photoclip.gui.sections.labels import LabelsSection
from photoclip.gui.sections.library import LibrarySection
from photoclip.gui.sections.searches import SearchesSection
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.tray import Tray, TrayIcon
from photoclip.gui.undoing import Undoing
from photoclip.gui.views.browser import Browser
from photoclip.gui.views.cheat_sheet import CheatSheet
from photoclip.gui.views.details.panel import DetailsPanel
from photoclip.gui.views.drop_target import DropTarget
from photoclip.gui.views.grid.photo_grid import PhotoGrid
from photoclip.gui.views.notice import Notice
from photoclip.gui.views.palette import Palette
from photoclip.gui.views.panels import Panels
from photoclip.gui.views.problems import ProblemsPage
from photoclip.gui.views.sidebar.sidebar import Sidebar
from photoclip.gui.views.status import StatusBar
from photoclip.gui.window_state import Remembers, WindowState

if TYPE_CHECKING:
    from photoclip.gui.views.duplicates.page import DuplicatesPage
    from photoclip.gui.views.labels.page import LabelsPage
    from photoclip.gui.views.review.page import ReviewPage
    from photoclip.gui.views.viewer.viewer import Viewer
    from photoclip.gui.wiring.comparing import CompareWiring
    from photoclip.gui.wiring.labels import LabelWiring
    from photoclip.gui.wiring.preferences import PreferencesWiring


class MainWindow(QMainWindow):
    """Shows one library. start() begins the work in the background; closing ends it.

    renewal_wanted: another window is to take over, as the language was changed.
    forgetting_wanted: everything that photoclip keeps is to be deleted. closing: work is to end.
    rows_outdated: what lists of photos tell of them may be other now.
    """

    renewal_wanted = Signal()
    forgetting_wanted = Signal()
    closing = Signal()
    rows_outdated = Signal()
    preferring: PreferencesWiring
    comparing: CompareWiring
    label_places: LabelWiring

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        theme: Theme,
        desktop: Desktop | None = None,
        choose: ChooseFolder = choose_folder,
        tray_icon: TrayIcon | None = None,
        notifier: Notifier | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("photoclip")
        self.engine = engine
        self.bridge = bridge
        self.theme = theme
        self.choose = choose
        self.choose_file: ChooseFolder = choose_table
        self.choose_labels: ChooseFolder = choose_labels
        self.choose_labels_target: ChooseFolder = choose_labels_target
        self._ended = self._quitting = False
        self.undoing = Undoing()
        self.commands = Commands(self, theme)
        self._make_models()
        self._make_controllers(desktop or Desktop())
        self._make_views()
        self._lay_out()
        self._make_links()
        self._make_background(tray_icon or TrayIcon(self), notifier)
        self._wirings = wiring.connect(self)
        self.commands.fill(self.menuBar())
        self._state = WindowState(engine.paths, self, self._remembered())
        self._state.restore()

    def _remembered(self) -> dict[str, Remembers]:
        return {
            "panels": self.panels,
            "details": self.details_panel,
            "places": self.sidebar,
            "order": self.gallery,
            "searches": self.browser.search.recent,
            "background": self.background,
            "commands": self.command_palette,
            "tags": self.tags,
        }

    @property
    def duplicates_page(self) -> DuplicatesPage:
        """Where photos that are one picture stand; made when it is first asked for."""
        return self.pages.duplicates.get()

    @property
    def labels_page(self) -> LabelsPage:
        """All labels, or one; made when it is first asked for."""
        return self.pages.labels.get()

    @property
    def review_page(self) -> ReviewPage:
        """What waits for a person's word; made when it is first asked for."""
        return self.pages.review.get()

    @property
    def viewer(self) -> Viewer:
        """One photo in full; made when it is first asked for."""
        return self.pages.viewer.get()

    def start(self) -> None:
        """Read the catalog, then index and watch."""
        self.browser.search.edit.setFocus()
        self.gallery.show_everything()
        self.folders.keep_reading()
        self.indexing.watch()
        self.indexing.start()
        self.switching.start()
        self.preferring.tell_of_file()

    def chosen(self) -> list[PhotoId]:
        """The photo in the viewer, or those selected in the grid or the review."""
        if self.looking.open_now:
            return [self.viewer.photo] if self.viewer.photo is not None else []
        if self.gallery.place is Place.REVIEW:
            return self.review_page.chosen_photos()
        return self.grid.selected_photos()

    @Slot(object)
    def complain(self, error: PhotoclipError) -> None:
        """Say what went wrong, until the person closes it."""
        self.notice.tell(message(error), alarm=True)

    @Slot()
    def photos_changed(self) -> None:
        """The catalog holds other photos than before."""
        self.gallery.refresh()
        self.folders.read()
        self.tuning.follow()

    @Slot()
    def look_again(self) -> None:
        """Files moved, or a disk came or went."""
        self.thumbnails.retry_broken()
        self.pictures.retry_broken()
        self.looking.look_again()
        self.rows_outdated.emit()
        self.grid.look_again()

    @Slot()
    def back_to_photos(self) -> None:
        """Leave a page for all photos, with the keyboard where one searches."""
        self.gallery.show_everything()
        self.browser.search.edit.setFocus()

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others."""
        self.background.come_back()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def remember(self) -> None:
        """Keep for the next start how the window looks now."""
        self.preferences.flush()
        self._state.save()

    @Slot()
    def quit(self) -> None:
        """Close, and end all work."""
        self._quitting = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.background.keeps_going and not self._quitting:
            self.remember()
            self.background.hide()
            event.ignore()
            return
        if not self._ended:
            self._ended = True
            self.remember()
            # The person should not have to watch workers end.
            self.hide()
            self.background.end()
            self.notifier.close()
            self.indexing.close()
            self.switching.stop()
            self.downloads.close()
            self.exporting.close()
            self.comparing.stop()
            self.duplicates.stop()
            self.counting.stop()
            self.tuning.drop()
            self.teaching.stop()
            self.label_work.stop()
            self.suggest_work.stop()
            self.examining.stop()
            self.describing.stop()
            self.closing.emit()
            self.bridge.close()
        super().closeEvent(event)

    def _make_models(self) -> None:
        self.photo_model = PhotoGridModel(self, partial(reading.photo_rows, self.engine))
        self.review_model = PhotoGridModel(self, partial(reading.photo_rows, self.engine))
        self.library_section = LibrarySection(self)
        self.albums_section = AlbumsSection(self)
        self.labels_section = LabelsSection(self)
        self.searches_section = SearchesSection(self)
        self.folders_section = FoldersSection(self)
        self.problem_model = ProblemModel(self)

    def _make_controllers(self, desktop: Desktop) -> None:
        engine, bridge = self.engine, self.bridge
        self.preferences = Preferences(engine, self)
        self.tasks = Tasks(self)
        self.describing = Describing(engine, bridge, self)
        self.indexing = Indexing(engine, bridge, self.tasks, self)
        self.switching = Switching(engine, bridge, self.tasks, self.preferences, self)
        self.examining = Examining(engine, bridge, self.tasks, self.preferences, self)
        self.upkeep = UpkeepTasks(engine.upkeep, bridge, self.tasks, self)
        self.downloads = Downloads(engine, bridge, self.tasks, self)
        self.duplicates = Duplicates(engine, bridge, self.tasks, self)
        self.folders = Folders(engine, bridge, self)
        self.saving = Saving(engine, bridge, self)
        self.counting = Counting(engine, bridge, lambda: self.indexing.running, self)
        self.albums = AlbumShelf(engine, bridge, self)
        self.tags = Tags(engine, bridge, self)
        self.labelling = Labelling(engine, bridge, self)
        self.tuning = Tuning(engine, bridge, self)
        self.teaching = Teaching(engine, bridge, self)
        self.label_work = LabelWork(engine, bridge, self.tasks, self)
        self.suggest_work = SuggestWork(engine, bridge, self.tasks, self)
        self.reviewing = Reviewing(engine, bridge, self)
        self.exporting = Exporting(engine, bridge, self.tasks, self)
        self.photo_actions = PhotoActions(engine, bridge, desktop, self)
        self.pictures = Pictures(engine, bridge, self)
        self.regions = Regions(engine, bridge, self)
        self.readiness = Readiness(engine, bridge, self.tasks, self)
        self.thumbnails = self._loader()

    def _loader(self) -> ThumbnailLoader:
        """Each page wants other tiles."""
        return ThumbnailLoader(self.bridge, partial(draw_tile, self.engine), parent=self)

    def _make_views(self) -> None:
        theme = self.theme
        self.grid = PhotoGrid(self.photo_model, self.thumbnails)
        self.grid.setItemDelegate(PhotoDelegate(theme, self.thumbnails, self.grid))
        self.problems_page = ProblemsPage(theme, self.problem_model)
        self.browser = Browser(theme, self.grid, self.problems_page)
        self.stack = QStackedWidget()
        self.pages = Pages(theme, self.browser, self.review_model, self._loader, self.stack)
        sections = [self.library_section, self.albums_section, self.searches_section]
        sections += [self.labels_section, self.folders_section]
        self.sidebar = Sidebar(theme, sections)
        self.status = StatusBar(theme, self.tasks)
        self.details_panel = DetailsPanel(theme)
        self.panels = Panels(self.sidebar, self.browser, self.details_panel)

    def _lay_out(self) -> None:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panels, 1)
        column.addWidget(self.status)
        self.stack.addWidget(main)
        self.setCentralWidget(self.stack)
        self.setMinimumSize(720, 480)

    def _make_links(self) -> None:
        engine, bridge = self.engine, self.bridge
        self.gallery = Gallery(
            engine, bridge, self.browser, self.photo_model, self.thumbnails, self
        )
        self.looking = Looking(
            self.pictures,
            Player(engine, bridge, self),
            self.pages.viewer,
            self.grid,
            self.photo_model,
            self.thumbnails,
            self.stack,
        )
        self.intake = Intake(engine, bridge, self.folders, self.gallery, self.looking)
        self.elsewhere = Elsewhere(engine.paths, self)
        self.suggesting = Suggesting(engine, bridge, self.browser.search.suggestions, self)
        self.filtering = Filtering(engine, bridge, self.browser.search, self.gallery, self.chosen)
        self.command_palette = Palette(self.theme, self.commands, self)
        self.cheat_sheet = CheatSheet(self.theme, self.commands, self)
        self.notice = Notice(self.theme, self.stack)
        self.menus = ContextMenus(self, self.theme, self.commands, self.photo_actions)
        self.drops = DropTarget(self.theme, self, self.grid, self.browser.search)

    def _make_background(self, icon: TrayIcon, notifier: Notifier | None) -> None:
        engine = self.engine
        self.tray = Tray(self.tasks, icon, self)
        stays = lambda: engine.settings.background  # noqa: E731
        self.notifier = notifier or find_notifier(icon, stays, self)
        self.announcer = Announcer(
            self.tasks,
            self.notifier,
            wanted=lambda: engine.settings.notify,
            looked_at=self.isActiveWindow,
            parent=self,
        )
        self.background = Background(self, self.tray, self.notifier, wanted=stays)
