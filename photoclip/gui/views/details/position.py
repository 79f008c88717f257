"""Where a photo was taken: as text, and on a map only when that is asked for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from photoclip.gui import photo_wording
from photoclip.gui.models.subject import Subject
from photoclip.gui.photo_wording import Fact
from photoclip.gui.theme import SPACE_S, Theme
from photoclip.gui.views.details.block import Block
from photoclip.gui.views.details.fields import Fields
from photoclip.gui.views.parts import tool_button


class ElidedButton(QPushButton):
    """A link whose text is shortened where there is little room."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self.text())
        right = Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(self.text(), right, self.width() - around)
        option.text = shown
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


class PositionBlock(Block):
    """page_wanted(str): open this address in the web browser."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "position")
        self.title = self.tr("Place")
        self._at = (0.0, 0.0)
        self.fields = Fields()
        self.map = ElidedButton(self.tr("Show on OpenStreetMap"))
        self.map.setToolTip(
            self.tr("Opens your web browser and sends this position to openstreetmap.org.")
        )
        self.map.setAccessibleDescription(self.map.toolTip())
        self.copy = tool_button("copyPosition", self.tr("Copy position"))
        self.copy.setIconSize(QSize(16, 16))
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self.map, 1)
        row.addWidget(self.copy)
        self.column.addWidget(self.fields)
        self.column.addLayout(row)
        self.map.clicked.connect(self._open_map)
        self.copy.clicked.connect(self._copy)

    def fits(self, subject: Subject) -> bool:
        return _position(subject) is not None

    def tell(self, subject: Subject) -> None:
        self._at = _position(subject) or self._at
        self.fields.show_facts(
            [
                Fact(self.tr("Position"), photo_wording.position(*self._at)),
                Fact(self.tr("Decimal"), photo_wording.decimal_position(*self._at)),
            ]
        )

    def apply_theme(self) -> None:
        self.copy.setIcon(self.theme.icon("copy"))
        self.map.setIcon(self.theme.icon("open", "accent"))

    @Slot()
    def _open_map(self) -> None:
        self.page_wanted.emit(photo_wording.map_url(*self._at))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(photo_wording.decimal_position(*self._at))
        self.told.emit(self.tr("Position copied."))


def _position(subject: Subject) -> tuple[float, float] | None:
    if subject.details is None:
        return None
    metadata = subject.details.photo.metadata
    if metadata.latitude is None or metadata.longitude is None:
        return None
    return metadata.latitude, metadata.longitude
