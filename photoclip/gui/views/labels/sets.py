"""The label sets that ship with photoclip, offered as buttons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from photoclip.gui import label_wording
from photoclip.gui.theme import SPACE_S
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.parts import label, push_button
from photoclip.tagging.sets import LabelSet

# Of a set nobody has to read all names to know what it is about.
EXAMPLES = 12


class SetsBar(QFrame):
    """set_wanted(str): add the labels of a set. Those of which a label is there are left out."""

    set_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._known: frozenset[str] = frozenset()
        self._flow = Flow(self, SPACE_S)
        self._title = label(self.tr("Add labels:"), "body")
        self._flow.addWidget(self._title)
        self.hide()

    def show_sets(self, sets: Sequence[LabelSet]) -> None:
        """Offer these."""
        for one in sets:
            if one.name not in self.buttons:
                self._add(one)
        self._update()

    def show_known(self, names: Collection[str]) -> None:
        """Labels of these sets are there already."""
        self._known = frozenset(names)
        self._update()

    def _add(self, one: LabelSet) -> None:
        name, count = label_wording.set_name(one.name), label_wording.labels(len(one.labels))
        button = push_button(name)
        button.setAccessibleName(self.tr("Add {labels}: {set}").format(labels=count, set=name))
        names = [some.name for some in one.labels[:EXAMPLES]]
        button.setToolTip("\n".join([f"{name} · {count}", ", ".join(names) + " …"]))
        button.clicked.connect(partial(self.set_wanted.emit, one.name))
        self.buttons[one.name] = button
        # In the middle of the line.
        self._title.setFixedHeight(button.sizeHint().height())
        self._flow.addWidget(button)

    def _update(self) -> None:
        for name, button in self.buttons.items():
            button.setVisible(name not in self._known)
        self.setVisible(any(name not in self._known for name in self.buttons))
        self._flow.invalidate()
