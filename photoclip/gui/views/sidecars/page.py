"""The page of sidecars: what writing would change, before and after it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
)

from photoclip.domain import Progress
from photoclip.gui import sidecar_wording, wording
from photoclip.gui.models.sidecar_changes import ADDED, FATE, FILE, REMOVED, SidecarModel
from photoclip.gui.theme import SPACE_M, Theme
from photoclip.gui.views.browser import AlonePage
from photoclip.gui.views.pages import LoadingPage, Page
from photoclip.gui.views.parts import label, push_button
from photoclip.library.sidecars import SidecarReport

ALL, CHOSEN = "all", "chosen"
NAME_WIDTH, FATE_WIDTH, LEAST_WIDTH = 240, 100, 90


class SidecarsPage(AlonePage):
    """plan_wanted(undo): what would be done? write_wanted(undo): do it. stop_wanted: end it.

    escaped: back to the photos.
    """

    plan_wanted = Signal(bool)
    write_wanted = Signal(bool)
    stop_wanted = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.undo = False
        self._working = False
        self._report: SidecarReport | None = None
        self._done = False
        self.model = SidecarModel(self)
        self.title = label("", "page")
        self.which = QComboBox()
        self.summary = label("", "section")
        self.about = label("", "body")
        self.table = QTableView()
        self.write = push_button("", "primary")
        self.again = push_button(self.tr("Compare again"))
        self.take_back = push_button("")
        self.keep = push_button(self.tr("Back to writing"))
        self.working = LoadingPage(theme)
        self.stop = push_button(self.tr("Cancel"))
        self.fine = Page(theme, "fine")
        self._configure()
        self._lay_out()
        self._connect()
        self.show_count(0)
        self._update()

    @property
    def only_chosen(self) -> bool:
        """Whether it is about chosen photos alone."""
        return bool(self.which.currentData() == CHOSEN)

    def offer_chosen(self, count: int) -> None:
        """So many photos are chosen, which it may be about alone."""
        self.which.clear()
        self.which.addItem(self.tr("All photos"), ALL)
        if count:
            text = self.tr("Chosen: {photos}").format(photos=wording.photos(count))
            self.which.addItem(text, CHOSEN)
        self.which.setEnabled(count > 0)

    def show_plan(self, report: SidecarReport, undo: bool) -> None:
        """What would be done."""
        self._report, self.undo, self._done = report, undo, False
        self._show_report(sidecar_wording.planned(report))

    def show_written(self, report: SidecarReport, undo: bool) -> None:
        """What was done."""
        self._report, self.undo, self._done = report, undo, True
        self._show_report(sidecar_wording.done(report, undone=undo))

    @Slot(int)
    def show_count(self, count: int) -> None:
        """So many sidecars hold what was written."""
        text = self.tr("Undo everything that was written ({count})…")
        self.take_back.setText(text.format(count=wording.number(count)))
        self.take_back.setEnabled(count > 0)

    @Slot(str)
    def show_begun(self, title: str) -> None:
        """Work began."""
        self._working = True
        self.working.say(f"{title}…", self.tr("You can do other things meanwhile."))
        self.working.bar.setRange(0, 0)
        self._update()
        if self.isVisible():
            self.stop.setFocus()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """How far it is."""
        self.working.bar.setRange(0, progress.total or 0)
        self.working.bar.setValue(progress.done)

    @Slot()
    def show_ended(self) -> None:
        """Work ended."""
        self._working = False
        self._update()
        if self.isVisible():
            self.focus()

    def focus(self) -> None:
        """Give the keyboard to what one does next; never to what writes."""
        for part in (self.stop, self.table, self.again, self.take_back):
            if part.isVisibleTo(self) and part.isEnabled():
                part.setFocus()
                return

    def apply_theme(self) -> None:
        for page in (self.working, self.fine):
            page.apply_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _show_report(self, summary: str) -> None:
        self.model.show(self._report)
        self.summary.setText(summary)
        self._update()

    def _update(self) -> None:
        report = self._report
        rows = self.model.rowCount() > 0 and not self._working
        changes = len(report.changes) if report is not None else 0
        self.title.setText(self.tr("Undo sidecars") if self.undo else self.tr("Tags in sidecars"))
        self._say_about()
        text = (
            self.tr("Take back from %Ln sidecar(s)", "", changes)
            if self.undo
            else self.tr("Write %Ln sidecar(s)", "", changes)
        )
        self.write.setText(text)
        self.working.setVisible(self._working)
        self.table.setVisible(rows)
        self.summary.setVisible(rows)
        self.about.setVisible(rows)
        self.fine.setVisible(not rows and not self._working)
        self.which.setVisible(not self.undo)
        self.write.setVisible(changes > 0 and not self._done and not self._working)
        self.again.setVisible(not self._working)
        self.take_back.setVisible(not self.undo and not self._working)
        self.keep.setVisible(self.undo and not self._working)

    def _say_about(self) -> None:
        if self._done:
            self.about.setText(self.tr("This was done. No photo was touched."))
        elif self.undo:
            self.about.setText(
                self.tr("Only what photoclip wrote goes. What other programs wrote stays.")
            )
        else:
            self.about.setText(
                self.tr(
                    "Nothing is written yet. Sidecars lie beside the photos, which are not"
                    " touched; what other programs wrote there stays."
                )
            )
        if self._report is None:
            self.fine.say(self.tr("Not compared yet"), "")
        elif self.undo:
            self.fine.say(
                self.tr("Nothing to take back"),
                self.tr("There is nothing of photoclip in any sidecar."),
            )
        else:
            self.fine.say(
                self.tr("Nothing to write"),
                self.tr("Sidecars hold just the tags that you accepted."),
            )

    def _configure(self) -> None:
        self.working.buttons.addWidget(self.stop)
        self.which.setAccessibleName(self.tr("Photos whose tags are written"))
        self.which.view().setAccessibleName(self.which.accessibleName())
        self.offer_chosen(0)
        self.about.setWordWrap(True)
        table = self.table
        table.setObjectName("sidecarTable")
        table.setModel(self.model)
        table.setAccessibleName(self.tr("What changes in sidecars"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(LEAST_WIDTH)
        header.setAccessibleName(self.tr("Columns"))
        for column in (ADDED, REMOVED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(FILE, NAME_WIDTH)
        table.setColumnWidth(FATE, FATE_WIDTH)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.which)
        head.addWidget(self.again)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_M)
        for button in (self.take_back, self.keep):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(SPACE_M)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.about)
        for part in (self.table, self.working, self.fine):
            column.addWidget(part, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.which.activated.connect(lambda: self.plan_wanted.emit(False))
        self.again.clicked.connect(lambda: self.plan_wanted.emit(self.undo))
        self.take_back.clicked.connect(lambda: self.plan_wanted.emit(True))
        self.keep.clicked.connect(lambda: self.plan_wanted.emit(False))
        self.write.clicked.connect(lambda: self.write_wanted.emit(self.undo))
        self.stop.clicked.connect(self.stop_wanted)
