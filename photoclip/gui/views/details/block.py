"""What the details panel is made of: blocks, and the fold that each of them lies in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_XS, Theme

ARROW = 16
# A long heading must not keep the panel from being narrow.
LEAST = 60


class Block(QWidget):
    """One thing that is told about photos.

    name: never changes; what is remembered of the block goes by it. title: the heading; a block
    without one cannot be folded. told(str): something was done that is worth a message.
    """

    told = Signal(str)

    def __init__(self, theme: Theme, name: str, title: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{name}Block")
        self.theme = theme
        self.name = name
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_M)

    def fits(self, subject: Subject) -> bool:
        """Whether there is anything to tell."""
        raise NotImplementedError

    def tell(self, subject: Subject) -> None:
        """Show it; only called where it fits."""
        raise NotImplementedError

    def apply_theme(self) -> None:
        """Icons in the colours in use."""


class Fold(QWidget):
    """A block under a heading that opens and closes it. toggled(bool): the person did so."""

    toggled = Signal(bool)

    def __init__(self, block: Block) -> None:
        super().__init__()
        self.block = block
        self.head = QToolButton()
        self._lay_out()
        self.head.toggled.connect(self._toggle)
        self.apply_theme()
        self.hide()

    @property
    def open(self) -> bool:
        """Whether the block can be seen when it has something to tell."""
        return self.head.isChecked()

    def set_open(self, on: bool) -> None:
        """Open or close it; a block without a heading stays open."""
        self.head.setChecked(on or not self.block.title)

    def tell(self, subject: Subject) -> None:
        """Show what the block tells, or nothing of it."""
        fits = self.block.fits(subject)
        if fits:
            self.block.tell(subject)
        self.setVisible(fits)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        name = "collapse" if self.open else "next"
        self.head.setIcon(self.block.theme.icon(name))
        self.block.apply_theme()

    def _lay_out(self) -> None:
        head, block = self.head, self.block
        head.setProperty("role", "fold")
        head.setText(block.title)
        head.setAccessibleName(block.title)
        head.setCheckable(True)
        head.setChecked(True)
        head.setIconSize(QSize(ARROW, ARROW))
        head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head.setMinimumWidth(LEAST)
        head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE_L, 0, SPACE_L, SPACE_M)
        inside.addWidget(block)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(head)
        column.addLayout(inside)
        head.setVisible(bool(block.title))

    @Slot(bool)
    def _toggle(self, on: bool) -> None:
        self.block.setVisible(on)
        self.apply_theme()
        self.toggled.emit(on)
