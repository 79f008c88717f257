"""The window: makes the panels and wires them; what they do is theirs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from photoclip.domain import IndexReport, PhotoId, Progress, Root
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui import locations, wording
from photoclip.gui.actions import Actions
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers import folders as reading
from photoclip.gui.controllers.folders import Folders, Overview
from photoclip.gui.controllers.gallery import Gallery
from photoclip.gui.controllers.indexing import Indexing
from photoclip.gui.controllers.intake import Intake
from photoclip.gui.controllers.looking import Looking
from photoclip.gui.controllers.photo_actions import PhotoActions
from photoclip.gui.controllers.pictures import Pictures, draw_tile
from photoclip.gui.controllers.readiness import Readiness
from photoclip.gui.delegates.photo import PhotoDelegate
from photoclip.gui.desktop import Desktop
from photoclip.gui.dialogs import about
from photoclip.gui.dialogs.chooser import ChooseFolder, choose_folder
from photoclip.gui.menus import ContextMenus
from photoclip.gui.models.folders import FolderModel
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.models.problems import ProblemModel
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.browser import Browser
from photoclip.gui.views.drop_target import DropTarget
from photoclip.gui.views.grid import PhotoGrid
from photoclip.gui.views.notice import Notice
from photoclip.gui.views.problems import ProblemsPage
from photoclip.gui.views.sidebar import Sidebar
from photoclip.gui.views.status import StatusBar
from photoclip.gui.views.viewer import Viewer
from photoclip.gui.window_state import WindowState
from photoclip.paths import bundled


class MainWindow(QMainWindow):
    """Shows one library. start() begins the work in the background; closing ends it."""

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        theme: Theme,
        desktop: Desktop | None = None,
        choose: ChooseFolder = choose_folder,
    ) -> None:
        super().__init__()
        self.setWindowTitle("photoclip")
        self._engine = engine
        self._bridge = bridge
        self._theme = theme
        self._choose = choose
        self._make_models()
        self._make_controllers(desktop or Desktop())
        self._make_views()
        self._lay_out()
        self._make_links()
        self._connect_panels()
        self._connect_actions()
        self._connect_background()
        self._state = WindowState(engine.paths, self, self.browser.tile_size)
        self._state.restore()
        self._apply_theme()

    def start(self) -> None:
        """Read the catalog, then index and watch."""
        self.browser.search.edit.setFocus()
        self.gallery.show_everything()
        self.folders.keep_reading()
        self.indexing.watch()
        self.indexing.start()
        for problem in self._engine.settings_problems:
            self._complain(problem)

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._state.save()
        # The person should not have to watch workers end.
        self.hide()
        self.indexing.close()
        self._bridge.close()
        super().closeEvent(event)

    # Making.

    def _make_models(self) -> None:
        self.photo_model = PhotoGridModel(self, partial(reading.photo_rows, self._engine))
        self.folder_model = FolderModel(self)
        self.problem_model = ProblemModel(self)

    def _make_controllers(self, desktop: Desktop) -> None:
        engine, bridge = self._engine, self._bridge
        self.indexing = Indexing(engine, bridge, self)
        self.folders = Folders(engine, bridge, self)
        self.photo_actions = PhotoActions(engine, bridge, desktop, self)
        self.pictures = Pictures(engine, bridge, self)
        self.readiness = Readiness(engine, bridge, self)
        ratio = self.devicePixelRatioF()
        self.thumbnails = ThumbnailLoader(
            bridge, lambda photo, side: draw_tile(engine, photo, side, ratio), parent=self
        )

    def _make_views(self) -> None:
        theme = self._theme
        self.grid = PhotoGrid(self.photo_model, self.thumbnails)
        self.grid.setItemDelegate(PhotoDelegate(theme, self.thumbnails, self.grid))
        self.problems_page = ProblemsPage(theme, self.problem_model)
        self.browser = Browser(theme, self.grid, self.problems_page)
        self.sidebar = Sidebar(theme, self.folder_model)
        self.status = StatusBar(theme)
        self.viewer = Viewer(theme)
        self.stack = QStackedWidget()
        self.actions_ = Actions.of(self)

    def _lay_out(self) -> None:
        main = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.browser, 1)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.stack.addWidget(main)
        self.stack.addWidget(self.viewer)
        self.setCentralWidget(self.stack)
        self.setMinimumSize(720, 480)

    def _make_links(self) -> None:
        engine, bridge = self._engine, self._bridge
        self.gallery = Gallery(
            engine, bridge, self.browser, self.photo_model, self.thumbnails, self
        )
        self.looking = Looking(self.pictures, self.viewer, self.grid, self.photo_model, self.stack)
        self.intake = Intake(self.folders, self.gallery, self.looking)
        self.notice = Notice(self._theme, self.stack)
        self.menus = ContextMenus(self, self._theme, self.actions_, self.photo_actions)
        self.drops = DropTarget(self._theme, self, self.grid)

    # Wiring.

    def _connect_panels(self) -> None:
        self.photo_model.rows_wanted.connect(self._read_rows)
        self.grid.opened.connect(self.looking.look_at)
        self.grid.menu_wanted.connect(self.menus.of_photos)
        self.grid.typed.connect(self.browser.search.type_on)
        self.grid.selectionModel().selectionChanged.connect(self._offer_actions)
        self.looking.changed.connect(self._offer_actions)
        self.browser.welcome.add_wanted.connect(self._add_folder)
        self.browser.welcome.samples_wanted.connect(self._add_samples)
        self.browser.search.pasted.connect(self.intake.take_mime)
        self.browser.search.entered_grid.connect(self._enter_grid)
        self.sidebar.photos_wanted.connect(self.gallery.show_everything)
        self.sidebar.problems_wanted.connect(self.gallery.show_problems)
        self.sidebar.add_wanted.connect(self._add_folder)
        self.sidebar.folder_menu_wanted.connect(self.menus.of_folder)
        self.sidebar.remove_wanted.connect(self.folders.remove)
        self.menus.remove_wanted.connect(self.folders.remove)
        self.menus.retry_wanted.connect(self.indexing.retry)
        self.problems_page.retry_wanted.connect(self.indexing.retry)
        self.problems_page.menu_wanted.connect(self.menus.of_problem)
        self.problems_page.reveal_wanted.connect(self.photo_actions.reveal_path)
        self.viewer.similar_wanted.connect(self._find_similar)
        self.viewer.open_wanted.connect(self.photo_actions.open)
        self.viewer.reveal_wanted.connect(self.photo_actions.reveal)
        self.drops.dropped.connect(self.intake.take)
        self.intake.refused.connect(self._refuse)
        self.intake.text_pasted.connect(self.browser.search.type_on)

    def _connect_actions(self) -> None:
        actions = self.actions_
        for action, act in (
            (actions.add_folder, self._add_folder),
            (actions.add_samples, self._add_samples),
            (actions.reindex, self.indexing.start),
            (actions.quit, self.close),
            (actions.find, self._focus_search),
            (actions.paste, self.intake.paste),
            (actions.select_all, self.grid.selectAll),
            (actions.photos, self._show_all),
            (actions.problems, self._show_problems),
            (actions.about, self._about),
            (actions.similar, lambda: self._find_similar(self._chosen())),
            (actions.open, lambda: self.photo_actions.open(self._chosen())),
            (actions.reveal, lambda: self.photo_actions.reveal(self._chosen())),
            (actions.copy_path, lambda: self.photo_actions.copy_paths(self._chosen())),
        ):
            action.triggered.connect(act)
        actions.full_screen.toggled.connect(self._full_screen)
        self._offer_actions()

    def _connect_background(self) -> None:
        self._bridge.crashed.connect(self._crashed)
        self._theme.changed.connect(self._apply_theme)
        self.status.cancel_wanted.connect(self.indexing.cancel)
        self.indexing.progressed.connect(self._show_progress)
        self.indexing.ended.connect(self._index_ended)
        self.indexing.failed.connect(self._index_failed)
        self.indexing.photos_changed.connect(self._photos_changed)
        self.folders.told.connect(self._show_overview)
        self.folders.added.connect(self._folders_added)
        self.folders.removed.connect(self._folder_removed)
        self.folders.failed.connect(self._complain)
        self.folders.states_changed.connect(self._places_changed)
        self.photo_actions.told.connect(self.notice.tell)
        self.photo_actions.failed.connect(self._complain)
        self.gallery.failed.connect(self._complain)
        self.gallery.place_changed.connect(self._place_changed)
        self.gallery.first_answered.connect(self.readiness.warm_up)
        self.readiness.told.connect(self.status.show_device)
        self.readiness.failed.connect(self._complain)

    # What the person wants.

    @Slot()
    def _add_folder(self) -> None:
        folder = self._choose(self)
        if folder is not None:
            self.folders.add([folder])

    @Slot()
    def _add_samples(self) -> None:
        self.folders.add([bundled("resources") / "sample_photos"])

    @Slot(object)
    def _find_similar(self, photos: list[PhotoId]) -> None:
        self.looking.close()
        self.gallery.search_photos(photos)

    @Slot()
    def _focus_search(self) -> None:
        self.looking.close()
        if self.browser.page is self.browser.problems:
            self.gallery.show_everything()
        self.browser.search.focus()

    @Slot()
    def _enter_grid(self) -> None:
        if self.photo_model.ids:
            self.grid.setFocus()
            if not self.grid.currentIndex().isValid():
                self.grid.show_photo(0)

    @Slot()
    def _show_all(self) -> None:
        self.looking.close()
        self.gallery.show_everything()

    @Slot()
    def _show_problems(self) -> None:
        self.looking.close()
        self.gallery.show_problems()

    @Slot(bool)
    def _full_screen(self, on: bool) -> None:
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if on
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    @Slot()
    def _about(self) -> None:
        about.box(self).open()

    def _chosen(self) -> list[PhotoId]:
        if self.looking.open_now:
            return [self.viewer.photo] if self.viewer.photo is not None else []
        return self.grid.selected_photos()

    # What happened in the background.

    @Slot(list)
    def _read_rows(self, photos: list[PhotoId]) -> None:
        engine = self._engine
        self._bridge.run(
            Lane.CATALOG,
            lambda: reading.photo_rows(engine, photos),
            self.photo_model.set_rows,
            self._complain,
        )

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        self.status.show_progress(progress)
        self.gallery.set_indexing(True)

    @Slot(object)
    def _index_ended(self, report: IndexReport | None) -> None:
        if report is None:
            self.status.show_idle(self.tr("Indexing was stopped · F5 goes on with it"))
        else:
            done = self.tr("Up to date") if self.folder_model.rows else ""
            self.status.show_idle(wording.report(report) or done)
        self.gallery.set_indexing(False)
        self._places_changed()

    @Slot(object)
    def _index_failed(self, error: PhotoclipError) -> None:
        if not self.indexing.running:
            self.status.show_idle(self.tr("Indexing does not work now"))
        self._complain(error)

    @Slot()
    def _photos_changed(self) -> None:
        self.gallery.refresh()
        self.folders.read()

    @Slot()
    def _places_changed(self) -> None:
        self.thumbnails.retry_broken()
        self.photo_model.forget_rows()
        self.grid.look_again()

    @Slot(object)
    def _show_overview(self, found: Overview) -> None:
        self.folder_model.show(found.folders)
        self.problem_model.show(found.problems)
        self.sidebar.photos.show_count(found.photos)
        self.sidebar.problems.show_count(len(found.problems), alert=True)
        self.status.show_watch(self.tr("Polling") if found.polling else "", found.polling)
        self.indexing.photos = found.photos
        self.gallery.set_folders(len(found.folders))

    @Slot(object)
    def _folders_added(self, roots: list[Root]) -> None:
        self.looking.close()
        self.gallery.set_indexing(True)
        self.gallery.show_everything()
        self.folders.read()
        self.indexing.start()
        if len(roots) == 1:
            self.notice.tell(
                self.tr("Watching “{name}”.").format(name=locations.shown(roots[0].path.name))
            )

    @Slot(object)
    def _folder_removed(self, root: Root) -> None:
        self._photos_changed()
        self.notice.tell(
            self.tr("“{name}” is not watched any more. Its files were not touched.").format(
                name=locations.shown(root.path.name)
            ),
            self.tr("Undo"),
            partial(self.folders.add, [root.path]),
        )

    @Slot(str)
    def _refuse(self, why: str) -> None:
        self.notice.tell(why, warning=True)

    @Slot(object)
    def _complain(self, error: PhotoclipError) -> None:
        self.notice.tell(str(error), alarm=True)

    @Slot(object)
    def _crashed(self, error: BaseException) -> None:
        self.notice.tell(
            self.tr("Something went wrong inside photoclip: {error}").format(error=repr(error)),
            alarm=True,
        )

    @Slot(bool)
    def _place_changed(self, problems: bool) -> None:
        self.sidebar.show_place(problems=problems)

    @Slot()
    def _offer_actions(self) -> None:
        self.actions_.enable_for(1 if self.looking.open_now else self.grid.count_selected())

    @Slot()
    def _apply_theme(self) -> None:
        for part in (self.sidebar, self.status, self.gallery, self.viewer):
            part.apply_theme()
        self.actions_.apply_theme(self._theme)
