"""Photos in tiles that one decides about, by clicks and by keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from photoclip.domain import PhotoId
from photoclip.gui import dropping
from photoclip.gui.delegates.photo import tile_side
from photoclip.gui.delegates.tile import TileDelegate
from photoclip.gui.models.photos import Index, PhotoGridModel
from photoclip.gui.theme import RADIUS, SPACE_M, SPACE_XS, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.tagging.service import Verdict

SIDE = 116
LOOK_MS = 15


class Tiles(QListView):
    """decided(list of PhotoId, Verdict). opened(list of PhotoId, row): look at it among these.

    seen: other tiles are on screen.

    dropped(Dropped): photos or files were let go here, where that is allowed.
    """

    decided = Signal(object, object)
    opened = Signal(object, int)
    seen = Signal()
    dropped = Signal(object)

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        name: str,
        verdicts: Sequence[Verdict],
        *,
        side: int = SIDE,
    ) -> None:
        super().__init__()
        self.photos = PhotoGridModel(self)
        self._delegate = TileDelegate(theme, thumbnails, side, verdicts, self)
        self._verdicts = tuple(verdicts)
        self._side = self._wish = side
        # What is said where there is no photo.
        self.empty_text = ""
        self._hovered = self._takes = False
        self.setAccessibleName(name)
        self._configure()
        thumbnails.loaded.connect(self._redraw)

    def show_photos(self, photos: Sequence[PhotoId]) -> None:
        """Show these; where the keys were in the list, they stay."""
        row = self.currentIndex().row()
        if list(photos) == list(self.photos.ids):
            return
        self.photos.show(photos)
        if row >= 0:
            self._go_to(row)
        self.seen.emit()

    def follow(self, photos: Sequence[PhotoId]) -> None:
        """Show what the list holds by now; photos that are still there stay chosen."""
        if list(photos) == list(self.photos.ids):
            return
        current, chosen = self.currentIndex(), self.selectedIndexes()
        photo = self.photos.photo(current) if current.isValid() else None
        selected = {self.photos.photo(index) for index in chosen}
        on_screen = current.isValid() and self._is_on_screen(current)
        at = self.verticalScrollBar().value()
        self.photos.refresh(photos)
        self._select(selected, photo)
        if on_screen and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.verticalScrollBar().setValue(at)
        self.seen.emit()

    def leave_out(self, photos: Sequence[PhotoId]) -> None:
        """Somebody decided about these; the keys go on to the next one."""
        row = self.currentIndex().row()
        self.photos.refresh([one for one in self.photos.ids if one not in photos])
        if row >= 0:
            self._go_to(row)
        self.seen.emit()

    def chosen(self) -> list[PhotoId]:
        """Those that are selected, or the one where the keys are."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self.photos.ids[row] for row in rows]

    def rows_on_screen(self) -> range:
        """Those that are seen, or will be soon."""
        if not self.isVisible():
            return range(0)
        across = max(1, self.viewport().width() // self._side)
        down = self.viewport().height() // self._side + 3
        first = self.verticalScrollBar().value() // self._side * across
        if self.flow() is QListView.Flow.LeftToRight and not self.isWrapping():
            first, down = self.horizontalScrollBar().value() // self._side, 1
            across += 2
        return range(len(self.photos.ids))[max(0, first) : first + across * down]

    def decide(self, verdict: Verdict) -> None:
        """Say so of the chosen photos."""
        if chosen := self.chosen():
            self.decided.emit(chosen, verdict)

    def lie_in_a_row(self) -> None:
        """One line of tiles, which moves sideways."""
        self.setWrapping(False)
        self.setFixedHeight(self._side + 18)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # Events.

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            place = event.position().toPoint()
            verdict = self._delegate.verdict_at(self.visualRect(index), place)
            if verdict is not None:
                self.setCurrentIndex(index)
                self.decided.emit([self.photos.ids[index.row()]], verdict)
                return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        place = event.position().toPoint()
        if index.isValid() and self._delegate.verdict_at(self.visualRect(index), place) is None:
            self._open(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete and Verdict.CLEAR in self._verdicts:
            self.decide(Verdict.CLEAR)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isWrapping():
            # Cells fill the width; the view keeps room for a scroll bar, there or not.
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
            width = self.maximumViewportSize().width() - bar - 1
            self._side = width // max(1, round(width / self._wish))
            self.setGridSize(QSize(self._side, self._side))
            self._delegate.side = self._side
        self.seen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hovered or (self.empty_text and not self.photos.ids):
            self._paint_frame()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Read once, not with every move: a picture may be large.
        self._takes = bool(dropping.read(event.mimeData()).examples)
        self._take_or_leave(event, takes=self._takes)
        self._hover(event.isAccepted())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take_or_leave(event, takes=self._takes)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(False)
        # A drop may come without an enter event where the system lost it.
        dropped = dropping.read(event.mimeData())
        self._take_or_leave(event, takes=bool(dropped.examples))
        if event.isAccepted():
            self.dropped.emit(dropped)

    # The rest.

    def _hover(self, over: bool) -> None:
        """Something that may be let go here is over the photos, or not any more."""
        self._hovered = over
        self.viewport().update()

    def _paint_frame(self) -> None:
        colors = self._delegate.theme.colors
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        space = self.viewport().rect().adjusted(1, 1, -1, -1)
        if self._hovered or self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
        else:
            painter.setPen(QPen(QColor(colors.outline), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(space, RADIUS, RADIUS)
        if not self.photos.ids:
            self._paint_hint(painter, space)
        painter.end()

    def _paint_hint(self, painter: QPainter, space: QRect) -> None:
        painter.setPen(QColor(self._delegate.theme.colors.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        inside = space.adjusted(SPACE_M, SPACE_XS, -SPACE_M, -SPACE_XS)
        painter.drawText(inside, int(flags), self.empty_text)

    def _take_or_leave(self, event: QDropEvent, *, takes: bool) -> None:
        if takes and self.acceptDrops():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _open(self, row: int) -> None:
        self.opened.emit(list(self.photos.ids), row)

    def _go_to(self, row: int) -> None:
        if self.photos.ids:
            self.setCurrentIndex(self.photos.index(min(row, len(self.photos.ids) - 1)))

    def _is_on_screen(self, index: Index) -> bool:
        return self.viewport().rect().intersects(self.visualRect(index))

    def _select(self, selected: Collection[PhotoId], current: PhotoId | None) -> None:
        """Choose these of the photos, and have the keys on that one."""
        flag = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for photo in selected:
            if (row := self.photos.position(photo)) is not None:
                chosen.select(self.photos.index(row), self.photos.index(row))
        self.selectionModel().select(chosen, flag.ClearAndSelect)
        at = None if current is None else self.photos.position(current)
        if at is not None:
            self.selectionModel().setCurrentIndex(self.photos.index(at), flag.NoUpdate)

    @Slot(object)
    def _redraw(self, photo: PhotoId) -> None:
        if self.photos.position(photo) is not None:
            self.viewport().update()

    def _configure(self) -> None:
        self.setModel(self.photos)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(self._side, self._side))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.verticalScrollBar().valueChanged.connect(self.seen)
        self.horizontalScrollBar().valueChanged.connect(self.seen)


class TileFeed(QTimer):
    """Has tiles made and rows read of what is on screen in some lists, a moment after a change."""

    def __init__(self, thumbnails: ThumbnailLoader, lists: Sequence[Tiles]) -> None:
        super().__init__(lists[0], singleShot=True, interval=LOOK_MS)
        self._thumbnails = thumbnails
        self._lists = lists
        self.timeout.connect(self._look)
        for one in lists:
            one.seen.connect(self.look_soon)

    @Slot()
    def look_soon(self) -> None:
        """What is on screen changed."""
        # Not restarted: while the slider moves tiles keep coming.
        if not self.isActive():
            self.start()

    @Slot()
    def _look(self) -> None:
        photos: dict[PhotoId, None] = {}
        for one in self._lists:
            rows = one.rows_on_screen()
            one.photos.want_rows(rows)
            photos.update(dict.fromkeys(one.photos.ids[rows.start : rows.stop]))
        ratio = self._lists[0].devicePixelRatioF()
        self._thumbnails.want(photos, round(tile_side(SIDE) * ratio), ratio)
